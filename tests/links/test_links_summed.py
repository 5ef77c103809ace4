"""A total and its parts where no list says so outright."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.likeness.turned import turns
from pytest_numcheck.links.parts.adding import adds, mended
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _told(text: str) -> list[str]:
    view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
    return [
        f"{k.confidence} {'+'.join(view.mention(i).text for i in k.roles['parts'])}={view.mention(k.roles['total'][0]).text}"
        for k in find_links(view).by_kind["summed"]
    ]


@pytest.mark.parametrize(("text", "link"), [
    ("Sales rose to $4.20 billion from $3.90 billion, comprising $1.50 billion at home against $1.40 billion and $2.70 billion "
     "abroad.",
     "inferred $1.50 billion+$2.70 billion=$4.20 billion"),
    ("Exports fell to 18,240 hulls. They comprised 12,410 dinghies, down 4 percent, and 5,830 launches, down 9 percent.",
     "inferred 12,410+5,830=18,240"),
    ("The bank has lent $653 million, including $359 million to farms and $294 million to mills.",
     "inferred $359 million+$294 million=$653 million"),
    ("The state sells two bonds totalling $700 million. The first $500 million bond runs for 12 years. The second $200 million "
     "bond runs for five.", "inferred $500 million+$200 million=$700 million"),
    ("The group holds 2,430,100 shares. Of the total, 2,059,400 are held by its funds. Two partners hold the remaining 370,700.",
     "inferred 2,059,400+370,700=2,430,100"),
])
def test_sums_with_other_numbers_between(text, link):
    assert link in _told(text)


@pytest.mark.parametrize(("text", "link"), [
    ("The 38 million shares consist of 42 million A shares and 14 million B shares.", None),
    ("A strike killed 14 people. The dead were five children, seven women and five men.", "inferred five+seven+five=14"),
    ("Seven people died. Four were students from Leeds and five were teachers.", "inferred Four+five=Seven"),
    ("Nine men and five women were arrested. The 16 suspects will appear in court.", "inferred Nine+five=16"),
    ("The bank has lent $653 million, including $359 million to farms and $249 million to mills.",
     "stated $359 million+$249 million=$653 million"),
])
def test_sums_that_miss_are_linked_where_words_or_a_slip_tell(text, link):
    assert link is None or link in _told(text)


@pytest.mark.parametrize("text", [
    "The fair drew 4,120 visitors on Saturday. On Sunday 2,300 adults and 950 children came.",
    "The fund has $653 million, including $359 million in bonds and $120 million in shares.",
    "Each unit costs 9 million. A unit consists of one share and one warrant.",
    "The council of 29 is composed of a chairman, five deputies and 23 others.",
    "Income was $112 million against $144 million and costs were $47 million against $168 million.",
])
def test_no_sum(text):
    assert not [k for k in _told(text) if not k.startswith("stated")]


def _numbers(text: str):
    return read_numbers(read_text(text), default_lexicon()).mentions


def test_one_slip_away():
    (number,) = _numbers("It sold 1,640 cars.")
    assert {6140.0, 1460.0, 1604.0, 16400.0, 164.0} == set(turns(number))
    assert set(turns(_numbers("It sold fourteen cars.")[0])) == {4.0, 40.0}
    assert not set(turns(_numbers("It sold two cars.")[0]))


def test_adding_allows_what_was_rounded():
    total, *run = _numbers("It sold 1.87 million cars, 1.20 million sedans, 649,587 vans and 14,797 buses.")
    assert adds(run, total)
    assert not mended(run[:2], run[2])
