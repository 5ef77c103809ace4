"""Ballistic flight against closed forms and known flights."""

import math
from itertools import pairwise

import pytest

from pytest_numcheck.language.flight import GRAVITY, HALF_ROUND, RADIUS, flight_height, flight_range, flight_time
from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.dimension import LENGTH
from pytest_numcheck.numbers.interval import Interval


def test_a_short_hop_is_a_parabola():
    height = 2000.0
    gravity = GRAVITY / RADIUS ** 2
    assert flight_time(8000, height) == pytest.approx(2 * math.sqrt(2 * height / gravity), rel=1e-3)


def test_straight_up_and_down_is_keplers_half_line():
    top = RADIUS + 7e6
    a = top / 2
    anomaly = math.acos(1 - RADIUS / a)
    expected = 2 * math.sqrt(a ** 3 / GRAVITY) * (math.pi - anomaly + math.sin(anomaly))
    assert flight_time(1.0, 7e6) == pytest.approx(expected, rel=1e-6)


def test_a_skimming_flight_is_a_circular_orbit():
    assert flight_time(1e7, 0.0) == pytest.approx(1e7 / math.sqrt(GRAVITY / RADIUS), rel=1e-6)


@pytest.mark.parametrize(("distance", "height", "minutes"), [
    # as announced by the defence ministries of Japan and South Korea; the powered minutes come on top
    (1001e3, 7687.5e3, 86), (1001.2e3, 6648.4e3, 74), (998e3, 2802e3, 39), (950e3, 4475e3, 53),
])
def test_known_lofted_flights(distance, height, minutes):
    assert flight_time(distance, height) / 60 == pytest.approx(minutes, rel=0.15)


def test_it_rises_with_both():
    times = [[flight_time(r * 1e6, h * 1e5) for h in range(0, 60, 6)] for r in range(1, 20, 3)]
    assert all(a < b for row in times for a, b in pairwise(row))
    assert all(a < b for column in zip(*times, strict=True) for a, b in pairwise(column))


def test_the_inverses_undo_it():
    seconds = flight_time(1e6, 3e6)
    assert flight_height(1e6, seconds) == pytest.approx(3e6, rel=1e-6)
    assert flight_range(3e6, seconds) == pytest.approx(1e6, rel=1e-3)
    assert flight_height(1e6, 10.0) == 0.0
    assert flight_time(0.0, 0.0) >= 0.0


def test_intervals_by_their_corners(make, work):
    far = make.number(1e6, "length", dimension=LENGTH, interval=Interval(9.5e5, 1.05e6))
    high = make.number(7e6, "length", dimension=LENGTH, interval=Interval(6.5e6, 7.5e6))
    found = work("ballistic_time(far, high)", far=far, high=high)
    assert (found.interval.low, found.interval.high) == (flight_time(9.5e5, 6.5e6), flight_time(1.05e6, 7.5e6))
    assert work("ballistic_apogee(far, ballistic_time(far, high))", far=far, high=high).nominal == pytest.approx(7e6, rel=1e-6)
    assert work("ballistic_range(high, ballistic_time(far, high))", far=far, high=high).nominal == pytest.approx(1e6, rel=1e-3)


def test_no_flight_is_longer_than_half_round(make, work):
    far = make.number(HALF_ROUND * 1.1, "length", dimension=LENGTH)
    with pytest.raises(Undecided, match="half way round"):
        work("ballistic_time(far, far)", far=far)
