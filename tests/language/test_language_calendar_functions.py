"""Years, days and weekdays between dates that may lack a year."""

from datetime import date

import pytest

from pytest_numcheck.language.calendar_functions import year_count
from pytest_numcheck.language.value import Undecided

YEAR, DAY = 31557600.0, 86400.0


def years(value):
    return value.interval.low / YEAR, value.interval.high / YEAR


def test_whole_years_run_from_birthday_to_birthday():
    assert year_count(date(1981, 11, 22).toordinal(), date(2026, 11, 22).toordinal()) == 45
    assert year_count(date(1981, 11, 22).toordinal(), date(2026, 11, 21).toordinal()) == pytest.approx(44.997, abs=0.001)
    assert year_count(date(2004, 2, 29).toordinal(), date(2005, 2, 28).toordinal()) == 1
    assert year_count(date(2026, 1, 1).toordinal(), date(2024, 1, 1).toordinal()) == -2


def test_bare_years_leave_a_year_of_play(make, work):
    span = work("years_between(a, b)", a=make.day(1920, kind="year"), b=make.day(2020, kind="year"))
    low, high = years(span)
    assert (low, high) == pytest.approx((99.0, 101.0), abs=0.01)
    assert span.nominal == 100 * YEAR


def test_an_age_fits_its_birth_date(make, work):
    low, high = years(work("years_between(born, published())", published="2026-11-22", born=make.day(1981, 3)))
    assert 45.6 < low < high < 45.8
    with pytest.raises(Undecided, match="date is not known"):
        work("years_between(born, published())", born=make.day(1981, 3))


def test_year_difference_is_exact(make, work):
    found = work("year_difference(a, published())", published="2026-01-02", a=make.day(2001, kind="year"))
    assert found.interval.low == found.interval.high == 25


def test_days_count_with_or_without_the_last(make, work):
    a, b = make.day(2026, 5, 3), make.day(2026, 5, 10)
    assert work("days_between(a, b)", a=a, b=b).interval.low == 7 * DAY
    assert work("days_between(a, b)", a=a, b=b).interval.high == 8 * DAY
    assert work("nights_between(a, b)", a=a, b=b).interval.high == 7 * DAY


def test_days_need_no_year(make, work):
    found = work("days_between(a, b)", a=make.day(None, 12, 28), b=make.day(None, 1, 3))
    assert {i.low / DAY for i in found.allowed()} == {6}
    found = work("nights_between(a, b)", a=make.day(None, 2, 27), b=make.day(None, 3, 2))
    assert {i.low / DAY for i in found.allowed()} == {3, 4}
    found = work("nights_between(a, b)", a=make.day(None, 5, 3), b=make.day(2026, 5, 10))
    assert {i.low / DAY for i in found.allowed()} == {7}


def test_the_ends_of_a_period_of_days(make, work):
    tour = make.day(None, 5, 3, end=(None, None, 10))
    found = work("nights_between(first(tour), last(tour))", tour=tour)
    assert {i.low / DAY for i in found.allowed()} == {7}
    season = make.day(1998, end=(2004, None, None))
    assert years(work("years_between(first(season), last(season))", season=season)) == pytest.approx((5.0, 7.0), abs=0.01)


def test_weekdays(make, work):
    assert work("weekday(a)", a=make.day(2026, 11, 24)).nominal == 1
    assert work("weekday(a)", published="2026-05-08", a=make.day(None, 5, 12)).nominal == 1
    with pytest.raises(Undecided, match="gives no year"):
        work("weekday(a)", a=make.day(None, 5, 12))
    with pytest.raises(Undecided, match="single day"):
        work("weekday(a)", a=make.day(2026, 5))


def test_a_yearless_day_is_the_nearest(make, work):
    near = work("weekday(a)", published="2026-01-03", a=make.day(None, 12, 28))
    assert near.nominal == date(2025, 12, 28).weekday()
    assert not near.others


def test_half_a_year_away_either_year_may_be_meant(make, work):
    found = work("weekday(a)", published="2026-05-12", a=make.day(None, 11, 11))
    assert {i.low for i in found.allowed()} == {date(2025, 11, 11).weekday(), date(2026, 11, 11).weekday()}


def test_impossible_days(make, work):
    bad = make.day(2027, 4, 31, possible=False)
    assert work("possible(a)", a=bad).truth is False
    with pytest.raises(Undecided):
        work("weekday(a)", a=bad)
