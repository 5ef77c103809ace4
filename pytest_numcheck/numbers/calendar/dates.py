"""Dates with the name of a month: "October 28", "28 October 2024", "August 22 to 25", "December 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ..digits.smallwords import CARDINAL, ORDINAL, cardinal, ordinal
from ..interval import Interval
from ..mention import Moment
from ..scan import Draft, Scan
from .days import date_draft, possible
from .months import Names, calendar_names

_TH = r"(?:st|nd|rd|th)?(?![a-z])"
_NO_DAY = (r"(?![\d%°£$€]|\.\d|:\d|,\d{3}(?!\d)|-[a-z]|\s?(?:[ap]\.?m\b|percent\b|per cent\b|pct\b|[mb]ln\b|million\b|"
           r"billion\b|dlrs?\b|cts?\b|stg\b|bpd\b|-?(?:day|days|month|months|week|weeks|year)\b(?!\s(?:of|after|before|from))))")
_YEAR = r"(?:\s?,\s?|\s+)(?:of\s+|in\s+)?(1\d{3}|20\d\d|21\d\d)(?![\d%]|,\d{3}|\.\d|-?[a-z]|\s?(?:GMT|UTC|h(?:ou)?rs\b))"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|through|thru|until|till)\s+)"
_DASH = r"\s?[-–—]\s?"
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,:/$£€])(?<!\w-)(?:(?P<from>\d{{1,2}}){_TH}(?P<join>\s?[-–—]\s?|\s+(?:to|until|till|through|or|and)\s+))?"
    rf"(?:(?P<day>\d{{1,2}}){_TH}(?:\s+of)?|\b(?P<word>{ORDINAL})\s+of)[\s-]\s{{0,2}}$", re.I)
_WORDED_DAY = re.compile(rf"\s+(?:the\s+)?({ORDINAL})\b(?!\s+(?:[a-z]|year))", re.I)
#: wire copy spells the days from one to nine: "from April one", "on March nine"
_SPELLED_DAY = re.compile(rf"\s({CARDINAL})(?=[.,;:)]|\s(?:and|or|to|at|in|for|by|with|after|until|when|as|on|but|from|"
                          rf"against|the|that|which|last|this|next|following|ahead|amid|during|than|because|while|before)\b|\Z)",
                          re.I)
_ON = re.compile(r"\b(?:on|from|since|until|till|by|to|before|after|of|ending|ended|dated|starts?|started|begins?|began|"
                 r"effective|due|between|and|through|week)\s+$", re.I)
_IN = re.compile(r"\b(?:in|since|last|this|next|during|every|each|by)\s+$", re.I)
_COUNTED = re.compile(r"\s+(?:people|men|women|children|troops|soldiers|homes|jobs|cases|deaths|percent|per cent|million|billion|"
                      r"(?!(?:was|is|has|as|its|this|does|us|his)\b)[a-z]{3,}(?<!s)s\b)")
_NO_DATE = re.compile(r"[\s-](?:days?|weeks?|months?|years?|pct|per|percent|mln|bln|million|billion|dlrs?|cts?|tonnes?|"
                      r"barrels?|points?|"
                      r"[a-z]{3,}(?<!s)s)\b")
_SHARED = re.compile(r"\s*(?:,?\s*(?:to|through|until|till|and|or|[-–—])\s*)(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?\Z")


@dataclass(frozen=True)
class _Patterns:
    names: Names
    day: re.Pattern[str]
    more_days: re.Pattern[str]
    other_month: re.Pattern[str]
    month_to_month: re.Pattern[str]
    year: re.Pattern[str]
    dash_month_year: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    names = calendar_names(lexicon)
    month = names.month_source
    return _Patterns(
        names,
        re.compile(rf"\s+(?:the\s+)?(\d{{1,2}}){_TH}{_NO_DAY}"),
        re.compile(rf"(?P<to>{_TO}|/)(?P<last>\d{{1,2}}){_TH}{_NO_DAY}(?!\s+{month})"
                   rf"|\s+(?P<list>and|or|&)\s+(?P<other>\d{{1,2}}){_TH}{_NO_DAY}(?!\s+(?:{month}|[a-z]+s\b|people|men|women))"),
        re.compile(rf"{_DASH}(?:(?P<m1>{month})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{month})){_TH}{_NO_DAY}"),
        re.compile(rf"(?:{_DASH}|/|\s+(?:to|through|until)\s+)({month}){_YEAR}"),
        re.compile(_YEAR),
        re.compile(rf"{_DASH}({month}){_YEAR}"))


def find(scan: Scan) -> None:
    """Claim every date that names its month. A month alone is no date."""
    patterns = _patterns(scan.lexicon)
    text, done, found = scan.text, 0, list[Draft]()
    for hit in patterns.names.month.finditer(text):
        if hit.start() < done or (hit.start() and text[hit.start() - 1].isalnum()):
            continue
        for draft in _read(text, hit, patterns):
            if scan.add(draft):
                found.append(draft)
                done = max(done, draft.end)
    _share_years(text, found)


def _month(patterns: _Patterns, word: str) -> int:
    return patterns.names.months[word.rstrip(".")]


def _read(text: str, hit: re.Match[str], patterns: _Patterns) -> list[Draft]:
    month, start, end = _month(patterns, hit.group()), hit.start(), hit.end()
    before = _DAY_BEFORE.search(text, max(0, start - 40), start)
    after = patterns.day.match(text, end)
    if before and (not after or patterns.year.match(text, end)):
        return _day_month(text, hit, end, month, before, patterns)
    if after and int(after[1]) > 31 and (_NO_DATE.match(text, after.end()) or not _ON.search(text, max(0, start - 12), start)):
        after = None  # "June 90 day bills", "in May 45 mln tonnes", "May 85 unch": only "on March 67" must be a day
    if after and not (_IN.search(text, max(0, start - 12), start) and _COUNTED.match(text, after.end())):
        return _month_day(text, start, month, after, patterns)
    if worded := _WORDED_DAY.match(text, end):
        return [_draft(start, worded.end(), None, month, ordinal(worded[1]))]
    opens = month in (3, 5) and text[max(start - 2, 0):start].strip() in ("", ".", '"', "\n")  # "May two of them go?"
    if (spelled := _SPELLED_DAY.match(text, end)) and (not opens or _ON.search(text, max(0, start - 12), start)):
        year, stop = _year_at(text, spelled.end(), patterns)
        return [_draft(start, stop, year, month, cardinal(spelled[1]))]
    return _month_year(text, start, end, month, patterns)


def _draft(start: int, end: int, year: int | None, month: int, day: int | None, end_month: int | None = None,
           end_day: int | None = None, end_year: int | None = None, grain: str = "day") -> Draft:
    """``year`` is that of the end; a range from December into January began the year before."""
    first = year
    ranged = end_month is not None or end_day is not None or end_year is not None
    if ranged and end_year is None and year and end_month and end_month < month:
        first = year - 1
    last_month = (end_month or month) if ranged else None
    last_year = (end_year or year) if ranged else None
    good = possible(first, month, day) and (not ranged or possible(last_year, last_month, end_day))
    return date_draft(start, end, Moment(year=first, month=month, day=day, end_year=last_year, end_month=last_month,
                                         end_day=end_day, possible=good, grain=grain))


def _year_at(text: str, at: int, patterns: _Patterns) -> tuple[int | None, int]:
    found = patterns.year.match(text, at)
    if found and not _COUNTED_PEOPLE.match(text, found.end()):
        return int(found[1]), found.end()
    return None, at


_COUNTED_PEOPLE = re.compile(r"\s+(?:people|men|women|children|troops|soldiers|demonstrators|protesters|jobs|homes)\b")


def _month_day(text: str, start: int, month: int, day: re.Match[str], patterns: _Patterns) -> list[Draft]:
    first, end = int(day[1]), day.end()
    if other := patterns.other_month.match(text, end):
        end_month = _month(patterns, other["m1"] or other["m2"])
        year, stop = _year_at(text, other.end(), patterns)
        return [_draft(start, stop, year, month, first, end_month, int(other["d1"] or other["d2"]))]
    more = patterns.more_days.match(text, end)
    if more and more["list"] and int(more["other"]) > 31:
        more = None  # "at December 31 and 79 more"
    if more and more["list"]:
        year, stop = _year_at(text, more.end(), patterns)
        return [_draft(start, end, year, month, first), _draft(more.start("other"), stop, year, month, int(more["other"]))]
    last = int(more["last"]) if more else None
    year, stop = _year_at(text, more.end() if more else end, patterns)
    return [_draft(start, stop, year, month, first, None, last)]


def _day_month(text: str, hit: re.Match[str], end: int, month: int, before: re.Match[str], patterns: _Patterns) -> list[Draft]:
    day = int(before["day"]) if before["day"] else ordinal(before["word"])
    begin = before.start("day") if before["day"] else before.start("word")
    if (other := patterns.other_month.match(text, end)) and other["m2"]:
        year, stop = _year_at(text, other.end(), patterns)
        return [_draft(begin, stop, year, month, day, _month(patterns, other["m2"]), int(other["d2"]))]
    year, stop = _year_at(text, end, patterns)
    if stop == end and text[end - 1] == "." and text[end:end + 2].strip()[:1] in ("", "\n"):
        stop = end - 1
    if not before["from"]:
        return [_draft(begin, stop, year, month, day)]
    first = int(before["from"])
    if before["join"].strip() in ("and", "or"):
        alone = re.search(r"\b(?:on|between|from|of|for|the)\s+(?:the\s+)?$", text[max(0, before.start() - 16):before.start()])
        earlier = [_draft(before.start(), before.end("from"), year, month, first)] if alone else []
        return [*earlier, _draft(begin, stop, year, month, day)]
    return [_draft(before.start(), stop, year, month, first, None, day)]


def _month_year(text: str, start: int, end: int, month: int, patterns: _Patterns) -> list[Draft]:
    if ranged := patterns.month_to_month.match(text, end):
        return [_draft(start, ranged.end(), int(ranged[2]), month, None, _month(patterns, ranged[1]), grain="month")]
    year, stop = _year_at(text, end, patterns)
    if year is None:
        return []
    if longer := patterns.dash_month_year.match(text, stop):
        return [_draft(start, longer.end(), year, month, None, _month(patterns, longer[1]), None, int(longer[2]), "month")]
    return [_draft(start, stop, year, month, None, grain="month")]


def _share_years(text: str, found: list[Draft]) -> None:
    """"May 3 to May 10, 2014": both are of 2014."""
    for a, b in pairwise(found):
        first, last = a.moment, b.moment
        if not first or not last or not first.month or not last.month or not _SHARED.match(text, a.end, b.start):
            continue
        turns = (last.month, last.day or 0) < (first.month, first.day or 0)
        if first.year is None and last.year is not None and last.end_year is None:
            # "December 27 to December 10, 2019" stays backwards: only another month may be of the year before
            year = last.year - (turns and last.month < first.month)
            a.fixed, a.moment = _again(a, first, year)
        elif last.year is None and first.year is not None and first.end_year is None:
            b.fixed, b.moment = _again(b, last, first.year + (turns and last.month < first.month))


def _again(draft: Draft, moment: Moment, year: int) -> tuple[Interval | None, Moment]:
    again = _draft(draft.start, draft.end, year, moment.month or 1, moment.day, None, moment.end_day, grain=moment.grain)
    assert again.moment
    return again.fixed, again.moment
