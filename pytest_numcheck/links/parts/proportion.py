"""Two amounts of one whole, each with its share: "1,229, or 54.5%, against, and 1,028, or 45.5%, for"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...numbers.mention import Mention
from ..likeness.alike import same_heads, same_measure
from ..model import Link
from ..prose.view import View

_AMOUNTS = frozenset({"count", "money", "mass", "area", "volume"})


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links proportion(one, one_share, other, other_share): neighbours that are both said again as shares.

    They are of one whole where they fit, or where the two shares make a hundred; others may be of two wholes: "guessed".
    """
    pairs = sorted(_pairs(view, links), key=lambda p: min(p[0].id, p[1].id))
    for (one, share), (other, rest) in pairwise(pairs):
        if {one.id, share.id} & {other.id, rest.id} or other.sentence - one.sentence > 1 or not same_measure(one, other):
            continue
        if same_heads(one, other, view.lexicon) is False or {one.change, other.change} & {"up", "down", "by"}:
            continue
        all_ = one.sentence == other.sentence and abs((share.value or 0) + (rest.value or 0) - 100) <= 1
        ids = (one, share, other, rest)
        if not all_ and " from " in view.words(one.end, other.start) and not _fits(one, share, other, rest):
            continue
        yield Link("proportion", {"one": (one.id,), "one_share": (share.id,), "other": (other.id,), "other_share": (rest.id,)},
                   "stated" if all_ else "inferred" if _fits(one, share, other, rest) else "guessed",
                   "two amounts and their shares",
                   min(m.start for m in ids), max(m.end for m in ids))


def _pairs(view: View, links: Iterable[Link]) -> Iterator[tuple[Mention, Mention]]:
    """Each amount and the percentage that says it again."""
    seen: set[int] = set()
    for link in links:
        if link.kind == "restates" and link.confidence != "guessed":
            two = [view.mention(link.roles[r][0]) for r in ("a", "b")]
        elif link.kind == "share-of":
            two = [view.mention(link.roles[r][0]) for r in ("part", "share")]
        else:
            continue
        amount, share = sorted((m for m in two if isinstance(m, Mention)), key=lambda m: m.kind == "percent")
        if share.kind != "percent" or amount.kind not in _AMOUNTS or share.id in seen or share.change or not share.value:
            continue
        if amount.value and amount.value2 is None and share.value2 is None and not amount.hedge and not share.hedge:
            seen.add(share.id)
            yield amount, share


def _fits(one: Mention, share: Mention, other: Mention, rest: Mention) -> bool:
    a, s, b, r = (m.base() for m in (one, share, other, rest))
    if a is None or s is None or b is None or r is None or b.low <= 0 or r.low <= 0:
        return False
    return a.low / b.high <= s.high / r.low and a.high / b.low >= s.low / r.high
