"""Counts and the names, members, squads and prizes that stand for them."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def linked(text, kind="items"):
    reading = read_numbers(read_text(text), default_lexicon())
    found = find_links(View(reading, default_lexicon())).by_kind[kind]
    first, rest = {"items": ("count", "items"), "some-of": ("count", "items"), "ranked": ("nth", "ahead")}[kind]
    return [(reading.by_id[k.roles[first][0]].text, len(k.roles[rest])) for k in found]


@pytest.mark.parametrize(("text", "expected"), [
    ("The firm was made by a four-way merger between Hall, glove makers Frost and Dunn Brothers.", [("four", 3)]),
    ("The only three states to have signed peace deals with the old king - Peru and Chile - also joined.", [("three", 2)]),
    ("He has just six games left now: Leeds, Hull, York, Derby and then Stoke City. His last is in May.", [("six", 5)]),
    ("Four – Cole, Ann Dunn, Cy Frost – would be thought good.", [("Four", 3)]),
    ("We had three defeats in a row against Leeds Rovers and Hull City.", [("three", 2)]),
    ("She has two aims: peace and quiet, a new house and garden, and time and money.", [("two", 3)]),
    ("Two other outside former directors, Bert Pell and Frank Gale, remain.", [("Two", 2)]),
    ("The nine outside directors are Al Cole, Bo Dunn and the estate of Cy Frost, who died last year.", [("nine", 3)]),
    ("Three banks (Hall Bank and Frost Bank) will merge.", [("three", 2)]),
])
def test_names_next_to_their_count(text, expected):
    assert [(n.lower(), k) for n, k in linked(text)] == [(n.lower(), k) for n, k in expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("He was struck by three other knocks, one by Cole (30-ball 68) and the other by Dunn.", [("three", 2)]),
    ("She was one of only three winners from Wales, the other being Ann Cole.", [("three", 2)]),
    ("They went to three finals, winning one and losing the other.", [("three", 2)]),
    ("Three men went up, one on foot, another by bike and the other by car.", [("Three", 3)]),
    ("The firm has four plants. One is in Leeds and the other in Hull.", [("four", 2)]),
    ("Two of the four games went well, one in May and the other in June.", [("Two", 2)]),
    ("The three fires, the first in May, the second in June and the third in July, cost the town dear.", [("three", 3)]),
])
def test_members_told_one_by_one(text, expected):
    assert linked(text) == expected


@pytest.mark.parametrize("text", [
    "Four of the five boats came home, one under sail and the other three in tow.",
    "Within the first seven overs he twice hit it far, the first a flick, the second a hook.",
    "Six men rowed; on the one hand it was fun, on the other it was hard.",
    "Three men went up, two on foot and the other by car.",
    "The five firms met one day, and the other day they met again.",
    "He wrote six books, one in Rome, and the second half of his life was quiet.",
])
def test_members_of_something_else(text):
    assert linked(text) == []


def test_squads():
    squad = "Squad: Ann Cole (capt), Bea Dunn, Cat Frost, Dee Hall (wk), Eve Innes, Fay Jones, Gay King"
    text = f"Rovers name squad for cup\n\nRovers have named an eight-member squad for the cup.\n\n{squad}\n"
    assert linked(text) == [("eight", 7)]
    assert linked(text + f"\nThe other side.\n\n{squad.replace('Squad', 'Test squad')}\n") == []


def test_lines_after_a_colon():
    text = ("Firms are named\n\nThe newly chosen four are:\n\nBlue Hall, Kent, Ohio\n\n"
            "Cole Works, Reno, Nevada\n\nDunn Air, Hull, Maine\n\n"
            "The fund will spend 2 million pounds on them by the end of the year, it said on Monday.\n")
    assert linked(text) == [("four", 3)]
    assert linked(text.replace("Cole Works, Reno, Nevada", "Cole Works is a firm.")) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The duo ended a good year with four prizes in Rome.\n\nThey won best group, best video and best song.", [("four", 3)]),
    ("The duo ended a good year with four prizes in Rome. They also won best group, best video and best song.", []),
    ("The duo took four prizes, including best group, best video and best song.", []),
    ("The envoys of Peru, Chile and Mali sent a letter. Work goes on in all four countries, it says.", [("four", 3)]),
    ("The envoys of Peru, Chile and Mali sent a letter. Work goes on in four other countries, it says.", []),
    ("Three Welsh banks to merge\n\nWelsh banks Hall Bank and Frost Bank have agreed to merge.\n\nThey said so.", [("Three", 2)]),
    ("Three Welsh banks to merge\n\nWelsh lenders Hall Bank and Frost Bank have agreed to merge.\n\nThey said so.", []),
    ("You pay five times (for the gear, for the service, for the games) in a year.", [("five", 3)]),
])
def test_prizes_and_places(text, expected):
    assert linked(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The firm has shops in three towns including Lyon, Turin, Vienna and Oslo.", [("three", 4)]),
    ("The desk's 12 new titles are dull. They include: Ale 2, Bow 3, Cat, Dog and Elk.", [("12", 5)]),
    ("The men, aged 30 to 40, are from towns including Lyon, Turin, Vienna and Oslo.", []),
])
def test_some_of_them(text, expected):
    assert linked(text, "some-of") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("It is the third biggest in the world after the Oslo Stock Exchange.", [("third", 1)]),
    ("Lyon is the fifth-largest city, after Turin, Vienna and Prague.", [("fifth", 3)]),
    ("She became the third person to be worth $100bn, joining Ann Cole and Bea Dunn.", [("third", 2)]),
    ("It was the third set to go his way after Monday.", []),
    ("He won his third title after Cole and Dunn lost.", []),
    ("It was the third highest since the war, after Lehman Brothers fell.", []),
])
def test_who_was_before(text, expected):
    assert linked(text, "ranked") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Ann Cole beat Bea Dunn 4-6, 7-6 (7-4) 6-3 at Wimbledon.", ["4-6", "7-6", "6-3"]),
    ("The top seed won 6-1 6-4 on Sunday.", ["6-1", "6-4"]),
    ("The top seed led Bea Dunn 6-1 3-2 when rain came.", []),
    ("The top seed lost to Bea Dunn 6-1 6-4.", []),
    ("Town won 2-1, 3-2 and 6-0 in the cup.", []),
])
def test_sets(text, expected):
    reading = read_numbers(read_text(text), default_lexicon())
    found = find_links(View(reading, default_lexicon())).by_kind["set"]
    assert [reading.by_id[k.roles["score"][0]].text for k in found] == expected
    assert [k for k in found if "last" in k.roles] == list(found[-1:])
