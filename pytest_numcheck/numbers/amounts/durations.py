"""Lengths of time: "26 minutes", "one hour and 26 minutes", "an hour and a half", "a century", "18-month"."""

from __future__ import annotations

import re

from ..clause.around import open_figures, quantity
from ..digits.figures import Figure
from ..scan import Draft, Scan
from .compound import and_a_half, figure_at, next_part
from .units import unit_info
from .unitwords import unit_after

_UNIT = r"(?P<u>second|minute|hour|day|week|fortnight|month|year|decade|century)"
_A_HALF = re.compile(
    rf"\b(?:(?:an?|one)[\s-]|(?<=past )|(?<=last )|(?<=next )|(?<=previous ))(?<!\d ){_UNIT}(?:\s+and\s+|-and-)(?:an?[\s-])?"
    r"(?P<h>half|quarter)\b(?![\s-](?:of|hour|million|billion)\b)",
    re.I,
)
_A_LONG = re.compile(
    r"\ba(?P<n>\s+(?:half|quarter)[\s-])?(?:(?<=a)\s+)?(?:full\s+|whole\s+)?(?P<u>century|decade|millennium)\b"
    r"(?!['-]|\s+(?:and\s+a|later\s+than))",
    re.I,
)
_AND_HALF_OF = re.compile(
    r"\b(?:an?|one)\s(?P<u>cup|teaspoon|tablespoon|mile|kilometre|kilometer|metre|meter|foot|inch|pint|litre|liter|gallon|pound|kilo|ton|tonne|acre)"
    r"\sand\sa\s(?P<h>half|quarter)\b(?![\s-](?:million|billion)\b)",
    re.I,
)
_OR_TWO = re.compile(r"\b(?:an?|one)\s(?P<u>second|minute|hour|day|week|fortnight|month|year|decade)"
                     r"\sor\stwo\b(?!\s\w+s\b)", re.I)
_AN_AND = re.compile(rf"\b(?:an?|one)\s{_UNIT}\s+and\s+(?=[\w])(?!an?\s|half\s)", re.I)
_PINT = {"metre": "meter", "kilometre": "kilometer", "litre": "liter", "kilo": "kilogram"}
_LONG = {"century": 100.0, "decade": 10.0, "millennium": 1000.0}


def find(scan: Scan) -> None:
    """Claim durations. ``value`` is in the smallest unit that the words name: one hour and 26 minutes is 86, minute."""
    text = scan.text
    for m in _A_HALF.finditer(text):
        part = 0.5 if m["h"].lower() == "half" else 0.25
        _add(scan, m.start(), m.end(), m["u"].lower(), 1 + part, part)
    for m in _AN_AND.finditer(text) if " and " in text else ():
        _an_hour_and(scan, m)
    for m in _AND_HALF_OF.finditer(text) if " and a " in text else ():
        name = _PINT.get(m["u"].lower(), m["u"].lower())
        part = 0.5 if m["h"].lower() == "half" else 0.25
        _add(scan, m.start(), m.end(), name, 1 + part, part)
    for m in _OR_TWO.finditer(text) if " or two" in text else ():
        draft = quantity(Figure(m.start(), m.end(), 1.0, None, True, 1.0), m.start(), m.end(), m["u"].lower())
        draft.value2 = 2.0
        draft.step2 = 1.0
        scan.add(draft)
    for figure in open_figures(scan):
        if not figure.glued or text[figure.start - 1 : figure.start] == "_":
            _measured(scan, figure)
    for m in _A_LONG.finditer(text):
        years = _LONG[m["u"].lower()] * (1 if not m["n"] else 0.5 if "half" in m["n"].lower() else 0.25)
        _add(scan, m.start(), m.end(), "year", years, years / 5)


def _an_hour_and(scan: Scan, m: re.Match[str]) -> None:
    """As in "an hour and 45 minutes"."""
    figure = figure_at(scan.text, m.end())
    unit = unit_after(scan.text, figure, scan.lexicon) if figure is not None else None
    if figure is None or unit is None or unit_info(unit.unit).kind != "duration":
        return
    big, small = unit_info(m["u"].lower()), unit_info(unit.unit)
    if figure.value * small.scale < big.scale:
        value = (_calendar(m["u"].lower(), unit.unit) or big.scale / small.scale) + figure.value
        scan.add(quantity(Figure(m.start(), unit.end, value, None, figure.worded, figure.grain), m.start(), unit.end, unit.unit))


def _add(scan: Scan, start: int, end: int, unit: str, value: float, grain: float) -> None:
    scan.add(quantity(Figure(start, end, value, None, True, grain), start, end, unit))


def _measured(scan: Scan, figure: Figure) -> None:
    text = scan.text
    unit = unit_after(text, figure, scan.lexicon)
    if unit is None or (info := unit_info(unit.unit)).kind != "duration":
        return
    value, name, end, grain, worded = figure.value, unit.unit, unit.end, figure.grain, figure.worded
    at, last = unit, figure
    while (more := next_part(scan, last, at, scan.lexicon)) is not None:
        last, at = more
        smaller = unit_info(at.unit)
        value = value * (_calendar(name, at.unit) or info.scale / smaller.scale) + last.value
        name, info, end, grain, worded = at.unit, smaller, at.end, last.grain, worded and last.worded
    half = and_a_half(text, end) if last is figure and not figure.fraction else None
    if half is not None:
        value, grain, end = value + half[0], half[0], half[1]
    draft = Draft(
        figure.start, end, "duration", value, unit=name, scale=info.scale, dimension=info.dimension, step=grain, worded=worded
    )
    scan.add(draft)


def _calendar(big: str, small: str) -> float | None:
    """Twelve months make a year in words, whatever pint's mean month."""
    return {("year", "month"): 12.0, ("month", "week"): 4.345, ("year", "week"): 52.0}.get((big, small))
