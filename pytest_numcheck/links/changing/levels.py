"""Which numbers can be values of one thing at two times, and whether a step leads from one to the other."""

from __future__ import annotations

import math
import re

from ...numbers.interval import Interval
from ...numbers.mention import MEASURE_KINDS, Mention
from ..likeness.alike import same_measure

#: kinds that can be where a change begins or ends, and kinds that are the size of one
LEVELS = frozenset(["count", "money", "percent", "rate", "duration", "age", *MEASURE_KINDS])
STEPS = frozenset(["percent", "percent-point", "multiplier"])
_UNITS = frozenset(["money", *MEASURE_KINDS])
_WORD = re.compile(r"[^\W\d_]+")


def comparable(a: Mention, b: Mention) -> bool:
    """Whether two numbers can be values of one thing: "80g a week" and "150g" can."""
    if same_measure(a, b):
        return True
    if named_alike(a, b):
        return True  # "eight cups a week, down from 10 cups", of which one was read as a measure
    bare = [m for m in (a, b) if m.kind == "count" and m.head is None]
    low, high = sorted((a.value or 0, b.value or 0))
    if len(bare) == 1 and 0 < low * 20 > high > 20000 and {a.kind, b.kind} & {*_UNITS, "rate"}:
        return True  # "24.5 mln tonnes, up from 19.2 mln", "12.58 mln bpd, up from 12.33 mln"
    rates = [m for m in (a, b) if m.kind == "rate"]
    if len(rates) != 1 or a.currency != b.currency:
        return False
    rate, plain = (a, b) if a.kind == "rate" else (b, a)
    per, _, _ = (rate.unit or "").partition("/")
    if per == "1":
        return plain.kind == "count" and plain.head is None and low * 20 > high  # "60 per thousand, down from 85"
    if rate.currency:
        return plain.kind == "money" and max(low, 1e-9) * 1000 > high
    return per == plain.unit if plain.kind != "count" else rate.head is not None and plain.head in (None, rate.head)


def could_be_size(by: Mention, level: Mention) -> bool:
    """Whether the one number can be the difference of two such as the other."""
    return comparable(by, level) or (by.kind, level.kind) == ("temperature-difference", "temperature")


def named_alike(a: Mention, b: Mention) -> bool:
    """Whether a count and a measure go by the same word: cups."""
    return "count" in (a.kind, b.kind) and bool(_named(a) & _named(b))


def _named(m: Mention) -> set[str]:
    """The word for what it counts or measures, in the singular."""
    if m.kind == "count":
        return {m.head} if m.head else set()
    words = _WORD.findall(m.text.lower())
    return {w.removesuffix("s") for w in words[:2] if len(w) > 3}


def fits(old: Mention, new: Mention, by: Mention, sign: int) -> bool | None:
    """Whether ``by`` can lead from ``old`` to ``new`` (up for a sign of 1, down for -1, either for 0), each as printed.

    None where that cannot be told: a value is missing or not positive.
    """
    a, b, c = (_figures(m, old, new) for m in (old, new, by))
    if a is None or b is None or c is None or a.low <= 0 or b.low <= 0:
        return None
    if by.kind == "multiplier":
        times = (b.low / a.high, b.high / a.low)
        least, most = (0.81, 1.05) if by.hedge == "nearly" else (0.8, 1.2) if by.hedge == "about" else (0.9, 1.1)
        size = (by.value or 0) * by.scale
        low, high = (c.low, c.high) if by.hedge and by.hedge not in ("nearly", "about") else (size * least, size * most)
        return low <= times[1] and times[0] <= high
    if by.kind in ("percent", "ratio"):
        gap = (b.low / a.high - 1, b.high / a.low - 1)
    elif by.kind == "percent-point" or by.dimension == old.dimension or by.kind == "count":
        gap = (b.low - a.high, b.high - a.low)
    else:
        return None
    spans = [(c.low, c.high)] if sign >= 0 else []
    spans += [(-c.high, -c.low)] if sign <= 0 else []
    return any(low <= gap[1] + 1e-9 and gap[0] - 1e-9 <= high for low, high in spans)


def _figures(m: Mention, old: Mention, new: Mention) -> Interval | None:
    """The interval as printed: in base units, or in plain figures where one of old and new leaves its unit out."""
    if m.printed is None or m.value is None:
        return None
    bare = old.dimension != new.dimension and m.kind not in STEPS and m.kind != "ratio"
    found = m.printed.scaled(0.01 if (m.unit or "").split("/")[0].endswith(("cent", "penny")) else 1.0) if bare else m.base()
    return found if found is not None and math.isfinite(found.high) and math.isfinite(found.low) else None
