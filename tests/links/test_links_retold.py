"""Numbers told again in the body."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.view import View
from pytest_numcheck.numbers.read import read_numbers


def told(text, kind="same-fact"):
    reading = read_numbers(read_text(text), default_lexicon())
    words = {m.id: m.text for m in reading}
    links = find_links(View(reading, default_lexicon())).by_kind[kind]
    return [(*(words[i] for i in link.ids), link.confidence) for link in links]


@pytest.mark.parametrize(("text", "expected"), [
    ("News\n\nThieves took $2.4 million from a depot.\n\nThe $4.2 million was found.", ("$2.4 million", "$4.2 million")),
    ("News\n\nThe bridge is 1.2 km long. Drivers waited on the 2.1-km bridge.", ("1.2 km", "2.1-km")),
    ("News\n\nThe dam cost $8 billion. Many say the $8 million is lost.", ("$8 billion", "$8 million")),
    ("News\n\nThe firm lost 300 jobs, he said. \"We lost 3,000 jobs,\" he said.", ("300", "3,000")),
    ("News\n\nHe died six years before she was born.\n\nHe died, she said, 16 years before she was born.",
     ("six years", "16 years")),
    ("News\n\nDivers found 12 urns in the wreck.\n\nA crane came.\n\nThe 14 urns found in the wreck are safe.", ("12", "14")),
])
def test_a_slip_is_told_twice(text, expected):
    assert [link[:2] for link in told(text)] == [expected]
    assert all(link[2] != "guessed" for link in told(text))


@pytest.mark.parametrize("text", [
    "News\n\nThe old bridge is 1.2 km long. The new bridge is 2.1 km long.",
    "News\n\nThe plant cut 12,000 jobs in May. Last year the plant cut 1,200 jobs.",
    "News\n\nProfit was $45 million on Monday. It has had another $54 million in aid.",
    "News\n\nAnn Cole, 61, is a teacher. A boy, 16, was held.",
    "News\n\nAverage rent is $450 here. It is $540 for each flat there.",
    "News\n\nThe toll is 54. Some 4,500 troops are in town.",
    "News\n\n10:15 a.m. Police say that 12 people were hurt in the crash.\n\n11:40 a.m. A man spoke.\n\n"
    "12:05 p.m. Police say that 19 people were hurt in the crash.",
])
def test_two_facts(text):
    assert [link for link in told(text) if link[2] != "guessed"] == []


def test_a_figure_said_twice_is_no_slip_of_another():
    text = "News\n\nThe club has 318 members.\n\nThe choir has 381 members.\n\nThe 381 members sing."
    assert not any(set(link[:2]) == {"318", "381"} for link in told(text))


def test_all_of_them_before_the_whole():
    assert told("The fire killed all 33 passengers. The boat carried 53 passengers.", "refers-back") == [("33", "53", "guessed")]
    assert told("The fire killed all 33 passengers. The boat carried 33 passengers.", "refers-back") == [("33", "33", "inferred")]
