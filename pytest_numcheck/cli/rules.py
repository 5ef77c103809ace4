"""``numcheck rules``, ``explain`` and ``schema``: what is checked, why, and the shape of the files."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from .common import Trouble, add_rule_options, known, rules
from .pager import bold, faint, show

if TYPE_CHECKING:
    from ..language.model import Rule


def add(parsers: Any) -> None:
    listing = parsers.add_parser("rules", help="list the rules", description="Lists the rules with their severity and title.")
    add_rule_options(listing)
    listing.set_defaults(run=run_rules)
    explain = parsers.add_parser("explain", help="tell what a rule checks and why",
                                 description="Tells what a rule checks, and why.")
    explain.add_argument("rule", metavar="RULE")
    add_rule_options(explain)
    explain.set_defaults(run=run_explain)
    schema = parsers.add_parser("schema", help="print the JSON Schema of a rule file or of the report",
                                description="Prints the JSON Schema of a rule file (for editors) or of a line of the report.")
    schema.add_argument("what", nargs="?", choices=("rule", "report"), default="rule")
    schema.set_defaults(run=run_schema)


def run_rules(args: argparse.Namespace) -> int:
    ruleset = rules(args)
    rows = [(r.id, str(ruleset.severity_of(r)), r.title) for r in sorted(ruleset.rules, key=lambda r: r.id)]
    widths = [max((len(row[i]) for row in rows), default=0) for i in (0, 1)]
    for rule, severity, title in rows:
        print(f"{rule:{widths[0]}}  {severity:{widths[1]}}  {title}")
    return 0


def run_explain(args: argparse.Namespace) -> int:
    ruleset = rules(args)
    group = [r.id for r in ruleset.rules if r.id.startswith(args.rule.rstrip("/*") + "/")]
    if group:
        raise Trouble(f"{args.rule} is a group; its rules are {', '.join(group)}")
    rule = known(ruleset, args.rule)
    show("\n".join(_explained(rule, str(ruleset.severity_of(rule)))))
    return 0


def _explained(rule: Rule, severity: str) -> Iterator[str]:
    yield f"{bold(rule.id)}: {rule.title}"
    yield f"severity: {severity}\n"
    if rule.explain:
        yield rule.explain.strip() + "\n"
    yield _wrapped(f"It looks for {_binds(rule)}, within {_reach(rule)}.")
    for title, wanted in (("It speaks up on", "fires"), ("It is quiet on", "quiet"), ("It does not yet catch", "todo")):
        texts = [e for e in rule.examples if e.expect == wanted]
        if texts:
            yield f"\n{bold(title)}:"
        for e in texts:
            headline = [e.title.replace("[[", "").replace("]]", "")] if e.title else []
            yield _wrapped("- " + " / ".join([*headline, e.text]), "  ")
            if e.says or e.because:
                yield faint(f"    -> {e.says or e.because}")
    yield f'\nTo switch it off: rules: {{{rule.id}: "off"}} in numcheck.yaml. To let one finding stand, on the line above it:'
    yield f"<!-- numcheck: ignore {rule.id} -- your reason -->"


def _wrapped(text: str, indent: str = "") -> str:
    return fill(" ".join(text.split()), 110, initial_indent=indent, subsequent_indent=indent + "  " * text.startswith("- "),
                break_long_words=False, break_on_hyphens=False)


def _binds(rule: Rule) -> str:
    return ", ".join(f"{name} ({' or '.join(kinds) or 'any'})" for name, kinds in rule.kinds.items())


def _reach(rule: Rule) -> str:
    plain = {"article": "the whole article", "headline+body": "headline and body", "sentences": str(rule.within)}
    return plain.get(rule.within.unit, f"one {rule.within}")


def run_schema(args: argparse.Namespace) -> int:
    if args.what == "report":
        print((Path(__file__).parents[1] / "report" / "schema.json").read_text(encoding="utf-8"), end="")
    else:
        from ..language.schema import rule_schema
        print(json.dumps(rule_schema(), indent=2))
    return 0
