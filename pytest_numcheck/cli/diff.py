"""``numcheck diff``: what a change of rules changed over an archive."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from .common import Trouble


def add(parsers: Any) -> None:
    parser = parsers.add_parser("diff", help="show what changed between two sweeps of an archive",
                                description="Shows the findings that are new, gone or moved between two sweeps of the same "
                                            "articles. 0: none; 1: some.")
    parser.add_argument("old", type=Path, metavar="OLD", help="findings of a sweep")
    parser.add_argument("new", type=Path, metavar="NEW", help="findings of a later one")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="text to read, or one JSON line a finding")
    parser.add_argument("--most", type=int, default=100, metavar="N", help="findings to show of each kind (default: 100)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..report.jsonl import line
    from ..sweep.difference import difference, lines
    from ..sweep.trouble import SweepError
    try:
        found = difference(args.old, args.new)
    except SweepError as e:
        raise Trouble(str(e)) from None
    if args.format == "text":
        print("\n".join(lines(found, max(args.most, 0))))
    else:
        for what, some in (("new", found.new), ("gone", found.gone)):
            for row in some:
                print(line({"change": what, **row}))
        for move in found.moved:
            print(line({"change": "moved", "moved": list(move.what), **move.new, "old": move.old}))
    return 1 if found else 0
