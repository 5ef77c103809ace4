"""Which parts of an article are quoted speech."""

from __future__ import annotations

import re
from bisect import bisect_right

from ...articles.model import Article

_MARK = re.compile(r'["“”]')
#: single quotation marks that open before a capital and close after a stop; apostrophes do neither
_SINGLE = re.compile(r"(?<![\w'])'(?=[A-Z])[^'\n]*(?:'(?=\w)[^'\n]*)*[.,!?]'(?!\w)")


class Quotes:
    """The quoted spans of ``article``. A quotation that a paragraph opens and does not close lasts to its end."""

    def __init__(self, article: Article):
        self.starts: list[int] = []
        self.ends: list[int] = []
        text = article.text
        for paragraph in article.paragraphs:
            begun: int | None = None
            for found in _MARK.finditer(text, paragraph.start, paragraph.end):
                at = found.start()
                if begun is None:
                    if found.group() == "”" or _is_inches(text, at, paragraph.end):
                        continue
                    begun = at
                elif found.group() != "“":
                    self._add(begun, at)
                    begun = None
            if begun is not None:
                self._add(begun, paragraph.end)
            if not self.ends or self.ends[-1] <= paragraph.start:
                for single in _SINGLE.finditer(text, paragraph.start, paragraph.end):
                    self._add(single.start(), single.end() - 1)

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether the character at prose ``offset`` is inside quotation marks."""
        i = bisect_right(self.starts, offset) - 1
        return i >= 0 and offset < self.ends[i]


def _is_inches(text: str, at: int, end: int) -> bool:
    return at > 0 and text[at - 1].isdigit() and (at + 1 >= end or not text[at + 1].isalnum())
