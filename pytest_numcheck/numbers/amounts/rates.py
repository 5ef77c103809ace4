"""Rates: "$75 a barrel", "12,000 soldiers every day", "18.9 deaths per 100,000 people per year"."""

from __future__ import annotations

import re
from itertools import pairwise

from ..clause.nouns import nouns
from ..dimension import SPEED
from ..labels.line import Line
from ..scan import Draft, Scan
from . import quantulum
from .denominators import Denominator, denominators
from .ranges import BACK, ENDS
from .units import UnknownUnit, loose_unit_info, unit_info

_SOON = re.compile(
    r"[^.;:(!?\"]{0,70}?"
    r"(?:[\s-](?:per|a|an|each|every|to\s+the|annually|daily|monthly|weekly|hourly|yearly|nightly)\b|/)",
    re.I,
)
#: an elided rate is of its like: so many times more or less at most
_APART = 30.0
#: "3,200 tonnes of cane a day", "$2 million in fees a year": an amount that is also told to be per day
_OF_STUFF = re.compile(r"\s(?:worth\s)?(?:of|in)\s(?!(?:the|a|an|its|his|her|their|which|every|each|per)\s)"
                       r"[a-z][a-z-]*(?:\s(?!(?:in|for|over|within|at|by|on|from|to|during|after|and"
                       r"|or)\s)[a-z][a-z-]*)??(?=\s(?:an?|per|each|every)\s(?:second|minute|hour|day|night|week|month"
                       r"|quarter|season|year)\b|\s(?:daily|annually|weekly|monthly)\b)")
#: "90 trucks cross the bridge every day": what things do between their number and how often
_EVERY = re.compile(r"(?:\s(?!(?:and|or|but|who|which|that|when|while|because|if|as|than|for|in|once|twice)\s)"
                    r"[a-z][a-z'-]*){1,6}?"
                    r"(?=\s(?:every|each)\s(?:second|minute|hour|day|night|week|month|quarter|season|year)\b)")
_RATED = frozenset(
    [
        "count",
        "money",
        "percent",
        "duration",
        "length",
        "area",
        "volume",
        "mass",
        "energy",
        "power",
        "data",
        "angle",
        "measure",
        "percent-point",
    ]
)


def extend(scan: Scan) -> None:
    """Turn amounts with a denominator into rates, in place; a length over a time stays a speed."""
    text, gone = scan.text, set[int]()
    drafts = scan.drafts
    for i, draft in enumerate(drafts):
        if i in gone or draft.kind not in _RATED or draft.value is None or _SOON.match(text, draft.end) is None:
            continue
        if draft.kind == "money" and text.startswith(" to the", draft.end):
            continue  # "14.20 rand to the pound"
        found, noun = denominators(scan, draft.end), None
        if not found and draft.kind not in ("count", "percent", "percent-point", "duration"):
            stuff = _OF_STUFF.match(text, draft.end)
            told = denominators(scan, stuff.end()) if stuff is not None else []
            if told:
                draft.per, draft.per_amount = told[0].name, told[0].amount  # it stays an amount: the rate is said of the stuff
                continue
        if not found and draft.kind == "count":
            noun = _counted(scan, draft)
            if noun is not None:
                found = denominators(scan, noun[0])
                if not found:
                    _told_every(scan, draft, noun[0])
        if not found or any(d.amount < 1 for d in found):
            continue
        if noun is not None:
            draft.noun, draft.head = noun[1], noun[2]
        _make(draft, found)
        draft.end = found[-1].end
        gone.update(j for j in range(i + 1, min(i + 6, len(drafts))) if drafts[j].start < draft.end)
        scan.block(draft.start, draft.end)
    if gone:
        scan.drafts[:] = [d for j, d in enumerate(drafts) if j not in gone]
    for a, b in pairwise(scan.drafts):
        if a.kind == "rate" and b.kind in ("count", "money", "mass", "volume") and b.start - a.end < 30:
            _elide(text, a, b)


def _told_every(scan: Scan, draft: Draft, end: int) -> None:
    """A number of things that stays one, told to be per time: "400 boxes of apples an hour", "90 trucks cross every day"."""
    stuff = _OF_STUFF.match(scan.text, end) or _EVERY.match(scan.text, end)
    told = denominators(scan, stuff.end()) if stuff is not None else []
    if len(told) == 1:
        draft.per, draft.per_amount = told[0].name, told[0].amount


def _elide(text: str, a: Draft, b: Draft) -> None:
    """A denominator left out at the second number: "$402 an ounce, up from $399"."""
    top, _, bottom = (a.unit or "").partition("/")
    if b.unit is not None and b.unit != top and (b.currency is None or b.currency != a.currency):
        return
    if b.noun is not None or BACK.fullmatch(text[a.end : b.start]) is None or ENDS.match(text, b.end) is None:
        return
    if b.unit is None and a.currency is None:
        return
    unit = a.unit if b.unit in (None, top) else f"{b.unit}/{bottom}"
    info = loose_unit_info(str(unit).replace(" ", "_"))
    one, two = abs((a.value or 0.0) * a.scale), abs((b.value or 0.0) * info.scale)
    if "," in text[a.end : b.start] and not one / _APART <= two <= one * _APART:
        return  # "1.5 mln dlrs, or 26 cts a share, up from 1.1 mln dlrs"
    b.kind, b.unit, b.dimension, b.scale, b.shift, b.currency = "rate", unit, info.dimension, info.scale, info.shift, a.currency
    b.per, b.per_amount = a.per, a.per_amount


def _counted(scan: Scan, draft: Draft) -> tuple[int, str, str] | None:
    """Where the counted noun phrase ends, its words and its head."""
    sentence = scan.article.sentence_at(draft.start)
    line = Line.of(scan.text, draft.end, min(sentence.end, draft.end + 90), ())
    phrase = nouns(scan.lexicon).after(line, 0, draft.value == 1)
    return None if phrase is None else (line.ends[phrase.head], phrase.noun, phrase.lemma)


def _make(draft: Draft, found: list[Denominator]) -> None:
    top = draft.unit or draft.head or "1"
    first = found[0]
    name = top
    for d in found:
        name += f"/{d.amount:.0f}" if d.amount != 1 else ""
        name += "" if d.people and d.amount != 1 else f"/{d.name}"
    named = _asked(draft.unit, first) if len(found) == 1 and draft.unit is not None and first.amount == 1 else None
    name = named or name
    info = loose_unit_info(name.replace(" ", "_"))
    draft.unit, draft.dimension, draft.scale, draft.shift = name, info.dimension, info.scale, info.shift
    draft.kind = "speed" if info.dimension == SPEED and first.name in ("second", "minute", "hour", "millisecond") else "rate"
    draft.currency = info.currency
    draft.per, draft.per_amount = first.name, first.amount


def _asked(unit: str, denominator: Denominator) -> str | None:
    """quantulum3's name for the quotient, if it is of the dimension and size of the parts."""
    ours = f"{unit}/{denominator.name}"
    try:
        expected = unit_info(ours)
    except UnknownUnit:
        return None
    if "**" in ours or expected.currency is not None:
        return None
    answer = quantulum.unit_of(f"{unit.replace('_', ' ')}s per {denominator.name.replace('_', ' ')}")
    try:
        theirs = unit_info(answer) if answer is not None else None
    except UnknownUnit:
        return None
    if theirs is None or theirs.dimension != expected.dimension or abs(theirs.scale / expected.scale - 1) > 1e-6:
        return None
    return answer
