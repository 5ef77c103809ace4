"""Functions on one moment told in two time zones. A hedge is the same in both, so figures are compared as printed."""

from __future__ import annotations

from collections.abc import Sequence

from ..numbers.dimension import NUMBER
from ..numbers.mention import Moment
from .calendar_functions import moment_of
from .clock_functions import clock, clock_readings, offsets, shifts
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of

#: All zones of today differ by so many minutes or a multiple.
QUARTER = 15
DAY = 1440


def _apart(args: Sequence[Value], shift: float = 0.0) -> set[float]:
    """Minutes that the second clock may be ahead of the first, 0 to 1440."""
    (a, a_text, _), (b, b_text, _) = clock(args[0]), clock(args[1])
    return {round((end + shift - start) % DAY, 3)
            for start in clock_readings(a, a_text, b) for end in clock_readings(b, b_text, a)}


def _unknown(moment: Moment, tools: Tools) -> bool:
    return offsets(moment.zone, tools) is None


@function("same_instant(a: clock, b: clock)", NUMBER, TRUTH)
def _same_instant(args: Sequence[Value], tools: Tools) -> Value:
    """Whether two clock times of two zones can be one moment ("8 p.m. Eastern (0100 GMT)"). False also where the minutes
    differ as in no two zones ("4:42 local time (2024 GMT)")."""
    ids = args[0].mentions + args[1].mentions
    if any(m is not None and not m.possible for m in map(moment_of, args)):
        return truth_of(False, ids)
    (a, *_), (b, *_) = clock(args[0]), clock(args[1])
    if a.zone is None and b.zone is None:
        raise Undecided("the time zones are not said")
    if _unknown(a, tools) or _unknown(b, tools):
        if all(gap % QUARTER for gap in _apart(args)):
            return truth_of(False, ids)
        raise Undecided("a time zone is not said")
    found = [gap == 0 for shift in shifts(a, b, tools) for gap in _apart(args, shift)]
    return truth_of(found[0] if len(found) == 1 else (None if any(found) else False), ids)


@function("same_offset(here: clock, there: clock, here2: clock, there2: clock)", NUMBER, TRUTH)
def _same_offset(args: Sequence[Value], tools: Tools) -> Value:
    """Whether two pairs of times ("midnight (0700 UTC)", "11:30 am (1830 UTC)") can be equally many hours apart."""
    moments = [clock(value)[0] for value in args]
    for one, two in ((moments[0], moments[2]), (moments[1], moments[3])):
        if (one.zone or "local").lower() != (two.zone or "local").lower():
            raise Undecided("the two pairs are of different time zones")
    if moments[0].zone == moments[1].zone:
        raise Undecided("the time zones are not said")
    return truth_of(bool(_apart(args[:2]) & _apart(args[2:])), tuple(m for value in args for m in value.mentions))
