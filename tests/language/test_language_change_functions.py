"""How far apart the two values of a change are."""

import pytest

from pytest_numcheck.engine import check_text


def said(text):
    return [(c.outcome, c.message) for c in check_text(f"Word.\n\n{text}").verdicts.checks if c.rule == "order/change-amount"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("The fare rose by $5, from $20 to $25.", "consistent"),
    # a unit left out, money of one hundredth, degrees
    ("Stocks were 3,280,000 bushels, up 230,000 from 3,050,000 a week ago.", "consistent"),
    ("Stocks were 3,280,000 bushels, up 320,000 from 3,050,000 a week ago.", "inconsistent"),
    ("The price rose by 5 cents to 45 cents from 40 cents.", "consistent"),
    ("The price rose by 15 cents to 45 cents from 40 cents.", "inconsistent"),
    # the step counts other things by name
    ("Gates fell to 6,140 this year from 8,890. The 2,750 missing fans are sorely felt.", "consistent"),
    ("Gates fell to 6,140 this year from 8,890. The 2,570 missing fans are sorely felt.", "inconsistent"),
])
def test_the_gap_is_the_step(text, wanted):
    assert [outcome for outcome, _ in said(text)] == [wanted]


@pytest.mark.parametrize(("text", "rule"), [
    ("The dividend was raised 20% to 50 cents from 40 cents.", "shares/percent-change"),
    ("Sales rose 20% to 50 tonnes from 40 tonnes.", "shares/percent-change"),
])
def test_rounding_and_cutting_are_not_mixed(text, rule):
    assert [c.outcome for c in check_text(text).verdicts.checks if c.rule == rule] == ["inconsistent"]


@pytest.mark.parametrize("text", [
    "Sales rose 47% to $1.03 billion from $700.3 million.",
    "Sales rose 25% to 50 tonnes from 40 tonnes.",
    "Orders rose 4.8% to $103.8 million from a revised $99.0 million.",
])
def test_rounded_or_cut_alike_they_hold(text):
    assert [c.outcome for c in check_text(text).verdicts.checks if c.rule == "shares/percent-change"] == ["consistent"]
