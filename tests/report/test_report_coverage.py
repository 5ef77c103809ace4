"""Numeric coverage."""

import pytest

from pytest_numcheck import check_text
from pytest_numcheck.report.coverage import ArticleCoverage, coverage_of, spans, table, total

STORY = "A vote\n\nOf the 12 members, 7 voted for and 5 against.\n\nThe pipe is 9 km long.\n\nIn 1990 there were 31 clubs.\n"


def test_numbers_are_checked_alone_or_left() -> None:
    found = coverage_of(check_text(STORY).record("a.txt"))
    assert found.article == "a.txt"
    assert (found.seen, found.alone) == (6, 3)  # the pipe's length, the year and the clubs have nothing to be held against
    assert found.checked >= 3
    assert found.lines == ()
    assert found.percent == pytest.approx(100 * found.checked / 3)


def test_an_undecided_check_and_a_bound_on_one_number_cover_nothing() -> None:
    record = {"article": "a", "mentions": [{"id": i, "kind": "count", "noun": None, "line": i + 1} for i in range(4)],
              "checks": [{"outcome": "undecided", "mentions": [0, 1]}, {"outcome": "consistent", "mentions": [2]},
                         {"outcome": "inconsistent", "mentions": [2, 3]}]}
    assert coverage_of(record) == ArticleCoverage("a", 4, 2, 0, (1, 2))


def test_the_table() -> None:
    rows = [ArticleCoverage("a.txt", 6, 3, 2, (7,)), ArticleCoverage("n\u00e9ws/b.md", 4, 0, 4, ())]
    assert total(rows) == 75.0
    assert total([]) == 100.0
    assert table(rows) == [
        "Article    Numbers  Checked  Alone  Cover  Unchecked in lines",
        "-------------------------------------------------------------",
        "a.txt            6        3      2    75%  7",
        "n\u00e9ws/b.md        4        0      4   100%",
        "-------------------------------------------------------------",
        "TOTAL           10        3      6    75%"]


def test_lines_are_run_together_and_cut() -> None:
    assert spans([]) == ""
    assert spans([3, 7, 8, 9, 12]) == "3, 7-9, 12"
    assert spans(list(range(1, 200, 2))).endswith(", \u2026")
    assert len(spans(list(range(1, 200, 2)))) <= 40
