"""What an editor reads."""

from pathlib import Path
from typing import Any

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.check.outcome import INCONSISTENT, Check
from pytest_numcheck.numbers.mention import Mention, Reading
from pytest_numcheck.report.terminal import finding, headline, lines_of, sentence

GOLDEN = Path(__file__).parent.parent / "golden"
TEXT = "A long crossing\n\nThe ferry left at 7:10 a.m. with a band on deck.\n\n" \
       "It docked at 9:40 a.m. after one hour and 30 minutes at sea.\n"


def finding_of(text: str, words: list[str], message: str, **more: Any) -> str:
    article = read_text(text, name="news/ferry.txt")
    mentions = []
    for i, word in enumerate(words):
        start = article.text.index(word)
        mentions.append(Mention(i, start, start + len(word), word, "count", 1.0))
    check = Check("clock/elapsed", "Start, end and duration must agree", "error", INCONSISTENT, more.pop("certainty", "stated"),
                  tuple(range(len(words))), {}, message, 3, tuple(words), **more)
    return finding(Reading(article, tuple(mentions)), check)


def test_a_finding_reads_like_this() -> None:
    shown = finding_of(TEXT, ["7:10 a.m.", "9:40 a.m.", "one hour and 30 minutes"],
                       "7:10 a.m. to 9:40 a.m. is 2 hours 30 minutes, not one hour and 30 minutes",
                       slip="one hour off", mend="With 8:40 a.m. it would agree")
    assert shown + "\n" == (GOLDEN / "finding.txt").read_text(encoding="utf-8")


def test_a_guess_is_called_one() -> None:
    assert "do not say for certain" in finding_of(TEXT, ["7:10 a.m."], "no", certainty="guessed")
    assert "do not say for certain" not in finding_of(TEXT, ["7:10 a.m."], "no")


def test_a_warning_says_so_and_a_brief_one_does_not_repeat_the_way_out() -> None:
    article = read_text(TEXT)
    at = article.text.index("7:10")
    check = Check("clock/elapsed", "T", "warning", INCONSISTENT, "stated", (0,), {}, "this is odd", 3, ("x",))
    shown = finding(Reading(article, (Mention(0, at, at + 9, "7:10 a.m.", "clock"),)), check, brief=True)
    assert "\n\nWarning: This is odd.\n\n" in shown
    assert shown.endswith("More: numcheck explain clock/elapsed")


def test_a_text_without_a_headline_shows_where_it_stands() -> None:
    assert finding_of("It took 12 hours.", ["12"], "no").splitlines()[0] == "news/ferry.txt, line 1"


def test_a_long_headline_has_its_own_line() -> None:
    title = "A headline that goes on about the crossing and the band and the deck and the sea and all"
    assert finding_of(f"{title}\n\nIt took 12 hours.\n", ["12"], "no").splitlines()[:2] == [title, "news/ferry.txt, line 3"]


@pytest.mark.parametrize(("said", "shown"), [
    ("12 of 10 is too many", "12 of 10 is too many."),
    ("the sum is 12", "The sum is 12."),
    ("landed at 9 p.m.", "Landed at 9 p.m."),
    ("is it?", "Is it?"),
    ("a\x1b[31m\nb", "A [31m b."),
    ("$5m fell", "$5m fell."),
])
def test_a_message_becomes_a_sentence(said: str, shown: str) -> None:
    assert sentence(said) == shown


def test_lines_are_listed_in_words() -> None:
    article = read_text("a\n\nb 1\n\nc 2\n\nd 3\n")
    at = [article.text.index(c) for c in "123"]
    assert lines_of(article, at[:1]) == "line 3"
    assert lines_of(article, at[:2]) == "lines 3 and 5"
    assert lines_of(article, [*at, at[0]]) == "lines 3, 5 and 7"


def test_the_headline_is_one_clean_line() -> None:
    assert headline(read_text("---\ntitle: 'A\x07  b'\n---\n\nText.\n", suffix=".md")) in ("A b", "A  b".replace("  ", " "))
    assert headline(read_text("Only text here, and it is one paragraph.")) is None
