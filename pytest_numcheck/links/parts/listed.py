"""Counts of lists whose words only point at them: "They were named as …", "for best …", "the three lakes", years of victories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.labels.listings import INTRODUCED, TAKEN_UP
from ...numbers.labels.ranked import AHEAD
from ...numbers.labels.rosters import SQUAD
from ...numbers.labels.rows import THERE
from ...numbers.mention import Cue, Mention
from ..model import Link
from ..prose.view import View
from . import named
from .announced import PLACED, PLACES, announces, of_others, things
from .lists import is_open

#: how far a count may stand from the list, in characters and in sentences
_FAR, _BEFORE = 160, 2
#: how far from the names the count may be to be meant at all, where it comes after them
_CLOSE = 3
#: how close before the list a count may stand to be meant before all others of the sentence
_BESIDE = 40
_THEY = re.compile(r"\b(?:They|Those|The)\b[^.]*\Z")
_NAMED = re.compile(r"\s(?:were|are|have been)\s(?:named|identified|listed)\s")
_THE_ROLE = re.compile(r"The\s(?:[a-z]+\s)?([a-z]+s)\b")
_ALL = re.compile(r"(?:,\s(?:aged\s)?\d{1,3})?\.\s+(?:All|The)\s")
_AFTERWARDS = 24
_ARE = re.compile(r"(?:\s(?:are|were)|,)\s(?:the|all)\s[\w]+\s[a-z]+s\b")
_TIMES = {"time", "occasion", "title", "championship", "win", "victory"}
_AS_OFTEN, _NEAR = ("times", "time", "occasions"), 70
_YEAR_JOIN = re.compile(r"\s?,?\s(?:and|&)\s(?:in\s)?|,\s(?:in\s)?")
_YEARS_FROM = re.compile(r"(?:\bin|[:(,–—]|\bthose of)\s?\Z")
_NOT_ALL = re.compile(r"\b(?:others?|another|remaining|rest|(?:a|the) (?:third|fourth|fifth|sixth|last)|"
                      r"final|unnamed|unidentified|also|not (?:yet )?(?:been )?(?:named|identified|released|given))\b")
_IN = re.compile(r"\bin\s\Z")
_BY_THEN = re.compile(r"^[^.;\d]*\b(?:making|to|only|becoming|become)\b[^.;\d]*\Z")
_MORE_TIMES = re.compile(r"\b(?:also|again|once|twice|most|last|least|including|since|between|before|after|recently)\b|[.;]")
_GOES_ON = re.compile(r",?\s(?:and|or|plus)\s(?:in|again|twice|once|\d)|,\s(?:in\s)?\d|[-–]\d")


def find(view: View, linked: frozenset[int]) -> Iterator[Link]:
    """Links items, some-of and ranked. ``linked``: items that have their count already."""
    groups: dict[float, list[Cue]] = {}
    for cue in view.reading.cues:
        if cue.kind in ("name", "item") and cue.value is not None and cue.id not in linked:
            groups.setdefault(cue.value, []).append(cue)
    squads = sum(SQUAD <= v < AHEAD for v in groups)
    for value, cues in sorted(groups.items()):
        if value >= THERE:
            yield from named.find(view, value, cues, squads)
        elif value >= INTRODUCED:
            yield from _after(view, cues) if value >= TAKEN_UP else _before(view, cues)
        elif cues[0].kind == "name" and _ARE.match(view.article.text, cues[-1].end):
            yield from _after(view, cues)
    yield from _years(view)


def _before(view: View, cues: list[Cue]) -> Iterator[Link]:
    sentences = view.article.sentences
    row = cues[0].sentence
    if is_open(view, cues[0].start, cues[0].start + 1):
        return
    scattered = cues[-1].sentence != row
    near = [] if scattered else [m for m in view.mentions(sentences[row].start, cues[0].start) if announces(m)]
    near = near or [m for m in view.mentions(sentences[row].start, cues[0].start) if _bare(view, m)]
    for back in range(1, _BEFORE + 1):
        if near or row < back or (not scattered and back > 1):
            break
        earlier = sentences[row - back]
        if scattered or _THEY.search(view.article.text[sentences[row].start:cues[0].start]):
            near = [m for m in view.mentions(earlier.start, earlier.end) if announces(m)]
    if scattered:
        near = [m for m in near if singular(m.head or "", view.lexicon) in things(view.lexicon)]
    elif near:
        near = [m for m in near if cues[0].start - m.end <= _FAR or m.sentence != row]
        if near and cues[0].start - near[-1].end <= _BESIDE:
            near = near[-1:]
    if not near:
        near = _all_of_them(view, cues)
    near = _those_said(view, sentences[row].start, near)
    if not scattered and near and near[-1].sentence != row and of_others(view, sentences[row].start, cues[0].start, near):
        return
    after = view.article.text[cues[-1].end:sentences[min(cues[-1].sentence + 1, len(sentences) - 1)].end]
    if not any(m.value == len(cues) for m in near) and _NOT_ALL.search(after):
        return
    yield from _told(near, cues, "a list announced")


def _those_said(view: View, start: int, near: list[Mention]) -> list[Mention]:
    """"Two ministers and 14 members were out. The ministers dropped are …": of several counts the one that is named again."""
    said = _THE_ROLE.match(view.article.text, start)
    word = singular(said[1].lower(), view.lexicon) if said else ""
    return [m for m in near if singular(m.head or "", view.lexicon) == word] or near


def _all_of_them(view: View, cues: list[Cue]) -> list[Mention]:
    """"Booked were Ann Pell, Roy Dunn and Tom Fry. All three deny it": the count that follows the names."""
    at = cues[-1].end
    after = [m for m in view.mentions(at, at + _AFTERWARDS) if m.kind == "count" and m.value2 is None and not m.hedge]
    return [m for m in after if _ALL.fullmatch(view.article.text[at:m.start]) and 2 <= (m.value or 0) <= 20][:1]


def _bare(view: View, m: Mention) -> bool:
    """"The four were identified as …"."""
    return (m.kind == "count" and not m.head and m.value2 is None and not m.hedge
            and bool(_NAMED.match(view.article.text, m.end)) and view.article.text[max(m.start - 4, 0):m.start].lower() == "the ")


def _after(view: View, cues: list[Cue]) -> Iterator[Link]:
    """"A, B and C, the three lakes that …", "… C. All three ports have …"."""
    row, at = view.article.sentences[cues[-1].sentence], cues[-1].end
    end = max(row.end, at) + 30
    near = [m for m in view.mentions(at, min(end, at + _FAR)) if announces(m) and m.end < end]
    if any(m.sentence != cues[-1].sentence for m in near):
        said = {m.value for m in view.reading.mentions[:near[0].id] if m.kind == "count"}
        near = [m for m in near if m.value not in said]  # else it takes up what was counted, not what was named
    if PLACED.search(view.article.text, max(cues[0].start - 12, 0), cues[0].start):
        near = [m for m in near if m.value == len(cues) or m.head in PLACES]  # else where, not which
    if not is_open(view, cues[0].start, at):
        yield from _told([m for m in near if abs((m.value or 0) - len(cues)) < _CLOSE], cues, "a list taken up")


def _told(near: list[Mention], cues: list[Cue], via: str) -> Iterator[Link]:
    n = len(cues)
    fitting = [m for m in near if m.value == n]
    if fitting or (near and len({m.value for m in near}) == 1):
        count = (fitting or near)[-1]
        start, end = min(count.start, cues[0].start), max(count.end, cues[-1].end)
        yield Link("items", {"count": (count.id,), "items": tuple(c.id for c in cues)}, "inferred", via, start, end)


def _years(view: View) -> Iterator[Link]:
    """"Four times, in 1998, 2001, 2004 and 2007"; "a three-time champion (1998, 2001, 2004)"."""
    text = view.article.text
    years = [m for m in view.reading.mentions if m.kind == "year"]
    i = 0
    while i < len(years):
        j = i
        while j + 1 < len(years) and _YEAR_JOIN.fullmatch(text, years[j].end, years[j + 1].start):
            j += 1
        run, i = years[i:j + 1], j + 1
        if len(run) < 2 or any(m.value2 is not None for m in run) or _GOES_ON.match(text, run[-1].end):
            continue
        start = view.article.sentences[run[0].sentence].start
        counts = [m for m in view.mentions(start, run[0].start) if _times(view, m)]
        later = [m for m in view.mentions(run[-1].end, run[-1].end + 90) if _times(view, m) and m.sentence == run[0].sentence]
        if not counts and len(run) > 2 and later and _IN.search(text[start:run[0].start]) \
                and _BY_THEN.search(text[run[-1].end:later[0].start]):
            yield _yearly(later[0], run)
            continue
        if not counts or run[0].start - counts[-1].end > _NEAR or (len(run) < 3 and counts[-1].head not in _AS_OFTEN):
            continue
        between = text[counts[-1].end:run[0].start]
        if _YEARS_FROM.search(between) and not _MORE_TIMES.search(between) and run == sorted(run, key=lambda m: m.value or 0):
            yield _yearly(counts[-1], run)


def _times(view: View, m: Mention) -> bool:
    return (m.kind == "count" and m.value is not None and 2 <= m.value < 20 and not m.hedge and m.value2 is None
            and singular(m.head or "", view.lexicon) in _TIMES)


def _yearly(count: Mention, run: list[Mention]) -> Link:
    roles = {"count": (count.id,), "items": tuple(m.id for m in run)}
    return Link("items", roles, "inferred", "times and their years", min(count.start, run[0].start), max(count.end, run[-1].end))
