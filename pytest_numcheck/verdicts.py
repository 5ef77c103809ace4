"""What happens when all articles are judged: the outputs, the baseline, and whether waivers are in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .base.write import replace_text
from .baseline import Baseline, dump
from .report.coverage import ArticleCoverage, coverage_of, table, total
from .report.finding import Finding
from .report.outputs import Output, write
from .report.run import RuleText, Run

if TYPE_CHECKING:
    from .language.model import Rule
    from .language.ruleset import RuleSet


def logged(name: str, entry: Mapping[str, Any], page: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the outputs need to know of a judged article, as plain data; ``page`` is how the page shows it."""
    found = [{k: v for k, v in f.items() if k != "check"} for f in entry["found"]]
    return {"name": name, "numbers": entry["record"]["coverage"]["mentions"], "error": entry.get("error"), "found": found,
            "cut": "; ".join(entry["record"].get("cut", ())) or None,
            "coverage": coverage_of(entry["record"]).data(), "page": page}


def run_of(log: Sequence[Mapping[str, Any]], ruleset: RuleSet) -> Run:
    """The run that the log tells of."""
    from . import __version__
    run = Run(str(__version__), articles=len(log), numbers=sum(entry["numbers"] for entry in log))
    run.coverage = [ArticleCoverage.of(entry["coverage"]) for entry in log]
    for entry in log:
        run.findings += [Finding.of(f) for f in entry["found"]]
        if entry["error"]:
            run.unread.append((entry["name"], entry["error"].partition("\n")[0]))
        if entry["cut"]:
            run.cut.append((entry["name"], f"{entry['name']}: cut short: {entry['cut']}"))
    ids = {f.rule for f in run.findings}
    run.rules = {r.id: RuleText(r.title, r.explain.strip(), _level(str(r.severity)), _page(r))
                 for r in ruleset.rules if r.id in ids}
    return run


def publish(run: Run, outputs: Sequence[Output]) -> tuple[list[str], list[str]]:
    """Write the outputs. Gives the texts of those that go to standard output, and complaints about those that failed."""
    texts, complaints = [], []
    for output in outputs:
        try:
            texts.append(write(run, output))
        except OSError as e:
            complaints.append(f"{output.format}: {output.path} cannot be written: {(e.strerror or str(e)).lower()}")
    return [t for t in texts if t], complaints


def write_page(log: Sequence[Mapping[str, Any]], path: Path) -> list[str]:
    """Write the page; gives complaints where it cannot be written."""
    from . import __version__
    from .report.page.article import PageArticle
    from .report.page.page import render
    try:
        replace_text(path, render([PageArticle.of(entry["page"]) for entry in log if entry["page"]], str(__version__)))
    except OSError as e:
        return [f"the page cannot be written: {(e.strerror or str(e)).lower()}"]
    return []


def coverage_table(log: Sequence[Mapping[str, Any]]) -> tuple[list[str], float]:
    """The table of numeric coverage as lines, and the whole in percent."""
    rows = [ArticleCoverage.of(entry["coverage"]) for entry in log]
    return table(rows), total(rows)


def files_read(log: Sequence[Mapping[str, Any]]) -> set[str]:
    """The files that were read, all their articles to the end; one of which something could not be read is not among them."""
    troubled = {entry["name"].partition("::")[0] for entry in log if entry["error"] or entry["cut"]}
    return {entry["name"].partition("::")[0] for entry in log} - troubled


def overdue(baseline: Baseline, run: Run, read: Collection[str], root: Path, today: date | None = None) -> list[str]:
    """Complaints about entries of the baseline that nothing needs, or whose last day is past (``today``, default: now)."""
    gone = {e.path for e in baseline.entries.values() if not (root / e.path).exists()}
    return [*baseline.stale({f.key for f in run.findings}, set(read), gone),
            *baseline.expired(today or datetime.now(UTC).date())]


def renew(path: Path, baseline: Baseline | None, run: Run, read: Collection[str]) -> str:
    """Write the baseline and say what was done. Raises OSError."""
    text = dump(run.findings, baseline, set(read))
    replace_text(path, text)
    entries = text.count("\n- rule:")
    return f"{path.name}: {entries} finding{'' if entries == 1 else 's'} signed for; give each a reason"


def _level(severity: str) -> str:
    return next((word for word in ("error", "warning", "note") if word in severity), "none")


def _page(rule: Rule) -> str:
    """The rule's page in Markdown: why, what it stops, what it lets pass, the way out."""
    lines = [f"# {rule.title}", "", f"`{rule.id}`", "", rule.explain.strip(), ""]
    for expect, head in (("fires", "It stops"), ("quiet", "It lets pass")):
        examples = [e for e in rule.examples if e.expect == expect][:4]
        if examples:
            lines += [f"## {head}", "", *(f"- {' '.join(e.text.split())}" for e in examples), ""]
    waiver = f"<!-- numcheck: ignore {rule.id} -- your reason -->"
    return "\n".join([*lines, f"Is the text right? Waive it, with a reason: `{waiver}`", ""])
