"""Shares of small wholes, and figures without their hedge."""

import pytest

from pytest_numcheck.check.examples import run_example
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.model import Example

RULE = """rule: desk/few
title: t
severity: error
bind: {{share: percent, whole: count}}
match: "of the {{whole}} patients, {{share}}"
assert: {condition}
message: m
"""


def _fires(text: str, condition: str) -> bool:
    rule = load_rule(RULE.format(condition=condition), "desk/few.yaml", "desk/few")
    return run_example(rule, Example("fires", 0, text), None) is None


@pytest.mark.parametrize(("whole", "share", "fires"), [
    ("12", "67%", False), ("12", "66%", False), ("12", "62%", True), ("30", "35%", True), ("24", "12.5%", False),
    ("9", "100%", False),
])
def test_whole_numbers_that_give_a_share(whole, share, fires):
    assert _fires(f"It says that of the {whole} patients, {share} are well.", "whole_share(share, whole)") is fires


def test_large_wholes_are_undecided():
    assert not _fires("It says that of the 12,000 patients, 62.13% are well.", "whole_share(share, whole)")


def test_the_figure_itself():
    text = "It says that of the at least 61 patients, 50% are well."
    assert _fires(text, "figure(whole) == 60")
    assert not _fires(text, "whole == 75")
    assert not _fires(text, "figure(whole) == 61")
