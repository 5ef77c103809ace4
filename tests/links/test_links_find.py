"""What the words tie together, read from plain sentences."""

from __future__ import annotations

import time

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.model import LINK_KINDS, Links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.numbers.read import read_numbers


def linked(text: str) -> tuple[View, Links]:
    view = View(read_numbers(read_text(text)), default_lexicon())
    return view, find_links(view)


def told(text: str, *kinds: str) -> list[str]:
    """Links as 'kind/confidence role=words+words …', in order."""
    view, links = linked("A word or two stand first. " + text)
    words = {m.id: m.text for m in view.reading}
    return [
        f"{k.kind}/{k.confidence} " + " ".join(f"{role}={'+'.join(words[i] for i in k.roles[role])}" for role in sorted(k.roles))
        for k in links.all if k.kind in (kinds or LINK_KINDS) and (k.kind != "same-subject" or kinds)
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("The wall is 5 miles (8 km) long.", "restates/stated a=5 miles b=8 km"),
    ("A 116-foot (35.4-meter) mast fell.", "restates/stated a=116-foot b=35.4-meter"),
    ("It took the 75 m [250 ft] ferry.", "restates/stated a=75 m b=250 ft"),
    ("The reef is 18 to 23 feet (5.5 to 7 metres) down.", "restates/stated a=18 to 23 feet b=5.5 to 7 metres"),
    ("The yard cost $50 million, or 46 million euros.", "restates/stated a=$50 million b=46 million euros"),
    ("The yard cost $50 million (about 46 million euros).", "restates/stated a=$50 million b=46 million euros"),
    ("The sea warmed by 2C (3.6F).", "restates/stated a=2C b=3.6F"),
    ("Ten clerks (20%) left.", "restates/inferred a=Ten b=20%"),
    ("One in five adults, or 20%, cycle.", "restates/stated a=One in five b=20%"),
    ("Polls close at 8 p.m. Eastern (0100 GMT).", "restates/inferred a=8 p.m. b=0100"),
    ("It begins at 6 p.m. local time on Sunday (1700 UTC).", "restates/inferred a=6 p.m. b=1700"),
    ("He will serve five (5) years.", "restates/stated a=five b=5"),
])
def test_restatements(text, expected):
    assert told(text, "restates") == [expected]


@pytest.mark.parametrize("text", [
    "The race is 10 km (and two hours) long.",
    "It rose 5 miles and 8 km of road went.",
    "Stay for two weeks or three months.",
    "The reef is 18 to 23 feet (7 metres) down.",
    "Sales rose 12 points (up 2% on the year).",
    "The mug costs $12 (£9 in London).",
])
def test_what_is_no_restatement(text):
    assert told(text, "restates") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Sales rose 25 pct to 50 mln dlrs from 40 mln dlrs.", "change/stated by=25 pct new=50 mln dlrs old=40 mln dlrs"),
    ("Rents rose 25%, from $1,200 to $1,500.", "change/stated by=25% new=$1,500 old=$1,200"),
    ("Rents went from $1,200 in 2014 to $1,500 in 2016.", "change/stated new=$1,500 old=$1,200"),
    ("Rents rose from $1,200 in 2014 to $1,500 in 2016, an increase of 25%.", "change/stated by=25% new=$1,500 old=$1,200"),
    ("Revenue was $45 million, up 12% from $40.2 million.", "change/stated by=12% new=$45 million old=$40.2 million"),
    ("Net profit fell to $4.2 million from $5.6 million a year earlier.", "change/stated new=$4.2 million old=$5.6 million"),
    ("Turnout dropped from 64% to 56%, a fall of eight percentage points.",
     "change/stated by=eight percentage points new=56% old=64%"),
    ("The firm sold 5,200 cars, compared with 4,800 a year earlier.", "change/stated new=5,200 old=4,800"),
    ("The fare rises $2, or 8%, to $27.", "change/stated by=$2 new=$27 share=8%"),
    ("Shares fell 3.2% to close at $75.10.", "change/stated by=3.2% new=$75.10"),
])
def test_changes(text, expected):
    assert expected in told(text, "change")


def test_a_change_knows_up_from_down():
    _, links = linked("Word. Sales rose 25% to $50 million. Costs fell 10% to $9 million.")
    assert [k.sign for k in links.by_kind["change"]] == [1, -1]


@pytest.mark.parametrize("text", [
    "The shop opens from 9 a.m. to 5 p.m.",
    "Children from 5 to 8 years of age rose early.",
    "There was a 95% drop over a century.",
    "Bread sells for 2 to 4 euros.",
])
def test_what_is_no_change(text):
    assert told(text, "change") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The blast caused 47 casualties: 12 dead and 35 wounded.", "list/stated parts=12+35 total=47"),
    ("Grants of $1.2 million, $0.8 million and $2.1 million total $4.1 million.",
     "list/stated parts=$1.2 million+$0.8 million+$2.1 million total=$4.1 million"),
    ("The jury of 12 has seven women and five men.", "list/inferred parts=seven+five total=12"),
    ("Divers found 20 bodies on Tuesday, eleven women and nine men, he said.", "list/inferred parts=eleven+nine total=20"),
    ("The firm will cut 500 jobs, 300 in Leeds and 200 in York.", "list/inferred parts=300+200 total=500"),
    ("Nine of the 21 crew were saved; the other 12 are missing.", "list/stated parts=Nine+12 total=21"),
])
def test_totals_and_their_parts(text, expected):
    assert told(text, "list") == [expected]


@pytest.mark.parametrize("text", [
    "The blast hurt 47 people, including 12 children and three nurses.",
    "The village is home to 503 women, 206 men and 346 children.",
    "Two Dutchmen, three Danes and others won 12 prizes.",
    "Four were from abroad; they were two Poles, one from France, and a fourth from Spain.",
    "They met 30 farmers, among them 12 women and five men.",
])
def test_open_lists_have_no_total(text):
    assert told(text, "list") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Three people were held: Abe Cole, Bo Hart and Cy Young.", "items/stated count=Three items=Abe Cole+Bo Hart+Cy Young"),
    ("Two clerks, Ann Bell and Bo Hart, stayed.", "items/inferred count=Two items=Ann Bell+Bo Hart"),
])
def test_announced_items(text, expected):
    assert told(text, "items") == [expected]


def test_a_list_with_others_announces_nothing():
    assert told("Six people were held, including Abe Cole, Bo Hart and Cy Young.", "items") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Nearly 17 of the 18 districts voted.", "part-of/stated part=17 whole=18"),
    ("Of the 12 jurors, seven are women.", "part-of/stated part=seven whole=12"),
    ("He won 39 of the state's 40 delegates.", "part-of/stated part=39 whole=40"),
    ("They pleaded guilty to 29 out of 30 charges.", "part-of/stated part=29 whole=30"),
    ("The bus carried 200 people, 14 of whom died.", "part-of/stated part=14 whole=200"),
    ("About 10,000 soldiers are there, with about 8,000 of them in the east.", "part-of/stated part=8,000 whole=10,000"),
    ("There are 10,000 soldiers in all. As many as 8,000 of those forces went east.", "part-of/stated part=8,000 whole=10,000"),
    ("Eleven protesters, including five students, were held.", "part-of/stated part=five whole=Eleven"),
    ("The army sent 300 men and 40 women, 25 of them medics.", "part-of/inferred part=25 whole=40"),
])
def test_parts_and_wholes(text, expected):
    assert told(text, "part-of") == [expected]


@pytest.mark.parametrize("text", [
    "Six of the leaders of the 20 nations came.",
    "Four judges each gave scores out of six.",
    "One of the songs lasted 12 minutes; 40 fans of the band came.",
    "Of the town, 12 miles remain.",
])
def test_what_is_no_part(text):
    assert told(text, "part-of") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Police held 12 men. The 12 men were freed.", ["refers-back/inferred a=12 b=12"]),
    ("Suspects in 38 countries were named. None of the 83 countries spoke.", ["refers-back/inferred a=83 b=38"]),
    ("Police held 12 men. Those 21 men were freed.", ["refers-back/stated a=21 b=12"]),
    ("Police held 12 men. The 9 men who ran were freed.", []),
    ("Police held 12 men and 14 men fled. The 20 men were freed.", []),
    ("Police held 12 men. The other 9 men were freed.", []),
])
def test_numbers_taken_up_again(text, expected):
    assert told(text, "refers-back") == expected


@pytest.mark.parametrize(("headline", "body", "expected"), [
    ("Hotel fire kills 17 in port", "A hotel fire in the port killed 17 people on Monday.", "stated"),
    ("Hotel fire kills 17 in port", "A hotel fire in the port killed 71 people on Monday.", "stated"),
    ("Ban on mines adopted by 111 countries", "Envoys of 11 countries have adopted a ban on mines.", "stated"),
    ("Firm to buy rival for $39 billion", "The firm will buy its rival for $93 billion, it said.", "stated"),
    ("Hotel fire kills 17 in port", "The port has 40 inns. A fire brigade of 12 men came.", None),
    ("Six songs top the list", "The list holds 40 songs and 12 bands.", None),
])
def test_the_headline_is_told_again(headline, body, expected):
    _, links = linked(f"{headline}\n\n{body}\n\nMore words follow here.")
    found = [k.confidence for k in links.by_kind["same-fact"]]
    assert found == ([expected] if expected else []) or (expected is None and set(found) <= {"guessed"})


def test_one_thing_measured_twice():
    text = ("Launched at 7:11 a.m. local time, the rocket flew east before landing at 8:37 a.m. in the sea.\n\n"
            "The rocket's flight of one hour and 26 minutes was its longest. "
            "The rocket flew 1,000 km and reached a height of 7,000 km.")
    view, links = linked("Word here. " + text)
    pairs = {tuple(view.mention(i).text for i in k.ids) for k in links.by_kind["same-subject"]}
    assert ("7:11 a.m.", "8:37 a.m.") in pairs
    assert ("8:37 a.m.", "one hour and 26 minutes") in pairs
    assert ("1,000 km", "7,000 km") in pairs


def test_links_are_ordered_and_cite_what_exists():
    view, links = linked("First words. Nine of the 12 men (75%) rose from 5 to 9 of them. They had 40 cows: 12 red and 28 black.")
    assert [(k.start, k.end) for k in links.all] == sorted((k.start, k.end) for k in links.all)
    for k in links.all:
        assert len(set(k.ids)) == len(k.ids)
        assert all(isinstance(view.mention(i), Mention) or k.kind == "items" for i in k.ids)
    assert linked(view.article.text)[1] == links


def test_no_numbers_no_links():
    assert linked("Nothing is counted here.\n\nNor here.")[1].all == ()
    assert linked("")[1].all == ()


@pytest.mark.parametrize("text", [
    "12 of the 14 of the " * 300,
    "5 miles (8 km) " * 300 + "(" * 200,
    "rose 5% to " * 400,
    "Of the 12 men, " * 300,
    ", ".join(f"{i} cows" for i in range(400)) + " total 900 cows: " + ", ".join(f"{i} cows" for i in range(400)),
])
def test_hostile_text_ends(text):
    view = View(read_numbers(read_text(text)), default_lexicon())
    began = time.perf_counter()
    find_links(view)
    assert time.perf_counter() - began < 10
