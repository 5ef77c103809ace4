"""The same moment in two zones, and what a long duration has beyond whole days."""

import pytest

from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.dimension import TIME
from pytest_numcheck.numbers.interval import Interval

HOUR = 3600.0


def test_minutes_that_no_two_zones_allow(make, work):
    local, right, wrong = make.clock(282, "am", zone="local"), make.clock(1242, text="2042", zone="UTC"), make.clock(
        1224, text="2024", zone="UTC")
    assert work("same_instant(a, b)", a=local, b=wrong).truth is False
    with pytest.raises(Undecided, match="not said"):
        work("same_instant(a, b)", a=local, b=right)


def test_zones_told_as_offsets(make, work):
    a, b = make.clock(1320, text="22:00", zone="UTC+2"), make.clock(1200, text="20:00", zone="GMT")
    assert work("same_instant(a, b)", a=a, b=b).truth is True


def test_a_hedge_is_the_same_on_both_sides(make, work):
    a, b = make.clock(594, "am", halo=10, zone="EDT"), make.clock(825, text="1345", zone="UTC")
    assert work("same_instant(a, b)", a=a, b=b).truth is False


def test_one_offset(make, work):
    places = {"a": make.clock(0, "am", zone="local"), "b": make.clock(420, text="0700", zone="UTC"),
              "c": make.clock(690, "am"), "d": make.clock(1110, text="1830", zone="UTC")}
    assert work("same_offset(a, b, c, d)", **places).truth is True
    places["d"] = make.clock(1170, text="1930", zone="UTC")
    assert work("same_offset(a, b, c, d)", **places).truth is False
    places["d"] = make.clock(1170, text="1930", zone="CET")
    with pytest.raises(Undecided, match="different"):
        work("same_offset(a, b, c, d)", **places)


def test_what_is_beyond_days(make, work):
    span = work("beyond_days(a)", a=make.number(16657320, "duration", interval=Interval(16657290, 16657350), dimension=TIME))
    assert span.figure == pytest.approx(19 * HOUR + 120)
    with pytest.raises(Undecided, match="days only"):
        work("beyond_days(a)", a=make.number(16588800, "duration", interval=Interval(16545600, 16632000), dimension=TIME))
