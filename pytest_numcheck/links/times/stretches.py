"""How long something lasted, and the two dates or times it lasted between, wherever in two or three sentences they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.rows import Rows
from ..model import Link
from ..prose.view import View
from .gaps import fits, gaps, near_slip, turned
from .lasting import LONG, SHORT, hyphened, lasting, later

_IN = re.compile(r"(?:\b(?:in|since|from|until|till|to|by|of|between|and|through|around|about|during|before|after|dat(?:es|ed|"
                 r"ing)|"
                 r"early|late|mid|year|spring|summer|autumn|fall|winter|christmas|easter|or|for|but|was|is|it was|on)|"
                 r"[-(–—,:]) ?\Z")
_EVENT_OF = re.compile(r" (?:first|second|third|fourth|fiscal|financial|crop|quarter|period|year|half|results?|net|profits?|"
                       r"loss|earnings|"
                       r"sales|levels?|figures?|budget|season|total|average|output|production|rate)")
#: so short a gap (twice, in seconds) between dates tells nothing of a length in that unit
_BRIEF = {"year": 365.2425 * 86400, "month": 15 * 86400.0, "week": 3.5 * 86400.0}
_SINCE = re.compile(r"\b(?:since|from) (?:about )?\Z")
_AWAY = re.compile(r",? (after|before|since) (?!that\b|this\b|it\b)")
_ON_FROM = re.compile(r" (?:from|starting (?:in|from)|beginning in) (?:early |late |mid-)?(?=\w)")
_HAD = re.compile(r"(?:she|he|it|they|work|the (?:[\w'-]+ ){1,3}?)(?: ?)(?:had|was|were|began|started|opened|left|set|broke|"
                  r"took)\b|(?:the|its|his|her|their) "
                  r"(?:start|launch|take-?off|lift-?off|departure|crash|blast|fire|quake|attack|accident|birth|death|opening|"
                  r"founding)\b")
_THE = re.compile(r"(?:\b(?:the|that|this|his|her|its|their|those|these|all) |'s )\Z", re.I)
_FROM = re.compile(r"\b(?:from|between|since|open|opens) (?:(?:about|around|early|late|mid|the|on|in|as) ?-?)*\Z")
#: "from 16.4 million in 1970 to 6.8 million in 2010"
_FROM_IN = re.compile(r"\b(?:from|between) [^,;]{1,40} (?:in|on|at) \Z")
_TO = re.compile(r"(?:to|until|till|through|and|-|–)(?: [^,;]{1,40} (?:in|on|at))?(?: (?:about|around|early|late|mid|the|on|"
                 r"in|at))*-? ?\Z")
#: alone between two moments
_RUN = ("to", "-to-", "until", "till", "through")
#: how far about a date its verb is looked for, and how far back the sentences go
_REACH, _BACK = 70, 2


@lru_cache(maxsize=8)
def _roles(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("stretches")
    begin, end = (re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(table[k], key=lambda w: -len(w))) + r")\b")
                  for k in ("begin", "end"))
    return begin, end


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Mention
    last: Mention
    #: joined by "from … to", or by a verb that begins and one that ends; 0 where nothing tells
    tie: int
    alone: bool


def find(view: View) -> Iterator[Link]:
    """Links lasted(start, end, length)."""
    lengths = [m if m.kind == "duration" else _hours(m) for m in view.reading.mentions
               if (m.kind == "duration" or m.unit == "hour/day") and m.value2 is None and m.value]
    if not lengths:
        return
    dates = Rows(m for m in view.reading.mentions
                 if m.kind in ("date", "year") and _single(m) and (m.kind == "date" or _placed(view, m)))
    clocks = Rows(m for m in view.reading.mentions if m.kind == "clock" and m.moment and m.moment.possible)
    rows = Rows(lengths)
    for length in lengths:
        moments = dates if length.unit in LONG else clocks if length.unit in SHORT else Rows(())
        if len(moments) < 2:
            continue
        if _AWAY.match(view.article.text, length.end):
            yield from _anchored(view, length, moments)
        elif cue := lasting(view, length):
            yield from _begun(view, length, moments) or _best(view, length, cue, moments, rows)


def _placed(view: View, m: Mention) -> bool:
    """Whether a year is when something was, not whose: "in 1986", but not "1986 net profit"."""
    lead = m.lead if 0 <= m.lead < m.start else m.start
    before = view.plain(max(lead - 24, 0), lead)
    return _IN.search(before) is not None or (before.endswith("the ") and _EVENT_OF.match(view.plain(m.end, m.end + 16)) is None)


def _hours(m: Mention) -> Mention:
    """"12 hours a day", as a length of time."""
    return replace(m, kind="duration", unit="hour", scale=3600.0, shift=0.0)


def _single(m: Mention) -> bool:
    at = m.moment
    return (at is not None and at.possible and (at.end_year, at.end_month, at.end_day) == (None, None, None)
            and at.grain in ("day", "month", "year"))


def _anchored(view: View, length: Mention, moments: Rows) -> list[Link]:
    """"Nine hours after the house fell in at 6.20 pm": counted from a moment told after it to the one other of the sentence."""
    sentence = view.article.sentences[length.sentence]
    way = _AWAY.match(view.article.text, length.end)
    if way is None:
        return []
    own = moments.within(length.sentence, length.sentence)
    stop = re.compile(r"[;:.]| (?:and|but) ").search(view.article.text, way.end(), sentence.end)
    told = [m for m in own if m.start >= way.end() and m.start - way.end() < 90]
    there = told[0] if told and (stop is None or told[0].start < stop.start()) else None
    before = [m for m in own if m.end <= length.start]
    if there is not None:
        others = [m for m in own if m is not there]
        sure = "stated"
    else:
        others, sure = before[-1:], "inferred"
        back = before[:-1] or moments.within(length.sentence - 1, length.sentence - 1)
        there = back[0] if len(back) == 1 and way[1] == "after" and _HAD.match(view.article.text, way.end()) else None
    if there is None or len(others) != 1 or not _measurable(length, there, others[0]):
        return []
    first, last = (there, others[0]) if way[1] != "before" else (others[0], there)
    found = gaps(first, last)
    if not found or (not any(fits(length, g) for g in found) and (
            any(fits(length, g, loosely=True) for g in found) or (
                sure == "inferred" and len(own) != 2 and not any(near_slip(length, g) for g in found)))):
        return []
    return [_link(_Pair(first, last, 3, True), length, sure)]


def _begun(view: View, length: Mention, moments: Rows) -> list[Link]:
    """"They ruled for almost a decade from 2005. … was ousted in 2015": to the first end that is told after it."""
    way = _ON_FROM.match(view.article.text, length.end)
    own = [m for m in moments.within(length.sentence, length.sentence) if way and m.start == way.end()]
    if not own or length.unit != "year":
        return []
    after = [m for m in moments.within(length.sentence, length.sentence + 2) if m.start > own[0].end and _measurable(
        length, own[0], m) and m.paragraph == length.paragraph]
    ended = [m for m in after if _roles(view.lexicon)[1].search(_around(view, view.article.text, m, own[0]))]
    if not ended or ended[0] is not after[0] or ended[0].sentence == length.sentence:
        return []
    found = gaps(own[0], ended[0])
    slip = not any(fits(length, g, loosely=True) for g in found) and any(near_slip(length, g) for g in found)
    return [_link(_Pair(own[0], ended[0], 2, True), length, "inferred")] if slip or any(fits(length, g) for g in found) else []


def _best(view: View, length: Mention, cue: int, moments: Rows, lengths: Rows) -> Iterator[Link]:
    """The pair that fits; where none does, the only pair that can be meant."""
    pairs = list(_pairs(view, length, moments))
    for p in pairs:
        if p.tie + cue > 2 and any(fits(length, g) for g in gaps(p.first, p.last)):
            yield _link(p, length, "stated" if p.tie > 1 and cue > 1 else "inferred")
            return
    joined = [p for p in pairs if p.tie == 3 and p.first.sentence == p.last.sentence == length.sentence]
    if joined and not length.hedge:
        # of several runs in one sentence the nearest is meant
        pairs = [replace(min(joined, key=lambda p: _far(p, length)), alone=True)]
    if len(pairs) != 1 or not pairs[0].alone or length.hedge:
        return
    pair = pairs[0]
    found = gaps(pair.first, pair.last)
    if not found or any(fits(length, g, loosely=True) for g in found) or all(g[0] + g[1] < 3 * _BRIEF.get(length.unit or "", 0)
                                                                             for g in found):
        return
    rivals = {abs(x.sentence - length.sentence) for x in lengths.within(length.sentence - 2, length.sentence + 2)
              if x.id != length.id and _scale(x) == _scale(length)
              and not (joined and _far(pair, x) > _far(pair, length))}
    here = pair.first.sentence == pair.last.sentence == length.sentence
    slip = any(near_slip(length, g) for g in found) or any(fits(length, g) for g in turned(pair.first, pair.last, found))
    rows = (pair.first.sentence, pair.last.sentence)
    if later(view, length) and not 0 <= length.start - pair.last.end < 6:
        return
    beside = length.sentence in rows or (max(rows) < length.sentence and _told_of(view, length))
    one = pair.first.sentence == pair.last.sentence
    bound = pair.tie > 1 or (one and pair.tie > 0) or (slip and not rivals)
    if cue == 3 and beside and bound and rivals.isdisjoint((0,) if here else (0, 1)):
        yield _link(pair, length, "stated")
        return
    tied = pair.tie > 1 and pair.tie + cue > (2 if here or (one and not rivals) else 3)
    ahead = (cue == 3 and length.unit in SHORT and not hyphened(length) and one and pair.tie > 0 and bound and not rivals
             and rows[0] == length.sentence + 1)
    likely = slip and 0 not in rivals and (tied or (cue > 1 and pair.tie > 0 and not rivals))
    closed = cue == 2 and not rivals and (_closes(view, length, pair.last) or (joined and _far(pair, length) < _REACH))
    named = bool(joined) and 0 < length.start - pair.last.end < 5 and 0 not in rivals
    if likely or closed or named or ahead:
        yield _link(pair, length, "inferred")


def _closes(view: View, length: Mention, last: Mention) -> bool:
    """"scrapped in 1967 after 33 years", "served 32 years before he was beaten in 1994": one clause with the end."""
    if length.sentence != last.sentence:
        return False
    text = view.article.text
    sentence = view.article.sentences[last.sentence]
    if last.end <= length.start:
        lead = length.lead if 0 <= length.lead < length.start else length.start
        return bool(re.fullmatch(r"(?: on \w+day)?,?(?: [\w'-]+){0,3}? after(?: [\w'-]+){0,3} ?", text[last.end:lead]))
    between = text[length.end:last.start]
    return bool(re.match(r"[^,;:]*\b(?:before|until|till|when|by the time)\b[^,;:]*\Z", between)
                and not re.search(r"\bafter \Z", text[sentence.start:length.start]))


def _far(p: _Pair, length: Mention) -> int:
    return max(p.first.start - length.end, length.start - p.last.end, 0)


def _told_of(view: View, length: Mention) -> bool:
    """Whether the length is that of something told before: "the five-hour outage", "in those five hours"."""
    return _THE.search(view.plain(max(length.start - 20, 0), length.start)) is not None


def _scale(m: Mention) -> bool:
    return m.unit in SHORT


def _pairs(view: View, length: Mention, moments: Rows) -> Iterator[_Pair]:
    block = view.article.sentences[length.sentence].paragraph
    near = [m for m in moments.within(length.sentence - _BACK, length.sentence + 2)
            if abs(view.article.sentences[m.sentence].paragraph - block) <= 1]
    own = [m for m in near if m.sentence == length.sentence]
    if len(own) >= 2 or (own and view.article.text.startswith(" from ", length.end)):
        near = own
    # the length of a thing by name may stand between its first and its last day
    most = 1 if not (hyphened(length) and len(near) == 2 and _told_of(view, length)) else 4
    for a, b in combinations(near, 2):
        if abs(a.sentence - b.sentence) > most or (a.kind == b.kind == "date" and (a.printed is None) != (b.printed is None)):
            continue
        if not _measurable(length, a, b):
            continue
        first, last = a, b
        if a.printed is not None and b.printed is not None and a.kind != "clock" and b.printed.high < a.printed.low:
            first, last = b, a
        if a.kind == "clock" and _SINCE.search(view.plain(max(b.start - 12, 0), b.start)) and not _SINCE.search(
                view.plain(max(a.start - 12, 0), a.start)):
            first, last = b, a
        yield _Pair(first, last, _tie(view, first, last), len(near) == 2)


def _measurable(length: Mention, a: Mention, b: Mention) -> bool:
    if a.kind == "clock" or a.moment is None or b.moment is None:
        return True
    if length.unit in ("day", "week", "fortnight"):
        return a.moment.day is not None and b.moment.day is not None
    if length.unit == "month":
        return a.moment.month is not None and b.moment.month is not None
    return a.moment.year is not None and b.moment.year is not None


def _tie(view: View, first: Mention, last: Mention) -> int:
    text = view.article.text
    if first.sentence == last.sentence and first.end <= last.start:
        lead = view.plain(max(view.article.sentences[first.sentence].start, first.start - 50), first.start)
        between = view.plain(first.end, last.start)
        if between.strip() in _RUN:
            return 3
        if len(between) < 80 and _TO.search(between) and (_FROM.search(lead) or _FROM_IN.search(lead)) and not any(
                m.kind == last.kind for m in view.mentions(first.end, last.start)):
            return 3
    begin, end = _roles(view.lexicon)
    begun = bool(begin.search(_around(view, text, first, last)))
    ended = bool(end.search(_around(view, text, last, first)))
    return 2 if begun and ended else int(begun or ended or (first.sentence == last.sentence))


def _around(view: View, text: str, m: Mention, other: Mention) -> str:
    """The words about a moment, to the next moment or the end of its clause."""
    sentence = view.article.sentences[m.sentence]
    start = max(sentence.start, m.start - _REACH)
    end = min(sentence.end, m.end + 40)
    if start <= other.start < m.start:
        start = other.end
    if m.end <= other.start < end:
        end = other.start
    stop = text.find(",", m.end, end)
    after = text[m.end:stop if stop >= 0 else end]
    return f"{text[start:m.start]} {after}".lower()


def _link(p: _Pair, length: Mention, confidence: str) -> Link:
    ids = (p.first, p.last, length)
    return Link("lasted", {"start": (p.first.id,), "end": (p.last.id,), "length": (length.id,)}, confidence, "lasted",
                min(m.start for m in ids), max(m.end for m in ids))
