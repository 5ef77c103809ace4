#!/usr/bin/env python3
"""Write docs/rules/ from the rule files: one page a rule, and an index by group.

usage: python docs/build_rules.py [--check]

With --check nothing is written; the exit code is 1 where a page is missing, stale or left over.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.language.model import Example, Rule
from pytest_numcheck.language.ruleset import RuleSet

DOCS = Path(__file__).resolve().parent
PAGES = DOCS / "rules"
GROUPS = {
    "calendar": "Dates, years and ages",
    "clock": "Times of day",
    "convert": "Conversions in brackets",
    "format": "Slips of format",
    "lists": "Lists that were announced",
    "motion": "Motion",
    "order": "Order and direction",
    "parts": "Parts and wholes",
    "plausible": "Plausibility",
    "rates": "Rates",
    "repeat": "The same fact twice",
    "shares": "Percentages and shares",
    "sport": "Scores",
    "votes": "Votes and seats",
    "war": "War",
}


def says(rules: RuleSet, rule: Rule, example: Example) -> list[str]:
    """What the checker itself says of an example that fires."""
    title = f"{plain(example.title)}\n\n" if example.title else ""
    published = date.fromisoformat(example.published) if example.published else None
    report = check_text(title + example.text, ruleset=rules, published=published)
    return [c.message for c in report.checks if c.rule == rule.id and c.outcome == "inconsistent"][:1]


def plain(text: str) -> str:
    return re.sub(r"\[\[|\]\]", "", text)


def marked(example: Example) -> str:
    """The example's text with its marked numbers in bold."""
    text, at, out = example.text, 0, ""
    for start, end in sorted(example.marks):
        out += text[at:start] + "**" + text[start:end] + "**"
        at = end
    return " ".join((out + text[at:]).split())


def page(rules: RuleSet, rule: Rule) -> str:
    lines = [
        f"# {rule.title}",
        "",
        f"`{rule.id}` · severity: {rule.severity} · looks within: {rule.within}",
        "",
        rule.explain.strip(),
        "",
    ]
    for expect, head in (("fires", "It stops"), ("quiet", "It lets pass")):
        examples = [e for e in rule.examples if e.expect == expect]
        if examples:
            lines += [f"## {head}", ""]
        for example in examples:
            heading = f"(headline: {plain(example.title)}) " if example.title else ""
            day = f" (published {example.published})" if example.published else ""
            lines.append(f"- {heading}{marked(example)}{day}")
            for message in says(rules, rule, example) if expect == "fires" else []:
                lines.append(f"  <br>→ {message}")
            if example.because:
                lines.append(f"  <br>→ {example.because}")
        lines.append("")
    lines += [
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
    wanted = {PAGES / f"{r.id}.md": page(rules, r) for r in rules.rules} | {PAGES / "index.md": index(rules)}
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
