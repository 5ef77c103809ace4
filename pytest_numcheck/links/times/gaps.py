"""How far two moments are apart, and whether a told length can be that, or could but for one slip."""

from __future__ import annotations

from datetime import date

from ...numbers.mention import Mention, Moment

#: seconds
DAY, MINUTE = 86400.0, 60.0
_YEAR = 365.2425 * DAY
_UNIT = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY,
         "month": _YEAR / 12, "year": _YEAR, "decade": 10 * _YEAR, "century": 100 * _YEAR}
#: units in which one length is written for another
_OTHER = {"day": ("week", "month"), "week": ("day", "month"), "month": ("week", "year", "day"), "year": ("month",),
          "hour": ("minute", "day"), "minute": ("hour",)}
Gap = tuple[float, float]


def gaps(a: Mention, b: Mention) -> tuple[Gap, ...]:
    """The seconds from ``a`` to ``b``, each reading of a missing year or of a.m. and p.m. by itself; () where unknown.

    Dates count with and without the last day. Of two clock times the second is taken to follow within a day.
    """
    if a.moment is None or b.moment is None:
        return ()
    if a.kind == b.kind == "clock":
        return _clock(a, b, a.moment, b.moment)
    one, two = a.printed, b.printed
    if one is not None and two is not None:
        return ((two.low - one.high) * DAY, (two.high - one.low + 1) * DAY),
    return _yearless(a.moment, b.moment)


def _yearless(a: Moment, b: Moment) -> tuple[Gap, ...]:
    if a.month is None or b.month is None or a.day is None or b.day is None:
        return ()
    found = []
    for first in (2001, 2003):
        for last in (first, first + 1):
            try:
                days = date(last, b.month, b.day) - date(first, a.month, a.day)
            except ValueError:
                continue
            if 0 <= days.days < 366:
                found.append((days.days * DAY, (days.days + 1) * DAY))
    return tuple(dict.fromkeys(found))


def _clock(a: Mention, b: Mention, one: Moment, two: Moment) -> tuple[Gap, ...]:
    if one.minutes is None or two.minutes is None or (one.zone or two.zone or "") != (two.zone or one.zone or ""):
        return ()
    found = []
    for start in _hours(one, two, a.text):
        for end in _hours(two, one, b.text):
            minutes = (end - start) % 1440
            around = 30.0 if a.hedge or b.hedge else 0.0
            found.append(((minutes - around) * MINUTE, (minutes + around) * MINUTE))
            if minutes == 0:
                found.append((DAY, DAY))
    return tuple(dict.fromkeys(found))


def _hours(at: Moment, other: Moment, text: str) -> tuple[float, ...]:
    minutes = at.minutes or 0.0
    if at.half or minutes >= 780 or minutes < 60 or text[:1] == "0" or (other.half is None and (other.minutes or 0) >= 780):
        return (minutes,)
    return (minutes, (minutes + 720) % 1440)


def fits(length: Mention, gap: Gap, *, loosely: bool = False) -> bool:
    """Whether the length can be that gap, by a day or some minutes either way; ``loosely`` also by half a year or a few days."""
    told = length.base()
    if told is None:
        return False
    slack = _slack(length)
    if loosely:
        slack = 3 * slack if slack else 0.3 * (_YEAR if length.unit == "year" else _YEAR / 12)
    return told.low - slack <= gap[1] and gap[0] <= told.high + slack


def _slack(length: Mention) -> float:
    size, unit = abs(length.value or 0) * length.scale, length.unit
    if unit in ("day", "week", "fortnight"):
        return DAY if size > 6 * DAY else 0.5 * DAY
    if unit in ("hour", "minute"):
        return 5 * MINUTE if size >= 30 * MINUTE else MINUTE
    return 0.0


def near_slip(length: Mention, gap: Gap) -> bool:
    """Whether one slip would make the length fit: digits turned or lost, ten off, a.m. for p.m., a unit for another."""
    value = length.value
    if value is None or length.value2 is not None:
        return False
    middle = (gap[0] + gap[1]) / 2
    unit = _UNIT.get(length.unit or "", length.scale)
    slack = 0.6 * unit + (gap[1] - gap[0]) / 2
    meant = [v * unit for v in _values(value)]
    meant += [value * _UNIT[u] for u in _OTHER.get(length.unit or "", ())]
    if length.unit in ("day", "week", "fortnight"):
        meant += [value * unit + by * DAY for by in (-10, 10, 30, 31, -30, -31)]
    if length.unit in ("hour", "minute"):
        told = value * unit
        meant += [told - 3600, told + 3600, told - 43200, told + 43200]
        slack = max(10 * MINUTE, 0.1 * unit)
    return any(m > 0 and abs(m - middle) <= slack for m in meant)


def _values(v: float) -> list[float]:
    found = [v * 10, v / 10, v + 10, v - 10, v + 100, v - 100]
    if v == int(v):
        digits = str(int(v))
        found += [float(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]) for i in range(len(digits) - 1)]
        if 13 <= v <= 19:
            found.append((v - 10) * 10)
        if 30 <= v <= 90 and v % 10 == 0:
            found.append(v / 10 + 10)
        if len(digits) == 1:
            found += [float(digits + digits)]
    return [x for x in found if x > 0 and x != v]




def turned(a: Mention, b: Mention, found: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The same gaps with two digits of one moment's day, year or minutes turned."""
    moves = [-s for s in _turned(a)] + _turned(b)
    return tuple((low + by, high + by) for low, high in found for by in moves)


def _turned(m: Mention) -> list[float]:
    at = m.moment
    if at is None:
        return []
    if at.minutes is not None:
        minute = int(at.minutes) % 60
        other = minute % 10 * 10 + minute // 10
        return [(other - minute) * MINUTE] if other < 60 and other != minute else []
    found = []
    if at.day is not None:
        other = at.day % 10 * 10 + at.day // 10
        found += [(other - at.day) * DAY] if 0 < other < 32 and other != at.day else []
    if at.year is not None and at.year > 999:
        y = str(at.year)
        found += [(int(y[:i] + y[i + 1] + y[i] + y[i + 2:]) - at.year) * _YEAR for i in (1, 2) if y[i] != y[i + 1]]
    return found


def near_value(value: float, gap: float) -> bool:
    """The same of a number of years told and one worked out from two bare years."""
    slack = min(1.0, max(0.5, 0.1 * gap))
    return gap > 0 and any(abs(v - gap) <= slack for v in _values(value) if v != value * 10 or v < 1000)
