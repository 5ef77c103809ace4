"""Whether one figure is a slip of the finger or the ear away from another."""

from __future__ import annotations

import re

from ..numbers.mention import Mention

#: digit slips prove something from so many digits on (zeros at the end not counted); turned digits from two on
_DIGITS = 3
_FACTORS = (10.0, 100.0)
_SCALE_WORD = re.compile(r"(?:million|billion|trillion|thousand|bn|mn|tn|\d\s?[mbk])(?![a-z])", re.I)
_LONGEST = 15
#: slips that chance seldom makes
STRONG = frozenset(["turned digits", "a digit more", "a zero", "a scale word", "teen for ty", "a unit"])


def misprint(a: Mention, b: Mention) -> str | None:
    """The slip that turns one figure into the other, or None. Both stand in the same unit; ranges are never compared."""
    if a.value is None or b.value is None or a.value2 is not None or b.value2 is not None:
        return None
    high, low = max(abs(a.value), abs(b.value)), min(abs(a.value), abs(b.value))
    if a.unit != b.unit:
        return _unit(a, b)
    if low <= 0 or high == low:
        return None
    one, two = _figure(low), _figure(high)
    if not one or not two:
        return None
    slip = _scaled(a, b, high / low, one) or _teen(low, high)
    if "." in a.text + b.text:
        one, two = _alike_long(*((a, b) if abs(a.value) < abs(b.value) else (b, a)), one, two)
    return slip or (_digits(one, two) if _magnitude(a) == _magnitude(b) else None)


def _alike_long(a: Mention, b: Mention, one: str, two: str) -> tuple[str, str]:
    """Both figures with as many decimals as the longer has in print: "14.0" beside "10.4"."""
    said = [m.text.partition(".")[2] for m in (a, b)]
    places = max(len(t) - len(t.lstrip("0123456789")) for t in said)
    if _magnitude(a) or _magnitude(b) or not 0 < places < _DIGITS:
        return one, two
    return f"{abs(a.value or 0):.{places}f}", f"{abs(b.value or 0):.{places}f}"


def _magnitude(m: Mention) -> str:
    found = _SCALE_WORD.search(m.text)
    return found[0].lower().lstrip("0123456789 ")[:1] if found else ""


def _unit(a: Mention, b: Mention) -> str | None:
    """80 mg and 80 g: one figure in units a thousand apart."""
    if a.value != b.value or a.dimension != b.dimension or a.shift or b.shift or len(_figure(abs(a.value or 0)).strip("0.")) < 1:
        return None
    factor = max(a.scale, b.scale) / min(a.scale, b.scale)
    return "a unit" if any(abs(factor / size - 1) < 1e-6 for size in (1e3, 1e6)) and (a.value or 0) >= 10 else None


def _figure(value: float) -> str:
    text = f"{value:.12g}"
    return "" if "e" in text or len(text) > _LONGEST else text


def _scaled(a: Mention, b: Mention, factor: float, figure: str) -> str | None:
    said = figure.replace(".", "").strip("0")
    for size in (1e3, 1e6):
        if abs(factor / size - 1) < 1e-9 and (_SCALE_WORD.search(a.text) or _SCALE_WORD.search(b.text)):
            return "a scale word"
    if any(abs(factor / size - 1) < 1e-9 for size in _FACTORS):
        return "a zero" if len(said) >= 2 else "a round zero"
    return None


def _teen(low: float, high: float) -> str | None:
    """Seventeen and seventy, 17 million and 70 million; seven and seventeen."""
    for size in (1e9, 1e6, 1e3):
        if low % size == 0 and high % size == 0:
            low, high = low / size, high / size
            break
    if low == int(low) and 13 <= low <= 19 and high == (low - 10) * 10:
        return "teen for ty"
    return "a teen more" if low == int(low) and 3 <= low <= 9 and high == low + 10 else None


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
