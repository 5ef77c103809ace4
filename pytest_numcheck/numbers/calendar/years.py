"""Bare years, told from counts by what stands around them: "in 2014", "2011-12", "(1931-2015)", "300 BC"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..dimension import DATE
from ..mention import Moment
from ..scan import Draft, Scan
from .days import span

_FOUR = re.compile(r"(?:1\d|20|21)\d\d(?![\d%°£$€\w]|\.\d|,\d{3}(?!\d)|:\d)")
_GLUED = frozenset("0123456789.,:$£€¥/#@+=_&°")
_RANGE = re.compile(r"(?:\s?[-–—]\s?|/)(?:(?P<full>(?:1\d|20|21)\d\d)|(?P<short>\d\d))(?![\w%]|[.,:]\d|[-–/]\d)")
_DAYS_BEFORE = re.compile(r"[(\[]\s*(?:c\.\s*|born\s+|b\.\s*)?\Z")
_TIME_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|before|after|during|from|circa|c\.|ca\.|early|late|mid|middle of|beginning of|start of|end of|"
    r"year|years|back to|dating to|fiscal|FY|season|summer|winter|spring|autumn|fall|of|between|through|throughout|"
    r"born|founded|established|elected|copyright)[\s-]+(?:(?:the|around|about|roughly|early|late|mid|circa|c\.|until|after|"
    r"before|"
    r"autumn|fall|spring|summer|winter|fiscal|year|financial)[\s-]+){0,3}\Z", re.I)
_OWNER_BEFORE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|our|this|that|my|your|whose)|'s?)\s+(?:[\w-]+\s+)?\Z", re.I)
_COUNT_BEFORE = re.compile(
    r"\b(?:at least|at most|more than|less than|fewer than|up to|nearly|almost|some|over|under|exactly|only|just|"
    r"as many as|as much as|an estimated|a total of|total of|all|another|other|those|these|first|last|next|top|per|every|sold|"
    r"killed|killing|injured|lost|won|scored|number)\s+\Z", re.I)
_HEDGE_BEFORE = re.compile(r"\b(?:about|around|approximately|roughly|circa|c\.)\s+\Z", re.I)
_UNIT_AFTER = re.compile(r"\s?(?:GMT|UTC|[ap]\.?m\b|hrs|hours local|local time|°|%|K\b|[kKcm]?m\b|(?:sq|ft|lb|oz|mph|kph|kg|"
                         r"rpm|MW|kW|GW|MHz|GHz)\b)")
_WORD_AFTER = re.compile(r"[\s-]+([A-Za-z]+(?: cent)?)")
_PLURAL_AFTER = re.compile(r"\s+(?:(?:[a-z]+(?:-[a-z]+)?)\s+)?(?!(?:was|is|has|as|its|this|does|thus|plus|versus|across|unless|"
                           r"always|"
                           r"perhaps|towards?|besides)\b)[a-z]{2,}(?<!s)s\b")
_PAIRED = re.compile(r"\s?(?:-|–|to|or|and)\s?(\d{4})(?!\d)")
_BC = re.compile(r"\b(\d{1,3}(?:,\d{3})|\d{1,5})\s?(B\.C\.(?:E\.)?|b\.c\.(?:e\.)?|BCE?(?![A-Za-z]))")
_AD = re.compile(r"\bA\.?D\.?\s?(\d{1,4})\b(?![,.]\d)|\b(\d{2,4})\s?(?:A\.?D\.?|C\.E\.|c\.e\.|CE)(?![A-Za-z])")
_SHORT = re.compile(r"(?<![\w'])'(\d\d)(?![\w'%]|[.,:]\d)")
_SHORT_BEFORE = re.compile(r"\b(?:in|of|since|class of|summer of|from|until|the|to|and|by|late|early|season)\s+\Z", re.I)


@lru_cache(maxsize=8)
def _counted(lexicon: Lexicon) -> frozenset[str]:
    units = lexicon.table("units")["units"].values()
    words = [w for unit in units for name in ("words", "short", "spaced") for w in unit.get(name, ())]
    return frozenset([*lexicon.list("counted-nouns"), *(str(w).partition(" ")[0] for w in words)])


def find(scan: Scan) -> None:
    """Claim bare years from 1000 to 2199, pairs of them, and years marked BC or AD."""
    text = scan.text
    if "BC" in text or "B.C" in text or "b.c." in text:
        for hit in _BC.finditer(text):
            n = int(hit[1].replace(",", ""))
            scan.add(Draft(hit.start(), hit.end(), "year", n, dimension=DATE, moment=Moment(year=-n, grain="year")))
    if "AD" in text or "A.D" in text or "CE" in text or "C.E." in text or "c.e." in text:
        for hit in _AD.finditer(text):
            _add(scan, hit.start(), hit.end(), int(hit[1] or hit[2]))
    counted = _counted(scan.lexicon)
    for hit in _FOUR.finditer(text):
        start, end = hit.span()
        if start and (text[start - 1] in _GLUED or text[start - 1].isalnum()) and not _fiscal(text, start):
            continue
        if scan.free(start, end):
            _year(scan, start, end, counted)
    if "'" in text:
        for hit in _SHORT.finditer(text):
            if _SHORT_BEFORE.search(text, max(0, hit.start() - 14), hit.start()):
                _add(scan, hit.start(), hit.end(), _century(int(hit[1])))


def _century(two: int) -> int:
    return 2000 + two if two <= 30 else 1900 + two


def _fiscal(text: str, start: int) -> bool:
    return text[max(0, start - 2):start] == "FY" or (text[start - 1] == "/" and text[start - 2:start - 1].isspace())


def _year(scan: Scan, start: int, end: int, counted: frozenset[str]) -> None:
    text, year = scan.text, int(scan.text[start:end])
    before = text[max(0, start - 40):start]
    if text[max(0, start - 1):start] in ("-", "–") and before[-2:-1].isdigit():
        return
    if ranged := _RANGE.match(text, end):
        last = int(ranged["full"]) if ranged["full"] else year // 100 * 100 + int(ranged["short"])
        if ranged["short"] and last < year and year % 100 > 90:
            last += 100
        bracketed = bool(_DAYS_BEFORE.search(before)) and text[ranged.end():ranged.end() + 1] in (")", "]")
        backwards = ranged["full"] and (bracketed or _TIME_BEFORE.search(before))
        if (last > year or backwards) and last - year < (900 if bracketed else 200) \
                and (bracketed or not _is_count(text, before, ranged.end(), min(year, last), counted)):
            _add(scan, start, ranged.end(), year, last)
            return
        if not text[end].isspace():
            return
    if not _is_count(text, before, end, year, counted):
        _add(scan, start, end, year)


def _is_count(text: str, before: str, end: int, year: int, counted: frozenset[str]) -> bool:
    """What the words around say; without a sign, years from 1700 on are years, earlier figures are counts."""
    if (pair := _PAIRED.match(text, end)) and int(pair[1]) > 2199:
        return True
    word = _WORD_AFTER.match(text, end)
    noun = word[1] if word else ""
    if _UNIT_AFTER.match(text, end):
        return True
    timed = _TIME_BEFORE.search(before)
    if noun in ("levels", "level", "prices"):
        return False
    if noun in counted and (text[end] != "-" or noun not in ("strong", "more", "different")):
        return not ((timed and noun in ("more", "times", "others", "different")) or _event_people(text, before, noun))
    if _COUNT_BEFORE.search(before):
        return True
    if _HEDGE_BEFORE.search(before) and not timed:
        return bool(_PLURAL_AFTER.match(text, end)) or year < 1100
    if timed:
        return year < 1700 and bool(_PLURAL_AFTER.match(text, end) and re.search(r"\b(?:of|by|between|from|after|"
            r"to)\s+\Z", before, re.I))
    if _OWNER_BEFORE.search(before):
        return year < 1700 and bool(_PLURAL_AFTER.match(text, end))
    if year < 1700:
        return not (text[end:end + 1] == ")" and before.endswith("(")) and not re.search(r"\band\s+\Z", before)
    return bool(_PLURAL_AFTER.match(text, end)) and year % 50 == 0


def _event_people(text: str, before: str, noun: str) -> bool:
    """"the 2014 delegates": an owner before a year and people of that year, not an amount."""
    return noun in ("delegates", "students", "members", "points", "votes", "cases", "deaths", "casualties", "workers") \
        and bool(re.search(r"\b(?:the|his|her|its|their)\s+\Z", before, re.I))


def _add(scan: Scan, start: int, end: int, year: int, last: int | None = None) -> None:
    fixed = span((year, None, None), (last or year, None, None))
    scan.add(Draft(start, end, "year", year, last, dimension=DATE, fixed=fixed,
                   moment=Moment(year=year, end_year=last, grain="year")))
