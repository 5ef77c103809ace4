"""What is left closes a sum: "five went home and another four to the coast; … will take 12, leaving just one" of the 22."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...numbers.mention import Mention
from ..likeness.alike import is_person, same_heads, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .adding import mended

_HOLE = f"[{holes.KIND['count']}{holes.KIND['money']}]([{holes.MENTION_IDS}])"
_LEFT = re.compile(
    rf"(?<!\w)(?:(?:the|its|their|his|her|our) (?:other|remaining|final)|leaving(?: (?:just|only|him|her|them|it|us))*|"
    rf"(?:the rest|the remainder),) {_HOLE}")
#: what is left of a whole that a part was told of right before: "Two are still missing", "the 14 who were turned away"
_WHO = re.compile(
    rf"[{holes.SENTENCE_END}{holes.PARAGRAPH_END};] ?(?:but |and )?{_HOLE}(?: [\w-]+)? "
    rf"(?:(?:are|were|is|was|remain|remained) (?:still|yet|now|missing|"
    rf"unaccounted|at large|in (?:custody|hospital))|remain(?:s|ed)?|stayed|did not|have not|has not)(?!\w)|"
    rf"(?<!\w)the {_HOLE} (?:who|which|that) "
    rf"(?:were|was|are|did|had|have|remain\w*|stayed|failed|refused|voted|died|survived)(?!\w)")
_ITS_WHOLE = re.compile(
    rf"^(?! (?:consist|compris|is made|was made|are made))[^{holes.MENTION_KINDS},;]{{0,20}}? ?of "
    rf"[^{holes.MENTION_KINDS};]{{0,60}}$")
#: what the number left must not go on with: others of another sort
_SENTENCES, _PARTS = 4, 8
_NOT_PARTS = ("ordinal", "year", "date", "clock", "age", "score")


def find(view: View, pairs: Mapping[int, int]) -> Iterator[Link]:
    """Links list(parts, total). ``pairs``: the part of each whole that words tie directly ("39 of the 40").

    A link that adds up is made wherever it does; one that does not only where the parts are more than the whole, as
    things that no number counts ("the pilot died") may be missing from the parts.
    """
    for m in (*_LEFT.finditer(view.text), *_WHO.finditer(view.text)):
        rest = view.mention(holes.id_of(m[m.lastindex or 1]))
        if m.re is _WHO and isinstance(rest, Mention) and not _tied(view, rest, pairs):
            continue
        if isinstance(rest, Mention) and rest.value is not None and rest.value2 is None and not rest.hedge:
            yield from _closed(view, rest, pairs)


def _tied(view: View, rest: Mention, pairs: Mapping[int, int]) -> bool:
    """Whether the last two numbers before are a whole and its part, so that this may be the rest of it."""
    two = [m for m in view.reading.mentions[max(rest.id - 5, 0):rest.id] if same_measure(m, rest) and m.kind not in _NOT_PARTS]
    if len(two) < 2 or rest.sentence - two[-2].sentence > 1:
        return False
    one, other = two[-2].id, two[-1].id
    return pairs.get(one) == other or pairs.get(other) == one


def _closed(view: View, rest: Mention, pairs: Mapping[int, int]) -> Iterator[Link]:
    parts = [rest]
    missed: Link | None = None
    after = _named_after(view, rest)
    if after is not None:
        yield from _of_all(view, rest, after)
        return
    for m in _before(view, rest):
        direct = pairs.get(m.id)
        linked = view.reading.mentions[direct] if direct is not None else None
        bound = [linked] if linked is not None and linked.id < m.id and linked not in parts else []
        if direct is not None and [p.id for p in parts[:-1]] == [direct] and _left_of(m, parts):
            yield Link("summed", {"parts": tuple(p.id for p in parts), "total": (m.id,)}, "inferred", "a part and what remains",
                       m.start, rest.end)
            return
        whole = _whole(view, m, rest, parts)
        if whole and (len(parts) > 1 or bound):
            rows = [*bound, *parts]
            total = sum(p.value or 0 for p in rows)
            sure = len(rows) == 2 and rest.sentence - m.sentence <= 1 and bool(m.head or bound) and not any(r.hedge for r in rows)
            link = Link("list", {"parts": tuple(sorted(p.id for p in rows)), "total": (m.id,)},
                        "stated" if sure else "inferred", "what is left",
                        min(m.start, *(p.start for p in rows)), rest.end)
            if _can_be(m, total):
                yield link
                return
            if _gained(view, m, rest) and _flows(m, parts):
                return  # some came and others went
            if missed is None and (m.head or bound) and total > (m.value or 0) and m.hedge in (None, "at-most"):
                missed = link
        if not _part(view, m, rest) or len(parts) > _PARTS:
            break
        parts.insert(0, m)
        if direct is not None:
            break
    if missed is not None:
        yield missed


def _left_of(whole: Mention, parts: list[Mention]) -> bool:
    """Whether a part that is named with its whole and what remains of it miss that whole by one slip, or are more."""
    if whole.hedge or parts[0].hedge or whole.kind != parts[0].kind or parts[-1].sentence - whole.sentence > 2:
        return False
    total = sum(p.value or 0 for p in parts)
    return not _can_be(whole, total) and (mended(parts, whole) or total > 1.02 * (whole.value or 0))


def _named_after(view: View, rest: Mention) -> Mention | None:
    """The whole where it is named last: "the remaining €50,000 of an estate of €5m"."""
    for m in view.reading.mentions[rest.id + 1:rest.id + 2]:
        if m.sentence == rest.sentence and same_measure(m, rest) and m.value is not None and m.value2 is None:
            said = view.words(rest.end, m.start)
            return m if _ITS_WHOLE.match(said) and m.value > (rest.value or 0) else None
    return None


def _of_all(view: View, rest: Mention, whole: Mention) -> Iterator[Link]:
    parts = [rest]
    for m in _before(view, rest):
        if parts[0].sentence - m.sentence > 1 or not _fits(view, whole, m) or m.value2 is not None or len(parts) > _PARTS:
            break
        parts.insert(0, m)
    if len(parts) > 2 and not any(p.change or p.hedge for p in parts):
        yield Link("list", {"parts": tuple(p.id for p in parts), "total": (whole.id,)}, "inferred",
                   "the rest of a whole named last", parts[0].start, whole.end)


def _gained(view: View, whole: Mention, rest: Mention) -> bool:
    said = view.words(whole.end, rest.start)
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", said) for w in view.lexicon.list("gains"))


def _flows(whole: Mention, parts: list[Mention]) -> bool:
    """Whether adding some and taking away others leaves the last: "had 140, took in 35 and rehomed 60, leaving 115"."""
    left, moved = parts[-1].value or 0, [p.value or 0 for p in parts[:-1]]
    sums = {whole.value or 0}
    for step in moved:
        sums = {s + way * step for s in sums for way in (1, -1)}
    return len(moved) > 1 and any(abs(s - left) < 1e-9 * max(abs(left), 1) for s in sums)


def _before(view: View, rest: Mention) -> Iterator[Mention]:
    """Earlier numbers of the same measure, nearest first."""
    for i in range(rest.id - 1, -1, -1):
        m = view.reading.mentions[i]
        if rest.sentence - m.sentence > _SENTENCES:
            return
        if same_measure(m, rest) and m.kind not in _NOT_PARTS:
            yield m


def _whole(view: View, m: Mention, rest: Mention, parts: list[Mention]) -> bool:
    if m.value is None or m.value2 is not None or m.value <= 1 or m.change in ("up", "down"):
        return False
    return all(_fits(view, m, p) for p in parts) and m.value > max((p.value or 0) for p in parts)


def _part(view: View, m: Mention, rest: Mention) -> bool:
    return m.value is not None and m.value2 is None and _fits(view, m, rest)


def _fits(view: View, one: Mention, other: Mention) -> bool:
    akin = same_heads(one, other, view.lexicon)
    return akin is not False or (is_person(one.head, view.lexicon) and is_person(other.head, view.lexicon))


def _can_be(whole: Mention, total: float) -> bool:
    allowed = whole.printed
    return allowed is not None and allowed.low <= total <= allowed.high
