import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import mentions, said

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.mention import KINDS
from pytest_numcheck.numbers.read import read_numbers

STORY = """Harbour holds 6,000 of the region's boats

Minister Anna Vale said on Tuesday that about 9,000 boats were in the bay, with some 6,000 of them in the harbour, and that the
fleet was losing 1,500 sailors every day, the first such loss in a century.

The ferry left at 6:15 a.m. and docked at 7:40 a.m., a crossing of one hour and 25 minutes over roughly 40 kilometres. It was the
first time in 100 years, she said, and it cost $12-15 million, or 36% more.
"""


def test_a_story():
    assert [(m.text, m.kind, m.value, m.value2, m.unit, m.hedge) for m in mentions(STORY)] == [
        ("6,000", "count", 6000, None, None, None),
        ("9,000", "count", 9000, None, None, "about"),
        ("6,000", "count", 6000, None, None, "about"),
        ("1,500 sailors every day", "rate", 1500, None, "sailor/day", None),
        ("first", "ordinal", 1, None, None, None),
        ("a century", "duration", 100, None, "year", None),
        ("6:15 a.m.", "clock", 375, None, None, None),
        ("7:40 a.m.", "clock", 460, None, None, None),
        ("one hour and 25 minutes", "duration", 85, None, "minute", None),
        ("40 kilometres", "length", 40, None, "kilometer", "about"),
        ("first", "ordinal", 1, None, None, None),
        ("100 years", "duration", 100, None, "year", None),
        ("$12-15 million", "money", 12e6, 15e6, "USD", None),
        ("36%", "percent", 36, None, "percent", None),
    ]


def test_ids_follow_position():
    reading = read_numbers(read_text(STORY))
    assert [m.id for m in reading.mentions] == list(range(len(reading.mentions)))
    assert [m.start for m in reading.mentions] == sorted(m.start for m in reading.mentions)
    assert all(c.id >= len(reading.mentions) for c in reading.cues)


def test_an_empty_article():
    assert read_numbers(read_text("")).mentions == ()


@pytest.mark.parametrize("text", ["24/7 care", "The 9/11 attacks", "See https://example.org/2019/55 now", "A B-52 flew"])
def test_codes_are_no_numbers(text):
    assert said(text, "count", "ratio") == []


def test_a_desk_may_add_units():
    lexicon = Lexicon(data={"units": {"units": {"furlong": {"words": ["furlong", "furlongs", "furrow-lengths"]}}}})
    reading = read_numbers(read_text("It ran three furrow-lengths."), lexicon)
    assert [(m.value, m.unit) for m in reading.mentions] == [(3, "furlong")]


WORD_LIST = """
5 3.2 1,200 ten a half million m bn $ £ US$ % percent points km miles per
hour to and from between - – ( ) about of the in one five feet C years
old 2019 May 3-1 p.m. 12:30 , . boats killed dozens hundred ° ½ times each day th
1/2 ± minus
"""
WORDS = [
    *WORD_LIST.split(),
    "\n\n",
    "'",
    '"',
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.booleans())
def test_any_text_reads_in_order_and_apart(words, spaced):
    article = read_text((" " if spaced else "").join(words))
    reading = read_numbers(article)
    end = 0
    for m in reading.mentions:
        assert end <= m.start < m.end
        assert m.text == article.text[m.start : m.end]
        assert m.kind in KINDS
        assert m.printed is None or m.printed.low <= m.printed.high
        assert m.loose is None or m.loose.low <= m.loose.high
        end = m.end


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80))
def test_no_text_breaks_the_reading(text):
    article = read_text(text)
    for m in read_numbers(article).mentions:
        assert m.text == article.text[m.start : m.end]


@pytest.mark.parametrize("text", ["1" * 5000, "1," * 3000, '"' * 4000 + "5 minutes", "five " * 2000, "$" * 3000, "5 to " * 1500])
def test_hostile_text_is_read_in_time(text):
    read_numbers(read_text(text))


def test_the_same_whatever_the_hash_seed():
    code = (
        "import sys; from pytest_numcheck.articles.read import read_text; from pytest_numcheck.numbers.read import read_numbers;"
        "print(repr(read_numbers(read_text(sys.stdin.read())).mentions))"
    )
    text = STORY + " It used 30 miles per gallon, 5 kWh, 3 pounds, 20 cubic feet per second, 4 kroner and 6 MB/s at 5 hPa."
    found = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            timeout=120,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
