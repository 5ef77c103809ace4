"""``numcheck why FILE:LINE``: which rules looked at a line, what they bound, and why they said nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from .common import Trouble, add_article_options, articles, known, rules

if TYPE_CHECKING:
    from ..check.outcome import Check, Trace
    from ..engine import Report


def add(parsers: Any) -> None:
    parser = parsers.add_parser("why", help="tell which rules looked at a line, and why they said nothing",
                                description="Tells which rules looked at a line of an article, what they bound, and why they "
                                            "said nothing.")
    parser.add_argument("place", metavar="FILE:LINE", help="- instead of FILE reads standard input")
    parser.add_argument("--rule", help="tell of this rule only, also where it found nothing to bind")
    add_article_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..articles.model import Article
    from ..engine import check_article
    from ..report.summary import count
    name, _, line = args.place.rpartition(":")
    if not name or not line.isdecimal():
        raise Trouble(f"a file and a line are wanted, such as story.txt:31, not '{args.place}'")
    ruleset = rules(args)
    if args.rule:
        args.rule = known(ruleset, args.rule).id
    if Path(name).is_dir():
        raise Trouble(f"{name} is a folder; a file and a line are wanted, such as story.txt:31")
    found = []
    for article in articles(args, [name]):
        if isinstance(article, Trouble):
            raise article
        if isinstance(article, Article):
            found.append(article)
        else:
            print(f"{article.name}: skipped: {article.reason}")
    if not found:
        return 0
    last = found[0].line_column_of_source(max(len(found[0].source) - 1, 0))[0]
    if not 1 <= int(line) <= last:
        raise Trouble(f"{name} has {count(last, 'line')}, no line {line}")
    here = [a for a in found if any(a.line_column(p.start)[0] <= int(line) <= a.line_column(max(p.end - 1, p.start))[0]
                                    for p in a.paragraphs)]
    for article in here or found[:1]:
        _tell(check_article(article, ruleset, trace=True), int(line), args.rule)
    return 0


def _tell(report: Report, line: int, rule: str | None) -> None:
    print(f"{report.article.name}, line {line}")
    ids: set[int] = set()
    for title, found in (("numbers", report.reading.mentions), ("cues", report.reading.cues)):
        here = [m for m in found if line in _lines(report, m.start, m.end)]
        ids.update(m.id for m in here)
        if here or title == "numbers":
            print(f"{title}: " + (", ".join(f"'{m.text}' ({m.kind})" for m in here) or "none"))
    checks = [c for c in report.checks if ids & set(c.mentions) and rule in (None, c.rule)]
    print("checks:" if checks else "checks: none")
    for check in checks:
        print(f"  {_check(report, check)}")
    traces = [t for t in report.verdicts.traces if t.end > t.start and line in _lines(report, t.start, t.end)
              and rule in (None, t.rule) and not _told(report, checks, t)]
    if traces:
        print("looked, and said nothing:")
        for text in dict.fromkeys(f"  {t.rule}: {t.why}" for t in traces):
            print(text)
    _silent(t for t in report.verdicts.traces if t.end <= t.start and rule in (None, t.rule))


def _check(report: Report, check: Check) -> str:
    bound = "; ".join(f"{name} = {_words(report, ids)}" for name, ids in check.binding.items())
    said = check.message if check.outcome in ("inconsistent", "waived") else check.reason or ""
    outcome = f"{check.outcome}, {check.severity}" if check.outcome == "inconsistent" else check.outcome
    return f"{check.rule}: {outcome} ({check.certainty}): {bound}" + (f"\n    {said}" if said else "")


def _words(report: Report, ids: int | tuple[int, ...]) -> str:
    return " + ".join(f"'{report.reading.by_id[i].text}'" for i in (ids if isinstance(ids, tuple) else (ids,)))


def _told(report: Report, checks: Iterable[Check], trace: Trace) -> bool:
    """A check of this rule already stands for what the trace tells."""
    at = {m.id: m for m in report.reading}
    return any(c.rule == trace.rule and all(trace.start <= at[i].start and at[i].end <= trace.end for i in c.mentions)
               for c in checks)


def _silent(traces: Iterable[Trace]) -> None:
    """Rules that found nothing to bind in the whole article, by reason."""
    by: dict[str, list[str]] = {}
    for trace in traces:
        by.setdefault(trace.why, []).append(trace.rule)
    if by:
        print("had nothing to look at in this article:")
    for why, names in sorted(by.items(), key=lambda item: (-len(item[1]), item[0])):
        print(fill(f"{why}: {', '.join(sorted(set(names)))}", 110, initial_indent="  ", subsequent_indent="    ",
                   break_long_words=False, break_on_hyphens=False))


def _lines(report: Report, start: int, end: int) -> range:
    """The lines of the file that a prose span touches."""
    at = report.article.line_column
    return range(at(start)[0], at(max(end - 1, start))[0] + 1)
