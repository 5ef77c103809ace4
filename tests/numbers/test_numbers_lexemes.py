"""One and many, and akin nouns."""

from __future__ import annotations

import pytest

from pytest_numcheck.base.lexicon import Lexicon, default_lexicon
from pytest_numcheck.numbers.clause.lexemes import akin, lexemes, singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("soldiers", "soldier"),
        ("people", "person"),
        ("Women", "woman"),
        ("policemen", "policeman"),
        ("cities", "city"),
        ("buses", "bus"),
        ("churches", "church"),
        ("houses", "house"),
        ("bases", "base"),
        ("gas", "gas"),
        ("aircraft", "aircraft"),
        ("lives", "life"),
        ("North Korean soldiers", "soldier"),
        ("crises", "crisis"),
        ("glass", "glass"),
        ("movies", "movie"),
        ("boxes", "box"),
        ("others", "other"),
        ("taxes", "tax"),
        ("pts", "point"),
        ("", ""),
    ],
)
def test_singular(many, one):
    assert singular(many) == one


@pytest.mark.parametrize(
    "word", ["people", "soldiers", "police", "Israelis", "firefighters", "grandchildren", "asylum-seekers", "aircraft", "MPs"]
)
def test_plural(word):
    assert lexemes(default_lexicon()).is_plural(word)


@pytest.mark.parametrize("word", ["bus", "various", "crisis", "glass", "woman", "Paris", "this", "women's", "specimen", "as"])
def test_not_plural(word):
    assert not lexemes(default_lexicon()).is_plural(word)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("soldiers", "troops"),
        ("troop", "forces"),
        ("dead", "fatalities"),
        ("killed", "deaths"),
        ("people", "persons"),
        ("employees", "jobs"),
        ("staff", "workers"),
        ("North Korean soldiers", "troops"),
        ("dog", "dogs"),
    ],
)
def test_akin(a, b):
    assert akin(a, b)
    assert akin(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("soldiers", "civilians"), ("killed", "injured"), ("cars", "ships"), ("", ""), ("men", "women")]
)
def test_not_akin(a, b):
    assert not akin(a, b)


def test_a_desk_may_add_groups():
    desk = Lexicon(data={"akin": {"lions": ["lion", "big cat", "cat"]}})
    assert akin("lions", "cats", desk)
    assert not akin("lions", "cats")
