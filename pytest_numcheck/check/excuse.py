"""Words that tell of another figure than the one compared: an earlier one, a rival source, a partial list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from ..articles.model import Article
from ..base.caps import CAPS
from ..base.lexicon import Lexicon
from ..numbers.mention import Cue, Mention


class Excuses:
    """Looks for excuses in the sentences that hold the numbers of a check. Raises TimeoutError after ``seconds``."""

    def __init__(self, article: Article, lexicon: Lexicon, seconds: float = CAPS.search):
        self.article, self.lexicon, self.seconds = article, lexicon, seconds
        self._anywhere: dict[tuple[str, ...], str | None] = {}

    def anywhere(self, lists: tuple[str, ...]) -> str | None:
        """The first word of ``lists`` that stands in the article, or None."""
        if lists not in self._anywhere:
            pattern = _pattern(lists, self.lexicon)
            found = pattern.search(self.article.text, timeout=self.seconds) if pattern else None
            self._anywhere[lists] = str(found[0]).lower() if found else None
        return self._anywhere[lists]

    def word(self, lists: tuple[str, ...], things: Iterable[Mention | Cue]) -> str | None:
        """The first word of ``lists`` that stands in a sentence of ``things``, or None."""
        pattern = _pattern(lists, self.lexicon) if lists else None
        if pattern is None:
            return None
        for i in sorted({t.sentence for t in things}):
            sentence = self.article.sentences[i]
            found = pattern.search(self.article.text, sentence.start, sentence.end, timeout=self.seconds)
            if found:
                return str(found[0]).lower()
        return None


@lru_cache(maxsize=64)
def _pattern(lists: tuple[str, ...], lexicon: Lexicon) -> regex.Pattern[str] | None:
    words = [w for name in lists for w in lexicon.list(name)]
    if not words:
        return None
    # "14% more than originally planned" tells of no other figure
    return regex.compile(r"\b(?<!\bthan (?=originally))(?:\L<words>)\b", regex.IGNORECASE, words=words)
