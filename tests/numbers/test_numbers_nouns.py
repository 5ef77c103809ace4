"""The noun phrase that a number counts."""

from __future__ import annotations

import pytest
from marked import found, scanned


@pytest.mark.parametrize(("text", "noun", "head"), [
    ("The mill lost [[6,650]] employees in a year.", "employees", "employee"),
    ("Some [[10,000]] North Korean soldiers crossed the river.", "North Korean soldiers", "soldier"),
    ("The shop sold [[13 billion]] plastic water bottles.", "plastic water bottles", "bottle"),
    ("The port handles [[24]] arms dealers and their goods.", "arms dealers", "dealer"),
    ("Police named [[14]] Los Angeles police officers.", "Los Angeles police officers", "officer"),
    ("Both of the [[36]] US states agreed.", "US states", "state"),
    ("A [[12]]-member panel sat all day.", "member", "member"),
    ("It is a [[three]]-storey house.", "storey", "storey"),
    ("[[One]] woman killed in the fire was a nurse.", "woman", "woman"),
    ("There was [[one]] elaborate outfit.", "elaborate outfit", "outfit"),
    ("The raid left [[21]] injured individuals.", "injured individuals", "individual"),
    ("Rangers met [[900]] Rangers fans.", "Rangers fans", "fan"),
    ("He keeps [[12]] black and white dogs.", "black and white dogs", "dog"),
    ("The [[three]] [[17-sq-m|area]] glass mirrors shone.", "glass mirrors", "mirror"),
    ("Some [[20]] men and women danced.", "men and women", "man"),
    ("The club has [[1,500]]+ members.", "members", "member"),
    ("The [[two]] reports from the bureau differ.", "reports", "report"),
    ("The paper drew [[3]] different types of reader.", "types", "type"),
])
def test_direct(text, noun, head):
    draft = scanned(text).drafts[0]
    assert (draft.noun, draft.head) == (noun, head)


def test_the_phrase_ends_where_its_noun_ends():
    scan = scanned("Some [[200]] people injured in the crash went home.")
    draft = scan.drafts[0]
    assert scan.text[draft.start:draft.noun_end] == "200 people"


@pytest.mark.parametrize("text", [
    "Exactly [[five]] died.",
    "The song reached the top [[100]].",
    "A [[100]]-strong crowd came.",
    "By then [[two]] went missing and were found.",
    "He was [[four]] or thereabouts.",
    "In all [[41]] of the [[96]] who died could have lived.",
    "The [[27|ordinal]] of them won.",
])
def test_nothing_is_counted(text):
    assert found(text, "noun")[0] is None


def test_a_part_takes_the_noun_of_its_whole():
    assert found("In the end [[261]] of the [[435]] House members came.", "noun") == ["House members"] * 2
    assert found("The party took [[66]] of the assembly's [[125]] seats.", "noun") == ["seats"] * 2
    assert found("Tests showed [[7]] out of [[20]] suspected cases.", "noun") == ["suspected cases"] * 2
    assert found("As many as [[8,000]] of those North Korean forces moved.", "noun") == ["North Korean forces"]


def test_them_points_to_what_was_counted_before():
    text = "About [[10,000]] northern soldiers are there. Perhaps [[8,000]] of them are in the east."
    assert found(text, "noun") == ["northern soldiers"] * 2
    assert found("She has [[30]] hens, [[12]] of which lay eggs.", "noun") == ["hens", "hens"]


def test_them_does_not_reach_over_a_sentence():
    text = "About [[10,000]] soldiers came. The town was quiet that day. Then [[80]] of them left."
    assert found(text, "noun")[1] is None


def test_the_sentence_supplies_an_elided_noun():
    text = "The storm left [[21]] injured people in Orsk, [[36]] in Perm and [[seven]] in Ufa."
    assert found(text, "noun") == ["injured people"] * 3
    assert found("Between [[12]] and [[15]] rebels fled.", "noun") == ["rebels", "rebels"]
    assert found("They took on [[40]] full-time and [[12]] part-time staff.", "head") == ["staff", "staff"]
    assert found("Of [[nine]] guests, of whom [[two]] were soldiers, none spoke.", "noun") == ["guests", "soldiers"]


def test_the_subject_of_a_change_is_what_it_counts():
    assert found("The number of rural households rose by [[500]] to [[9,100]].", "head") == ["household", "household"]
    assert found("Casualties rose to [[167]].", "head") == ["casualty"]
    assert found("Prices rose to [[167]].", "head") == [None]


def test_states_of_people_are_heads():
    dead, injured = scanned("At least [[12]] dead, [[30]] injured in blast").drafts
    assert (dead.noun, dead.head) == ("dead", "dead")
    assert (injured.noun, injured.head) == ("injured", "injured")
    hurt = scanned("[[12]] hurt in bus crash").drafts[0]
    assert (hurt.noun, hurt.head) == (None, "hurt")
    killed = scanned("[[12]] were killed on the coast road.").drafts[0]
    assert (killed.noun, killed.head) == (None, "killed")


def test_a_state_stays_the_head_where_the_sentence_supplies_the_noun():
    draft = scanned("The city says [[24]] people are dead and [[32]] injured.").drafts[1]
    assert (draft.noun, draft.head) == ("people", "injured")


def test_shares_and_sums_have_a_head_but_count_nothing():
    share = scanned("It polled [[36%|percent]] of young voters.").drafts[0]
    assert (share.noun, share.head) == (None, "voter")
    assert found("She won [[$50,000|money|USD]] in damages.", "head") == ["damage"]
    assert found("Nearly [[half|ratio]] the fleet's ships sank.", "head") == ["ship"]


def test_rates_count_what_stands_inside_them():
    draft = scanned("There were [[18.9 deaths per 100,000 people|rate]] that year.").drafts[0]
    assert (draft.noun, draft.head) == ("deaths", "death")
    assert found("He runs [[88 minutes a week|rate]].", "noun") == [None]
    assert found("Visits reached [[1.05bn a month|rate]].", "noun") == [None]
