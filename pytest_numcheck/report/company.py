"""Which numbers of an article stand alone: it holds no other that they could be held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import Any

from ..numbers.clause.lexemes import akin, singular

#: Kinds that can be held against each other although their names differ.
_FAMILIES = (
    {"count", "percent", "ratio", "multiplier", "score", "vague", "rate"},
    {"percent", "percent-point"},
    {"money", "percent", "rate", "multiplier"},
    {"date", "year", "duration", "age", "ordinal"},
    {"clock", "duration"},
    {"length", "duration", "speed", "area", "rate"},
    {"energy", "power", "duration"},
)
#: Kinds that count things: two of them meet only where they may count the same ones.
_COUNTS = ("count", "vague")
_MEETS = {kind: frozenset().union(*(f for f in _FAMILIES if kind in f)) - {kind} for family in _FAMILIES for kind in family}


def alone(mentions: Sequence[Mapping[str, Any]], done: Container[int] = ()) -> set[int]:
    """Ids of the numbers, as the report has them, that nothing in the article could be held against; never of ``done``.

    A length in an article of no other length, time or speed; a count of rooms where nothing else counts rooms.
    """
    kinds = Counter(m["kind"] for m in mentions)
    counted = Counter(_head(m) for m in mentions if m["kind"] in _COUNTS)
    known: dict[tuple[str, str], bool] = {}
    found = set()
    for m in mentions:
        if m["id"] in done:
            continue
        key = m["kind"], _head(m) if m["kind"] in _COUNTS else ""
        if key not in known:
            known[key] = _has_company(*key, kinds, counted)
        if not known[key]:
            found.add(m["id"])
    return found


def _has_company(kind: str, head: str, kinds: Counter[str], counted: Counter[str]) -> bool:
    if any(kinds[other] for other in _MEETS.get(kind, ()) if kind not in _COUNTS or other not in _COUNTS):
        return True
    if kind not in _COUNTS:
        return kinds[kind] > 1
    others = {h for h, n in counted.items() if h != head or n > 1}
    return bool(others) and (not head or "" in others or any(akin(head, h) for h in others))


def _head(mention: Mapping[str, Any]) -> str:
    return singular(mention["noun"] or "")
