"""Numbers told in the order of their size: "the highest (40), followed by Lee (31) and Kay (20)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View
from ..prose.wording import any_of, words
from .ordered import alike, ordered

#: what may stand between the members of a ranking after the first two: ") and Kay ("
_NAME = r"[^\W\d_]+(?:[ '-]{1,2}[^\W\d_]+){0,5}"
_NEXT = re.compile(rf"^(?: [^\W\d_]+){{0,4}}\)?[,;]? (?:and |then |and then )?{_NAME} ?\($|"
                   rf"^(?: [^\W\d_]+)?[,;]? (?:and |then |and then )?{_NAME} (?:with|at|on)(?: just| only)? $")
_FAR = 130
#: ranks by time, not by size
_IN_TIME = re.compile(r"(?<!\w)(?:later|afterwards|then|years?|months?|weeks?|days?|hours?|minutes?|january|february|march|april"
                      r"|june|july|august|september|october|november|december|first|quarter|half)(?!\w)")
_MONTH = re.compile(r"(?<!\w)(?:in|on|for|last|during|by) (?:january|february|march|april|may|june|july|august|september|october"
                    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\w)")
#: places in a table, and times of a race, are better the smaller they are
_PLACE = re.compile(r"(?<!\w)(?:place|number|no\.?|rank|ranked|position|spot|seed|seeded|aged)(?: in| at)? $")


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    pattern, cues = _patterns(view.lexicon)
    for row in sorted(view.sentences_with_any(cues)):
        sentence = view.article.sentences[row]
        if view.figures[row] > 1 and pattern.search(view.plain(sentence.start, sentence.end)):
            yield from _ranking(view, view.mentions(sentence.start, sentence.end), pattern)


def _ranking(view: View, row: tuple[Mention, ...], pattern: re.Pattern[str]) -> Iterator[Link]:
    sign = 0
    for a, b in pairwise(row):
        gap = view.bare(a.end, b.lead)
        if not _comparable(view, a, b) or len(gap) > _FAR or _dated(view, a, b):
            sign = 0
            continue
        if pattern.search(gap) and not _IN_TIME.search(gap):
            sign = _way(view, a) or int(a.kind == b.kind == "percent" and gap.endswith("("))
        elif not (sign and _NEXT.match(gap)):
            sign = 0
        if sign:
            yield ordered(a, b, sign, "stated" if "(" in gap[-1:] else "inferred", "told in order of size")


def _comparable(view: View, a: Mention, b: Mention) -> bool:
    placed = any(_PLACE.search(view.plain(max(m.lead - 14, 0), m.lead)) for m in (a, b))
    return alike(view, a, b) and a.kind not in ("age", "duration") and not placed


def _dated(view: View, a: Mention, b: Mention) -> bool:
    """Whether times are named with the numbers: one came after the other, whichever is the more."""
    said = view.plain(a.end, min(b.end + 16, view.article.sentences[b.sentence].end))
    return bool(_MONTH.search(said)) or any(
        m.kind in ("date", "year", "clock", "duration") for m in view.mentions(a.end, b.end + 16))


def _way(view: View, a: Mention) -> int:
    """1 where the list begins with the most, -1 with the least, 0 where the words do not tell."""
    before = view.plain(view.article.sentences[a.sentence].start, a.end)
    high, low = (bool(words(view.lexicon, name).search(before)) for name in ("rank-high", "rank-low"))
    return int(high) - int(low)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str]]:
    said = any_of(lexicon, "ranks-next")
    pattern = re.compile(rf"(?<!\w)(?:{said})(?!\w)(?!.*[{holes.SENTENCE_END}])")
    return pattern, frozenset(max(w.split(), key=len).split("-")[0] for w in lexicon.list("ranks-next"))
