import pytest
from readings import mentions, only, said


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("It took one hour and 26 minutes.", "one hour and 26 minutes", 86, "minute"),
        ("It took an hour and 45 minutes.", "an hour and 45 minutes", 105, "minute"),
        ("It took 1h 26m.", "1h 26m", 86, "minute"),
        ("It took an hour and a half.", "an hour and a half", 1.5, "hour"),
        ("It took a year-and-a-half.", "a year-and-a-half", 1.5, "year"),
        ("It took two and a half years.", "two and a half years", 2.5, "year"),
        ("It took three hours and a half.", "three hours and a half", 3.5, "hour"),
        ("It took half an hour.", "half an hour", 0.5, "hour"),
        ("It took 100 years.", "100 years", 100, "year"),
        ("It took a century.", "a century", 100, "year"),
        ("It took a decade.", "a decade", 10, "year"),
        ("It took two decades.", "two decades", 2, "decade"),
        ("An 18-month inquiry.", "18-month", 18, "month"),
        ("It took 11 unbroken years.", "11 unbroken years", 11, "year"),
        ("It took two years and three months.", "two years and three months", 27, "month"),
        ("It took 2 hours 1 minute 39 seconds.", "2 hours 1 minute 39 seconds", 7299, "second"),
        ("It took 9.58s.", "9.58s", 9.58, "second"),
        ("He served five years' hard labour.", "five years", 5, "year"),
    ],
)
def test_durations(text, surface, value, unit):
    m = only(text)
    assert (m.kind, m.text, m.unit) == ("duration", surface, unit)
    assert m.value == pytest.approx(value)


def test_a_century_is_a_hundred_years_in_seconds():
    a, b = mentions("It took a century, or 100 years.")
    assert a.base("loose").meets(b.base("loose"))
    assert a.worded
    assert a.step is None


def test_two_amounts_side_by_side():
    assert said("He got two years and 18 months.") == [("two years", 2, "year"), ("18 months", 18, "month")]


@pytest.mark.parametrize("text", ["It lasted a day.", "The second minute ticked.", "A week later he left."])
def test_a_plain_unit_is_no_duration(text):
    assert said(text, "duration") == []
