"""Templates."""

from __future__ import annotations

import time

import pytest

from pytest_numcheck.base.lexicon import Lexicon, default_lexicon
from pytest_numcheck.links.prose.phrase import PhraseError, compile_phrase

KINDS = {"c": ("count",), "a": ("count",), "b": ("count",),
         "t": ("clock", "noon"), "u": ("clock",), "d": ("duration",), "w": ("weekday",)}


def found(template, v, cross=False, lexicon=None, **kinds):
    phrase = compile_phrase(template, {**KINDS, **kinds}, lexicon or default_lexicon())
    return [dict(f.binding) for f in phrase.find(v, cross=cross)]


def test_words_and_places(view):
    v = view("Of them, [[count: about 8,000]] of  the [[count: 10,000]] stayed.")
    assert found("{a} of the {b}", v) == [{"a": 0, "b": 1}]
    assert found("{a} OF The {b} stay~", v) == [{"a": 0, "b": 1}]
    assert found("{a} of {b}", v) == []
    assert found("{a} of the {b} stay", v) == []


def test_choice_and_optional(view):
    v = view("It has [[count: 8]] of its [[count: 10]] seats.")
    assert found("{a} of (the|its [own]|all (our|his)) {b} [red] seats", v) == [{"a": 0, "b": 1}]


def test_an_optional_place_may_stay_open(view):
    v = view("It fell to [[count: 8]].")
    assert found("fell to {a} [from {b}]", v) == [{"a": 0}]


def test_a_bracketed_restatement_is_stepped_over(view):
    v = view("The [[length: 5 miles]] ([[length: 8 km]]) to [[length: 7 miles]] stretch.")
    assert found("{x} to {y}", v, x=("length",), y=("length",)) == [{"x": 0, "y": 2}]
    assert found(r"{x} \({y}\)", v, x=("length",), y=("length",)) == [{"x": 0, "y": 1}]


def test_a_gap_offers_the_nearest_first_and_stays_in_the_sentence(view):
    v = view("From [[clock: 7 a.m.]] to [[clock: 9 a.m.]] in [[duration: 3 hours]] or [[duration: 2 hours]]. It ran "
             "[[duration: 5 hours]].")
    assert found("from {t} to {u} ... {d}", v) == [{"t": 0, "u": 1, "d": 2}, {"t": 0, "u": 1, "d": 3}]
    assert [f["d"] for f in found("from {t} to {u} ... {d}", v, cross=True)] == [2, 3, 4]


def test_a_gap_does_not_end_inside_brackets(view):
    v = view("From [[clock: 7 a.m.]] on (a [[duration: 3-hour]] day) it lasted [[duration: 4 hours]].")
    assert found("{t} ... {d}", v) == [{"t": 0, "d": 2}]


def test_a_gap_in_a_choice(view):
    v = view("It left at [[clock: 7 a.m.]] sharp and came at [[clock: 9 a.m.]].")
    assert found("at {t} (to|... came at) {u}", v) == [{"t": 0, "u": 1}]


def test_cues_fill_places_and_stay_readable(view):
    v = view("On [[weekday: Thursday]] at [[noon: noon]] they left.")
    assert found("on {w} at {t}", v) == [{"w": 0, "t": 1}]
    assert found("on Thursday at noon they", v) == [{}]


def test_overlapping_matches(view):
    v = view("[[count: 3]], [[count: 4]], [[count: 5]].")
    assert found("{a}, {b}", v) == [{"a": 0, "b": 1}, {"a": 1, "b": 2}]


def test_word_lists_and_tables(view):
    lexicon = Lexicon(words={"gone": {"replace": ["took off", "left", "depart~"]}})
    v = view("It departed at [[clock: 9 a.m.]] and took off at [[clock: 10 a.m.]].")
    phrase = compile_phrase("<gone> at {t}", KINDS, lexicon)
    hits = list(phrase.find(v))
    assert [(f.binding["t"], f.words["gone"]) for f in hits] == [(0, "departed"), (1, "took off")]
    assert set(phrase.cues) == {"took", "left", "depart~"}


def test_enumerations(view):
    v = view("They are [[count men: two]] men, [[count women: three]] women and [[count boys: a]] boy.")
    assert found("list({a} <np>)", v) == [{"a": (0, 1, 2)}]


def test_the_counted_noun(view):
    v = view("[[count old ships: 12]] old ships of the [[count: 30]] sank.")
    assert found("{a} of the {b}", v) == []
    assert found("{a} [<noun>] of the {b}", v) == [{"a": 0, "b": 1}]
    assert found("{a} <np> of the {b}", v) == [{"a": 0, "b": 1}]


def test_only_inside_the_span_asked_for(view):
    v = view("Of [[count: 3]]. Of [[count: 4]].")
    second = v.article.sentences[1]
    phrase = compile_phrase("of {a}", KINDS, default_lexicon())
    assert [f.binding["a"] for f in phrase.find(v, second.start, second.end)] == [1]
    hit = next(phrase.find(v))
    assert v.article.text[hit.start:hit.end] == "Of 3"


@pytest.mark.parametrize(("template", "offset", "what"), [
    ("{a} of {e}", 7, "'e' is not declared"),
    ("{a} (of", 4, "never closed"),
    ("{a} of )", 7, "without a bracket"),
    ("... {a}", 0, "both sides"),
    ("{a} ... [x]", 4, "both sides"),
    ("{a} <nosuchlist>", 4, "nosuchlist"),
    ("{a} and {a}", 8, "twice"),
    ("{a} ... {a}", 8, "twice"),
    ("", 0, "empty"),
    ("[of]", 0, "must occur"),
    ("list(x) {a}", 0, "must hold"),
    ("{a} }", 4, "a place is written"),
])
def test_errors_say_where(template, offset, what):
    with pytest.raises(PhraseError) as caught:
        compile_phrase(template, KINDS, default_lexicon())
    assert what in caught.value.what
    assert caught.value.offset == offset


def test_an_unknown_kind_is_refused():
    with pytest.raises(PhraseError, match="did you mean 'count'"):
        compile_phrase("{x}", {"x": ("coumt",)}, default_lexicon())


@pytest.mark.parametrize("template", [
    "{c} [a] [b] [c] [a] [b] [c] [a] [b] [c] ... {a} ... [a] [b] [a] {b}",
    "(a|a b|a b c) (a|a b|a b c) (a|a b|a b c) (a|a b|a b c) (a|a b|a b c) {a} ... {b} ... x",
    "<np> <np> <np> <np> <np> x {a}",
    "list({a} <np>) ... list({b} <np>)",
])
def test_hostile_templates_and_articles_end(view, template):
    text = "a b c a b c a b " * 150 + " ".join(f"[[count: {i}]] a b, " for i in range(150)) + " x."
    v = view(text)
    began = time.perf_counter()
    found(template, v)
    assert time.perf_counter() - began < 20
