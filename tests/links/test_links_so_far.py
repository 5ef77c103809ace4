"""Years counted to the day of writing, or to the latest year told."""

from datetime import date

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.clauses.now import latest
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.so_far import find
from pytest_numcheck.numbers.read import read_numbers


def view(text, published=None):
    return View(read_numbers(read_text(text, published=published)), default_lexicon())


def told(text, published=date(2014, 7, 1)):
    seen = view(text, published)
    return [f"{k.kind} " + " · ".join(seen.mention(i).text for i in k.ids) for k in find(seen)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Weber, founded in 1913, will close. The 101-year-old company made ribbon.", "so-far 1913 · 101-year-old"),
    ("Weber, founded in 1913, will close. The 110-year-old company made ribbon.", "so-far 1913 · 110-year-old"),
    ("Founded in 1881, the paper has had four owners in its 133-year history.", "so-far 1881 · 133-year"),
    ("The school, built in 1864, will close in July, ending 150 years of lessons.", "so-far 1864 · 150 years"),
    ("In the 34 years since 1980 the glacier has shrunk.", "so-far 1980 · 34 years"),
    ("Twenty years after the war ended in 1994, they met.", "so-far 1994 · Twenty years"),
    ("Crowds marked the 69th anniversary of the end of the war in 1945.", "so-far 1945 · 69th"),
    ("The club, formed in 1899, marked its 100th anniversary in 1999.", "lasted 1899 · 1999 · 100th"),
    ("Founded in 1964, the orchestra is 50 years old this year.", "so-far 1964 · 50 years old"),
])
def test_counted(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    "The celebrations for his 80th birthday, in 2005, were loud.",
    "In 18+ years of work we had never seen one. After the storm of 2012 they came.",
    "The mill was built in 1936. It had made rope for ten years when the river rose.",
    "Weber, 41, was born in 1973. His 20-year-old son sings.",
])
def test_not_counted(text):
    assert told(text) == []


def test_latest_year():
    seen = view("She was born in 1931. In 2003 she sold the mill. It will open in 2010.")
    found = latest(seen)
    assert found
    assert found.text == "2003"
    assert latest(view("She sold it in 2003.", date(2005, 1, 1))) is None
    seen = view("She died on Sunday. Born in 1920, she will be buried on Jan. 16, 2009.")
    found = latest(seen)
    assert found
    assert found.text == "Jan. 16, 2009"
