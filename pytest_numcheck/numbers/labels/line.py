"""A sentence as words, each number in it one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...articles.model import Article, Sentence
from ..scan import Draft

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:['&/-]\w+)*|[^\w\s]")
#: stands for a number among the lower-case words
NUMBER_WORD = "#"
#: abbreviations that in lower case would be pronouns
_CAPITALS = {"US": "u.s", "IT": "i.t", "WHO": "w.h.o", "AM": "a.m"}


class Line:
    """The words of one sentence, in parallel lists; ``drafts[i]`` is the number that word ``i`` is, or None."""

    __slots__ = ("drafts", "ends", "index", "low", "paragraph", "places", "starts", "text")

    def __init__(self, text: str, index: int, paragraph: int):
        self.text, self.index, self.paragraph = text, index, paragraph
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.drafts: list[Draft | None] = []
        #: where each draft stands among the words
        self.places: list[int] = []

    @classmethod
    def of(cls, text: str, start: int, end: int, drafts: Sequence[Draft], index: int = 0, paragraph: int = 0) -> Line:
        """The words of ``text[start:end]``, the drafts (by position, not overlapping) in their places."""
        line = cls(text, index, paragraph)
        at = start
        for draft in drafts:
            line._words(at, max(at, draft.start))
            line.places.append(len(line.low))
            line._add(NUMBER_WORD, draft.start, draft.end, draft)
            at = max(at, draft.end)
        line._words(at, end)
        return line

    def _words(self, start: int, end: int) -> None:
        for found in _WORD.finditer(self.text, start, end):
            word = found.group()
            self._add(_CAPITALS.get(word) or word.lower(), found.start(), found.end(), None)

    def _add(self, low: str, start: int, end: int, draft: Draft | None) -> None:
        self.low.append(low)
        self.starts.append(start)
        self.ends.append(end)
        self.drafts.append(draft)

    def __len__(self) -> int:
        return len(self.low)

    def word(self, i: int) -> str:
        """Word ``i`` as printed."""
        return self.text[self.starts[i]:self.ends[i]]

    def span(self, i: int, j: int) -> str:
        """The text from word ``i`` to word ``j``, both included, line breaks as spaces."""
        return " ".join(self.text[self.starts[i]:self.ends[j]].split())

    def at(self, i: int) -> str:
        """The lower-case word ``i``, or "" beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""


def lines(article: Article, drafts: Sequence[Draft]) -> Iterator[Line]:
    """The sentences that hold a number, as lines. ``drafts`` by position."""
    k, n = 0, len(drafts)
    for sentence in article.sentences:
        while k < n and drafts[k].start < sentence.start:
            k += 1
        first = k
        while k < n and drafts[k].start < sentence.end:
            k += 1
        if k > first:
            yield _line(article, sentence, drafts[first:k])


def _line(article: Article, sentence: Sentence, drafts: Sequence[Draft]) -> Line:
    return Line.of(article.text, sentence.start, sentence.end, drafts, sentence.index, sentence.paragraph)
