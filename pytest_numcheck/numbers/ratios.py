"""Shares said as fractions: "two-thirds", "half of", "one in five", "seven out of ten"."""

from __future__ import annotations

import re

from .around import open_figures
from .compound import figure_at
from .figures import Figure
from .scan import Draft, Scan
from .unitwords import unit_after

_IN = re.compile(r"(?:\s+(?:[a-z]+\s+)?(?P<o>out\s+of)|\s+in)\s+(?:every\s+|each\s+)?(?=[\w])", re.I)
_TO_ONE = re.compile(r"(?:-to-|:)(?P<n>\d{1,3}|one)\b(?![:\d-])")
_TENS = (3, 4, 5, 8, 10, 20, 100, 1000)
_SHARE_AFTER = re.compile(
    r"[\s,]*(?:\bof\b|\bthe\b|\bits\b|\btheir\b|\bhis\b|\bher\b|\bour\b|\bmy\b|\bthat\b|\bas\b|\bmore\b|\bfewer\b|\bless\b|\bhigher\b|\blower\b|\blarger\b|\bsmaller\b|\bbigger\b|\bfaster\b"
    r"|\b(?:is|are|was|were|have|has|had|said|say|says|did|do|live|lived|think|thought|believe|believed|would|will|came|come|went|go|admit|admitted|voted|want|wanted|from|since|in|by|off|to|between|over|on|at|for|when|while|and|or|who|now|this|those)\b)|\s*[.,;:)!?–—]|\s*\Z",
    re.I)
_HEDGED = re.compile(r"\b(?:than|over|nearly|almost|about|around|roughly|just|under|by|only|least|approximately|some|in|to|up to|as much as|as many as|remaining|last|top|bottom|richest|poorest)\s+\Z", re.I)
_OTHER_HALF = re.compile(r"\b(?:first|second|last|opening|latter|other|better|closing|third|next|per|every|this|that)[\s-]+(?:[a-z]+\s+)?\Z", re.I)
_NOT_SHARE = re.compile(r"-(?!and\b)[a-z]|[\s-](?:time|price|term|marathon|brother|sister|mast|century|day|way|back|an?\s|past|yearly|year|hour|dozen|dollar|penny|mile)\b|\s+(?:of\s+(?:an?\s+)?(?:19|20)\d\d)", re.I)


def find(scan: Scan) -> None:
    """Claim ratios; ``value`` is the ratio as a plain number, 0.2 for one in five."""
    text = scan.text
    for figure in open_figures(scan):
        if figure.glued:
            continue
        if figure.fraction:
            if _stands_alone(text, figure):
                scan.add(_ratio(figure.start, figure.end, figure.value, figure.worded, 0.0 if figure.worded else figure.value))
            continue
        found = _n_in_m(scan, figure) or _to_one(text, figure)
        if found is not None:
            value, end = found
            scan.add(_ratio(figure.start, end, value, figure.worded, 0.0))


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
    if text[whole.end : whole.end + 1] in "-%" and text[whole.end : whole.end + 1] or unit_after(text, whole, scan.lexicon) is not None:
        return None
    few = bottom in _TENS or bottom % 100 == 0
    if m["o"]:
        if top > 1 and not (bottom in (3, 4, 5, 10, 100, 1000)):
            return None
    elif not (top == 1 or (few and top < 10) or bottom in (10, 100, 1000)):
        return None
    return top / bottom, whole.end


def _to_one(text: str, figure: Figure) -> tuple[float, int] | None:
    """"10-to-one", "3:1": how many for each one."""
    m = _TO_ONE.match(text, figure.end)
    if m is None or (m["n"] not in ("1", "one")) or (m.group()[0] == ":" and not re.search(r"\bratio\b|\bodds\b", text[max(0, figure.start - 40) : m.end() + 20])):
        return None
    return figure.value, m.end()


def _stands_alone(text: str, figure: Figure) -> bool:
    """Whether a fraction is a share of something, not "the first half" or "a third man"."""
    before = text[max(figure.start - 30, 0) : figure.start]
    after = text[figure.end : figure.end + 24]
    surface = text[figure.start : figure.end].lower()
    if not figure.worded:
        return before[-1:] not in "/-" if before else True
    if _NOT_SHARE.match(after):
        return False
    plain = surface in ("half", "a half")
    if _OTHER_HALF.search(before):
        return False
    if not plain and not surface.startswith(("a ", "an ")):
        return True
    hedged = _HEDGED.search(before) is not None
    if not plain and not surface.endswith("quarter"):
        # "a third", "a fifth": as often a rank ("a third said no")
        return re.match(r"\s+(?:of|more|fewer|less|higher|lower|larger|smaller|bigger|faster|are|were|have|say|as)\b", after) is not None or (
            hedged and re.match(r"\s+[a-z]", after) is None)
    if _SHARE_AFTER.match(after):
        return plain or hedged or re.match(r"\s+(?:for|at|on|who|and|or|was|is|said|has|had|came)\b", after) is None
    return hedged and re.match(r"\s+[a-z]+s\b" if plain else r"\s*[^\sa-z]", after) is not None
