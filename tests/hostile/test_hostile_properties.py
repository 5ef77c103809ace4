"""What holds of all articles: drawn by hypothesis, from wordings and from bare characters."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fuzz"))
import sound
import targets
from prose import FRAGMENTS

from pytest_numcheck.articles.read import read_articles_text
from pytest_numcheck.articles.sentences import LONGEST, split_sentences
from pytest_numcheck.articles.shorten import shortened
from pytest_numcheck.base.caps import Caps
from pytest_numcheck.engine import check_article

NEWS = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(NEWS | st.text(max_size=200))
def test_every_article_is_judged_soundly(text: str) -> None:
    for one in sound.read(lambda: read_articles_text(text, name="a.txt"), "a.txt"):
        sound.judged(one)


@SLOW
@given(NEWS)
def test_the_same_article_has_the_same_verdicts(text: str) -> None:
    for one in sound.read(lambda: read_articles_text(text, name="a.txt"), "a.txt"):
        assert check_article(one, sound.RULES).record() == check_article(one, sound.RULES).record()


@SLOW
@given(NEWS, st.integers(1, 8))
def test_a_shorter_article_is_the_beginning_of_the_longer(text: str, numbers: int) -> None:
    for one in sound.read(lambda: read_articles_text(text, name="a.txt"), "a.txt"):
        short, why = shortened(one, Caps(numbers=numbers))
        sound.article(short)
        assert one.text.startswith(short.text)
        assert one.paragraphs[: max(len(short.paragraphs) - 1, 0)] == short.paragraphs[:-1]
        assert (why is None) == (short is one)
        found = check_article(one, sound.RULES, caps=Caps(numbers=numbers))
        assert len(found.reading.mentions) <= numbers


@SLOW
@given(st.text(alphabet="ab. \n", max_size=200).map(lambda t: t * 60))
def test_sentences_are_in_order_trimmed_and_not_too_long(text: str) -> None:
    at = 0
    for start, end in split_sentences(text, 0, len(text)):
        assert at <= start < end <= start + LONGEST
        assert text[start:end].strip() == text[start:end]
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@SLOW
@given(
    st.sampled_from([n for n in targets.TARGETS if n not in ("news", "plain", "settings")]),
    st.binary(max_size=300) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")),
)
def test_every_reader_and_loader_answers_in_words(name: str, data: bytes) -> None:
    targets.TARGETS[name](data)
