"""Two dates and the time between them: "in 1998 … a decade later, in 2008", "May 14 … two weeks later on May 28"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.events import stems
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .lasting import hyphened

_DATE = rf"(?:[{holes.KIND['date']}{holes.KIND['year']}]([{holes.MENTION_IDS}]))"
_CLOCK = rf"(?:{holes.KIND['clock']}([{holes.MENTION_IDS}]))"
_TIME = rf"(?:{holes.KIND['duration']}([{holes.MENTION_IDS}]))"
_ON = (r",?(?: (?:in|on|by|around|at|during|just (?:before|after)|shortly (?:before|after)))?"
       r"(?: the)?(?: (?:early|late|mid|end of|start of|summer of|spring of|autumn of|fall of|winter of))?-? ")
_DAY = f"(?:{holes.CUE_KIND['weekday']}[{holes.CUE_IDS}][^{holes.CUE_END}]*{holes.CUE_END},? (?:the )?)?"
_PUT_OFF = (r"(?<!\w)(?:extend(?:ed|s|ing)?|postpon\w+|delay(?:ed|ing|s)?|defer(?:red|s|ring)?|put (?:off|back)|prolong\w*|"
            r"renewed|"
            r"(?:pushed|moved|set) back|adjourned|lengthened)(?!\w)")


def _beside(moment: str) -> tuple[tuple[int, re.Pattern[str], tuple[int, int]], ...]:
    """Which way the length runs from the moment beside it, the two in either order, and their groups."""
    said = f"{moment},? (?:just |only |exactly |some )?{_TIME}"
    return (
        (1, re.compile(rf"{_TIME} (?:later|afterwards|on),?(?: —| –)?{_ON}\(?{_DAY}{moment}"), (1, 2)),
        (1, re.compile(rf"{said} (?:later|afterwards|on(?=[,.;:)]))(?!\w)"), (2, 1)),
        (1, re.compile(rf"{_PUT_OFF}[^.;{holes.MENTION_KINDS}]{{0,40}} (?:by|for|another|a further) {_TIME},? (?:to|until|till) "
                       rf"{_DAY}{moment}"), (1, 2)),
        (-1, re.compile(rf"{_TIME} (?:earlier|before that|before(?=,)|previously),?(?: —| –)?{_ON}\(?{_DAY}{moment}"), (1, 2)),
        (-1, re.compile(rf"{said} (?:earlier|before that)(?!\w)"), (2, 1)),
    )


_BESIDE = {("date", "year"): _beside(_DATE), ("clock",): _beside(_CLOCK)}
_INSTEAD = re.compile(rf",? (?:instead of|rather than|not|and not) (?:on |in )?{_DAY}{_DATE}")
_AWAY = re.compile(rf"{_DATE}[,;]?(?: —| –)? (?:just |only |exactly |some )?{_TIME} (before|after) "
                   rf"([^{holes.SENTENCE_END};{holes.MENTION_KINDS}]{{4,90}})")
_UNITS = {("date", "year"): ("year", "decade", "century", "month", "week", "day", "fortnight", "score"),
          ("clock",): ("hour", "minute")}
_CALENDAR = _UNITS["date", "year"]
#: how many sentences back the other date may stand, and how far around a date its event is looked for
_BACK, _NEAR, _REACH = 2, 110, 4
_DEFINITE = re.compile(r"(?:the|its|his|her|their|work|it|he|she|they) ?[a-z]*")
_WORD = re.compile(r"[a-z]{4,}")
#: "his death in 1981", "she died on 3 May"
_BESIDE_IT = re.compile(r"([a-z]{4,}) (?:in|on|of) \Z")


@lru_cache(maxsize=8)
def _same_event(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    return {str(noun): tuple(map(str, verbs)) for noun, verbs in lexicon.table("sequences")["same_event"].items()}


def find(view: View) -> Iterator[Link]:
    """Links span(start, end, length)."""
    seen: set[int] = set()
    units = {m.unit for m in view.reading.mentions if m.kind == "duration"}
    for kinds, beside in _BESIDE.items():
        if not units.isdisjoint(_UNITS[kinds]) or "hour" in units:
            for way, pattern, groups in beside:
                yield from _later(view, kinds, way, pattern, groups, seen)
    if units.isdisjoint(_CALENDAR):
        return
    for hit in _AWAY.finditer(view.text):
        date, length = _mention(view, hit[1]), _mention(view, hit[2])
        if length.unit not in _CALENDAR or length.id in seen or _ranged(date):
            continue
        for other in _told(view, date, length, hit[4]):
            first, last = (date, other) if hit[3] == "before" else (other, date)
            yield _link(first, last, length, "inferred", hit[3])


def _later(view: View, kinds: tuple[str, ...], way: int, pattern: re.Pattern[str], groups: tuple[int, int],
           seen: set[int]) -> Iterator[Link]:
    for hit in pattern.finditer(view.text):
        length, beside = _mention(view, hit[groups[0]]), _mention(view, hit[groups[1]])
        days = kinds != ("clock",) and length.unit == "hour" and (length.value or 0) >= 24
        if (length.unit not in _UNITS[kinds] and not days) or length.id in seen or _ranged(beside) or hyphened(length):
            continue
        said = _INSTEAD.match(view.text, hit.end()) if way < 0 and kinds != ("clock",) else None
        others = [_mention(view, said[1])] if said else _earlier(view, kinds, beside, length)
        for other in others:
            seen.add(length.id)
            first, last = (other, beside) if way > 0 else (beside, other)
            sure = len(others) == 1 and (said or other.sentence >= min(length.sentence, beside.sentence) - 1)
            yield _link(first, last, length, "stated" if sure else "inferred", "later" if way > 0 else "earlier")


def _mention(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m


def _ranged(m: Mention) -> bool:
    at = m.moment
    return (at is None or not at.possible or (at.end_year, at.end_month, at.end_day) != (None, None, None)
            or at.grain in ("decade", "century"))


def _fine(m: Mention, beside: Mention, length: Mention) -> bool:
    """Whether the length can be measured between the two: days and weeks need days, years need years."""
    if _ranged(m) or m.moment is None or beside.moment is None:
        return False
    if m.kind == "clock":
        return True
    if length.unit in ("day", "week", "fortnight", "hour"):
        return m.moment.day is not None and beside.moment.day is not None
    if length.unit == "month":
        one, two = m.moment, beside.moment
        return (one.month is not None and two.month is not None and (one.year is None) == (two.year is None)
                and (one.day is None) == (two.day is None))
    return m.moment.year is not None and beside.moment.year is not None


def _moments(view: View, kinds: tuple[str, ...], first: int, last: int) -> list[Mention]:
    return [m for m in view.reading.mentions if m.kind in kinds and first <= m.sentence <= last]


def _earlier(view: View, kinds: tuple[str, ...], beside: Mention, length: Mention) -> list[Mention]:
    """The dates or times that a story gave last before: of the same sentence, else of the nearest one before it."""
    at = min(beside.start, length.start)
    row = view.article.sentence_at(at).index
    block = view.article.sentences[row].paragraph
    for i in range(row, max(row - _BACK - 1, -1), -1):
        found = [m for m in _moments(view, kinds, i, i) if m.start < at and m.id != beside.id and _fine(m, beside, length)]
        if found:
            near = [m for m in found if view.article.sentences[m.sentence].paragraph >= block - 1]
            return near[-3:]
    return []


def _told(view: View, date: Mention, length: Mention, event: str) -> list[Mention]:
    """Dates near by that stand with the words of the event ("before the London machine came into service")."""
    empty = view.lexicon.list("empty")
    clause = re.split(r"[,.]| (?:but|and|while|which|who) ", _plain(event))[0]
    said = [w for w in _WORD.findall(clause) if w not in empty]
    words, same = {w[:5] for w in said}, _same_event(view.lexicon)
    sought = {v[:5]: w[:5] for w in said for v in same.get(w, ())}
    rows = []
    for m in _moments(view, ("date", "year"), date.sentence - _REACH, date.sentence + _REACH):
        if m.id == date.id or not _fine(m, date, length):
            continue
        at = view.to_view(m.start)
        start, end = view.spans[m.sentence]
        near = {w[:5] for w in _WORD.findall(view.text[max(start, at - _NEAR):min(end, at + _NEAR)])} & stems(view, m.sentence)
        shared = len(words & (near | {sought[w] for w in near if w in sought}))
        beside = _BESIDE_IT.search(view.text, max(start, at - 30), at)
        if words and 2 * shared >= len(words):
            told = beside is not None and (beside[1][:5] in words or beside[1][:5] in sought)
            rows.append((-shared, m.start, m) if not told else (-shared - 1, m.start, m))
    rows.sort(key=lambda r: r[:2])
    if not rows:
        return _only(view, date, length, clause)
    return [r[2] for r in rows if r[0] == rows[0][0]][:3]


def _only(view: View, date: Mention, length: Mention, clause: str) -> list[Mention]:
    """The one other date of the sentence and the one before it, for "six days after the fire"."""
    if length.unit == "year" or not _DEFINITE.match(clause):
        return []
    row = date.sentence
    block = view.article.sentences[row].paragraph
    found = [m for m in _moments(view, ("date", "year"), row - 1, row)
             if m.id != date.id and m.paragraph == block and _fine(m, date, length)]
    return found if len(found) == 1 and found[0].start < date.start else []


def _plain(text: str) -> str:
    return re.sub(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]", "", text)


def _link(first: Mention, last: Mention, length: Mention, confidence: str, via: str) -> Link:
    ids = (first, last, length)
    return Link("span", {"start": (first.id,), "end": (last.id,), "length": (length.id,)}, confidence, via,
                min(m.start for m in ids), max(m.end for m in ids))
