"""A number told again further on: in the same words, with "the", or one slip away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..numbers.lexemes import lexemes, singular
from ..numbers.mention import Mention
from .agree import can_agree
from .alike import same_measure
from .misprint import STRONG, misprint
from .model import Link
from .telling import Telling, common, telling
from .view import View

#: how many earlier tellings of one sort are weighed
_EARLIER = 10
#: points from which two tellings that agree are one, and from which two that disagree are (a slip apart, or not)
_AGREE = 1
_SLIP = {"turned digits": (0, 1), "a digit more": (0, 2), "a zero": (1, 2), "a scale word": (1, 2), "teen for ty": (1, 2),
         "a unit": (0, 1),
         "a teen more": (3, 4), "a round zero": (3, 4), "one digit": (4, 5)}
_ANY = {"count": (2, 3), "duration": (4, 4), "money": (4, 6), "percent": (6, 8), "age": (4, 5), "ordinal": (8, 10)}
_MEASURED = (4, 5)
_CHANGED = "told twice, changed"
#: paragraphs that open with a clock time from which an article is a live blog
_ENTRIES = 3
#: an article that gives two figures for a noun may have told one of them wrong; one that gives many counts many sets of them
_ONE_OR_OTHER, _MANY = 2, 6
#: what "the 41" without a noun may take up: any of so many earlier counts, if a slip tells which
_ANY_COUNT, _COUNTS = ("count",), 30
_COUNTED = ("count", "ordinal")
#: so many sentences of the body are its lead, whose numbers are those told again
_LEAD = 2
#: figures that are so many times each other are two facts unless nearly all words are shared
_FAR = 3.0
#: points over what is needed that make it as good as said
_SURE = 2


def find(view: View, mentions: Iterable[Mention], parts: frozenset[int]) -> Iterator[Link]:
    """Links same-fact(a, b) among numbers of the body: ``a`` stands first. ``parts``: those known to be part of another."""
    rows = [telling(view, m) for m in mentions if m.value is not None]
    said: dict[tuple[object, ...], set[int]] = {}
    sorts: dict[tuple[object, ...], set[float | None]] = {}
    for t in rows:
        said.setdefault(_figure(t.mention), set()).add(t.mention.sentence)
        sorts.setdefault(_sort(view, t.mention), set()).add(t.mention.value)
    earlier: dict[tuple[object, ...], list[Telling]] = {}
    headline = view.article.headline
    lead = _LEAD + (len(headline.sentences) if headline else 0)
    live = _live(view)
    for t in rows:
        keys = _sorts(view, t)
        near = {o.mention.id: o for key in keys for o in earlier.get(key, [])[-_EARLIER:]}
        if t.back and not t.mention.head and t.mention.kind == "count":
            near |= {o.mention.id: o for o in earlier.get(_ANY_COUNT, [])[-_COUNTS:] if misprint(o.mention, t.mention) in STRONG}
        link = _best(t, list(near.values()), parts, len(said[_figure(t.mention)]) > 1, lead, len(sorts[_sort(view, t.mention)]))
        if link is not None and not (live and link.via == _CHANGED):
            yield link
        for key in [*keys, _ANY_COUNT] if t.mention.kind == "count" else keys:
            earlier.setdefault(key, []).append(t)


def _live(view: View) -> bool:
    """Whether the article is written entry by entry, each under its time: what it says later stands for what it said."""
    starts = {p.start for p in view.article.paragraphs if p.role != "headline"}
    return sum(m.kind == "clock" and m.start in starts for m in view.reading.mentions) >= _ENTRIES


def _figure(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.currency, m.per, *(round(v * m.scale + m.shift, 9) for v in (m.value, m.value2) if v is not None))


def _sort(view: View, m: Mention) -> tuple[object, ...]:
    return (m.kind, m.unit, m.per, singular(m.head or "", view.lexicon))


def _sorts(view: View, t: Telling) -> list[tuple[object, ...]]:
    """What a number can be told again as: any measure of its dimension; a count of akin nouns, or in the same state."""
    m = t.mention
    if m.kind not in _COUNTED:
        return [(m.kind, m.dimension, m.currency, m.per)]
    head = singular(m.head or "", view.lexicon)
    keys: list[tuple[object, ...]] = [(m.kind, head)] if head else []
    if m.kind != "count":
        return keys
    keys += [("group", g) for g in sorted(lexemes(view.lexicon).groups.get(head, ()))]
    return [*keys, ("state", t.state)] if t.state else keys


def _best(t: Telling, earlier: list[Telling], parts: frozenset[int], said: bool, lead: int, values: int) -> Link | None:
    """``said``: the figure of ``t`` stands in another sentence too, so it is no slip of its own; ``lead``: the first
    sentence after the lead; ``values``: how many figures the article gives for such things."""
    m = t.mention
    found: list[tuple[int, int, str, Telling]] = []
    for o in earlier:
        e = o.mention
        if e.sentence == m.sentence or not same_measure(e, m) or (e.value2 is None) != (m.value2 is None):
            continue
        points = common(o, t) - 3 * ((e.id in parts) != (m.id in parts))
        if _figure(e) == _figure(m):
            if points >= _AGREE:
                return _link(e, m, "inferred", "told twice")
        elif not said and not can_agree(e, m):
            slip = misprint(e, m) or ""
            if slip == "one digit" and m.kind == "percent":
                slip = ""
            needed = _SLIP.get(slip) or _ANY.get(m.kind, _MEASURED)
            if (not slip and o.elsewhere ^ t.elsewhere) or (m.kind == "age" and not _namesake(o, t)):
                continue
            if slip:
                points -= 2 * (m.kind == "percent" and not t.back)
                points += 4 * (t.back and not m.head and m.kind == "count" and slip in STRONG)
                points += 2 * (t.back and bool(o.times and t.times and not o.times & t.times))
            else:
                points += (e.sentence < lead) - 6 * _far(e, m) - 2 * _parallel(o, t) - (values >= _MANY)
                points += values <= _ONE_OR_OTHER and m.kind == "count" and m.worded == e.worded
            if points >= needed[0]:
                found.append((points - needed[1], -e.start, slip, o))
    if not found:
        return None
    over, _, slip, best = max(found, key=lambda f: f[:2])
    confidence = "stated" if slip and over >= _SURE else "inferred" if over >= 0 or slip == "turned digits" else "guessed"
    return _link(best.mention, m, confidence, f"told twice, {slip} apart" if slip else _CHANGED)


def _namesake(a: Telling, b: Telling) -> bool:
    """Whether a name stands next to both: "Ann Cole, 61" and "Cole, 16,"."""
    return any(n[:5].lower() in a.before and n[:5].lower() in b.before for n in a.names & b.names)


def _parallel(a: Telling, b: Telling) -> bool:
    """Whether two sentences stand side by side, as they do to tell two things in the same words."""
    one, two = a.mention, b.mention
    return two.sentence - one.sentence == 1 and not b.back


def _far(a: Mention, b: Mention) -> bool:
    one, two = (abs((m.value or 0.0) * m.scale + m.shift) for m in (a, b))
    return max(one, two) >= _FAR * min(one, two)


def _link(a: Mention, b: Mention, confidence: str, via: str) -> Link:
    return Link("same-fact", {"a": (a.id,), "b": (b.id,)}, confidence, via, a.start, b.end)
