"""Amounts as a rule's author writes them: "5%", "2 minutes", "1,150 km/h". Units are those of numbers/units.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..numbers.dimension import CLOCK, DATE, NUMBER, TEMPERATURE, TEMPERATURE_DIFFERENCE, TIME, Dimension
from ..numbers.interval import Interval
from .kinds import WEEKDAY
from .value import Value

_AMOUNT = re.compile(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,24})(?:\.[0-9]{1,12})?(?:e[+-]?[0-9]{1,2})?)\s*(.{0,60})\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by name: base value = amount * scale + shift."""

    name: str
    dimension: Dimension
    scale: float
    shift: float = 0.0
    currency: str | None = None

    def quantity(self, amount: float) -> Value:
        base = amount * self.scale + self.shift
        return Value(Interval.point(base), self.dimension, currency=self.currency, nominal=base)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How much further apart two sides may be: a share of the larger one, or an amount in base units."""

    text: str
    relative: float | None = None
    amount: float = 0.0
    dimension: Dimension = NUMBER

    def fits(self, dimension: Dimension | None) -> bool:
        """Whether sides of ``dimension`` (None: unknown yet) can be widened by it."""
        if dimension is None:
            return True
        if self.relative is not None:
            return dimension not in (CLOCK, DATE, WEEKDAY)
        allowed = {CLOCK: TIME, DATE: TIME, TEMPERATURE: TEMPERATURE_DIFFERENCE}.get(dimension, dimension)
        return self.dimension == allowed

    def slack(self, a: Value, b: Value) -> float:
        """By how much to widen, in the base unit of the sides ``a`` and ``b``."""
        if not self.fits(a.dimension):
            return 0.0
        if self.relative is not None:
            return self.relative * max((abs(v.figure) for v in (a, b) if v.figure is not None), default=0.0)
        return self.amount / {CLOCK: 60.0, DATE: 86400.0}.get(a.dimension, 1.0)


@lru_cache(maxsize=1024)
def unit_named(name: str) -> Unit | None:
    """The unit that pint calls ``name`` (plural and symbol too), a quotient or product of such, a currency code; else None."""
    from ..numbers.amounts.units import unit_info

    name = name.strip()
    if name in ("", "1"):
        return Unit(name, NUMBER, 1.0)
    try:
        info = unit_info(name)
    except ValueError:
        return None
    return Unit(name, info.dimension, info.scale, info.shift, info.currency)


def parse_amount(text: str) -> Value:
    """The value of "1,150 km/h", "60 degree_Celsius", "5%", "12,000/day". Raises ValueError with a plain reason."""
    found = _AMOUNT.match(text.strip())
    if not found:
        raise ValueError(f"'{text}' is not an amount: write a figure and a unit, as in '1,150 km/h'")
    figure, unit = float(found[1].replace(",", "")), found[2].strip()
    if unit == "%":
        unit = "percent"
    elif unit.startswith("/"):
        unit = "1" + unit
    words = unit.split()
    for word, times in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)):
        if words and words[0] == word:
            figure, unit = figure * times, " ".join(words[1:])
    known = unit_named(unit) or unit_named(unit.replace(" ", "_"))
    if known is None:
        raise ValueError(f"'{unit}' is not a unit")
    return known.quantity(figure)


def parse_tolerance(text: str) -> Tolerance:
    """A tolerance: "5%" of the larger side, or an amount ("2 minutes", "1 percentage_point", "3"). Raises ValueError."""
    value = parse_amount(text)
    if value.figure is None or value.figure < 0:
        raise ValueError("a tolerance cannot be negative")
    if text.strip().endswith(("%", "percent")):
        return Tolerance(text, relative=value.figure)
    return Tolerance(text, amount=value.figure, dimension=value.dimension)
