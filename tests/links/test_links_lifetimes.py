"""Births and ages that no name ties, and the bracketed years of a life."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.lifetimes import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [f"{k.kind} " + " ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()), frozenset())]


@pytest.mark.parametrize(("text", "expected"), [
    ("The writer was born in Prague in 1898. She was 40 when she fled, in 1938.", "lived 1898 1938 40"),
    ("The poet bought it in 1951, when he was 44. Born in 1907 in Leith, he had no garden.", "lived 1907 1951 44"),
    ("The count, born in 1884, inherited the mill at 29, in 1913.", "lived 1884 1913 29"),
    ("Kofi Mensah (1938-2009), the singer, was 71 when he died.", "life 1938-2009 71"),
    ('The mayor, born in 1950, won in 2003. "I am 52 years old and well," she said.', "aged-by 1950 2003 52 years old"),
    ("The mayor, born in 1950, is 52 and sings. She won in 2003.", "aged-by 1950 2003 52"),
    ("The mayor, born in 1910, is 107 and sings. She won in 2008.", "aged-by 1910 2008 107"),
])
def test_one_birth(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    "The writer was born in 1898. Her father was 40 when he fled, in 1938.",
    "His mother was born in 1898. He was 12 when she fled, in 1938.",
    "Kofi Mensah (1938-2009) sang with Ama Boateng (1941-1990), who died at 48.",
    "Kofi Mensah (1938-2009), the singer, was 23 when he left home.",
    "The mayor, born in 1950, is 61 and sings. She won in 2003.",
    "The singer, born in 1941, was 69 when he left us. His last album came out in 1982.",
    "The singer, born in 1941, is 69. His last album came out in 1982.",
])
def test_not_one(text):
    assert told(text) == []
