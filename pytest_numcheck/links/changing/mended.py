"""Whether one slip of the finger keeps the size of a change from its ends: "13.44% up at 381.21 … 363.05 a year before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...numbers.mention import Mention
from ..likeness.turned import turns
from ..prose.view import View
from .levels import LEVELS, fits

#: figures of a size too short to fit no more than by chance: two figures and no decimals
_SHORT = 10.0
_DECIMALS = re.compile(r"\d\.\d")
#: how far from what it led to the size of a change may stand
_NEAR = 60
_BREAK = re.compile(r"[;:]|(?<!\w)(?:and|but|while|when|after|because|which)(?!\w)")


#: what a size led to in an earlier time
_AGO = re.compile(r"^ (?:in |for )?(?:a (?:year|month|week|quarter) (?:ago|earlier|before)|last |the (?:same|previous|prior) )")


def beside(view: View, new: Mention, by: Mention) -> bool:
    """Whether the size stands by what it led to, in one clause, no number between: "a 13% rise in profit to 38 million"."""
    first, last = sorted((new, by), key=lambda m: m.start)
    if new.sentence != by.sentence or last.lead - first.end > _NEAR or _BREAK.search(view.bare(first.end, last.lead)):
        return False
    if _AGO.match(view.bare(new.end, new.end + 30)):
        return False
    return not any(m.kind in LEVELS for m in view.mentions(first.end, last.start))


def mended(old: Mention, new: Mention, by: Mention, sign: int) -> bool:
    """Whether the size fits its ends but for one number in which two digits were turned or a zero was lost or gained."""
    if by.kind != "percent" or not by.value or by.hedge or by.value2 is not None or by.value < 1 or fits(old, new, by, sign):
        return False
    return any(fits(*trio, sign) for trio in _trios(old, new, by))


def _trios(old: Mention, new: Mention, by: Mention) -> Iterator[tuple[Mention, Mention, Mention]]:
    for m in (old, new):
        if _long(m) and not m.hedge:
            yield from ((meant, new, by) if m is old else (old, meant, by) for meant in _meant(m))
    if (by.value or 0) >= _SHORT or _DECIMALS.search(by.text):
        yield from ((old, new, meant) for meant in _meant(by))


def _meant(m: Mention) -> Iterator[Mention]:
    """The number as it may have been meant: what rounding allows stays with turned digits, and grows with a zero."""
    for value in turns(m):
        factor = value / (m.value or 1)
        if m.printed is None:
            continue
        ten = round(factor, 9) in (10.0, 0.1)
        printed = m.printed.scaled(factor) if ten else m.printed.scaled(1.0, value - (m.value or 0))
        yield replace(m, value=value, printed=printed)


def _long(m: Mention) -> bool:
    """Whether the figure is long enough for a slip in it to be evidence."""
    return sum(c.isdigit() for c in m.text.rstrip("0")) >= 3 and not m.worded
