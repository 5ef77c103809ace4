"""From spans of a file to an article's paragraphs: what every format's reader hands over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .characters import Prose
from .dateline import is_dateline
from .model import OffsetMap, Paragraph, Sentence
from .sentences import split_sentences

#: Among so many paragraphs from the top a dateline is looked for.
NEAR_THE_TOP = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph to be: its span in the unified file and its role. ``spelled`` replaces what the file shows there."""

    start: int
    end: int
    role: str
    spelled: str | None = None


def compose(unified: str, blocks: Iterable[Block]) -> tuple[str, tuple[Paragraph, ...], OffsetMap]:
    """The prose, its paragraphs with their sentences, and the way back.

    Blocks with nothing to be seen are left out. Near the top a paragraph that is only a date (with weekday, hour, place,
    byline) becomes a dateline.
    """
    prose = Prose(unified)
    spans: list[tuple[int, int, str]] = []
    for block in blocks:
        start, end = prose.add(block.start, block.end) if block.spelled is None else prose.add_spelled(block.spelled, block.start)
        if end > start:
            spans.append((start, end, block.role))
    text = prose.text()
    for i, (start, end, role) in enumerate(spans[:NEAR_THE_TOP]):
        if role in ("headline", "body") and is_dateline(text[start:end]):
            spans[i] = (start, end, "dateline")
            break
    paragraphs: list[Paragraph] = []
    count = 0
    for index, (start, end, role) in enumerate(spans):
        found = _cells(text, start, end) if role == "table" else split_sentences(text, start, end)
        sentences = tuple(Sentence(count + i, s, e, index) for i, (s, e) in enumerate(found))
        count += len(sentences)
        paragraphs.append(Paragraph(index, start, end, role, sentences))
    return text, tuple(paragraphs), prose.origin()


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A table's row: each cell stands alone."""
    found = []
    for cell in text[start:end].split("|"):
        inner = cell.strip()
        if inner:
            begin = start + len(cell) - len(cell.lstrip())
            found.append((begin, begin + len(inner)))
        start += len(cell) + 1
    return found
