"""Hedges: which one, where it begins, and what only looks like one."""

from __future__ import annotations

import pytest
from marked import found, scanned


@pytest.mark.parametrize(("text", "hedge"), [
    ("About [[40]] people came.", "about"),
    ("An estimated [[13]] boats sank.", "about"),
    ("Some [[40]] people came.", "about"),
    ("It cost in the region of [[$5|money|USD]] a head.", "about"),
    ("Nearly [[40]] people came.", "nearly"),
    ("It was almost exactly [[5 years|duration]] ago.", "nearly"),
    ("They paid just over [[$5|money|USD]].", "more-than"),
    ("They paid a little over [[$5|money|USD]].", "more-than"),
    ("He is worth in excess of [[$5|money|USD]].", "more-than"),
    ("Growth was better than [[4%|percent]].", "more-than"),
    ("They paid just under [[$5|money|USD]].", "less-than"),
    ("Fewer than [[40]] people came.", "less-than"),
    ("It is not even [[4%|percent]] of sales.", "less-than"),
    ("No fewer than [[40]] people came.", "at-least"),
    ("It costs a minimum of [[$5|money|USD]].", "at-least"),
    ("It fell as low as [[3%|percent]].", "at-least"),
    ("Up to [[40]] people came.", "at-most"),
    ("As many as another [[40]] people came.", "at-most"),
    ("It must be no more than [[$5|money|USD]].", "at-most"),
    ("It carries a maximum sentence of [[1 year|duration]].", "at-most"),
    ("Only [[40]] people came.", None),
    ("The minimum wage of [[$5|money|USD]] stays.", None),
    ("The cost was estimated at [[$5|money|USD]].", None),
])
def test_before(text, hedge):
    assert found(text, "hedge") == [hedge]


@pytest.mark.parametrize(("text", "hedge"), [
    ("It took [[40]] days or so.", "about"),
    ("There were [[40]] or so people.", "about"),
    ("It has [[40]]-odd staff.", "about"),
    ("Households with [[$1|money|USD]] or more pay.", "at-least"),
    ("There are [[40]]+ members.", "at-least"),
    ("They work [[30 hours or more a week|rate]].", "at-least"),
    ("A party of [[40]] people or fewer may sit.", "at-most"),
    ("They spent [[40]] or more than that.", None),
])
def test_after(text, hedge):
    assert found(text, "hedge") == [hedge]


@pytest.mark.parametrize("text", [
    "Talks about [[three]] men went on.",
    "The row over [[two]] islands grew.",
    "Over [[3 years|duration]], it grew.",
    "Trade fell over the next [[3 days|duration]].",
    "They drove around [[12]] countries.",
    "Cafes around the [[5]] lakes closed.",
    "It sold five times as many as [[12]] shops did.",
    "It cost [[4%|percent]] more than [[$5|money|USD]].",
    "It set the rules for some [[1990|year]] films.",
    "They had to live up to [[three]] promises.",
])
def test_not_a_hedge(text):
    assert found(text, "hedge")[-1] is None


def test_over_hedges_a_length_of_time_after_a_verb_that_takes_one():
    assert found("The trial took over [[3 years|duration]].", "hedge") == ["more-than"]
    assert found("He ruled for over [[3 years|duration]].", "hedge") == ["more-than"]


def test_the_lead_is_where_the_hedge_begins():
    for text, lead in (("He paid a little over [[$5|money|USD]].", "a little over "), ("As many as [[40]] came.", "As many as "),
                       ("It costs a maximum fine of [[$5|money|USD]].", ""), ("Just [[40]] came.", "")):
        scan = scanned(text)
        draft = scan.drafts[0]
        assert scan.text[draft.lead:draft.start] == lead


def test_a_hedge_is_shared_across_or_but_not_lists_or_brackets():
    assert found("It is worth about [[$8,000|money|USD]] or [[€7,000|money|EUR]].", "hedge") == ["about", "about"]
    assert found("About [[40]] cats and [[50]] dogs came.", "hedge") == ["about", None]
    assert found("It lies about [[50 miles|length|mile]] ([[80 km|length|kilometer]]) off.", "hedge") == ["about", None]
