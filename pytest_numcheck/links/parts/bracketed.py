"""Sums and parts in brackets: "seven tackles, three assists (10 combined)", "five hits (2 for Cole, 3 for Dunn)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View

_HOLE = f"[{holes.KIND['count']}]([{holes.MENTION_IDS}])"
_REST = f"[^{holes.MENTION_KINDS}{holes.SENTENCE_END},;:()]"
_SUM = re.compile(rf"\( ?{_HOLE} (?:combined|in all|in total|altogether|all told|total)\)")
_ITEMS = re.compile(rf"(?:{_HOLE}{_REST}{{0,40}}(?:,? and |, | plus )){{1,5}}{_HOLE}{_REST}{{0,40}} ?$")
_PREP = r"(?:for|by|from|in|at|to|on|against|of|with)"
_PARTS = re.compile(rf"\( ?(?:{_HOLE} {_PREP} {_REST}{{1,40}}(?:,? and |, )){{1,4}}{_HOLE} {_PREP} {_REST}{{1,40}}\)")
_EACH = re.compile(rf"{_HOLE} ({_PREP}) ")
_REACH = 220


def find(view: View) -> Iterator[Link]:
    """Links summed(parts, total)."""
    if "(" not in view.text:
        return
    for m in _SUM.finditer(view.text):
        start = max(view.text.rfind(holes.SENTENCE_END, 0, m.start()), m.start() - _REACH)
        told = _ITEMS.search(view.text, max(start, 0), m.start())
        if told:
            total = _mention(view, m[1])
            yield from _link(view, [_mention(view, i) for i in re.findall(_HOLE, told[0])], [total], "a sum in brackets")
    for m in _PARTS.finditer(view.text):
        said = _EACH.findall(m[0])
        if len({prep for _, prep in said}) != 1:
            continue
        parts = [_mention(view, i) for i, _ in said]
        row = view.article.sentences[parts[0].sentence]
        before = [t for t in view.mentions(row.start, parts[0].start) if t.kind == "count" and t.head]
        yield from _link(view, parts, before, "parts in brackets")


def _link(view: View, parts: list[Mention], totals: list[Mention], via: str) -> Iterator[Link]:
    """The total that fits, or the only one there is that does not number the parts."""
    if any(m.value is None or m.value2 is not None or m.hedge for m in (*parts, *totals)):
        return
    added = sum(m.value or 0 for m in parts)
    fitting = [t for t in totals if t.value == added] or [t for t in totals if t.value != len(parts) or len(totals) == 1]
    if len(fitting) == 1 and (fitting[0].value or 0) > 1:
        total = fitting[0]
        ids = (*parts, total)
        yield Link("summed", {"parts": tuple(m.id for m in parts), "total": (total.id,)}, "inferred", via,
                   min(m.start for m in ids), max(m.end for m in ids))


def _mention(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m
