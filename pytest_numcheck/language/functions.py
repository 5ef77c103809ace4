"""The fixed functions of the rule language. Each line of documentation is what ``docs/rule-language.md`` shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..numbers.dimension import NUMBER
from ..numbers.interval import Interval
from . import (
    arithmetic,
    calendar_functions,
    change_functions,
    clock_functions,
    exchange,
    flight,
    format_functions,
    link_functions,
    place_functions,
    share_functions,
    unit_slip,
    week_functions,
    zone_functions,
)
from .registry import REGISTERED, Function, Tools, function
from .value import Undecided, Value, plain

# imported for what they register
_ = (calendar_functions, change_functions, clock_functions, exchange, flight, format_functions, link_functions,
     place_functions, share_functions, unit_slip, week_functions, zone_functions)


def members(args: Sequence[Value]) -> tuple[Value, ...]:
    """The numbers meant by ``f(list)`` or ``f(a, b, …)``."""
    found = [v for a in args for v in (a.items if a.items is not None else (a,))]
    return tuple(found)


@function("sum(*numbers: number)")
def _sum(args: Sequence[Value], tools: Tools) -> Value:
    """All of them together: `sum(parts)` of a list, or `sum(a, b, c)`."""
    parts = members(args)
    if not parts:
        raise Undecided("there is nothing to add")
    total = parts[0]
    for part in parts[1:]:
        total = arithmetic.add(total, part)
    return total


@function("count(list: any)", NUMBER)
def _count(args: Sequence[Value], tools: Tools) -> Value:
    """How many members the list has."""
    found = args[0].items
    value = plain(1 if found is None else len(found))
    return replace(value, mentions=args[0].mentions)


@function("min(*numbers: number)")
def _min(args: Sequence[Value], tools: Tools) -> Value:
    """The smallest."""
    return _extreme(args, min)


@function("max(*numbers: number)")
def _max(args: Sequence[Value], tools: Tools) -> Value:
    """The largest."""
    return _extreme(args, max)


def _extreme(args: Sequence[Value], pick: Callable[..., float]) -> Value:
    parts = members(args)
    if not parts:
        raise Undecided("there is nothing to compare")
    currencies = {p.currency for p in parts if p.currency}
    if len(currencies) > 1 or len({p.dimension for p in parts}) > 1:
        raise Undecided("the numbers do not measure the same thing")
    all_of = [p.allowed()[0] for p in parts]
    figures = [p.figure for p in parts if p.figure is not None]
    interval = Interval(pick(i.low for i in all_of), pick(i.high for i in all_of))
    return Value(interval, parts[0].dimension, currency=parts[0].currency, like=parts[0].like,
                 mentions=tuple(m for p in parts for m in p.mentions), nominal=pick(figures) if figures else None)


@function("abs(number: number)")
def _abs(args: Sequence[Value], tools: Tools) -> Value:
    """Without its sign: `abs(a - b)`."""
    found = tuple(abs(i) for i in args[0].allowed())
    nominal = None if args[0].nominal is None else abs(args[0].nominal)
    return replace(args[0], interval=found[0], others=found[1:], nominal=nominal, source=None)


@function("portion(part: number, rest: number)", NUMBER)
def _portion(args: Sequence[Value], tools: Tools) -> Value:
    """`part / (part + rest)` with each number read once: 30 against 70 is 0.3."""
    ratio = arithmetic.divide(args[1], args[0])
    if ratio.dimension != NUMBER or ratio.currency:
        raise Undecided("the two figures do not measure the same thing")
    return arithmetic.divide(plain(1), arithmetic.add(plain(1), ratio))


FUNCTIONS: Mapping[str, Function] = dict(sorted(REGISTERED.items()))
