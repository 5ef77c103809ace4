"""Two dates or times and what lies between them."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.spans import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [f"{k.via}/{k.confidence} " + " · ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "expected"), [
    ("In 1998 she won. A decade later, in 2008, she lost.", ["later/stated 1998 · 2008 · A decade"]),
    ("It was signed in 1959. Thirty-two years later, in 1991, it lapsed.", ["later/stated 1959 · 1991 · Thirty-two years"]),
    ("The mill opened in 1920. In 1955, 35 years later, it burned.", ["later/stated 1920 · 1955 · 35 years"]),
    ("They land on May 14. A crew comes two weeks later on May 28.", ["later/stated May 14 · May 28 · two weeks"]),
    ("In 1984 she ran. Eight years earlier, at the 1976 congress, she had not.",
     ["earlier/stated 1976 · 1984 · Eight years"]),
    ("The march is held one day earlier, on March 30 instead of March 31.", ["earlier/stated March 30 · March 31 · one day"]),
    ("It rang at 3:15 a.m. in town. Two hours later, at 5:15 a.m., it fell.", ["later/stated 3:15 a.m. · 5:15 a.m. · Two hours"]),
    ("The site was launched in 2004. In 2014, a decade after its launch, it closed.",
     ["after/inferred 2004 · 2014 · a decade"]),
    ("He sang with Bell from 1977 until her death in 1981. In 1991, ten years after her death, he stopped.",
     ["after/inferred 1981 · 1991 · ten years"]),
    ("Bell died in 1981 and her band, formed in 1970, fell apart. In 1991, ten years after her death, he stopped.",
     ["after/inferred 1981 · 1991 · ten years"]),
])
def test_spans(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", [
    "In 1998 she won. Ten years later she lost.",
    "It was 1998. He stayed ten years. In 2008 he left.",
    "They met in May 2014. Two weeks later, on June 3, they wed.",
    "From 1990 to 1994 he sang. Two years later, in 1995-96, he left.",
    "In 2014, a decade after its sale, it closed. The lake froze in 1999.",
])
def test_no_spans(text):
    assert told(text) == []
