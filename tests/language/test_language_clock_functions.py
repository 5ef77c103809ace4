"""Spans between clock times: past midnight, ambiguous halves, zones."""

import pytest

from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.interval import Interval

HOUR = 3600.0


def hours(value):
    return sorted({i.low / HOUR for i in value.allowed()})


@pytest.mark.parametrize(("start", "end", "expected"), [
    ((431, "am"), (517, "am"), 86 / 60), ((22 * 60, "pm"), (6 * 60, "am"), 8), ((0, "am"), (720, "pm"), 12),
    ((23 * 60 + 30, "pm"), (15, "am"), 0.75),
])
def test_spans_run_forward(make, work, start, end, expected):
    span = work("clock_span(a, b)", a=make.clock(*start), b=make.clock(*end))
    assert hours(span) == pytest.approx([expected])
    assert span.nominal == pytest.approx(expected * HOUR)


def test_equal_times_are_nothing_or_a_day(make, work):
    assert hours(work("clock_span(a, b)", a=make.clock(540, "am"), b=make.clock(540, "am"))) == [0, 24]


def test_a_missing_half_gives_both_readings(make, work):
    assert hours(work("clock_span(a, b)", a=make.clock(540), b=make.clock(1380, "pm"))) == [2, 14]
    assert hours(work("clock_span(a, b)", a=make.clock(540), b=make.clock(660))) == [2, 14]


def test_24_hour_style_is_unambiguous(make, work):
    assert hours(work("clock_span(a, b)", a=make.clock(540), b=make.clock(1020, text="17:00"))) == [8]
    assert hours(work("clock_span(a, b)", a=make.clock(540, text="09:00"), b=make.clock(1020))) == [8]
    assert hours(work("clock_span(a, b)", a=make.clock(1380), b=make.clock(360, text="06:00"))) == [7]
    assert hours(work("clock_span(a, b)", a=make.clock(5, text="00:05"), b=make.clock(600))) == [pytest.approx(595 / 60)]


def test_the_next_day_adds_one(make, work):
    assert hours(work("clock_span(a, b)", a=make.clock(540, "am"), b=make.clock(600, "am", next_day=True))) == [25]


def test_a_hedged_time_widens_the_span(make, work):
    span = work("clock_span(a, b)", a=make.clock(540, "am", halo=10), b=make.clock(600, "am"))
    assert span.interval == Interval(50 * 60, 70 * 60)


def test_zones_shift_the_span(make, work):
    a, b = make.clock(600, "am", zone="CET"), make.clock(600, "am", zone="GMT")
    assert hours(work("clock_span(a, b)", a=a, b=b)) == [1]
    with pytest.raises(Undecided, match="not known"):
        work("clock_span(a, b)", a=a, b=make.clock(600, "am", zone="Atlantis"))


def test_one_instant_in_two_zones(make, work):
    eastern, right, wrong = make.clock(1200, "pm", zone="EST"), make.clock(60, text="0100", zone="GMT"), make.clock(
        120, text="0200", zone="GMT")
    assert work("same_instant(a, b)", a=eastern, b=right).truth is True
    assert work("same_instant(a, b)", a=eastern, b=wrong).truth is False
    summer = make.clock(1200, "pm", zone="Eastern")
    assert work("same_instant(a, b)", a=summer, b=right).truth is None
    with pytest.raises(Undecided):
        work("same_instant(a, b)", a=eastern, b=make.clock(60))


def test_impossible_times_decide_nothing(make, work):
    bad = make.clock(1510, possible=False)
    with pytest.raises(Undecided, match="no time of day"):
        work("clock_span(a, b)", a=bad, b=make.clock(600))
    assert work("possible(a)", a=bad).truth is False
