"""Names of those who rank before, or came before: "the third biggest after Oslo and Bergen", "the fourth to do so, after …"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..scan import Scan
from .items import JOIN, NAME, Groups

#: groups from this number on are those before an ordinal
AHEAD = 6000
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:nd|rd|th))"
#: no full stop, no other number, no other ordinal
_WORDS = r"(?:,?\s(?!after\b|behind\b|following\b|joining\b)[\w$£€'&-]+){0,%d}?"
_BEST = re.compile(
    rf"(?<![\w-]){_NTH}[-\s](?:(?:most|least)[-\s][a-z]+|(?!(?:test|rest|guest|west|quest|request|forest|interest|contest|"
    rf"protest|harvest|arrest|honest|modest|west)\b)[a-z]{{2,9}}est){_WORDS % 9},?\s(?:only\s)?(?:after|behind)\s"
    r"(?:only\s)?(?=(?:the\s)?[A-Z])")
_TO_DO = re.compile(
    rf"(?<![\w-]){_NTH}(?:\s[A-Za-z'-]+){{0,5}}?\sto\s[a-z]+{_WORDS % 12},?\s(?:after|following|joining)\s(?=(?:the\s)?[A-Z])")
_FEWEST = 2
_STOPS = re.compile(r"\s?[,.;:)–—]|\s?\Z|\"|\sto\s[a-z]")
_EVENT = re.compile(r"\b(?:war|day|crisis|games?|cup|olympics|open|final|act|scandal|election|attacks?|revolution|"
                    r"championships?)\b", re.I)
_PERSON = re.compile(r"[A-Z][a-z'-]+\s[A-Z][a-z'-]+\.?")


def find(scan: Scan) -> None:
    """Add name cues for those before, in groups from AHEAD on; the ordinal stands at most a sentence's part before them."""
    text = scan.text
    groups = Groups(scan, {c.start for c in scan.cues if c.kind in ("name", "item")}, AHEAD)
    for pattern in (_BEST, _TO_DO):
        for hit in pattern.finditer(text):
            end = scan.article.sentence_at(hit.start()).end
            spans = _names(text, hit.end(), end) if hit.end() < end else []
            if any(_no_name(scan.lexicon, text[s:e]) for s, e in spans) or (
                    pattern is _TO_DO and len(spans) < _FEWEST and not _full(text, spans)):
                continue
            groups.add_all(spans, "name")


def _names(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Names from ``at`` on, the last joined by "and"; nothing where it is not clear where they end."""
    spans, last = list[tuple[int, int]](), False
    while name := NAME.match(text, at, end):
        spans.append((name.start(), name.end()))
        at = name.end()
        join = None if last else JOIN.match(text, at, end)
        if not join:
            break
        last = " " in join.group().strip() or "and" in join.group() or "&" in join.group()
        at = join.end()
    else:
        return []
    if len(spans) > 1 and not last:
        return []
    return spans if at >= end or text[at - 1] == "." or _STOPS.match(text, at) else []


def _full(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the one name is that of a person."""
    return len(spans) == 1 and _PERSON.fullmatch(text, *spans[0]) is not None


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.list("no-name"))


def _no_name(lexicon: Lexicon, words: str) -> bool:
    """Whether it is a day, a month or an event, after which something else came."""
    said = words.lower().rstrip(".")
    return said in _known(lexicon) or said.split()[-1] in _known(lexicon) or _EVENT.search(words) is not None
