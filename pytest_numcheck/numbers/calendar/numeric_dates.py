"""Dates all in figures: "2014-05-01", "28/10/2024", "28.10.2024"."""

from __future__ import annotations

import re

from ..dimension import DATE
from ..interval import Interval
from ..mention import Moment
from ..scan import Draft, Scan
from .days import date_draft, possible, span
from .months import calendar_names

_DATE = re.compile(r"\d{1,4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{2,4}")
_BESIDE = frozenset("0123456789,.:/-–£$€%")
#: How a date may be read that both orders allow; printed in ``Draft.alternatives``.
ORDERS = ("month-first", "day-first")


def find(scan: Scan) -> None:
    """Claim figures that are a date. With an open order of day and month the interval spans both readings."""
    text = scan.text
    for hit in _DATE.finditer(text):
        start, end = hit.span()
        if start and (text[start - 1] in _BESIDE or text[start - 1].isalnum()):
            continue
        after = text[end:end + 1]
        if after.isalnum() or (after in _BESIDE and (after in "-/" or text[end + 1:end + 2].isdigit())):
            continue
        parts, sep = hit.group().split(hit["sep"]), hit["sep"]
        draft = _year_first(start, end, parts) if len(parts[0]) == 4 else _year_last(start, end, parts, sep, scan)
        if draft:
            scan.add(draft)


def _year_first(start: int, end: int, parts: list[str]) -> Draft | None:
    year, month, day = (int(p) for p in parts)
    if len(parts[2]) > 2 or not 1000 <= year <= 2199:
        return None
    return date_draft(start, end, Moment(year=year, month=month, day=day, possible=possible(year, month, day)))


def _year_last(start: int, end: int, parts: list[str], sep: str, scan: Scan) -> Draft | None:
    a, b, year = (int(p) for p in parts)
    if len(parts[0]) > 2 or len(parts[2]) == 3 or (len(parts[2]) == 2 and sep != "/"):
        return None
    if len(parts[2]) == 2:
        if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12):
            return None
        year += 1900 if year > 68 else 2000
    if not 1000 <= year <= 2199 or max(a, b) > 39:
        return None
    order = calendar_names(scan.lexicon).numeric_order
    readings = {"month-first": Moment(year=year, month=a, day=b), "day-first": Moment(year=year, month=b, day=a)}
    good = {name: m for name, m in readings.items() if possible(m.year, m.month, m.day)}
    if not good:
        return Draft(start, end, "date", dimension=DATE, moment=Moment(year=year, possible=False))
    if len(good) == 1 or order in good or a == b:
        return date_draft(start, end, good.get(order) or next(iter(good.values())))
    days = [d for m in good.values() if (d := span((m.year, m.month, m.day), (m.year, m.month, m.day)))]
    fixed = Interval(min(d.low for d in days), max(d.high for d in days))
    return Draft(start, end, "date", dimension=DATE, moment=Moment(year=year), fixed=fixed, alternatives=ORDERS)
