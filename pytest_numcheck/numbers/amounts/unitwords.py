"""The unit that stands after a figure, in words or letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ...base.lexicon import Lexicon, default_lexicon
from ..digits.figures import Figure
from . import quantulum
from .units import UnknownUnit, unit_info

_GLUED = re.compile(
    r"(?:[°º˚]\s?(?:[Cc]elsius|[Ff]ahrenheit|[CF])\b|[℃℉]|[°º˚]|[A-Za-zµμ]+(?:/[A-Za-z]+)?[23²³]?)(?![A-Za-z0-9])"
)
_TOKEN = re.compile(r"(?:\s?-\s?|\s)"
                    r"(U\.[SK]\.|[mk]\.p\.[hg]\b\.?|[A-Za-zµμ°º˚℃℉][A-Za-zµμ²³]*(?:/[A-Za-z]+)?\.?(?:[23](?!\d|[.,]\d))?)")
_BRACKET = re.compile(r"\s?[(\[{<]\s?([A-Za-zµμ°]{1,3})\s?[)\]}>]")
#: between a fraction and its unit: "half a mile", "a quarter of a mile"
OF_A = re.compile(r"(?:\s+of)?\s+an?(?=\s)|\s+of\s+(?:an?|one)(?=\s)|\s+of(?=\s(?:hours?|miles?|percent|inch)\b)", re.I)
_LETTER_ROOM = re.compile(
    r"(?:gate|seat|row|flat|apartment|unit|section|schedule|class|page|terminal|"
    r"room|block|type|grade|route|line|form|no\.?|number|figure|group)\s*\Z",
    re.I,
)
_AND_MORE = re.compile(r"-(?:plus|odd)(?=[\s-])")
_DESCRIBED = frozenset(
    ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "miles", "decades", "feet", "metres", "kilometres"]
)
_ADJECTIVE_ENDS = ("able", "ible", "ful", "less", "ous", "ive", "ing", "ed", "ic", "ical", "onal", "ary", "est", "ish")
_COMPASS = re.compile(r"\s?[NSEW]\b|\s?\d")


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit in the text: ``text[start:end]`` names pint's ``unit``. ``between``: an adjective stands before it."""

    start: int
    end: int
    unit: str
    between: bool = False
    hyphen: bool = False


@dataclass(frozen=True)
class UnitWords:
    """The allow-list: which words and letters can be units at all."""

    words: Mapping[str, str]
    short: Mapping[str, str]
    glued: Mapping[str, str]
    spaced: Mapping[str, str]
    between: frozenset[str]
    powers: Mapping[str, int]
    next: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def unit_words(lexicon: Lexicon) -> UnitWords:
    table = lexicon.table("units")
    found: dict[str, dict[str, str]] = {"words": {}, "short": {}, "glued": {}, "spaced": {}}
    following: dict[str, tuple[str, ...]] = {}
    for name, entry in table["units"].items():
        for how, surfaces in found.items():
            for surface in entry.get(how, ()):
                surfaces[surface.replace("-", " ") if how == "words" else surface] = name
        following[name] = tuple(entry.get("next", ()))
    return UnitWords(**found, between=frozenset(table["between"]), powers=dict(table["powers"]), next=following)


def unit_after(text: str, figure: Figure, lexicon: Lexicon | None = None) -> UnitAt | None:
    """The unit right after ``figure``: touching it, after a space or hyphen, or past one adjective of the list."""
    table = unit_words(lexicon or default_lexicon())
    end = figure.end
    if end >= len(text):
        return None
    c = text[end]
    if c.isalpha() or c in "°º˚℃℉":
        return _touching(text, figure, table)
    if c == "+" and not figure.worded:
        end, c = end + 1, text[end + 1 : end + 2] or "."
    elif (more := _AND_MORE.match(text, end)) is not None:
        end, c = more.end(), text[more.end()]
    if c and c in " -\n":
        found = _apart(text, end, figure, table)
        part = figure.fraction or 0 < figure.value < 1
        if found is None and part and (of := OF_A.match(text, end)) is not None:
            found = _apart(text, of.end(), figure, table)
            if found is not None and found.hyphen:
                return None
        return found
    return None


def _touching(text: str, figure: Figure, table: UnitWords) -> UnitAt | None:
    m = _GLUED.match(text, figure.end)
    if m is None or figure.worded or figure.glued:
        return None
    surface = m.group()
    if surface[0] in "°º˚" and len(surface) > 3:
        surface = text[figure.end : m.end()]
        return UnitAt(figure.end, m.end(), "degree_Celsius" if "elsius" in surface else "degree_Fahrenheit")
    unit = table.short.get(surface) or table.glued.get(surface) or table.words.get(surface)
    if unit is None and "/" in surface:
        surface = surface.split("/")[0]
        unit = table.short.get(surface) or table.glued.get(surface)
    if unit is None and surface[0] in "°º˚":
        surface = surface[0]
        unit = table.short.get(surface)
    if unit is None or (surface == "s" and figure.step == 1.0) or (surface in "CF" and _room(text, figure)):
        return None
    if unit == "degree" and _COMPASS.match(text, figure.end + 1):
        return None
    return UnitAt(figure.end, figure.end + len(surface), _checked(surface, unit))


def _room(text: str, figure: Figure) -> bool:
    """As in "Gate 4C" and a figure far from any temperature."""
    return figure.value > 5000 or _LETTER_ROOM.search(text, max(figure.start - 14, 0), figure.start) is not None


def _apart(text: str, end: int, figure: Figure, table: UnitWords) -> UnitAt | None:
    tokens: list[re.Match[str]] = []
    at = end
    while len(tokens) < 4 and (m := _TOKEN.match(text, at)) is not None:
        tokens.append(m)
        at = m.end()
    if not tokens:
        bracket = _BRACKET.match(text, end)
        unit = table.short.get(bracket[1]) if bracket else None
        return UnitAt(bracket.start(1), bracket.end(), unit) if bracket and unit else None
    found = _named(text, tokens, table, figure)
    if found is not None:
        return found
    first = tokens[0][1].lower()
    skip = 1 if first in table.between or (len(tokens) > 1 and _describes(first, tokens[1][1].lower().rstrip("."))) else 0
    if len(tokens) > 1 and f"{first} {tokens[1][1].lower()}" in table.between:
        skip = 2
    if skip and "-" not in tokens[0].group():
        found = _named(text, tokens[skip:], table, figure)
        if found is not None:
            return UnitAt(found.start, found.end, found.unit, True, found.hyphen)
    return None


def _describes(word: str, unit: str) -> bool:
    """As in "16 unforgettable years": an adjective, told by its ending, before a plural unit that it can describe."""
    return unit in _DESCRIBED and len(word) > 4 and word.endswith(_ADJECTIVE_ENDS)


def _named(text: str, tokens: list[re.Match[str]], table: UnitWords, figure: Figure) -> UnitAt | None:
    if not tokens:
        return None
    hyphen = "-" in tokens[0].group()
    raw = tokens[0][1]
    if "/" in raw and raw.rstrip(".") not in table.short:
        head = raw.split("/")[0]
        unit = table.short.get(head) or table.words.get(head.lower()) or table.spaced.get(head)
        return (
            None
            if unit is None
            else UnitAt(tokens[0].start(1), tokens[0].start(1) + len(head), _checked(head, unit), hyphen=hyphen)
        )
    if raw in table.short or raw.rstrip(".") in table.short:
        size = 0 if raw in table.short else len(raw) - len(raw.rstrip("."))
        exact = raw if raw in table.short else raw.rstrip(".")
        return UnitAt(tokens[0].start(1), tokens[0].end() - size, _checked(exact, table.short[exact]), hyphen=hyphen)
    words = [(t[1] if t[1].startswith("U.") else t[1].rstrip(".")).lower() for t in tokens]
    for n in (3, 2, 1):
        if len(tokens) < n or any(t[1].endswith(".") for t in tokens[: n - 1] if len(t[1]) > 3 and t[1][1] != "."):
            continue
        phrase = " ".join(words[:n])
        unit = table.words.get(phrase)
        if unit is None and n == 2 and words[0] in ("sq", "cu") and tokens[0][1].endswith("."):
            unit = table.words.get(f"{words[0]}. {words[1]}")
        if unit is None or not _likely(phrase, unit, hyphen, figure, text, tokens[n - 1]):
            continue
        stop = tokens[n - 1].end() - (1 if tokens[n - 1][1].endswith(".") else 0)
        return UnitAt(tokens[0].start(1), stop, _checked(phrase, unit), hyphen=hyphen)
    power = table.powers.get(words[0])
    if power is not None and len(words) > 1:
        unit = table.words.get(words[1]) or table.short.get(tokens[1][1].rstrip("."))
        if unit is not None and unit_info(unit).kind == "length":
            stop = tokens[1].end() - (1 if tokens[1][1].endswith(".") else 0)
            surface = text[tokens[0].start(1) : stop]
            return UnitAt(tokens[0].start(1), stop, _checked(surface, f"{unit}**{power}"), hyphen=hyphen)
    letter, stop = raw[:1], tokens[0].start(1) + 1
    if raw.rstrip(".") != letter or hyphen or figure.worded:
        return None
    if letter in table.spaced:
        return UnitAt(tokens[0].start(1), stop, _checked(letter, table.spaced[letter]))
    if letter in ("C", "F") and figure.value < 5000 and not text[stop : stop + 2].strip().isalnum():
        return UnitAt(tokens[0].start(1), stop, table.glued[letter])
    return None


def _likely(phrase: str, unit: str, hyphen: bool, figure: Figure, text: str, last: re.Match[str]) -> bool:
    """Words that are units only in some company."""
    after = text[last.end() : last.end() + 1]
    if phrase == "second":
        if 0 < figure.value < 1 and text[max(last.start() - 5, 0) : last.start()] == " of a":
            return True
        return (hyphen and after != "-") or (figure.value == 1 and after in (" ", ".", ",", "") and not hyphen)
    if phrase in ("cup", "cups"):
        return figure.fraction or (text.startswith(" of ", last.end()) and phrase == "cups")
    if phrase == "bit":
        return hyphen and not figure.worded
    if phrase in ("stone", "stones"):
        return phrase == "stone" and 3 <= figure.value <= 60 and not text.startswith("s", last.end())
    if phrase in ("mole", "moles"):
        return not figure.worded and text.startswith((" of ", " per "), last.end())
    if phrase in ("min", "sec"):
        return not figure.worded
    if phrase == "barrel":
        return hyphen or figure.value == 1 or figure.magnitude > 1
    return not (after == "'" and unit != "day" and phrase in ("knot", "stone"))


@cache
def _checked(surface: str, unit: str) -> str:
    """The unit that quantulum3 reads in ``surface``, if it is of our table's dimension and size; else the table's ``unit``."""
    answer = quantulum.unit_of(surface)
    if answer is None or answer == unit:
        return unit
    try:
        theirs, ours = unit_info(answer), unit_info(unit)
    except UnknownUnit:
        return unit
    same = theirs.dimension == ours.dimension and abs(theirs.scale / ours.scale - 1) < 1e-6
    return answer if same and ("**" not in answer or "**" in unit) else unit
