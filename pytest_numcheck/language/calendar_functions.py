"""Functions on dates. A date without a year gives the readings that the article's date allows; never the system clock's."""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..numbers.calendar.days import span
from ..numbers.dimension import DATE, NUMBER, TIME
from ..numbers.interval import Interval
from ..numbers.mention import Mention, Moment
from .amounts import unit_named
from .kinds import WEEKDAY
from .registry import Tools, function
from .value import MAX_OTHERS, Undecided, Value

DAY = 86400.0
HALF_YEAR = 183


def moment_of(value: Value) -> Moment | None:
    return value.source.moment if isinstance(value.source, Mention) else None


def end_of(value: Value, mention: Mention, *, last: bool) -> Value:
    """The first or last day of a date that is a period, as a date of its own."""
    moment, interval = mention.moment, mention.printed
    if moment is None:
        raise Undecided(f"'{mention.text}' is not a date of the calendar")
    ranged = (moment.end_year, moment.end_month, moment.end_day) != (None, None, None)
    if last and ranged:
        moment = replace(moment, year=moment.end_year or moment.year, month=moment.end_month or moment.month, day=moment.end_day)
    moment = replace(moment, end_year=None, end_month=None, end_day=None)
    if interval is not None:
        # of two dates the one that was printed, of a month, year or decade its first or last day
        printed = ranged and moment.grain not in ("decade", "century")
        whole = span(*[(moment.year, moment.month, moment.day)] * 2) if printed else None
        interval = whole or Interval.point(interval.high if last else interval.low)
    single = replace(mention, moment=moment, printed=interval, loose=interval)
    return replace(value, interval=interval, source=single, like=single, others=(), nominal=None)


def days_of(value: Value, tools: Tools) -> tuple[Interval, ...]:
    """The days (proleptic ordinals) that a date allows, one interval for each reading of a missing year."""
    if value.interval is not None:
        return value.allowed()
    moment = moment_of(value)
    if moment is None or moment.month is None:
        raise Undecided(f"'{value.source.text}' gives no date" if value.source else "a date is missing")
    if not moment.possible:
        raise Undecided(f"'{value.source.text}' is no date of the calendar" if value.source else "no date of the calendar")
    if tools.published is None:
        raise Undecided(f"'{value.source.text}' gives no year and the article's date is not known"
                        if value.source else "the article's date is not known")
    today = tools.published.toordinal()
    found = sorted(_nearby(moment, tools.published.year), key=lambda i: abs((i.low + i.high) / 2 - today))
    if not found:
        raise Undecided("the calendar has no such day near the article's date")
    best = abs((found[0].low + found[0].high) / 2 - today)
    # near the six-month border either year may be meant
    return tuple(i for i in found if abs((i.low + i.high) / 2 - today) <= max(best, HALF_YEAR + 7 if best > HALF_YEAR - 7 else 0))


def _nearby(moment: Moment, year: int) -> Iterator[Interval]:
    for y in (year - 1, year, year + 1):
        first = (y, moment.month, moment.day)
        last = first
        if moment.end_month is not None or moment.end_day is not None:
            last = (y, moment.end_month or moment.month, moment.end_day)
            if (last[1] or 0) < (first[1] or 0):
                last = (y + 1, last[1], last[2])
        if (days := span(first, last)) is not None:
            yield days


def year_count(first: float, last: float) -> float:
    """Years from day ``first`` to day ``last`` by the calendar: whole ones from birthday to birthday, then a fraction."""
    if last < first:
        return -year_count(last, first)
    a, b = date.fromordinal(int(first)), date.fromordinal(int(last))
    whole = b.year - a.year
    if _birthday(a, a.year + whole) > b:
        whole -= 1
    since, until = _birthday(a, a.year + whole), _birthday(a, a.year + whole + 1)
    return whole + (b - since).days / (until - since).days


def _birthday(born: date, year: int) -> date:
    year = min(year, 9999)
    return born.replace(year=year, day=min(born.day, monthrange(year, born.month)[1]))


def year_seconds() -> float:
    unit = unit_named("year")
    return unit.scale if unit else 31557600.0


@function("published()", DATE)
def _published(args: Sequence[Value], tools: Tools) -> Value:
    """The day on which the article was published; undecided where the article does not say and none was given."""
    if tools.published is None:
        raise Undecided("the article's date is not known")
    day = float(tools.published.toordinal())
    return Value(Interval.point(day), DATE, nominal=day)


@function("years_between(a: date, b: date)", TIME)
def _years_between(args: Sequence[Value], tools: Tools) -> Value:
    """The time from the first date or year to the second, forward, as years (negative if the second is earlier)."""
    readings = [Interval(year_count(x.high, y.low), year_count(x.low, y.high))
                for x in days_of(args[0], tools) for y in days_of(args[1], tools)]
    middle = readings[0].middle
    nominal = math.floor(middle + 0.01) if middle >= 0 else math.ceil(middle - 0.01)
    scaled = [i.scaled(year_seconds()) for i in readings[:MAX_OTHERS]]
    return Value(scaled[0], TIME, mentions=args[0].mentions + args[1].mentions, nominal=nominal * year_seconds(),
                 others=tuple(scaled[1:]))


@function("year_difference(a: date, b: date)", NUMBER)
def _year_difference(args: Sequence[Value], tools: Tools) -> Value:
    """The second year's number less the first's, as on a calendar: 25 from any day of 2001 to any day of 2026."""
    spans = [[_year(i.low), _year(i.high)] for value in args for i in days_of(value, tools)[:1]]
    interval = Interval(spans[1][0] - spans[0][1], spans[1][1] - spans[0][0])
    return Value(interval, NUMBER, mentions=args[0].mentions + args[1].mentions, nominal=spans[1][0] - spans[0][0])


def _year(day: float) -> int:
    return date.fromordinal(max(1, min(int(day), date.max.toordinal()))).year


def _apart(args: Sequence[Value], tools: Tools) -> list[Interval]:
    """Days from the first date to the second. Two dates without a year need no publication date."""
    a, b = moment_of(args[0]), moment_of(args[1])
    loose = [_yearless(args[0], a), _yearless(args[1], b)]
    if a and b and any(loose):
        found = []
        for year in (2001, 2004) if all(loose) else (a.year or b.year or 2001,):
            for first in (year - 1, year) if loose[0] else (a.year or year,):
                for last in (first, first + 1) if loose[1] else (b.year or year,):
                    x, y = span(*[(first, a.month, a.day)] * 2), span(*[(last, b.month, b.day)] * 2)
                    if x and y and 0 <= y.low - x.low < 366:
                        found.append(Interval(y.low - x.high, y.high - x.low))
        if found:
            return list(dict.fromkeys(found))[:MAX_OTHERS]
    return [Interval(y.low - x.high, y.high - x.low)
            for x in days_of(args[0], tools) for y in days_of(args[1], tools)][:MAX_OTHERS]


def _yearless(value: Value, moment: Moment | None) -> bool:
    return value.interval is None and moment is not None and moment.month is not None and moment.possible


@function("days_between(a: date, b: date)", TIME)
def _days_between(args: Sequence[Value], tools: Tools) -> Value:
    """The days from one date to the other, with or without the last day: May 3 to May 10 is seven to eight days."""
    found = [Interval(i.low * DAY, (i.high + 1) * DAY) for i in _apart(args, tools)]
    return Value(found[0], TIME, mentions=args[0].mentions + args[1].mentions, nominal=found[0].high, others=tuple(found[1:]))


@function("nights_between(a: date, b: date)", TIME)
def _nights_between(args: Sequence[Value], tools: Tools) -> Value:
    """The days from one date to the other without the last: May 3 to May 10 is seven nights."""
    found = [i.scaled(DAY) for i in _apart(args, tools)]
    return Value(found[0], TIME, mentions=args[0].mentions + args[1].mentions, nominal=found[0].middle, others=tuple(found[1:]))


@function("weekday(date: date)", WEEKDAY)
def _weekday(args: Sequence[Value], tools: Tools) -> Value:
    """The day of the week of a date. Without a year it is the nearest such day to the article's date."""
    found = []
    for days in days_of(args[0], tools):
        if days.low != days.high:
            raise Undecided("the date is not a single day")
        found.append(Interval.point((days.low + 6) % 7))
    return Value(found[0], WEEKDAY, mentions=args[0].mentions, nominal=found[0].low, others=tuple(dict.fromkeys(found[1:])))
