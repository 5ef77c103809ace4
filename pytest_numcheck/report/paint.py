"""Colour for a finding: the headline and the sum bold, the numbers and their carets red, the way out dim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .columns import columns

_CARETS = re.compile(r" *\^[ ^]*\Z")
_RUN = re.compile(r"\^+")
#: ANSI codes of the styles.
_CODES = {"bold": "1", "red": "31", "dim": "2", "": ""}

Piece = tuple[str, str]


def pieces(text: str) -> Iterator[Piece]:
    """The finding cut into (text, style) pieces; joined they are the finding. Styles: "", bold, dim, red."""
    lines = text.split("\n")
    blanks = [i for i, line in enumerate(lines) if not line]
    head, tail = (blanks[0], blanks[-1]) if blanks else (len(lines), len(lines))
    for i, line in enumerate(lines):
        end = "\n" if i + 1 < len(lines) else ""
        if i < head:
            yield line + end, "bold"
        elif i > tail:
            yield line + end, "dim"
        elif _CARETS.match(line):
            yield line + end, "red"
        elif i + 1 < len(lines) and _CARETS.match(lines[i + 1]):
            yield from _marked(line, lines[i + 1])
            yield end, ""
        else:
            yield line + end, "" if i < tail and not _sum_begins(lines, i) else "bold"


def ansi(text: str) -> str:
    """The finding with ANSI colours."""
    return "".join(f"\x1b[{_CODES[style]}m{piece}\x1b[0m" if style and piece.strip() else piece for piece, style in pieces(text))


def _sum_begins(lines: list[str], i: int) -> bool:
    """The line after the passage's blank line says the sum."""
    return i > 0 and not lines[i - 1] and bool(lines[i]) and not lines[i].startswith("  ")


def _marked(line: str, carets: str) -> Iterator[Piece]:
    at = 0
    for run in _RUN.finditer(carets):
        start, end = _offset(line, run.start()), _offset(line, run.end())
        yield line[at:start], ""
        yield line[start:end], "red"
        at = end
    yield line[at:], ""


def _offset(line: str, column: int) -> int:
    """The character that begins at terminal ``column``."""
    if line.isascii():
        return min(column, len(line))
    width = 0
    for i, char in enumerate(line):
        if width >= column and columns(char):
            return i
        width += columns(char)
    return len(line)
