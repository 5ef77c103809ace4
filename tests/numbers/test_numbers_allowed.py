import math

import pytest
from readings import only

from pytest_numcheck.numbers.clause.allowed import place, uncapped


def ends(text, reading="printed"):
    interval = getattr(only(text), reading)
    return interval.low, interval.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It sold 1,200 boats.", 1200, 1200),
        ("It ran 1,200 km.", 1199.5, 1200.5),
        ("It sold 2.4 million boats.", 2.35e6, 2.45e6),
        ("It rose 36%.", 35.5, 36.5),
        ("It cost $473.60.", 473.595, 473.605),
        ("It took 100 years.", 99.5, 100.5),
        ("It sold twelve boats.", 12, 12),
        ("It sold six thousand boats.", 5500, 6500),
        ("It took a century.", 90, 110),
        ("It was 3 to 5 km.", 2.5, 5.5),
    ],
)
def test_printed(text, low, high):
    assert ends(text) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It sold 8,000 boats.", 7600, 8400),
        ("It sold 8,100 boats.", 8050, 8150),
        ("It ran 1,000 km.", 950, 1050),
        ("It was 30C inside.", 25, 35),
    ],
)
def test_loose(text, low, high):
    assert ends(text, "loose") == (pytest.approx(low), pytest.approx(high))


def test_conversions_have_no_cap():
    wide = uncapped(1, None, 1)
    assert (wide.low, wide.high) == (0.5, 1.5)
    assert uncapped(18, 23, 1).high == 23.5


@pytest.mark.parametrize(
    ("text", "low", "high", "low_open", "high_open"),
    [
        ("It sold about 5,000 boats.", 4500, 5500, False, False),
        ("It sold nearly 5,000 boats.", 4500, 5000, False, True),
        ("It sold more than 5,000 boats.", 5000, math.inf, True, True),
        ("It sold at least 5,000 boats.", 5000, math.inf, False, True),
        ("It sold up to 5,000 boats.", 0, 5000, False, False),
        ("It sold fewer than 5,000 boats.", 0, 5000, False, True),
    ],
)
def test_hedges(text, low, high, low_open, high_open):
    for reading in ("printed", "loose"):
        i = getattr(only(text), reading)
        assert (i.low, i.high, i.low_open, i.high_open) == (pytest.approx(low), pytest.approx(high), low_open, high_open)


def test_an_age_lasts_a_year():
    i = only("Smith, 54, left.").printed
    assert (i.low, i.high, i.high_open) == (54, 55, True)


@pytest.mark.parametrize(
    ("value", "step", "size"),
    [(8000, 1, 1000), (8100, 1, 100), (2.4e6, 1e5, 1e5), (2.5, 0.5, 0.5), (0, None, 1), (0.07, None, 0.01)],
)
def test_place(value, step, size):
    assert place(value, step) == pytest.approx(size)
