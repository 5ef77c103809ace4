"""A number that its words make small beside another: "only 74%, compared with 95%", "15%, but by only 3% in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from .ordered import alike, ordered

_SMALL = r"(?:only|just|merely|barely|a mere|mere|as little as|as few as|a paltry|a meagre|a meager)"
_ONLY = re.compile(rf"(?<!\w)(?<!not )(?<!not just )(?<!if )(?<!is ){_SMALL} $")
_AGAINST = re.compile(r"(?<!\w)(?:compared (?:with|to)|as compared (?:with|to)|in comparison (?:with|to)|as opposed to|as against"
                      r"|against|versus|vs\.?)(?!\w)")
#: "15.1% over the year, but by only 2.8% in the half"
_BUT = re.compile(rf"(?<!\w)but (?:by |for |to |with |at |in [^\W\d_]+ )?(?:{_SMALL}) $")
#: "only 12 of the 50 seats": what it is a part of
_WHOLE = re.compile(r"^(?: [^\W\d_]+)? (?:out )?of (?:the |its |his |her |their |all |a possible )?$")
_BREAK = re.compile(r"[;:?!]|(?<!\w)(?:and|while|whereas|when|because|after|before|if|who)(?!\w)")
_CUES = frozenset(["only", "just", "merely", "barely", "mere", "little", "few", "paltry", "meagre", "meager"])
_FAR = 120


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    for row in sorted(view.sentences_with_any(_CUES)):
        if view.figures[row] < 2:
            continue
        sentence = view.article.sentences[row]
        figures = [m for m in view.mentions(sentence.start, sentence.end) if m.kind not in ("year", "date", "ordinal")
                   and not (m.value == 1 and m.worded)]
        figures = [m for k, m in enumerate(figures) if not (k and _WHOLE.match(view.bare(figures[k - 1].end, m.lead)))]
        for a, b in pairwise(figures):
            sign = _sign(view, a, b)
            if sign and alike(view, a, b):
                yield ordered(a, b, sign, "stated", "made small beside another")


def _sign(view: View, a: Mention, b: Mention) -> int:
    """-1 where the first of two is called small beside the second, 1 where the second is; 0 where neither or both."""
    gap = view.bare(a.end, b.lead)
    if len(gap) > _FAR or _BREAK.search(gap):
        return 0
    small = bool(_ONLY.search(view.bare(max(a.lead - 24, 0), a.lead)))
    if _AGAINST.search(gap):
        return int(bool(_ONLY.search(gap))) - int(small)
    return 1 if not small and _BUT.search(gap) else 0
