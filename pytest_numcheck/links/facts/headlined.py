"""An age, an ordinal or a bare number of the headline, and the one of the first paragraphs that must be it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..likeness.agree import can_agree
from ..likeness.misprint import STRONG, misprint
from ..model import Link
from ..prose.view import View

#: how many sentences of the body tell what the headline says
_EARLY = 5
#: ages further apart than this, as shares of each other, are two persons' unless a slip tells
_OTHER_AGE = 1.6
#: what goes on for a number of weeks, rounds or terms
_NTH_OF = re.compile(r"\s(?:straight\s|consecutive\s|successive\s)?([a-z]{3,})")
_TELLING = frozenset([
    "week", "day", "month", "year", "term", "title", "round", "win", "defeat", "loss", "season", "victory", "goal", "crown",
    "medal", "child", "album", "novel", "film", "night", "attempt", "birthday", "anniversary", "place", "quarter", "game",
    "match", "marriage",
])
_LEAST = 1000


def find(view: View) -> Iterator[Link]:
    """Links same-fact(a, b): ``a`` in the headline. Where any number of the body agrees, it is the one."""
    headline = view.article.headline
    if headline is None:
        return
    top, last = headline.end, len(headline.sentences) + _EARLY
    heads = list(view.mentions(headline.start, top))
    body = [m for m in view.reading.mentions if m.start >= top]
    for m in heads:
        if m.value is None or m.value2 is not None or m.hedge:
            continue
        if m.kind == "age":
            others = [c for c in body if c.kind == "age" and c.unit == m.unit and c.value and c.value2 is None]
            alone = sum(h.kind == "age" for h in heads) == 1
            near = [c for c in others if c.sentence < last and (misprint(m, c) in STRONG or _akin(m, c))]
        elif m.kind == "ordinal":
            word = _of(view, m)
            others = [c for c in body if c.kind == "ordinal" and c.value and _of(view, c) == word] if word in _TELLING else []
            alone, near = True, [c for c in others if c.sentence < last]
        elif m.kind == "count" and not m.head and m.value >= _LEAST:
            others = [c for c in body if c.kind == "count"]
            alone, near = True, [c for c in others if c.sentence < last and misprint(m, c) in STRONG]
        else:
            continue
        yield from _told(m, others, near if alone else [])


def _told(m: Mention, others: list[Mention], near: list[Mention]) -> Iterator[Link]:
    fitting = [c for c in others if (can_agree(m, c) if m.kind != "ordinal" else c.value == m.value)]
    slipped = [c for c in near if misprint(m, c) in STRONG]
    if not fitting and not slipped and len({c.value for c in near}) != 1:
        return
    best = (fitting or slipped or near)[0]
    sure = "inferred" if fitting or slipped or m.kind == "ordinal" else "guessed"
    yield Link("same-fact", {"a": (m.id,), "b": (best.id,)}, sure, f"{m.kind} of the headline", m.start, best.end)


def _akin(a: Mention, b: Mention) -> bool:
    low, high = sorted((a.value or 0.0, b.value or 0.0))
    return high < _OTHER_AGE * low


def _of(view: View, m: Mention) -> str:
    found = _NTH_OF.match(view.article.text, m.end, m.end + 40)
    return singular(found[1], view.lexicon) if found else ""
