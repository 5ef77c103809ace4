"""Parts singled out of a whole told before, shares of what was told, and ground that is covered."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.facts import refers_back
from pytest_numcheck.links.parts import covering, part_of_them, share_of_told, singled_out
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def told(text: str, module) -> list[tuple[str, ...]]:
    reading = read_numbers(read_text(text), default_lexicon())
    return [tuple(reading.by_id[i].text for i in link.ids) for link in module.find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "pair"), [
    ("Since May, 133,134 people have fallen ill on the islands, including around 700,000 last month.", ("700,000", "133,134")),
    ("In five years there were 3,248 cases reported worldwide, including 5,840 deaths.", ("5,840", "3,248")),
    ("Some 64 respondents, among them 210 judges, called it unfair.", ("210", "64")),
    ("In all, 400 people will go. Those include 1,000 cleaners, the union said.", ("1,000", "400")),
    ("We were a group of five out of which seven are hurt.", ("seven", "five")),
    ("The five firms, selected from three that had applied, will build it.", ("five", "three")),
    ("About 75 people saw his page, out of around 15 followers.", ("75", "15")),
    ("The bank has paid out $1.9 billion of $1.07 billion.", ("$1.9 billion", "$1.07 billion")),
    ("Some 46 people called in May, but only 61 came.", ("61", "46")),
    ("The fire killed 12 people and hurt 40, including three children.", ("three", "40")),
])
def test_a_part_singled_out(text, pair):
    assert pair in told(text, singled_out)


@pytest.mark.parametrize("text", [
    "Four judges each gave scores out of six.",
    "He reached 3 percent in two polls, of which four are needed.",
    "They sold the shields in over 80 countries, including 2.2 million at home.",
    "The club is 14th out of the 20 teams.",
    "The firm raised $300 million of 6.5 percent notes.",
    "The city has many parks, including 12 by the river.",
])
def test_no_part_singled_out(text):
    assert told(text, singled_out) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Nine men from the valley and another man were held. Seventeen of the men had been armed.", "inferred"),
    ("The line has a fleet of 270 aircraft. It ordered 50 jets. It has 312 of the planes on its books.", "inferred"),
    ("The line has a fleet of 270 aircraft. It ordered 50 jets. It has 123 of the planes on its books.", "guessed"),
])
def test_more_than_all_told_of(text, expected):
    reading = read_numbers(read_text(text), default_lexicon())
    assert [k.confidence for k in part_of_them.find(View(reading, default_lexicon()))] == [expected]


@pytest.mark.parametrize(("text", "three"), [
    ("The bank gave it a $400 million loan, and 68 percent of that loan ($344 million) is unpaid.",
     ("$344 million", "$400 million", "68 percent")),
    ("A loan of $400 million was agreed. Some 86% of the loan, or $344 million, is unpaid.",
     ("$344 million", "$400 million", "86%")),
])
def test_a_share_of_what_was_told(text, three):
    assert told(text, share_of_told) == [three]


def test_a_share_of_something_else():
    assert told("The bank gave it a $400 million loan. Some 86% of the staff (344) went.", share_of_told) == []
    assert told("It has $400 million in bonds. Some 86% of the loan ($344 million) is unpaid.", share_of_told) == []


def test_what_covers_a_ground():
    one = "Plains cover 65% of the surface. Dunes, covering 71% of the surface, lie in the south."
    assert told(one, covering) == [("65%", "71%")]
    assert told("Plains cover 65% of the moon. Dunes cover 71% of the valley.", covering) == []
    assert told("Ice covered 65% of the lake in May and 71% of the lake in June.", covering) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The agency chose 11 firms in May. These 17 had until November to bid.", [("17", "11", "inferred")]),
    ("The agency chose 11 firms in May. These 11 had until November to bid.", [("11", "11", "inferred")]),
    ("It was in two people and the wife of one of them. These three are well.", []),
    ("The agency chose 11 firms and 14 schools. These 17 had until November to bid.", []),
])
def test_these_without_a_noun(text, expected):
    reading = read_numbers(read_text(text), default_lexicon())
    links = refers_back.find(View(reading, default_lexicon()))
    assert [(*(reading.by_id[i].text for i in k.ids), k.confidence) for k in links] == expected
