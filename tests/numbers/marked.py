"""Sentences whose numbers are marked by hand: ``"[[8,000|count]] soldiers"``, so that context is tested without the finders."""

from __future__ import annotations

import re

from pytest_numcheck.articles.model import Article, Paragraph, Sentence
from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.clause.context import describe
from pytest_numcheck.numbers.dimension import LENGTH, MASS, MONEY, NUMBER, TIME
from pytest_numcheck.numbers.scan import Draft, Scan

_MARK = re.compile(r"\[\[([^|\]]+)(?:\|([a-z-]+))?(?:\|([A-Za-z]+))?\]\]")
_DIMENSIONS = {"money": MONEY, "duration": TIME, "length": LENGTH, "mass": MASS}
_WORDS = {"one": 1.0, "a": 1.0}


def scanned(text: str, lexicon: Lexicon | None = None) -> Scan:
    """``text`` with its marks taken out and its numbers described. Sentences end at ". ", paragraphs at blank lines."""
    plain, drafts, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at:mark.start()]
        kind = mark[2] or "count"
        digits = re.sub(r"[^\d.]", "", mark[1]).strip(".")
        value = float(digits) if digits else _WORDS.get(mark[1].lower(), 7.0)
        unit = mark[3]
        drafts.append(Draft(len(plain), len(plain) + len(mark[1]), kind, value, unit=unit,
                            dimension=_DIMENSIONS.get(kind, NUMBER), currency=unit if kind == "money" else None))
        plain += mark[1]
        at = mark.end()
    plain += text[at:]
    scan = Scan(_article(plain), lexicon or Lexicon())
    for draft in drafts:
        assert scan.add(draft)
    describe(scan)
    return scan


def _article(text: str) -> Article:
    paragraphs: list[Paragraph] = []
    index = 0
    for block in re.finditer(r"(?:[^\n]|\n(?!\n))+", text):
        if not block.group().strip():
            continue
        sentences = []
        for part in re.finditer(r".+?(?:(?<=[a-z\d%\"'])[.?!]\"?(?=\s)|\Z)", block.group(), re.S):
            start = block.start() + part.start() + len(part.group()) - len(part.group().lstrip())
            sentences.append(Sentence(index, start, block.start() + part.end(), len(paragraphs)))
            index += 1
        paragraphs.append(Paragraph(len(paragraphs), block.start(), block.end(), "body", tuple(sentences)))
    return Article("story.txt", text, text, tuple(paragraphs))


def found(text: str, name: str) -> list[object]:
    """The field ``name`` of each number, by position."""
    return [getattr(d, name) for d in scanned(text).drafts]
