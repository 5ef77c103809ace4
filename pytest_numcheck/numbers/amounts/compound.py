"""Amounts in two units: "one hour and 26 minutes", "5 feet 6 inches", "12st 5lb"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...base.lexicon import Lexicon
from ..digits.figures import Figure, figures
from ..scan import Scan
from .units import unit_info
from .unitwords import UnitAt, unit_after, unit_words

_JOIN = re.compile(r"(?:,?\s+and\s+|,\s+|\s+|\s?-\s?(?=\d))?")
_AND_HALF = re.compile(r"(?:\s+and\s+|-and-)(?:a[\s-])?(half|quarter)\b(?![\s-]+(?:of\s|million|billion|hour|a\s))", re.I)
_INCH = re.compile(r"\s?(?:ins?\b\.?|\"|'')")
_MINUTE = re.compile(r"\s?m(?:in)?\b")


def next_part(scan: Scan, figure: Figure, unit: UnitAt, lexicon: Lexicon) -> tuple[Figure, UnitAt] | None:
    """The smaller amount that goes on from ``unit``, if one does."""
    smaller = unit_words(lexicon).next.get(unit.unit, ())
    if not smaller:
        return None
    text = scan.text
    joined = _JOIN.match(text, unit.end)
    found = figure_at(text, joined.end()) if joined is not None else None
    if found is None or joined is None or (found.start == unit.end and not text[unit.end].isdigit()):
        return None
    if joined.group() == "" and text[unit.end - 1].isdigit():
        return None
    at = unit_after(text, found, lexicon)
    if unit.unit == "foot" and (inch := _INCH.match(text, found.end)) is not None and (at is None or at.unit != "inch"):
        at = UnitAt(found.end, inch.end(), "inch")
    if unit.unit == "hour" and (at is None or at.unit == "meter") and (minute := _MINUTE.match(text, found.end)) is not None:
        at = UnitAt(found.end, minute.end(), "minute")
    if at is None or at.unit not in smaller or not scan.free(found.start, at.end):
        return None
    # "two years and 18 months" are two amounts: the smaller part must not fill one of the larger
    if found.value * unit_info(at.unit).scale >= unit_info(unit.unit).scale * (
        1.0001 if joined.group().strip() == "and" else 1.0
    ):
        return None
    return found, at


def and_a_half(text: str, end: int) -> tuple[float, int] | None:
    """As in "an hour and a half": what it adds, and where it ends."""
    m = _AND_HALF.match(text, end)
    return None if m is None else ((0.5 if m[1].lower() == "half" else 0.25), m.end())


def figure_at(text: str, start: int) -> Figure | None:
    """The figure that begins at ``start``."""
    all_of_them = figures(text)
    i = bisect_left(all_of_them, start, key=lambda f: f.start)
    return all_of_them[i] if i < len(all_of_them) and all_of_them[i].start == start else None
