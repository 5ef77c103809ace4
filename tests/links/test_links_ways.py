"""Which way the words before a number say that it went."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.clauses.ways import way_before
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


@pytest.mark.parametrize(("words", "way"), [
    ("Sales rose to", 1),
    ("Sales fell sharply to", -1),
    ("A rise in rents to", 1),
    ("They cut the forecast for growth in Spain to", -1),
    ("They cut their growth forecast to", -1),
    ("The rise announced in May left rents at", 0),
    ("Rents did not rise to", 0),
    ("Rents, which have gone up to", 1),
    ("Aid worth up to", 0),
    ("The pound fell to", 0),
    ("Prices improved to", 0),
    ("Sales rose and rents came to", 0),
])
def test_the_last_word_of_rise_or_fall_tells(words: str, way: int) -> None:
    view = View(read_numbers(read_text(f"Word.\n\n{words} 5,000 in all."), default_lexicon()), default_lexicon())
    start = view.article.text.index(words)
    assert way_before(view, start, start + len(words)) == way
