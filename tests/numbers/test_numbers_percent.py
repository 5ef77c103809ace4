import pytest
from readings import only, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It grew 36%.", 36),
        ("It grew 36 per cent.", 36),
        ("It grew 36 percent.", 36),
        ("It grew 36 pct.", 36),
        ("It grew twelve percent.", 12),
        ("It changed by -3%.", -3),
        ("It changed by minus 3 percent.", -3),
        ("It grew half a percent.", 0.5),
    ],
)
def test_percent(text, value):
    m = only(text)
    assert (m.kind, m.unit, m.value) == ("percent", "percent", value)
    assert m.scale == 0.01


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It rose 3 percentage points.", "percentage_point", 3),
        ("A 10 percentage-point rise.", "percentage_point", 10),
        ("It rose half a percentage point.", "percentage_point", 0.5),
        ("It rose 25 basis points.", "basis_point", 25),
        ("A poll put her 12 points ahead.", "percentage_point", 12),
    ],
)
def test_points_of_a_percentage(text, unit, value):
    m = only(text)
    assert (m.kind, m.unit, m.value) == ("percent-point", unit, value)


@pytest.mark.parametrize(
    "text", ["The index rose 111 points.", "The team scored 24 points in the game.", "He made four points in his speech."]
)
def test_other_points_are_counts(text):
    assert [k for _, _, k in said(text, "percent-point")] == []
    assert len(said(text, "count")) == 1


def test_a_bracketed_percentage_is_not_negative():
    assert said("Most (59%) agreed.") == [("59%", 59, "percent")]
