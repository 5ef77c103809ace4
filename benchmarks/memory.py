#!/usr/bin/env python3
"""Memory of a process that checks 1, 10, 100, 1,000 and 10,000 articles one after the other, and its words per second.

usage: python benchmarks/memory.py [FILE_OR_FOLDER ...] [--most N]

Each figure is the largest resident size of a process of its own; raw quantulum3's after one parse stands beside it.
Where there are fewer articles they are taken again with another first sentence.
"""

from __future__ import annotations

import argparse
import pathlib
import resource
import subprocess
import sys
import time

from speed import EXAMPLES, texts

COUNTS = (1, 10, 100, 1_000, 10_000)


def check(paths: list[pathlib.Path], count: int) -> None:
    from pytest_numcheck import check_text
    articles = texts(paths)
    began, words = time.process_time(), 0
    for i in range(count):
        text = f"Edition {i}.\n\n{articles[i % len(articles)]}" if i >= len(articles) else articles[i]
        words += len(text.split())
        check_text(text).record()
    print(words / max(time.process_time() - began, 1e-9), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("paths", type=pathlib.Path, nargs="*")
    ap.add_argument("--most", type=int, default=1_000)
    ap.add_argument("--child", type=int, help=argparse.SUPPRESS)
    args = ap.parse_args()
    paths = args.paths or [EXAMPLES]
    if args.child:
        check(paths, args.child)
        return
    raw = ("import resource; from quantulum3 import parser; parser.parse('5 km'); "
           "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)")
    done = subprocess.run([sys.executable, "-c", raw], capture_output=True, text=True, check=True)
    print(f"raw quantulum3, one parse      {float(done.stdout.splitlines()[-1]):8.0f} MB")
    for count in (c for c in COUNTS if c <= args.most):
        done = subprocess.run([sys.executable, __file__, *map(str, paths), "--child", str(count)], capture_output=True,
                              text=True, check=True)
        rate, megabytes = map(float, done.stdout.split())
        noun = "article " if count == 1 else "articles"
        print(f"{count:6d} {noun}                {megabytes:8.0f} MB {rate:10.0f} words per CPU second")


if __name__ == "__main__":
    main()
