"""``numcheck check``: read articles and tell which numbers cannot all be right."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from .cli_common import Trouble, add_article_options, articles, colour, rules

if TYPE_CHECKING:
    from .engine import Report


def add(parsers: Any) -> None:
    parser = parsers.add_parser("check", help="check articles",
                                description="Reads articles and tells which numbers cannot all be right.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="article, folder of articles, or - for standard input")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="text to read, or one JSON line an article")
    add_article_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from .engine import check_article
    from .report.jsonl import line
    from .report.summary import count
    ruleset = rules(args)
    tally, told = _Tally(), set[str]()
    for article in articles(args, args.files):
        if isinstance(article, Trouble):
            tally.unreadable += 1
            print(f"numcheck: {article}", file=sys.stderr)
            continue
        report = check_article(article, ruleset)
        tally.add(report)
        if args.format == "jsonl":
            print(line(report.record()))
        else:
            _tell(report, told)
    if args.format == "text" and tally.articles:
        print(f"{count(tally.articles, 'article')}: {count(tally.seen, 'number')} seen, {tally.linked} linked, "
              f"{tally.judged} judged; "
              + (", ".join(count(n, word) for word, n in tally.bad.items() if n) or "nothing to complain of")
              + (f"; {tally.undecided} undecided" if tally.undecided else ""))
    return 2 if tally.unreadable else 1 if tally.bad["error"] else 0


class _Tally:
    def __init__(self) -> None:
        self.articles = self.unreadable = self.seen = self.linked = self.judged = self.undecided = 0
        self.bad = {"error": 0, "warning": 0, "note": 0}

    def add(self, report: Report) -> None:
        coverage = report.record()["coverage"]
        self.articles += 1
        self.seen += coverage["mentions"]
        self.judged += coverage["checked"]
        self.linked += report.linked
        for check in report.checks:
            if check.outcome == "inconsistent":
                self.bad[check.severity] += 1
            self.undecided += check.outcome == "undecided"


def _tell(report: Report, told: set[str]) -> None:
    """The findings of one article, the notes on one line each, and what is wrong with its waivers.

    How to waive a finding is said once a rule: ``told`` are the rules of which it was.
    """
    from .report.paint import ansi
    from .report.terminal import sentence
    bad = [c for c in report.checks if c.outcome == "inconsistent"]
    for check in bad:
        if check.severity != "note":
            text = report.finding(check, brief=check.rule in told)
            told.add(check.rule)
            print((ansi(text) if colour() else text) + "\n")
    name = report.article.path
    for check in bad:
        if check.severity == "note":
            print(f"{name}:{check.line}: note: {sentence(check.message)} ({check.rule})")
    for complaint in report.complaints:
        print(complaint)
