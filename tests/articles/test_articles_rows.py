"""Rows of figures set as text stand alone."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.plain import is_row
from pytest_numcheck.articles.read import read_text


@pytest.mark.parametrize("line", [
    "Oper shr 28 cts vs 17 cts",
    "Net loss 46.0 mln vs profit 21.1 mln",
    "Revs 205.4 mln vs 171.1 mln.",
    "Acme         12.40    +0.20",
    "Wheat ........ 1,204   1,178",
])
def test_rows(line: str) -> None:
    assert is_row(line, 0, len(line))


@pytest.mark.parametrize("line", [
    "It beat Leeds 3 vs 2 in the cup, the club said.",
    "Sales of the group were 12 mln vs 11 mln a year ago.",
    "The cost was 12 million.   It rose 3 percent.",
    "Nothing here",
])
def test_prose(line: str) -> None:
    assert not is_row(line, 0, len(line))


def test_each_row_is_a_paragraph() -> None:
    text = ("ACME 4TH QTR NET\n\nThe firm said on Monday that its results for the quarter were in line with what\n"
            "it had expected in the autumn of last year.\nShr 28 cts vs 17 cts\nNet 1,826,000 vs 1,104,000\n"
            "It said that the dividend stands.\n")
    roles = [(p.role, len(p.sentences)) for p in read_text(text).paragraphs]
    assert roles == [("headline", 1), ("body", 1), ("table", 1), ("table", 1), ("body", 1)]
