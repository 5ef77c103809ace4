"""Every rule that ships: its id is its path, it explains itself, and its own examples behave."""

from __future__ import annotations

import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.check.examples import run_example
from pytest_numcheck.language.load import load_folder
from pytest_numcheck.language.model import Example, Rule

RULES = load_folder(rules_root())
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def name(value: Rule | Example) -> str:
    return value.id if isinstance(value, Rule) else value.name


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert (rules_root() / f"{rule.id}.yaml").is_file()
    assert len(rule.explain.split()) >= 10, "the page in the documentation needs a text"
    assert sum(e.expect == "fires" for e in rule.examples) >= 3
    assert sum(e.expect == "quiet" for e in rule.examples) >= 4
    assert len({(e.title, e.text, e.published) for e in rule.examples}) == len(rule.examples), "no example twice"


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_an_example_behaves(rule: Rule, example: Example) -> None:
    wrong = run_example(rule, example)
    assert wrong is None, wrong


def test_every_family_of_checks_has_a_rule() -> None:
    groups = {rule.group for rule in RULES}
    assert {"clock", "calendar", "parts", "shares", "rates", "convert", "repeat", "order", "lists", "plausible", "motion", "war",
            "format"} <= groups
