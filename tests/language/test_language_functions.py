"""The functions on plain numbers, lists, ranges and links."""

import pytest

from pytest_numcheck.language.functions import FUNCTIONS
from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.dimension import TEMPERATURE, TEMPERATURE_DIFFERENCE, TIME
from pytest_numcheck.numbers.interval import Interval


def test_every_function_is_documented():
    assert all(f.doc and f.signature.startswith(f.name) for f in FUNCTIONS.values())
    assert list(FUNCTIONS) == sorted(FUNCTIONS)


def test_sums_of_lists_and_arguments(make, work):
    parts = [make.number(12), make.number(35)]
    total = work("sum(parts)", parts=parts)
    assert (total.nominal, total.mentions) == (47, (0, 1))
    assert work("sum(a, b, 1)", a=parts[0], b=parts[1]).nominal == 48
    assert work("count(parts)", parts=parts).nominal == 2
    with pytest.raises(Undecided):
        work("sum(parts)", parts=[])


def test_extremes_take_intervals(make, work):
    a, b = make.number(5, interval=Interval(4, 6)), make.number(5.5, interval=Interval(5, 6.5))
    assert work("min(a, b)", a=a, b=b).interval == Interval(4, 6)
    assert work("max(parts)", parts=[a, b]).interval == Interval(5, 6.5)


def test_abs(make, work):
    found = work("abs(a - b)", a=make.number(3), b=make.number(5, interval=Interval(2, 6)))
    assert (found.interval, found.nominal) == (Interval(0, 3), 2)


def test_change_reads_the_old_value_once(make, work):
    old, new = make.number(100, interval=Interval(95, 105)), make.number(150, interval=Interval(145, 155))
    sharp, blunt = work("change(old, new)", old=old, new=new), work("(new - old) / old", old=old, new=new)
    assert sharp.nominal == pytest.approx(blunt.nominal) == pytest.approx(0.5)
    assert blunt.interval.low < sharp.interval.low == pytest.approx(145 / 105 - 1)


def test_portion(make, work):
    assert work("portion(a, b)", a=make.number(30), b=make.number(70)).nominal == pytest.approx(0.3)


def test_ends_of_scores_and_ranges(make, work):
    score = make.number(3, "score", value2=1.0)
    assert (work("first(s)", s=score).nominal, work("last(s)", s=score).nominal) == (3, 1)
    length = make.number(18, "length", value2=23.0, interval=Interval(17.5, 23.5), scale=0.3048)
    assert work("first(s)", s=length).interval.low == pytest.approx(17.5 * 0.3048)
    assert work("first(s)", s=length).interval.high == pytest.approx(18.5 * 0.3048)
    assert work("last(s)", s=length).interval.low == pytest.approx(22.5 * 0.3048)
    assert work("is_range(s)", s=length).truth is True


def test_per_gives_the_denominator(make, work):
    daily = make.number(12000, "rate", per="day", scale=1 / 86400)
    assert work("per(r)", r=daily).interval == Interval.point(86400.0)
    assert work("per(r)", r=daily).dimension == TIME
    assert work("per(r)", r=make.number(5, "rate", per="person", per_amount=100000.0)).nominal == 100000
    with pytest.raises(Undecided, match="per what"):
        work("per(r)", r=make.number(3))


def test_links_answer(make, work):
    a, b, c = make.number(1), make.number(1), make.number(1)
    links = [("same-fact", 0, 1), ("restates", 1, 2)]
    assert work("same_fact(a, b)", links=links, a=a, b=b).truth is True
    assert work("same_fact(a, c)", links=links, a=a, c=c).truth is False
    assert work("same_subject(b, a)", links=links, a=a, b=b).truth is True
    assert work("restated(b, c)", links=links, b=b, c=c).truth is True


def test_same_noun(make, work):
    a, b = make.number(3, head="soldier"), make.number(4, head="soldier")
    assert work("same_noun(a, b)", a=a, b=b).truth is True
    assert work("same_noun(a, b)", a=a, b=make.number(4, head="mile")).truth is False
    assert work("same_noun(a, b)", a=a, b=make.number(4)).truth is None


def test_a_computed_number_has_no_place(make, work):
    with pytest.raises(AssertionError, match="a name from 'bind'"):
        work("first(a + a) == a", a=make.number(3))


def test_the_same_measure(make, work):
    a, b, c = make.number(3, head="soldier"), make.number(4, head="soldier"), make.number(4, "money", currency="USD")
    assert work("same_measure(a, b)", a=a, b=b).truth is True
    assert work("same_measure(a, c)", a=a, c=c).truth is False
    assert work("same_measure(c, d)", c=c, d=make.number(4, "money", currency="EUR")).truth is False


def test_figures_as_they_stand(make, work):
    rounded, capped = make.number(8000, interval=Interval(7500, 8500)), make.number(90, interval=Interval(0, 90), hedge="at-most")
    assert work("stated(a)", a=rounded).interval == Interval.point(8000)
    assert work("stated(a)", a=capped).interval == Interval(0, 90)
    assert work("reached(a)", a=capped).interval == Interval.point(90)
    assert work("reached(a)", a=rounded).interval == Interval(7500, 8500)


def test_what_a_whole_may_come_to(make, work):
    open_, told = make.number(400, interval=Interval(400, float("inf")), hedge="more-than"), make.number(400)
    assert work("held(a)", a=open_).interval == Interval(400, 800)
    assert work("held(a)", a=told).interval == Interval.point(400)


def test_a_reading_taken_as_a_difference(make, work):
    reading = make.number(36, "temperature", dimension=TEMPERATURE, scale=5 / 9, shift=459.67 * 5 / 9)
    assert work("difference(a)", a=reading).nominal == pytest.approx(20)
    assert work("difference(a)", a=reading).dimension == TEMPERATURE_DIFFERENCE
    assert work("is_difference(a)", a=reading).truth is False
