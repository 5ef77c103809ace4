"""The fixed functions of the rule language. Each line of documentation is what ``docs/rule-language.md`` shows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..links.model import Link
from ..numbers.dimension import DATE, NUMBER, TEMPERATURE_DIFFERENCE
from ..numbers.interval import Interval
from ..numbers.lexemes import akin
from ..numbers.mention import Cue, Mention
from . import arithmetic, calendar_functions, clock_functions, flight
from .amounts import unit_named
from .registry import REGISTERED, Function, Tools, function
from .typed import TRUTH
from .value import Undecided, Value, plain, truth_of

_ = calendar_functions, clock_functions, flight  # imported for what they register


def members(args: Sequence[Value]) -> tuple[Value, ...]:
    """The numbers meant by ``f(list)`` or ``f(a, b, …)``."""
    found = [v for a in args for v in (a.items if a.items is not None else (a,))]
    return tuple(found)


def the_mention(value: Value) -> Mention:
    """The mention bound to a place; raises Undecided for a cue or a computed value."""
    if not isinstance(value.source, Mention):
        raise Undecided(f"'{value.source.text}' is not a number" if value.source else "a number of the text is wanted")
    return value.source


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


@function("change(old: number, new: number)", NUMBER)
def _change(args: Sequence[Value], tools: Tools) -> Value:
    """By what share `new` is above `old` (below: negative); 0.25 is 25%. Sharper than writing (new - old) / old."""
    old, new = args
    quotient = arithmetic.divide(new, old)
    if quotient.dimension != NUMBER or quotient.currency:
        raise Undecided("the old and the new figure do not measure the same thing")
    return arithmetic.subtract(quotient, plain(1))


@function("portion(part: number, rest: number)", NUMBER)
def _portion(args: Sequence[Value], tools: Tools) -> Value:
    """`part / (part + rest)` with each number read once: 30 against 70 is 0.3."""
    ratio = arithmetic.divide(args[1], args[0])
    if ratio.dimension != NUMBER or ratio.currency:
        raise Undecided("the two figures do not measure the same thing")
    return arithmetic.divide(plain(1), arithmetic.add(plain(1), ratio))


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
    if whole is not None and mention.kind != "score" and mention.hedge is None:
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


@function("is_range(place: place)", NUMBER, TRUTH)
def _is_range(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the number was given as a range or score, with two ends."""
    return truth_of(the_mention(args[0]).value2 is not None)


@function("possible(place: place)", NUMBER, TRUTH)
def _possible(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the calendar or the clock has such a date or time: April 31 and 25:70 are not possible."""
    moment = the_mention(args[0]).moment
    if moment is None:
        raise Undecided("only a date or a clock time can be impossible")
    return truth_of(moment.possible)


@function("same_noun(a: place, b: place)", NUMBER, TRUTH)
def _same_noun(args: Sequence[Value], tools: Tools) -> Value:
    """Whether both count the same things (soldiers and troops are the same; miles and soldiers are not)."""
    a, b = the_mention(args[0]), the_mention(args[1])
    if a.head is None or b.head is None:
        return truth_of(None)
    return truth_of(akin(a.head, b.head))


@function("same_fact(a: place, b: place)", NUMBER, TRUTH)
def _same_fact(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words tell that both numbers state one fact (headline and body, or two paragraphs)."""
    return truth_of(_linked(args, tools, "same-fact"))


@function("same_subject(a: place, b: place)", NUMBER, TRUTH)
def _same_subject(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words tell that both numbers are about one subject."""
    return truth_of(_linked(args, tools, "same-subject") or _linked(args, tools, "same-fact"))


@function("restated(a: place, b: place)", NUMBER, TRUTH)
def _restated(args: Sequence[Value], tools: Tools) -> Value:
    """Whether one is the other again in other units or words: "5 miles (8 km)"."""
    return truth_of(_linked(args, tools, "restates"))


def _linked(args: Sequence[Value], tools: Tools, kind: str) -> bool:
    a, b = (_source(v).id for v in args)
    links: Mapping[int, tuple[Link, ...]] = tools.links.by_mention
    return any(link.kind == kind and b in link.ids for link in links.get(a, ()))


def _source(value: Value) -> Mention | Cue:
    if value.source is None:
        raise Undecided("a number of the text is wanted")
    return value.source


FUNCTIONS: Mapping[str, Function] = dict(sorted(REGISTERED.items()))
