from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.numbers.digits.figures import figures


def values(text):
    return [(text[f.start : f.end], f.value) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8,000 of 10,000", [("8,000", 8000), ("10,000", 10000)]),
        ("twenty-five, one hundred and five", [("twenty-five", 25), ("one hundred and five", 105)]),
        ("ten and fifteen", [("ten", 10), ("fifteen", 15)]),
        ("two and a half years, two-and-a-half years", [("two and a half", 2.5), ("two-and-a-half", 2.5)]),
        ("half a million votes, a quarter of a million", [("half a million", 500_000), ("a quarter of a million", 250_000)]),
        ("three quarters of a million", [("three quarters of a million", 750_000)]),
        ("one and a half million", [("one and a half million", 1_500_000)]),
        ("a dozen eggs, half a dozen, ten dozen", [("a dozen", 12), ("half a dozen", 6), ("ten dozen", 120)]),
        ("1.3bn, 2.5 mln, 3tn and 21k", [("1.3bn", 1.3e9), ("2.5 mln", 2.5e6), ("3tn", 3e12), ("21k", 21000)]),
        ("a 5-million fund", [("5-million", 5e6)]),
        ("35 lakh and 2 crore", [("35 lakh", 3.5e6), ("2 crore", 2e7)]),
        ("12,34,567.89 rupees", [("12,34,567.89", 1234567.89)]),
        ("10 1/2 miles and 2½ pints", [("10 1/2", 10.5), ("2½", 2.5)]),
        ("seventeen hundred, six thousand", [("seventeen hundred", 1700), ("six thousand", 6000)]),
        ("a hundred and twenty", [("a hundred and twenty", 120)]),
        ("two point five", [("two point five", 2.5)]),
        (".5 and 0.25", [(".5", 0.5), ("0.25", 0.25)]),
    ],
)
def test_values(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("text", ["1,0000", "1.2.3", "12,34", "7" * 31, "hundreds of thousands", "someone", "a second chance"])
def test_no_figure(text):
    assert values(text) == []


def test_precision():
    a, b, c, d = figures("2.4 million and 1,200 and 3.50 and half a million")
    assert (a.step, b.step, c.step, d.step) == (100_000, 1, 0.01, None)
    assert d.worded
    assert d.grain == 100_000


def test_fractions_stand_apart():
    assert [(f.fraction, round(f.value, 4)) for f in figures("two-thirds, a fifth, 1/4 and three")] == [
        (True, 0.6667),
        (True, 0.2),
        (True, 0.25),
        (False, 3),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a 400m freestyle", 400),
        ("13.5 m by 3.8 m", 13.5),
        ("20m yen", 2e7),
        ("6m visitors", 6e6),
        ("£1.6m", 1.6e6),
        ("he is 1.8m tall", 1.8),
        ("at a depth of 190m", 190),
        ("a wall 12 feet (3.7m) high", 12),
    ],
)
def test_the_letter_m(text, value):
    assert figures(text)[0].value == pytest.approx(value)


@given(st.text(alphabet="0123456789., -/½abnmk andtwohundredmillion", max_size=60))
def test_figures_are_sorted_and_apart(text):
    found = figures(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
