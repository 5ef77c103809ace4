"""Shares with part and whole in any order, in proportion, and shares that exclude one another."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _told(text: str, kind: str) -> list[str]:
    view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
    return [f"{k.confidence} " + " ".join("+".join(view.mention(i).text for i in ids) for ids in k.roles.values())
            for k in find_links(view).by_kind[kind]]


@pytest.mark.parametrize(("text", "link"), [
    ("Its clinics had revenues of $934 million, or about 83 percent of the group's total revenues of $1.13 billion.",
     "$934 million $1.13 billion 83 percent"),
    ("The firm has 23.1 million common shares. The offer needs 9,309,394 shares, representing 40.3 percent of the outstanding "
     "shares.",
     "9,309,394 23.1 million 40.3 percent"),
    ("There were 640 letters, he said, and 448 were hostile - 70 percent, Madam Speaker.", "448 640 70 percent"),
    ("Clubs took in $3.1 billion. Poker was the biggest winner, making up 80 percent or $2.5 billion of total income.",
     "$2.5 billion $3.1 billion 80 percent"),
])
def test_part_whole_and_share_by_their_words(text, link):
    assert any(k.endswith(link) for k in _told(text, "share-of"))


def test_no_share_of_what_pays_interest():
    assert not _told("It sold $20 million of notes, 14 percent preferred stock and $50 million of bonds.", "share-of")


def test_two_amounts_in_proportion():
    assert _told("The vote was 1,229, or 54.5 percent, against, and 1,028, or 45.5 percent, for it.", "proportion") == [
        "stated 1,229 54.5 percent 1,028 45.5 percent"]
    assert _told("In the north 450 homes, or 12 percent, are empty and in the south 300 homes, or 31 percent.", "proportion") == [
        "guessed 450 12 percent 300 31 percent"]


@pytest.mark.parametrize(("text", "links"), [
    ("The poll shows 43 percent expect prices to rise, 58 percent see no change and 19 percent think they will fall.",
     ["inferred 43 percent+58 percent+19 percent"]),
    ("The mill is owned 52 percent by Halden and 48 percent by a local group.", ["inferred 52 percent+48 percent"]),
    ("The paper is 90 percent hemp and 10 percent pine.", ["inferred 90 percent+10 percent"]),
    ("In the north 61 percent backed the plan; in the south 58 percent rejected it.", []),
    ("Cows make 35 percent of the methane and 65 percent of the nitrous oxide.", []),
])
def test_shares_that_exclude_one_another(text, links):
    assert _told(text, "exclusive") == links


def test_shares_that_a_slip_keeps_from_a_hundred():
    assert _told("It is owned 69.4 percent by Halden and 3.6 percent by Oster.", "shares") == [
        "inferred 69.4 percent+3.6 percent"]
    assert _told("It will pay 57 percent itself. It will borrow the remaining 25 percent.", "shares") == [
        "inferred 57 percent+25 percent"]
    assert _told("It is owned 30 percent by Halden and 20 percent by Oster.", "shares") == []
