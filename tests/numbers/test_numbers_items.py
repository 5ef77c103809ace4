import pytest
from calendar_scan import cues, scan


def names(text: str) -> list[str]:
    return [w for w, _ in cues(text, "name")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Three people were held: Abe, Bo and Cy.", ["Abe", "Bo", "Cy"]),
    ("Three people were held: Abe, Bo, Cy and Dee.", ["Abe", "Bo", "Cy", "Dee"]),
    ("Both suspects, Lee and Cho, were freed.", ["Lee", "Cho"]),
    ("The final five – Ann Lee, Bo Cho, Cy Poe, Di Roe and Turner – were chosen.", ["Ann Lee", "Bo Cho", "Cy Poe", "Di Roe",
    "Turner"]),
    ("He leaves four daughters, Nadine, Ashley, Elizabeth, and Toni, from a first marriage.", ["Nadine", "Ashley",
    "Elizabeth", "Toni"]),
    ("He leaves two sons Wyatt and Zachary.", ["Wyatt", "Zachary"]),
    ("The three winners are Abe Roe, 23, Bo Lee, 34, and Cy Poe, 41.", ["Abe Roe", "Bo Lee", "Cy Poe"]),
])
def test_listed_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    "Two men, Bo, his brother, and Cy, left.", "Both he and the county's Police and Crime Board agreed.",
    "A three - nation league with Oslo and Rome.", "Five states, among them Ohio and Iowa, voted.",
    "Three men, among them Bo and Cy, left.",
    "Four men were held: Abe, Bo and two others.", "The blast left 47 casualties: 12 dead and 35 wounded.",
    "In two years, Ohio grew."])
def test_open_and_doubtful_lists_give_nothing(text: str) -> None:
    assert names(text) == []
    assert cues(text, "item") == []


def test_listed_items() -> None:
    text = "He faces three charges: wire fraud, attempted extortion, and contempt of court."
    assert cues(text, "item") == [("wire fraud", 0), ("attempted extortion", 0), ("contempt of court", 0)]


def test_clauses_are_no_items() -> None:
    assert cues("Two things changed: the team found mould and the school was shut.", "item") == []


def test_each_list_has_its_group() -> None:
    text = "Both suspects, Lee and Cho, were freed. Three more, as police said, were held: Abe, Bo and Cy."
    assert [g for _, g in cues(text, "name")] == [0, 0, 1, 1, 1]


def test_paragraphs_of_a_list_are_items() -> None:
    text = "3 takeaways from the budget\n\n1. Costs will rise.\n\n2. Jobs will go.\n\n3. Votes may follow."
    assert cues(text, "item") == [("Costs", 0), ("Jobs", 0), ("Votes", 0)]
    assert scan(text).drafts == []
