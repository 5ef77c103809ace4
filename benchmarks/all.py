#!/usr/bin/env python3
"""Every benchmark of cost, one after the other: start, steady rate, growth, memory, workers.

usage: python benchmarks/all.py [FILE_OR_FOLDER ...]

The articles are those of the package's examples where none are given. It takes some minutes; a quiet machine helps.
"""

from __future__ import annotations

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PARTS = (("The first verdict of a new process", "cold.py", False), ("Steady rate", "speed.py", True),
         ("Growth", "growth.py", True), ("Memory", "memory.py", True), ("Two workers", "workers.py", True))


def main() -> int:
    if "-h" in sys.argv or "--help" in sys.argv:
        print(__doc__)
        return 0
    failed = 0
    for title, script, takes_articles in PARTS:
        print(f"\n## {title}\n", flush=True)
        paths = sys.argv[1:] if takes_articles else []
        failed |= subprocess.run([sys.executable, str(HERE / script), *paths], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
