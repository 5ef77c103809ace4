"""One rate told for two periods: "£62.50 a week, or £3,250 a year"; "2,000 kg a day, which makes 14 tonnes a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...numbers.mention import Mention
from ..clauses.nearby import per_time
from ..likeness.alike import same_heads
from ..model import Link
from ..prose.view import View
from ..prose.wording import words

_FAR = 90
_PERIODS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year")


def find(view: View) -> Iterator[Link]:
    """Links same-rate(often, seldom): the second is told for the longer period."""
    rates = [m for m in view.reading.mentions if m.per in _PERIODS and m.kind != "speed" and m.value and m.value2 is None]
    joint, other = words(view.lexicon, "two-periods"), words(view.lexicon, "two-rates")
    for a, b in pairwise(rates):
        if b.start - a.end > _FAR or b.sentence - a.sentence > 1 or a.per == b.per or not _alike(view, a, b):
            continue
        between = view.plain(a.end, b.start)
        if not joint.search(between) or other.search(joint.sub(" ", between)) or re.search(r"\d", between):
            continue
        often, seldom = sorted((a, b), key=lambda m: _PERIODS.index(m.per or ""))
        sure = "stated" if a.sentence == b.sentence else "inferred"
        yield Link("same-rate", {"often": (often.id,), "seldom": (seldom.id,)}, sure, "two periods", a.start, b.end)


def _alike(view: View, a: Mention, b: Mention) -> bool:
    if per_time(a) != per_time(b) or a.currency != b.currency:
        return False
    return a.currency is not None or len(per_time(a).powers) > 1 or same_heads(a, b, view.lexicon) is not False
