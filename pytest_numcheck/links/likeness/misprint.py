"""Whether one figure is a slip of the finger or the ear away from another."""

from __future__ import annotations

import re

from ...numbers.mention import Mention

#: digit slips prove something from so many digits on (zeros at the end not counted); turned digits from two on
_DIGITS = 3
_FACTORS = (10.0, 100.0)
#: what a magnitude word makes of a figure; cents are hundredths
_SIZES = (1.0, 1e3, 1e6, 1e9, 1e12, 1e5, 1e7, 0.01)
_SCALE_WORD = re.compile(r"(?:million|billion|trillion|thousand|bn|mn|tn|\d\s?[mbk])(?![a-z])", re.I)
_LONGEST = 15
#: slips that long figures show whatever their magnitude words
_LONG_ALIKE = frozenset(["turned digits", "mixed digits"])
_FIGURE, _FRACTION = re.compile(r"\d[\d,.]*"), re.compile(r"\d/\d")
#: slips that chance seldom makes
STRONG = frozenset(["turned digits", "mixed digits", "a digit more", "a zero", "a scale word", "teen for ty", "a unit"])


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
    if _FRACTION.search(f"{a.text} {b.text}"):
        return None
    slip = _scaled(a, b, high / low, one) or _teen(low, high)
    if not slip and _magnitude(a) != _magnitude(b) and not (_magnitude(a) and _magnitude(b)):
        found = _digits(one, two)  # "$449K" and "$944,000"
        return found if found in _LONG_ALIKE and min(len(one.strip("0")), len(two.strip("0"))) >= _DIGITS else None
    if slip or _magnitude(a) != _magnitude(b):
        return None if slip == "a scale word" and (low <= 1 or (a.worded and b.worded and one.strip("0") == "1")) else slip
    if not a.worded and not b.worded:
        one, two = (_as_printed(m) for m in ((a, b) if abs(a.value) < abs(b.value) else (b, a)))
    found = _digits(one, two)
    return None if found == "a digit more" and (a.worded or b.worded) else found


def figure_keys(m: Mention) -> tuple[str, ...]:
    """What two figures that a slip may join have in common: looked up, they need not all be compared."""
    core = _figure(abs(m.value or 0.0)).replace(".", "").strip("0")
    if not core:
        return ()
    keys = ["".join(sorted(core.replace("0", "")))]
    if len(core) >= _DIGITS - 1:
        keys.append(f"-{core}")
    if len(core) >= _DIGITS:
        keys += [f"-{core[:i]}{core[i + 1:]}" for i in range(len(core))]
    if len(core) == 1 or "13" <= core <= "19":
        keys.append(f"1{core[-1]}?")
    return tuple(dict.fromkeys(keys))


def slip_size(a: Mention, b: Mention, slip: str) -> str:
    """The slip by name, "long" where it spans so many digits that chance hardly makes it."""
    said = max(len(_figure(abs(m.value or 0.0)).replace(".", "").strip("0")) for m in (a, b))
    if slip in ("turned digits", "a zero") and said >= _DIGITS:
        return f"long {slip}" if slip == "turned digits" else "a long zero"
    if slip == "a scale word" and said > 1:
        return "a long scale word"
    return f"long {slip}" if slip == "one digit" and said > _DIGITS else slip


def _as_printed(m: Mention) -> str:
    """The digits as they stand in print, without commas, "14.0" and "15.5" (million); the value's where there are none."""
    value, found = abs(m.value or 0.0), _FIGURE.search(m.text)
    if found and not m.worded:
        text = found[0].replace(",", "").rstrip(".")
        if text.count(".") < 2 and len(text) <= _LONGEST and float(text):
            factor = value / float(text)
            if any(abs(factor / size - 1) < 1e-9 for size in _SIZES):
                return text
    return _figure(value)


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
    for size in _FACTORS:
        if abs(factor / size - 1) < 1e-9:
            return "a round zero" if len(said) < 2 else "a zero" if size == _FACTORS[0] else "two zeros"
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
    if len(a) == len(b) and said >= _DIGITS and sorted(a) == sorted(b) and not (_neighbours(a, b) and point[0] == point[1]):
        return "mixed digits" if one != two else None
    if len(a) == len(b) and point[0] == point[1]:
        off = [i for i in range(len(a)) if a[i] != b[i]]
        if _neighbours(a, b):
            return "turned digits"
        return "one digit" if len(off) == 1 and said >= _DIGITS else None
    decimals = {len(t) - p for t, p in zip((a, b), point, strict=True) if p >= 0}
    alike = not decimals or (len(decimals) == 1 and -1 not in point)
    if said >= _DIGITS and len(b) == len(a) + 1 and alike and any(b[:i] + b[i + 1:] == a for i in range(len(b))):
        return "a digit more"
    return None


def _neighbours(a: str, b: str) -> bool:
    """Whether two neighbouring digits have changed places, and no more."""
    off = [i for i in range(len(a)) if a[i] != b[i]]
    return len(off) == 2 and off[1] == off[0] + 1 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]]
