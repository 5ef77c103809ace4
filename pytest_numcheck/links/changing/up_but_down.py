"""Two values that a third lies between: "up from 13% in May, but still down from the 22% of March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from .ordered import alike, ordered

_NP = r"(?: (?!and(?!\w)|but(?!\w)|or(?!\w))[^\W\d_]+(?:['-][^\W\d_]+)*){0,6} ?$"
_OVER = re.compile(rf"(?<!\w)(?:up (?:from|on)|higher than|more than|above|better than|ahead of|improvement on){_NP}")
_UNDER = re.compile(rf"(?<!\w)(?:down (?:from|on)|lower than|less than|fewer than|below|short of|shy of|off){_NP}")
_YET = re.compile(r"(?<!\w)(?:but|although|though|yet|still|while|however|albeit)(?!\w)")
_NEVER = frozenset(["year", "date", "ordinal", "duration"])
_FAR, _REACH = 140, 60
_CUES = frozenset(["but", "although", "though", "yet", "still", "while", "however", "albeit"])


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    for row in sorted(view.sentences_with_any(_CUES)):
        if view.figures[row] < 2:
            continue
        sentence = view.article.sentences[row]
        figures = [m for m in view.mentions(sentence.start, sentence.end) if m.kind not in _NEVER]
        for a, b in pairwise(figures):
            one = _side(view, a, sentence.start)
            if one and alike(view, a, b) and b.lead - a.end < _FAR and _side(view, b, a.end) == -one and _one_thing(view, a, b):
                yield ordered(a, b, -one, "stated", "what lies between two")


def _one_thing(view: View, a: Mention, b: Mention) -> bool:
    """Whether the two are set beside the same number: joined by a word of contrast, with no third number between."""
    text = view.article.sentences[a.sentence]
    gap = view.bare(a.end, b.lead)
    return ";" not in gap and bool(_YET.search(gap) or _YET.search(view.bare(text.start, a.lead)[:12]))


def _side(view: View, m: Mention, floor: int) -> int:
    """1 where a number is said to lie over this one, -1 where under it, 0 where neither."""
    before = view.bare(max(m.lead - _REACH, floor), m.lead)
    return int(bool(_OVER.search(before))) - int(bool(_UNDER.search(before)))
