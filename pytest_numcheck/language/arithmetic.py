"""Arithmetic and comparison of values: intervals, currencies and dimensions together."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ..numbers.dimension import NUMBER, TEMPERATURE, TEMPERATURE_DIFFERENCE, Dimension
from ..numbers.interval import Interval
from .amounts import Tolerance
from .typed import POINTS, Run
from .value import Environment, Undecided, Value, combine, negate, truth_of

if TYPE_CHECKING:
    from .registry import Tools

_SLACK = 1e-9


@lru_cache(maxsize=1024)
def times(a: Dimension, b: Dimension) -> Dimension:
    return a * b


@lru_cache(maxsize=1024)
def over(a: Dimension, b: Dimension) -> Dimension:
    return a / b


def sum_dimension(a: Dimension, b: Dimension, plus: bool) -> Dimension | None:
    """What ``a + b`` or ``a - b`` measures; None where they cannot be put together."""
    if a == TEMPERATURE == b:
        return None if plus else TEMPERATURE_DIFFERENCE
    if (a, b) == (TEMPERATURE, TEMPERATURE_DIFFERENCE) or (plus and (b, a) == (TEMPERATURE, TEMPERATURE_DIFFERENCE)):
        return TEMPERATURE
    return a if a == b and a not in POINTS else None


def negative(a: Value) -> Value:
    found = tuple(-i for i in a.allowed())
    return Value(found[0], a.dimension, currency=a.currency, like=a.like, mentions=a.mentions,
                 nominal=None if a.nominal is None else -a.nominal, others=found[1:])


def add(a: Value, b: Value) -> Value:
    return _sum(a, b, operator.add, True)


def subtract(a: Value, b: Value) -> Value:
    return _sum(a, b, operator.sub, False)


def _sum(a: Value, b: Value, work: Callable[[Interval, Interval], Interval], plus: bool) -> Value:
    dimension = a.dimension if a.dimension is b.dimension and a.dimension not in POINTS else None
    if dimension is None:
        dimension = sum_dimension(a.dimension, b.dimension, plus)
        if dimension is None:
            zero = _zero(a) or _zero(b)
            if not zero:
                raise Undecided(f"{_shown(a)} and {_shown(b)} do not measure the same thing")
            dimension = b.dimension if _zero(a) else a.dimension
    currency = _shared(a, b)
    interval, others = combine(work, a, b)
    nominal = None
    if a.figure is not None and b.figure is not None and (a.nominal is not None or b.nominal is not None):
        nominal = _finite(a.figure + b.figure if plus else a.figure - b.figure)
    return Value(interval, dimension, currency=currency, like=a.like or b.like, mentions=_joined(a, b), nominal=nominal,
                 others=others)


def multiply(a: Value, b: Value) -> Value:
    interval, others = combine(operator.mul, a, b)
    nominal = None if a.figure is None or b.figure is None else _finite(a.figure * b.figure)
    like = a.like if b.dimension == NUMBER and not _is_share(a) else b.like if a.dimension == NUMBER else None
    return Value(interval, times(a.dimension, b.dimension), currency=a.currency or b.currency, like=like,
                 mentions=_joined(a, b), nominal=nominal, others=others)


def divide(a: Value, b: Value) -> Value:
    interval, others = combine(operator.truediv, a, b)
    nominal = None if a.figure is None or not b.figure else _finite(a.figure / b.figure)
    currency = a.currency
    if b.currency:
        # dollars per euro are a rate of exchange: a plain number that only compares with the same pair
        currency = None if a.currency == b.currency else f"{a.currency or ''}/{b.currency}"
    return Value(interval, over(a.dimension, b.dimension), currency=currency,
                 like=a.like if b.dimension == NUMBER and (b.like is None or _is_share(b)) else None,
                 mentions=_joined(a, b), nominal=nominal, others=others)


def comparer(sign: str, left: Run, right: Run, tolerance: Tolerance | None, zero: bool) -> Run:
    """A closure that compares what ``left`` and ``right`` give; ``zero``: one side is a literal 0."""
    test = _TESTS[sign]

    def compare(env: Environment, tools: Tools) -> Value:
        a, b = left(env, tools), right(env, tools)
        if not zero:
            if a.dimension is not b.dimension and a.dimension != b.dimension:
                raise Undecided(f"{_shown(a)} and {_shown(b)} do not measure the same thing")
            _shared(a, b)
        others = b.allowed()
        if tolerance is not None:
            slack = tolerance.slack(a, b)
            others = tuple(i.widened(slack) for i in others)
        if not a.others and len(others) == 1 and a.interval is not None:
            return truth_of(test(a.interval, others[0]), _joined(a, b))
        found = {test(x, y) for x in a.allowed() for y in others}
        return truth_of(found.pop() if len(found) == 1 else None, _joined(a, b))

    return compare


def below(a: Interval, b: Interval) -> bool | None:
    """Whether every value of ``a`` is smaller than every value of ``b`` (False: none can be; None: some may)."""
    gap = b.low - a.high
    noise = _noise(a.high, b.low)
    if gap > noise or (abs(gap) <= noise and (a.high_open or b.low_open)):
        return True
    return False if a.low - b.high >= -_noise(a.low, b.high) else None


def equal(a: Interval, b: Interval) -> bool | None:
    """Whether they can be equal: False if no value lies in both, True if both are the same point."""
    if not a.meets(b):
        return False
    return True if a.is_point and b.is_point else None


def _at_most(a: Interval, b: Interval) -> bool | None:
    return negate(below(b, a))


_TESTS: dict[str, Callable[[Interval, Interval], bool | None]] = {
    "==": equal, "!=": lambda a, b: negate(equal(a, b)), "<": below, ">": lambda a, b: below(b, a),
    "<=": _at_most, ">=": lambda a, b: negate(below(a, b)),
}


def _noise(a: float, b: float) -> float:
    return _SLACK * max(abs(a), abs(b)) if math.isfinite(a) and math.isfinite(b) else 0.0


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def _zero(value: Value) -> bool:
    return value.interval is not None and value.interval.low == 0 == value.interval.high and not value.mentions


def _shared(a: Value, b: Value) -> str | None:
    """The currency of both; a plain figure has none and takes the other's."""
    if a.currency and b.currency and a.currency != b.currency:
        raise Undecided(f"{a.currency} and {b.currency} are two currencies")
    return a.currency or b.currency


def _joined(a: Value, b: Value) -> tuple[int, ...]:
    return (*a.mentions, *(m for m in b.mentions if m not in a.mentions)) if b.mentions else a.mentions


def _is_share(value: Value) -> bool:
    """A percentage, ratio or multiplier: a part of something else, whose style the result has not."""
    return value.like is not None and value.like.kind in ("percent", "percent-point", "ratio", "multiplier")


def _shown(value: Value) -> str:
    return f"'{value.source.text}'" if value.source else str(value.dimension)
