"""Pounds: of money or of mass, by what the words near them speak of."""

from __future__ import annotations

import re

from ..digits.figures import Figure
from ..scan import Scan
from .currencies import Currencies


def is_sterling(scan: Scan, figure: Figure, end: int, table: Currencies) -> bool:
    """Whether these "pounds" are money: by what the words near them speak of, else by the size of the sum."""
    text = scan.text
    if text.startswith((" per square inch", " of thrust"), end):
        return False
    if text[figure.end] == "-" and table.heavy.match(text, end) is not None:
        return False
    sentence = scan.article.sentence_at(figure.start)
    before, after = text[max(sentence.start, figure.start - 60) : figure.start], text[end : min(sentence.end, end + 50)]
    mass, money = _nearest(table.mass, before, after), _nearest(table.money, before, after)
    if mass != money:
        return money < mass
    return figure.magnitude >= 1e6 or "£" in text


def _nearest(words: re.Pattern[str], before: str, after: str) -> int:
    """How far the nearest of ``words`` stands from the amount; 999 if there is none."""
    left = [len(before) - m.end() for m in words.finditer(before)]
    right = words.search(after)
    return min([*left, right.start() if right is not None else 999, 999])
