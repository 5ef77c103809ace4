"""A finding as every output tells it: the numbers with their places, the sentences, and a name that edits elsewhere keep."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..articles.model import Article
from ..check.outcome import INCONSISTENT, WAIVED, Check
from ..numbers.mention import Reading
from .columns import clean
from .terminal import sentence


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one number stands in the file. Lines and columns count from 1; the end is the column after the last character.

    Columns are code points; ``bytes`` and ``utf16`` are (column, end column) counted in UTF-8 bytes and UTF-16 units.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    bytes: tuple[int, int]
    utf16: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One check whose numbers disagree, waived or not."""

    article: str
    rule: str
    title: str
    severity: str
    outcome: str
    certainty: str
    message: str
    slip: str | None
    mend: str | None
    reason: str | None
    node: str
    #: the sentences that hold the numbers, on one line, and the numbers' words
    sentence: str
    words: tuple[str, ...]
    spots: tuple[Spot, ...]
    #: the same wherever the passage moves to, in this file or another
    fingerprint: str

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What a baseline knows it by."""
        return self.rule, self.sentence, self.words

    @property
    def told(self) -> str:
        """The finding in plain sentences: the sum, the likely slip and what would mend it."""
        slip = f" Likely slip: {sentence(self.slip, capital=False)}{' ' + self.mend if self.mend else ''}" if self.slip else ""
        return sentence(self.message) + slip

    def data(self) -> dict[str, Any]:
        """Plain data that survives a trip through JSON."""
        return asdict(self)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Finding:
        """What ``data()`` gave."""
        spots = tuple(Spot(**{**s, "bytes": tuple(s["bytes"]), "utf16": tuple(s["utf16"])}) for s in data["spots"])
        return cls(**{**data, "words": tuple(data["words"]), "spots": spots})


def findings(reading: Reading, checks: Sequence[Check], nodes: Sequence[str], path: str | None = None) -> dict[int, Finding]:
    """Index of a check → its finding, for those that are inconsistent or waived. ``nodes`` are the cases' ids, in order."""
    article = reading.article
    found: dict[int, Finding] = {}
    seen: Counter[object] = Counter()
    for i, check in enumerate(checks):
        if check.outcome not in (INCONSISTENT, WAIVED):
            continue
        at = sorted((reading.by_id[m].start, reading.by_id[m].end) for m in set(check.mentions))
        said, words = sentences(article, at), tuple(_line(article.text[s:e]) for s, e in at)
        seen[check.rule, said, words] += 1
        found[i] = Finding(path or article.path, check.rule, check.title, check.severity, check.outcome, check.certainty,
                           _line(check.message), check.slip, check.mend, check.reason, nodes[i], said, words,
                           tuple(spot(article, s, e) for s, e in at),
                           fingerprint(check.rule, said, words, seen[check.rule, said, words]))
    return found


def spot(article: Article, start: int, end: int) -> Spot:
    """The place in the file of a span of the prose."""
    start, end = article.origin.span(start, end)
    line, column = article.line_column_of_source(start)
    end_line, end_column = article.line_column_of_source(end)
    before, inside = article.source[start - column + 1:start], article.source[start:end]
    tail = article.source[end - end_column + 1:end]
    return Spot(inside, start, end, line, column, end_line, end_column,
                (_utf8(before) + 1, _utf8(tail) + 1), (_utf16(before) + 1, _utf16(tail) + 1))


def sentences(article: Article, at: Iterable[tuple[int, int]]) -> str:
    """The sentences that hold the spans, on one line, " … " between those that are not neighbours."""
    indices = sorted({article.sentence_at(start).index for start, _ in at})
    text = ""
    for n, i in enumerate(indices):
        sentence = article.sentences[i]
        text += ("" if not n else " " if indices[n - 1] == i - 1 else " … ") + _line(article.text[sentence.start:sentence.end])
    return text


def fingerprint(rule: str, sentence: str, words: Sequence[str], nth: int) -> str:
    """64 hex digits; ``nth`` tells findings apart that are alike in everything else."""
    return hashlib.sha256("\0".join([rule, sentence, *words, str(nth)]).encode(errors="replace")).hexdigest()


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _utf8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode(errors="replace"))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if ord(c) > 0xFFFF else 1 for c in text)
