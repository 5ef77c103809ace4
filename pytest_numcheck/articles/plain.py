"""Plain text: paragraphs from blank lines, from hard-wrapped lines, or a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .blocks import Block
from .characters import DROPPED, trimmed
from .dateline import opens_story

#: The longest first line that is taken for a headline.
HEADLINE_LENGTH = 300
#: A first line that is longer than this and ends in a full stop is the first sentence of a story without a headline.
SENTENCE_LENGTH = 120
#: A line longer than this was not wrapped by an editor; lines that are all shorter than ``NARROW`` neither.
WRAP_WIDTH, NARROW = 120, 50

_BLANK = re.compile(rf"\n(?:[ \t{DROPPED}]*\n)+")
_RULE = re.compile(r"[-=*_~#+·—–. \t]+\Z")
_BULLET = re.compile(r"(?:[-*•·▪◦‣–—]|(\d{1,3})[.)])[ \t]+(?=\S)")
_CLOSED = re.compile(r".*[.!?…:][\"')\]]{0,3}\Z", re.DOTALL)
#: a line of a table set as text: "Oper shr 28 cts vs 17 cts", "Wheat    1,204    1,178"
_VERSUS = re.compile(r"[A-Z][A-Za-z./&'() -]{0,40}[(+$£-]?\d[\w.,$£%+() -]{0,40}\bvs\.? [\w.,$£%+() -]{1,40}\.?\Z")
_COLUMNS = re.compile(r"[^\d\n]{1,60}?(?: {3,}|\t+|\.{3,} ?)[(+$£-]?\d[^\n]{0,20}?(?:(?: {2,}|\t+)[^\n]{0,20}){1,12}\Z")
_PROSE = re.compile(r"\b(?:the|is|was|were|are|of|said|a|an|and|it|in)\b", re.I)
_ROW_LENGTH = 100

Line = tuple[int, int]


def read_blocks(unified: str) -> list[Block]:
    """The paragraphs of a plain text in unified characters, with their roles.

    A one-line first paragraph followed by a blank line and more text is the headline, unless a dateline opens it or it is a long
    sentence; in a file without blank lines, a first line that is no sentence is.
    """
    chunks = [lines for lines in _chunks(unified) if lines]
    width = max((e - s for lines in chunks if len(lines) > 1 for s, e in lines if e - s <= WRAP_WIDTH), default=0)
    counted = _has_numbered_items(unified, chunks)
    blocks: list[Block] = []
    for lines in chunks:
        for first, last in _joined(unified, lines, max(width, NARROW)):
            blocks.append(_block(unified, first[0], last[1], counted))
    return _with_headline(unified, blocks, one_line=bool(chunks) and len(chunks[0]) == 1, apart=len(chunks) > 1)


def _chunks(unified: str) -> Iterator[list[Line]]:
    """The lines (trimmed, none blank, no rules) of each stretch between blank lines."""
    start = 0
    for blank in (*_BLANK.finditer(unified), None):
        stop = blank.start() if blank else len(unified)
        lines = []
        while start <= stop:
            end = unified.find("\n", start, stop)
            end = stop if end < 0 else end
            line = trimmed(unified, start, end)
            if line[1] > line[0] and not _RULE.match(unified, *line):
                lines.append(line)
            start = end + 1
        yield lines
        start = blank.end() if blank else start


def _joined(text: str, lines: list[Line], width: int) -> Iterator[tuple[Line, Line]]:
    """First and last line of each paragraph among lines that stand together."""
    if len(lines) == 1:
        yield lines[0], lines[0]
        return
    full = [_is_full(text, a, b, width) for a, b in pairwise(lines)]
    wrapped = max(e - s for s, e in lines) <= WRAP_WIDTH and sum(full) * 5 >= len(full) * 3
    first = lines[0]
    for (line, following), is_full in zip(pairwise(lines), full, strict=True):
        if _parts(text, line, following, is_full, wrapped, width):
            yield first, line
            first = following
    yield first, lines[-1]


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether an editor that wraps at ``width`` had to break here."""
    space = text.find(" ", *following)
    word = (space if space >= 0 else following[1]) - following[0]
    return line[1] - line[0] + 1 + word > width


def _parts(text: str, line: Line, following: Line, is_full: bool, wrapped: bool, width: int) -> bool:
    """Whether a new paragraph begins with the ``following`` line."""
    if _BULLET.match(text, *following) or is_row(text, *line) or is_row(text, *following):
        return True
    closed = bool(_CLOSED.match(text, max(line[0], line[1] - 6), line[1]))
    if wrapped:
        return closed and not is_full and (line[1] - line[0]) * 5 < width * 4
    return closed or not (is_full or text[following[0]].islower())


def is_row(text: str, start: int, end: int) -> bool:
    """Whether the line is a row of figures under a label and no prose; each row stands alone."""
    if end - start > _ROW_LENGTH:
        return False
    if " vs" in text[start:end]:
        return _VERSUS.match(text, start, end) is not None and _PROSE.search(text, start, end) is None
    gaps = "   " in text[start:end] or "\t" in text[start:end] or "..." in text[start:end]
    return gaps and _COLUMNS.match(text, start, end) is not None


def _has_numbered_items(text: str, chunks: list[list[Line]]) -> bool:
    """Whether two lines in a row of the file's numbered lines count up: "1." and "2."."""
    numbers = [int(m[1]) for lines in chunks for line in lines if (m := _BULLET.match(text, *line)) and m[1]]
    return any(b == a + 1 for a, b in pairwise(numbers))


def _block(text: str, start: int, end: int, counted: bool) -> Block:
    bullet = _BULLET.match(text, start, end)
    if bullet and (counted or not bullet[1]):
        return Block(bullet.end(), end, "item")
    return Block(start, end, "table" if "\n" not in text[start:end] and is_row(text, start, end) else "body")


def _with_headline(text: str, blocks: list[Block], one_line: bool, apart: bool) -> list[Block]:
    """The same with the headline named."""
    if len(blocks) > 1 and blocks[0].role == "body":
        start, end = blocks[0].start, blocks[0].end
        alone = one_line if apart else not _CLOSED.match(text, start, end) and "\n" not in text[start:end]
        sentence = end - start > SENTENCE_LENGTH and text[:end].rstrip("\"')]").endswith(".")
        if alone and end - start <= HEADLINE_LENGTH and not sentence and not opens_story(text[start:end]):
            blocks[0] = replace(blocks[0], role="headline")
    return blocks
