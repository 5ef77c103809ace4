import pytest
from calendar_scan import drafts


def scores(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(words, d.value, d.value2) for words, d in drafts(text, "score").items()]


@pytest.mark.parametrize(("text", "expected"), [
    ("Town won 3-1 at home.", [("3-1", 3, 1)]),
    ("Sweden beat Norway 2–1 in a shootout.", [("2–1", 2, 1)]),
    ("Sweden defeated South Korea 1 – 0.", [("1 – 0", 1, 0)]),
    ("She lost 7–6, 6–3, 6–4.", [("7–6", 7, 6), ("6–3", 6, 3), ("6–4", 6, 4)]),
    ("Lee beat Cho 6-2 6-1.", [("6-2", 6, 2), ("6-1", 6, 1)]),
    ("The house voted 66 to 27 to end it.", [("66 to 27", 66, 27)]),
    ("The senate voted 61-36, with three absent.", [("61-36", 61, 36)]),
    ("By a vote of five to four the court agreed.", [("five to four", 5, 4)]),
    ("The final vote was 219-212, with eight against.", [("219-212", 219, 212)]),
    ("They lead the series 3-2.", [("3-2", 3, 2)]),
    ("Lee lost 4-6 6-3 7-6 (9-7).", [("4-6", 4, 6), ("6-3", 6, 3), ("7-6", 7, 6), ("9-7", 9, 7)]),
    ("A 5-2 record took them there.", [("5-2", 5, 2)]),
    ("They finished 11-5-1.", [("11-5-1", 11, 5)]),
])
def test_scores(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert scores(text) == expected


@pytest.mark.parametrize("text", [
    "It takes 10-15 minutes.", "Some 3-5 people won.", "A rise of 10–15%.", "Adults aged 25-34 voted.",
    "It fell from 66 to 27.", "A 4-4-2 formation.",
    "A 50-50 chance.", "Pages 3-5 are lost.", "They won 10 to 20 seats.", "They lost by five votes to four.",
    "Gusts of 60–80 mph won no friends."])
def test_ranges_and_others_are_no_scores(text: str) -> None:
    assert scores(text) == []
