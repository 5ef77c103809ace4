"""An article cut down to as many numbers as may be read."""

from __future__ import annotations

import re
from dataclasses import replace

from ..base.caps import Caps
from .model import Article, Paragraph

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def shortened(article: Article, caps: Caps) -> tuple[Article, str | None]:
    """The article up to the paragraph (or sentence, where that is the first) that holds more numbers, or characters, than
    ``caps`` allow, and what was left out; the article itself and None where nothing was."""
    at, why = len(article.text), ""
    if at > caps.size:
        at, why = caps.size, f"longer than {caps.size:,} characters"
    if at > 2 * caps.numbers:
        for count, digits in enumerate(_DIGITS.finditer(article.text, 0, at), 1):
            if count > caps.numbers:
                at, why = digits.start(), f"more than {caps.numbers:,} numbers"
                break
    return without_rest(article, at, why) if why else (article, None)


def without_rest(article: Article, at: int, why: str) -> tuple[Article, str]:
    """The article up to the paragraph that holds ``at`` (of the first paragraph, up to its sentence), and what is said of it."""
    kept: list[Paragraph] = [p for p in article.paragraphs if p.end <= at]
    if not kept and article.paragraphs:
        first = article.paragraphs[0]
        sentences = tuple(s for s in first.sentences if s.end <= at)
        if sentences:
            kept = [replace(first, end=sentences[-1].end, sentences=sentences)]
    end = kept[-1].end if kept else 0
    line = article.line_column(end)[0]
    return replace(article, text=article.text[:end], paragraphs=tuple(kept)), f"{why}; what follows line {line} was not read"
