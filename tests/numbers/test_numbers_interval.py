"""Intervals: ends, arithmetic, and that arithmetic never loses a value that is possible."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.numbers.dimension import LENGTH, NUMBER, SPEED, TIME, Dimension
from pytest_numcheck.numbers.interval import EVERYTHING, Interval

numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(low, high)


@st.composite
def inside(draw):
    interval = draw(intervals())
    share = draw(st.floats(0, 1))
    return interval, min(max(interval.low + share * (interval.high - interval.low), interval.low), interval.high)


@pytest.mark.parametrize(("a", "b", "meet"), [
    (Interval(1, 2), Interval(2, 3), True),
    (Interval(1, 2, high_open=True), Interval(2, 3), False),
    (Interval(1, 2), Interval(2, 3, low_open=True), False),
    (Interval(500, math.inf, True, True), Interval.point(500), False),
    (Interval(500, math.inf, False, True), Interval.point(500), True),
    (Interval(0.1 + 0.2, 1), Interval(0, 0.3), True),
    (Interval(1, 2), Interval(2.1, 3), False),
    (EVERYTHING, Interval.point(0), True),
])
def test_meeting(a, b, meet):
    assert a.meets(b) is meet
    assert b.meets(a) is meet


def test_below_needs_every_value_smaller():
    assert Interval(1, 2).below(Interval(3, 4))
    assert Interval(1, 2, high_open=True).below(Interval(2, 3))
    assert not Interval(1, 2).below(Interval(2, 3))
    assert not Interval(3, 4).below(Interval(1, 2))


def test_negating_swaps_open_ends():
    assert -Interval(1, 2, True, False) == Interval(-2, -1, False, True)


def test_division_by_an_interval_round_zero_says_nothing():
    assert Interval(1, 2) / Interval(-1, 1) == EVERYTHING
    assert Interval(1, 2) / Interval(0, 4) == Interval(0.25, math.inf, False, True)


def test_absolute_value():
    assert abs(Interval(-3, 2)) == Interval(0, 3)
    assert abs(Interval(-3, -2, True, False)) == Interval(2, 3, False, True)


@given(inside(), inside())
def test_arithmetic_keeps_every_possible_value(one, two):
    (a, x), (b, y) = one, two
    assert (a + b).holds(x + y)
    assert (a - b).holds(x - y)
    product = (a * b)
    assert product.low - 1e-3 <= x * y <= product.high + 1e-3
    if not b.low <= 0 <= b.high:
        quotient = a / b
        slack = 1e-6 * max(1.0, abs(x / y))
        assert quotient.low - slack <= x / y <= quotient.high + slack


@given(inside(), st.floats(-100, 100), st.floats(-100, 100))
def test_scaling_keeps_every_possible_value(one, factor, shift):
    a, x = one
    scaled = a.scaled(factor, shift)
    assert scaled.low - 1e-3 <= x * factor + shift <= scaled.high + 1e-3


def test_dimensions_multiply_and_read_well():
    assert LENGTH / TIME == SPEED
    assert SPEED * TIME == LENGTH
    assert LENGTH / LENGTH == NUMBER
    assert str(SPEED) == "length / time"
    assert str(NUMBER) == "a plain number"
    assert Dimension.of(temperature_difference=1).powers == (("temperature-difference", 1),)
