#!/usr/bin/env python3
"""How often each rule speaks on published articles, and what it says: the table benchmarks/rules.md.

usage: python benchmarks/rules.py ARTICLES.jsonl... [--out FILE]

A row of ARTICLES.jsonl is {"title", "text"}. Nearly all published articles are consistent, so an inconsistent check is
a false alarm until somebody has read it. A rule that made no check there rests on its own examples alone.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib

from pytest_numcheck import check_text, load_rules

OUTCOMES = ("consistent", "error", "warning", "note", "undecided")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("articles", type=pathlib.Path, nargs="+")
    ap.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("rules.md"))
    args = ap.parse_args()
    rules = load_rules("numcheck:recommended@1")
    per: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    articles = words = 0
    for path in args.articles:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            row = json.loads(line)
            text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
            articles, words = articles + 1, words + len(text.split())
            for check in check_text(text, ruleset=rules).checks:
                per[check.rule][check.severity if check.outcome == "inconsistent" else check.outcome] += 1
    lines = [
        "# The rules on published articles",
        "",
        f"{articles} articles, {words:,} words; written by `python benchmarks/rules.py`. An inconsistent check is a false alarm",
        "until somebody has read it.",
        "",
        "| rule | severity | checks | consistent | error | warning | note | undecided | inconsistent |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for rule in rules.rules:
        seen = per[rule.id]
        total, decided = sum(seen.values()), sum(seen.values()) - seen["undecided"]
        share = f"{(decided - seen['consistent']) / decided:.1%}" if decided else "–"
        counts = " | ".join(str(seen[o]) for o in OUTCOMES)
        lines.append(f"| {rule.id} | {rule.severity} | {total} | {counts} | {share} |")
    silent = [r.id for r in rules.rules if not per[r.id]]
    lines += ["", f"No check there, only in their own examples ({len(silent)} of {len(rules.rules)}): {', '.join(silent)}.", ""]
    args.out.write_text("\n".join(lines), encoding="utf-8")
    print(f"{articles} articles, {len(rules.rules)} rules, {len(silent)} without a check; {args.out}")


if __name__ == "__main__":
    main()
