"""Whose gallon, whose ton, whose order of day and month: a desk's region."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.read import read_numbers


def units(text: str, **region: str) -> list[str | None]:
    reading = read_numbers(read_text(text), Lexicon(data={"region": region} if region else {}))
    return [m.unit for m in reading.mentions]


@pytest.mark.parametrize(("region", "wanted"), [
    ({}, ["gallon", "ton"]), ({"gallon": "us", "ton": "short"}, ["gallon", "ton"]),
    ({"gallon": "imperial", "ton": "metric"}, ["imperial_gallon", "tonne"]),
    ({"gallon": "imperial", "ton": "long"}, ["imperial_gallon", "long_ton"]),
])
def test_gallons_and_tons(region, wanted):
    assert units("The farm sold 30 gallons of cider and 12 tons of hay.", **region) == wanted


def test_what_the_words_say_counts():
    assert units("The tank holds 30 US gallons.", gallon="imperial") == ["gallon"]


def test_either_reading_is_open_only_where_the_region_is():
    text = "The farm sold 30 gallons of cider."
    assert read_numbers(read_text(text)).mentions[0].alternatives == ("imperial_gallon",)
    american = Lexicon(data={"region": {"gallon": "us"}})
    assert read_numbers(read_text(text), american).mentions[0].alternatives == ()


def test_the_order_of_day_and_month():
    british = Lexicon(data={"calendar": {"numeric_order": "day-first"}})
    moment = read_numbers(read_text("The deadline is 4/11/2026."), british).mentions[0].moment
    assert moment is not None
    assert (moment.day, moment.month) == (4, 11)
