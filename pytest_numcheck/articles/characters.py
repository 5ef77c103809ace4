"""Characters made plain: one kind of quote, space, hyphen and digit; the way back kept in an OffsetMap."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .model import OffsetMap

#: Stands in unified text for a character that prose does not show; it never reaches ``Article.text``.
DROPPED = "\u200b"

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u180e\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)))
)
_SAME = {
    **dict.fromkeys("‘’‚‛′‵´ʼʹ‹›", "'"),
    **dict.fromkeys("“”„‟″‶«»〝〞ˮ", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, DROPPED),
    "\u2015": "—",
    "\u2044": "/",
    "\u2215": "/",
    **dict.fromkeys("\u0085\u2028\u2029\x0b\x0c", "\n"),
}
_GAP = re.compile(rf"[\s{DROPPED}]{{2,}}|[\t\n{DROPPED}]")


@cache
def _plain(character: str) -> str:
    """What stands for one character in unified text: always one character."""
    code = ord(character)
    if character in _SAME:
        return _SAME[character]
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code < 32 and character not in "\t\n\r":
        return " "
    if code > 127 and unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    return character


def unify(text: str) -> str:
    """``text`` in plain characters, code point for code point; what is not to be seen has become ``DROPPED``.

    Lines end in ``\\n`` alone (a CR LF pair becomes space and line feed); only that, space and tab are white space.
    """
    for character in sorted(set(text)):
        plain = _plain(character)
        if plain != character:
            text = text.replace(character, plain)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text


class Prose:
    """Collects an article's paragraphs from stretches of the unified file and remembers where each came from.

    Within a paragraph, runs of white space become one space and ``DROPPED`` disappears. Positions given are the file's.
    """

    def __init__(self, unified: str) -> None:
        self.unified = unified
        self.length = 0
        self._parts: list[str] = []
        self._prose: list[int] = []
        self._source: list[int] = []

    def add(self, start: int, end: int) -> tuple[int, int]:
        """Append the file's ``start..end`` as a paragraph; its span in the prose (empty where nothing is to be seen)."""
        text = self.unified
        start, end = trimmed(text, start, end)
        if start == end:
            return self.length, self.length
        self._part()
        began = self.length
        for gap in _GAP.finditer(text, start, end):
            self._append(text[start : gap.start()], start)
            space = gap[0].lstrip(DROPPED)
            if space:
                self._append(" ", gap.end() - len(space))
            start = gap.end()
        self._append(text[start:end], start)
        return began, self.length

    def add_spelled(self, text: str, source: int) -> tuple[int, int]:
        """Append a paragraph ``text`` that the file holds at ``source`` in another spelling."""
        self._part()
        began = self.length
        self._append(text, source)
        return began, self.length

    def text(self) -> str:
        """The prose so far: paragraphs apart by a blank line."""
        return "".join(self._parts)

    def origin(self) -> OffsetMap:
        """The way back; empty where prose and file agree position by position."""
        if self._prose in ([], [0]) and self._source in ([], [0]):
            return OffsetMap()
        return OffsetMap(tuple(self._prose), tuple(self._source))

    def _part(self) -> None:
        if self.length:
            self._parts.append("\n\n")
            self.length += 2

    def _append(self, part: str, source: int) -> None:
        if part:
            if not self._prose or self._source[-1] - self._prose[-1] != source - self.length:
                self._prose.append(self.length)
                self._source.append(source)
            self._parts.append(part)
            self.length += len(part)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space and ``DROPPED`` characters at its ends."""
    while start < end and (text[start] == DROPPED or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] == DROPPED or text[end - 1].isspace()):
        end -= 1
    return start, end
