"""Events with two dates."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.facts import dated_twice
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def told(text: str) -> list[tuple[str, ...]]:
    reading = read_numbers(read_text(text), default_lexicon())
    return [tuple(reading.by_id[i].text for i in link.ids) for link in dated_twice.find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "pair"), [
    ("News\n\nHe asked about the July 25 call with the minister. She took notes of the call on July 15.", ("July 25", "July 15")),
    ("News\n\nIt was set out in a Nov. 5 letter. The agency has not answered the Nov. 15 letter.", ("Nov. 5", "Nov. 15")),
    ("News\n\nThe panel heard of a May 10 meeting at the port. An aide shifted his account of the May 20 meeting.",
     ("May 10", "May 20")),
    ("News\n\nPolice reopened the 2016 Harwell mill arson case. Nobody was charged over the 2019 Harwell arson.",
     ("2016", "2019")),
    ("News\n\nHis first wife's 1982 disappearance is a riddle. He spoke of the disappearance of his first wife in 1992.",
     ("1982", "1992")),
    ("News\n\nThe agency is getting ready for its planned 2031 crewed moon landing. Few think that a crewed 2013 moon landing "
     "was ever likely.", ("2031", "2013")),
    ("News\n\nThe plan is to be the greenest town by 2030. It will be hard, and many expect the 2020 target to be dropped.",
     ("2030", "2020")),
    ("Minister names 26 March for budget\n\nThe budget will be read on 16 March, the ministry said.", ("26 March", "16 March")),
    ("News\n\nThe July 25 call was long. Notes of the call on July 25 are lost.", ("July 25", "July 25")),
])
def test_one_event(text, pair):
    assert told(text) == [pair]


@pytest.mark.parametrize("text", [
    "News\n\nThe May 10 meeting ended in a row. A second meeting, the May 20 meeting, was calm.",
    "News\n\nThe May 10 meeting ended in a row. The May 26 meeting was calm.",
    "News\n\nThe May 10 meeting ended in a row. The May 20 vote was calm.",
    "News\n\nHe met them on May 10 at the port. He met them on May 20 at the inn.",
    "News\n\nThe 2012 election was close. The 2022 election was closer.",
    "News\n\nThe 2004 Kelso bombing killed two. The 2014 Moray bombing killed three.",
    "News\n\nThe 2004 attack was the first. The 2014 attack was the last.",
    "News\n\nThe firm won the 2011 contract for a bridge, and in 2021 a road.",
    "Budget on 26 March\n\nThey met on 16 March to name a day. The budget is on 26 March.",
    "News\n\nBy 2030 it will be bigger, and by 2040 bigger still. The 2020 target was met.",
])
def test_two_events(text):
    assert told(text) == []
