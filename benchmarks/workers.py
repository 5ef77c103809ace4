#!/usr/bin/env python3
"""pytest --numcheck on many articles without and with two workers (pytest-xdist): wall-clock seconds.

usage: python benchmarks/workers.py [FILE_OR_FOLDER ...] [--articles N] [--runs N]

A run that finds all verdicts in the cache costs what pytest itself costs for the items; what a fresh run takes more is
reading and judging. The last lines give the ratio of reading and judging and of the whole run, two workers to none.
"""

from __future__ import annotations

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from speed import EXAMPLES, texts


def run(folder: pathlib.Path, *more: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pytest", "-q", "--tb=no", "--numcheck", "articles", *more], cwd=folder,
                   capture_output=True, check=False)
    return time.perf_counter() - began


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("paths", type=pathlib.Path, nargs="*")
    ap.add_argument("--articles", type=int, default=500)
    ap.add_argument("--runs", type=int, default=3)
    args = ap.parse_args()
    found = texts(args.paths or [EXAMPLES])
    fresh: dict[str, list[float]] = {"none": [], "-n 2": []}
    kept: dict[str, list[float]] = {"none": [], "-n 2": []}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "articles").mkdir()
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        for i in range(args.articles):
            (folder / "articles" / f"{i:05d}.txt").write_text(f"{found[i % len(found)]}\n\nEdition {i}.\n", encoding="utf-8")
        for _ in range(args.runs):
            for which, more in (("none", ()), ("-n 2", ("-n", "2"))):
                shutil.rmtree(folder / ".pytest_cache", ignore_errors=True)
                fresh[which].append(run(folder, *more))
                kept[which].append(run(folder, *more))
    for what, seconds in (("fresh", fresh), ("all verdicts in the cache", kept)):
        for which, taken in seconds.items():
            print(f"{what:26s} {which:5s} {statistics.median(taken):7.2f} s ({min(taken):.2f}..{max(taken):.2f})")
    judge = {w: statistics.median(f - k for f, k in zip(fresh[w], kept[w], strict=True)) for w in fresh}
    print(f"reading and judging        -n 2 / none {judge['-n 2'] / judge['none']:.2f}")
    print(f"the whole run              -n 2 / none {statistics.median(fresh['-n 2']) / statistics.median(fresh['none']):.2f}")


if __name__ == "__main__":
    main()
