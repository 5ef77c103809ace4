"""Variants of one mention."""

from __future__ import annotations

import pytest

from pytest_numcheck.check.slipped import variants
from pytest_numcheck.numbers.dimension import CLOCK, DATE
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Mention, Moment


def number(text: str, value: float, **more: object) -> Mention:
    point = Interval.point(value)
    return Mention(0, 0, len(text), text, str(more.pop("kind", "count")), value, printed=point, loose=point, **more)  # type: ignore[arg-type]


def names(m: Mention, value: float) -> set[str]:
    return {v.name for v in variants(m) if v.mention.value == pytest.approx(value)}


@pytest.mark.parametrize(("text", "value", "meant", "name"), [
    ("12,000", 12000, 1200, "a factor of 10"),
    ("12,000", 12000, 12_000_000, "a factor of 1,000"),
    ("4,880", 4880, 4808, "transposed digits"),
    ("11,250", 11250, 1250, "a doubled digit"),
    ("111", 111, 1111, "a dropped digit"),
    ("2.48 million", 2_480_000, 2_840_000, "transposed digits"),
    ("three", 3, 4, "off by one"),
    ("6.5 km", 6.5, 65, "a factor of 10"),
])
def test_a_number_may_have_been_another(text: str, value: float, meant: float, name: str) -> None:
    assert name in names(number(text, value, worded=text == "three"), meant)


def test_short_numbers_have_no_digit_slips() -> None:
    found = {v.name for v in variants(number("36", 36.0))}
    assert "transposed digits" not in found
    assert not next(v for v in variants(number("36", 36.0)) if v.name == "off by one").evidence


def test_ranges_and_vague_numbers_have_no_variants() -> None:
    assert not list(variants(number("3 to 5", 3.0, value2=5.0)))
    assert not list(variants(Mention(0, 0, 6, "dozens", "vague")))


def test_a_slipped_number_keeps_the_width_of_its_interval() -> None:
    m = Mention(0, 0, 3, "250", "length", 250.0, printed=Interval(249.5, 250.5), loose=Interval(245, 255))
    turned = next(v.mention for v in variants(m) if v.name == "transposed digits" and v.mention.value == 520)
    assert turned.printed == Interval(519.5, 520.5)
    tenth = next(v.mention for v in variants(m) if v.mention.value == 25)
    assert tenth.loose == Interval(24.5, 25.5)


def test_a_clock_time_may_be_an_hour_or_half_a_day_off() -> None:
    m = Mention(0, 0, 9, "9:37 a.m.", "clock", 577.0, dimension=CLOCK, printed=Interval.point(577), loose=Interval.point(577),
                moment=Moment(minutes=577, half="am", grain="minute"))
    found = {(v.name, v.mention.moment.minutes, v.mention.moment.half) for v in variants(m) if v.mention.moment}
    assert ("one hour off", 517, "am") in found
    assert ("a.m. for p.m.", 577 + 720, "pm") in found


def test_a_date_may_be_a_day_or_a_year_off() -> None:
    m = Mention(0, 0, 12, "July 12, 2019", "date", dimension=DATE, printed=Interval.point(737252), loose=Interval.point(737252),
                moment=Moment(year=2019, month=7, day=12))
    found = {(v.name, v.mention.moment.year, v.mention.moment.day) for v in variants(m) if v.mention.moment}
    assert {("one day off", 2019, 13), ("one year off", 2018, 12), ("transposed digits", 2019, 21)} <= found
    assert ("transposed digits", 2091, 12) in found


def test_fahrenheit_may_have_32_too_many() -> None:
    m = Mention(0, 0, 5, "35.6F", "temperature-difference", 35.6, unit="delta_degree_Fahrenheit", printed=Interval(35.55, 35.65),
                loose=Interval(35.55, 35.65))
    assert "32 added" in names(m, 3.6)
