"""Whether one figure is a slip of the finger or the ear away from another."""

from __future__ import annotations

import re

from ..numbers.mention import Mention

#: digit slips prove something from so many digits on (zeros at the end not counted); turned digits from two on
_DIGITS = 3
_FACTORS = (10.0, 100.0)
_SCALE_WORD = re.compile(r"(?:million|billion|trillion|thousand|bn|mn|tn|\d\s?[mbk])(?![a-z])", re.I)
_LONGEST = 15


def misprint(a: Mention, b: Mention) -> str | None:
    """The slip that turns one figure into the other, or None. Both stand in the same unit; ranges are never compared."""
    if a.value is None or b.value is None or a.value2 is not None or b.value2 is not None:
        return None
    high, low = max(abs(a.value), abs(b.value)), min(abs(a.value), abs(b.value))
    if low <= 0 or high == low or a.unit != b.unit:
        return None
    one, two = _figure(low), _figure(high)
    if not one or not two:
        return None
    return _scaled(a, b, high / low, one) or _teen(low, high) or _digits(one, two)


def _figure(value: float) -> str:
    text = f"{value:.12g}"
    return "" if "e" in text or len(text) > _LONGEST else text


def _scaled(a: Mention, b: Mention, factor: float, figure: str) -> str | None:
    said = figure.replace(".", "").strip("0")
    for size in (1e3, 1e6):
        if abs(factor / size - 1) < 1e-9 and (_SCALE_WORD.search(a.text) or _SCALE_WORD.search(b.text)):
            return "a scale word"
    if len(said) >= 2 and any(abs(factor / size - 1) < 1e-9 for size in _FACTORS):
        return "a zero"
    return None


def _teen(low: float, high: float) -> str | None:
    """Seventeen and seventy."""
    return "teen for ty" if low == int(low) and 13 <= low <= 19 and high == (low - 10) * 10 else None


def _digits(one: str, two: str) -> str | None:
    point = one.find("."), two.find(".")
    a, b = one.replace(".", ""), two.replace(".", "")
    said = max(len(a.rstrip("0")), len(b.rstrip("0")))
    if len(a) == len(b) and point[0] == point[1]:
        off = [i for i in range(len(a)) if a[i] != b[i]]
        if len(off) == 2 and off[1] == off[0] + 1 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]]:
            return "turned digits"
        return "one digit" if len(off) == 1 and said >= _DIGITS else None
    if said >= _DIGITS and len(b) == len(a) + 1 and point == (-1, -1) and any(b[:i] + b[i + 1:] == a for i in range(len(b))):
        return "a digit more"
    return None
