"""Joins and readings that text of other publishers showed to be wrong."""

import pytest

from pytest_numcheck import check_text


def wrong(text: str, rule: str) -> list[str]:
    return [c.message for c in check_text(text).checks if c.rule == rule and c.outcome == "inconsistent"]


@pytest.mark.parametrize(("rule", "text"), [
    ("order/change-amount", "Corben stock was trading at 31-3/4, up 2-1/4 on heavy volume of 4.2 mln shares."),
    ("calendar/possible", "Barley, afloat, Apl 86 unch, May 85 unch, Jne 84 unch."),
    ("parts/parts-exceed",
     "The force has about 12,500 guards. Of those 12,500 guards, 8,000 live in camps and the other 4,500 at home."),
    ("convert/bracket", "The road will run about 170-200 kms (105-125 miles) to the coast."),
])
def test_what_only_looks_wrong_is_quiet(rule: str, text: str) -> None:
    assert wrong(text, rule) == []


@pytest.mark.parametrize(("rule", "text"), [
    ("calendar/possible", "It bought 900 shares on March 67 and as many in April."),
    ("parts/parts-exceed", "Of the 12,500 guards, 9,000 live in camps and 4,500 at home."),
    ("convert/bracket", "The road will run about 170-200 kms (150-180 miles) to the coast."),
])
def test_what_is_wrong_is_still_told(rule: str, text: str) -> None:
    assert wrong(text, rule)
