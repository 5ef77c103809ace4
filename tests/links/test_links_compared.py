"""Two numbers of which one is said to be the larger."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def compared(text: str) -> list[tuple[str, str]]:
    reading = read_numbers(read_text(f"Word.\n\n{text}"), default_lexicon())
    links = find_links(View(reading, default_lexicon())).by_kind["compared"]
    return [(reading.by_id[k.roles["more"][0]].text, reading.by_id[k.roles["less"][0]].text) for k in links]


@pytest.mark.parametrize(("text", "expected"), [
    ("The deficit came in at $43 billion, worse than the $41 billion the ministry had feared.", [("$43 billion", "$41 billion")]),
    ("Sales of £34m were worse than the £41m of May.", [("£41m", "£34m")]),
    ("The jobless rate was 5.1%, better than the 5.4% of May.", [("5.4%", "5.1%")]),
    ("Our school, with 18 pupils, has fewer than Hill Farm, its neighbour, which has 31.", [("31", "18")]),
    ("The weather was not good. She ran the marathon in two hours 19 minutes, beating the record of two hours 20 minutes.",
     [("two hours 20 minutes", "two hours 19 minutes")]),
])
def test_which_is_more(text: str, expected: list[tuple[str, str]]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize("text", [
    "The 400 has a range of 11,900 km, 1,860 km further than the 747.",
    "The weather was 34 degrees, worse than the 41 of May.",
])
def test_a_difference_and_what_may_be_either_are_left_alone(text: str) -> None:
    assert compared(text) == []
