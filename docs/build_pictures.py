#!/usr/bin/env python3
"""Draw the pictures of docs/judging.md and docs/reading-numbers.md from what the checker reads and says.

usage: python docs/build_pictures.py [--check]

With --check nothing is written; the exit code is 1 where a picture is stale.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from itertools import pairwise
from pathlib import Path

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.check.outcome import INCONSISTENT
from pytest_numcheck.engine import Report
from pytest_numcheck.language.value import value_of
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.numbers.say import say

sys.path.insert(0, str(Path(__file__).resolve().parent))

from drawing import Drawing

PICTURES = Path(__file__).resolve().parent / "pictures"
RULES = load_rules("numcheck:recommended@1", root=PICTURES)
ALLOWED = (
    ("$2.4 million was lost.", "$2.4 million", "printed"), ("1,200 people stayed.", "1,200", "printed"),
    ("8,000 litres were sold.", "8,000 litres", "loose"), ("About 2,400 people were moved.", "2,400", "printed"),
    ("Nearly 500 homes burned.", "500", "printed"), ("At least 61 people were hurt.", "61", "printed"),
    ("Up to 120 km/h was measured.", "120 km/h", "printed"), ("More than 900 homes lost power.", "900", "printed"),
)
WIDTH, LEFT = 720, 170


def judged(text: str) -> Report:
    return check_text(text, ruleset=RULES, name="story.txt")


def mention(report: Report, text: str) -> Mention:
    return next(m for m in report.reading.mentions if m.text == text)


def allowed() -> Drawing:
    """One row a number: the figure, and the range of values that its digits and its hedge allow."""
    drawing = Drawing(WIDTH, 62 + 34 * len(ALLOWED), "What a number allows",
                      "Eight numbers, each with the range of values that its digits and its hedge allow")
    scale = (WIDTH - LEFT - 230) / 0.3
    middle = LEFT + 0.15 * scale
    for share in (-0.1, -0.05, 0, 0.05, 0.1):
        x = middle + share * scale
        drawing.line(x, 30, x, 46 + 34 * len(ALLOWED), "line", width=1, dash="" if share == 0 else "2 4")
        drawing.text(x, 20, f"{share:+.0%}" if share else "the figure", "soft", size=12, anchor="middle")
    for i, (sentence, text, reading) in enumerate(ALLOWED):
        m = mention(judged(sentence), text)
        interval = m.printed if reading == "printed" else m.loose
        assert interval is not None
        assert m.value is not None
        y = 56 + 34 * i
        at = [middle + max(-0.15, min(0.15, (end - m.value) / abs(m.value))) * scale for end in (interval.low, interval.high)]
        drawing.text(LEFT - 14, y + 5, sentence[:sentence.index(text) + len(text)].lower(), anchor="end", weight=600)
        drawing.rect(at[0], y - 8, max(at[1] - at[0], 4) if at[1] > at[0] else 0, 16, "blue", opacity=0.35)
        for end, x, way in ((interval.low, at[0], -1), (interval.high, at[1], 1)):
            if math.isinf(end) or (way < 0 and end == 0 and x <= middle - 0.149 * scale):
                drawing.path(f"M{x:.1f} {y - 9}l{12 * way} 9l{-12 * way} 9z", "blue", filled=True)
        drawing.dot(middle, y, "ink")
        said = words(m, interval)
        drawing.text(WIDTH - 212, y + 5, said + (" (loose)" if reading == "loose" else ""), "soft", size=13)
    return drawing


def words(m: Mention, interval: Interval) -> str:
    """The range as the checker says it."""
    base = interval.scaled(m.scale, m.shift)
    if base.is_point:
        return "exactly that"
    said = say(base, m.dimension, m, currency=m.currency)
    return said.replace("at least 0 to ", "up to ")


def meeting() -> Drawing:
    """Two conversions: one whose ranges meet and one whose do not."""
    cases = ("The new road is 5 miles (8 km) long.", "The new road is 5 miles (18 km) long.")
    drawing = Drawing(WIDTH, 262, "A check fails only where no values in the ranges make it true",
                      "5 miles and 8 kilometres allow common values, so they agree; 5 miles and 18 kilometres do not")
    scale, zero = (WIDTH - 150) / 20, 120
    for i, text in enumerate(cases):
        report = judged(text)
        check = next(c for c in report.checks if c.rule == "convert/bracket")
        wrong = check.outcome == INCONSISTENT
        top = 8 + 128 * i
        drawing.text(12, top + 16, text, weight=600)
        drawing.text(WIDTH - 12, top + 16, "✗ does not agree" if wrong else "✓ agrees", "red" if wrong else "green", anchor="end",
                     weight=600)
        for j, place in enumerate(check.mentions):
            m = report.reading.by_id[place]
            assert isinstance(m, Mention)
            base = value_of(m, RULES.rule(check.rule).rounding).interval
            assert base is not None
            a = base.scaled(0.001)
            y = top + 34 + 28 * j
            drawing.text(zero - 14, y + 13, m.text, anchor="end", mono=True, size=13)
            drawing.rect(zero + a.low * scale, y, (a.high - a.low) * scale, 18, "red" if wrong else "green", opacity=0.45)
            beside = (zero + a.high * scale + 8, "start") if a.high < 16 else (zero + a.low * scale - 8, "end")
            drawing.text(beside[0], y + 13, say(base, m.dimension, unit="kilometer"), "soft", size=12, anchor=beside[1])
        drawing.line(zero, top + 94, WIDTH - 20, top + 94, "line")
        for km in range(0, 21, 5):
            drawing.line(zero + km * scale, top + 90, zero + km * scale, top + 98, "line")
            drawing.text(zero + km * scale, top + 112, f"{km} km", "soft", size=11, anchor="middle")
    return drawing


def slip() -> Drawing:
    """A launch, a landing and a duration, and the one change that would make them agree."""
    text = ("The missile was launched at 6:48 a.m. local time and came down at 8:38 a.m. in open water. "
            "The flight lasted 50 minutes.")
    report = judged(text)
    check = next(c for c in report.checks if c.rule == "clock/elapsed" and c.outcome == INCONSISTENT)
    start, end, taken = (report.reading.by_id[i] for i in check.mentions)
    assert all(isinstance(m, Mention) for m in (start, end, taken))
    mended = re.search(r"With (\d+):(\d+) a\.m\.", check.mend or "")
    assert mended
    drawing = Drawing(WIDTH, 196, "A slip: the one change that would make everything agree",
                      "6:48 to 8:38 is 110 minutes and not 50; with 7:38 it would agree")
    scale = (WIDTH - 120) / 140
    def x(minutes: float) -> float:
        return 60 + (minutes - start.value + 10) * scale
    fixed = int(mended[1]) * 60 + int(mended[2])
    drawing.line(40, 96, WIDTH - 30, 96, "line", width=2)
    marks = ((start.value, start.text, "ink"), (end.value, end.text, "red"), (fixed, f"{mended[1]}:{mended[2]} a.m.", "green"))
    for at, label, colour in marks:
        drawing.dot(x(at), 96, colour, 6)
        drawing.text(x(at), 122, label, colour, anchor="middle", weight=600)
    drawing.rect(x(start.value), 40, x(end.value) - x(start.value), 16, "red", opacity=0.35)
    drawing.text(x(start.value) + 8, 30, f"told by the clock: {end.value - start.value:.0f} minutes", "red", size=13)
    drawing.rect(x(start.value), 66, taken.value * scale, 16, "green", opacity=0.45)
    drawing.text(x(start.value) + taken.value * scale + 8, 79, f"told in words: {taken.text}", "green", size=13)
    drawing.text(60, 156, check.message + ".", weight=600)
    drawing.text(60, 178, f"Likely slip: {check.slip}. {check.mend}", "soft")
    return drawing


def tied() -> Drawing:
    """A sentence and the links that its words make between its numbers."""
    text = "Of those 12,500 soldiers, 8,000 are camped near the border and the other 4,500 are held in reserve."
    report = judged(text)
    rows = ["Of those 12,500 soldiers, 8,000 are camped near the border", "and the other 4,500 are held in reserve."]
    drawing = Drawing(WIDTH, 232, "Words tie numbers together", "A sentence with the links between its numbers drawn as arcs")
    step, centre = 10.2, {}
    for i, row in enumerate(rows):
        y = 96 + 74 * i
        drawing.text(24, y, row, mono=True, size=17)
        for m in report.reading.mentions:
            if m.text in row:
                at = 24 + row.index(m.text) * step
                drawing.rect(at - 2, y - 17, len(m.text) * step + 3, 24, "blue", opacity=0.2)
                centre[m.id] = (at + len(m.text) * step / 2, y)
    told = []
    for n, link in enumerate(k for k in report.links.all if k.kind in ("part-of", "among", "list", "shares")):
        roles = [f"{r} = {' and '.join(report.reading.by_id[i].text for i in bound)}" for r, bound in link.roles.items()]
        told.append(f"{link.kind}({', '.join(roles)})")
        ids = sorted(link.ids, key=lambda i: centre[i])
        for a, b in pairwise(ids):
            (ax, ay), (bx, by) = sorted((centre[a], centre[b]))
            if ay == by:
                top = ay - 62 - 8 * n
                drawing.path(f"M{ax:.1f} {ay - 19}C{ax:.1f} {top} {bx:.1f} {top} {bx:.1f} {by - 19}", "green", width=2)
            else:
                down = ay < by
                drawing.path(f"M{ax:.1f} {ay + 9 if down else ay - 19}L{bx:.1f} {by - 19 if down else by + 9}", "green", width=2)
    for i, line in enumerate(told[:2]):
        drawing.text(24, 206 + 20 * i, line, "green", size=13, mono=True)
    return drawing


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    wanted = {f"{make.__name__}-inline.svg": str(make()) for make in (allowed, meeting, slip, tied)}
    there = {p.name: p.read_text(encoding="utf-8") for p in PICTURES.glob("*.svg")}
    stale = [n for n, text in wanted.items() if there.get(n) != text]
    for name in stale:
        if args.check:
            print(f"pictures/{name} is not what the checker says; run python docs/build_pictures.py")
        else:
            (PICTURES / name).write_text(wanted[name], encoding="utf-8")
    return 1 if stale and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
