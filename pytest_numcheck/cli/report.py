"""``numcheck report``: the findings of a sweep, counted or as a page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .common import Trouble


def add(parsers: Any) -> None:
    parser = parsers.add_parser("report", help="show the findings of a sweep",
                                description="Counts the findings of a sweep by rule, or makes a page of its articles.")
    parser.add_argument("findings", type=Path, metavar="FINDINGS", help="what numcheck sweep wrote")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page of the articles with every number lit")
    parser.add_argument("--most", type=int, default=500, metavar="N",
                        help="articles on the page, those with the gravest findings (default: 500)")
    parser.add_argument("--rule", action="append", default=[], metavar="RULE",
                        help="only articles in which this rule found something (may be repeated)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..sweep.findings import told
    from ..sweep.shown import table
    from ..sweep.trouble import SweepError
    try:
        if not told(args.findings).get("complete"):
            print(f"numcheck: {args.findings}: this sweep has not ended; what it has so far is shown", file=sys.stderr)
        if args.html:
            return _page(args)
        print("\n".join(table(args.findings)))
    except SweepError as e:
        raise Trouble(str(e)) from None
    return 0


def _page(args: argparse.Namespace) -> int:
    from .. import __version__
    from ..base.write import replace_text
    from ..report.page.page import MissingEngine, render
    from ..sweep.shown import pages
    shown, number = pages(args.findings, max(args.most, 0), args.rule)
    try:
        text = render(shown, str(__version__), f"Findings of {args.findings.resolve().name}")
    except MissingEngine as e:
        raise Trouble(f"--html: {e}") from None
    try:
        replace_text(args.html, text)
    except OSError as e:
        raise Trouble(f"--html: {args.html} cannot be written: {(e.strerror or str(e)).lower()}") from None
    print(f"{args.html}: {len(shown):,} of {number:,} articles with findings")
    return 0
