"""Where an offset stands as editors count: lines end at LF, CR LF or CR alone, columns count UTF-16 units (or as agreed)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from lsprotocol import types

_BREAK = re.compile(r"\r\n|\n|\r")
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Lines:
    """A document as its editor counts it; offsets are code points."""

    def __init__(self, text: str, encoding: str = "utf-16"):
        self.text = text
        self.codec, self.width = _UNITS[encoding]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _BREAK.finditer(self.text))]

    def position(self, offset: int) -> types.Position:
        """The place of ``offset``, kept within the document."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self.text[self._starts[line]:offset]))

    def range(self, start: int, end: int) -> types.Range:
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a place; the end of the line where the place lies beyond it."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, line = self._starts[position.line], self.line(position.line)
        left = position.character
        for i, character in enumerate(line):
            left -= self._units(character)
            if left < 0:
                return start + i
        return start + len(line)

    def line(self, number: int) -> str:
        """The text of a line (from 0), without its end."""
        if not 0 <= number < len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number]:end].rstrip("\r\n")

    def spot(self, line: int, column: int) -> int:
        """The offset of a line and column that count code points from 1."""
        if line > len(self._starts):
            return len(self.text)
        start = self._starts[max(line, 1) - 1]
        return start + min(max(column, 1) - 1, len(self.line(line - 1)))

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(text.encode(self.codec, "surrogatepass")) // self.width
