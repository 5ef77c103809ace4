"""How long ago something was, counted to the day of writing: anniversaries, "in the 37 years since", "the 101-year-old firm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.now import latest
from ..clauses.rows import Rows
from ..model import Link
from ..prose.view import View
from .gaps import near_value
from .lasting import hyphened

_JUBILEE = re.compile(r"(?:[ -](?:\w+ )?)(?:anniversary|birthday|jubilee)\b")
_SINCE = re.compile(r",? (?:that have (?:passed|gone by) )?since\b")
_AFTER = re.compile(r" after\b")
_ON = re.compile(r" (?:on|later),")
_AGO_NOW = re.compile(r" (?:ago )?(?:this (?:week|month|year|spring|summer|autumn|fall|winter)|today|yesterday|ago,)")
#: "his 80th birthday, in 2005": the year of the day itself
_IN_IT = re.compile(r"[ -](?:(?!\bof\b)[\w' -]){0,40},? (?:in|on) (?:\w+ \d{1,2},? )?")
_IS = re.compile(r"\b(?:is|turns|will be)(?: now| just)? \Z")
_OLD = re.compile(r"-old\Z")
_FOR = re.compile(r"\b(?:for|in|over|after|all|of|longer than|(?:the|his|her|its|their)(?: (?:past|last))?)(?: all)?(?: the)? \Z")
#: "in its 75-year history"
_IN_ITS = re.compile(r"\b(?:in|of|over|during|through(?:out)?) (?:all )?(?:its|their|the \w+'s|[a-z]+'s) \Z")
_HISTORY = re.compile(r"[ -]*(?:history|existence|life|lifetime)\b")
#: "will close in July, ending 150 years of teaching"
_ENDING = re.compile(r"\b(?:ending|capping|crowning|closing|after|following)(?: a run of)? \Z")
#: "marks 70 years on the throne"
_MARKS = re.compile(r"\b(?:marks?|marking|celebrat(?:es?|ing)|complet(?:es?|ing)|"
                    r"commemorat(?:es?|ing))(?: (?:his|her|its|their))? \Z")
_AS = re.compile(r" (?:as|in|on|of|at|with|since)\b")
_WILL = re.compile(r"\b(?:will|is to|are to|closes|retires|ends|is (?:retiring|closing|ending|leaving))\b")
_PERFECT = re.compile(r"\b(?:has|have|not|never|is|are|still|'s|'ve|now)\b")
#: the sentence looks back: what it tells was not counted to the day of writing
_THEN = re.compile(r"\b(?:(?<!has )(?<!have )had|in those|back then|would have|would|later|earlier|before)\b")
_FAR = 160


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("stretches")
    begin, things = (r"\b(?:" + "|".join(re.escape(w) for w in sorted(table[k], key=lambda w: -len(w))) + r")\b"
                     for k in ("founding", "things"))
    return re.compile(begin, re.I), re.compile(r"[ ,]*(?:[\w'&-]+ ){0,3}?" + things, re.I)


def find(view: View) -> Iterator[Link]:
    """Links so-far(start, length) where the day of writing is known, else lasted(start, end, length) to the latest year told."""
    lengths = [m for m in view.reading.mentions if m.value2 is None and not m.hedge and "+" not in m.text and _length(m)
               and (m.value or 0) >= 2]
    if not lengths:
        return
    starts = Rows(m for m in view.reading.mentions
                  if m.kind in ("year", "date") and m.moment and m.moment.year and m.moment.possible
              and m.moment.end_year is None and m.moment.grain in ("day", "month", "year")
                  and not _today(view, m))
    for m in lengths if starts else ():
        sure = _told(view, m)
        if sure:
            yield from _counted(view, m, starts, sure)


def _today(view: View, m: Mention) -> bool:
    """Whether a date is that of the dateline."""
    today, at = view.article.published, m.moment
    return bool(today and at and (at.year, at.month, at.day) == (today.year, today.month, today.day))


def _length(m: Mention) -> bool:
    return m.kind == "ordinal" or (m.kind in ("duration", "age") and m.unit == "year")


def _told(view: View, m: Mention) -> int:
    """3 an anniversary, 2 "since", an age of a thing and the like, 1 a length that may be counted to the day of writing."""
    sentence = view.article.sentences[m.sentence]
    after = view.plain(m.end, min(m.end + 60, sentence.end))
    before = view.plain(max(sentence.start, m.start - 40), m.start)
    if m.kind == "ordinal":
        return 3 if _JUBILEE.match(after) else 0
    if m.kind == "age":
        thing = _words(view.lexicon)[1]
        return 2 if (_OLD.search(m.text) and thing.match(after)) or (
            m.text.endswith(" old") and _IS.search(before) and thing.search(before[-60:])) else 0
    if _SINCE.match(after) or _ON.match(after) or _AGO_NOW.match(after):
        return 2
    if _AFTER.match(after) and (m.start - sentence.start < 12 or before.endswith(", ")):
        return 2
    if _IN_ITS.search(before) and _HISTORY.match(after):
        return 2
    if not hyphened(m) and _MARKS.search(before) and _AS.match(after):
        return 2
    if not hyphened(m) and _ENDING.search(before) and _WILL.search(view.plain(sentence.start, sentence.end)):
        return 1
    if hyphened(m) or _THEN.search(before) or not _FOR.search(before):
        return 0
    return 1 if _PERFECT.search(view.plain(sentence.start, sentence.end)) else 0


def _counted(view: View, m: Mention, starts: Rows, sure: int) -> Iterator[Link]:
    text = view.article.text
    begin = _words(view.lexicon)[0]
    sentence = view.article.sentences[m.sentence]
    here = starts.within(m.sentence, m.sentence)
    near = here or [s for s in starts.within(m.sentence - 1, m.sentence + 1) if abs(s.start - m.start) < 2 * _FAR]
    since = [s for s in here if 0 < s.start - m.end < _FAR and (_SINCE.match(text, m.end) or _AFTER.match(text, m.end))]
    if since:
        start, others = since[0], [s for s in here if s is not since[0]]
    else:
        if sure == 3 and any(_IN_IT.fullmatch(text[m.end:s.start]) for s in here if s.start > m.end) and len(here) < 2:
            return
        rows = sorted(near, key=_year)
        if not rows or (len(rows) > 1 and len(here) != 2):
            return
        start, others = rows[0], rows[1:]
        clause = text[max(view.article.sentences[start.sentence].start, start.start - 90):start.start]
        if sure < 3 and not begin.search(clause):
            return
    if len(others) == 1 and _year(others[0]) > _year(start):
        yield from _to(m, start, others[0], sure, 0)
    elif others or (_THEN.search(view.plain(sentence.start, m.start)) and not since):
        return
    elif view.article.published is not None:
        gap = view.article.published.year - _year(start)
        held = abs(gap - (m.value or 0)) <= 1
        if held or near_value(m.value or 0, gap) or (sure > 1 and since and _SINCE.match(text, m.end)) or (
                _IN_ITS.search(view.plain(sentence.start, m.start)) and start in here and abs(gap - (m.value or 0)) > 3):
            yield _link("so-far", {"start": start, "length": m}, "stated" if sure > 1 else "inferred")
    elif (when := latest(view)) is not None and when.id != start.id and sure > 1:
        yield from _to(m, start, when, sure, 1)


def _to(m: Mention, start: Mention, when: Mention, sure: int, later: int) -> Iterator[Link]:
    """Counted to another year: it fits, or a slip explains the miss; ``later`` years may have gone by since."""
    gap, told = _year(when) - _year(start), int(m.value or 0)
    slip = gap > 4 and told > 4 and near_value(told, gap) and not gap <= told <= gap + later
    if slip and later and told > gap:
        # a story may be later than all its years: only turned digits tell
        slip = abs(int(str(told)[::-1]) - gap) <= 1
    if abs(told - gap) <= 1 or slip:
        yield _link("lasted", {"start": start, "end": when, "length": m}, "inferred" if sure < 3 or later else "stated")


def _year(m: Mention) -> int:
    return (m.moment.year if m.moment else None) or 0


def _link(kind: str, roles: dict[str, Mention], confidence: str) -> Link:
    return Link(kind, {k: (m.id,) for k, m in roles.items()}, confidence, "so far", min(m.start for m in roles.values()),
                max(m.end for m in roles.values()))
