#!/usr/bin/env python3
"""Write docs/rules/ from the rule files: one page a rule, and an index by group.

usage: python docs/build_rules.py [--check]

With --check nothing is written; the exit code is 1 where a page is missing, stale or left over.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from pytest_numcheck import load_rules
from pytest_numcheck.language.model import Rule
from pytest_numcheck.language.ruleset import RuleSet

sys.path.insert(0, str(Path(__file__).resolve().parent))

from groups import GROUPS
from verdicts import escaped, fired, judged, passage, shown, verdict

DOCS = Path(__file__).resolve().parent
PAGES = DOCS / "rules"
MEASURED = DOCS.parent / "benchmarks" / "rules.md"
OUTCOMES = ("agreed", "in error", "with a warning", "with a note", "undecided")


def measured() -> dict[str, list[str]]:
    """Rule id → its figures on published articles: checks, consistent, error, warning, note, undecided."""
    rows = re.findall(r"^\| ([a-z-]+/[a-z0-9-]+) \| [^|]+ \| (.+) \|$", MEASURED.read_text(encoding="utf-8"), re.M)
    return {rule: [c.strip() for c in cells.split("|")] for rule, cells in rows}


def told(figures: list[str] | None) -> str:
    """How often the rule spoke on published articles, in a sentence."""
    where = "On [published articles](../../../benchmarks/rules.md) it"
    if figures is None or figures[0] == "0":
        return f"{where} found nothing to check: its quiet rests on these examples."
    checks, *counts = figures[:6]
    words = [f"{n} {what}" for n, what in zip(counts, OUTCOMES, strict=True) if n != "0"]
    return f"{where} made {checks} {'check' if checks == '1' else 'checks'}: {', '.join(words)}."


def page(rules: RuleSet, rule: Rule, figures: list[str] | None) -> str:
    reports = {id(e): judged(rules, e) for e in rule.examples}
    lines = [
        f"# {rule.title}",
        "",
        f"`{rule.id}` · severity: {rule.severity} · looks within: {rule.within}",
        "",
        rule.explain.strip(),
        "",
    ]
    first = next((e for e in rule.examples if e.expect == "fires" and fired(reports[id(e)], rule)), None)
    if first is not None:
        report = reports[id(first)]
        found = fired(report, rule)
        assert found is not None
        lines += ["## What you see", "", "~~~text", shown(report, found).rstrip(), "~~~", ""]
    for expect, head in (("fires", "It stops"), ("quiet", "It lets pass")):
        examples = [e for e in rule.examples if e.expect == expect]
        if examples:
            lines += [f"## {head}", "", "| passage | the checker says |", "|---|---|"]
        for example in examples:
            because = f"<br>*{escaped(example.because)}*" if example.because else ""
            said = verdict(reports[id(example)], rule)
            lines.append(f"| {cell(passage(example))} | {cell(said + because)} |")
        lines.append("")
    lines += [
        "## Measured",
        "",
        told(figures),
        "",
        "## Switch it off or change it",
        "",
        "```yaml",
        "# numcheck.yaml",
        f'rules: {{{rule.id}: "off"}}   # or error, warning, note',
        "```",
        "",
        f"The rule itself is [rules/{rule.id}.yaml](../../../rules/{rule.id}.yaml).",
        "",
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def index(rules: RuleSet) -> str:
    lines = ["# The rules", "", "Written by `python docs/build_rules.py` from the rule files.", ""]
    for group in sorted({r.group for r in rules.rules}):
        lines += [f"## {GROUPS.get(group, group.capitalize())}", "", "| rule | what must hold | severity |", "|---|---|---|"]
        lines += [f"| [{r.id}]({r.id}.md) | {r.title} | {r.severity} |" for r in rules.rules if r.group == group]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    rules = load_rules("numcheck:recommended@1", root=DOCS)
    figures = measured()
    wanted = {PAGES / f"{r.id}.md": page(rules, r, figures.get(r.id)) for r in rules.rules} | {PAGES / "index.md": index(rules)}
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
    over = [p for p in sorted(PAGES.rglob("*.md")) if p not in wanted]
    if args.check:
        for p in [*stale, *over]:
            print(f"{p.relative_to(DOCS)} is not what the rules say; run python docs/build_rules.py")
        return 1 if stale or over else 0
    for p in over:
        p.unlink()
    for p in stale:
        p.parent.mkdir(parents=True, exist_ok=True)
        p.write_text(wanted[p], encoding="utf-8")
    print(f"{len(wanted)} pages, {len(stale)} written, {len(over)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
