#!/usr/bin/env python3
"""Words per CPU second: raw quantulum3, our reader, and the whole check, on the same articles in one run.

usage: python benchmarks/speed.py [FILE_OR_FOLDER ...] [--limit N] [--raw N]

A path is a folder of .txt and .md articles or a JSON Lines file of {"title", "text"}; without one, the package's own
examples are read again and again. Raw quantulum3 sees whole articles, as its own users call it, and only the first
``--raw`` of them: it is slow. Every reader is warmed up on the first articles. Figures are CPU seconds of one
process; the ratios hold better than the figures.
"""

from __future__ import annotations

import argparse
import json
import logging
import pathlib
import time
import warnings
from collections.abc import Callable

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples" / "articles"


def texts(paths: list[pathlib.Path]) -> list[str]:
    found: list[str] = []
    for path in paths:
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            found += [f"{r['title']}\n\n{r['text']}" if r.get("title") else r["text"] for r in rows]
        elif path.is_dir():
            found += [p.read_text(encoding="utf-8") for p in sorted(path.rglob("*")) if p.suffix in (".txt", ".md")]
        else:
            found.append(path.read_text(encoding="utf-8"))
    return found


def rate(run: Callable[[str], object], articles: list[str]) -> float:
    began = time.process_time()
    for text in articles:
        run(text)
    return sum(len(t.split()) for t in articles) / max(time.process_time() - began, 1e-9)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("paths", type=pathlib.Path, nargs="*")
    ap.add_argument("--limit", type=int, default=300, help="articles to read and check")
    ap.add_argument("--raw", type=int, default=20, help="articles to give raw quantulum3")
    args = ap.parse_args()
    articles = texts(args.paths or [EXAMPLES])[: args.limit]
    warm = articles[: max(len(articles) // 3, 1)]

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    import outside
    from quantulum3 import parser

    from pytest_numcheck import check_text
    from pytest_numcheck.articles.read import read_text
    from pytest_numcheck.numbers.read import read_numbers

    def raw(text: str) -> object:
        try:
            return parser.parse(text)
        except Exception as e:  # its own crashes on real text; counted as read
            return e

    def read(text: str) -> object:
        return read_numbers(read_text(text))

    def check(text: str) -> object:
        return check_text(text).record()

    rows = []
    parser.parse("5 km")
    rows.append(("raw quantulum3", rate(raw, articles[: args.raw])))
    duckling = outside.reader()
    if duckling:
        duckling(articles[0])
        rows.append(("Duckling, native", rate(duckling, articles[: args.raw])))
    for name, run in (("reading alone", read), ("whole check and report", check)):
        for text in warm:
            run(text)
        rows.append((name, rate(run, articles)))
    base = rows[0][1]
    print(f"{len(articles)} articles, {sum(len(t.split()) for t in articles)} words")
    for name, words in rows:
        print(f"{name:24s} {words:10.0f} words per CPU second {words / base:8.1f} x raw")


if __name__ == "__main__":
    main()
