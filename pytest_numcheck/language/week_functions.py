"""Functions on dates that may name no year, and on figures whose unit is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..numbers.dimension import NUMBER, TIME
from ..numbers.interval import Interval
from ..numbers.mention import Mention, Moment
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of

#: A run of years in which every one of the 14 calendars occurs, with every one that can follow it.
_YEARS = range(2001, 2029)


def _yearless(value: Value) -> Moment:
    moment = value.source.moment if isinstance(value.source, Mention) else None
    if moment is None or not moment.possible or moment.month is None or moment.day is None or moment.end_day or moment.end_month:
        raise Undecided("a date is not a single day")
    if moment.year is not None:
        raise Undecided("the year of a date is told")
    return moment


def _on(moment: Moment, year: int) -> int | None:
    try:
        return date(year, moment.month or 1, moment.day or 1).weekday()
    except ValueError:
        return None


@function("one_calendar(day: any, date: date, day2: any, date2: date)", NUMBER, TRUTH)
def _one_calendar(args: Sequence[Value], tools: Tools) -> Value:
    """Whether some year, with the next, has both dates without a year on the weekdays told: undecided where a year is known."""
    if tools.published is not None:
        raise Undecided("the article's date tells the year")
    a, b = _yearless(args[1]), _yearless(args[3])
    one, two = args[0].allowed()[0].low, args[2].allowed()[0].low
    steps = (-1, 0, 1) if abs((a.month or 1) - (b.month or 1)) > 6 else (0,)
    fits = any(_on(a, year) == one and _on(b, year + step) == two for year in _YEARS for step in steps)
    return truth_of(fits, tuple(m for value in args for m in value.mentions))


@function("year_told(date: date)", NUMBER, TRUTH)
def _year_told(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words give the year of a date."""
    moment = args[0].source.moment if isinstance(args[0].source, Mention) else None
    return truth_of(moment is not None and moment.year is not None, args[0].mentions)


@function("as_unit(number: plain, like: time)", TIME)
def _as_unit(args: Sequence[Value], tools: Tools) -> Value:
    """A bare figure in the unit of a duration: the 81 of "74 minutes and the second half 81". Undecided where it
    counts things."""
    bare, like = args[0].source, args[1].source
    if not isinstance(bare, Mention) or not isinstance(like, Mention) or bare.value is None or bare.value2 is not None:
        raise Undecided("a bare figure is wanted")
    # a noun that stands further off was only handed on to the figure
    handed = bare.noun is not None and bare.noun not in tools.article.text[max(bare.start - 20, 0):bare.end + 60]
    if bare.unit is not None or (bare.head not in (None, "more", "other") and not handed):
        raise Undecided("the figure counts something")
    seconds = bare.value * like.scale
    half = like.scale / 2
    return Value(Interval(seconds - half, seconds + half), TIME, like=like, mentions=args[0].mentions, nominal=seconds)


@function("same_date(date: date, date2: date)", NUMBER, TRUTH)
def _same_date(args: Sequence[Value], tools: Tools) -> Value:
    """Whether two dates can be one: no year, month or day that both of them tell differs."""
    one, two = (v.source.moment if isinstance(v.source, Mention) else None for v in args)
    if one is None or two is None:
        raise Undecided("a date is wanted")
    return truth_of(all(x is None or y is None or x == y for x, y in
                        ((one.year, two.year), (one.month, two.month), (one.day, two.day))))
