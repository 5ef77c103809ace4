"""``numcheck new-rule``: a first rule file from a sentence that is wrong and one that is right."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from .common import Trouble, add_rule_options, rules

_ID = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\Z")


def add(parsers: Any) -> None:
    parser = parsers.add_parser("new-rule", help="write a first rule file from two sentences",
                                description="Asks for a sentence that is wrong and one that is right, shows the numbers it "
                                            "sees, and writes a rule file with both as examples.")
    parser.add_argument("rule", metavar="GROUP/NAME", help="what to call it, as desk/two-thirds")
    parser.add_argument("--wrong", metavar="TEXT", help="a sentence that the rule should stop (else it asks)")
    parser.add_argument("--right", metavar="TEXT", help="the same sentence put right (else it asks)")
    parser.add_argument("--dir", type=Path, default=Path("rules"), metavar="FOLDER", help="the folder of rules (default: rules)")
    add_rule_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..check.sketch import CannotSketch, sketch
    if not _ID.match(args.rule):
        raise Trouble(f"a rule is called GROUP/NAME in small letters, as desk/two-thirds, not '{args.rule}'")
    path = args.dir / f"{args.rule}.yaml"
    if path.exists():
        raise Trouble(f"{path.as_posix()} is there already")
    lexicon = rules(args).lexicon
    wrong = args.wrong or _ask("A sentence that is wrong: ")
    right = args.right or _ask("The same, put right: ")
    try:
        made = sketch(args.rule, wrong, right, lexicon)
    except CannotSketch as e:
        raise Trouble(str(e)) from None
    for place, text, kind, noun in made.places:
        print(f"  {{{place}}}: {text!r}, {kind}{f' of {noun}' if noun else ''}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8")
    except OSError as e:
        raise Trouble(f"{path.as_posix()} cannot be written: {(e.strerror or str(e)).lower()}") from None
    print(f"\nWritten: {path.as_posix()}")
    print("Both examples are as they should be." if made.holds else
          "Nothing simple holds in one sentence and not in the other: the assertion is only a place to begin.")
    print(f"Now say what must hold, widen the phrase, add examples, and run: numcheck test-rules {path.as_posix()}")
    return 0


def _ask(prompt: str) -> str:
    """One line from whoever runs this."""
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline().strip()
    if not line:
        raise Trouble("a sentence is wanted")
    return line
