"""The numbers around a number, for finders that look for three that go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ..numbers.dimension import TIME, Dimension
from ..numbers.mention import Mention
from .model import Link
from .view import View

#: how many numbers may be offered for one place, and how far from the first they may stand
OFFERED, FAR = 5, 320
#: hedges that leave one side open: nothing can be worked out from them
OPEN = frozenset(["at-most", "more-than", "at-least", "less-than"])
_BREAK = re.compile(r"\d|[;:?!] ")

#: what opens a sentence that goes on from the sums of the one before
GOES_ON = re.compile(
    r"[.] (?:in all|altogether|that (?:is|was|makes?|made|comes|came|means|meant|adds|works)|this (?:is|makes?|comes"
    r"|means)|the total|at (?:that|this)"
    r"|which|it (?:makes|comes|adds)|so |it all|all told|over |for that|the (?:bill|deal|sum|cost|stake))")


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


#: what announces a total
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:in all|altogether|all told|total(?:l?ing|l?ed|l?s|l?y)?(?: of)?(?! the )|add(?:s|ed|ing)? up to|comes? to"
    r"|came to|coming to"
    r"|amount(?:s|ed|ing) to|mak(?:es|ing)|that is|that's|which is|equals|works? out (?:at|to)|worked out (?:at|to)"
    r"|the bill|grossing|netting)"
    r"(?!\w)[^\d.;:?!]{0,36}$")


def announced(view: View, them: list[Mention]) -> list[Mention]:
    """The one of the numbers that is said to be the total, where it is the only one; else all."""
    said = [t for t in them if _ANNOUNCED.search(view.plain(max(t.lead - 60, view.article.sentences[t.sentence].start), t.lead))]
    return said if len(said) == 1 else them


def side_by_side(view: View, *them: Mention) -> bool:
    """Whether the numbers stand close together, nothing but words between, in one sentence or one that goes on from it."""
    return all(len(g) < 90 and not _BREAK.search(g) and (". " not in g or GOES_ON.search(g)) for g in gaps(view, *them)) \
        and not any(m.hedge in OPEN for m in them)
