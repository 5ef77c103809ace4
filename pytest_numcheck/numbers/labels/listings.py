"""Lists that an announced count does not stand right before: persons with what they do, prizes, points made one by one."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..digits.smallwords import CARDINAL
from ..scan import Scan
from .items import Groups

#: groups from these numbers on stand after words that take up a count, or before them
INTRODUCED, TAKEN_UP = 1000, 2000
_ROLES = (r"(?:dead|victims|others|winners|suspects|accused|men|women|children|survivors|injured|defendants|players|finalists|"
          r"[a-z]+ers|[a-z]+ors|[a-z]+ists)")
_AS = r"(?:(?:named|identified|listed|given)(?:\s[\w' ]{1,40}?)?\sas|called|named)"
_PERSONS_FROM = re.compile(
    rf"(?<!\w)(?:(?:They|Those (?:killed|hurt|injured|held|charged|named|arrested)|The(?:\s\w+)?\s{_ROLES}"
    rf"(?:\s[a-z]+){{0,3}}?)\s(?:are|were)(?:\s{_AS})?|"
    rf"(?<=[.\n]\s)[A-Z][a-z]+(?:ed|en|ld)(?:\s[a-z]+){{0,6}}\s(?:are|were)|"
    rf"{_AS}|namely)[:,]?\s(?=(?:[a-z][a-z-]*\s){{0,3}}[A-Z]|(?:the|his|her)\s)|(?<=[a-z\d)]):\s(?=[A-Z]|the\s[a-z]+[ ,])")
_CAP = r"[A-Z][\w'.-]*[\w.]"
_PERSON = re.compile(
    rf"(?:and\s)?(?:(?:his|her|their|the)\s)?(?:[a-z][a-z-]*\s){{0,3}}{_CAP}\s"
    rf"(?:(?:de|da|del|della|der|van|von|al|el|bin|ibn|le|la)\s){{0,2}}{_CAP}(?:\s{_CAP}){{0,3}}")
_ASIDE = re.compile(r"(?:and\s)?(?:an?\s|the\s[a-z]|who\b|whose\b|both\b|of\s|from\s|in\s|aged\s|then\s|[\d(]|"
                    r"[a-z]+(?![\w'])(?!\s?$))")
_DONE = re.compile(r"[a-z]+ed\b(?<!aged)|(?:were|was|is|are|has|have|had|said|left|won|took)\b")
_OTHERS = re.compile(r"\b(?:others?|etc|the rest|among|including|such as|so on|an?other|unnamed|unidentified)\b", re.I)
_ROW_FROM = re.compile(
    rf"(?<![\w.,$£€-])(?:{CARDINAL}|\d{{1,2}})(?:\s[a-z][\w'-]*){{0,3}}?\s(?:[a-z]*[a-rt-z]s|[A-Z][a-z]*s)"
    r"(?:(?:\s(?:in|across|around|at|of)(?:\sthe)?(?:\s[A-Z][\w'-]+){1,2}|\son\s[A-Z]\w+(?:\snight)?)?"
    r"(?P<joint>:\s(?:(?:on|in|for|to|from)\s)?|\s\(|,\s(?:in|on|for|from|winning\sfor|namely)\s))")
_WON = re.compile(
    r"(?<!\w)(?:trophies|awards|prizes|medals|oscars|tonys|emmys|baftas|grammys|honou?rs|nominations|statuettes|titles)(?!\w)"
    r"[^.:;\n]{0,90}?(?:,|winning|won)\s(?:winning\s)?for\s(?=[a-z])", re.I)
_NO_ITEM = re.compile(
    r"\b(?:he|she|it|they|we|I|which|who|that|because|but|although|while|if|when|was|were|is|are|has|have|had|said|will|would|can|"
    r"could|each|respectively)\b|^(?:including|such|among|after|before|not|only|at least|more|less|about|most|both)\b|%|"
    rf"^(?:the\s)?(?:\d|(?:{CARDINAL})\b)")
_NTHS = re.compile(
    r"(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Last|Final)(?:ly)?,\s|(Finally|Lastly),?\s|"
    r"The\s(?P<the>first|second|third|fourth|fifth|sixth|seventh|last|final)(?:\sone)?\s(?:is|was|concerns|concerned|involves|relates)\s")
_ORDER = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh")
_AGAIN = re.compile(
    rf"(?:,\s|\s(?:are|were)\s|\.\s)(?:the|all|these|those|all the|all of the)\s(?:{CARDINAL}|\d)\s[a-z][\w-]*", re.I)
_NAMES = re.compile(rf"(?<![\w'.-])(?<!,\s)(?:the\s)?{_CAP}(?:\s{_CAP}){{0,3}}"
                    rf"(?:,\s(?:the\s)?{_CAP}(?:\s{_CAP}){{0,3}}){{1,12}},?"
                    rf"\sand\s(?:the\s)?{_CAP}(?:\s{_CAP}){{0,3}}(?=[,.]|\s[a-z]|\Z)")
_CUT = re.compile(r",?\sand\s|,\s")
_SEMICOLON = re.compile(r"; ?(?:and )?")
_STOP = re.compile(r"[.;:()\n–—]")
_GOES_ON = re.compile(r",\s[A-Z]")
_WHERE = re.compile(r"\s(?:from|in|at|on|for|by|to|with|over)\s")
_OPENING = re.compile(r"[A-Z][\w']*")
#: words of an item, characters of a step of advice
_WORDS, _STEP = 6, 160


def find(scan: Scan) -> None:
    """Add the item and name cues of lists that items.find has not seen."""
    text = scan.text
    groups = Groups(scan, {c.start for c in scan.cues if c.kind in ("name", "item")}, INTRODUCED)
    for hit in _PERSONS_FROM.finditer(text):
        end = scan.article.sentence_at(hit.end()).end if hit.end() < len(text) else hit.end()
        groups.add(_persons(text, hit.end(), end), "name")
    for pattern in (_ROW_FROM, _WON):
        for hit in pattern.finditer(text):
            if hit.end() < len(text):
                groups.add(_row(text, hit.end(), scan.article.sentence_at(hit.end()).end), "item")
    _one_by_one(scan, groups)
    groups.next = TAKEN_UP
    for hit in _AGAIN.finditer(text):
        rows = list(_NAMES.finditer(text, _back(scan, hit), hit.start()))
        if len(rows) == 1 and (hit.group().startswith(".") or rows[0].end() == hit.start()):
            groups.add(_spans(text, rows[0].start(), rows[0].end()), "name")


def _back(scan: Scan, hit: re.Match[str]) -> int:
    return scan.article.sentence_at(hit.start()).start


def _persons(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Each person's span, or nothing where a name could be what describes another."""
    body = text[at:end].rstrip(". ")
    if len(body) > 700 or _OTHERS.search(body):
        return []
    if body.count("; ") > 1 or "; and " in body:
        cuts = list(_SEMICOLON.finditer(body))
        spans = list(zip([0, *(c.end() for c in cuts)], [*(c.start() for c in cuts), len(body)], strict=True))
        return [(at + a, at + b) for a, b in spans] if all(re.search(rf"{_CAP}\s{_CAP}", body[a:b]) for a, b in spans) else []
    found, begin, joint, last = list[tuple[int, int]](), 0, "", ""
    for cut in [*_CUT.finditer(body), None]:
        stop = cut.start() if cut else len(body)
        chunk = body[begin:stop]
        if person := _PERSON.match(chunk):
            found.append((at + begin, at + begin + person.end()))
            last = joint
            if _DONE.match(chunk[person.end():].strip()):
                return []
        elif not found or not _ASIDE.match(chunk) or _strays(chunk, joint, last):
            return []
        if cut:
            begin, joint = cut.end(), cut.group()
    return found if "and" in last and len(found) > 1 else []


def _strays(chunk: str, joint: str, last: str) -> bool:
    """Whether what follows a name is a name again, or what those named last did."""
    return ("and" in joint and not chunk[:1].islower()) or ("and" in last and _DONE.match(chunk) is not None)


def _row(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The spans of three short items and more, the last joined by "and"."""
    stop = _STOP.search(text, at, end)
    limit = stop.start() if stop else end
    found, begin = list[tuple[int, int]](), at
    for cut in [*_CUT.finditer(text, at, limit), None]:
        tail = cut.start() if cut else limit
        words = text[begin:tail]
        if not 0 < len(words.split()) <= _WORDS or _NO_ITEM.search(words):
            return []
        found.append((begin, tail))
        if cut is None:
            return []
        begin = cut.end()
        if "and" in cut.group():
            after = _CUT.search(text, begin, limit)
            if after and "and" in after.group():
                return []
            tail = after.start() if after else limit
            where = _WHERE.search(text, begin, tail)
            tail = where.start() if where else tail
            words = text[begin:tail]
            if not 0 < len(words.split()) <= _WORDS or _NO_ITEM.search(words) or _OTHERS.search(text, at, tail):
                return []
            found.append((begin, tail))
            goes_on = text[begin].isupper() and _GOES_ON.match(text, tail)
            return found if len(found) > 2 and not goes_on else []
    return []


def _spans(text: str, at: int, end: int) -> list[tuple[int, int]]:
    cuts = [*_CUT.finditer(text, at, end)]
    starts, ends = [at, *(c.end() for c in cuts)], [*(c.start() for c in cuts), end]
    return list(zip(starts, ends, strict=True))


def _one_by_one(scan: Scan, groups: Groups) -> None:
    """"First, … Second, … Third, …", and advice: sentences in a row that each open with what to do."""
    text, verbs = scan.text, _imperatives(scan.lexicon)
    said, told = list[tuple[int, int]](), list[tuple[int, int]]()
    for s in scan.article.sentences:
        nth = _NTHS.match(text, s.start, s.end)
        which = (nth[1] or nth["the"] or "").capitalize() if nth else ""
        if nth and which == "First":
            said = [(nth.end(), s.end)]
        elif nth and said and len(said) < len(_ORDER) and which == _ORDER[len(said)]:
            said.append((nth.end(), s.end))
        elif nth and said:
            groups.add([*said, (nth.end(), s.end)] if nth[2] or which in ("Last", "Final") else [], "item")
            said = []
        word = _OPENING.match(text, s.start, s.end)
        if word and word.group().lower() in verbs and s.end - s.start < _STEP:
            told.append(word.span())
        else:
            groups.add(told if len(told) > 2 else [], "item")
            told = []
    groups.add(said, "item")
    groups.add(told if len(told) > 2 else [], "item")


@lru_cache(maxsize=8)
def _imperatives(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.list("imperatives"))
