"""A figure for all and the same figure for two groups that are all: "95% had a phone, 95.3% in the country and 94.4% in town"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import MEASURE_KINDS, Mention
from ..clauses.nearby import OPEN, triple
from ..likeness.alike import same_measure
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of

_KINDS = frozenset(["percent", "rate", "age", "money", "ratio", "duration", *MEASURE_KINDS])
#: how far a group's word may stand from its figure, and the figure for all from the first of the two
_BESIDE, _FAR = 28, 260
_STOP = re.compile(r"[.,;:()\d]|(?<!\w)(?:and|while|but|compared|against|than) ")


def find(view: View) -> Iterator[Link]:
    """Links between(all, one, other): "stated" where a word says that the first is for all, else "inferred"."""
    camps = _camps(view.lexicon)
    if not any(pattern.search(view.plain(0, len(view.article.text))) for pattern, _ in camps):
        return
    figures = [m for m in view.reading.mentions if m.kind in _KINDS and m.value is not None and m.value2 is None
               and m.hedge not in OPEN and not m.change]
    sides = {m.id: side for m in figures if (side := _side(view, m, camps)) is not None}
    for i, one in enumerate(figures[:-1]):
        other = figures[i + 1]
        if one.id not in sides or other.id not in sides or other.sentence - one.sentence > 1 or not _alike(one, other):
            continue
        (camp, left), (camp2, right) = sides[one.id], sides[other.id]
        if camp != camp2 or left == right:
            continue
        before = figures[i - 1] if i else None
        whole = before if before is not None and _whole(view, before, one, sides) else None
        if whole is None and i + 2 < len(figures) and _overall(view, figures[i + 2], other, sides):
            whole = figures[i + 2]
        if whole is not None and _alike(whole, one):
            told = "stated" if _says_all(view, whole) else "inferred"
            yield triple("between", {"all": whole, "one": one, "other": other}, told)


def _alike(a: Mention, b: Mention) -> bool:
    return same_measure(a, b) and a.kind == b.kind


def _whole(view: View, m: Mention, one: Mention, sides: dict[int, tuple[int, int]]) -> bool:
    """Whether the figure before the two is for all: of no group, and they follow it in brackets, after a dash, or as "both"."""
    if m.id in sides or one.sentence - m.sentence > 1 or one.start - m.end > _FAR:
        return False
    between = view.plain(m.end, one.start)
    return _says_all(view, m) or _OPENS.search(between) is not None


def _overall(view: View, m: Mention, other: Mention, sides: dict[int, tuple[int, int]]) -> bool:
    return m.id not in sides and m.sentence - other.sentence <= 1 and m.start - other.end <= _FAR and _says_all(view, m)


#: what stands between a figure for all and those of its groups
_OPENS = re.compile(r"\((?:[a-z ]{0,30})$|[—–:] ?(?:[^.()]{0,40})$|(?<!\w)(?:across|for|in|among|with) both(?!\w)")


def _says_all(view: View, m: Mention) -> bool:
    sentence = view.article.sentences[m.sentence]
    around = view.plain(max(m.lead - 60, sentence.start), min(m.end + 40, sentence.end))
    return _all(view.lexicon).search(around) is not None


@lru_cache(maxsize=8)
def _all(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(lexicon, 'for-all')})(?!\w)")


@lru_cache(maxsize=8)
def _camps(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    found = []
    for groups in lexicon.table("camps").values():
        side = {str(word): n for n, words in enumerate(groups) for word in words}
        names = "|".join(sorted(map(re.escape, side), key=lambda w: (-len(w), w)))
        found.append((re.compile(rf"(?<![\w-])(?:{names})(?![\w-])"), side))
    return tuple(found)


def _side(view: View, m: Mention, camps: tuple[tuple[re.Pattern[str], dict[str, int]], ...]) -> tuple[int, int] | None:
    """The camp and the side of it whose word stands beside the figure: behind it, else before it."""
    sentence = view.article.sentences[m.sentence]
    after = view.plain(m.end, min(m.end + _BESIDE, sentence.end))
    stop = _STOP.search(after)
    after = after[:stop.start()] if stop else after
    before = view.plain(max(m.lead - _BESIDE, sentence.start), m.lead)
    cut = [s.end() for s in _STOP.finditer(before) if s[0] != "("]
    before = before[cut[-1]:] if cut else before
    for said in (after, before):
        for n, (pattern, side) in enumerate(camps):
            words = {side[w[0]] for w in pattern.finditer(said)}
            if len(words) == 1:
                return n, words.pop()
            if words:
                return None
    return None
