"""Shares told one after another that are all there is: "staff take 27%, rent 25% …, and the other 48% goes to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View

_PERCENT = f"[{holes.KIND['percent']}]([{holes.MENTION_IDS}])"
#: the last share is of all the rest
_REST = re.compile(
    rf"(?<!\w)(?:(?:the|its|their|a) (?:other|remaining|final|last)|"
    rf"(?:everything|everyone|all) else(?: for| at| with| makes up| made up)?),? {_PERCENT}")
#: said after the last share: that these were all
_ALL = re.compile(
    r"(?<!\w)(?:no others?|nothing else|no one else|nobody else|nowhere else|complet\w+ the|"
    r"everything(?! else)|makes? up the rest|all there (?:is|was|were)|none left|left nothing)(?!\w)")
#: before a share that is no part of the others
_ELSE = re.compile(
    r"(?<!\w)(?:than|from|against|by|up|down|over|rose|fell|was|were|last year|of which|top|richest|bottom)(?: the| its| a)? ?$")
#: what a share is of, where it says so
_OF = re.compile(r"^ of (?:the |its |their |all )?([^\W\d_]+(?: [^\W\d_]+)?)")
_SENTENCES, _LEAST, _MOST, _AFTER = 3, 3, 12, 90


def find(view: View) -> Iterator[Link]:
    """Links shares(parts): three or more percentages that the words say are all of one whole."""
    seen: set[int] = set()
    if not view.sentences_of("percent"):
        return
    for m in _REST.finditer(view.text):
        last = view.mention(holes.id_of(m[1]))
        if isinstance(last, Mention):
            yield from _closed(view, last, seen, "the rest")
    for m in _ALL.finditer(view.text):
        at = view.to_prose(m.start())
        before = [p for p in view.mentions(max(at - _AFTER, 0), at) if p.kind == "percent"]
        if before:
            yield from _closed(view, before[-1], seen, "these are all")


def _closed(view: View, last: Mention, seen: set[int], via: str) -> Iterator[Link]:
    if last.id in seen or not _plain(last):
        return
    seen.add(last.id)
    parts = [last]
    fitting: list[Mention] = []
    broken = False
    for i in range(last.id - 1, -1, -1):
        m = view.reading.mentions[i]
        if parts[0].sentence - m.sentence > 1 or last.sentence - m.sentence > _SENTENCES or len(parts) >= _MOST:
            break
        if last.paragraph - m.paragraph > 1:
            break
        if m.kind != "percent":
            continue
        if not _plain(m) or _ELSE.search(view.words(max(m.start - 24, 0), m.lead if 0 <= m.lead < m.start else m.start)):
            broken = True
            break
        parts.insert(0, m)
        for some in ([m, last], parts):
            if abs(sum(p.value or 0 for p in some) - 100) <= 0.5 * len(some) + 0.01:
                fitting = list(some)
    chosen = fitting or parts
    of = {said[1] for p in parts if (said := _OF.match(view.words(p.end, p.end + 40)))}
    if not fitting and (len(of) > 1 or (broken and sum(p.value or 0 for p in parts) < 100)):
        return  # of two wholes, or with a share that was not read as one
    if len(chosen) >= (2 if fitting or via == "these are all" else _LEAST):
        near = len({p.paragraph for p in chosen}) == 1
        sure = near and (fitting or len(chosen) >= _LEAST)
        yield Link("shares", {"parts": tuple(p.id for p in chosen)}, "stated" if sure else "inferred", via,
                   chosen[0].start, last.end)


def _plain(m: Mention) -> bool:
    return m.value is not None and m.value2 is None and m.hedge is None and m.change is None
