"""What each kind of mention or cue measures, as the expression language sees it."""

from __future__ import annotations

from ..numbers.dimension import (
    ANGLE,
    AREA,
    CLOCK,
    DATA,
    DATE,
    ENERGY,
    LENGTH,
    MASS,
    MONEY,
    NUMBER,
    POWER,
    PRESSURE,
    SPEED,
    TEMPERATURE,
    TEMPERATURE_DIFFERENCE,
    TIME,
    VOLUME,
    Dimension,
)
from ..numbers.mention import CUE_KINDS, KINDS

#: A day of the week: Monday is 0. Only ``weekday(date)`` and weekday cues have it.
WEEKDAY = Dimension.of(weekday=1)

#: Everything that a place in ``bind`` may be.
BINDABLE = KINDS + CUE_KINDS

_KNOWN: dict[str, Dimension] = {
    "count": NUMBER, "percent": NUMBER, "percent-point": NUMBER, "ordinal": NUMBER, "ratio": NUMBER, "multiplier": NUMBER,
    "score": NUMBER, "vague": NUMBER, "money": MONEY, "duration": TIME, "age": TIME, "clock": CLOCK, "date": DATE,
    "year": DATE, "length": LENGTH, "area": AREA, "volume": VOLUME, "mass": MASS, "speed": SPEED,
    "temperature": TEMPERATURE, "temperature-difference": TEMPERATURE_DIFFERENCE, "energy": ENERGY, "power": POWER,
    "pressure": PRESSURE, "data": DATA, "angle": ANGLE, "weekday": WEEKDAY,
}


def dimension_of(kinds: tuple[str, ...]) -> Dimension | None:
    """The one dimension of all ``kinds``; None where it is only known once a number is bound (a rate, mixed kinds)."""
    found = {_KNOWN.get(kind) for kind in kinds}
    return found.pop() if len(found) == 1 else None
