import pytest
from calendar_scan import cues, drafts
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.numbers.digits.smallwords import cardinal, ending, ordinal


def ranks(text: str) -> list[tuple[str, float | None]]:
    return [(words, d.value) for words, d in drafts(text, "ordinal").items()]


@pytest.mark.parametrize(("text", "expected"), [
    ("It was the 12th launch.", [("12th", 12)]), ("The first woman in space.", [("first", 1)]),
    ("Her twenty-first title.", [("twenty-first", 21)]),
    ("They finished second, behind Oslo.", [("second", 2)]), ("It came in third.", [("third", 3)]),
    ("The world number 28 lost.", [("28", 28)]),
    ("It reached No. 1 in Spain.", [("1", 1)]), ("The world number one lost.", [("one", 1)]),
    ("The British number one lost.", [("one", 1)]), ("It was the #2 browser.", [("2", 2)]),
    ("Republic Act No. 796 lapsed.", []),
    ("Ranked 46, it is poor.", [("46", 46)]),
    ("The third-largest city.", [("third", 3)]),
    ("A second man fled.", [("second", 2)]), ("For first-time buyers.", [("first", 1)]), ("A third man fled.", [("third", 3)])])
def test_ranks(text: str, expected: list[tuple[str, float]]) -> None:
    assert ranks(text) == expected


@pytest.mark.parametrize("text", [
    "It was first confirmed in May.", "At first nobody came.", "First, they waited.", "First of all, we wait.",
    "A second-hand car.", "Wait a second.",
    "It moves ten metres per second.", "A third of the town left.", "Over a third voted.", "Two-thirds agreed.",
    "One-third left.", "The Second World War.",
    "The First Minister spoke.", "The 14th Amendment stands.", "He gave first aid.", "The firm that first applied.",
    "One second, please.",
    "A split second later.", "The 1/1,000th of a second lost."])
def test_what_is_no_rank(text: str) -> None:
    assert ranks(text) == []


def test_a_wrong_ending_is_malformed_and_still_read() -> None:
    assert ranks("It was the 21th launch.") == [("21th", 21)]
    assert cues("It was the 21th launch.", "malformed") == [("21th", 21.0)]
    assert cues("The 11th, 12th, 13th, 21st, 22nd, 111th and 1,003rd.", "malformed") == []


@given(st.integers(1, 5000))
def test_endings(n: int) -> None:
    assert ordinal(f"{n}{ending(n)}") == n


def test_small_words() -> None:
    assert cardinal("forty-two") == cardinal("forty two") == cardinal("42") == 42
    assert ordinal("forty-second") == 42
    assert cardinal("many") is None
    assert ordinal("many") is None
    assert cardinal("9" * 40) is None
