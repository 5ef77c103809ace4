"""Colour."""

import re

from pytest_numcheck.report.paint import ansi, pieces

FINDING = """A headline   a.txt, line 3

  Of 12 ships, 15 sank.
     ^^        ^^

15 of 12 cannot be.
Likely slip: two digits swapped.

parts/of (error): x
more"""


def test_the_pieces_are_the_finding() -> None:
    assert "".join(text for text, _ in pieces(FINDING)) == FINDING
    assert re.sub(r"\x1b\[\d*m", "", ansi(FINDING)) == FINDING


def test_each_part_has_its_style() -> None:
    styles = {text.strip(): style for text, style in pieces(FINDING) if text.strip()}
    assert styles["A headline   a.txt, line 3"] == "bold"
    assert styles["12"] == styles["15"] == "red"
    assert styles["15 of 12 cannot be."] == "bold"
    assert styles["Likely slip: two digits swapped."] == ""
    assert styles["more"] == "dim"


def test_any_text_survives() -> None:
    for text in ("", "one line", "\n\n", "a\n\nb", "^^\n^"):
        assert "".join(piece for piece, _ in pieces(text)) == text
