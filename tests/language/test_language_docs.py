"""The page on the rule language: every rule on it loads and passes its own examples, every function is on it."""

import re
from pathlib import Path

import pytest

from pytest_numcheck.check.examples import run_example
from pytest_numcheck.language.functions import FUNCTIONS
from pytest_numcheck.language.kinds import BINDABLE
from pytest_numcheck.language.load import KEYS, load_rule
from pytest_numcheck.language.model import LINK_ROLES
from pytest_numcheck.language.read_bind import SELECTOR_KEYS
from pytest_numcheck.language.reference import renewed
from pytest_numcheck.language.ruleset import load_ruleset

PAGE = (Path(__file__).parents[2] / "docs" / "rule-language.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)
RULES = [b for b in BLOCKS if b.startswith("rule:")]


@pytest.mark.parametrize("text", RULES, ids=lambda t: t.split()[1])
def test_the_rules_of_the_page_pass_their_examples(text):
    rule = load_rule(text, "docs/rule-language.md", text.split()[1])
    assert rule.examples
    for example in rule.examples:
        assert run_example(rule, example) is None


def test_the_settings_of_the_page_are_taken(tmp_path):
    text = next(b for b in BLOCKS if b.startswith("extends") and "overrides" in b)
    for rule in RULES:
        path = tmp_path / "desk-rules" / f"{rule.split()[1]}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule, encoding="utf-8")
    (tmp_path / "numcheck.yaml").write_text(text, encoding="utf-8")
    rules = load_ruleset(tmp_path / "numcheck.yaml")
    speed = rules.rule("plausible/speed")
    assert rules.severity(speed, "news/a.txt", "stated", True) == "note"
    assert rules.severity(speed, "sport/a.txt", "stated", True) == "off"


@pytest.mark.parametrize("name", [*FUNCTIONS, *KEYS, *BINDABLE, *SELECTOR_KEYS, *LINK_ROLES])
def test_nothing_is_left_out(name):
    assert name in PAGE


def test_functions_are_told_as_they_are():
    """If this fails: python -m pytest_numcheck.language.reference docs/rule-language.md"""
    assert renewed(PAGE) == PAGE
