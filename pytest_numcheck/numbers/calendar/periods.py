"""Quarters, half years, decades and centuries: "fourth quarter of 2014", "the '90s", "the 19th century"."""

from __future__ import annotations

import re

from ..digits.smallwords import ORDINAL, ordinal
from ..mention import Moment
from ..scan import Scan
from .days import date_draft

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?![\d%]|,\d{3}|[a-z])"
_PART = re.compile(
    rf"\b(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<part>quarter|half|qtr)s?"
    rf"(?:,?\s+(?:(?:of|in)\s+)?(?:(?:the|its)\s+)?(?:fiscal\s+|financial\s+)?(?:year\s+)?{_YEAR}))", re.I)
_Q = re.compile(r"\b(?P<part>[QH])(?P<n>[1-4])(?![\w-])(?:,?\s+(?:of\s+)?(?:FY)?(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?!\d|,\d))?")
_YEAR_Q = re.compile(r"\b(?P<year>20\d\d)[ -]?(?P<part>Q)(?P<n>[1-4])\b")
_DECADE = re.compile(r"\d0'?s(?![\w'])")
_DECADE_WORD = re.compile(r"\b(?:the|early|late|mid|in|and|of|to)[\s-]+((?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b", re.I)
_TENS = {w: 20 + 10 * i for i, w in enumerate(["twenties", "thirties", "forties", "fifties", "sixties", "seventies",
    "eighties", "nineties"])}
_CENTURY = re.compile(r"[- ]centur(?:y|ies)\b", re.I)
_NTH = re.compile(rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)|\b{ORDINAL})\Z", re.I)
_NTH_AND = re.compile(rf"(?<![\w-])(\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})(?:-|[- ]century)?(?:\s+(?:and|or|to|through|"
                      rf"until)\s+(?:the\s+)?"
                      rf"(?:early\s+|late\s+|mid-?\s*)?|\s?[-–]\s?)\Z", re.I)
_BC = re.compile(r"\s?(?:B\.C\.(?:E\.)?|BCE?(?![A-Za-z]))")
_OWNED = re.compile(r"(?:\b(?:his|her|their|its|my|our|your|whose)|'s?)\s+(?:early\s+|late\s+|"
                    r"mid(?:dle)?(?:\s+to\s+late)?[-\s]+|very\s+)*"
                    r"(?:(?:teens|\d0s|\w{3,6}ties)\s+(?:and|to|or|through)\s+(?:early\s+|late\s+)?)?$", re.I)
_NAMES_A_DECADE = re.compile(r"(?:\b(?:the|early|late|mid|middle|of|and|in|from|since|[Aa]n?)|[-–'])[\s-]?'?\Z", re.I)
_GLUED = re.compile(r"[\d][,.\-–]\Z|[,.$£€]\Z")
_WEATHER = re.compile(r"\b(?:degrees?|temperatures?|highs|lows|Fahrenheit|Celsius|thermometer)\b|°", re.I)


def find(scan: Scan) -> None:
    """Claim named parts of years, decades and centuries as dates."""
    text = scan.text
    if "quarter" in text or "qtr" in text or "half" in text or "Quarter" in text:
        for hit in _PART.finditer(text):
            _part_of_year(scan, hit, "H" if hit["part"][0] in "hH" else "Q", "1234".index(_digit(hit["nth"])) + 1)
    for pattern in (_YEAR_Q, _Q):
        for hit in pattern.finditer(text):
            if hit["part"] == "Q" or (hit["year"] and hit["n"] in "12"):
                _part_of_year(scan, hit, hit["part"], int(hit["n"]))
    _decades(scan)
    if "entur" in text or "ENTUR" in text:
        _centuries(scan)


def _digit(word: str) -> str:
    return str(ordinal(word.lower()))


def _part_of_year(scan: Scan, hit: re.Match[str], part: str, n: int) -> None:
    months = 3 if part == "Q" else 6
    if n * months > 12:
        return
    year = int(hit["year"]) if hit["year"] else None
    scan.add(date_draft(hit.start(), hit.end(), Moment(
        year=year, month=(n - 1) * months + 1, end_year=year, end_month=n * months,
        grain="quarter" if part == "Q" else "half")))


def _decades(scan: Scan) -> None:
    text = scan.text
    for hit in _DECADE.finditer(text):
        start, end = hit.span()
        tens = int(text[start:start + 2])
        before = text[max(0, start - 30):start]
        if before[-2:].isdigit() and not before[-3:-2].isalnum():
            start -= 2
            century = int(before[-2:])
            if not 10 <= century <= 20 or _GLUED.search(before[:-2]):
                continue
            _add_decade(scan, start, end, century * 100 + tens, 100 if tens == 0 else 10)
        elif _NAMES_A_DECADE.search(before) and not _OWNED.search(before) and not before[-1:].isalnum():
            if _WEATHER.search(text, max(0, start - 80), end + 40) or before[-1:] in ("$", "£", "€"):
                continue
            _add_decade(scan, start - (before[-1:] == "'"), end, 1900 + tens if tens >= 30 else None, 10)
    if "ties" in text:
        for hit in _DECADE_WORD.finditer(text):
            if not _OWNED.search(text, max(0, hit.start(1) - 30), hit.start(1)):
                tens = _TENS[hit[1].lower()]
                _add_decade(scan, hit.start(1), hit.end(1), 1900 + tens if tens >= 30 else None, 10)


def _add_decade(scan: Scan, start: int, end: int, year: int | None, years: int) -> None:
    last = None if year is None else year + years - 1
    scan.add(date_draft(start, end, Moment(year=year, end_year=last, grain="decade")))


def _centuries(scan: Scan) -> None:
    text = scan.text
    for hit in _CENTURY.finditer(text):
        start = hit.start()
        nth = _NTH.search(text, max(0, start - 20), start)
        if not nth:
            continue
        bc = _BC.match(text, hit.end())
        end = bc.end() if bc else hit.end()
        _add_century(scan, nth.start(), end, nth.group(), bool(bc))
        if other := _NTH_AND.search(text, max(0, nth.start() - 50), nth.start()):
            _add_century(scan, other.start(1), other.end(1), other[1], bool(bc))


def _add_century(scan: Scan, start: int, end: int, words: str, bc: bool) -> None:
    n = ordinal(words)
    if n is None or not 1 <= n <= 30:
        return
    # The 19th century is 1801-1900 by the rule and 1800-1899 in common use: both are allowed.
    year, last = (-100 * n, -100 * (n - 1) - 1) if bc else (100 * (n - 1), 100 * n)
    scan.add(date_draft(start, end, Moment(year=year or 1, end_year=last, grain="century")))
