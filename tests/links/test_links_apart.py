"""Two tallies and the gap between them."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _told(text: str) -> list[str]:
    view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
    return [f"{k.confidence} " + " ".join(view.mention(k.roles[r][0]).text for r in ("one", "other", "by"))
            for k in find_links(view).by_kind["apart"]]


@pytest.mark.parametrize(("text", "link"), [
    ("The majority fell to 14 votes. Ministers mustered 309 votes and their opponents 295.", "inferred 309 295 14"),
    ("The majority fell to 41 votes. Ministers mustered 309 votes and their opponents 295.", "stated 309 295 41"),
    ("The alliance took 33 seats, leaving its rivals with 25. The lead of eight is a record.", "inferred 33 25 eight"),
    ("Mr Rao polled 48,231 votes against 41,877 for his rival, winning by 8,354 votes.", "stated 48,231 41,877 8,354"),
    ("Labour held the seat with 21,204 votes. The Tory got 18,933, cutting the majority to 3,271.",
     "inferred 21,204 18,933 3,271"),
    ("Exports were $18.2 billion and imports $21.5 billion, leaving a deficit of $2.3 billion.",
     "inferred $18.2 billion $21.5 billion $2.3 billion"),
])
def test_gaps(text, link):
    assert link in _told(text)


@pytest.mark.parametrize("text", [
    "The club won by 12 runs. It has played 15 games and lost six.",
    "Set 375 for victory, the tourists were two for 17.",
    "She was 14 points ahead of one rival, 45 points ahead of another and 92 ahead of a third.",
    "The deficit of $24 billion came after outlays of $83 billion, down from $84 billion.",
])
def test_no_gap(text):
    assert not [k for k in _told(text) if not k.startswith("guessed")]
