"""Shares said as fractions: "two-thirds", "half of", "one in five", "seven out of ten"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.around import one_of, open_figures
from ..digits.figures import Figure
from ..scan import Draft, Scan
from .compound import figure_at
from .unitwords import unit_after

_IN = re.compile(r"(?:\s+(?:[a-z]+\s+)?(?P<o>out\s+of)|\s+in)\s+(?:every\s+|each\s+)?(?=[\w])", re.I)
_TO_ONE = re.compile(r"(?:-to-|:)(?P<n>\d{1,3}|one)\b(?![:\d-])")
_TELLS = re.compile(r"\s+(?:for|at|on|who|and|or|was|is|said|has|had|came)\b")
#: a move of a price in fractions: "rose 7/8 to 24-3/4", "closed at 76-1/8, up 5/8"
_MOVED = re.compile(r"\b(?:up|down|off|by|rose|fell|gain(?:ed|ing)|lost|losing|add(?:ed|ing)|shed(?:ding)?|drop(?:ped|ping)|"
                    r"slip(?:ped|ping)|eas(?:ed|ing)|firm(?:ed|ing)|"
                    r"advanc(?:ed|ing)|clim(?:bed|bing)|jump(?:ed|ing)|dipp?(?:ed|ing)|declin(?:ed|ing)|slid|sliding|"
                    r"edged\s(?:up|down))\s(?:only\s|just\s|another\s|a\s)?\Z")
_STOOD = re.compile(r"\b(?:was|were|is)\s(?:up|down|off)\s\Z")
_PRICE_AFTER = re.compile(r"\s(?:to|at)\s\d{1,3}(?:[\s,.;]|-\d)|\s(?:lower|higher)\b")
_PRICE_BEFORE = re.compile(r"\d-\d{1,2}/\d{1,2},?\s[a-z ]{0,12}\Z")
#: what was made of what was tried: "20-of-24 passing"
_TRIED = re.compile(r"(\d(?<![\w.,:/–-]\d)\d{0,2})-(?:of|(?<=\b(?:went|goes) \d-)for)-(\d{1,3})(?![\w%]|[.,:/]\d|-)")
_TENS = (3, 4, 5, 8, 10, 20, 100, 1000)


@dataclass(frozen=True, slots=True)
class _Context:
    after: re.Pattern[str]
    hedged: re.Pattern[str]
    which: re.Pattern[str]
    ranked: re.Pattern[str]
    no_share: re.Pattern[str]


@lru_cache(maxsize=8)
def _context(lexicon: Lexicon) -> _Context:
    def made(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.I)

    return _Context(
        made(rf"[\s,]*{one_of(lexicon, 'after_fraction')}|\s*[.,;:)!?–—]|\s*\(\d|\s*\Z"),
        made(rf"{one_of(lexicon, 'before_fraction')}\s+\Z"),
        made(rf"{one_of(lexicon, 'which_half')}[\s-]+"
             r"(?:(?!only|nearly|almost|about|over|just|than|around|roughly|some|at|is|was)[a-z]+\s+)?\Z"),
        made(rf"\s+{one_of(lexicon, 'after_a_third')}"),
        made(rf"-(?!and\b)[a-z]|[\s-](?:{one_of(lexicon, 'half_of_what')}|an?\s)|\s+of\s+(?:an?\s+)?(?:19|20)\d\d"),
    )


def find(scan: Scan) -> None:
    """Claim ratios; ``value`` is the ratio as a plain number, 0.2 for one in five."""
    text = scan.text
    for figure in open_figures(scan):
        if figure.glued:
            continue
        if figure.fraction:
            if not figure.worded and "/" in text[figure.start : figure.end] and _is_move(text, figure):
                part = 1 / int(text[figure.start : figure.end].split("/")[1])
                scan.add(Draft(figure.start, figure.end, "count", figure.value, step=part))
            elif _stands_alone(text, figure, _context(scan.lexicon)):
                scan.add(_ratio(figure.start, figure.end, figure.value, figure.worded, 0.0 if figure.worded else figure.value))
            continue
        found = _n_in_m(scan, figure) or _to_one(text, figure)
        if found is not None:
            value, end = found
            scan.add(_ratio(figure.start, end, value, figure.worded, 0.0))


def _is_move(text: str, figure: Figure) -> bool:
    before = text[max(figure.start - 30, 0) : figure.start]
    if _STOOD.search(before) is not None:
        return True
    return _MOVED.search(before) is not None and (
        _PRICE_AFTER.match(text, figure.end) is not None or _PRICE_BEFORE.search(before) is not None)


def find_tries(scan: Scan) -> None:
    """Claim "20-of-24" and "3-for-4", before they are taken for codes."""
    for m in _TRIED.finditer(scan.text):
        if int(m[2]) > 1:
            scan.add(_ratio(m.start(), m.end(), int(m[1]) / int(m[2]), False, 0.0))


def _ratio(start: int, end: int, value: float, worded: bool, step: float) -> Draft:
    return Draft(start, end, "ratio", value, step=step, worded=worded)


def _n_in_m(scan: Scan, figure: Figure) -> tuple[float, int] | None:
    text = scan.text
    if text[figure.end : figure.end + 1] != " ":
        return None
    m = _IN.match(text, figure.end)
    whole = figure_at(text, m.end()) if m is not None else None
    if m is None or whole is None or whole.fraction or not scan.free(whole.start, whole.end):
        return None
    top, bottom = figure.value, whole.value
    if not 0 < top < bottom or top != int(top) or bottom != int(bottom):
        return None
    if (text[whole.end : whole.end + 1] in "-%" and text[whole.end : whole.end + 1]) or unit_after(
        text, whole, scan.lexicon
    ) is not None:
        return None
    few = bottom in _TENS or bottom % 100 == 0
    if m["o"]:
        if top > 1 and bottom not in (3, 4, 5, 10, 100, 1000):
            return None
    elif not (top == 1 or (few and top < 10) or bottom in (10, 100, 1000)):
        return None
    return top / bottom, whole.end


def _to_one(text: str, figure: Figure) -> tuple[float, int] | None:
    """As in "10-to-one", "3:1": how many for each one."""
    m = _TO_ONE.match(text, figure.end)
    if (
        m is None
        or (m["n"] not in ("1", "one"))
        or (m.group()[0] == ":" and not re.search(r"\bratio\b|\bodds\b", text[max(0, figure.start - 40) : m.end() + 20]))
    ):
        return None
    return figure.value, m.end()


def _stands_alone(text: str, figure: Figure, context: _Context) -> bool:
    """Whether a fraction is a share of something, not "the first half" or "a third man"."""
    before, after = text[max(figure.start - 30, 0) : figure.start], text[figure.end : figure.end + 24]
    surface = text[figure.start : figure.end].lower()
    if not figure.worded:
        return before[-1:] not in ("/", "-")
    if context.no_share.match(after) or context.which.search(before):
        return False
    plain = surface in ("half", "a half")
    if not plain and not surface.startswith(("a ", "an ")):
        return True
    hedged = context.hedged.search(before) is not None or before.endswith(", or ")
    if not plain and not surface.endswith("quarter"):
        # "a third", "a fifth": as often a rank ("a third said no")
        return context.ranked.match(after) is not None or (hedged and re.match(r"\s+[a-z]", after) is None)
    if context.after.match(after):
        return plain or hedged or _TELLS.match(after) is None
    return hedged and re.match(r"\s+[a-z]+(?:s|ed)\b" if plain else r"\s*[^\sa-z]", after) is not None
