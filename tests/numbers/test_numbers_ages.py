import pytest
from calendar_scan import drafts

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.clause.allowed import allowed


def ages(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(words, d.value, d.value2) for words, d in drafts(text, "age").items()]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ada Smith, 44, was there.", [("44", 44, None)]),
    ("Her son, 5, was safe.", [("5", 5, None)]),
    ("Abe Roe, 23, Bo Lee, 34, and Cy Poe, 41, left.", [("23", 23, None), ("34", 34, None), ("41", 41, None)]),
    ("A 65-year-old man fell.", [("65-year-old", 65, None)]),
    ("The sixteen-year-old Swede spoke.", [("sixteen-year-old", 16, None)]),
    ("Adults aged 18 to 34 agreed.", [("18 to 34", 18, 34)]),
    ("Voters between the ages of 17 and 29 agreed.", [("17 and 29", 17, 29)]),
    ("Boys aged 9 and 11 hid.", [("9", 9, None), ("11", 11, None)]),
    ("He died at the age of 95.", [("95", 95, None)]),
    ("Ota died at 84.", [("84", 84, None)]),
    ("At 27 he is the oldest. At 31, she won.", [("27", 27, None), ("31", 31, None)]),
    ("At 27 she said no more. At 10 he left.", []),
    ("She turned 50 on Monday.", [("50", 50, None)]),
    ("Ruiz, born in March 1981, is 45 and has two children.", [("45", 45, None)]),
    ("When he was 12, he left.", [("12", 12, None)]),
    ("The voting age is 18.", [("18", 18, None)]),
    ("They raised the retirement age from 60 to 62.", [("60", 60, None), ("62", 62, None)]),
    ("The 16- to 24-year-olds watch less.", [("16- to 24-year-olds", 16, 24)]),
    ("The stones are between 3,000 and 6,000 years old.", [("3,000 and 6,000 years old", 3000, 6000)]),
    ("The Sun is 4.5 billion years old.", [("4.5 billion years old", 4.5e9, None)]),
    ("They are in their late teens and early 20s.", [("20s", 20, 29)]),
    ("They are in their 20s and 30s.", [("20s and 30s", 20, 39)]),
    ("Children under 12 and people over 65 were spared.", [("12", 12, None), ("65", 65, None)]),
    ("He is in his early 60s.", [("60s", 60, 69)]),
    ("The dead were aged nine, ten, 49, and 59.", [("nine", 9, None), ("ten", 10, None), ("49", 49, None), ("59", 59, None)]),
])
def test_ages(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    assert ages(text) == expected


@pytest.mark.parametrize("text", [
    "On May 4, 12 people came.", "On Monday, 12, they left.", "It turned 180 degrees.", "He retired at 5 p.m.",
    "He died at 10.30.", "He was 5 feet tall.",
    "They were forty years ago.", "Rooms 4, 5, 6 are shut.", "Bardiya National Park (50) and others."])
def test_what_is_no_age(text: str) -> None:
    assert ages(text) == []


def test_an_age_is_completed_years() -> None:
    (found,) = drafts("Ada Smith, 54, was there.", "age").values()
    printed, _ = allowed(found, Lexicon())
    assert printed is not None
    assert (printed.low, printed.high, printed.high_open) == (54, 55, True)
    assert found.unit == "year"
    assert found.scale == 31_557_600
    (baby,) = drafts("A six-month-old baby slept.", "age").values()
    assert (baby.value, baby.unit, baby.scale) == (6, "month", 2_629_800)


def test_age_groups_are_open() -> None:
    (old,) = drafts("Help for the over-65s came.", "age").values()
    assert old.fixed is not None
    assert (old.value, old.hedge, old.fixed.low) == (65, "more-than", 65)
