"""Arithmetic of the calendar: which days a printed date allows, and drafts of dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ..dimension import DATE
from ..interval import Interval
from ..mention import Moment
from ..scan import Draft

#: Finest to coarsest, as ``Moment.grain`` names them.
GRAINS = ("day", "month", "quarter", "half", "year", "decade", "century")


def possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; 29 February is possible where no year is said."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    longest = 31 if month is None else monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]
    return 1 <= day <= longest


def span(first: tuple[int | None, int | None, int | None], last: tuple[int | None, int | None, int | None]) -> Interval | None:
    """All days from the beginning of ``first`` to the end of ``last`` as proleptic ordinals.

    Each is (year, month, day); month and day may be missing. None where a year is missing or the days do not exist.
    """
    if first[0] is None or last[0] is None or not (1 <= first[0] <= 9999 and 1 <= last[0] <= 9999):
        return None
    if not (possible(*first) and possible(*last)):
        return None
    low = date(first[0], first[1] or 1, first[2] or 1)
    end_month = last[1] or 12
    high = date(last[0], end_month, last[2] or monthrange(last[0], end_month)[1])
    return Interval(float(low.toordinal()), float(high.toordinal())) if low <= high else None


def date_draft(start: int, end: int, moment: Moment) -> Draft:
    """The draft of a date whose fixed interval holds every day that ``moment`` allows (None without a year)."""
    first = (moment.year, moment.month, moment.day)
    ranged = (moment.end_year, moment.end_month, moment.end_day) != (None, None, None)
    last = (moment.end_year or moment.year, moment.end_month or moment.month, moment.end_day) if ranged else first
    fixed = span(first, last) if moment.possible else None
    return Draft(start, end, "date", dimension=DATE, moment=moment, fixed=fixed)
