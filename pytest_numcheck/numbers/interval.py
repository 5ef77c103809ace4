"""What a number allows: an interval with open or closed ends, and arithmetic on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

_INF = math.inf


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``; an end may be open, or infinite (then it is open)."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: float) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def middle(self) -> float:
        """The centre; the finite end of a half-open interval."""
        if math.isinf(self.low):
            return self.high
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2

    def meets(self, other: Interval, slack: float = 1e-9) -> bool:
        """Whether a value lies in both. Floating-point noise (relative ``slack``) counts as meeting at closed ends."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_shut = min((self.high, not self.high_open), (other.high, not other.high_open))
        eps = slack * max(abs(low), abs(high)) if math.isfinite(low) and math.isfinite(high) else 0.0
        if low_open or not high_shut:
            return high - low > eps
        return low <= high + eps

    def holds(self, value: float) -> bool:
        return self.meets(Interval.point(value))

    def below(self, other: Interval) -> bool:
        """Every value here is smaller than every value there."""
        return not self._reaches(other) and not self.meets(other)

    def _reaches(self, other: Interval) -> bool:
        return self.high > other.low

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high,
                        self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return _hull([_times(a, b) for a in self._ends() for b in other._ends()])

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient; a divisor that holds zero gives the whole line (nothing can be said)."""
        if other.low < 0 < other.high or (other.low == 0 and other.high == 0):
            return EVERYTHING
        low = math.copysign(_INF, 1.0) if other.low == 0 else 1 / other.low
        high = -_INF if other.high == 0 else 1 / other.high
        return self * Interval(high, low, other.high_open or math.isinf(high), other.low_open or math.isinf(low))

    def __abs__(self) -> Interval:
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        top, top_open = max((-self.low, not self.low_open), (self.high, not self.high_open))
        return Interval(0.0, top, False, not top_open)

    def scaled(self, factor: float, shift: float = 0.0) -> Interval:
        """Every value times ``factor`` plus ``shift``."""
        ends = Interval(self.low * factor + shift, self.high * factor + shift, self.low_open, self.high_open)
        return ends if factor >= 0 else Interval(ends.high, ends.low, self.high_open, self.low_open)

    def widened(self, amount: float) -> Interval:
        """``amount`` more on either side."""
        return Interval(self.low - amount, self.high + amount, self.low_open, self.high_open)

    def hull(self, other: Interval) -> Interval:
        return _hull([*self._ends(), *other._ends()])

    def _ends(self) -> list[tuple[float, bool]]:
        return [(self.low, self.low_open), (self.high, self.high_open)]


def _times(a: tuple[float, bool], b: tuple[float, bool]) -> tuple[float, bool]:
    if (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1]):
        return 0.0, False
    product = a[0] * b[0]
    return (0.0 if math.isnan(product) else product), a[1] or b[1]


def _hull(ends: list[tuple[float, bool]]) -> Interval:
    low = min(v for v, _ in ends)
    high = max(v for v, _ in ends)
    return Interval(low, high, all(o for v, o in ends if v == low), all(o for v, o in ends if v == high))


EVERYTHING = Interval(-_INF, _INF, True, True)
