"""Prose cut into plain text and lit numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...articles.model import Article
from ...numbers.mention import Mention, Reading
from ..columns import clean
from ..shown import told

#: (id, start, end) in the prose of a number or cue, and how it was read
Spot = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``number`` is the id of the number that it is, None for plain prose."""

    text: str
    number: int | None = None
    light: str = ""


def spots_of(reading: Reading) -> list[Spot]:
    """Every number and cue by position."""
    return sorted(((m.id, m.start, m.end, told(m) if isinstance(m, Mention) else m.kind.replace("-", " ")) for m in reading),
                  key=lambda at: at[1:3])


def pieces(text: str, start: int, end: int, spots: Sequence[Spot], lit: Mapping[int, str]) -> tuple[Piece, ...]:
    """``text[start:end]`` with those of ``spots`` in it that ``lit`` names, the first of two that overlap."""
    found, at = [], start
    for i, low, high, _ in spots:
        if i not in lit or low < at or high > end:
            continue
        if low > at:
            found.append(Piece(clean(text[at:low])))
        found.append(Piece(clean(text[low:high]), i, lit[i]))
        at = high
    if at < end:
        found.append(Piece(clean(text[at:end])))
    return tuple(found)


def passage(article: Article, spots: Sequence[Spot], lit: Mapping[int, str]) -> tuple[Piece, ...]:
    """The sentences that hold the numbers that ``lit`` names, " … " between those that are not neighbours."""
    chosen = [s for s in spots if s[0] in lit]
    indices = sorted({article.sentence_at(s[1]).index for s in chosen})
    found: list[Piece] = []
    for n, i in enumerate(indices):
        if n:
            found.append(Piece(" " if indices[n - 1] == i - 1 else " … "))
        sentence = article.sentences[i]
        found += pieces(article.text, sentence.start, sentence.end, chosen, lit)
    return tuple(found)
