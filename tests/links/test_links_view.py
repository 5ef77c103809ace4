"""The article as a string with holes."""

from __future__ import annotations

from dataclasses import replace

from pytest_numcheck.links.prose import holes
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.mention import Cue


def test_a_mention_shows_no_words_and_takes_its_hedge_along(view):
    v = view("Some say [[count soldiers: about 8,000]] soldiers left.")
    assert "8,000" not in v.text
    assert "about" not in v.text
    assert "soldiers" + holes.NOUN_END in v.text
    hole = holes.KIND["count"] + holes.mention_id(0)
    assert hole in v.text
    assert v.to_prose(v.text.index(hole)) == v.article.text.index("about")
    assert v.to_view(v.article.text.index("8,000")) == v.text.index(hole)


def test_a_cue_keeps_its_words_between_marks(view):
    v = view("Prices [[rise: climbed]] [[percent: 12%]].")
    assert holes.CUE_KIND["rise"] + holes.cue_id(1) + "climbed" + holes.CUE_END in v.text


def test_offsets_lead_there_and_back(view):
    v = view("One  two\nthree [[count: 40]] men.\n\n[[weekday: Thursday]] came,   [[money: $5 million]] later.")
    for word in ("two", "three", "men", "came", "later"):
        prose = v.article.text.index(word)
        assert v.text[v.to_view(prose):].startswith(word)
        assert v.to_prose(v.to_view(prose)) == prose
    assert "two three" in v.text


def test_a_cue_inside_a_mention_stands_before_it(view):
    v = view("It ended at [[clock: noon on Friday]] there.")
    inside = v.reading.mentions[0]
    cue = Cue(1, inside.start, inside.start + 4, "noon", "noon", None, 0, 0)
    v = View(replace(v.reading, cues=(cue,)), v.lexicon)
    assert holes.CUE_KIND["noon"] + holes.cue_id(1) + holes.CUE_END + holes.KIND["clock"] in v.text


def test_private_characters_of_the_article_are_blank(view):
    v = view("Odd \ue001\U000f0000 text with [[count: 3]] cats.")
    assert v.text.count(holes.KIND["count"]) == 1


def test_sentences_are_found_by_word_and_kind(view):
    v = view("Nobody came. [[count: 40]] landed.\n\nThe landing took [[duration: 3 hours]].")
    assert v.sentences_with("landed") == {1}
    assert v.sentences_with("land~") == {1, 2}
    assert v.sentences_of("count") == {1}
    assert v.sentences_with("absent") == frozenset()
    assert len(v.spans) == 3
    assert [m.id for m in v.mentions(0, len(v.article.text))] == [0, 1]


def test_an_empty_article_has_a_view(view):
    assert view("").text == ""
