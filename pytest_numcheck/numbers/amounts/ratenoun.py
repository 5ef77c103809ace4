"""The noun inside a rate: "12,000 casualties a day"."""

from __future__ import annotations

import re

from ..clause.lexemes import Lexemes
from ..scan import Draft

_DIVIDE = re.compile(r"\s(?:per|an?|each|every)\s|/|\s(?:annually|daily|weekly|monthly|yearly|hourly)\b|-(?:an?|per)-")
_FIGURE = re.compile(
    r"(?:[\d.,\-–+ ]|(?<=\d)(?:bn|mn|mln|bln|tn|m|b|k)\b"
    r"|\b(?:million|billion|trillion|thousand|hundred|bn|mn|mln|bln|and|to|an?|half|dozen|zero|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|more|fewer|less)\b(?!-[a-z]))+", re.I)


def noun_in_rate(text: str, draft: Draft, lexemes: Lexemes, units: frozenset[str]) -> tuple[str, str] | None:
    """What a rate counts, as printed and its head in the singular; None for money and for measures (``units``)."""
    if draft.currency:
        return None
    figure = _FIGURE.match(text, draft.start, draft.end)
    at = figure.end() if figure else draft.start
    divide = _DIVIDE.search(text, max(at - 1, draft.start), draft.end)
    words = text[at:divide.start() if divide else draft.end].strip(" -").split(" or ", 1)[0]
    if not words or words.startswith("or ") or not words[0].isalpha() or "%" in words:
        return None
    lemma = lexemes.singular(words)
    return None if lemma.rsplit("-", 1)[-1] in units else (words, lemma)
