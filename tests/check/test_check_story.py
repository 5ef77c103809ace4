"""A story of many numbers: what must be seen to agree, and that one changed number is found by the check that owns it."""

from __future__ import annotations

import pytest

from pytest_numcheck.check.outcome import CONSISTENT, INCONSISTENT
from pytest_numcheck.engine import Report, check_text, load_rules

STORY = """Envoy says 6,000 Arvanian soldiers are in the Tolm valley

According to the envoy, Russia is losing about 9,000 soldiers every day, and the Arvanian troops are the first foreign troops to \
enter the land in a century.

About 9,000 Arvanian soldiers are now in the country, with about 6,000 of them based in the Tolm valley, the envoy said on Friday.

The envoy said: "We count some 9,000 Arvanian soldiers in all. We also know that as many as 6,000 of those Arvanian forces have \
been sent to the Tolm valley."

"With these troops, Russia is suffering about 9,000 casualties a day, and this is the first time in 100 years that foreign \
troops have been asked in," the envoy went on.

Launched at 6:05 a.m. local time, the missile flew east before landing at 7:16 a.m. in the sea about 300 kilometres \
west of the cape.

The missile's flight duration of one hour and 11 minutes is the longest so far. The missile travelled about 900 kilometres and \
peaked at a height of about 6,000 kilometres, the ministry added.
"""


def judged(text: str) -> Report:
    return check_text(text, ruleset=load_rules())


def failing(report: Report) -> set[str]:
    return {c.rule for c in report.checks if c.outcome == INCONSISTENT and c.severity == "error"}


def test_the_story_agrees_with_itself() -> None:
    report = judged(STORY)
    assert failing(report) == set()
    held = {(c.rule, c.words) for c in report.checks if c.outcome == CONSISTENT}
    assert ("clock/elapsed", ("6:05 a.m.", "7:16 a.m.", "one hour and 11 minutes")) in held
    assert ("repeat/rate", ("9,000 soldiers every day", "9,000 casualties a day")) in held
    assert ("repeat/headline-body", ("6,000", "6,000")) in held
    assert ("motion/ballistic", ("900 kilometres", "6,000 kilometres", "one hour and 11 minutes")) in held
    assert len([c for c in report.checks if c.rule == "parts/part-whole" and c.words == ("6,000", "9,000")]) == 2
    assert any(c.rule == "repeat/period" and {"a century", "100 years"} <= set(c.words) for c in report.checks)


def test_the_daily_loss_only_warns() -> None:
    loss = [c for c in judged(STORY).checks if c.rule == "war/daily-losses"]
    assert {(c.outcome, c.severity) for c in loss} == {(INCONSISTENT, "warning")}
    assert "3.28 million" in loss[0].message


@pytest.mark.parametrize(("old", "new", "owner"), [
    ("landing at 7:16", "landing at 8:16", "clock/elapsed"),
    ("one hour and 11 minutes", "two hours and 11 minutes", "clock/elapsed"),
    ("says 6,000", "says 60,000", "repeat/headline-body"),
    ("about 6,000 of them", "about 60,000 of them", "parts/part-whole"),
    ("as many as 6,000", "as many as 60,000", "parts/part-whole"),
    ("some 9,000", "some 900", "parts/part-whole"),
    ("about 9,000 casualties", "about 90,000 casualties", "repeat/rate"),
    ("about 9,000 soldiers every", "about 900 soldiers every", "repeat/rate"),
    ("height of about 6,000", "height of about 60,000", "motion/ballistic"),
    ("in 100 years", "in 1,000 years", "repeat/period"),
    ("in 100 years", "in 10 years", "repeat/period"),
])
def test_one_changed_number_is_found(old: str, new: str, owner: str) -> None:
    assert STORY.count(old) == 1
    text = STORY.replace(old, new)
    report = judged(text)
    assert owner in failing(report)
    at = text.index(new)
    for check in report.checks:
        if check.outcome == INCONSISTENT and check.severity == "error":
            spans = [(report.reading.by_id[i].start, report.reading.by_id[i].end) for i in check.mentions]
            assert any(start < at + len(new) and at < end for start, end in spans), "whatever fails cites the changed number"


def test_the_order_is_by_position_and_stays_the_same() -> None:
    one, two = judged(STORY), judged(STORY)
    assert one.checks == two.checks
    at = [min(one.reading.by_id[i].start for i in c.mentions) for c in one.checks]
    assert at == sorted(at)


def test_one_slip_is_told_once() -> None:
    report = check_text("Polls were open from 7 a.m. to 10 p.m., a 12-hour day.", ruleset=load_rules())
    assert [c.rule for c in report.checks if c.outcome == INCONSISTENT] == ["clock/elapsed"]
