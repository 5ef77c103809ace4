"""Old, new and by: what went up or down, from what to what, by how much."""

from __future__ import annotations

from collections.abc import Iterator

from ...numbers.mention import Mention
from ..likeness.alike import same_heads
from ..model import Link
from ..prose.tables import found
from ..prose.view import View
from .levels import comparable, could_be_size, named_alike
from .moves import moves
from .moves_across import across
from .multiples import find as multiples
from .went_on import went_on
from .woven import woven

#: kinds that measure a step rather than a level
_RELATIVE = ("percent", "percent-point", "multiplier", "ratio")
_ROLES = ("old", "new", "by", "share")
_SIGNS = {"rise": 1, "rise-noun": 1, "upward": 1, "fall": -1, "fall-noun": -1, "downward": -1}


def find(view: View) -> Iterator[Link]:
    """Links change(old, new, by), at least two of the three; ``sign`` is +1 or -1 where the words say up or down."""
    links = []
    for row, hit in found(view, "change"):
        roles = {role: (i,) for role, i in hit.binding.items() if role in _ROLES and isinstance(i, int)}
        if len(roles) > 1 and _holds(view, {r: view.mention(i) for r, (i,) in roles.items()}):
            sign = row.sign or next((_SIGNS[w] for w in hit.words if w in _SIGNS), 0)
            links.append(Link("change", roles, row.confidence, row.phrase.text, hit.start, hit.end, sign))
    marked = [(link, more) for link, more in moves(view) if _holds(view, {r: view.mention(i) for r, (i,) in link.roles.items()})]
    told = [link for link in multiples(view) if _holds(view, {r: view.mention(i) for r, (i,) in link.roles.items()})]
    kept = _fullest([*links, *(link for link, _ in marked), *told])
    further = [k for k in across(view, kept) if _holds(view, {r: view.mention(i) for r, (i,) in k.roles.items()})]
    grown = [(set(k.ids), k.sign) for k in further]
    yield from (k for k in kept if not any(set(k.ids) < ids and sign == k.sign for ids, sign in grown))
    yield from further
    yield from (more for link, more in marked if more is not None and link in kept)
    told = [*kept, *further]
    for k in (*woven(view, told), *went_on(view, told)):
        if _holds(view, {r: view.mention(i) for r, (i,) in k.roles.items() if r != "by"}):
            yield k


def _worlds_apart(old: Mention, new: Mention) -> bool:
    """Whether one is more than a hundred times the other: no change that the words do not spell out is so large."""
    a, b = (abs(m.value or 0.0) * m.scale for m in (old, new))
    return min(a, b) > 0 and max(a, b) > 100 * min(a, b)


def _holds(view: View, who: dict[str, object]) -> bool:
    old, new, by = (m if isinstance(m := who.get(role), Mention) else None for role in ("old", "new", "by"))
    level = new or old
    if level is None:
        return False
    if old is not None and new is not None:
        if not comparable(old, new) or (same_heads(old, new, view.lexicon) is False and not named_alike(old, new)):
            return False
        if "age" in (old.kind, new.kind) and old.kind != new.kind:
            return False  # "in a decade, from 26 years old"
        if old.change != "from" and _worlds_apart(old, new):
            return False  # a price and the number of shares that changed hands
        if (old.value2 is None) != (new.value2 is None) and "percent" not in (old.kind, new.kind):
            return False
    if by is None:
        return True
    if level.kind in ("duration", "age") and (new is None or (old is None and by.kind in _RELATIVE)):
        return False  # "a 95% drop over a century"
    if by.kind == "percent" and level.kind == "percent" and by.value2 is None and old is None:
        return False  # "rose 5% to 7%" is more often a range
    return by.kind in _RELATIVE or (could_be_size(by, level) and same_heads(by, level, view.lexicon) is not False)


def _fullest(links: list[Link]) -> list[Link]:
    """Of links about the same numbers those that say most, each once; a number is old (or new, or by) in one link only."""
    kept: list[Link] = []
    used: set[tuple[str, int]] = set()
    taken: set[int] = set()
    for link in sorted(links, key=lambda k: (-len(k.roles), k.confidence != "stated", k.end - k.start, k.start)):
        places = {(role, i) for role, ids in link.roles.items() for i in ids}
        if places & used or set(link.ids) & taken:
            continue
        kept.append(link)
        used |= places
        taken |= set(link.ids)
    return kept
