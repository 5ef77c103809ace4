"""One record told twice: in so many years, and since a date."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.records import find
from pytest_numcheck.numbers.read import read_numbers


def told(text, **kept):
    reading = read_numbers(read_text(text, **kept))
    words = {m.id: m.text for m in reading}
    return [f"{k.kind} " + " · ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()))]


RATE = "The rate fell to its lowest level in three years. At 5 percent it is the lowest since September {}. In 2004 it was 6."


@pytest.mark.parametrize(("text", "expected"), [
    (RATE.format(2001), ["lasted September 2001 · 2004 · three years"]),
    (RATE.format(1991), ["lasted September 1991 · 2004 · three years"]),
    (RATE.format(1985), []),  # nothing that a slip explains: the lowest of something else
    ("Loans fell to a three-year low. It is the lowest figure since May 2001. In 2004 it was higher.",
     ["lasted May 2001 · 2004 · three-year"]),
    ("Prices rose to the highest level in three years. Rents are the lowest since 2001. It was 2004.", []),
    ("The storm was the worst in ten years. Hail was the worst since 1990. Rain was the worst since 1994. It was 2004.", []),
])
def test_records(text, expected):
    assert told(text) == expected
