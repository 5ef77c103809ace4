"""The JSON Schema takes what the loader takes and refuses what it refuses."""

import json

import jsonschema
import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.strictyaml import parse
from pytest_numcheck.language.load import load_folder
from pytest_numcheck.language.schema import rule_schema

VALIDATOR = jsonschema.Draft7Validator(rule_schema())
GOOD = """\
rule: desk/a
title: A
severity: error
bind: {a: count, b: {same as: a in another unit}, c: [money, rate], d: {kind: count, near: [<person>], hedge: none}}
within: headline+body
match: ["{a} {b}", {all: ["{c}", {phrase: "{d}", certainty: guessed}]}]
assert: a == b
tolerance: 2
message: m
examples: {fires: [{text: "[[a]]", says: m, published: 2026-11-24}], quiet: [b]}
"""


def test_it_is_a_schema():
    jsonschema.Draft7Validator.check_schema(rule_schema())
    assert json.loads(json.dumps(rule_schema())) == rule_schema()


def test_it_takes_every_shipped_rule():
    for rule in load_folder(rules_root(), compiled=False):
        errors = [e.message for e in VALIDATOR.iter_errors(rule.node.plain())]
        assert not errors, f"{rule.id}: {errors}"


def test_it_takes_all_forms():
    assert not list(VALIDATOR.iter_errors(parse(GOOD).plain()))


@pytest.mark.parametrize(("old", "new"), [
    ("rule: desk/a", "rule: Desk"), ("title: A\n", ""), ("severity: error", "severity: fatal"),
    ("severity: error", "severity: {if: error}"),
    ("a: count", "a: counts"), ("a: count", "A: count"), ("same as: a", "same: a"),
    ("within: headline+body", "within: 0 sentences"),
    ("certainty: guessed", "certainty: sure"), ("hedge: none", "hedge: roughly"), ("assert: a == b", "assert: [a]"),
    ("tolerance: 2", "tolerance: -2"), ("2026-11-24", "today"), ("quiet: [b]", "quite: [b]"), ("message: m", "mesage: m"),
    ("bind: {a", "bnid: {a"), ("assert: a == b", "assert: ''"), ("tolerance: 2", "link: chain(a, b)"),
    ("tolerance: 2", "rounding: half"),
])
def test_it_refuses_what_the_loader_refuses(old, new):
    assert old in GOOD
    assert list(VALIDATOR.iter_errors(parse(GOOD.replace(old, new)).plain()))
