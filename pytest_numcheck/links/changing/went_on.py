"""A value and what it then came to: "The total was 121, but that fell to 115", "It was 40 in May. It has risen to 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.movers import movers
from ...numbers.mention import Mention
from ..clauses.ways import way_before
from ..likeness.alike import same_heads
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .levels import LEVELS, comparable

_IT = r"(?:it|that|this|they|these|which|the (?:figure|number|total|rate|price|share|toll|amount|sum|level|average))"
_WHEN = (rf"(?:has|have|had|since|then|later|soon|again|now|[^\W\d_]+ly"
         rf"|(?:in|by) [{holes.KIND['date']}{holes.KIND['year']}][{holes.MENTION_IDS}],?)")


def went_on(view: View, changes: Sequence[Link]) -> Iterator[Link]:
    """Links change(old, new) for a value reached ("to") of which ``changes`` do not tell where it came from."""
    told = {i for k in changes if {"old", "new"} <= k.roles.keys() for i in k.ids}
    same, next_ = _patterns(view.lexicon)
    for new in view.reading.mentions:
        if new.change != "to" or new.kind not in LEVELS or new.id in told or new.value2 is not None:
            continue
        sentence = view.article.sentences[new.sentence]
        row = [m for m in view.mentions(sentence.start, new.lead) if _could(view, m, new)]
        if row:
            old, pattern, start = row[-1], same, row[-1].end
        elif new.sentence and next_.search(view.bare(sentence.start, new.lead)):
            before = view.article.sentences[new.sentence - 1]
            row = [m for m in view.mentions(before.start, before.end) if _could(view, m, new)]
            if len(row) != 1 or sentence.paragraph - before.paragraph > 1:
                continue
            old, pattern, start = row[0], next_, sentence.start
        else:
            continue
        sign = way_before(view, start, new.lead)
        if sign and old.id not in told and old.change is None and pattern.search(view.bare(start, new.lead)):
            ids = {"old": (old.id,), "new": (new.id,)}
            yield Link("change", ids, "inferred", "what it then came to", old.start, new.end, sign)


def _could(view: View, m: Mention, new: Mention) -> bool:
    return (m.kind in LEVELS and m.value is not None and m.value2 is None and m.hedge is None and comparable(m, new)
            and (m.kind == "age") == (new.kind == "age") and same_heads(m, new, view.lexicon) is not False)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join(sorted((re.escape(w) for w in movers(lexicon).verbs), key=len, reverse=True))
    end = rf"(?:{verbs})(?: back| again| away| [^\W\d_]+ly)? to (?:(?:a|an|about|around|only|just|some|nearly|almost) )?$"
    same = re.compile(rf"(?<!\w)(?:but|and|before|then|only)(?: {_IT})?(?: {_WHEN})* {end}")
    return same, re.compile(rf"^[\"']?{_IT}(?: {_WHEN})* {end}")
