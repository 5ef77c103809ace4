#!/usr/bin/env python3
"""How the cost of a check grows: with the length of one article, with dense figures, and with the number of rules.

usage: python benchmarks/growth.py [FILE_OR_FOLDER ...] [--most WORDS]

Articles (a folder, or JSON Lines of {"title", "text"}; default: the package's own examples) are joined to one of each
length. Figures are CPU seconds of one process after a warm-up; what matters is that the cost of a word stays the same.
"""

from __future__ import annotations

import argparse
import dataclasses
import pathlib
import time

from speed import EXAMPLES, texts

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.engine import RuleSet

LENGTHS = (1_000, 10_000, 50_000, 200_000)
COPIES = (10, 100, 1000)
DENSE = {
    "10,000 numbers in one sentence": lambda: "Counted. " + " ".join(f"{i % 97 + 3} cats and" for i in range(10_000)) + " a dog.",
    "5,000 percentages": lambda: "Shares. " + " ".join(f"Some {i % 89 + 2}.{i % 10}% of voters agreed." for i in range(5_000)),
    "live blog of 50,000 words": lambda: "\n\n".join(
        f"{i // 60 % 24}:{i % 60:02} Police said {i % 40 + 2} people were hurt and {i % 7 + 2} had died in the fire."
        for i in range(3_400)),
}


def cost(text: str, ruleset: RuleSet | None = None) -> float:
    began = time.process_time()
    check_text(text, ruleset=ruleset).record()
    return time.process_time() - began


def line(what: str, words: int, seconds: float) -> None:
    print(f"{what:34s} {words:8d} words {seconds:8.2f} s {1e6 * seconds / max(words, 1):8.1f} us a word", flush=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("paths", type=pathlib.Path, nargs="*")
    ap.add_argument("--most", type=int, default=LENGTHS[-1], help="words of the longest article")
    args = ap.parse_args()
    articles = texts(args.paths or [EXAMPLES])
    for text in articles[:60]:
        check_text(text).record()
    for length in (n for n in LENGTHS if n <= args.most):
        parts: list[str] = []
        have = 0
        while have < length:
            part = articles[len(parts) % len(articles)]
            parts.append(f"{part}\n\n")
            have += len(part.split())
        line("joined articles", have, cost("".join(parts)))
    for what, make in DENSE.items():
        text = make()
        line(what, len(text.split()), cost(text))
    some, base = articles[:30], load_rules()
    for copies in COPIES:
        rules = tuple(dataclasses.replace(base.rules[i % len(base.rules)], id=f"copy/r{i}") for i in range(copies))
        ruleset = dataclasses.replace(base, rules=rules, key=f"{base.key} {copies}")
        for text in some[:5]:
            cost(text, ruleset)
        line(f"{copies} rules, {len(some)} articles", sum(len(t.split()) for t in some), sum(cost(t, ruleset) for t in some))


if __name__ == "__main__":
    main()
