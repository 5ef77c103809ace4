"""Functions on one bound number: its ends, its denominator, how it stands in the text."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from ..numbers.dimension import DATE, NUMBER, TEMPERATURE_DIFFERENCE, TIME
from ..numbers.interval import Interval
from ..numbers.mention import Mention
from . import calendar_functions
from .amounts import unit_named
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, plain, truth_of

#: how many times as much is no longer told as "more than"
_MORE = 2.0
_MADE = re.compile(r"\d+-(?:of|for)-\d+")


def the_mention(value: Value) -> Mention:
    """The mention bound to a place; raises Undecided for a cue or a computed value."""
    if not isinstance(value.source, Mention):
        raise Undecided(f"'{value.source.text}' is not a number" if value.source else "a number of the text is wanted")
    return value.source


@function("first(place: place)")
def _first(args: Sequence[Value], tools: Tools) -> Value:
    """The lower end of a range, the first figure of a score, the first day of a period or member of a list."""
    return _end(args[0], last=False)


@function("last(place: place)")
def _last(args: Sequence[Value], tools: Tools) -> Value:
    """The upper end of a range, the second figure of a score, the last day of a period or member of a list."""
    return _end(args[0], last=True)


def _end(value: Value, *, last: bool) -> Value:
    if value.items is not None:
        if not value.items:
            raise Undecided("the list is empty")
        return value.items[-1 if last else 0]
    mention = the_mention(value)
    if mention.dimension == DATE:
        return calendar_functions.end_of(value, mention, last=last)
    figure = mention.value2 if last and mention.value2 is not None else mention.value
    if figure is None:
        raise Undecided(f"'{mention.text}' gives no figure")
    if mention.value2 is None or mention.value is None:
        return value
    base = figure * mention.scale + mention.shift
    interval, whole = Interval.point(base), value.interval
    if whole is not None and mention.kind != "score" and mention.hedge in (None, "about"):
        # a range keeps half a unit on its outer sides: each end has the same on both of its own
        half = whole.high - base if figure >= max(mention.value, mention.value2) else base - whole.low
        interval = interval.widened(half) if 0 < half < math.inf else interval
    return replace(value, interval=interval, others=(), nominal=base)


@function("stated(number: number)")
def _stated(args: Sequence[Value], tools: Tools) -> Value:
    """The figure as it stands, without what rounding allows; a hedged one keeps what its hedge allows."""
    value = args[0]
    if value.nominal is None or (value.like is not None and value.like.hedge):
        return value
    return replace(value, interval=Interval.point(value.nominal), others=())


@function("reached(number: number)")
def _reached(args: Sequence[Value], tools: Tools) -> Value:
    """What "up to" and "as many as" say can be reached: the figure itself; any other number as it is."""
    value = args[0]
    if value.nominal is None or value.like is None or value.like.hedge != "at-most":
        return value
    return replace(value, interval=Interval.point(value.nominal), others=())


@function("held(number: number)")
def _held(args: Sequence[Value], tools: Tools) -> Value:
    """What a whole may come to: "more than 400" is no word for 800; any other number as it is."""
    value = args[0]
    if not value.nominal or value.nominal < 0 or value.like is None or value.like.hedge not in ("more-than", "at-least"):
        return value
    return replace(value, interval=Interval(value.nominal, _MORE * value.nominal), others=())


@function("difference(reading: place)", TEMPERATURE_DIFFERENCE)
def _difference(args: Sequence[Value], tools: Tools) -> Value:
    """A temperature taken as a difference of temperatures: 36 degrees Fahrenheit are 20 degrees Celsius, no 32 added."""
    value, mention = args[0], the_mention(args[0])
    if value.dimension == TEMPERATURE_DIFFERENCE or value.interval is None:
        return value
    return replace(value, dimension=TEMPERATURE_DIFFERENCE, interval=value.interval.scaled(1.0, -mention.shift), others=(),
                   nominal=None if value.nominal is None else value.nominal - mention.shift)


@function("is_difference(reading: place)", NUMBER, TRUTH)
def _is_difference(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words give a difference of temperatures ("2C warmer") and not a reading of the thermometer."""
    return truth_of(args[0].dimension == TEMPERATURE_DIFFERENCE)


@function("per(rate: place)", "unknown")
def _per(args: Sequence[Value], tools: Tools) -> Value:
    """A rate's denominator: one day for "12,000 a day", 100,000 for "5 per 100,000 people"."""
    mention = the_mention(args[0])
    if mention.per is None:
        raise Undecided(f"'{mention.text}' does not say per what")
    unit = unit_named(mention.per)
    value = plain(mention.per_amount) if unit is None else unit.quantity(mention.per_amount)
    return replace(value, mentions=args[0].mentions)


@function("as_rate(amount: place)", "unknown")
def _as_rate(args: Sequence[Value], tools: Tools) -> Value:
    """A rate as it is, and an amount of something told per time as the rate that it is: "3,200 tonnes of cane a day"."""
    mention = the_mention(args[0])
    if mention.kind in ("rate", "speed"):
        return args[0]
    unit = unit_named(mention.per) if mention.per else None
    if unit is None or unit.dimension != TIME:
        raise Undecided(f"'{mention.text}' does not say per what")
    by = 1 / (unit.scale * mention.per_amount)
    found = [i.scaled(by) for i in args[0].allowed()]
    return replace(args[0], interval=found[0], others=tuple(found[1:]), dimension=mention.dimension / TIME,
                   nominal=None if args[0].nominal is None else args[0].nominal * by, like=None)


@function("is_range(place: place)", NUMBER, TRUTH)
def _is_range(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the number was given as a range or score, with two ends."""
    found = the_mention(args[0])
    at = found.moment
    ends = at is not None and (at.end_year, at.end_month, at.end_day) != (None, None, None)
    return truth_of(found.value2 is not None or (ends and found.kind == "date"))


@function("possible(place: place)", NUMBER, TRUTH)
def _possible(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the calendar or the clock has such a date or time: April 31 and 25:70 are not possible."""
    moment = the_mention(args[0]).moment
    if moment is None:
        raise Undecided("only a date or a clock time can be impossible")
    return truth_of(moment.possible)


@function("tried(number: any)", NUMBER, TRUTH)
def _tried(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a ratio is what was made of what was tried: "20-of-24 passing", "3-for-4"."""
    return truth_of(_MADE.fullmatch(the_mention(args[0]).text) is not None)
