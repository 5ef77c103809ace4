"""Births, ages and deaths of one person, told in different places."""

import time

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.clauses.people import People
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.lives import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [f"{k.kind}/{k.confidence} " + " ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ana Ruiz, born in March 1981, is 45 and has two sons.", ["aged/stated March 1981 45"]),
    ("Kay Lund died on Monday at the age of 66. She was born on May 26, 1953.", ["aged/inferred May 26, 1953 66"]),
    ("Ole Dahl, a former judge of the High Court, died at 99. Dahl was born in 1920.", ["aged/stated 1920 99"]),
    ("Ann Lee (born 1953) is 56.", ["aged/stated 1953 56"]),
    ("Ann Lee, born 12 May 1953, turned 66 last week.", ["aged/stated 12 May 1953 66"]),
    ("Ota was born in 1931 in Kobe. Ota died in 2015 at the age of 84.", ["lived/stated 1931 2015 84"]),
    ("Luc Morel, who has died aged 86, was a mayor. Luc Morel, politician, born 29 November 1932; died 26 September 2019.",
     ["lived/stated 29 November 1932 26 September 2019 86"]),
    ("Tom Hale, 34, fled. Police said Hale, a 43-year-old plumber, was armed.", ["same-age/stated 34 43-year-old"]),
    ("Luc Morel dies aged 68\n\nToday Luc Morel, who led the port, died at home. He was 86.", ["same-age/inferred 68 86"]),
])
def test_one_person(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", [
    "Jon Berg, 41, sold the boat. His father was born in 1939.",
    "Tom Berg, 44, ran the ferry. Later Ann Berg, 41, ran it.",
    "Ida Holm, 29, won. She was 14 when she began.",
    "Kay Lund was born in 1953. Her neighbour Bo Ek died at 66.",
    "Kay Lund was born in Bergen and moved to Oslo in 1990. Lund, 66, sings.",
    "If Kay Lund had died at 66, nobody would know. Lund was born in 1953.",
    "The 150-year-old bridge was built in 1866.",
    "The London-born singer moved in 1990. She was 20.",
])
def test_not_one_person(text):
    assert told(text) == []


def test_who_is_meant():
    article = read_text("Ann Lee sang on Monday. Later that day Bo Lee, her cousin, and Dr. Kim Voss played. Lee left early.")
    people = People(article, default_lexicon())
    assert [key for *_, key in people.names(0, len(article.text))] == ["lee", "lee 2", "voss", "lee"]
    assert people.before(article.text.index(", her")) == "lee 2"
    assert people.subject(article.text.index("sang")) == ("lee", True)
    assert people.opening(2) == "lee"


def test_a_hostile_text_is_quick():
    start = time.process_time()
    told("Ann Lee, " + "a, " * 4000 + "died at 50. " + "A B C D " * 4000 + " born " * 2000 + "in 1950.")
    assert time.process_time() - start < 5
