"""The latest year that a story tells as past or present: about when it was written, where it does not say."""

from __future__ import annotations

import re

from ...numbers.mention import Mention
from ..prose.view import View

#: in a sentence that looks ahead years prove nothing
_AHEAD = re.compile(r"\b(?:will|would|shall|could|may|might|by (?=[^,.;]{0,24}\d{4})|until|till|plans?|planned|planning|"
                    r"expect\w*|due|targets?|forecasts?|predict\w*|project(?:ed|ions?)|scheduled|next|goals?|expires?|matures?|maturing|through|ahead|hopes?|if|"
                    r"proposed|proposes|promises?|future|copyright|isbn)\b", re.I)
#: … but for a day so near that the story must be of that year
_BURIAL = re.compile(r"\b(?:funeral|burial|buried|memorial service|cremat\w+|wake)\b", re.I)
#: years outside are not those of a story of today
_FIRST, _LAST = 1850, 2035


def latest(view: View) -> Mention | None:
    """The mention of the latest such year; None where a story gives none, or gives its date."""
    if view.article.published is not None:
        return None
    key = "latest year"
    if key not in view.found:
        view.found[key] = _latest(view)
    found: Mention | None = view.found[key]
    return found


def _latest(view: View) -> Mention | None:
    best: Mention | None = None
    for m in view.reading.mentions:
        at = m.moment
        if m.kind not in ("year", "date") or at is None or not at.possible or at.end_year is not None or at.year is None:
            continue
        if not _FIRST <= at.year <= _LAST or at.grain not in ("day", "month", "year") or (best and _year(best) >= at.year):
            continue
        sentence = view.article.sentences[m.sentence]
        text = view.article.text[sentence.start:sentence.end]
        if not _AHEAD.search(text) or (at.day is not None and _BURIAL.search(text)):
            best = m
    return best


def _year(m: Mention) -> int:
    return (m.moment.year if m.moment else None) or 0
