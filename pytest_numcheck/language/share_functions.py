"""Functions on shares of small wholes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ..numbers.dimension import NUMBER
from ..numbers.interval import Interval
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of

#: wholes beyond this are not tried one by one
MAX_WHOLE = 1000


@function("whole_share(share: place, whole: place)", NUMBER, TRUTH)
def _whole_share(args: Sequence[Value], tools: Tools) -> Value:
    """Whether some whole number out of `whole` gives that percentage, rounded or cut: of 12, 67% is 8, and nothing is 62%."""
    share, whole = (the_mention(a) for a in args)
    if share.value is None or whole.value is None or not 1 <= whole.value <= MAX_WHOLE or whole.value != int(whole.value):
        raise Undecided(f"'{whole.text}' is not a small whole number")
    step = share.step or 1.0
    n, percent = int(whole.value), share.value
    first = max(math.floor(percent / 100 * n) - 1, 0)
    fits = any(percent - step / 2 - 1e-9 <= 100 * x / n < percent + step + 1e-9 for x in range(first, first + 4) if x <= n)
    return truth_of(fits, (share.id, whole.id))


@function("figure(number: place)")
def _figure(args: Sequence[Value], tools: Tools) -> Value:
    """The figure itself, whatever hedge stands before it: 61 of "at least 61"."""
    mention = the_mention(args[0])
    if mention.value is None:
        raise Undecided(f"'{mention.text}' gives no figure")
    base = mention.value * mention.scale + mention.shift
    return replace(args[0], interval=Interval.point(base), others=(), nominal=base)


@function("figure_as(number: place, like: place)", "unknown")
def _figure_as(args: Sequence[Value], tools: Tools) -> Value:
    """A bare figure in the unit of another number: the 17 of "a high of 28 degrees and a low of 17"."""
    mention, like = the_mention(args[0]), the_mention(args[1])
    if mention.value is None or mention.unit is not None or mention.head is not None:
        raise Undecided(f"'{mention.text}' is no bare figure")
    base = mention.value * like.scale + like.shift
    return replace(args[1], interval=Interval.point(base), others=(), nominal=base, mentions=args[0].mentions, like=like)
