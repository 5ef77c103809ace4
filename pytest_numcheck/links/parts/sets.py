"""Sets of a match of tennis, told one after the other by who won: "beat Ann Cole 4-6 7-6 (7-4) 6-3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View

#: between two sets: a comma, a tie-break in brackets
_JOINT = re.compile(r",?\s(?:and\s)?|\s?\(\d{1,2}(?:[-–/]\d{1,2})?\),?\s(?:and\s)?")
_FEWEST, _MOST = 2, 5


def find(view: View) -> Iterator[Link]:
    """Links set(score, last): each set of a match that was played to its end; ``last`` is the last, which the winner won."""
    scores = [m for m in view.reading.mentions if m.kind == "score" and m.value2 is not None]
    if len(scores) < _FEWEST or not _any(view.lexicon, "tennis").search(view.article.text):
        return
    text, run = view.article.text, list[Mention]()
    for m in (*scores, None):
        if m is not None and text[m.start - 1:m.start] == "(":
            continue  # a tie-break
        if m is not None and run and _JOINT.fullmatch(text, run[-1].end, m.start):
            run.append(m)
            continue
        yield from _match(view, run)
        run = [m] if m is not None else []


def _match(view: View, run: list[Mention]) -> Iterator[Link]:
    if not _FEWEST <= len(run) <= _MOST or sum(max(_pair(m)) in (6, 7) for m in run) * 2 < len(run):
        return
    text, row = view.article.text, view.article.sentences[run[0].sentence]
    begin, stop = max(row.start, run[0].start - 100), run[-1].end
    before, after = text[begin:run[0].start], text[stop:max(row.end, stop) + 30][:60]
    stopped = _any(view.lexicon, "broken-off")
    if stopped.search(after) or stopped.search(before[-40:]):
        return
    ahead, behind = (_last(_any(view.lexicon, name), before) for name in ("beats", "loses-to"))
    if ahead < 0 or behind > ahead:
        return
    for m in run:
        roles = {"score": (m.id,), "last": (m.id,)} if m is run[-1] else {"score": (m.id,)}
        yield Link("set", roles, "inferred", "a set of a match", m.start, m.end)


@lru_cache(maxsize=32)
def _any(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    words = sorted(lexicon.list(name), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)


def _last(words: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in words.finditer(text)), default=-1)


def _pair(m: Mention) -> tuple[float, float]:
    return m.value or 0.0, m.value2 or 0.0
