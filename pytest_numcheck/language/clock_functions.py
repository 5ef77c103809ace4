"""Functions on clock times. A time that may be morning or evening gives both readings."""

from __future__ import annotations

from collections.abc import Sequence

from ..numbers.dimension import NUMBER, TIME
from ..numbers.interval import Interval
from ..numbers.mention import Moment
from .calendar_functions import moment_of
from .registry import Tools, function
from .typed import TRUTH
from .value import MAX_OTHERS, Undecided, Value, truth_of


def clock_readings(moment: Moment, text: str, other: Moment | None) -> tuple[float, ...]:
    """Minutes after midnight that a printed time may mean: two where neither a.m. nor p.m. nor a 24-hour style is said."""
    minutes = moment.minutes or 0.0
    if moment.half is not None or minutes >= 780 or minutes < 60:
        return (minutes,)
    if text[:1] == "0" or (other is not None and other.half is None and other.minutes is not None
                           and (other.minutes >= 780 or other.minutes < 60)):
        return (minutes,)
    return (minutes, (minutes + 720) % 1440)


def _clock(value: Value) -> tuple[Moment, str, Interval]:
    """The time, its words, and how far it may be off in minutes."""
    moment = moment_of(value)
    if moment is None or moment.minutes is None:
        raise Undecided(f"'{value.source.text}' gives no time" if value.source else "a time of day is missing")
    if not moment.possible:
        raise Undecided(f"'{value.source.text}' is no time of day" if value.source else "no time of day")
    halo = value.interval
    around = Interval.point(0.0) if halo is None else halo.scaled(1.0, -moment.minutes)
    if not around.holds(0.0):
        around = around.hull(Interval.point(0.0))
    return moment, value.source.text if value.source else "", around


def offsets(zone: str | None, tools: Tools) -> tuple[float, ...] | None:
    """Hours that a printed zone may be ahead of UTC; None where the table does not know it."""
    if zone is None:
        return None
    table = tools.lexicon.table("zones")
    found = table.get(zone) or next((v for k, v in table.items() if k.lower() == zone.lower()), None)
    return None if found is None else tuple(float(v) for v in (found if isinstance(found, list) else [found]))


def _shifts(a: Moment, b: Moment, tools: Tools) -> tuple[float, ...]:
    """Minutes to add to the second clock to read it in the zone of the first."""
    if a.zone is None or b.zone is None or a.zone.lower() == b.zone.lower():
        return (0.0,)
    one, two = offsets(a.zone, tools), offsets(b.zone, tools)
    if one is None or two is None:
        raise Undecided(f"how far {a.zone} and {b.zone} time are apart is not known")
    return tuple(dict.fromkeys(60 * (x - y) for x in one for y in two))


@function("clock_span(start: clock, end: clock)", TIME)
def _clock_span(args: Sequence[Value], tools: Tools) -> Value:
    """The time from one clock time to the next such time, past midnight if it must, across time zones if it is said."""
    (a, a_text, a_halo), (b, b_text, b_halo) = _clock(args[0]), _clock(args[1])
    spans = []
    for shift in _shifts(a, b, tools):
        for start in clock_readings(a, a_text, b):
            for end in clock_readings(b, b_text, a):
                forward = (end + shift - start) % 1440
                if b.next_day and end + shift >= start:
                    forward += 1440
                spans.append(forward)
                if forward == 0:
                    spans.append(1440.0)
    around = b_halo - a_halo
    found = []
    for minutes in dict.fromkeys(spans):
        low, high = max(minutes + around.low, 0.0), minutes + around.high
        found.append(Interval(low * 60, high * 60, around.low_open, around.high_open))
    found = found[:MAX_OTHERS]
    return Value(found[0], TIME, mentions=args[0].mentions + args[1].mentions, nominal=spans[0] * 60, others=tuple(found[1:]))


@function("same_instant(a: clock, b: clock)", NUMBER, TRUTH)
def _same_instant(args: Sequence[Value], tools: Tools) -> Value:
    """Whether two clock times of two zones can be one moment ("8 p.m. Eastern (0100 GMT)")."""
    if _odd_minutes(args[0], args[1]):
        return truth_of(False, args[0].mentions + args[1].mentions)
    (a, a_text, a_halo), (b, b_text, b_halo) = _clock(args[0]), _clock(args[1])
    if a.zone is None or b.zone is None:
        raise Undecided("a time zone is missing")
    around = b_halo - a_halo
    found = []
    for shift in _shifts(a, b, tools):
        for start in clock_readings(a, a_text, b):
            for end in clock_readings(b, b_text, a):
                gap = (end + shift - start + 720) % 1440 - 720
                found.append(Interval(gap + around.low, gap + around.high).holds(0.0))
    truth = found[0] if len(found) == 1 else (None if any(found) else False)
    return truth_of(truth, args[0].mentions + args[1].mentions)


def _odd_minutes(one: Value, two: Value) -> bool:
    """Whether the minutes differ by what no zone does: zones are whole quarters of an hour apart, wherever "local" is."""
    a, b = moment_of(one), moment_of(two)
    if a is None or b is None or a.minutes is None or b.minutes is None or (a.zone is None and b.zone is None):
        return False
    if any(v.like is not None and v.like.hedge for v in (one, two)) or {a.grain, b.grain} != {"minute"}:
        return False
    return (a.minutes - b.minutes) % 15 != 0
