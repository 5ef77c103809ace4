"""Counts of names and members that words further off tie to them: squads, prizes, "one … the other", "all three countries"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.labels.members import TOLD
from ...numbers.labels.ranked import AHEAD
from ...numbers.labels.rosters import SQUAD
from ...numbers.labels.rows import OPENING, PRIZES, SOME
from ...numbers.mention import Cue, Mention
from ..model import Link
from ..prose.view import View
from .announced import PLACES, announces
from .lists import is_open

#: how far before names a count may stand, and by how many the two may differ to be meant together
_NEAR, _BESIDE, _CLOSE = 70, 40, 3
_SIZED = re.compile(r"-(?:member|man|woman|player|strong|person)\b", re.I)
_THEY_WON = re.compile(r"(?:They|It|He|She|The\s\w+|The\s\w+\s\w+)\s(?:won|took|picked up|collected|scooped|claimed|landed|"
                       r"was named|were named|received)\s(?:the\s)?\Z")
_ALSO = re.compile(r"[^.]{0,120}\b(?:also|as well|plus|another|and\s(?:took|won|shared|a|the|best))\b|"
                   r"[^.]*\.\s[^.]{0,40}\balso\b")
_THEIRS = PLACES | {"government"}
_EVERY = re.compile(r"\ball\s(?:of\s)?(?:the\s)?\Z")


def find(view: View, value: float, cues: list[Cue], squads: int) -> Iterator[Link]:
    """Links items, some-of and ranked for a group of cues. ``squads``: how many groups are squads."""
    if value >= AHEAD:
        yield from _ranked(view, cues)
    elif value >= SQUAD:
        yield from _squad(view, cues) if squads == 1 else ()
    elif value >= PRIZES:
        yield from _prizes(view, cues)
    elif value >= TOLD:
        yield from _told_apart(view, cues)
    elif value >= SOME:
        yield from _some(view, cues)
    elif value >= OPENING:
        yield from _opening(view, cues)
    else:
        yield from _there(view, cues)


def _there(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"The envoys of Peru, Chile and Mali … in all three countries"."""
    row = cues[-1].sentence
    after = [m for m in view.mentions(cues[-1].end, cues[-1].end + 500) if announces(m) and m.sentence <= row + 1]
    said = {m.value for m in view.reading.mentions if m.kind == "count" and m.end < cues[0].start}
    near = [m for m in after if singular(m.head or "", view.lexicon) in _THEIRS
            and _EVERY.search(view.article.text, max(m.start - 12, 0), m.start) and m.value not in said]
    if len(near) == 1 and abs((near[0].value or 0) - len(cues)) < _CLOSE and not is_open(view, cues[0].start, cues[-1].end):
        yield from _told(near, cues, "all of the places named")


def _opening(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"Two banks set to merge" over "Nigerian banks Hall Bank and Frost Bank have agreed": the headline's number of them."""
    head = view.article.paragraphs[0]
    what = view.article.text[view.article.sentences[cues[0].sentence].start:cues[0].start].split()
    counts = [m for m in view.mentions(head.start, head.end) if announces(m)]
    if len(counts) != 1 or not what or is_open(view, cues[0].start, cues[-1].end):
        return
    alike = singular(counts[0].head or "", view.lexicon) == singular(what[-1].lower(), view.lexicon)
    if alike and abs((counts[0].value or 0) - len(cues)) < _CLOSE:
        yield from _told(counts, cues, "named in the first sentence")


def _some(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"In seven cities including …": the last number before it, which the names cannot be more than."""
    start = max(view.article.sentences[cues[0].sentence].start, cues[0].start - _NEAR)
    near = view.mentions(start, cues[0].start)[-1:]
    row = view.article.sentences[cues[0].sentence]
    if not near and row.index and cues[0].start - row.start < 24:
        before = view.article.sentences[row.index - 1]
        near = tuple(m for m in view.mentions(before.start, before.end) if m.kind == "count")
    for m in near if len(near) == 1 else ():
        if announces(m):
            roles = {"count": (m.id,), "items": tuple(c.id for c in cues)}
            yield Link("some-of", roles, "stated", "some of them named", m.start, cues[-1].end)


def _told_apart(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"Two models, one in red and the other in blue"; "one of two winners, the other being …"."""
    row = view.article.sentences[cues[0].sentence]
    before = view.article.sentences[row.index - 1].start if row.index and cues[0].start == row.start else row.start
    near = [m for m in view.mentions(before, cues[0].start) if _many(m)] or [
        m for m in view.mentions(cues[0].end, cues[0].end + _BESIDE) if _many(m)][:1]
    if near:
        yield _link(next((m for m in near if m.value == len(cues)), near[-1]), cues, "inferred", "told one by one")


def _many(m: Mention) -> bool:
    return m.kind == "count" and m.value2 is None and m.hedge is None and 2 <= (m.value or 0) < 13


def _prizes(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"Three prizes in Rome. They won best group, best video and best song": the one number of prizes before."""
    text, row = view.article.text, view.article.sentences[cues[0].sentence]
    near = [m for m in view.mentions(row.start, cues[0].start) if _prize(view, m)]
    if not near and row.index and _THEY_WON.match(text, row.start, cues[0].start):
        earlier = view.article.sentences[row.index - 1]
        near = [m for m in view.mentions(earlier.start, earlier.end) if _prize(view, m)]
    if len(near) == 1 and abs((near[0].value or 0) - len(cues)) < _CLOSE and not _ALSO.match(text, cues[-1].end):
        yield from _told(near, cues, "prizes named")


def _prize(view: View, m: Mention) -> bool:
    return announces(m) and (m.head or "") in view.lexicon.list("prizes")


def _squad(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"The 15-member squad" and the one squad that is named."""
    sized = [m for m in view.reading.mentions if m.kind == "count" and m.value2 is None and not m.hedge
             and _SIZED.match(view.article.text, m.end)]
    yield from _told(sized, cues, "a squad named")


def _ranked(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"The third biggest after Oslo and Bergen": the last ordinal before the names."""
    row = view.article.sentences[cues[0].sentence]
    for m in [m for m in view.mentions(row.start, cues[0].start) if m.kind == "ordinal" and (m.value or 0) > 1][-1:]:
        yield Link("ranked", {"nth": (m.id,), "ahead": tuple(c.id for c in cues)}, "inferred", "those before",
                   m.start, cues[-1].end)


def _told(near: list[Mention], cues: list[Cue], via: str) -> Iterator[Link]:
    """The one number that all of ``near`` say."""
    if near and len({m.value for m in near}) == 1:
        yield _link(near[-1], cues, "guessed", via)


def _link(count: Mention, cues: list[Cue], confidence: str, via: str) -> Link:
    return Link("items", {"count": (count.id,), "items": tuple(c.id for c in cues)}, confidence, via,
                min(count.start, cues[0].start), max(count.end, cues[-1].end))
