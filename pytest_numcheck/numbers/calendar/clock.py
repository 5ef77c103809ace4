"""Times of day: "7 a.m.", "10.45pm", "23:43 UTC", "0100 GMT", "9 to 11 p.m.", "noon", "half past seven"."""

from __future__ import annotations

import re

from ..digits.smallwords import CARDINAL, cardinal
from ..dimension import CLOCK, TIME
from ..interval import Interval
from ..mention import Moment
from ..scan import CueDraft, Draft, Scan
from .zones import LOCAL, zone_pattern

_H = r"\d{1,2}(?:[:.]\d{2}){0,2}"
_HALF = r"[ap]\.\s?m\.|[ap]\.?\s?m(?![\w])"
_TWELVE = re.compile(
    rf"(?<![\d.,:/$£€-])(?<!\w-)(?:(?P<first>{_H})\s?(?:(?P<half1>{_HALF})\s?)?(?:[-–—]|to|or|and|until)\s?(?:about\s)?)?"
    rf"(?P<time>{_H}|\b{CARDINAL})(?:\s|-)?(?P<half>{_HALF})(?!\w)", re.I)
_HALVES = re.compile(r"[AaPp]\.?\s?[Mm]\b")
_GATE = re.compile(r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]?[ap]\.?\s?m\b", re.I)
#: patterns of figures begin with the digit and look back from there: they are searched for faster so
_COLON = re.compile(r"(\d(?<![\d.,:/$£€+]\d)(?<![a-zA-Z]-\d)\d?:\d{2}(?::\d{2})?)(?!\d|[:./]\d|%|-(?!\d{1,2}:\d\d))")
_DOT = re.compile(r"(\d(?<![\d.,:/$£€+-]\d)\d?\.\d{2})(?=\s[(A-Zaio])")
_DOT_HOURS = re.compile(r"(?<=\b(?:at|by) )((?:[01]?\d|2[0-3])\.[0-5]\d)(?=\s?h(?:ou)?rs\b)")
_FOUR = re.compile(r"(\d(?<![\d.,:/$£€+-]\d)\d{3})(?:\s?(?P<hours>h(?:ou)?rs\b|h\b)|(?=[\s,]*\(?))")
_AT = re.compile(r"\b(?:at|from|until|till|by|before|after|around|about|about|approximately|between|since|shortly|to|and|or|"
                 r"just|precisely|exactly|"
                 r"noon|today|yesterday|tomorrow|tonight|morning|afternoon|evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
                 r"Sun)day,?)\s+\Z", re.I)
_STRONG_AT = re.compile(r"\b(?:at(?:\s+(?:around|about|approximately|exactly|roughly|precisely|just|nearly|almost|some))?|"
                        r"around|until|till|(?:before|after|by)|"
                        r"since|from|between)\s+\Z", re.I)
_NOT_CLOCK = re.compile(r"\b(?:score|lead|won|lost|win|beat|defeat(?:ed)?|ratio|verse|odds|chapter|in a time of|time of|in|ran|"
                        r"clocked|finished in|"
                        r"record of|clocking|mark of|best of)\s+(?:a\s+)?\Z", re.I)
_SPAN_LINK = re.compile(r"\s*(?:[-–—]|to|until|till|and|or)\s*\Z")
_DAY_HALF = re.compile(r"\s+(?:in the (morning|afternoon|evening)|at (night)|(?:on\s+)?(?:\w+day\s+)(morning|afternoon|evening|"
                       r"night))\b", re.I)
_NEXT = re.compile(r"[\s,)]*(?:on\s|of\s)?(?:the (?:next|following) (?:day|morning|afternoon|evening)|next (?:day|"
                   r"morning))\b", re.I)
_OCLOCK = re.compile(rf"\b(?P<h>\d{{1,2}}|{CARDINAL})\s?o'?\s?clock\b", re.I)
_PAST = re.compile(rf"\b(?:(?P<part>half|quarter|twenty-five|twenty|ten|five)\s(?P<way>past|to)\s(?P<h>{CARDINAL}|"
                   rf"\d{{1,2}}))\b(?!\s*(?:%|percent|per cent|"
                   r"years?|days?|people|million|billion))", re.I)
_DAY_AFTER = re.compile(r"\s(?:yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening)|on (?:Mon|Tues|Wednes|Thurs|"
                        r"Fri|Satur|Sun)day)\b")
_NOON = re.compile(r"\b(?:12\s(?:o'clock\s)?)?(noon|midday|midnight)\b(?!'s\s|-\w+ing)(?:\s(?=\())?", re.I)
_NAMED = re.compile(r"\b(?:[Hh]igh|[Tt]he)\s\Z|[A-Z]\w+\s\Z")


def find(scan: Scan) -> None:
    """Claim clock times. Each end of "9 to 11 p.m." is a time of its own; value is minutes after midnight."""
    text = scan.text
    if any(_GATE.search(text, max(0, m.start() - 8), m.end() + 1) for m in _HALVES.finditer(text)):
        for hit in _TWELVE.finditer(text):
            _twelve(scan, hit)
    if ":" in text:
        dates = {d.end for d in scan.drafts if d.kind == "date"}
        for hit in _COLON.finditer(text):
            _twenty_four(scan, hit, dates)
    for hit in _DOT.finditer(text):
        zone, _ = _zone(scan, hit.end())
        minutes, good, grain = _minutes(hit[1], None)
        if good and (_DAY_HALF.match(text, hit.end()) or (zone and zone.isupper())):
            _add(scan, *hit.span(), minutes, None, grain, good, zone)
    if "hours" in text or "hrs" in text:
        for hit in _DOT_HOURS.finditer(text):
            minutes, good, grain = _minutes(hit[1], None)
            _add(scan, *hit.span(1), minutes, None, grain, good)
    for hit in _FOUR.finditer(text):
        _military(scan, hit)
    lower = text.lower()
    if "clock" in lower:
        for hit in _OCLOCK.finditer(text):
            hour = cardinal(hit["h"]) or 99
            _add(scan, hit.start(), hit.end(), float(hour % 12 * 60), None, "hour", hour <= 12)
    if " past " in lower or "quarter to " in lower:
        for hit in _PAST.finditer(text):
            _worded(scan, hit)
    if "noon" in lower or "midday" in lower or "midnight" in lower:
        for hit in _NOON.finditer(text):
            _noon(scan, hit)


def _minutes(figure: str, half: str | None) -> tuple[float, bool, str]:
    """Minutes after midnight, whether a clock can show it, and how fine it is printed."""
    parts = [int(p) for p in re.split(r"[:.]", figure)] if figure[0].isdigit() else [cardinal(figure) or 0]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    second = parts[2] if len(parts) > 2 else 0
    good = minute < 60 and second < 60 and (hour < 24 or (hour == 24 and minute == second == 0))
    # "14:30 p.m." repeats itself; "0:15 a.m." is a quarter past midnight
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half:
        good = good and half == "pm" and len(parts) > 1
    return hour * 60 + minute + second / 60, good, ("hour", "minute", "second")[len(parts) - 1]


def _half(words: str | None) -> str | None:
    return None if not words else "am" if words[0] in "aA" else "pm"


def _twelve(scan: Scan, hit: re.Match[str]) -> None:
    if not hit["time"][0].isdigit() and hit["half"].lower() == "am" and "." not in hit["half"]:
        return
    half = _half(hit["half"])
    minutes, good, grain = _minutes(hit["time"], half)
    end = hit.end("half")
    if hit["first"] and (hit["half1"] or int(re.split(r"[:.]", hit["first"])[0]) <= 12):
        first_half = _half(hit["half1"]) or half
        early, fine, early_grain = _minutes(hit["first"], first_half)
        if not hit["half1"] and early > minutes and half == "pm" and "or" not in scan.text[hit.end("first"):hit.start("time")]:
            first_half = "am"
            early, fine, early_grain = _minutes(hit["first"], "am")
        zone, _ = _zone(scan, end)
        if scan.free(hit.start("first"), end):
            _add(scan, hit.start("first"), hit.end("half1") if hit["half1"] else hit.end("first"), early, first_half, early_grain,
                 fine, zone)
    _add(scan, hit.start("time"), end, minutes, half, grain, good, None)


def _zone(scan: Scan, end: int) -> tuple[str | None, int]:
    found = zone_pattern(scan.lexicon).match(scan.text, end)
    if not found:
        return None, end
    return (found[1] or LOCAL), found.end()


def _twenty_four(scan: Scan, hit: re.Match[str], dates: set[int]) -> None:
    """``dates``: where dates end; a time may follow one directly."""
    text, (start, end) = scan.text, hit.span(1)
    if not scan.free(start, end):
        return
    before = text[max(0, start - 40):start]
    zone, _ = _zone(scan, end)
    minutes, good, grain = _minutes(hit[1], None)
    hours = re.match(r"\s?(?:h(?:ou)?rs?\b|h\b|o'clock)", text[end:end + 8])
    padded = hit[1][0] == "0" and hit[1][1] != ":"
    at = bool(_STRONG_AT.search(before)) and not _NOT_CLOCK.search(before)
    linked = bool(_SPAN_LINK.search(before)) and scan.drafts and any(
        d.kind == "clock" and 0 <= start - d.end <= 16 for d in scan.drafts[-3:])
    linked = linked or (good and not dates.isdisjoint((start - 1, start - 2)))
    bracketed = before.endswith("(") and bool(zone)
    day = bool(_AT.search(before)) and not _NOT_CLOCK.search(before)
    opens = bool(re.match(r"\s?(?:[-–—]|to|until)\s?\d{1,2}:\d{2}\b", text[end:end + 14])) and good
    if grain == "second" and not (zone or hours or (at and good and re.search(r"\bat\s+\Z", before))):
        if good and not at:
            _race(scan, start, end, hit[1])
        return
    if not (zone or hours or at or linked or bracketed or padded or opens or (day and good)):
        if _DAY_HALF.match(text, end) and good:
            pass
        elif good and re.search(r"\b(?:in|time of|ran|clocked|record of|clocking|won in)\s+(?:a\s+)?\Z", before):
            _race(scan, start, end, hit[1])
            return
        else:
            return
    if not good and not (at or zone or hours):
        return
    _add(scan, start, end, minutes, None, grain, good, zone)


def _race(scan: Scan, start: int, end: int, figure: str) -> None:
    """A running time: "2:14:04" is hours, minutes and seconds, "4:32" minutes and seconds."""
    parts = [int(p) for p in figure.split(":")]
    seconds = sum(p * 60 ** i for i, p in enumerate(reversed(parts)))
    scan.add(Draft(start, end, "duration", float(seconds), unit="second", dimension=TIME, step=1.0))


def _military(scan: Scan, hit: re.Match[str]) -> None:
    text, (start, end) = scan.text, hit.span(1)
    zone, _ = _zone(scan, hit.end())
    if not scan.free(start, end):
        return
    if zone and not zone.isupper() and text[end:end + 1] == ",":
        zone = None  # "in 1986, Central Bureau figures show"
    before = text[max(0, start - 30):start]
    if not (zone or hit["hours"]):
        leading = hit[1][0] == "0" and int(hit[1][2:]) < 60 and not text[end:end + 1].isalnum()
        if not (_STRONG_AT.search(before) and leading) and not (before.endswith(" at ") and _DAY_AFTER.match(text, end)):
            return
    minutes, good, _ = _minutes(f"{hit[1][:2]}:{hit[1][2:]}", None)
    if hit["hours"] and hit[1][0] != "0" and not zone and not _STRONG_AT.search(before) and (hit["hours"] != "hrs" or not good):
        return
    if hit["hours"] and zone is None and re.search(r"\b(?:for|about|over|than|nearly)\s+\Z", before) and hit[1][0] != "0":
        return
    _add(scan, start, end, minutes, None, "minute", good, zone)


def _worded(scan: Scan, hit: re.Match[str]) -> None:
    hour = cardinal(hit["h"]) or 99
    part = {"half": 30, "quarter": 15}.get(hit["part"].lower()) or cardinal(hit["part"]) or 0
    if hour > 12 or (hit["way"].lower() == "to" and (part != 15 or scan.text[hit.start() - 2:hit.start()] == "a ")):
        return
    minutes = hour % 12 * 60 + (part if hit["way"].lower() == "past" else -part)
    _add(scan, hit.start(), hit.end(), float(minutes % 720), None, "minute", True)


def _noon(scan: Scan, hit: re.Match[str]) -> None:
    text, word = scan.text, hit[1]
    capital = word[0].isupper() and not word.isupper() and (
        _NAMED.search(text, max(0, hit.start() - 20), hit.start()) or re.match(r"\s[A-Z]", text[hit.end(1):hit.end(1) + 2]))
    if capital or re.match(r"-?[a-z]|\s(?:feast|meal|snack|sun|oil|blue|mass|train|express|"
                           r"oil)\b", text[hit.end(1):hit.end(1) + 8]):
        return
    minutes = 0.0 if word.lower() == "midnight" else 720.0
    if minutes == 0 and re.search(r"\b(?:until|till|to|and|by|before)\s+\Z", text[max(0, hit.start() - 8):hit.start()]):
        minutes = 1440.0
    scan.cues.append(CueDraft(hit.start(1), hit.end(1), "noon", minutes))
    _add(scan, hit.start(), hit.end(1), minutes, None, "minute", True)


def _add(scan: Scan, start: int, end: int, minutes: float, half: str | None, grain: str, good: bool,
         zone: str | None = None) -> None:
    """With no half said by figure or zone a time up to 12 keeps half None: it may be either."""
    text = scan.text
    said, after = _zone(scan, end)
    if not half and minutes < 720 and grain != "second" and (part := _DAY_HALF.match(text, end)):
        word = next(w for w in part.groups() if w).lower()
        half = "am" if word == "morning" or (word == "night" and minutes < 300) else "pm"
        minutes += 720 if half == "pm" else 0
    moment = Moment(minutes=minutes, half=half, zone=zone or said, possible=good, grain=grain,
                    next_day=bool(_NEXT.match(text, after)))
    scan.add(Draft(start, end, "clock", round(minutes, 4), dimension=CLOCK, moment=moment,
                   fixed=Interval.point(minutes) if good else None))
