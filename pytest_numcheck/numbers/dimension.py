"""What a number measures, as powers of base dimensions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """Powers of base dimensions, sorted by name: speed is ``(("length", 1), ("time", -1))``.

    Base names: length, mass, time, temperature, temperature-difference, current, substance, luminosity, angle, data,
    money, clock (a time of day), date (a day of the calendar). Counts, percentages, ratios and multipliers are
    dimensionless: in base units 25% is 0.25.
    """

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, **powers: int) -> Dimension:
        return cls(tuple(sorted((k.replace("_", "-"), v) for k, v in powers.items() if v)))

    def __mul__(self, other: Dimension) -> Dimension:
        return self._with(other, 1)

    def __truediv__(self, other: Dimension) -> Dimension:
        return self._with(other, -1)

    def _with(self, other: Dimension, sign: int) -> Dimension:
        total = dict(self.powers)
        for name, power in other.powers:
            total[name] = total.get(name, 0) + sign * power
        return Dimension(tuple(sorted((k, v) for k, v in total.items() if v)))

    def __str__(self) -> str:
        if not self.powers:
            return "a plain number"
        up = " * ".join(n if p == 1 else f"{n}^{p}" for n, p in self.powers if p > 0) or "1"
        down = " / ".join(n if p == -1 else f"{n}^{-p}" for n, p in self.powers if p < 0)
        return f"{up} / {down}" if down else up


NUMBER = Dimension()
LENGTH = Dimension.of(length=1)
AREA = Dimension.of(length=2)
VOLUME = Dimension.of(length=3)
MASS = Dimension.of(mass=1)
TIME = Dimension.of(time=1)
SPEED = Dimension.of(length=1, time=-1)
TEMPERATURE = Dimension.of(temperature=1)
TEMPERATURE_DIFFERENCE = Dimension.of(temperature_difference=1)
ENERGY = Dimension.of(mass=1, length=2, time=-2)
POWER = Dimension.of(mass=1, length=2, time=-3)
PRESSURE = Dimension.of(mass=1, length=-1, time=-2)
DATA = Dimension.of(data=1)
ANGLE = Dimension.of(angle=1)
MONEY = Dimension.of(money=1)
CLOCK = Dimension.of(clock=1)
DATE = Dimension.of(date=1)
