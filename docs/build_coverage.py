#!/usr/bin/env python3
"""Write docs/coverage.md from docs/coverage.yaml: what a copy desk checks, and the rules that check it.

usage: python docs/build_coverage.py [--check]

With --check nothing is written; the exit code is 1 where the page is stale, a rule is named that does not exist, or a
rule is named nowhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import yaml

from pytest_numcheck import load_rules

DOCS = Path(__file__).resolve().parent
KEYS = {"check", "core", "rules", "limits", "extra"}
MEASURED = DOCS.parent / "benchmarks" / "rules.md"


def measured() -> dict[str, list[str]]:
    """Rule id → its cells in the table of the published articles."""
    rows = re.findall(r"^\| ([a-z-]+/[a-z0-9-]+) \| (.+) \|$", MEASURED.read_text(encoding="utf-8"), re.M)
    return {rule: [c.strip() for c in cells.split("|")] for rule, cells in rows}


def page(families: list[dict[str, object]], known: dict[str, str]) -> str:
    figures = measured()
    lines = [
        "# What is checked",
        "",
        "Written by `python docs/build_coverage.py`. The checks of a careful copy desk, by family, and the rules that make each.",
        "**Bold** checks are the core: their arithmetic is closed and their parts stand close together. After a rule stand its",
        "severity and, in brackets, the checks it made on the published articles of [the measurement](../benchmarks/rules.md);",
        "0 means that it rests on its own examples and warns at most.",
        "",
    ]
    for family in families:
        lines += [f"## {family['family']}", "", "| check | rules | limits |", "|---|---|---|"]
        for check in family["checks"]:  # type: ignore[attr-defined]
            name = f"**{check['check']}**" if check.get("core") else check["check"]
            cells = []
            for rule in check["rules"]:
                made = figures.get(rule, ["", "0"])[1]
                cells.append(f"[{rule}](rules/{rule}.md) {known[rule]} ({made})")
            lines.append(f"| {name} | {'<br>'.join(cells)} | {check.get('limits', '')} |")
        lines.append("")
    return "\n".join(lines)


def severity(text: str) -> str:
    """The strongest of a rule's severities, as one word."""
    return next((s for s in ("error", "warning", "note") if s in text), "off")


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    families = yaml.safe_load((DOCS / "coverage.yaml").read_text(encoding="utf-8"))
    known = {r.id: severity(str(r.severity)) for r in load_rules("numcheck:recommended@1", root=DOCS).rules}
    checks = [check for family in families for check in family["checks"]]
    named = [rule for check in checks for rule in check["rules"]]
    wrong = [f"coverage.yaml names {r}, which is no rule" for r in sorted(set(named) - set(known))]
    wrong += [f"coverage.yaml: what is {key!r} in {check['check']!r}?" for check in checks for key in sorted(check.keys() - KEYS)]
    wrong += [f"coverage.yaml does not name {r}" for r in sorted(set(known) - set(named))]
    for line in wrong:
        print(line)
    if wrong:
        return 1
    target, text = DOCS / "coverage.md", page(families, known)
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return 0
    if args.check:
        print("coverage.md is stale; run python docs/build_coverage.py")
        return 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
