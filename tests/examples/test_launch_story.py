"""A wire story of many kinds of numbers: how each is read, and what happens when one of them is wrong."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from pytest_numcheck import check_text, load_rules

STORY = (Path(__file__).parents[1] / "data" / "launch-story.txt").read_text(encoding="utf-8")

#: (line, text, kind, value, unit, noun, hedge): every number of the story, and no other
READINGS = [
    (1, "6,000", "count", 6000, None, "Orsk soldiers", None),
    (3, "9,000 soldiers every day", "rate", 9000, "soldier/day", "soldiers", "about"),
    (3, "first", "ordinal", 1, None, None, None),
    (3, "a century", "duration", 100, "year", None, None),
    (5, "14,000", "count", 14000, None, "Orsk soldiers", "about"),
    (5, "6,000", "count", 6000, None, "Orsk soldiers", "about"),
    (9, "5", "ordinal", 5, None, None, None),
    (11, "14,000", "count", 14000, None, "Orsk soldiers", "about"),
    (11, "6,000", "count", 6000, None, "Orsk forces", "at-most"),
    (13, "9,000 casualties a day", "rate", 9000, "casualty/day", "casualties", "about"),
    (13, "first", "ordinal", 1, None, None, None),
    (13, "100 years", "duration", 100, "year", None, None),
    (15, "October 14", "date", None, None, None, None),
    (17, "one", "count", 1, None, "ballistic missile", "at-least"),
    (19, "6:52 a.m.", "clock", 412, None, None, None),
    (19, "8:16 a.m.", "clock", 496, None, None, None),
    (19, "300 kilometres", "length", 300, "kilometer", None, "about"),
    (21, "one hour and 24 minutes", "duration", 84, "minute", None, None),
    (21, "1,100 kilometres", "length", 1100, "kilometer", None, "about"),
    (21, "6,800 kilometres", "length", 6800, "kilometer", None, "about"),
    (23, "March 2022", "date", None, None, None, None),
    (23, "12th", "ordinal", 12, None, None, None),
    (23, "first", "ordinal", 1, None, None, None),
]

#: What the story itself must be seen to confirm.
AGREES = [
    ("clock/elapsed", {"6:52 a.m.", "8:16 a.m.", "one hour and 24 minutes"}),
    ("parts/part-whole", {"6,000", "14,000"}),
    ("repeat/headline-body", {"6,000"}),
    ("repeat/rate", {"9,000 soldiers every day", "9,000 casualties a day"}),
    ("repeat/period", {"a century", "100 years"}),
    ("motion/ballistic", {"1,100 kilometres", "6,800 kilometres", "one hour and 24 minutes"}),
]

#: (where, the wrong number, the rule that owns it, the other number that its message names); the wrong one is in […]
CHANGES = [
    ("landing at [8:16 a.m.]", "9:16 a.m.", "clock/elapsed", "one hour and 24 minutes"),
    ("landing at [8:16 a.m.]", "8:16 p.m.", "clock/elapsed", "one hour and 24 minutes"),
    ("landing at [8:16 a.m.]", "8:61 a.m.", "clock/possible", "8:61 a.m."),
    ("Launched at [6:52 a.m.]", "6:25 a.m.", "clock/elapsed", "one hour and 24 minutes"),
    ("duration of [one hour and 24 minutes]", "two hours and 24 minutes", "clock/elapsed", "8:16 a.m."),
    ("duration of [one hour and 24 minutes]", "one hour and 42 minutes", "clock/elapsed", "8:16 a.m."),
    ("duration of [one hour and 24 minutes]", "24 minutes", "clock/elapsed", "8:16 a.m."),
    ("says that [6,000]", "60,000", "repeat/headline-body", "6,000"),
    ("About [14,000]", "1,400", "parts/part-whole", "6,000"),
    ("about [6,000] of them", "60,000", "parts/part-whole", "14,000"),
    ("about [6,000] of them", "26,000", "parts/part-whole", "14,000"),
    ("some [14,000]", "1,400", "parts/part-whole", "6,000"),
    ("as many as [6,000]", "60,000", "parts/part-whole", "14,000"),
    ("about [9,000] soldiers", "90,000", "repeat/rate", "9,000"),
    ("about [9,000] soldiers", "900", "repeat/rate", "9,000"),
    ("about [9,000] casualties", "90,000", "repeat/rate", "9,000"),
    ("about [9,000] casualties", "900", "repeat/rate", "9,000"),
    ("height of roughly [6,800]", "68,000", "motion/ballistic", "1,100 kilometres"),
    ("height of roughly [6,800]", "680", "motion/ballistic", "1,100 kilometres"),
    ("first time in [100 years]", "10 years", "repeat/period", "a century"),
    ("first time in [100 years]", "1,000 years", "repeat/period", "a century"),
    ("country in [a century]", "a decade", "repeat/period", "100 years"),
    ("confirmed on [October 14]", "October 41", "calendar/possible", "October 41"),
]


@lru_cache
def judged(text: str) -> dict[str, Any]:
    return check_text(text, ruleset=load_rules("numcheck:recommended@1")).record()


def words(record: dict[str, Any], check: dict[str, Any]) -> set[str]:
    at = {m["id"]: m["text"] for m in record["mentions"] + record["cues"]}
    return {at[i] for i in check["mentions"]}


def test_every_number_is_read_as_it_is_meant() -> None:
    seen = [(m["line"], m["text"], m["kind"], m["value"], m["unit"], m["noun"], m["hedge"]) for m in judged(STORY)["mentions"]]
    assert seen == READINGS


@pytest.mark.parametrize(("rule", "said"), AGREES)
def test_what_agrees_is_seen_to(rule: str, said: set[str]) -> None:
    record = judged(STORY)
    held = [words(record, c) for c in record["checks"] if c["rule"] == rule and c["outcome"] == "consistent"]
    assert any(said <= w for w in held)


def test_nothing_is_complained_of() -> None:
    assert [c["message"] for c in judged(STORY)["checks"] if c["outcome"] != "consistent"] == []


@pytest.mark.parametrize(("where", "wrong", "owner", "named"), CHANGES, ids=[f"{c[0]} {c[1]}" for c in CHANGES])
def test_one_wrong_number_fails_the_check_that_owns_it(where: str, wrong: str, owner: str, named: str) -> None:
    before, _, after = where.partition("[")
    right, _, after = after.partition("]")
    assert STORY.count(before + right + after) == 1
    at = STORY.index(before + right + after) + len(before)
    record = judged(STORY[:at] + wrong + STORY[at + len(right):])
    spans = {m["id"]: (m["start"], m["end"]) for m in record["mentions"] + record["cues"]}
    bad = [c for c in record["checks"] if c["outcome"] == "inconsistent"]
    owning = [c for c in bad if c["rule"] == owner and c["severity"] == "error"]
    assert owning, [c["message"] for c in bad]
    assert all(wrong in c["message"] and named in c["message"] for c in owning), owning
    for check in bad:
        cited = [spans[i] for i in check["mentions"]]
        assert any(start < at + len(wrong) and at < end for start, end in cited), check["message"]
