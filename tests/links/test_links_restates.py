"""Conversions beside what they convert: brackets, dashes, commas, "or"."""

import pytest

from pytest_numcheck.engine import check_text


@pytest.mark.parametrize("text", [
    "The hall is 100 metres – {} – long.",
    "The hall is 100 metres -- about {} -- long.",
    "The hall is 100 metres, about {}, long.",
    "The hall is 100 metres, or {}, long.",
    "The hall is 100 metres ({}) long.",
    "The hall is 100 metres long ({}).",
    "The hall has 100 metres of shelves ({}).",
    "The hall is up to 100 metres ({}) long.",
])
def test_a_conversion_is_found_and_judged(text):
    def outcomes(feet):
        return [c.outcome for c in check_text(text.format(feet)).checks if c.rule == "convert/bracket"]

    assert outcomes("328 feet") == ["consistent"]
    assert outcomes("832 feet") == ["inconsistent"]


@pytest.mark.parametrize("text", [
    "The hall is 100 metres long, 300 feet wide, and dark.",
    "The hall is 100 metres long (the door is 9 feet high).",
    "He ran 100 metres, then 3 miles, then slept.",
])
def test_other_measures_are_none(text):
    assert [c for c in check_text(text).checks if c.rule == "convert/bracket"] == []


@pytest.mark.parametrize("text", ["It is 3 mph (6 kph).", "It is 1 mile (2 km).", "It is 30 mph (45 km/h).",
                                  "It is five-foot (one and two thirds meters).", "It is 10 pounds (5 kg)."])
def test_coarse_rounding_is_allowed(text):
    assert [c.outcome for c in check_text(text).checks if c.rule == "convert/bracket"] == ["consistent"]


@pytest.mark.parametrize("text", ["It is 1,000 feet (350 meters) long.", "Winds of up to 120mph (139 km/h) blew."])
def test_not_more(text):
    assert [c.outcome for c in check_text(text).checks if c.rule == "convert/bracket"] == ["inconsistent"]
