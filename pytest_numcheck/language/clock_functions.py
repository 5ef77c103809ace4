"""Functions on clock times. A time that may be morning or evening gives both readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..numbers.calendar.zones import zone_offsets
from ..numbers.dimension import TIME
from ..numbers.interval import Interval
from ..numbers.mention import Moment
from .calendar_functions import moment_of
from .registry import Tools, function
from .value import MAX_OTHERS, Undecided, Value

#: seconds
DAY = 86400.0


def clock_readings(moment: Moment, text: str, other: Moment | None) -> tuple[float, ...]:
    """Minutes after midnight that a printed time may mean: two where neither a.m. nor p.m. nor a 24-hour style is said."""
    minutes = moment.minutes or 0.0
    if moment.half is not None or minutes >= 780 or minutes < 60:
        return (minutes,)
    if text[:1] == "0" or (other is not None and other.half is None and other.minutes is not None
                           and (other.minutes >= 780 or other.minutes < 60)):
        return (minutes,)
    return (minutes, (minutes + 720) % 1440)


def clock(value: Value) -> tuple[Moment, str, Interval]:
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
    if said := zone_offsets(zone, tools.lexicon):
        return tuple(minutes / 60 for minutes in said)
    table = tools.lexicon.table("zones")
    found = table.get(zone) or next((v for k, v in table.items() if k.lower() == zone.lower()), None)
    return None if found is None else tuple(float(v) for v in (found if isinstance(found, list) else [found]))


def shifts(a: Moment, b: Moment, tools: Tools) -> tuple[float, ...]:
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
    (a, a_text, a_halo), (b, b_text, b_halo) = clock(args[0]), clock(args[1])
    spans = []
    for shift in shifts(a, b, tools):
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


@function("beyond_days(duration: time)", TIME)
def _beyond_days(args: Sequence[Value], tools: Tools) -> Value:
    """What a duration has beyond whole days: 19 hours and 2 minutes of "192 days, 19 hours and 2 minutes"."""
    whole = args[0].allowed()[0]
    if not whole.high - whole.low < DAY / 4:
        raise Undecided("the duration is given in days only")
    days = whole.middle // DAY * DAY
    found = tuple(whole.scaled(1.0, shift) for shift in (-days, DAY - days, -DAY - days))
    return replace(args[0], interval=found[0], others=found[1:], nominal=found[0].middle, source=None)
