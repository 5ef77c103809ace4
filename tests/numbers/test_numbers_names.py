import pytest
from calendar_scan import blocked

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.calendar_kinds import FINDERS
from pytest_numcheck.numbers.scan import Scan


@pytest.mark.parametrize(("text", "expected"), [
    ("A Boeing 737 landed.", ["737"]), ("Cases of Covid-19 rose.", ["Covid-19"]), ("The S&P 500 fell.", ["500"]),
    ("An F-16 crashed.", ["F-16"]),
    ("Flight MH370 vanished.", ["MH370"]), ("The G20 met.", ["G20"]), ("Under Article 50 it left.", ["50"]),
    ("Section 702 of the act.", ["702"]),
    ("On Interstate 81 it snowed.", ["81"]), ("A Category 5 storm.", ["5"]), ("The Apollo 11 landing.", ["11"]),
    ("After World War 2 it grew.", ["2"]),
    ("See page 3 for more.", ["3"]), ("It filed a Form 10-K today.", ["10-K"]), ("At 221 Baker Street he sat.", ["221"]),
    ("The 9/11 attacks.", ["9/11"]),
    ("It runs 24/7 here.", ["24/7"]), ("Their Under-21 side won.", ["Under-21"]),
    ("The airline's A330-200 fleet.", ["A330-200"]),
    ("Regions: Region 11 and Region 12 flooded.", ["11", "12"]), ("Articles 5 and 7 apply.", ["5", "7"]),
    ("Write to a1@b2.com now.", ["a1@b2.com"]),
    ("See https://x.org/2014/5 for more.", ["https://x.org/2014/5"]), ("Call 555-867-5309 now.", ["555-867-5309"]),
    ("So it was said.[12] Later", ["[12]"]),
    ("At 17°5' N it turned.", ["17°5' N"]), ("A ruling, 410 U.S. 113, stands.", ["410 U.S. 113"]),
    ("The Group of Seven met.", ["Group of Seven"]),
    ("He races in Formula One cars.", ["One"]), ("A 5G mast.", ["5G"]), ("Windows 8.1 is old.", ["8.1"]),
    ("The 2nd Battalion left.", ["2nd"]),
    ("Flight #214 landed.", ["214"]),
])
def test_names_and_codes(text: str, expected: list[str]) -> None:
    assert blocked(text) == expected


@pytest.mark.parametrize("text", [
    "Since mid-2014 it grew.", "It paid RM100 there.", "It paid USD1,700 there.", "It paid US$20 there.",
    "In Iraq 12 soldiers died.",
    "It was 100F there.", "Q4 2014 was poor.", "It cost A$5 there.", "A fall of 20INR came.", "Labour had 36 percent.",
    "By 10 to 20 it grew.",
    "The first woman came.", "Some 1,200 homes burned.", "Twelve people died.", "On day two 300 people came."])
def test_numbers_stay_free(text: str) -> None:
    assert blocked(text) == []


@pytest.mark.parametrize("text", [
    "He is one of them.", "No one came.", "I never saw one.", "This one is red.", "One poll shows a lead.", "One can wait.",
    "It came one day in May.",
    "It is one of over two hundred lodges.", "One likely reason is rain.", "They like one another."])
def test_one_that_counts_nothing(text: str) -> None:
    assert [w.lower() for w in blocked(text)] == ["one"]


@pytest.mark.parametrize("text", [
    "At least one child was hurt.", "One in five voted.", "It took one week.", "It cost one million euros.",
    "One woman was killed and nine were hurt.",
    "Just one attack a year.", "One-third of them left.", "She scored one goal.", "All but one of the sixteen died.",
    "Only one militant lived.", "Twenty-one left."])
def test_one_that_counts(text: str) -> None:
    assert blocked(text) == []


def test_there_are_finders_in_a_fixed_order() -> None:
    order = [f.__module__.rpartition(".")[2] for f in FINDERS]
    assert order.index("dates") < order.index("years") < order.index("malformed")
    assert len(set(order)) == len(order)


def test_an_empty_text_is_fine() -> None:
    from pytest_numcheck.articles.model import Article
    state = Scan(Article("x", "", "", ()), Lexicon())
    for find in FINDERS:
        find(state)
    assert state.drafts == []
