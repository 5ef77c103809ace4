"""What a number allows: the printed and the loose interval from its value, its precision and its hedge."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ...base.lexicon import Lexicon
from ..dimension import TEMPERATURE, TEMPERATURE_DIFFERENCE
from ..interval import Interval
from ..scan import Draft

_POINTS = frozenset(["ordinal", "score", "clock", "date", "year"])
_INF = math.inf


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> tuple[dict[str, dict[str, Any]], float, float]:
    table = lexicon.table("hedges")
    return dict(table["hedges"]), float(table["cap"]), float(table["fraction"])


def allowed(draft: Draft, lexicon: Lexicon) -> tuple[Interval | None, Interval | None]:
    """The printed and the loose interval of ``draft``, in its unit, hedge applied; None where the text gives no figure."""
    if draft.fixed is not None:
        return draft.fixed, draft.fixed
    if draft.value is None:
        return None, None
    hedges, cap, band = _table(lexicon)
    printed, loose = _halo(draft, band, cap, False), _halo(draft, band, cap, True)
    rule = hedges.get(draft.hedge) if draft.hedge is not None and draft.kind not in _POINTS else None
    if rule is None:
        return printed, loose
    return _hedged(draft, rule, printed), _hedged(draft, rule, loose)


def uncapped(value: float, value2: float | None, step: float | None) -> Interval:
    """The loose reading without its cap, for conversions, where both numbers were rounded: "1 mile" is 0.5 to 1.5."""
    low, high = sorted((value, value if value2 is None else value2))
    return Interval(low - place(low, step) / 2, high + place(high, step) / 2)


def place(value: float, step: float | None) -> float:
    """The size of the last non-zero digit of ``value``: 1000 for 8,000; ``step`` where it is no power of ten (a half)."""
    if step and not _power_of_ten(step):
        return step
    if value == 0 or not math.isfinite(value):
        return step or 1.0
    exponent = Decimal(f"{abs(value):.12g}").normalize().as_tuple().exponent
    found = 10.0 ** int(exponent)
    return max(found, step) if step else found


def _power_of_ten(step: float) -> bool:
    exponent = math.log10(step)
    return abs(exponent - round(exponent)) < 1e-9


def _halo(draft: Draft, band: float, cap: float, loose: bool) -> Interval:
    value = draft.value or 0.0
    low, high = sorted((value, value if draft.value2 is None else draft.value2))
    if draft.kind in _POINTS:
        return Interval(low, high)
    if draft.kind == "age":
        return Interval(low, high + (draft.step2 or draft.step or 1.0), False, True)
    if draft.kind == "ratio":
        return Interval(low - band, high + band) if high <= 1 else Interval(low * (1 - cap), high * (1 + cap))
    return Interval(
        low - _half(draft, low, draft.step, cap, loose), high + _half(draft, high, draft.step2 or draft.step, cap, loose)
    )


def _half(draft: Draft, value: float, step: float | None, cap: float, loose: bool) -> float:
    """Half of what rounding may have taken away."""
    step = place(value, None) if step is None and not draft.worded else 1.0 if step is None else step
    counted = draft.kind == "count" or (draft.kind == "rate" and draft.head is not None)
    printed = 0.0 if counted and step <= 1.0 and value == int(value) else step / 2
    if not loose:
        return printed
    half = place(value, step) / 2
    if draft.dimension not in (TEMPERATURE, TEMPERATURE_DIFFERENCE):
        half = min(half, cap * abs(value))
    return max(half, printed)


def _hedged(draft: Draft, rule: dict[str, Any], halo: Interval) -> Interval:
    """The interval that a hedge makes; its ends are factors of the figure; a missing end is infinite, or zero."""
    value = draft.value or 0.0
    low, high = sorted((value, value if draft.value2 is None else draft.value2))
    down, up = rule.get("low"), rule.get("high")
    if down is not None and up is not None and down < 1 < up:
        wide = Interval(min(low * down, low * up), max(high * down, high * up))
        return wide.hull(halo)
    if value < 0:
        # "nearly minus 5" comes from the other side; its ends keep their distance from zero
        down, up = (None if down is None else 2 - down), (None if up is None else 2 - up)
    floor = 0.0 if low >= 0 else -_INF
    at_low = floor if down is None else low * down
    at_high = _INF if up is None else high * up
    low_open = bool(rule.get("low_open")) or math.isinf(at_low)
    return Interval(at_low, at_high, low_open, bool(rule.get("high_open")) or math.isinf(at_high))
