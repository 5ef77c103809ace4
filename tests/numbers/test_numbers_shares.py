"""Ratios, multiples and vague counts."""

import pytest
from readings import mentions, only, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two-thirds agreed.", 2 / 3),
        ("About a third of them agreed.", 1 / 3),
        ("Half of them agreed.", 0.5),
        ("The vote split half the club.", 0.5),
        ("One in five agreed.", 0.2),
        ("One in every three agreed.", 1 / 3),
        ("Seven out of ten agreed.", 0.7),
        ("Glass was 18-of-24 passing.", 0.75),
        ("Ruiz went 3-for-4 at the plate.", 0.75),
        ("It fell by a quarter.", 0.25),
        ("One-tenth agreed.", 0.1),
    ],
)
def test_ratios(text, value):
    m = only(text)
    assert (m.kind, m.value) == ("ratio", pytest.approx(value))
    assert m.printed.holds(value + 0.02)
    assert not m.printed.holds(value + 0.04)


def test_a_hedged_half():
    assert said("More than half agreed.") == [("half", 0.5, None)]


def test_two_counts_are_no_ratio():
    assert said("It won 29 out of 30 matches.") == [("29", 29, None), ("30", 30, None)]


@pytest.mark.parametrize(
    "text", ["They led at half-time.", "He slept half the night in a third country.", "One in five years is dry."]
)
def test_no_ratio(text):
    assert said(text, "ratio") in ([], [("half", 0.5, None)])


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("It is three times as high.", "three times", 3),
        ("It is ten times more.", "ten times", 10),
        ("It is twice the size.", "twice", 2),
        ("Sales doubled.", "doubled", 2),
        ("Output halved.", "halved", 0.5),
        ("A fivefold rise.", "fivefold", 5),
        ("A 10-fold rise.", "10-fold", 10),
    ],
)
def test_multipliers(text, surface, value):
    m = only(text)
    assert (m.kind, m.text, m.value) == ("multiplier", surface, value)


def test_occasions_are_counts():
    assert [m.kind for m in mentions("She won five times, four times as captain.")] == ["count", "count"]


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        ("Dozens fled.", "Dozens", 24, 99, None),
        ("Tens of thousands fled.", "Tens of thousands", 20000, 99990, None),
        ("A few hundred fled.", "A few hundred", 300, 999, None),
        ("It spans several hundred miles.", "several hundred miles", 300, 999, "mile"),
        ("It cost hundreds of millions of pounds.", "hundreds of millions of pounds", 2e8, 999.99e6, "GBP"),
    ],
)
def test_vague(text, surface, low, high, unit):
    m = only(text)
    assert (m.kind, m.text, m.value, m.unit) == ("vague", surface, None, unit)
    assert (m.printed.low, m.printed.high) == (pytest.approx(low), pytest.approx(high))
