"""Places as editors count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from pytest_numcheck.lsp.positions import Lines


@given(st.text("a€𝟙é\n\r\u2028\x0b\x85", max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1:offset + 1] == "\r\n":
            continue  # no editor has a place between the two
        if text[offset:offset + 1] in ("\n", "\r"):
            assert lines.position(offset).line == lines.position(max(offset - 1, 0)).line or text[offset - 1] in "\r\n"
        assert lines.offset(lines.position(offset)) == offset


@pytest.mark.parametrize(("text", "offset", "line", "character"), [
    ("", 0, 0, 0), ("a𝟙b", 2, 0, 3), ("a\r\nb", 3, 1, 0), ("a\rb", 2, 1, 0), ("a\u2028b\nc", 4, 1, 0), ("ab", 9, 0, 2),
])
def test_positions(text: str, offset: int, line: int, character: int) -> None:
    assert Lines(text).position(offset) == types.Position(line, character)


def test_what_lies_beyond_is_the_end() -> None:
    lines = Lines("ab\ncd")
    assert lines.offset(types.Position(0, 99)) == 2
    assert lines.offset(types.Position(9, 0)) == 5
    assert lines.line(7) == ""
    assert (lines.spot(1, 99), lines.spot(9, 1), lines.spot(2, 2)) == (2, 5, 4)
