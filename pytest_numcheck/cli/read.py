"""``numcheck read``: every number of an article and how it was read."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from .common import Trouble, add_article_options, articles, colour, rules

if TYPE_CHECKING:
    from ..links.model import Links
    from ..numbers.mention import Cue, Mention, Reading

#: ANSI codes of the columns on a terminal: the number bold, its kind cyan, what the words add to it yellow, the rest plain.
STYLES = ("2", "1", "36", "1", "", "", "33", "33", "2")
HEAD = ("place", "text", "kind", "value", "unit", "counts", "hedge", "change", "allows")


def add(parsers: Any) -> None:
    parser = parsers.add_parser("read", help="show every number and how it was read",
                                description="Shows every number of an article and how it was read.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="article, folder of articles, or - for standard input")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="a table, or one JSON line a number")
    parser.add_argument("--links", action="store_true", help="also show which numbers the words tie together")
    parser.add_argument("--cues", action="store_true", help="also show weekdays, listed names and other evidence beside numbers")
    add_article_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..articles.model import Article
    from ..links.find import find_links
    from ..links.prose.view import View
    from ..numbers.read import read_numbers
    lexicon = rules(args).lexicon
    unreadable = False
    for article in articles(args, args.files):
        if isinstance(article, Trouble):
            unreadable = True
            print(f"numcheck: {article}", file=sys.stderr)
            continue
        if not isinstance(article, Article):
            print(f"{article.name}: skipped: {article.reason}", file=sys.stderr)
            continue
        reading = read_numbers(article, lexicon)
        links = find_links(View(reading, lexicon)) if args.links else None
        (_as_json if args.format == "jsonl" else _as_table)(reading, links, args.cues)
    return 2 if unreadable else 0


def _as_json(reading: Reading, links: Links | None, cues: bool) -> None:
    from ..report.record import record
    plain = record(reading, ())
    for number in plain["mentions"] + (plain["cues"] if cues else []):
        print(json.dumps({"article": plain["article"], **number}, ensure_ascii=False))
    for link in links.all if links else ():
        print(json.dumps({"article": plain["article"], "link": link.kind, "confidence": link.confidence, "via": link.via,
                          **{role: list(ids) for role, ids in link.roles.items()}}, ensure_ascii=False))


def _as_table(reading: Reading, links: Links | None, cues: bool) -> None:
    from ..report.columns import columns
    print(reading.article.name)
    shown = sorted((m for m in reading if cues or m in reading.mentions), key=lambda m: m.start)
    rows = [HEAD, *(_row(reading, m) for m in shown)]
    widths = [max(columns(row[i]) for row in rows) for i in range(len(HEAD))]
    styles = STYLES if colour() else ("",) * len(HEAD)
    for row in rows:
        cells = [cell + " " * (w - columns(cell)) for cell, w in zip(row, widths, strict=True)]
        painted = [_styled(c, "2" if row is HEAD and s else s) for c, s in zip(cells, styles, strict=True)]
        print(("  " + "  ".join(painted)).rstrip())
    if links is not None:
        print("  links" if links.all else "  no links")
        for link in links.all:
            roles = ", ".join(f"{role} {' + '.join(_named(reading, i) for i in ids)}" for role, ids in link.roles.items())
            print(f"    {link.kind} ({link.confidence}): {roles}; by {link.via}")
    print()


def _styled(cell: str, code: str) -> str:
    return f"\x1b[{code}m{cell}\x1b[0m" if code and cell.strip() else cell


def _named(reading: Reading, i: int) -> str:
    from ..report.columns import clean
    line, column = reading.article.line_column(reading.by_id[i].start)
    return f"'{clean(reading.by_id[i].text)}' {line}:{column}"


def _row(reading: Reading, m: Mention | Cue) -> tuple[str, ...]:
    from ..numbers.mention import Cue
    from ..report.columns import clean
    from ..report.shown import allows, value
    line, column = reading.article.line_column(m.start)
    head = (f"{line}:{column}", clean(m.text), m.kind)
    if isinstance(m, Cue):
        return (*head, "", "", "", "", "", "cue")
    return (*head, value(m), m.unit or "", clean(m.noun or ""), m.hedge or "", m.change or "", allows(m))
