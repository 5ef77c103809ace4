"""What an article is: prose in paragraphs and sentences, with a way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets in the prose to offsets in the decoded file, piecewise linear.

    ``prose[i]`` is where piece ``i`` begins in the prose (ascending, the first at 0), ``source[i]`` where it begins in
    the file; within a paragraph these ascend too. An empty map is the identity. ``wide`` are the characters that the
    file spells in more than one (``\\u20ac``, ``&deg;``): file offset, length; ascending.
    """

    prose: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    wide: tuple[tuple[int, int], ...] = ()

    def __call__(self, offset: int) -> int:
        """The file offset (code points) of the character at prose ``offset``."""
        if not self.prose:
            return offset
        i = max(bisect_right(self.prose, offset) - 1, 0)
        return self.source[i] + offset - self.prose[i]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file span of the prose span; the end is one past the last character, never past a markup gap."""
        if end <= start:
            return self(start), self(start)
        last = self(end - 1)
        i = bisect_right(self.wide, (last, 0)) if self.wide else 0
        return self(start), last + (self.wide[i][1] if i < len(self.wide) and self.wide[i][0] == last else 1)


@lru_cache(maxsize=2)
def line_starts(source: str) -> list[int]:
    """Where each line of ``source`` begins. Kept for the last files, whose articles share it: not to be changed."""
    newline = "\n" if "\n" in source else "\r"
    found = [0]
    i = source.find(newline)
    while i >= 0:
        found.append(i + 1)
        i = source.find(newline, i + 1)
    return found


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: prose offsets, its place in the article and the paragraph it belongs to."""

    index: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of prose. ``role``: headline, body, heading, item (of a list), caption, table, dateline."""

    index: int
    start: int
    end: int
    role: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Ignore:
    """A waiver written into the article: which rule, why, and the source line it speaks of (None: all of it).

    Where ``paragraph`` is given it speaks of that paragraph, whatever the line.
    """

    rule: str
    reason: str
    line: int | None
    paragraph: int | None = None


@dataclass(frozen=True)
class Article:
    """A news text.

    ``source`` is the decoded file; ``text`` the prose a reader sees, with characters unified (straight quotes, plain
    spaces, ASCII digits, no soft hyphens), paragraphs separated by blank lines. All offsets in this package are
    code points of ``text``; ``origin`` leads back to ``source``.
    """

    path: str
    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    origin: OffsetMap = OffsetMap()
    title: str | None = None
    published: date | None = None
    sha256: str = ""
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = field(default=())
    #: which of a file's several articles this is: its id or slug, safe for a node id and unique in the file
    part: str | None = None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for p in self.paragraphs for s in p.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @property
    def name(self) -> str:
        """The article's name in reports: its path, and which article of that file it is."""
        return self.path if self.part is None else f"{self.path}::{self.part}"

    @cached_property
    def _lines(self) -> list[int]:
        return line_starts(self.source)

    @property
    def headline(self) -> Paragraph | None:
        """The headline's paragraph, if the article has one."""
        return self.paragraphs[0] if self.paragraphs and self.paragraphs[0].role == "headline" else None

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds prose ``offset`` (the one before it, for the space between two)."""
        return self.sentences[max(bisect_right(self._starts, offset) - 1, 0)]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, in code points) in the file of the character at prose ``offset``."""
        return self.line_column_of_source(self.origin(offset))

    def line_column_of_source(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1) of file ``offset``."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1
