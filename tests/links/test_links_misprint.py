"""One figure a slip away from another."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.likeness.agree import can_agree
from pytest_numcheck.links.likeness.misprint import figure_keys, misprint, slip_size
from pytest_numcheck.numbers.read import read_numbers


def pair(text):
    return read_numbers(read_text(text), default_lexicon()).mentions[:2]


@pytest.mark.parametrize(("text", "slip"), [
    ("It has 318 seats and 381 seats.", "turned digits"), ("It has 54 cats and 45 cats.", "turned digits"),
    ("It has 177 hens and 117 hens.", "one digit"), ("It has 111 hens and 11 hens.", "a digit more"),
    ("It costs $8.2 billion or $8.2 million.", "a scale word"), ("It has 12,000 pigs and 1,200 pigs.", "a zero"),
    ("It has 9,000 pigs and 90,000 pigs.", "a round zero"), ("It has seventeen pigs and seventy pigs.", "teen for ty"),
    ("It has six pigs and sixteen pigs.", "a teen more"), ("It emits 80 mg of soot and 80 g of dust.", "a unit"),
    ("It has 12,000 pigs and 120 pigs.", "two zeros"),
    ("It has 30 pigs and 90 pigs.", None), ("It has 12 pigs and 12 pigs.", None), ("It costs £170m or £1.17bn.", None),
    ("It has 1 pig and 10 pigs.", "a round zero"), ("It has 443 hens and 344 hens.", "mixed digits"),
    ("It costs $15.5 million or $5.15 million.", "mixed digits"), ("It costs $1.5 million or $1.05 million.", None),
    ("It rose by 10.4% or 14.0%.", "turned digits"), ("It rose by 10.5% or 15%.", None),
    ("It holds 9.9% or 19.9%.", "a digit more"),
    ("It has nineteen pigs and 91 pigs.", "turned digits"), ("It has a dozen pigs and 123 pigs.", None),
    ("It has 12 to 14 pigs and 21 to 41 pigs.", None),
    ("It costs $449K or $944,000.", "mixed digits"), ("It costs $44K or $94,000.", None),
])
def test_slips(text, slip):
    a, b = pair(text)
    assert misprint(a, b) == misprint(b, a) == slip


@pytest.mark.parametrize(("text", "fit"), [
    ("It has at least 17 pigs and at least 70 pigs.", False), ("It has at least 17 pigs and 70 pigs.", False),
    ("It has more than 50 pigs and 48 pigs.", False), ("It has about 50 pigs and 48 pigs.", True),
    ("It has nearly 3,000 pigs and 2,953 pigs.", True), ("It has 12 pigs and 13 pigs.", False),
    ("It has at least 50 pigs and more than 55 pigs.", True), ("It costs about $450 or about $540.", False),
    ("It has at least five pigs and 15 pigs.", False), ("It has at least five pigs and seven pigs.", True),
    ("It has up to 60 pigs and 16 pigs.", False), ("It has up to 60 pigs and 52 pigs.", True),
])
def test_what_can_be_one(text, fit):
    a, b = pair(text)
    assert can_agree(a, b) is can_agree(b, a) is fit


@pytest.mark.parametrize(("text", "size"), [
    ("It has 318 seats and 381 seats.", "long turned digits"), ("It has 54 cats and 45 cats.", "turned digits"),
    ("It has 12,300 pigs and 1,230 pigs.", "a long zero"), ("It has 12,000 pigs and 1,200 pigs.", "a zero"),
    ("It costs $82 billion or $82 million.", "a long scale word"), ("It costs $8 billion or $8 million.", "a scale word"),
    ("It has 1,177 hens and 1,117 hens.", "long one digit"), ("It has 177 hens and 117 hens.", "one digit"),
])
def test_a_slip_that_chance_hardly_makes_is_long(text, size):
    a, b = pair(text)
    assert slip_size(a, b, misprint(a, b)) == size


@pytest.mark.parametrize("text", [
    "It has 318 seats and 381 seats.", "It has 54 cats and 45 cats.", "It has 177 hens and 117 hens.",
    "It has 111 hens and 11 hens.", "It costs $8.2 billion or $8.2 million.", "It has 12,000 pigs and 1,200 pigs.",
    "It has seventeen pigs and seventy pigs.", "It has six pigs and sixteen pigs.", "It emits 80 mg of soot and 80 g of dust.",
    "It has 105 hens and 150 hens.", "It has 1,234 hens and 234 hens.", "It has 443 hens and 344 hens.",
])
def test_figures_a_slip_apart_are_looked_up_alike(text):
    a, b = pair(text)
    assert misprint(a, b) is not None
    assert set(figure_keys(a)) & set(figure_keys(b))


def test_a_rate_is_no_fraction_but_a_fraction_is():
    assert misprint(*pair("He drove at 168km/h and at 186km/h.")) == "turned digits"
    assert misprint(*pair("It is worth a 5/8 point or a 1/16 point.")) is None
