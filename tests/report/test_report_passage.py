"""The passage with a caret under each number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.report.columns import clean, columns
from pytest_numcheck.report.passage import passage


def shown(text: str, *words: str, width: int = 96) -> list[str]:
    article = read_text(text)
    spans, at = [], 0
    for word in words:
        at = article.text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    return passage(article, spans, width)


def marked(lines: list[str]) -> list[str]:
    """What stands above the carets."""
    found = []
    for text, carets in zip(lines[::2], lines[1::2], strict=True):
        at = 0
        while (at := carets.find("^", at)) >= 0:
            end = at
            while end < len(carets) and carets[end] == "^":
                end += 1
            wide = [c for c in text for _ in range(columns(c))]
            found.append("".join(wide[at:end]))
            at = end
    return found


def test_a_short_sentence_is_shown_whole() -> None:
    assert shown("Of 12 ships, 15 sank.", "12", "15") == ["Of 12 ships, 15 sank.",
                                                         "   ^^        ^^"]


def test_each_sentence_has_its_own_line() -> None:
    lines = shown("They left at 7 a.m. on Monday. The trip took two hours.", "7 a.m.", "two hours")
    assert marked(lines) == ["7 a.m.", "two hours"]
    assert len(lines) == 4


def test_lines_left_out_are_marked() -> None:
    text = "They left the long road at 6:48 a.m. with nine lorries and came to the border at 8:38 a.m. in heavy summer rain."
    for width in (30, 40, 60, 80, 100):
        lines = shown(text, "6:48 a.m.", "8:38 a.m.", width=width)
        assert marked(lines) == ["6:48 a.m.", "8:38 a.m."]
        assert lines[0].startswith(("They left", "… "))
        assert lines[-2].endswith((" …", "rain."))
        assert all(columns(line) <= width for line in lines)


LONG = ("The convoy, which had been waiting for clearance outside the northern gate since the early hours while officials argued "
        "over papers, left at 7 a.m. local time under the eyes of observers who had flown in from three capitals, and "
        "it came to the border at 9 p.m. after a journey that the drivers, most of them on the road for the first time, "
        "called long.")


@pytest.mark.parametrize("width", [40, 60, 80, 96, 120])
def test_a_long_sentence_is_cut_around_the_numbers_between_words(width: int) -> None:
    lines = shown(LONG, "7 a.m.", "9 p.m.", width=width)
    assert marked(lines) == ["7 a.m.", "9 p.m."]
    assert all(columns(line) <= width for line in lines)
    for line in lines[::2]:
        assert set(line.replace("…", " ").split()) <= set(LONG.split())
    assert lines[0].startswith("… ")


def test_tabs_and_wide_letters_keep_the_carets_in_place() -> None:
    assert shown("On\tMain Street 12 ships.", "12") == ["On Main Street 12 ships.", "               ^^"]
    lines = shown("東京 sent 12 ships.", "12")
    assert lines == ["東京 sent 12 ships.", " " * 10 + "^^"]


def test_a_combining_mark_takes_no_column() -> None:
    assert shown("Cafe\u0301 Rouge sold 12 cakes.", "12")[1] == " " * 16 + "^^"


def test_a_number_across_a_line_end_is_one_number() -> None:
    assert shown("The flight took one hour\nand 26 minutes in all.", "one hour and 26 minutes") == [
        "The flight took one hour and 26 minutes in all.", " " * 16 + "^" * 23]


def test_overlapping_numbers_have_one_row_of_carets() -> None:
    article = read_text("It rose from 5 to 7 km today.")
    start = article.text.index("5")
    assert passage(article, [(start, start + 9), (start + 5, start + 9)])[1].strip() == "^" * 9


def test_control_and_direction_characters_are_spaces() -> None:
    assert clean("a\x1b[31mb\u202ec\td") == "a [31mb c d"


@given(st.text(alphabet="ab .,;—…東e\u0301\u200b7", min_size=0, max_size=300), st.integers(20, 120))
def test_every_number_is_shown_and_marked(filler: str, width: int) -> None:
    article = read_text(f"x {filler} 12345 {filler} 67890 {filler} y")
    spans = [(article.text.index(w), article.text.index(w) + 5) for w in ("12345", "67890")]
    lines = passage(article, spans, width)
    assert sum(line.count("12345") for line in lines[::2]) == 1
    assert sum(line.count("^") for line in lines[1::2]) == 10
