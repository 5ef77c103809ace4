"""Values in words."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.numbers.dimension import AREA, CLOCK, DATE, LENGTH, MONEY, NUMBER, SPEED, TEMPERATURE, TIME, Dimension
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Mention, Moment
from pytest_numcheck.numbers.say import say

_YEAR = 365.25 * 86400


def like(kind, value, text="", **more):
    return Mention(0, 0, len(text), text, kind, value=value, **more)


def percent(value):
    return like("percent", value, unit="percent", scale=0.01, step=1.0, printed=Interval(value - 0.5, value + 0.5))


DOLLARS = like("money", 4.1e6, "$4.1 million", unit="USD", currency="USD", dimension=MONEY, step=1e5)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (8760, "2 hours 26 minutes"),
        (3600, "1 hour"),
        (45, "45 seconds"),
        (90, "1 minute 30 seconds"),
        (100 * _YEAR, "100 years"),
        (90 * 86400, "90 days"),
        (0, "no time"),
        (-3600, "minus 1 hour"),
        (2.5 * _YEAR, "2.5 years"),
    ],
)
def test_durations(seconds, words):
    assert say(seconds, TIME) == words


def test_durations_follow_the_unit_of_the_article():
    assert say(146 * 60, TIME, like("duration", 86.0, "86 minutes", unit="minute", scale=60.0, dimension=TIME)) == "146 minutes"
    worded = like("duration", 86.0, "one hour and 26 minutes", unit="minute", scale=60.0, dimension=TIME)
    assert say(146 * 60, TIME, worded) == "2 hours 26 minutes"
    assert say(45 * _YEAR, TIME, like("age", 54.0, "54", unit="year", scale=_YEAR, dimension=TIME)) == "45 years"


@pytest.mark.parametrize(
    ("value", "words"),
    [(4.1e6, "$4.1 million"), (750, "$750"), (12.5, "$12.50"), (1.2345e9, "$1.23 billion"), (-3e6, "-$3 million")],
)
def test_money(value, words):
    assert say(value, MONEY, currency="USD") == words


def test_money_keeps_the_sign_that_the_article_prints():
    assert say(5e6, MONEY, like("money", 4e6, "US$4 million", unit="USD", currency="USD", dimension=MONEY)) == "US$5 million"
    assert say(5e6, MONEY, currency="XXX") == "XXX 5 million"


@pytest.mark.parametrize(
    ("value", "words"),
    [(12000, "12,000"), (4.38e6, "4.38 million"), (46, "46"), (1234.56, "1,235"), (0.25, "0.25"), (1e12, "1 trillion")],
)
def test_plain_numbers(value, words):
    assert say(value, NUMBER) == words


def test_shares():
    assert say(0.36, NUMBER, percent(31.0)) == "36%"
    assert say(1 / 3, NUMBER, percent(31.0)) == "33.3%"
    assert say(0.05, NUMBER, unit="percentage_point") == "5 percentage points"


@pytest.mark.parametrize(
    ("value", "dimension", "unit", "words"),
    [
        (8000, LENGTH, None, "8 km"),
        (430, LENGTH, None, "430 meters"),
        (8046.72, LENGTH, "mile", "5 miles"),
        (300 / 3.6, SPEED, None, "300 km/h"),
        (309.75, TEMPERATURE, None, "36.6C"),
        (2e6, AREA, None, "2 square km"),
        (75, MONEY, "USD/oil_barrel", None),
    ],
)
def test_measures(value, dimension, unit, words):
    if words is not None:
        assert say(value, dimension, unit=unit) == words


def test_british_articles_get_metres():
    assert say(430, LENGTH, like("length", 400.0, "400 metres", unit="meter", dimension=LENGTH)) == "430 metres"


def test_rates():
    per_day = Dimension.of(time=-1)
    deaths = like(
        "rate", 12000.0, "12,000 soldiers a day", unit="soldier/day", scale=1 / 86400, dimension=per_day, noun="soldiers"
    )
    assert say(15000 / 86400, per_day, deaths) == "15,000 soldiers a day"
    assert say(4.38e6 / _YEAR, per_day, unit="soldier/year") == "4.38 million soldiers a year"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (431, "7:11 a.m."),
        (577, "9:37 a.m."),
        (720, "noon"),
        (0, "midnight"),
        (540, "9 a.m."),
        (1380, "11 p.m."),
        (1500, "1 a.m. the next day"),
    ],
)
def test_clock(minutes, words):
    assert say(minutes, CLOCK) == words


def test_clock_of_24_hours():
    assert say(1420, CLOCK, like("clock", 1400.0, "23:20", dimension=CLOCK, moment=Moment(minutes=1400))) == "23:40"


def test_dates():
    day = date(2026, 11, 24).toordinal()
    assert say(day, DATE) == "Tuesday, November 24, 2026"
    assert say(Interval(day, day + 5), DATE) == "November 24, 2026, to November 29, 2026"
    year = Interval(date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal())
    assert say(year, DATE) == "2026"
    assert say(Interval(date(2026, 11, 1).toordinal(), date(2026, 11, 30).toordinal()), DATE) == "November 2026"
    assert say(-5, DATE) == "any day"


def test_wide_intervals_give_both_ends():
    assert say(Interval(0.31, 0.33), NUMBER, percent(40.0)) == "31% to 33%"
    assert say(Interval(8000, 9000), LENGTH) == "8 to 9 km"
    assert say(Interval(4.0e6, 4.2e6), MONEY, DOLLARS) == "$4 million to $4.2 million"
    assert say(Interval(145 * 60, 147 * 60), TIME) == "2 hours 26 minutes"


def test_open_intervals():
    assert say(Interval(5, math.inf, True, True), NUMBER) == "more than 5"
    assert say(Interval(-math.inf, 5), NUMBER) == "at most 5"
    assert say(Interval(-math.inf, math.inf, True, True), NUMBER) == "any value"


@given(st.floats(4.0e6, 4.2e6), st.floats(0.305, 0.315))
def test_a_value_that_differs_never_reads_like_the_one_stated(money, share):
    if abs(money - 4.1e6) > 50:
        assert say(money, MONEY, DOLLARS) != "$4.1 million"
    if abs(share - 0.31) > 1e-6:
        assert say(share, NUMBER, percent(31.0)) != "31%"


@given(
    st.floats(allow_nan=False),
    st.sampled_from([NUMBER, TIME, LENGTH, MONEY, CLOCK, DATE, TEMPERATURE, Dimension.of(mass=1, length=-3)]),
)
def test_any_value_can_be_said(value, dimension):
    assert say(value, dimension)
