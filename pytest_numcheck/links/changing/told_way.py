"""Which way the words say that a change went, and whether the words that say it stand near."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...numbers.mention import Mention
from ..clauses.ways import currency_against, way_after, way_before, way_bettered
from ..prose.view import View

#: how far before the numbers their verb stands nearby
_NEAR = 45
#: the last place that a ranking is likely to have
_LAST = 500
#: "a decline in the number of flats sold, with 43 flats sold compared to 46"
_WITH = re.compile(r", with (?:(?:just|only|some|about|a total of) )?$")
#: what is the better the smaller it is, whichever way it is said to go: a place in a ranking
_RANKED = re.compile(r"(?<!\w)(?:rank(?:s|ed|ing|ings)?|places?|positions?|charts?|table|seed(?:ed|ing)?"
                     r"|standings|league)(?!\w)")
_CLAUSE = re.compile(
    r"[;:()–—]|,(?!\d)|(?<!\w)(?:and|that|which|who|as|while|but|said|says|after|when|where|because|for|with|whose)(?!\w)")


@dataclass(frozen=True, slots=True)
class Way:
    """``sign`` is 1 for up, -1 for down, 0 where the words do not tell; ``near`` is False where their word is far off."""

    sign: int
    near: bool = True


def told_way(view: View, roles: Mapping[str, Mention], sign: int, floor: int) -> Way:
    """The way of a change between the numbers in ``roles``; ``sign`` is what its numbers tell of it, ``floor`` how far back
    its words may stand."""
    start, end = min(m.start for m in roles.values()), max(m.end for m in roles.values())
    found = Way(sign) if sign else _by_words(view, roles, floor, start, end)
    if found.sign and (currency_against(view, floor, end) or _ranked(view, roles, floor, end)):
        return Way(0)
    return found


def _ranked(view: View, roles: Mapping[str, Mention], floor: int, end: int) -> bool:
    """Whether the numbers may be places in a ranking: "fell from 17 to 25 in the standings"."""
    bare = all(m.kind == "count" and not m.head and (m.value or 0) <= _LAST for r, m in roles.items() if r in ("old", "new"))
    return bare and bool(_RANKED.search(view.plain(floor, min(end + _NEAR, len(view.article.text)))))


def _by_words(view: View, roles: Mapping[str, Mention], floor: int, start: int, end: int) -> Way:
    before = way_before(view, floor, start)
    if before:
        near = "by" in roles or way_before(view, max(start - _NEAR, floor), start) or _one_clause(view, floor, start)
        both = {"old", "new"} <= roles.keys()
        return Way(before, bool(near or (both and _summed_up(view, roles["new"], roles["old"], floor))))
    if not {"old", "new"} <= roles.keys():
        return Way(0)
    old, new = roles["old"], roles["new"]
    between = way_before(view, old.end, new.start) if old.end < new.start else 0
    if between:
        return Way(between, "by" in roles)
    if "by" in roles:
        return Way(0)
    return Way(way_after(view, end) or way_bettered(view, floor, start) or _summed_up(view, new, old, floor))


def _one_clause(view: View, floor: int, start: int) -> bool:
    """Whether the verb stands in the clause of the numbers, however long what it governs is: "cut its stake in … from"."""
    last = max((m.end() for m in _CLAUSE.finditer(view.article.text[floor:start].lower())), default=0)
    return bool(way_before(view, floor + last, start))


def _summed_up(view: View, new: Mention, old: Mention, floor: int) -> int:
    """The way that a clause before tells of the same thing: "a decline in flats sold, with 43 flats sold compared to 46"."""
    before = view.article.text[floor:new.lead].lower()
    found = _WITH.search(before)
    if found is None or new.start > old.start or not new.head or new.head.lower() not in before:
        stem = (new.head or "")[:-1].lower()  # "properties": property
        if found is None or new.start > old.start or len(stem) < 4 or stem not in before:
            return 0
    return way_before(view, floor, floor + found.start())
