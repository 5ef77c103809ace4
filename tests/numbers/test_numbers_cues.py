import pytest
from calendar_scan import cues, drafts, scan

from pytest_numcheck.base.lexicon import Lexicon


def test_weekdays() -> None:
    assert cues("On Tuesday, and on Sunday night.", "weekday") == [("Tuesday", 1), ("Sunday", 6)]
    assert cues("It opens on Mon., Oct. 3.", "weekday") == [("Mon", 0)]
    assert cues("Mon ami read the Sunday Times in the sun.", "weekday") == []


def test_relative_days() -> None:
    assert [w for w, _ in cues("It came yesterday, left last night and returns tomorrow.", "relative-day")] == ["yesterday",
        "last night", "tomorrow"]


def test_rise_and_fall() -> None:
    text = "Sales rose, then fell and went down; they edged up."
    assert [w for w, _ in cues(text, "rise")] == ["rose", "edged up"]
    assert [w for w, _ in cues(text, "fall")] == ["fell", "went down"]


@pytest.mark.parametrize(("text", "expected"), [
    ("It cost $5 million dollars.", "$5 million dollars"), ("A fine of US$86,000 dollars.", "US$86,000 dollars"),
    ("Turnout was 58% percent.", "58% percent"),
    ("It lies 160 km km east.", "160 km km"), ("It lies 5 km kilometers east.", "5 km kilometers"),
    ("A loan of 3 million billion euros.", "3 million billion")])
def test_units_said_twice(text: str, expected: str) -> None:
    assert cues(text, "doubled-unit") == [(expected, None)]


@pytest.mark.parametrize("text", ["It cost 5 million dollars.", "It cost $5 Canadian dollars.", "A 5% percentage point lead.",
    "They ran 10 miles on day two."])
def test_units_said_once(text: str) -> None:
    assert cues(text, "doubled-unit") == []


@pytest.mark.parametrize("figure", ["1,0000", "12,34,5", "10,00", "3,72", "5,000,00", "10, 000", "200,0000", "1.000.000"])
def test_malformed_figures(figure: str) -> None:
    text = f"About {figure} fans came."
    assert cues(text, "malformed") == [(figure, 0.0)]
    at = text.index(figure)
    assert not scan(text).free(at, at + len(figure))


@pytest.mark.parametrize(("text", "expected"), [
    ("A bonus of £63,70 was paid.", "£63,70"), ("From 6.5.8 million to 7 million.", "6.5.8"),
    ("About 1,5 million came.", "1,5")])
def test_malformed_amounts(text: str, expected: str) -> None:
    assert cues(text, "malformed") == [(expected, 0.0)]


@pytest.mark.parametrize("text", [
    "About 10,000 fans came.", "It costs 1,234,567.89 in all.", "Steps 1,2,3 are done.", "Steps 9,10,11 are done.",
    "In 2014,2015 and later.",
    "On August 1,2005 it sank.", "A sum of 1,00,000 rupees.", "It won 6-4,7-5.", "Use 1,2-dichloroethane.",
    "At 51.5074, -0.1278 it sank.",
    "Version 2.0.1 is out.", "It cost 5,000.00 in all."])
def test_sound_figures(text: str) -> None:
    assert cues(text, "malformed") == []


def test_indian_groups_are_a_desk_matter() -> None:
    strict = scan("A sum of 1,00,000 rupees.", Lexicon(data={"formats": {"indian_groups": False}}))
    assert [c.kind for c in strict.cues] == ["malformed"]


def test_a_doubled_unit_leaves_its_amount_free() -> None:
    text = "It cost $5 million dollars."
    assert scan(text).free(text.index("$"), len(text))
    assert drafts(text, "score") == {}
