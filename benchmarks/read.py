#!/usr/bin/env python3
"""How well numbers are read: our reader and raw quantulum3 against one hand-made key, side by side in one run.

usage: python benchmarks/read.py KEY.jsonl [--wrong]

A row of the key: {"text", "gold": [{"value", "value2"?, "unit", "unit_kind": "known" | "noun" | "none", "kind"?}]}.
Dates, years, clock times, ordinals, scores and vague numbers are left out on all sides where the key or the reader
tells them apart; quantulum3 cannot, so what it makes of them counts against it. A value is right within a ten-
thousandth, a range with both ends. A unit is right where it measures the same with the same size; where the key has a
counted noun or nothing, any unit but a known one passes.
"""

from __future__ import annotations

import argparse
import json
import logging
import pathlib
import time
import warnings
from collections.abc import Callable

NOT_QUANTITIES = {"clock", "date", "year", "ordinal", "score"}
Read = tuple[float, float | None, str | None]


def same(a: float, b: float) -> bool:
    return abs(a - b) <= max(1e-9, 1e-4 * max(abs(a), abs(b)))


def size(unit: str | None) -> object:
    """What tells two names of one unit to be the same: what it measures and how large it is."""
    from pytest_numcheck.base.lexicon import default_lexicon
    from pytest_numcheck.numbers.amounts.units import UnknownUnit, unit_info

    if unit in (None, "", "-", "dimensionless"):
        return None
    names = default_lexicon().table("quantulum-names")["names"]
    name = names.get(unit) or unit.replace("metre", "meter").replace("litre", "liter").replace(" ", "_")
    try:
        info = unit_info(name)
    except UnknownUnit:
        return unit
    return (info.dimension, round(info.scale, 12), info.shift, info.currency)


def agrees(gold: dict, read: Read, with_unit: bool) -> bool:
    value, value2, unit = read
    if (gold.get("value2") is None) != (value2 is None):
        return False
    ends = sorted([gold["value"], *([gold["value2"]] if gold.get("value2") is not None else [])])
    if not all(same(a, b) for a, b in zip(ends, sorted([value, *([value2] if value2 is not None else [])]), strict=True)):
        return False
    if not with_unit:
        return True
    wanted, got = size(gold["unit"]), size(unit)
    if gold["unit_kind"] == "known":
        return wanted == got
    return got is None or isinstance(got, str)


def matches(gold: list[dict], found: list[Read], with_unit: bool) -> int:
    """The size of the largest one-to-one matching."""
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, read in enumerate(found):
            if j not in seen and agrees(gold[i], read, with_unit):
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(gold)))


def ours() -> Callable[[str], list[Read]]:
    from pytest_numcheck.articles.read import read_text
    from pytest_numcheck.numbers.read import read_numbers

    def read(text: str) -> list[Read]:
        return [
            (m.value, m.value2, m.unit)
            for m in read_numbers(read_text(text)).mentions
            if m.value is not None and m.kind not in NOT_QUANTITIES
        ]

    return read


def raw() -> Callable[[str], list[Read]]:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    from quantulum3 import parser

    def read(text: str) -> list[Read]:
        try:
            found = parser.parse(text)
        except Exception:  # it crashes on some real sentences
            return []
        rows: list[Read] = []
        for q in found:
            unit = getattr(q.unit, "currency_code", None) or q.unit.name
            ranged = q.uncertainty if q.uncertainty and "±" not in q.surface else None
            rows.append((q.value - ranged, q.value + ranged, unit) if ranged else (q.value, None, unit))
        return rows

    return read


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("key", type=pathlib.Path)
    ap.add_argument("--wrong", action="store_true", help="print the sentences that ours reads otherwise than the key")
    args = ap.parse_args()
    rows = [json.loads(line) for line in args.key.read_text(encoding="utf-8").splitlines() if line.strip()]
    words = sum(len(r["text"].split()) for r in rows)
    print(f"{len(rows)} sentences, {words} words")
    print(f"{'':16s} {'value P':>8s} {'R':>6s} {'F1':>6s} {'+unit P':>8s} {'R':>6s} {'F1':>6s} {'words per CPU second':>22s}")
    for name, make in (("quantulum3", raw), ("pytest-numcheck", ours)):
        read = make()
        for row in rows[:50]:
            read(row["text"])
        began = time.process_time()
        found = [read(row["text"]) for row in rows]
        took = time.process_time() - began
        golds = [[g for g in r["gold"] if g.get("kind") not in NOT_QUANTITIES and g.get("value") is not None] for r in rows]
        n_gold, n_found = sum(map(len, golds)), sum(map(len, found))
        figures: list[float] = []
        for with_unit in (False, True):
            hits = sum(matches(g, f, with_unit) for g, f in zip(golds, found, strict=True))
            p, r = hits / max(n_found, 1), hits / max(n_gold, 1)
            figures += [100 * p, 100 * r, 200 * p * r / max(p + r, 1e-9)]
        shown = " ".join(f"{x:{width}.1f}" for x, width in zip(figures, (8, 6, 6, 8, 6, 6), strict=True))
        print(f"{name:16s} {shown} {words / max(took, 1e-9):22.0f}")
        if args.wrong and name == "pytest-numcheck":
            for row, gold, got in zip(rows, golds, found, strict=True):
                if matches(gold, got, True) < max(len(gold), len(got)):
                    print(f"{row['text']}\n   key  {[(g['value'], g.get('value2'), g['unit']) for g in gold]}\n   ours {got}")


if __name__ == "__main__":
    main()
