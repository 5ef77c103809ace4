"""Dates near the top of a story: what says when it was published, and what is merely a date in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
          r"nov(?:ember)?|dec(?:ember)?)\.?")
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)(?!\d)"
_DATE = re.compile(
    "|".join((
        _MONTH.format("m1") + r" {0,2}" + _DAY.format("d1") + r",? {1,2}" + _YEAR.format("y1"),
        r"(?<!\d)" + _DAY.format("d2") + r"(?: of)? {1,2}" + _MONTH.format("m2") + r",? {1,2}" + _YEAR.format("y2"),
        r"(?<![\d-])" + _YEAR.format("y3") + r"(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?![\d-])",
        r"(?<!\d)(?P<a4>\d{1,2})(?P<s4>[/.])(?P<b4>\d{1,2})(?P=s4)" + _YEAR.format("y4"),
    )),
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"T?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d{1,6})?)? ?(?:[ap]\.?m\.?(?![a-z]))?(?: ?(?:Z\b|[+-]\d\d:?\d\d))?"
    r"|\d{1,2} ?[ap]\.?m\.?(?![a-z])",
    re.IGNORECASE,
)
#: What a dateline may hold beside the date and a clock time.
_BESIDE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|first|last|originally|published|publish|posted|updated|modified|"
    r"filed|issued|release[ds]?|date[d]?|for|immediate|on|at|am|pm|o'clock|gmt|utc|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|ist|et|"
    r"pt|eastern|time|local|news|press|reuters|ap|afp|upi|pa|dpa|xinhua|ansa|tass|bloomberg|wire)\b\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:\b[Bb]y|BY|[Ff]rom|FROM)(?: (?:[A-Z][\w.'-]*|and|in|de|van|von|of|the),?){1,9}")
_PLACE = re.compile(r"^[^\w]*[A-Z][A-Z.' -]{2,40}(?:, [A-Z][\w.' ]{1,30}){0,2}[,.]?(?=\s|$)|^(?:[A-Z][\w.'-]+ ?){1,3}, ?(?=$)")
# "LONDON, Sept. 3, 2014 (Reuters) -", "4 January 2019 –", "(Feb 11, 2014 5:51 AM)"
_OPENING_PLACE = re.compile(
    r"[A-Z][A-Z.' -]{1,40}(?:[,/] ?[A-Z][\w.' -]{1,30}){0,3}[,.:]? *\Z|(?:[A-Z][\w.'-]{1,25} ?){1,3}, *\Z"
)
_WEEKDAY = re.compile(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \Z", re.IGNORECASE)
_WEEKDAY_WORD = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", re.IGNORECASE)
_AGENCY = re.compile(r" *(?:\([A-Z][\w /.&-]{1,40}\))? *(?:--?|–|—|:|\|) ?|\) ")
_PLACE_AND_AGENCY = re.compile(r"[A-Z][A-Z.' -]{2,40}(?:, [A-Z][\w.' ]{1,30}){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? "
                               r"\((?:[A-Z]{2,6}|[A-Z][A-Za-z]{2,20}(?: [A-Z][a-z]{2,20})?)\) ?(?:--?|–|—) ?")

#: A longer line is a sentence of the story.
LONGEST = 140
_RANGE = (date(1800, 1, 1), date(2100, 1, 1))


def parse_date(text: str) -> date | None:
    """The first full date in ``text`` ("Sept. 3, 2014", "3 September 2014", "2014-09-03T10:00"), or None.

    Numeric dates with the year last count only where one of the two figures cannot be a month.
    """
    found = _DATE.search(text, 0, 2000)
    return _date(found) if found else None


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but a date with what goes with it: weekday, clock time, place, byline, agency."""
    return dateline_date(line) is not None


def dateline_date(line: str) -> date | None:
    """The date of a line that is a dateline, else None."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return None
    found = _DATE.search(line)
    when = _date(found) if found else None
    if found is None or when is None:
        return None
    before, after = line[: found.start()], line[found.end() :]
    # "Posted Feb 11, 2014; updated Feb 12, 2014": the first one counts
    after = _DATE.sub(" ", after)
    return when if not _residue(before) and not _residue(after) else None


def opening_date(paragraph: str) -> date | None:
    """The date of a dateline that opens a paragraph of the story: "LONDON, Sept. 3, 2014 (Reuters) - …"."""
    head = paragraph[:LONGEST]
    found = _DATE.search(head)
    when = _date(found) if found else None
    if found is None or when is None:
        return None
    rest = head[found.end() :]
    if _WEEKDAY.match(head, 0, found.start()) and rest[:1] == " " and rest[1:2].isupper():
        return when  # glued to the story: "Friday, March 29, 2019 The ..."
    before = _WEEKDAY_WORD.sub("", head[: found.start()]).strip()
    clock = _CLOCK.match(rest.lstrip(" ,"))
    if clock:
        rest = rest.lstrip(" ,")[clock.end() :]
    if before.strip("([") and not _OPENING_PLACE.match(before):
        return None
    closes = _AGENCY.match(rest)
    return when if closes and (before.startswith("(") or not closes[0].startswith(")")) else None


def opens_story(paragraph: str) -> bool:
    """Whether a dateline opens the paragraph, with a date or only with place and agency ("LONDON (Reuters) — …")."""
    return _PLACE_AND_AGENCY.match(paragraph) is not None or opening_date(paragraph) is not None


def find_date(paragraphs: Iterable[str]) -> date | None:
    """The publication date that the first paragraphs of a story state: a dateline's, or None.

    A date that is part of a sentence of the story is not taken.
    """
    for text in paragraphs:
        when = dateline_date(text) or opening_date(text)
        if when:
            return when
    return None


def _residue(text: str) -> str:
    text = _BYLINE.sub(" ", text)
    text = _CLOCK.sub(" ", text)
    text = _BESIDE.sub(" ", text)
    text = _PLACE.sub(" ", text.strip())
    return "".join(c for c in text if c.isalnum())


def _date(found: re.Match[str]) -> date | None:
    g = found.groupdict()
    if g["a4"]:
        a, b = int(g["a4"]), int(g["b4"])
        if (a > 12) == (b > 12) and a != b:
            return None
        day, month = (a, b) if a > 12 else (b, a)
        year = int(g["y4"])
    else:
        n = next(n for n in "123" if g["y" + n])
        year, day = int(g["y" + n]), int(g["d" + n])
        month = int(g["m3"]) if n == "3" else _MONTHS.index(g["m" + n][:3].lower()) + 1
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    return when if _RANGE[0] <= when < _RANGE[1] else None
