"""Figures: every number in digits or words, found once, whatever it turns out to count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...base.lexicon import default_lexicon
from .magnitudes import magnitude_at
from .wordnumbers import WordRun, parse_run


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: ``text[start:end]`` is its digits or words with their magnitude ("2.4 million"), no sign and no unit.

    ``step`` is the size of the last place given ("2.4 million": 100,000), None where it is all words; ``grain`` the same
    with a value for words too.
    """

    start: int
    end: int
    value: float
    step: float | None
    worded: bool
    grain: float = 1.0
    #: what the magnitude words multiply by
    magnitude: float = 1.0
    #: letters touch it on the left ("US$"-less codes, "GBP738")
    glued: bool = False
    #: a simple fraction that stands alone ("two-thirds", "half", "1/4")
    fraction: bool = False


_DIGITS = r"(?:(?<![\w.,])\.)?\d(?:[\d,.]*\d)?"
#: spaces between the groups of three: two of them always, one before a unit or a currency
_GROUPS = re.compile(
    r"(?<![\w.,$£€-])(?<!\d )\d{1,3}(?: \d{3})+(?!\d|[.,/:-]\d| \d)"
    r"(?=\s?(?:€|%|euros?\b|km\b|kg\b|kilomet|metres?\b|meters?\b|tonnes?\b|roubles?\b|rubles?\b|francs?\b|kron|hectares?\b|zlot|MW\b))"
    r"|(?<![\w.,-])(?<!\d )\d{1,3}(?: \d{3}){2,4}(?!\d|[.,/:-]\d| \d)"
)
_POWER = re.compile(r"\^(-?\d{1,2})(?![\d^])|\s?[x×]\s?10\^(-?\d{1,2})(?![\d^])")
_GOOD = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)?(\.\d+)?\Z")
_MIXED = re.compile(r"[\s-](\d{1,2})\s?/\s?(\d{1,2})(?![\d/])|\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SLASH = re.compile(r"/(\d{1,2})(?![\d/]|[.,]\d|\s?/)")
_HALF = re.compile(r"(?:\s+and\s+|-and-)(?:(a\s+|a-)?(half|quarter)|(three[\s-]quarters))\b(?!-)", re.I)
_DENOMINATORS = {2, 3, 4, 5, 6, 8, 10, 16, 32}
_MAX_DIGITS = 30


@cache
def _scanner() -> re.Pattern[str]:
    table = default_lexicon().table("number-words")
    magnitudes = [w for w in default_lexicon().table("magnitudes")["words"] if not w.endswith("s")]
    fractions = "|".join(sorted(table["fractions"], key=len, reverse=True))
    starts = "|".join(sorted([*table["units"], *table["tens"]], key=len, reverse=True))
    anywhere = "|".join(sorted([*table["units"], *table["tens"], *magnitudes, *table["fractions"]], key=len, reverse=True))
    characters = "".join(table["characters"])
    # A run begins with a number word, "half", or a/an before a magnitude or a fraction; more words may follow.
    big = "|".join(magnitudes)
    after_article = rf"an?[\s-](?:half[\s-]|quarter[\s-])?(?:(?:of\s+a\s+)?(?:{big})|{fractions})"
    word = rf"(?:{starts}|half|quarter(?=[\s-](?:of\s+an?\s+)?(?:{big})\b)|{after_article})\b"
    more = rf"(?:[\s-]+(?:and[\s-]+|point[\s-]+)?(?:of\s+)?(?:an?[\s-]+)?(?:{anywhere})\b){{0,30}}"
    return re.compile(rf"(?P<d>{_DIGITS})|(?P<c>[{characters}])|(?<![\w'’])(?P<w>{word}{more})", re.I)


@lru_cache(maxsize=8)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures of ``text`` by position; runs of more than 30 digits and malformed groups are none."""
    found: list[Figure] = []
    done = 0
    for m in _scanner().finditer(text):
        if m.start() < done:
            continue
        if m.lastgroup == "w":
            for run in parse_run(text, m.start(), m.end()):
                figure = _worded(text, run)
                found.append(figure)
                done = figure.end
            continue
        figure_or_none = _digits(text, m.start(), m.end()) if m.lastgroup == "d" else _character(text, m.start())
        if figure_or_none is not None:
            found.append(figure_or_none)
            done = figure_or_none.end
        else:
            done = m.end()
    return tuple(found)


def _character(text: str, start: int) -> Figure:
    value = _characters()[text[start]]
    factor, end = magnitude_at(text, start + 1, start)
    return Figure(start, end, value * factor, value * factor, False, value * factor, factor, fraction=factor == 1.0)


@cache
def _characters() -> dict[str, float]:
    return dict(default_lexicon().table("number-words")["characters"])


def _digits(text: str, start: int, end: int) -> Figure | None:
    surface = text[start:end]
    groups = _GROUPS.match(text, start)
    if groups is not None:
        surface, end = groups.group().replace(" ", ""), groups.end()
    whole = _GOOD.match(surface)
    if whole is None or len(surface) > _MAX_DIGITS:
        return None
    decimals = len(whole[2]) - 1 if whole[2] else 0
    value, step = float(surface.replace(",", "")), 10.0**-decimals
    glued = start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_")
    fraction = False
    if decimals in (0, 2) and (mixed := _MIXED.match(text, end)) is not None and (
        not decimals or text[end] == "-" or text[start - 1 : start] in ("$", "£")
    ):
        part = _characters()[mixed[3]] if mixed[3] else _simple(float(mixed[1]), int(mixed[2]))
        if part is not None:
            part *= step  # "2.86-1/2" has a fraction of its last place
            value, step, end = value + part, step / int(mixed[2]) if mixed[2] else part, mixed.end()
    elif (power := _POWER.match(text, end)) is not None and (power[2] or value == 10):
        exponent = int(power[1] or power[2])
        size = 10.0 ** (exponent - 1 if power[1] else exponent)
        value, step, end = value * size, step * size, power.end()
    elif not decimals and (slash := _SLASH.match(text, end)) is not None and text[start - 1 : start] != "/":
        part = _simple(value, int(slash[1]))
        if part is not None:
            value, step, end, fraction = part, part, slash.end(), True
    half = _HALF.match(text, end)
    if half is not None and not decimals and value < 1000:
        part = 0.75 if half[3] else 0.5 if half[2].lower() == "half" else 0.25
        value, step, end = value + part, part, half.end()
    factor, end = magnitude_at(text, end, start)
    return Figure(start, end, value * factor, step * factor, False, step * factor, factor, glued, fraction and factor == 1.0)


def _simple(top: float, bottom: int) -> float | None:
    return top / bottom if bottom in _DENOMINATORS and 0 < top < bottom else None


def _worded(text: str, run: WordRun) -> Figure:
    end, value, grain, magnitude = run.end, run.value, run.grain, run.magnitude
    if not run.fraction and magnitude == 1.0:
        factor, end = magnitude_at(text, end, run.start)
        value, grain, magnitude = value * factor, grain * factor, factor
    return Figure(run.start, end, value, None, True, grain, magnitude, fraction=run.fraction)
