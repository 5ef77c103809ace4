"""One fact told in two places: the headline and the body, a paragraph and a later one."""

from __future__ import annotations

from collections.abc import Iterator

from ..numbers.lexemes import singular
from ..numbers.mention import Mention
from .alike import is_person, same_heads, same_measure
from .events import state, stems
from .model import Link
from .view import View

_KINDS = ("count", "money", "percent", "duration", "score", "rate", "length", "area", "volume", "mass", "speed", "energy",
          "power", "temperature")
#: how many candidates of the body are weighed for one number, and how many earlier ones for a repeat
_CANDIDATES, _REPEATS = 30, 6


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
    for mentions in pools.values():
        yield from _repeats(view, mentions, parts)


def _pool(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.dimension, m.currency, m.per)


def _retold(view: View, m: Mention, body: list[Mention]) -> Iterator[Link]:
    """The body's number that tells what the headline's does: one that agrees if there is one, else the likeliest."""
    rows = []
    told = stems(view, m.sentence)
    for c in body:
        if same_measure(m, c) and _alike(view, m, c) and (m.value2 is None) == (c.value2 is None):
            shared = len(told & stems(view, c.sentence))
            rows.append((not _can_be(m, c), -shared, c.start, c))
    if not rows:
        return
    rows.sort(key=lambda r: r[:3])
    off, shared, _, best = rows[0]
    if off and len({r[3].value for r in rows if r[1] == shared}) > 1:
        return
    early = best.sentence - m.sentence <= 4
    ratio = -shared / max(len(told), 1)
    if -shared >= 3 and ratio >= 0.5 and early:
        yield _link(m, best, "stated", "headline")
    elif -shared >= 2 and (early or not off):
        yield _link(m, best, "inferred", "headline")
    elif -shared >= 1 or not off:
        yield _link(m, best, "guessed", "headline")


def _alike(view: View, a: Mention, b: Mention) -> bool:
    """Whether two numbers count the same sort of thing in the same state."""
    if a.kind != "count":
        return True
    one, two = state(view, a), state(view, b)
    if one != two:
        return False
    akin = same_heads(a, b, view.lexicon)
    if one is not None:
        return akin is not False or (is_person(a.head, view.lexicon) and is_person(b.head, view.lexicon))
    return akin is True


def _repeats(view: View, mentions: list[Mention], parts: frozenset[int]) -> Iterator[Link]:
    """Later numbers with the same noun phrase, in sentences that share most of their words."""
    earlier: dict[str, list[Mention]] = {}
    for m in mentions:
        key = _phrase(view, m)
        if key is None:
            continue
        rows = []
        for b in earlier.get(key, [])[-_REPEATS:]:
            if b.sentence == m.sentence or b.change != m.change or (b.id in parts) != (m.id in parts):
                continue
            one, two = stems(view, b.sentence), stems(view, m.sentence)
            shared = len(one & two)
            if shared >= 4 and shared >= 0.5 * min(len(one), len(two)) and same_measure(b, m) and state(view, b) == state(view, m):
                rows.append((not _can_be(b, m), -b.start, shared, b))
        if rows:
            _, _, shared, best = min(rows, key=lambda r: r[:2])
            yield _link(best, m, "inferred" if shared >= 6 else "guessed", "told twice")
        earlier.setdefault(key, []).append(m)


def _phrase(view: View, m: Mention) -> str | None:
    if m.kind == "count":
        return f"{' '.join((m.noun or '').lower().split()[:-1])} {singular(m.head, view.lexicon)}" if m.head else None
    return m.unit


def _can_be(a: Mention, b: Mention) -> bool:
    one, two = a.base("loose"), b.base("loose")
    return one is not None and two is not None and one.meets(two)


def _link(a: Mention, b: Mention, confidence: str, via: str) -> Link:
    return Link("same-fact", {"a": (a.id,), "b": (b.id,)}, confidence, via, a.start, b.end)
