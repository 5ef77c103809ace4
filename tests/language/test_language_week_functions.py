"""Weekdays of dates without a year."""

import pytest

from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.mention import Cue


def ask(work, make, first, second, **more):
    (day, *one), (day2, *two) = first, second
    return work("one_calendar(a, b, c, d)", a=Cue(90, 0, 1, "Monday", "weekday", day), b=make.day(*one),
                c=Cue(91, 0, 1, "Friday", "weekday", day2), d=make.day(*two), **more).truth


@pytest.mark.parametrize(("first", "second", "truth"), [
    ((0, None, 7, 2), (6, None, 7, 8), True), ((0, None, 7, 3), (6, None, 7, 8), False),
    ((0, None, 12, 31), (2, None, 1, 2), True), ((0, None, 12, 31), (3, None, 1, 2), False),
    ((4, None, 2, 28), (5, None, 3, 1), True), ((4, None, 2, 28), (6, None, 3, 1), True),
    ((4, None, 2, 28), (0, None, 3, 1), False),
])
def test_one_calendar(make, work, first, second, truth):
    assert ask(work, make, first, second) is truth


def test_a_known_year_is_left_to_the_single_dates(make, work):
    with pytest.raises(Undecided, match="year of a date"):
        ask(work, make, (0, 2018, 7, 2), (6, None, 7, 8))
    with pytest.raises(Undecided, match="article's date"):
        ask(work, make, (0, None, 7, 2), (6, None, 7, 8), published="2018-07-09")
    with pytest.raises(Undecided, match="single day"):
        ask(work, make, (0, None, 7, None), (6, None, 7, 8))


def test_whether_a_year_is_told(make, work):
    assert work("year_told(a)", a=make.day(2018, 7, 2)).truth is True
    assert work("year_told(a)", a=make.day(None, 7, 2)).truth is False
