"""What an expression works with: intervals with their dimension, and three-valued truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..numbers.dimension import NUMBER, TEMPERATURE, TEMPERATURE_DIFFERENCE, Dimension
from ..numbers.interval import Interval
from ..numbers.mention import Cue, Mention

#: True, False, None for maybe; "n/a" for a value that is not a truth
Truth = bool | Literal["n/a"] | None
MAX_OTHERS = 8
#: the share of a number that a coarse reading adds at most: of one digit ("3 mph (6 kph)"), of more; and what a hedge allows
COARSE, COARSER, HEDGED = 0.25, 0.12, 0.1
#: the share of a number that a close reading allows
CLOSE = 0.01


class Undecided(Exception):
    """The value cannot be worked out; ``str()`` is the reason in plain words ("the article does not say its date")."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a list of numbers or a truth.

    ``interval`` is what it may be, in base units, and ``nominal`` the one figure that plain arithmetic gives (what a
    message prints). ``others`` holds further readings of an ambiguous number (a clock time without a.m. or p.m., US or
    imperial gallons): a comparison that one of them makes true is never false.
    """

    interval: Interval | None = None
    dimension: Dimension = NUMBER
    truth: Truth = "n/a"
    currency: str | None = None
    #: the mention whose unit and style a message follows
    like: Mention | None = None
    #: ids of the mentions and cues that it comes from
    mentions: tuple[int, ...] = ()
    nominal: float | None = None
    others: tuple[Interval, ...] = ()
    #: the values of a place that holds several
    items: tuple[Value, ...] | None = None
    #: the mention or cue itself, for a bound place
    source: Mention | Cue | None = None

    def allowed(self) -> tuple[Interval, ...]:
        """All readings; raises Undecided where there is no figure."""
        if self.interval is None:
            raise Undecided(f"'{self.source.text}' gives no figure" if self.source else "a figure is missing")
        return (self.interval, *self.others)

    @property
    def figure(self) -> float | None:
        """The number to print: the nominal one, else the middle of the interval."""
        if self.nominal is not None or self.interval is None:
            return self.nominal
        return self.interval.middle


def plain(value: float) -> Value:
    """A number of a rule's own: exact and without unit."""
    return Value(Interval.point(value), nominal=value)


def truth_of(value: bool | None, mentions: tuple[int, ...] = ()) -> Value:
    return Value(truth=value, mentions=mentions)


def value_of(bound: Mention | Cue, rounding: str = "printed") -> Value:
    """The value of a bound mention or cue under ``rounding``: printed, loose, coarse (half a unit of the last digit that is
    not zero, as conversions need), cut (digits cut off, not rounded), or close (printed, within one per cent)."""
    from .kinds import WEEKDAY

    if isinstance(bound, Cue):
        if bound.value is None:
            return Value(mentions=(bound.id,), source=bound)
        dimension = WEEKDAY if bound.kind == "weekday" else NUMBER
        return Value(Interval.point(bound.value), dimension, mentions=(bound.id,), nominal=bound.value, source=bound)
    interval = bound.base("loose" if rounding in ("loose", "coarse") else "printed")
    if rounding == "cut":
        interval = _cut(bound, interval)
    elif rounding == "coarse":
        interval = _coarse(bound, interval)
    elif rounding == "close":
        interval = _close(bound, interval)
    nominal = None if bound.value is None else bound.value * bound.scale + bound.shift
    if bound.value2 is not None and bound.kind != "score":
        nominal = None
    return Value(interval, bound.dimension, currency=bound.currency, like=bound, mentions=(bound.id,), nominal=nominal,
                 others=_alternatives(bound, interval), source=bound)


def list_value(bound: Iterable[Mention | Cue], rounding: str = "printed") -> Value:
    """The value of a place that holds several mentions or cues."""
    items = tuple(value_of(b, rounding) for b in bound)
    like = next((i.like for i in items if i.like), None)
    dimension = items[0].dimension if items else NUMBER
    return Value(dimension=dimension, like=like, mentions=tuple(m for i in items for m in i.mentions), items=items,
                 currency=items[0].currency if items else None)


def _cut(bound: Mention, interval: Interval | None) -> Interval | None:
    """Writers also cut digits, of all the numbers of a sum or of none: 2.47 printed as 2.4. Exact or hedged numbers stay."""
    if interval is None or bound.step is None or bound.value is None or bound.hedge or interval.is_point:
        return interval
    end = bound.value + (bound.step if bound.value >= 0 else -bound.step)
    low, high = sorted((bound.value, end))
    return Interval(low, high, bound.value < 0, bound.value >= 0).scaled(bound.scale, bound.shift)


def _coarse(bound: Mention, interval: Interval | None) -> Interval | None:
    """Half a unit of the last non-zero digit, up to an eighth of the number (a quarter below ten): 30 is 26.4 to 33.6.

    What a conversion joins is the figures: "up to 120 mph (193 km/h)" converts 120, so a hedge is some play on both sides.
    """
    if interval is None or bound.value is None:
        return interval
    ends = [bound.value] if bound.value2 is None else sorted((bound.value, bound.value2))
    low, high = ends[0] - _half(bound, ends[0]), ends[-1] + _half(bound, ends[-1])
    found = Interval(low, high).scaled(bound.scale, bound.shift)
    return found if bound.hedge else interval.hull(found)


def _close(bound: Mention, interval: Interval | None) -> Interval | None:
    """What was printed, but no further from the figure than one per cent, whatever the hedge."""
    if interval is None or bound.value is None or bound.value2 is not None or bound.moment is not None:
        return interval
    figure = bound.value * bound.scale + bound.shift
    half = min((bound.step or 0.0) * abs(bound.scale) / 2, abs(figure) * CLOSE)
    return Interval(figure - half, figure + half)


def _half(bound: Mention, figure: float) -> float:
    temperature = bound.dimension in (TEMPERATURE, TEMPERATURE_DIFFERENCE)
    least = abs(figure) * HEDGED if bound.hedge and not temperature else 0.0
    if bound.step is not None and "." in bound.text:
        return max(bound.step / 2, least)
    exponent = Decimal(repr(float(figure))).normalize().as_tuple().exponent if figure else 0
    half = 10.0 ** int(exponent) / 2
    if not figure or temperature:
        return half
    return max(min(half, abs(figure) * (COARSE if abs(figure) < 10 else COARSER)), least)


def _alternatives(bound: Mention, interval: Interval | None) -> tuple[Interval, ...]:
    if not bound.alternatives or interval is None or bound.moment is not None:
        return ()
    from ..numbers.amounts.units import unit_info

    found = []
    for name in bound.alternatives:
        info = unit_info(name)
        if info.dimension == bound.dimension and (info.scale, info.shift) != (bound.scale, bound.shift):
            found.append(interval.scaled(info.scale / bound.scale, info.shift - bound.shift * info.scale / bound.scale))
    return tuple(dict.fromkeys(found))[:MAX_OTHERS - 1]


def combine(op: Callable[[Interval, Interval], Interval], a: Value, b: Value) -> tuple[Interval, tuple[Interval, ...]]:
    """``op`` on every pair of readings."""
    if a.interval is not None and b.interval is not None and not a.others and not b.others:
        return op(a.interval, b.interval), ()
    found = list(dict.fromkeys(op(x, y) for x in a.allowed() for y in b.allowed()))[:MAX_OTHERS]
    return found[0], tuple(found[1:])


def negate(truth: Truth) -> bool | None:
    return None if truth is None or truth == "n/a" else not truth


def both(truths: Iterable[Truth]) -> bool | None:
    """Three-valued "and"."""
    result: bool | None = True
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            result = None
    return result


def either(truths: Iterable[Truth]) -> bool | None:
    """Three-valued "or"."""
    return negate(both(negate(t) for t in truths))


Environment = Mapping[str, Value]
