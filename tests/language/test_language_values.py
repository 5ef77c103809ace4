"""Values of mentions, amounts and tolerances, bands, and positions in files."""

import math

import pytest

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.base.strictyaml import DataError, parse
from pytest_numcheck.language.amounts import parse_amount, parse_tolerance, unit_named
from pytest_numcheck.language.kinds import BINDABLE, WEEKDAY, dimension_of
from pytest_numcheck.language.lookup import band, table
from pytest_numcheck.language.model import Selector, expand
from pytest_numcheck.language.spot import locate
from pytest_numcheck.language.template import listed, places, word_lists
from pytest_numcheck.language.value import Undecided, both, either, negate, value_of
from pytest_numcheck.numbers.dimension import CLOCK, MASS, MONEY, NUMBER, SPEED, TEMPERATURE, TIME
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Cue


def test_a_mention_is_read_as_the_rule_says(make):
    m = make.number(2.4, interval=Interval(2.35, 2.45), step=0.1, scale=1e6)
    assert value_of(m).interval == Interval(2.35e6, 2.45e6)
    assert value_of(m).nominal == 2.4e6
    cut = value_of(m, "cut").interval
    assert (cut.low, cut.high, cut.high_open) == (2.4e6, 2.5e6, True)


def test_exact_and_hedged_numbers_are_not_cut(make):
    assert value_of(make.number(12, step=1.0), "cut").interval == Interval.point(12)
    assert value_of(make.number(2.4, interval=Interval(2, 3), step=0.1, hedge="about"), "cut").interval == Interval(2, 3)
    below = make.number(-2.4, interval=Interval(-2.45, -2.35), step=0.1)
    assert value_of(below, "cut").interval == Interval(-2.5, -2.4, True, False)


def test_an_ambiguous_unit_gives_each_reading(make):
    gallons = make.number(10, "volume", unit="gallon", scale=unit_named("gallon").scale, dimension=unit_named("gallon").dimension,
                          alternatives=("imperial_gallon", "gallon"))
    first, second = value_of(gallons).allowed()
    assert second.low / first.low == pytest.approx(1.20095, rel=1e-4)


def test_cues_have_values_of_their_own():
    tuesday = value_of(Cue(3, 0, 7, "Tuesday", "weekday", 1.0))
    assert (tuesday.dimension, tuesday.nominal, tuesday.mentions) == (WEEKDAY, 1.0, (3,))
    with pytest.raises(Undecided, match="'rose' gives no figure"):
        value_of(Cue(4, 0, 4, "rose", "rise")).allowed()


def test_three_values():
    assert [both(x) for x in ((True, True), (True, None), (None, False), ())] == [True, None, False, True]
    assert [either(x) for x in ((False, False), (False, None), (None, True), ())] == [False, None, True, False]
    assert [negate(x) for x in (True, False, None)] == [False, True, None]


@pytest.mark.parametrize(("text", "base", "dimension"), [
    ("1,150 km/h", 1150 / 3.6, SPEED), ("2 minutes", 120, TIME), ("5%", 0.05, NUMBER), ("60 degree_Celsius", 333.15, TEMPERATURE),
    ("$5", None, None), ("3", 3, NUMBER), ("2.5 million USD", 2.5e6, MONEY), ("12,000/day", 12000 / 86400, TIME),
    ("5 short_ton", 4535.9, MASS),
    ("", None, None), ("km", None, None), ("1 km; rm", None, None), ("5 __class__", None, None), ("9" * 50, None, None),
])
def test_amounts(text, base, dimension):
    if base is None:
        with pytest.raises(ValueError, match="'"):
            parse_amount(text)
        return
    value = parse_amount(text)
    assert value.nominal == pytest.approx(base, rel=1e-4)
    if dimension is not TIME or "day" not in text:
        assert value.dimension == dimension


def test_tolerances():
    share, minutes = parse_tolerance("5%"), parse_tolerance("2 minutes")
    assert share.relative == 0.05
    assert share.fits(MASS)
    assert not share.fits(CLOCK)
    assert minutes.fits(CLOCK)
    assert minutes.fits(TIME)
    assert not minutes.fits(MASS)
    assert parse_tolerance("2 kelvin").fits(TEMPERATURE) is False
    assert parse_tolerance("2 delta_degree_Celsius").fits(TEMPERATURE)
    with pytest.raises(ValueError, match="negative"):
        parse_tolerance("-1 minute")


def test_units_within_units(make):
    years = Selector(("duration",), unit="year", dimension=TIME, size=unit_named("year").scale)
    for unit, fits in (("year", True), ("decade", True), ("century", True), ("day", False), ("month", False)):
        found = unit_named(unit)
        assert years.measured(make.number(1, "duration", unit=unit, dimension=TIME, scale=found.scale)) is fits
    daily = unit_named("1/day")
    rate = Selector(("rate",), unit="1/day", dimension=daily.dimension, size=daily.scale)
    assert rate.measured(make.number(5, "rate", dimension=daily.dimension, scale=1 / 86400))
    assert not rate.measured(make.number(5, "rate", dimension=daily.dimension, scale=1 / 3600))


def test_bands():
    lexicon = Lexicon(data={"desk-paces": {"walker": {"words": ["walker", "foot soldier"], "high": "12 km/h"},
                                      "cyclist": {"low": "5 km/h", "high": "90 km/h"}}})
    assert table(lexicon, "desk-paces").dimension == SPEED
    walker = band(lexicon, "desk-paces", "Foot  soldiers")
    assert (walker.interval.low, walker.interval.high) == (-math.inf, pytest.approx(12 / 3.6))
    assert band(lexicon, "desk-paces", "cyclist").interval.low == pytest.approx(5 / 3.6)
    assert band(lexicon, "desk-paces", "zeppelin") is None


@pytest.mark.parametrize(("entry", "what"), [
    ({"a": {"low": "5 km/h", "high": "3 km/h"}}, "low is above high"), ({"a": {"low": "5 km/h", "high": "3 kg"}}, "same thing"),
    ({"a": {"high": "5 km/h"}, "b": {"high": "3 kg"}}, "the others are"), ({"a": {"words": ["x"]}}, "neither low nor high"),
    ({"a": {"high": "fast"}}, "not an amount"), ({"source": "none"}, "is empty"),
])
def test_bad_tables(entry, what):
    with pytest.raises(ValueError, match=what):
        table(Lexicon(data={"desk-paces": entry}), "desk-paces")


def test_unknown_tables():
    with pytest.raises(DataError):
        table(Lexicon(), "no-such-table")


def test_kinds_have_dimensions():
    assert dimension_of(("count", "percent")) == NUMBER
    assert dimension_of(("duration", "age")) == TIME
    assert dimension_of(("count", "money")) is None
    assert dimension_of(("rate",)) is None
    assert len(BINDABLE) == len(set(BINDABLE))


def test_templates_tell_their_places():
    template = "list({part} <person>) of ( {whole} | {rest}) <np> {part}"
    assert places(template) == ("part", "whole", "rest")
    assert listed(template) == ("part",)
    assert [name for name, _ in word_lists(template)] == ["person"]


def test_word_lists_expand():
    lexicon = Lexicon(words={"gear": ["Rope", "saddle"]})
    assert expand(("<gear>", "Lasso"), lexicon) == {"rope", "saddle", "lasso"}


@pytest.mark.parametrize(("text", "offset", "place"), [
    ("a: bcd", 1, (1, 5)), ('a: "bcd"', 1, (1, 6)), ("a: |\n  one\n  two", 5, (3, 4)), ("a: >\n  one\n  two", 5, (3, 4)),
    ("a: one\n  two three", 8, (2, 7)), ('a: "one\n  two"', 5, (2, 4)),
])
def test_positions_in_every_style(text, offset, place):
    assert locate(parse(text).get("a"), offset) == place
