"""How numbers are written: ranges, dates in figures, hours, ages after names, units of another dimension."""

import pytest

from pytest_numcheck.engine import check_text


def broken(text, rule):
    return [c.outcome for c in check_text(text).checks if c.rule == rule and c.outcome == "inconsistent"] != []


@pytest.mark.parametrize(("text", "rule", "wanted"), [
    ("It costs between $26 and $31 million.", "format/range-scale", True),
    ("It costs between $26 million and $31 million.", "format/range-scale", False),
    ("It costs $5-$10bn to build.", "format/range-scale", True),
    ("It is due on 04/11/2026.", "format/ambiguous-date", True),
    ("It is due on 14/11/2026.", "format/ambiguous-date", False),
    ("Doors open at 9 a.m. in the evening.", "format/part-of-day", True),
    ("Doors open at 9 in the evening.", "format/part-of-day", False),
    ("They came at 1 a.m. on Friday night and left.", "format/part-of-day", False),
    ("Ana Ruiz, 540, said it rained.", "plausible/age-by-name", True),
    ("The road was closed, 540, said one sign.", "plausible/age-by-name", False),
    ("The fire burned 100 square miles (259 kilometers).", "convert/other-dimension", True),
    ("The fire burned 100 square miles (30 kilometers) of hedges.", "convert/other-dimension", False),
])
def test_how_it_is_written(text, rule, wanted):
    assert broken(text, rule) is wanted
