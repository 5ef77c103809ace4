"""Figures printed wrong: "1,0000", "12,34,5", "£63,70", "6.5.8 million", "10, 000"."""

from __future__ import annotations

import re
from itertools import pairwise

from ..calendar.months import calendar_names
from ..scan import CueDraft, Scan

_FIGURE = re.compile(r"\d(?<![\d.,]\d)(?:[\d.]{0,29},[\d,.]{0,39}\d(?!\d)|\d{0,11}(?:\.\d{1,12}){2,6}(?!\d)|\d{0,2}, 000\b|"
                     r"\d{0,2} ,\d{3}\b|\d{0,11}\.\.\d{1,6}(?![\d.]))")
_GOOD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,3}\Z|\d{1,3}(?:\.\d{3}){2,}\Z")
_AMOUNT_AFTER = re.compile(r"\s?(?:%|percent\b|per cent\b|mln\b|bln\b|pct\b|million\b|billion\b|trillion\b|bn\b|m\b|"
                           r"[a-z]+s\b|euros?\b|km\b|kg\b)")
_MONEY = frozenset("$£€¥")


def find(scan: Scan) -> None:
    """Add a malformed cue (value 0) over the whole figure with its currency sign, and claim it: what it means is a guess."""
    text = scan.text
    indian = bool(scan.lexicon.table("formats")["indian_groups"])
    for hit in _FIGURE.finditer(text):
        start, end = hit.span()
        if not scan.free(start, end):
            continue
        before, after = text[max(0, start - 1):start], text[end:end + 1]
        if before and (before.isalnum() or (before in "-–/:.,_#°(" and before != "(") or after in ("-", "–", "/", ":", "°", "_")):
            continue
        if after.isalpha() and not _AMOUNT_AFTER.match(text, end):
            continue
        money = before in _MONEY and bool(before)
        if _is_malformed(text, start, end, hit.group(), money, indian, calendar_names(scan.lexicon).month):
            first = start - 1 if money else start
            scan.cues.append(CueDraft(first, end, "malformed", 0.0))
            scan.block(start, end)


def _is_malformed(text: str, start: int, end: int, figure: str, money: bool, indian: bool, month: re.Pattern[str]) -> bool:
    if " " in figure:
        return figure.endswith(" 000") or " ," in figure
    if _GOOD.match(figure) or (indian and _INDIAN.match(figure)):
        return False
    amount = money or bool(_AMOUNT_AFTER.match(text, end))
    if ".." in figure:  # "387..3 mln"
        return amount
    if _EUROPEAN.match(figure):
        return True
    if "," not in figure:
        return amount and not re.match(r"\s?m\b", text[end:end + 3])
    if ",," in figure or ",." in figure or ".," in figure:
        return True
    groups = figure.split(",")
    if month.search(text, max(0, start - 12), start) and len(groups[0]) <= 2:
        return False
    whole = [g.partition(".")[0] for g in groups]
    if _is_list(whole) and not money:
        return False
    if len(groups) == 2 and len(whole[1]) == 1:
        # "1,5" is a list or a decimal comma: only an amount tells
        return amount and len(whole[0]) <= 3
    return len(figure) <= 30


def _is_list(groups: list[str]) -> bool:
    """Figures in a row without a space after the comma: "1,2,3", "9,10,11", "2014,2015"."""
    values = [int(g) for g in groups if g]
    if len(values) != len(groups):
        return False
    years = all(len(g) == 4 and g[0] in "12" for g in groups)
    rising = all(a < b for a, b in pairwise(values))
    steps = rising and all(b - a == 1 for a, b in pairwise(values))
    short = len(groups) >= 3 and all(len(g) <= 2 for g in groups)
    return years or steps or (short and (rising or all(len(g) == 1 for g in groups)))
