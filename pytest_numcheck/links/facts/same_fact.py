"""One fact told in two places: the headline and the body, a paragraph and a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..clauses.events import state, stems
from ..likeness.alike import is_person, same_heads, same_measure
from ..likeness.misprint import STRONG, misprint
from ..model import Link
from ..prose.view import View
from . import retold

_KINDS = ("count", "money", "percent", "duration", "score", "rate", "length", "area", "volume", "mass", "speed", "energy",
          "power", "temperature")
_RETOLD = frozenset(k for k in _KINDS if k != "score") | {"age", "data", "ordinal", "multiplier", "ratio", "percent-point"}
#: how many candidates of the body are weighed for one number
_CANDIDATES = 30
#: how far into the body the headline's fact is told
_EARLY = 4
#: how far, where the body's words for what became of them are others ("19 hurt", "19 people were taken to hospital")
_NEXT = 3
#: words of meaning that a headline has at most; nouns that stand for any person
_SHORT, _ANYBODY = 9, {"person", "people", "other", "victim"}
#: shares by which figures that are one may differ: rounded for a headline, and otherwise
_ROUNDED, _EXACT = 0.1, 0.005
#: smaller counts are told as they are, unless in tens
_FEW = 100
_NEAR = re.compile(r"[a-z]{4,}")


def find(view: View, parts: frozenset[int]) -> Iterator[Link]:
    """Links same-fact(a, b): ``a`` stands first in the article. ``parts``: numbers known to be part of another."""
    headline = view.article.headline
    top = headline.end if headline is not None else 0
    pools: dict[tuple[object, ...], list[Mention]] = {}
    for m in view.reading.mentions:
        if m.kind in _KINDS and m.start >= top and (m.value is not None or m.printed is not None):
            pools.setdefault(_pool(m), []).append(m)
    for m in view.reading.mentions:
        if m.start >= top:
            break
        if m.kind in _KINDS:
            yield from _retold(view, m, pools.get(_pool(m), [])[:_CANDIDATES])
    yield from retold.find(view, (m for m in view.reading.mentions if m.kind in _RETOLD), parts)


def _pool(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.dimension, m.currency, m.per)


def _retold(view: View, m: Mention, body: list[Mention]) -> Iterator[Link]:
    """The body's number that tells what the headline's does: one that agrees if there is one, else the likeliest."""
    rows = []
    told = stems(view, m.sentence) - {(m.noun or "").split(" ")[-1].lower()[:5]}
    for c in body:
        if same_measure(m, c) and (m.value2 is None) == (c.value2 is None) and m.change == c.change and _alike(view, m, c):
            agree = _agree(m, c, _ROUNDED if m.kind in ("count", "money") else _EXACT)
            rows.append((not agree, -len(told & stems(view, c.sentence)), c.start, c))
    if not rows:
        return
    off, shared, _, best = min(rows, key=lambda r: r[:3])
    shared, ratio = -shared, -shared / max(len(told), 1)
    if not off:
        if shared:
            yield _link(m, best, "stated" if shared > 2 and ratio >= 0.5 else "inferred", "headline")
        return
    slipped = [r for r in rows if misprint(m, r[3]) in STRONG and (m.kind != "ordinal" or r[3].sentence - m.sentence <= _EARLY)]
    if slipped:
        _, shared, _, best = min(slipped, key=lambda r: r[:3])
        yield _link(m, best, "stated" if shared <= -2 else "inferred", "headline, a slip apart")
        return
    plain = m.kind == "count"
    if any(_rounds(m, c) for c in body if c.kind != "count" or abs(c.value or 0) >= _FEW or (m.value or 0) % 10 == 0):
        return
    if best.sentence - m.sentence > _EARLY or not _alone(view, m, best, rows):
        return
    if not plain and not _beside(view, m) & _beside(view, best):
        return
    need, share = (2, 0.4 if plain else 0.6) if len(told) <= _SHORT else (4, 0.5)
    grade = (shared >= 3 and ratio >= 0.5) + (shared >= need and ratio >= share)
    if plain and state(view, m) is not None and len(told) <= _SHORT and len(rows) == 1:
        grade = max(grade, 1)  # the first toll of the body is the headline's
    if plain and _narrower(view, m, best):
        grade -= 1
    if grade > 0:
        yield _link(m, best, "stated" if grade == 2 and plain else "inferred", "headline")
    elif plain and shared:
        yield _link(m, best, "guessed", "headline")


def _alone(view: View, m: Mention, best: Mention, rows: list[tuple[bool, int, int, Mention]]) -> bool:
    """Whether no other number of the headline or of the telling sentence could be meant."""
    values = {c.value for _, _, _, c in rows if c.sentence == best.sentence}
    rivals = [x for x in view.mentions(0, best.start) if x.sentence == m.sentence and x.id != m.id and _pool(x) == _pool(m)]
    return len(values) == 1 and not any(_alike(view, m, x) or _alike(view, x, best) for x in rivals)


def _narrower(view: View, m: Mention, c: Mention) -> bool:
    """Whether the body's noun has a modifier that the headline knows nothing of ("1,000 US deaths" for "deaths")."""
    known = view.plain(view.article.sentences[m.sentence].start, view.article.sentences[m.sentence].end)
    return any(word[:5] not in known for word in (c.noun or "").lower().split()[:-1])


def _beside(view: View, m: Mention) -> frozenset[str]:
    """Beginnings of the words next to a number."""
    at, end = view.to_view(m.lead if 0 <= m.lead < m.start else m.start), view.to_view(m.end)
    return frozenset(w[:5] for w in _NEAR.findall(view.text[max(at - 24, 0):at] + " " + view.text[end:end + 24]))


def _alike(view: View, a: Mention, b: Mention) -> bool:
    """Whether two numbers count the same sort of thing in the same state."""
    if a.kind != "count":
        return True
    one, two = state(view, a), state(view, b)
    akin = same_heads(a, b, view.lexicon)
    if one != two:
        near = b.sentence - a.sentence <= _NEXT
        slipped = near and is_person(b.head, view.lexicon) and misprint(a, b) in STRONG
        return near and (slipped or (None in (one, two) and akin is True))
    if one is not None:
        return akin is not False or bool({singular(a.head or ""), singular(b.head or "")} & _ANYBODY)
    return akin is True


def _agree(a: Mention, b: Mention, near: float) -> bool:
    """Whether the two figures are one, up to rounding within the share ``near`` of the larger."""
    one, two = _figures(a), _figures(b)
    if len(one) != len(two):
        return False
    close = all(abs(x - y) <= near * max(abs(x), abs(y)) for x, y in zip(one, two, strict=True))
    loose = a.base("loose"), b.base("loose")
    return close and (a.kind == "score" or loose[0] is None or loose[1] is None or loose[0].meets(loose[1]))


def _rounds(m: Mention, c: Mention) -> bool:
    """Whether a headline's figure may be the other one, cut short: "1,200" for 1,269."""
    one, two = _figures(m), _figures(c)
    return len(one) == len(two) == 1 and len(f"{one[0]:.0f}".rstrip("0")) < 3 and abs(one[0] - two[0]) <= _ROUNDED * abs(two[0])


def _figures(m: Mention) -> tuple[float, ...]:
    return tuple(v * m.scale + m.shift for v in (m.value, m.value2) if v is not None)


def _link(a: Mention, b: Mention, confidence: str, via: str) -> Link:
    return Link("same-fact", {"a": (a.id,), "b": (b.id,)}, confidence, via, a.start, b.end)
