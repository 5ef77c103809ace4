"""A number reads back to itself in whatever way news prints it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.numbers.read import read_numbers

MAGNITUDES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}


def values(text: str, kind: str) -> list[float | None]:
    return [m.value for m in read_numbers(read_text(text)).mentions if m.kind == kind]


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 999_999_999))
def test_a_count_in_figures_and_in_words(n):
    words = num2words(n).replace(",", "")
    for spelling in (f"{n:,}", words, words.replace(" and ", " ")):
        assert values(f"The company counted {spelling} letters in the cellar.", "count") == [n], spelling


@settings(max_examples=100, deadline=None)
@given(st.integers(11, 9999), st.sampled_from(sorted(MAGNITUDES)))
def test_money_with_a_magnitude(tenths, name):
    amount = tenths / 10
    wanted = [pytest.approx(amount * MAGNITUDES[name])]
    for before, after in (("$", ""), ("US$", ""), ("USD ", ""), ("", " dollars")):
        spelling = f"{before}{amount} {name}{after}"
        assert values(f"The firm paid {spelling} for the mill.", "money") == wanted, spelling


@settings(max_examples=100, deadline=None)
@given(st.integers(11, 9999), st.sampled_from(sorted(SUFFIXES)))
def test_money_with_a_letter(tenths, letter):
    amount = tenths / 10
    wanted = [pytest.approx(amount * SUFFIXES[letter])]
    for spelling in (f"£{amount}{letter}", f"€{amount}{letter}", f"A${amount}{letter}"):
        assert values(f"The firm paid {spelling} for the mill.", "money") == wanted, spelling


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 999))
def test_a_percentage(tenths):
    p = tenths / 10
    for spelling in (f"{p}%", f"{p} percent", f"{p} per cent", f"{p} pct", f"{p} %"):
        assert values(f"About {spelling} of the voters stayed at home.", "percent") == [pytest.approx(p)], spelling


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 11), st.integers(1, 59))
def test_a_time_of_day(hour, minute):
    for spelling in (f"{hour}:{minute:02} a.m.", f"{hour}.{minute:02}am", f"{hour:02}:{minute:02}", f"{hour}:{minute:02} AM"):
        assert values(f"The train left at {spelling} on Monday.", "clock") == [hour * 60 + minute], spelling
