"""Counts of things that are told by a figure each: "four wins, taking 53% in Ayr, 57% in Wick and 51% in Nairn"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from .announced import announces
from .lists import is_open

_KINDS = ("percent", "score")
#: fewest figures that make a list, and how far from the count their number may be
_FEWEST, _CLOSE = 3, 2
_LED_IN = re.compile(r"[\s\w'-]{1,50}?(?:,|:|\s[–—-])\s(?:(?:by|of|with|winning|taking|polling|scoring|gaining|securing|getting"
                     r"|beating|losing|at)\s)(?:[a-z]+\s){0,3}")
_BETWEEN = re.compile(r"\s[^.;:\n]{1,90}?(?:,\s(?:and\s)?|\sand\s)(?:[a-z]+\s){0,2}(?:[A-Z][\w'-]*\s){0,4}(?:[a-z]+\s)?")


def find(view: View) -> Iterator[Link]:
    """Links items(count, items): the items are the figures, one for each thing counted."""
    mentions = view.reading.mentions
    for i, m in enumerate(mentions):
        if not announces(m) or i + _FEWEST >= len(mentions) or mentions[i + 1].kind not in _KINDS:
            continue
        run = _run(view, m, mentions[i + 1:i + 20])
        if len(run) >= _FEWEST and abs(len(run) - (m.value or 0)) <= _CLOSE and not is_open(view, run[0].start, run[-1].end):
            yield Link("items", {"count": (m.id,), "items": tuple(f.id for f in run)}, "inferred", "a figure for each",
                       m.start, run[-1].end)


def _run(view: View, count: Mention, after: tuple[Mention, ...]) -> list[Mention]:
    """The figures of the list, if its last is joined by "and"."""
    text = view.article.text
    if not _LED_IN.fullmatch(text, count.end, after[0].start):
        return []
    run, last = [after[0]], False
    for m in after[1:]:
        if m.sentence != count.sentence or m.kind != run[0].kind or last or not _BETWEEN.fullmatch(text, run[-1].end, m.start):
            break
        last = " and " in text[run[-1].end:m.start]
        run.append(m)
    return run if last else []
