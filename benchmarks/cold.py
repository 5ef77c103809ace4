#!/usr/bin/env python3
"""The first verdict of a new process, against raw quantulum3's own first parse of the same article.

usage: python benchmarks/cold.py [ARTICLE] [--runs N]

Wall-clock seconds of whole processes, each run in turn with the others so that a busy machine hurts all alike: median,
least and most, and the ratio of medians. Bytecode is written before the first run that counts.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "articles" / "missile-test.txt"
RAW = "import sys, pathlib; from quantulum3 import parser; parser.parse(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("article", type=pathlib.Path, nargs="?", default=EXAMPLE)
    ap.add_argument("--runs", type=int, default=5)
    args = ap.parse_args()
    article = args.article.resolve()
    if not article.is_file():
        article = next(p for p in sorted(EXAMPLE.parent.iterdir()) if p.suffix in (".txt", ".md"))
    numcheck = [sys.executable, "-m", "pytest_numcheck.cli"]
    pytest = [sys.executable, "-m", "pytest", "-q", "--numcheck", str(article)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    seconds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "raw quantulum3, first parse": [sys.executable, "-c", RAW, str(article)],
            "numcheck check": [*numcheck, "check", str(article)],
            "pytest --numcheck": [*pytest, "-p", "no:cacheprovider"],
            "pytest --numcheck, nothing changed since": pytest,
            "pytest alone, no tests": [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder],
        }
        for number in range(args.runs + 1):
            for name, command in commands.items():
                began = time.perf_counter()
                subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
                if number:
                    seconds.setdefault(name, []).append(time.perf_counter() - began)
    base = statistics.median(seconds["raw quantulum3, first parse"])
    for name, taken in seconds.items():
        middle = statistics.median(taken)
        print(f"{name:42s} {middle:6.2f} s ({min(taken):.2f}..{max(taken):.2f}) {middle / base:6.2f} x raw")


if __name__ == "__main__":
    main()
