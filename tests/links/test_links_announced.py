"""Counts that announce names and items from further off."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def items(text, suffix=".txt"):
    reading = read_numbers(read_text(text, suffix=suffix), default_lexicon())
    found = find_links(View(reading, default_lexicon())).by_kind["items"]
    return [(reading.by_id[k.roles["count"][0]].text, len(k.roles["items"]), k.confidence) for k in found]


@pytest.mark.parametrize(("text", "expected"), [
    ("She won in seven states. She carried Ohio, Utah, Maine, Iowa, Texas and Idaho.", [("seven", 6, "inferred")]),
    ("5 ways to save\n\n1. Cook more.\n\n2. Walk.\n\n3. Share.\n\n4. Mend.", [("5", 4, "stated")]),
    ("The plan has three steps:\n\n* Dig.\n\n* Plant.", [("three", 2, "stated")]),
    ("He set four records: the highest jump of all; the longest fall by far; and the fastest climb.", [("four", 3, "stated")]),
    ("The four cures were a drug; a salve that a firm makes; and a broth of herbs.", [("four", 3, "stated")]),
])
def test_counts_and_their_items(text, expected):
    suffix = ".md" if "\n* " in text or "\n1." in text else ".txt"
    assert items(text, suffix) == expected


@pytest.mark.parametrize("text", [
    "She won in 40 states. She carried Ohio, Utah, Maine, Iowa, Texas and Idaho.",
    "She won in seven states, including Ohio, Utah, Maine, Iowa, Texas and Idaho.",
    "Seven people spoke. Animals came from zoos such as Ohio, Utah, Maine, Iowa, Texas and Idaho.",
    "5 ways to save\n\n1. Cook more.\n\n2. Walk.\n\nBonus: Share.",
    "5 die in fire\n\n1. The fire began.\n\n2. It spread.",
])
def test_counts_of_something_else(text):
    assert items(text, ".md" if "1." in text else ".txt") == []
