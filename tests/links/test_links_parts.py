"""Parts, wholes and shares: the links that tie three and more numbers."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.parts import among, enumeration, hundred, part_of_them, rest, share_of, totalled
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _view(text: str) -> View:
    return View(read_numbers(read_text(text), default_lexicon()), default_lexicon())


def _told(text: str, kind: str) -> list[str]:
    view = _view(text)
    return [
        f"{link.confidence} "
        + " ".join(f"{role}=" + "+".join(view.mention(i).text for i in ids) for role, ids in link.roles.items())
        for link in find_links(view).by_kind[kind]
    ]


@pytest.mark.parametrize(("text", "parts", "total"), [
    ("Each train has 14 carriages: six sleeping cars, five couchette cars and three with seats.", "six+five+three", "14"),
    ("It will cost £1.8 million: £1.1 million for the roof, £450,000 for panels and £250,000 for paint.",
     "£1.1 million+£450,000+£250,000", "£1.8 million"),
    ("The Reds took 61 seats, the Greens 38 and the Blues 21, for a total of 120 seats.", "61+38+21", "120"),
    ("Grants of $1.2 million and $0.8 million total $2 million.", "$1.2 million+$0.8 million", "$2 million"),
    ("The team of 12 players, made up of seven women and five men, left.", "seven+five", "12"),
    ("Aboard were 44 passengers and six crew, 50 people in all.", "44+six", "50"),
    ("The blast caused 47 casualties: 12 dead and 35 wounded, five of them badly.", "12+35", "47"),
    ("The five firearms – two rifles, two shotguns, and one pistol – were found.", "two+two+one", "five"),
])
def test_enumerations_with_their_total(text, parts, total):
    view = _view(text)
    found = [("+".join(view.mention(i).text for i in e.parts), view.mention(e.total).text) for e in enumeration.find(view)]
    assert (parts, total) in found


@pytest.mark.parametrize("text", [
    "The crew of 21: a captain, 12 sailors and eight cooks.",
    "The firm has 1,200 employees: 700 in Europe, 300 in Asia and others elsewhere.",
    "The street has three buildings: a 12-room hotel, a 40-seat theatre and two shops.",
    "It rose to 60, from 40 in May and 20 in April, bringing the total to 500.",
    "He gave one answer: between 12 and 14 people came and 30 left.",
])
def test_what_is_no_closed_enumeration(text):
    assert list(enumeration.find(_view(text))) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Of the 1,250 voters polled, 450, or 36%, backed it.", "stated part=450 whole=1,250 share=36%"),
    ("Some 300 of the 1,200 pupils (25%) stayed at home.", "stated part=300 whole=1,200 share=25%"),
    ("They raised £3.2 million, 64% of their £5 million target.", "stated part=£3.2 million whole=£5 million share=64%"),
    ("Imports are 39% of sales, or nearly £5.9bn out of £15bn.", "stated part=£5.9bn whole=£15bn share=39%"),
    ("A survey of 2,000 travellers found that 1,240, or 62%, had flown.", "stated part=1,240 whole=2,000 share=62%"),
    ("There are 1,380 signatures. That is 15% of the town's 9,200 people.", "stated part=1,380 whole=9,200 share=15%"),
    ("Of the 60 farms, 12, or a fifth, have closed.", "stated part=12 whole=60 share=a fifth"),
])
def test_a_part_its_whole_and_its_share(text, expected):
    assert _told(text, "share-of") == [expected]


@pytest.mark.parametrize("text", [
    "Of its 40 shops, 12 made a profit of $3 million, or 9% of sales.",
    "About 908 of the 2,240 guests came by train, while 12% of the town works there.",
    "Sales rose 12% to $45 million, or $1.20 a share.",
])
def test_shares_of_something_else(text):
    assert _told(text, "share-of") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Of the 50 hostages, 30 were freed, 12 died and eight are held.", ["stated parts=30+12+eight whole=50"]),
    ("Eight of the 20 ships have docked; 12 are still at sea.", ["inferred parts=Eight+12 whole=20"]),
    ("The board has 15 members, nine of them farmers and six teachers.", ["inferred parts=nine+six whole=15"]),
    ("Police held 40 people, 12 of them minors, and 30 were charged.", []),
    ("Nine of the 14 miners are safe, and 200 reporters were waiting.", []),
])
def test_parts_told_apart(text, expected):
    assert _told(text, "among") == expected


@pytest.mark.parametrize(("text", "parts", "total"), [
    ("The shelter held 22 wolves. Five went to a zoo and another four to a park. A farm takes 12, leaving just one.",
     "Five+four+12+one", "22"),
    ("The state has 41 delegates. Abe won 14 and Bo 12. Cy won eight, Di six and Ed the remaining one.", None, "41"),
    ("The chain closed 12 of its 40 shops, leaving 28.", "12+28", "40"),
    ("He spent $40 of his $100, leaving $70.", "$40+$70", "$100"),
])
def test_what_is_left_closes_a_sum(text, parts, total):
    view = _view(text)
    pairs = {k.roles["whole"][0]: k.roles["part"][0] for k in find_links(view).by_kind["part-of"]}
    found = [("+".join(view.mention(i).text for i in k.roles["parts"]), view.mention(k.roles["total"][0]).text)
             for k in rest.find(view, pairs)]
    assert found == ([(parts, total)] if parts else [])


def test_what_no_number_counts_may_be_missing_from_the_parts():
    view = _view("Five people were aboard. The pilot died, two were hurt and the other two escaped.")
    assert list(rest.find(view, {})) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The boat was carrying three pirates, and two of the occupants drowned.", ("two", "three")),
    ("The crash killed 20 people. Twelve of those killed were children.", ("Twelve", "20")),
    ("Ten whales found\n\nThe crew counted them in May, Bergen said. Seven of the whales were young.", ("Seven", "Ten")),
    ("A record 18,400 people signed up, more than the 16,000 of last year, and 17,250 of them ran.", ("17,250", "18,400")),
])
def test_parts_of_what_was_named_before(text, expected):
    view = _view(text)
    found = [(view.mention(k.roles["part"][0]).text, view.mention(k.roles["whole"][0]).text) for k in part_of_them.find(view)]
    assert found == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("Wardens wrote 47 tickets. Twenty-six were for small fish and 21 for too many.", ("Twenty-six+21", "47")),
    ("Wardens wrote 74 tickets. Twenty-six were for small fish and 21 for too many.", ("Twenty-six+21", "74")),
    ("Wardens wrote 90 tickets. Twenty-six were for small fish and 21 for too many.", None),
    ("Wardens wrote 47 tickets. Twenty-six boats were seen and 21 were empty.", None),
])
def test_a_total_and_the_parts_that_follow(text, expected):
    view = _view(text)
    found = [("+".join(view.mention(i).text for i in k.roles["parts"]), view.mention(k.roles["total"][0]).text)
             for k in totalled.find(view)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "expected"), [
    ("Staff take 27% and rent 25%. Milk makes 20% and the other 58% is profit.", ["27%", "25%", "20%", "58%"]),
    ("The north had 34%, the south 38% and the isles 17%, and there were no others.", ["34%", "38%", "17%"]),
    ("Staff kept 80% of cash tips and 40% of card tips. The other 20% went in a pot.", ["80%", "20%"]),
    ("Staff kept 80% of cash tips and 40% of card tips. The other 30% went in a pot.", None),
    ("Profit rose 5% and sales 3%. The other 2% came from rent.", None),
])
def test_shares_that_are_all_there_is(text, expected):
    view = _view(text)
    found = [[view.mention(i).text for i in k.roles["parts"]] for k in hundred.find(view)]
    assert found == ([expected] if expected else [])


def test_finders_give_nothing_where_there_are_no_numbers():
    view = _view("Nothing to count here, and nothing there.")
    found = (enumeration.find(view), share_of.find(view, []), among.find(view, []), rest.find(view, {}))
    assert [list(f) for f in found] == [[]] * 4
