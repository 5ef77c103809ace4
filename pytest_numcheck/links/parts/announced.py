"""Counts and the names or items that they announce from further off: the sentence before, the headline of a listicle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import akin, singular
from ...numbers.labels.rows import SOME
from ...numbers.mention import Cue, Mention
from ..likeness.alike import is_person
from ..model import Link
from ..prose.view import View
from .lists import is_open

#: fewest names that a sentence may announce to the next, and how far off the announced number may be to be meant at all
_FEWEST, _NEAR = 5, 0.3
_ONE = {"time", "year", "month", "week", "day", "hour", "minute", "percent", "point", "goal", "vote"}
_MARKER = re.compile(r"(?:\A|[\s#>*])\d{1,2}[.)]?\s*\Z")
#: what makes names those of places, or of makers
PLACED = re.compile(r"\b(?:in|from|by|at|to|with|of|on|for|under|via|through)\s(?:the\s)?\Z")
PLACES = frozenset([
    "state", "country", "nation", "city", "town", "county", "province", "region", "district", "village", "place", "port",
    "capital", "continent", "island", "area", "parish", "borough", "venue", "ground", "site", "location", "constituency",
    "territory",
])
_THE_LIST = re.compile(r"(?:The|Their|His|Her|Its)(?:\s[a-z-]+){0,2}?\s([a-z-]+)\s(?:is|are|was|were|reads?):?\s")
_ARE = re.compile(r"\s(?:are|were):\s?")
_BONUS = re.compile(r"(?i)\b(?:bonus|extra|honou?rable mention|one more thing)\b")


def find(view: View, linked: frozenset[int]) -> Iterator[Link]:
    """Links items(count, items) for groups that no count stands right before. ``linked``: items that have their count."""
    groups: dict[float, list[Cue]] = {}
    for cue in view.reading.cues:
        if cue.kind in ("name", "item") and cue.value is not None and cue.value < SOME and cue.id not in linked:
            groups.setdefault(cue.value, []).append(cue)
    blocks = [cues for _, cues in sorted(groups.items()) if _block(view, cues)]
    for _, cues in sorted(groups.items()):
        if cues[0].kind == "name" and len(cues) >= _FEWEST:
            yield from _from_before(view, cues)
    for cues in blocks:
        yield from _led_in(view, cues)
    if len(blocks) == 1:
        yield from _listicle(view, blocks[0])


def _from_before(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"He won in ten states. He carried Ohio, Maine, …": one number of the sentences near it is about as many."""
    row = cues[0].sentence
    if cues[-1].sentence != row or is_open(view, cues[0].start, cues[-1].end):
        return
    sentences = view.article.sentences
    first = row - 1 if row and sentences[row - 1].paragraph == sentences[row].paragraph else row
    n = len(cues)
    near = [m for m in view.mentions(sentences[first].start, cues[0].start)
            if announces(m) and abs((m.value or 0) - n) <= max(2.0, _NEAR * n) and (m.noun or "").lower().endswith("s")]
    if PLACED.search(view.article.text, max(cues[0].start - 12, 0), cues[0].start):
        near = [m for m in near if m.value == n or m.head in PLACES]  # "found in Japan, Peru and Mali": where, not which
    if len({m.value for m in near}) == 1 and not of_others(view, sentences[row].start, cues[0].start, near):
        yield _link(near[-1], cues, "inferred", "names in the next sentence")


def _led_in(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"The plan has four steps:" and then a list, each item a paragraph."""
    index = view.article.sentences[cues[0].sentence].paragraph
    before = view.article.paragraphs[index - 1] if index else None
    if before is None or not before.sentences or not view.article.text[before.start:before.end].rstrip().endswith(":"):
        return
    last = before.sentences[-1]
    counts = [m for m in view.mentions(last.start, last.end) if announces(m) or _alone(view, m)]
    if len(counts) == 1:
        yield _link(counts[0], cues, "stated", "a list after a colon")


def _alone(view: View, m: Mention) -> bool:
    """"The newly selected five are:"."""
    return (m.kind == "count" and not m.head and m.value2 is None and not m.hedge and 2 <= (m.value or 0) <= 60
            and bool(_ARE.fullmatch(view.article.text, m.end, view.article.sentences[m.sentence].end)))


def _listicle(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"5 ways to save" over numbered paragraphs or headings."""
    article = view.article
    head = article.paragraphs[0]
    if head.start >= cues[0].start or not head.sentences:
        return
    counts = [m for m in view.mentions(head.start, head.end) if announces(m)]
    if len(counts) != 1 or singular(counts[0].head or "", view.lexicon) not in things(view.lexicon):
        return
    if _BONUS.search(article.text, head.start, article.sentences[cues[-1].sentence].end + 40):
        return
    yield _link(counts[0], cues, "stated" if _numbered(view, cues[0]) else "inferred", "a headline and its numbered items")


def _block(view: View, cues: list[Cue]) -> bool:
    """Whether every item opens a paragraph of its own."""
    starts = {p.start for p in view.article.paragraphs}
    return cues[0].start in starts and all(c.start in starts or view.article.source[view.article.origin(c.start) - 1] == "\n"
                                           for c in cues)


def _numbered(view: View, cue: Cue) -> bool:
    """Whether the item has a number, in the prose or in the file's markup."""
    at = view.article.origin(cue.start)
    return bool(_MARKER.search(cue.text) or _MARKER.search(view.article.source, max(at - 6, 0), at))


def of_others(view: View, start: int, end: int, near: list[Mention]) -> bool:
    """Whether the sentence of the list says what it lists ("The full squad is:"), and nothing counted before is that."""
    said = _THE_LIST.match(view.article.text, start, end)
    word = singular(said[1], view.lexicon) if said else ""
    persons = said is not None and is_person(said[1], view.lexicon) and said[1] != "squad"
    return said is not None and not any(singular(m.head or "", view.lexicon) == word or akin(m.head or "", word, view.lexicon)
                                        or (persons and is_person(m.head, view.lexicon)) for m in near)


def announces(m: Mention) -> bool:
    return (m.kind == "count" and m.value is not None and m.value == int(m.value) and 2 <= m.value <= 60 and m.hedge is None
            and m.value2 is None and m.change is None and bool(m.head) and m.head not in _ONE)


@lru_cache(maxsize=8)
def things(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(singular(w, lexicon) for w in lexicon.list("listed-things"))


def _link(count: Mention, cues: list[Cue], confidence: str, via: str) -> Link:
    return Link("items", {"count": (count.id,), "items": tuple(c.id for c in cues)}, confidence, via, count.start, cues[-1].end)
