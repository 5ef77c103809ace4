"""Word lists as patterns: whole words, the longest first, with and without an open end."""

import pytest

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.links.prose.wording import any_of, words

OWN = Lexicon({"pay-words": ["rais~", "take", "take home", "i.e."]})


@pytest.mark.parametrize(("text", "found"), [
    ("they raised it", "raised"), ("they take home it", "take home"), ("mistaken", None), ("i.e. so", "i.e."), ("iXeX", None),
])
def test_words(text, found):
    hit = words(OWN, "pay-words").search(text)
    assert (hit[0] if hit else None) == found


def test_a_desk_adds_to_a_list():
    more = Lexicon({"levies": ["cess"]})
    assert words(more, "levies").search("a cess of 2%") is not None
    assert words(Lexicon(), "levies").search("a cess of 2%") is None


def test_the_longest_stands_first():
    assert any_of(OWN, "pay-words").split("|")[0].startswith("take")
