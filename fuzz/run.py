"""Fuzz all targets for a given time: ``python fuzz/run.py --seconds 600 [TARGET …]``.

Each target gets its share, in a process of its own. What it finds is written below ``--keep`` and told at the end, with
the number of inputs and the slowest of them. Exit 0: nothing found; 1: something was, or a target did not run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import seeds
import targets

HERE = Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(targets.TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=int, default=600, help="for all targets together (default: 600)")
    parser.add_argument("--cap", type=float, default=5, help="seconds of processor time that one input may take (default: 5)")
    parser.add_argument("--longest", type=int, default=2000, help="bytes of the longest input (default: 2000)")
    parser.add_argument(
        "--keep",
        type=Path,
        default=Path(tempfile.gettempdir()) / "numcheck-fuzz",
        help="where inputs, findings and logs are kept between runs",
    )
    args = parser.parse_args()
    names = args.targets or list(targets.TARGETS)
    shares = sum(targets.SHARES.get(n, 1) for n in names)
    total, failed = 0, False
    for name in names:
        many, slowest, bad = fuzz(name, max(args.seconds * targets.SHARES.get(name, 1) // shares, 5), args)
        total += many
        failed = failed or bool(bad) or not many
        print(f"{name:12} {many:9,} inputs, the slowest {slowest:.2f} s" + "".join(f"\n  {b}" for b in bad), flush=True)
    print(f"{'all':12} {total:9,} inputs")
    return 1 if failed else 0


def fuzz(name: str, seconds: int, args: argparse.Namespace) -> tuple[int, float, list[Path]]:
    """Inputs tried, seconds of the slowest, and the files that hold what was found."""
    home = args.keep / name
    (corpus := home / "corpus").mkdir(parents=True, exist_ok=True)
    (bad := home / "found").mkdir(exist_ok=True)
    before = set(bad.iterdir())
    for i, seed in enumerate(seeds.seeds(name)):
        (corpus / f"seed-{i}").write_bytes(seed)
    words = home / "words.dict"
    words.write_text("".join(f'"{w.replace(chr(34), chr(92) + chr(34))}"\n' for w in seeds.WORDS.get(name, ())), encoding="utf-8")
    told = home / "told.json"
    told.write_text('{"inputs": 0, "slowest": 0}', encoding="utf-8")
    command = [
        sys.executable,
        str(HERE / "one.py"),
        name,
        str(bad),
        str(args.cap),
        f"-max_total_time={seconds}",
        f"-timeout={int(args.cap * 60)}",
        "-rss_limit_mb=1500",
        "-report_slow_units=3600",
        f"-max_len={args.longest}",
        f"-artifact_prefix={bad}/",
        *([f"-dict={words}"] if name in seeds.WORDS else []),
        str(corpus),
    ]
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False, timeout=seconds * 4 + 600)
    seen = json.loads(told.read_text(encoding="utf-8"))
    return seen["inputs"], seen["slowest"], sorted(p for p in set(bad.iterdir()) - before if p.suffix != ".txt")


if __name__ == "__main__":
    sys.exit(main())
