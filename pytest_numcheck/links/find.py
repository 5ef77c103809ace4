"""All links of one article."""

from __future__ import annotations

from .changing import apart, backwards, change, compared
from .facts import dated_twice, headlined, refers_back, restates, same_fact, same_subject
from .likeness.agree import can_agree
from .model import CONFIDENCES, LINK_KINDS, Link, Links
from .parts import (
    among,
    announced,
    between,
    covering,
    exclusive,
    extremes,
    figured,
    halves,
    hundred,
    listed,
    lists,
    part_of,
    proportion,
    sets,
    share_of,
    share_of_told,
    shared,
    summed,
)
from .prose.view import View
from .rates import apiece, levied, margins, periods, rated, trip, wages
from .times import lifetimes, lives, records, sequence, so_far, spans, stretches, time_sums

_FINDERS = (
    restates.find, change.find, compared.find, apiece.find, rated.find, wages.find, trip.find, periods.find, levied.find,
    extremes.find, backwards.find, part_of.find, refers_back.find, lives.find, spans.find, stretches.find, so_far.find,
    records.find, sequence.find, time_sums.find, hundred.find, exclusive.find, covering.find, halves.find, share_of_told.find,
    between.find, margins.find, sets.find,
)


def find_links(view: View) -> Links:
    """What ties the mentions of the article together, by position, then kind. No two links say the same."""
    found: dict[object, Link] = {}
    for finder in _FINDERS:
        for link in finder(view):
            found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    restated = frozenset(link.roles["b"][0] for link in found.values() if link.kind == "restates")
    for link in same_subject.find(view, restated):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in share_of.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in shared.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in proportion.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in among.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in lists.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in apart.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in summed.find(view, list(found.values())):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    aged = frozenset(link.roles["age"][0] for link in found.values() if link.kind in ("aged", "lived"))
    for link in lifetimes.find(view, aged):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    linked = frozenset(i for link in found.values() if link.kind == "items" for i in link.roles["items"])
    for link in announced.find(view, linked):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in listed.find(view, frozenset(i for k in found.values() if k.kind == "items" for i in k.roles["items"])):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    parts = frozenset(i for link in found.values() if link.kind == "part-of" for i in link.roles["part"])
    taken_up = {frozenset(k.ids): k.confidence for k in found.values() if k.kind == "refers-back"}
    for link in same_fact.find(view, parts):
        if _weaker(view, link, taken_up.get(frozenset(link.ids))):
            continue  # one slip, one finding
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    for link in (*headlined.find(view), *figured.find(view), *dated_twice.find(view)):
        found.setdefault((link.kind, tuple(sorted(link.roles.items()))), link)
    return Links(tuple(sorted(found.values(), key=_place)))


def _weaker(view: View, link: Link, said: str | None) -> bool:
    """Whether two numbers that cannot be one are told apart already, by a link that is as sure."""
    if said is None or CONFIDENCES.index(said) > CONFIDENCES.index(link.confidence):
        return False
    a, b = (view.reading.mentions[i] for i in link.ids)
    return not can_agree(a, b)


def _place(link: Link) -> tuple[int, int, int, tuple[int, ...]]:
    return link.start, link.end, LINK_KINDS.index(link.kind), link.ids
