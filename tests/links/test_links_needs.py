"""The cheap refusals: never of a template that would be found."""

from __future__ import annotations

from pytest_numcheck.links.prose.needs import Index, runs_of
from pytest_numcheck.links.prose.template import parse

KINDS = {"a": ("count",), "b": ("money", "weekday")}


def runs(template: str, entries: tuple[str, ...] = ()) -> tuple[tuple[str, ...], ...]:
    return runs_of(parse(template), KINDS, lambda words: entries)


def test_words_side_by_side_make_a_run() -> None:
    assert runs("as many as <them>") == (("asmanyas",),)
    assert runs("as <them> as", ("one", "as well")) == (("asoneas", "asaswellas"),)
    assert runs("in (total|all) now") == (("intotalnow", "inallnow"),)


def test_what_may_be_written_otherwise_breaks_a_run() -> None:
    assert runs("one [or] two") == ()
    assert runs("the land~ of") == (("theland",),)
    assert runs("a well-known man") == ()
    assert runs("the <np> of") == ()


def test_a_number_ends_a_run_because_a_conversion_may_follow() -> None:
    (before,) = runs("of the {a} men")
    assert len(before) == 1
    assert before[0].startswith("ofthe")
    assert runs("{a} men went") == (("menwent",),)
    assert runs("of {b}") == ()


def test_the_index_answers_for_all_sets_at_once() -> None:
    index = Index()
    rise, more = index.mask([frozenset({"rose", "ris~"})]), index.mask([frozenset({"more"})])
    assert rise & more == 0
    assert index.mask([frozenset({"ris~", "rose"}), frozenset({"more"})]) == rise | more
    assert index.met(["rising"]) == rise
    assert index.met(["more", "rose"]) == rise | more
    assert index.met(["moreover", "roses"]) == 0
