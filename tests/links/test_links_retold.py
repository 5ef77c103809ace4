"""Numbers told again in the body."""

from __future__ import annotations

import time

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.facts import same_fact
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
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
    ("News\n\nThe offer was worth 675 mln dlrs, the firm said.\n\nIts rival called a 765 mln dlr bid unwelcome.",
     ("675 mln dlrs", "765 mln dlr")),
    ("News\n\nShares of Norbex worth 14.2 mln crowns were sold.\n\nNorbex got 12.4 mln crowns for the shares.",
     ("14.2 mln crowns", "12.4 mln crowns")),
    ("News\n\nPolice questioned a 15-year-old pupil.\n\nThe court freed the 51-year-old pupil.", ("15-year-old", "51-year-old")),
    ("News\n\nThe rules allow 80 mg of soot.\n\nOne car in ten met the 80 g target.", ("80 mg", "80 g")),
])
def test_a_slip_is_told_twice(text, expected):
    assert [link[:2] for link in told(text)] == [expected]
    assert all(link[2] != "guessed" for link in told(text))


def test_one_slip_is_linked_once():
    text = "News\n\nDivers found 12 urns in the wreck.\n\nA crane came.\n\nThe 14 urns found in the wreck are safe."
    assert [*told(text), *told(text, "refers-back")] == [("14", "12", "inferred")]


@pytest.mark.parametrize("text", [
    "News\n\nThe old bridge is 1.2 km long. The new bridge is 2.1 km long.",
    "News\n\nThe plant cut 12,000 jobs in May. Last year the plant cut 1,200 jobs.",
    "News\n\nProfit was $45 million on Monday. It has had another $54 million in aid.",
    "News\n\nAnn Cole, 61, is a teacher. A boy, 16, was held.",
    "News\n\nAverage rent is $450 here. It is $540 for each flat there.",
    "News\n\nThe toll is 54. Some 4,500 troops are in town.",
    "News\n\nOper shr 28 cts vs 17 cts\n\nYear\n\nOper shr 82 cts vs 71 cts",
    "News\n\nThe average price of three-month bills was 97.57. The average price of six-month bills was 95.77.",
    "News\n\nImports rose 1.4 pct to 12 mln crowns in May. Exports rose 4.1 pct to 21 mln crowns in May.",
    "News\n\nNorbex will sell 120,000 shares. Its rival Tarmek will sell 210,000 shares.",
    "News\n\nIt set up a committee of five to watch prices.\n\nIt set up a committee of three to visit members.",
    "News\n\nThe storm killed 12 people.\n\nBy Friday the number of people killed rose to 21.",
    "News\n\nA fire killed 12 people in a mill.\n\nThis article was amended on 3 May. It said that 21 people died in the mill.",
    "News\n\nThe mill employs 1,240 people.\n\nCorrection: An earlier version said that the mill employs 1,420 people.",
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


@pytest.mark.parametrize(("text", "expected"), [
    ("RETAIL PRICES RISE 1.5 PCT IN MARCH\n\nRetail prices rose 5.1 pct in March.", [("1.5 PCT", "5.1 pct")]),
    ("Police hold 800 fans\n\nPolice held 8,000 fans after a derby in the port.", [("800", "8,000")]),
    ("Firm sells ferry for $4.5m\n\nThe firm got $5.4m for the ferry.", [("$4.5m", "$5.4m")]),
    ("Bank fined $45m\n\nThe bank was fined $45m. Its chief was fined $54m.", [("$45m", "$45m")]),
])
def test_the_headline_and_the_text(text, expected):
    links = told(text)
    assert [link[:2] for link in links if link[0] == expected[0][0]] == expected


def test_a_headline_that_the_text_bears_out_shows_the_odd_one_out():
    text = "Asteroid 274301 has a name\n\nThe asteroid, 274031, has a name.\n\nIn 2008 it got the number 274301."
    assert ("274031", "274301", "stated") in told(text)


@pytest.mark.parametrize("text", [
    "News\n\nThe firm lost 83 mln crowns in 1986.\n\nA loss of 83 mln crowns is its first.",
    "News\n\nThe offer of 675 mln dlrs failed.\n\nA rival paid more than the 675 mln dlrs.",
    "News\n\nHe wants a 35-hour week.\n\nFirms say that 35 hours are not enough.",
])
def test_a_figure_is_told_again(text):
    assert [link[2] for link in told(text)] == ["inferred"]


def test_the_reasons_are_told():
    reading = read_numbers(read_text("News\n\nThe dam cost $8 billion. Many say the $8 million is lost."), default_lexicon())
    link = find_links(View(reading, default_lexicon())).by_kind["same-fact"][0]
    assert link.via == "told twice, a scale word apart (the, those)"


def test_points_and_reasons_are_data():
    table = default_lexicon().table("told")
    assert all(isinstance(v, int) and v for v in table["points"].values())
    assert all(len(v) == 2 and v[0] <= v[1] for v in table["slips"].values())


def test_a_caption_and_a_table_are_held_against_the_text():
    def links(text):
        reading = read_numbers(read_text(text, suffix=".md"), default_lexicon())
        words = {m.id: m.text for m in reading}
        return [tuple(words[i] for i in k.ids) for k in find_links(View(reading, default_lexicon())).by_kind["same-fact"]]

    assert links("![The 900-metre mast at dusk](mast.jpg)\n\nThe mast is 90 metres tall and opens in spring.") == [
        ("900-metre", "90 metres")]
    table = "| Town | Homes |\n|---|---|\n| Wick | 1,240 |\n| Ayr | 3,100 |\n\n"
    assert links(table + "Wick has 1,420 homes.") == [("1,240", "1,420")]
    assert links(table + "Wick has 1,240 homes.") == [("1,240", "1,240")]
    assert links("| Town | Homes |\n|---|---|\n| Wick | 1,240 |\n| Ayr | 1,420 |\n") == []


def test_cost_grows_with_the_numbers():
    def cost(n):
        text = "Plants\n\n" + " ".join(f"The plant in town cost ${i * 7919 % 99991} in May." for i in range(n))
        view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
        began = time.process_time()
        list(same_fact.find(view, frozenset()))
        return time.process_time() - began

    few = cost(500)
    assert cost(4000) < 40 * max(few, 0.02)
