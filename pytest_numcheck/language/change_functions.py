"""Functions on the old and the new value of a change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ..numbers.dimension import NUMBER, TEMPERATURE_DIFFERENCE
from ..numbers.interval import Interval
from ..numbers.mention import Mention
from . import arithmetic
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, plain, truth_of

#: how far print stretches a multiple: "nearly double" begins at 1.63 times, "twice" covers 1.8 to 2.2, "doubled" goes to 2.5
NEARLY, LOOSE, BEYOND = 0.81, 0.1, 0.26
#: how far a size that ends in two noughts may be from what it is the size of
ROUND_PLAY = 0.02


@function("change(old: number, new: number)", NUMBER)
def _change(args: Sequence[Value], tools: Tools) -> Value:
    """By what share `new` is above `old` (below: negative); 0.25 is 25%. Sharper than writing (new - old) / old."""
    return arithmetic.subtract(ratio(args[1], args[0]), plain(1))


@function("times(old: number, new: number)", NUMBER)
def _times(args: Sequence[Value], tools: Tools) -> Value:
    """How many times the old value the new one is. A unit said once ("from 80g a week to 150g") serves both."""
    return replace(ratio(args[1], args[0]), like=None)


def ratio(a: Value, b: Value) -> Value:
    """``a / b`` as a plain number; raises Undecided where they do not measure the same thing."""
    if a.dimension != b.dimension and isinstance(a.source, Mention) and isinstance(b.source, Mention):
        a, b = _bare(a, a.source), _bare(b, b.source)
    quotient = arithmetic.divide(a, b)
    if quotient.dimension != NUMBER or quotient.currency:
        raise Undecided("the old and the new figure do not measure the same thing")
    return quotient


def _bare(value: Value, m: Mention) -> Value:
    """The figure in the unit as written, without what it is per; only where one of two numbers leaves that out."""
    if value.interval is None:
        raise Undecided(f"'{m.text}' gives no figure")
    part = _part(m)
    sign = -1.0 if value.nominal is not None and m.value is not None and value.nominal * m.value < 0 else 1.0
    return replace(value, interval=value.interval.scaled(part / m.scale, -m.shift * part / m.scale), others=(), dimension=NUMBER,
                   currency=None, nominal=None if m.value is None else sign * m.value * part)


def _part(m: Mention) -> float:
    """The main units of its currency that a figure counts in: 0.01 for cents."""
    return 0.01 if m.currency and (m.unit or "").split("/")[0].endswith(("cent", "penny")) else 1.0


@function("gap(old: number, new: number, size: place)", "unknown")
def _gap(args: Sequence[Value], tools: Tools) -> Value:
    """`new - old`, in the unit of `size` where one of the three numbers leaves its unit out ("up 40 from 6,800 bushels")."""
    old, new, size = args[0], args[1], the_mention(args[2])
    one = args[2].dimension
    if old.dimension == new.dimension and (old.dimension == one or one == TEMPERATURE_DIFFERENCE):
        return _rounded(arithmetic.subtract(new, old), size)
    if not (isinstance(old.source, Mention) and isinstance(new.source, Mention)):
        raise Undecided("the old and the new figure do not measure the same thing")
    found = arithmetic.subtract(_bare(new, new.source), _bare(old, old.source)).allowed()[0].scaled(size.scale / _part(size))
    return _rounded(Value(found, one, currency=size.currency, like=size, mentions=(*old.mentions, *new.mentions)), size)


def _rounded(gap: Value, size: Mention) -> Value:
    """With the play that a round size has: 300 may stand for 301, not for 350."""
    if size.value is None or gap.interval is None or not size.value or size.value % 100 or size.worded:
        return gap
    round_to = next(10.0 ** n for n in range(2, 31) if size.value % 10.0 ** (n + 1))
    play = min(round_to / 2, abs(size.value) * ROUND_PLAY) * abs(size.scale)
    low, high = gap.interval.low - play, gap.interval.high + play
    return replace(gap, interval=Interval(low, high), nominal=(low + high) / 2)


@function("step(old: number, new: number)", NUMBER)
def _step(args: Sequence[Value], tools: Tools) -> Value:
    """`new - old` by the figures as they stand, without a unit: only its sign tells something."""
    old, new = args
    if old.dimension != new.dimension and isinstance(old.source, Mention) and isinstance(new.source, Mention):
        old, new = _bare(old, old.source), _bare(new, new.source)
    if old.dimension != new.dimension or old.currency != new.currency:
        raise Undecided("the old and the new figure do not measure the same thing")
    a, b = _figure(old), _figure(new)
    noise = 1e-9 * max((abs(x) for i in (a, b) for x in (i.low, i.high) if math.isfinite(x)), default=0.0)
    low, high = b.low - a.high, b.high - a.low
    found = Interval(0.0 if abs(low) < noise else low, 0.0 if abs(high) < noise else high)
    return Value(found, NUMBER, mentions=(*old.mentions, *new.mentions))


def _figure(value: Value) -> Interval:
    if value.nominal is not None and not (value.like is not None and value.like.hedge):
        return Interval.point(value.nominal)
    if value.nominal is not None and value.like is not None and value.like.hedge == "about":
        low, high = sorted((value.nominal * 0.97, value.nominal * 1.03))
        return Interval(low, high)
    return value.allowed()[0]


@function("way(old: place, new: place)", NUMBER)
def _way(args: Sequence[Value], tools: Tools) -> Value:
    """1 where the words of a change say that it went up, -1 for down; undecided where they do not say."""
    old, new = the_mention(args[0]).id, the_mention(args[1]).id
    links = [k for k in tools.links.by_mention.get(old, ()) if k.kind == "change" and k.roles.get("old") == (old,)
             and k.roles.get("new") == (new,)]
    stated = [k for k in links if k.confidence == "stated"] or links
    for link in stated:
        if link.sign:
            return plain(link.sign)
    raise Undecided("the words do not say which way it went")


@function("multiple(word: place)", NUMBER)
def _multiple(args: Sequence[Value], tools: Tools) -> Value:
    """The factor that a word of multiplying can stand for in print: "doubled" 1.8 to 2.5, "nearly doubled" 1.63 to 2.1."""
    m = the_mention(args[0])
    if m.value is None or m.value <= 0 or m.value2 is not None or is_step(m):
        raise Undecided(f"'{m.text}' gives no figure")
    factor = m.value if m.value >= 1 else 1 / m.value
    verb = " " not in m.text.strip() and m.text[:1].isalpha()
    low, high = factor * (1 - LOOSE), factor * (1 + (BEYOND if verb else LOOSE))
    if m.hedge == "nearly":
        low, high = factor * NEARLY, factor * 1.05
    elif m.hedge in ("more-than", "at-least"):
        low, high = factor * 0.99, math.inf
    elif m.hedge in ("less-than", "at-most"):
        low, high = 1.0, factor
    elif m.hedge == "about":
        low, high = factor * (1 - 2 * LOOSE), factor * (1 + 2 * LOOSE)
    found = Interval(low, high, False, math.isinf(high))
    if m.value < 1:
        found = Interval(0.0 if math.isinf(high) else 1 / high, 1 / low)
    return replace(args[0], interval=found, others=(), dimension=NUMBER, nominal=m.value)


def is_step(m: Mention) -> bool:
    """Whether a share is the size of a change ("rose by a third") and no multiple ("a third as many")."""
    return m.kind in ("percent", "percent-point") or (m.kind == "ratio" and m.change in ("up", "down"))


@function("is_step(share: place)", NUMBER, TRUTH)
def _is_step(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a share is the size of a change ("rose by a third") and no multiple ("a third as many")."""
    return truth_of(is_step(the_mention(args[0])))


@function("is_fold(word: place)", NUMBER, TRUTH)
def _is_fold(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a multiple was said as "fivefold" or "five times", which some writers mean as five times more, six in all."""
    text = the_mention(args[0]).text.lower()
    return truth_of(text.endswith("fold") or "times" in text)


@function("whole(number: number)")
def _whole(args: Sequence[Value], tools: Tools) -> Value:
    """The figure itself where it stands in whole units ("$27"), as prices do; else what rounding allows."""
    value = args[0]
    m = value.like
    exact = m is not None and m.step is not None and m.step <= 1 and m.hedge is None and m.value2 is None
    return replace(value, interval=Interval.point(value.nominal), others=()) if exact and value.nominal is not None else value
