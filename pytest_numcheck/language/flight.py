"""Ballistic flight without air: range, height and time of a body thrown from the ground to the ground of a round Earth.

The path is part of a Kepler ellipse, symmetric about its highest point. With half the range angle b = range / 2R and
the height h, eccentricity and major axis follow from the two points known of the ellipse (ground and apogee):

    e = h / (h + R (1 - cos b)),    a = (R + h) / (1 + e),    cos E = (e - cos b) / (1 - e cos b)
    time = 2 sqrt(a^3 / GM) (pi - E + e sin E)

Source: R. R. Bate, D. D. Mueller and J. E. White, Fundamentals of Astrodynamics (Dover, 1971), chapter 6, "Ballistic
missile trajectories", with its time-of-flight equation; also A. D. Wheelon, "Free Flight of a Ballistic Missile", ARS
Journal 29 (1959). Powered ascent, drag and the Earth's rotation are left out: a rule allows for them by its tolerance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ..numbers.dimension import LENGTH, TIME
from ..numbers.interval import Interval
from .registry import Tools, function
from .value import Undecided, Value, combine

#: mean radius of the Earth in metres (IUGG) and its gravitational parameter in m^3/s^2 (WGS 84)
RADIUS, GRAVITY = 6_371_008.8, 3.986004418e14
HALF_ROUND = math.pi * RADIUS


def flight_time(distance: float, height: float) -> float:
    """Seconds of flight over ``distance`` metres along the ground with the highest point ``height`` metres up."""
    if math.isinf(height):
        return math.inf
    half = min(max(distance, 1.0), HALF_ROUND) / (2 * RADIUS)
    height = max(height, 0.0)
    # written with s = 1 - cos b, which stays exact where b is small
    s = 2 * math.sin(half / 2) ** 2
    k = RADIUS / (height + RADIUS * s)
    e = height / (height + RADIUS * s)
    a = (RADIUS + height) / (1 + e)
    cosine = (1 - k) / (1 + k * (1 - s))
    anomaly = math.acos(max(-1.0, min(1.0, cosine)))
    return 2 * math.sqrt(a ** 3 / GRAVITY) * (math.pi - anomaly + e * math.sin(anomaly))


def flight_height(distance: float, seconds: float) -> float:
    """The height that makes ``flight_time`` equal ``seconds``; 0 where even the flattest path takes longer."""
    return _solve(lambda height: flight_time(distance, height), seconds, 1e9)


def flight_range(height: float, seconds: float) -> float:
    """The distance that makes ``flight_time`` equal ``seconds``; 0 where straight up and down takes longer."""
    return _solve(lambda distance: flight_time(distance, height), seconds, HALF_ROUND)


def _solve(rising: Callable[[float], float], wanted: float, top: float) -> float:
    low, high = 0.0, top
    if wanted <= rising(low):
        return 0.0
    if wanted >= rising(high):
        return high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return low


def _evaluate(work: Callable[[float, float], float], a: Value, b: Value, falling: bool = False) -> Value:
    """``work`` at the corners of both intervals: it rises with each argument (with the first it may fall)."""
    for value in (a, b):
        if any(i.low < 0 for i in value.allowed()):
            raise Undecided("a distance, height or time cannot be negative")
    if any(i.low > HALF_ROUND for i in a.allowed()):
        raise Undecided("no ballistic flight is longer than half way round the Earth")

    def over(x: Interval, y: Interval) -> Interval:
        near, far = (x.high, x.low) if falling else (x.low, x.high)
        return Interval(work(near, y.low), work(far, y.high), x.low_open or y.low_open, x.high_open or y.high_open)

    interval, others = combine(over, a, b)
    nominal = None if a.figure is None or b.figure is None else work(a.figure, b.figure)
    return Value(interval, LENGTH, mentions=a.mentions + b.mentions, nominal=nominal, others=others, like=a.like)


@function("ballistic_time(range: length, apogee: length)", TIME)
def _ballistic_time(args: Sequence[Value], tools: Tools) -> Value:
    """How long a ballistic missile flies over that range with that greatest height (vacuum, round Earth)."""
    value = _evaluate(flight_time, args[0], args[1])
    return Value(value.interval, TIME, mentions=value.mentions, nominal=value.nominal, others=value.others)


@function("ballistic_apogee(range: length, duration: time)", LENGTH)
def _ballistic_apogee(args: Sequence[Value], tools: Tools) -> Value:
    """How high a ballistic missile must have gone that covered that range in that time."""
    return _evaluate(flight_height, args[0], args[1], falling=True)


@function("ballistic_range(apogee: length, duration: time)", LENGTH)
def _ballistic_range(args: Sequence[Value], tools: Tools) -> Value:
    """How far a ballistic missile can have come that rose to that height and flew for that time."""
    return _evaluate(flight_range, args[0], args[1], falling=True)
