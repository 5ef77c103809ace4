"""Rules made for the test on texts made for the test: binding, charity, three values, slips, limits."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.check.outcome import CONSISTENT, INCONSISTENT, UNDECIDED, Check, Verdicts
from pytest_numcheck.check.plan import make_plan
from pytest_numcheck.check.run import check_plans
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers

HEAD = "title: A test\nseverity: {stated: error, inferred: warning, slip: error, else: note}\n"


def run(rule: str, text: str, published: date | None = None, *, trace: bool = False) -> Verdicts:
    lexicon = default_lexicon()
    loaded = load_rule(f"rule: test/one\n{HEAD}{rule}", "test.yaml", "test/one")
    reading = read_numbers(read_text(text, published=published), lexicon)
    view = View(reading, lexicon)
    return check_plans(reading, find_links(view), view, [make_plan(loaded, lexicon)], lexicon,
                       lambda r, c, s: r.severity.of(c, s), trace=trace)


def checks(rule: str, text: str) -> tuple[Check, ...]:
    return run(rule, text).checks


WINDOW = """
bind: {start: clock, end: clock, taken: duration}
within: 2 sentences
match: ["from {start} to {end} ... {taken}"]
each: start
let: {elapsed: "clock_span(start, end)"}
assert: elapsed == taken
message: "{start} to {end} is {elapsed}, not {taken}"
"""


def test_a_template_binds_and_the_assertion_decides() -> None:
    good, = checks(WINDOW, "The shop is open from 9 a.m. to 5 p.m., for eight hours.")
    assert (good.outcome, good.certainty, good.slip, good.joins) == (CONSISTENT, "stated", None, True)
    bad, = checks(WINDOW, "The shop is open from 9 a.m. to 5 p.m., for nine hours.")
    assert (bad.outcome, bad.severity) == (INCONSISTENT, "error")
    assert bad.words == ("9 a.m.", "5 p.m.", "nine hours")
    assert bad.message == "9 a.m. to 5 p.m. is 8 hours, not nine hours"


def test_one_candidate_that_agrees_settles_the_group() -> None:
    found = checks(WINDOW, "It ran from 9 a.m. to 5 p.m., with a break of one hour and eight hours of work in all.")
    assert [c.outcome for c in found] == [CONSISTENT]


def test_several_candidates_that_all_miss_leave_it_open() -> None:
    found = checks(WINDOW, "It ran from 9 a.m. to 5 p.m., with a break of one hour and six hours of work in all.")
    assert [(c.outcome, c.certainty, c.reason) for c in found] == [(UNDECIDED, "guessed", "several numbers could be meant")]


def test_several_candidates_and_a_slip_are_guessed() -> None:
    found = checks(WINDOW, "It ran from 9 a.m. to 5 p.m., with a break of one hour and nine hours of work in all.")
    assert [(c.outcome, c.certainty, c.slip) for c in found] == [(INCONSISTENT, "guessed", "one hour off")]


PART = """
bind: {part: count, whole: count}
match: ["{part} of the {whole}"]
assert: part <= whole
message: "{part} of {whole}"
"""


@pytest.mark.parametrize(("text", "outcome"), [
    ("Police freed seven of the 12 hostages.", CONSISTENT),
    ("Police freed 17 of the 12 hostages.", INCONSISTENT),
    ("Police freed at least 12 of the 12 hostages.", CONSISTENT),
    ("Police freed up to 14 of the 12 hostages.", CONSISTENT),
    ("Police freed up to 140 of the 12 hostages.", INCONSISTENT),
    ("Police had earlier reported that 17 of the 12 hostages were free.", UNDECIDED),
])
def test_hedges_move_one_side_only_and_never_tenfold(text: str, outcome: str) -> None:
    assert [c.outcome for c in checks(PART, text)] == [outcome]


def test_a_missing_date_leaves_a_check_undecided() -> None:
    rule = """
bind: {day: weekday, date: date}
match: ["{day}, {date}"]
assert: weekday(date) == day
message: "{date} is no {day}"
"""
    unknown, = run(rule, "The vote is on Friday, May 12, in the hall.").checks
    assert unknown.outcome == UNDECIDED
    assert unknown.reason
    known, = run(rule, "The vote is on Friday, May 12, in the hall.", date(2026, 5, 1)).checks
    assert known.outcome == INCONSISTENT


def test_when_and_unless_leave_no_check_but_a_trace() -> None:
    rule = PART + "when: whole > 100\n"
    verdicts = run(rule, "Police freed 17 of the 12 hostages.", trace=True)
    assert verdicts.checks == ()
    assert [t.stage for t in verdicts.traces] == ["when"]
    rule = PART + "unless: whole < 100\n"
    assert run(rule, "Police freed 17 of the 12 hostages.").checks == ()


def test_a_rule_that_finds_nothing_says_where_it_stopped() -> None:
    assert run(PART, "Nothing to count here.", trace=True).traces[0].stage == "kinds"
    assert run(PART, "There were 12 dogs and 4 cats.", trace=True).traces[0].stage == "match"


def test_free_places_are_chosen_by_their_selector() -> None:
    rule = """
bind: {whole: {kind: count, near: [hostages]}, part: {kind: count, of: [woman]}}
each: whole
match: ["all {whole} hostages"]
assert: part <= whole
message: "{part} of {whole}"
"""
    found = checks(rule, "All 12 hostages are free, 15 women among the first.")
    assert [(c.outcome, c.certainty, c.words) for c in found] == [(INCONSISTENT, "inferred", ("12", "15"))]


def test_cut_digits_are_consistent() -> None:
    rule = """
bind: {part: count, whole: count, share: percent}
match: ["{part} of the {whole} ... or {share}"]
assert: part / whole == share
message: "{part} of {whole} is not {share}"
"""
    assert [c.outcome for c in checks(rule, "Some saw it: 200 of the 290 guests, or 68.9%.")] == [CONSISTENT]
    assert [c.outcome for c in checks(rule, "Some saw it: 200 of the 290 guests, or 68.8%.")] == [INCONSISTENT]


@pytest.mark.parametrize(("text", "name", "mend"), [
    ("It is open from 9 a.m. to 6 p.m., for eight hours.", "one hour off", "With 5 p.m. it would agree."),
    ("It is open from 9:10 a.m. to 11:40 p.m., for 150 minutes.", "p.m. for a.m.", "With 11:40 a.m. it would agree."),
])
def test_the_slip_is_named(text: str, name: str, mend: str) -> None:
    bad, = checks(WINDOW, text)
    assert (bad.slip, bad.mend) == (name, mend)


def test_checks_are_by_position_and_without_doubles() -> None:
    found = checks(PART, "Police freed nine of the 12 hostages, two of the nine guards and 30 of the 20 dogs.")
    assert [c.words for c in found] == [("nine", "12"), ("two", "nine"), ("30", "20")]
    assert [c.line for c in found] == [1, 1, 1]
