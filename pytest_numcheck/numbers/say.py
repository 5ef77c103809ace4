"""Values in plain words, for messages that a copy editor reads."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

from .clause.said import Style, number, shown, style_for
from .dimension import CLOCK, DATE, TIME, Dimension
from .interval import Interval
from .mention import Mention

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MINUTE, _HOUR, _DAY, _YEAR = 60.0, 3600.0, 86400.0, 365.25 * 86400
_MAX_DIGITS = 8


def say(value: Interval | float, dimension: Dimension, like: Mention | None = None, *,
        unit: str | None = None, currency: str | None = None) -> str:
    """``value`` (in base units) in words: "2 hours 26 minutes", "$4.1 million", "36%", "8 km", "12,000", "7:11 a.m.".

    In ``unit`` if given, else in the unit and manner of ``like`` if that has the same dimension, else in a usual unit.
    ``like`` is also what the value is compared with: digits are added until another value no longer reads
    the same. A wide interval gives both ends ("31% to 33%"), an open one "at least …".
    """
    if isinstance(value, Interval):
        return _interval(value, dimension, like, unit, currency)
    if not math.isfinite(value):
        return "any value"
    if dimension == CLOCK:
        return _clock(value, like)
    if dimension == DATE:
        return _date(Interval.point(value), like)
    if dimension == TIME and (like is None or like.kind == "duration" or like.dimension != TIME) and unit is None:
        return _duration(value, like)
    style = style_for(dimension, value, like, unit, currency)
    return _measure(value, style, _printed(like, dimension), like)


def _interval(value: Interval, dimension: Dimension, like: Mention | None, unit: str | None, currency: str | None) -> str:
    def one(v: float) -> str:
        return say(v, dimension, like, unit=unit, currency=currency)

    low, high = value.low, value.high
    if math.isinf(low) and math.isinf(high):
        return "any value"
    if math.isinf(high):
        return f"{'more than' if value.low_open else 'at least'} {one(low)}"
    if math.isinf(low):
        return f"{'less than' if value.high_open else 'at most'} {one(high)}"
    if dimension == DATE:
        return _date(value, like)
    middle = value.middle
    stated = _stated(like, dimension)
    slight = 2 * _MINUTE if dimension == TIME and abs(middle) >= _HOUR / 2 else 2.0 if dimension == CLOCK else abs(middle) / 100
    narrow = high - low <= slight
    if low == high or (narrow and (stated is None or stated.holds(middle) == stated.meets(value))):
        return one(middle)
    return joined(one(low), one(high))


def joined(first: str, second: str) -> str:
    """The two ends of a range: "8 to 9 km", "31% to 33%"; one of them if they read the same."""
    if first == second:
        return first
    head, _, tail = first.partition(" ")
    alike = second.endswith(f" {tail}") and second.count(" ") == first.count(" ")
    if tail and alike and head[-1:].isdigit() and head[0].isdigit():
        return f"{head} to {second}"
    return f"{first} to {second}"


def _stated(like: Mention | None, dimension: Dimension) -> Interval | None:
    """What ``like`` allows, in base units."""
    if like is None or like.dimension != dimension:
        return None
    printed = like.base()
    if printed is not None and math.isfinite(printed.low) and math.isfinite(printed.high):
        return printed
    return Interval.point(like.value * like.scale + like.shift) if like.value is not None else printed


def _printed(like: Mention | None, dimension: Dimension) -> float | None:
    """The figure that ``like`` prints, in base units."""
    if like is None or like.dimension != dimension or like.value is None:
        return None
    return like.value * like.scale + like.shift


def _measure(value: float, style: Style, stated: float | None, like: Mention | None) -> str:
    x = (value - style.shift) / style.scale
    x = 0.0 if abs(x) < 1e-12 else x
    grouped = like is not None and like.step is not None and like.step < 1000 and abs(x) < 1e9 and like.kind != "money"
    digits = 3
    if like is not None and like.step and x and math.isclose(x / like.step, round(x / like.step), rel_tol=1e-9):
        digits = max(digits, min(12, math.floor(math.log10(abs(x))) - math.floor(math.log10(like.step)) + 1))

    def rounded(d: int) -> float:
        return shown(x, d, grouped) * style.scale + style.shift

    return style.write(x, _distinct(value, stated, digits, rounded), grouped)


def _distinct(value: float, stated: float | None, digits: int, rounded: Callable[[int], float]) -> int:
    """How many digits, at least ``digits``, keep ``value`` from reading as a stated value that it is not."""
    if stated is not None and not math.isclose(stated, value, rel_tol=1e-9):
        while digits < _MAX_DIGITS and math.isclose(stated, rounded(digits), rel_tol=1e-9):
            digits += 1
    return digits


def _duration(seconds: float, like: Mention | None) -> str:
    sign = "minus " if seconds < 0 else ""
    total = abs(seconds)
    unit = like.unit if like is not None and like.dimension == TIME else None
    if unit in ("day", "week", "month", "year", "decade", "century") or (total >= 2 * _DAY and unit != "hour"):
        chosen = unit or ("year" if total >= 2 * _YEAR else "day")
        return sign + _measure(total, style_for(TIME, total, None, chosen, None), _printed(like, TIME), like)
    if unit == "minute" and like is not None and "hour" not in like.text.lower() and total < 10 * _HOUR:
        return sign + _measure(total, style_for(TIME, total, None, "minute", None), _printed(like, TIME), like)
    return sign + _hours(total, _printed(like, TIME))


def _hours(total: float, stated: float | None) -> str:
    """"2 hours 26 minutes": whole minutes from an hour on, unless the seconds are what differs."""
    seconds = round(total)
    if total >= _HOUR and seconds % 60:
        near = round(total / 60) * 60
        if stated is None or abs(stated - near) > 0.5:
            seconds = near
    if total < _MINUTE and total != seconds:
        return f"{number(total)} seconds"
    parts = [(seconds // 3600, "hour"), (seconds % 3600 // 60, "minute"), (seconds % 60, "second")]
    words = [f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in parts if n]
    return " ".join(words) or "no time"


def _clock(minutes: float, like: Mention | None) -> str:
    day, rest = divmod(round(minutes), 1440)
    days = f" {abs(day)} days {'later' if day > 0 else 'earlier'}"
    later = {0: "", 1: " the next day", -1: " the day before"}.get(day, days)
    hour, minute = divmod(rest, 60)
    if like is not None and like.moment is not None and like.moment.half is None and like.dimension == CLOCK:
        return f"{hour}:{minute:02d}{later}"
    if minute == 0 and hour in (0, 12):
        return f"{'noon' if hour else 'midnight'}{later}"
    shape = f"{hour % 12 or 12}:{minute:02d}" if minute else f"{hour % 12 or 12}"
    return f"{shape} {'p.m.' if hour >= 12 else 'a.m.'}{later}"


def _date(days: Interval, like: Mention | None) -> str:
    """A day with its weekday, a whole month or year by its name, else first and last day."""
    if days.low < 1 or days.high >= date.max.toordinal():
        return "any day"
    first, last = date.fromordinal(math.floor(days.low)), date.fromordinal(math.floor(days.high))
    if first == last:
        if like is not None and like.kind == "year":
            return str(first.year)
        return f"{_DAYS[first.weekday()]}, {_MONTHS[first.month - 1]} {first.day}, {first.year}"
    whole_years = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    if whole_years or (like is not None and like.kind == "year"):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    ends_month = date.fromordinal(last.toordinal() + 1).day == 1
    if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_MONTHS[first.month - 1]} {first.day}, {first.year}, to {_MONTHS[last.month - 1]} {last.day}, {last.year}"
