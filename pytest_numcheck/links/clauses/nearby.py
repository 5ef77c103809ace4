"""The numbers around a number, for finders that look for three that go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.dimension import TIME, Dimension
from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of

#: how many numbers may be offered for one place, and how far from the first they may stand
OFFERED, FAR = 5, 320
#: hedges that leave one side open: nothing can be worked out from them
OPEN = frozenset(["at-most", "more-than", "at-least", "less-than"])
_AND = re.compile(r"(?<!\w)and(?: (?:for|at|of|in|with|by|to|about|some|a|an|another|the))* ?$")
_BREAK = re.compile(r"\d|[;:?!] ")


def near(view: View, m: Mention, far: int = FAR) -> list[Mention]:
    """The other single figures of the sentence and of the sentences before and after it, in reach."""
    sentences = view.article.sentences
    first, last = max(m.sentence - 1, 0), min(m.sentence + 1, len(sentences) - 1)
    found = view.mentions(max(sentences[first].start, m.start - far), min(sentences[last].end, m.end + far))
    return [x for x in found if x.id != m.id and x.value is not None and x.value2 is None and abs(x.paragraph - m.paragraph) <= 1]


def closest(m: Mention, them: Iterable[Mention], offered: int = OFFERED) -> list[Mention]:
    """The few that stand nearest to ``m``: those of its own sentence first."""
    return sorted(them, key=lambda x: (abs(x.sentence - m.sentence), abs(x.start - m.start), x.start))[:offered]


def said(view: View, *them: Mention) -> str:
    """The sentences of the numbers and what stands between, in lower case."""
    sentences = view.article.sentences
    return view.plain(sentences[min(x.sentence for x in them)].start, sentences[max(x.sentence for x in them)].end)


def per_time(m: Mention) -> Dimension:
    """What a rate measures; also that of an amount told to be per time: "3,200 tonnes of cane a day"."""
    return m.dimension if m.kind in ("rate", "speed") or not m.per else m.dimension / TIME


def gaps(view: View, *them: Mention) -> list[str]:
    """The words between the numbers, in order of position."""
    ordered = sorted(them, key=lambda x: x.start)
    return [view.plain(a.end, b.lead if b.lead >= a.end else b.start) for a, b in pairwise(ordered)]


def triple(kind: str, roles: dict[str, Mention], confidence: str) -> Link:
    """The link of three that go together."""
    return Link(kind, {r: (m.id,) for r, m in roles.items()}, confidence, "three that go together",
                min(m.start for m in roles.values()), max(m.end for m in roles.values()))


def announced(view: View, them: list[Mention]) -> list[Mention]:
    """The one of the numbers that is said to be the total, where it is the only one; else all."""
    said = [t for t in them if is_announced(view, t)]
    return said if len(said) == 1 else them


def is_announced(view: View, t: Mention) -> bool:
    """Whether the words before the number call it a total."""
    before = view.plain(max(t.lead - 60, view.article.sentences[t.sentence].start), t.lead)
    return _announcing(view.lexicon).search(before) is not None


@lru_cache(maxsize=8)
def _announcing(lexicon: Lexicon) -> re.Pattern[str]:
    said, total = any_of(lexicon, "announces-total"), any_of(lexicon, "total-of")
    return re.compile(rf"(?<!\w)(?:{said}|(?:{total})(?! the ))(?!\w)[^\d.;:?!]{{0,36}}$")


def side_by_side(view: View, *them: Mention) -> bool:
    """Whether the numbers stand close together, nothing but words between, in one sentence or one that goes on from it."""
    return all(len(g) < 90 and not _BREAK.search(g) and (". " not in g or goes_on(view, g)) for g in gaps(view, *them)) \
        and not any(m.hedge in OPEN for m in them)


def goes_on(view: View, between: str) -> bool:
    """Whether the sentence that starts in these words goes on from the sums of the one before."""
    return _going_on(view.lexicon).search(between) is not None


@lru_cache(maxsize=8)
def _going_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[.] (?:{any_of(lexicon, 'goes-on')})(?!\w)")


def added_on(view: View, total: Mention, *them: Mention) -> bool:
    """Whether the number is joined by "and" to those before it and no word calls it a total: it is told beside them."""
    before = [x for x in them if x.end <= total.start]
    last = max(before, key=lambda x: x.end, default=None)
    between = view.plain(last.end, total.lead) if last is not None and last.end <= total.lead else ""
    return _AND.search(between) is not None and not is_announced(view, total)
