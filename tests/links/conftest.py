"""Readings made by hand: `a [[count soldiers: about 8,000]] of …`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pytest_numcheck.articles.model import Article, Paragraph, Sentence
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import CUE_KINDS, Cue, Mention, Reading

MARKED = re.compile(r"\[\[([a-z-]+)(?: ([a-z -]+))?: ([^\]]+)\]\]")
HEDGE = re.compile(r"(about|nearly|up to|as many as|some) ")


def marked(text: str) -> View:
    """A view of marked text: sentences end at '. ', paragraphs at blank lines; the second word is the noun (last word: head)."""
    plain, at, drafts = "", 0, []
    for m in MARKED.finditer(text):
        plain += text[at:m.start()]
        drafts.append((len(plain), len(plain) + len(m[3]), m[1], m[2], m[3]))
        plain += m[3]
        at = m.end()
    plain += text[at:]
    paragraphs, sentences = [], []
    for i, p in enumerate(re.finditer(r"(?:.+\n?)+", plain)):
        mine = []
        for s in re.finditer(r"[^\s](?:.|\n)*?(?:[.!?](?=\s+[A-Z\d]|\s*$)|\Z)", p.group().rstrip()):
            mine.append(Sentence(len(sentences), p.start() + s.start(), p.start() + s.end(), i))
            sentences.append(mine[-1])
        paragraphs.append(Paragraph(i, p.start(), p.start() + len(p.group().rstrip()), "body", tuple(mine)))
    article = Article("<test>", plain, plain, tuple(paragraphs))
    numbers = [d for d in drafts if d[2] not in CUE_KINDS]
    mentions = []
    for i, (start, end, kind, noun, words) in enumerate(numbers):
        hedge = HEDGE.match(words)
        figure = re.search(r"\d[\d,.]*", words)
        value = float(figure.group().rstrip(".,").replace(",", "")) if figure else None
        where = article.sentence_at(start)
        mentions.append(Mention(
            i, start + (hedge.end() if hedge else 0), end, words, kind, value, noun=noun, lead=start,
            head=noun.split()[-1].removesuffix("s") if noun else None, printed=None if value is None else Interval.point(value),
            sentence=where.index, paragraph=where.paragraph))
    cues = [Cue(len(mentions) + i, start, end, words, kind, None, article.sentence_at(start).index,
                article.sentence_at(start).paragraph)
            for i, (start, end, kind, _, words) in enumerate(d for d in drafts if d[2] in CUE_KINDS)]
    return View(Reading(article, tuple(mentions), tuple(cues)), default_lexicon())


@pytest.fixture
def view() -> Callable[[str], View]:
    return marked
