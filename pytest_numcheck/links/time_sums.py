"""Two or more lengths of time and what they come to, or are apart: "two years and six, eight in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ..numbers.mention import Mention
from .gaps import near_value
from .model import Link
from .rows import Rows
from .view import View

_LONG = frozenset({"year", "decade", "century", "month", "week", "fortnight", "day"})
_BEFORE = re.compile(
    r"(?:\b(?:a|an) (?:\w+ )?time of|\b(?:total(?:l?ing|s|led|ed)?|combined|grand total|altogether|aggregate|joint|in all|"
    r"sum)(?: of| to| sentence of|"
    r" term of|,|:| time of)?"
    r"|\b(?:mak(?:es?|ing)|made|bring(?:s|ing)|brought|takes|taking|add(?:s|ed|ing)? up to|comes? to|amount(?:s|ed|ing)? to|"
    r"works? out at|gives?|giving|means|leaves?|leaving|running time of|playing time of|so (?:that )?(?:\w+ ){1,5}?(?:for|of|"
    r"is|are|has|now|"
    r"lived|spent|served|face|faces|in)))"
    r"(?: (?:it|them|him|her|he|she|that|the|a|an|his|its|their|total|whole|journey|term|sentence|up|to|of|some|about|just|"
    r"only|in|now|"
    r"grand|time|already|for))* ?\Z")
_AFTER = re.compile(r"[ -]?(?:[\w'-]+ ){0,4}?(?:altogether|in all|in total|all told|combined|overall|together|all up|"
                    r"between them)\b")
_APART = re.compile(
    r"(?:\b(?:saving|cut(?:ting)?|gain|reduction|difference|improvement|increase|lead|margin|beat(?:ing)? (?:\w+ ){0,6}?|"
    r"faster|slower|"
    r"shorten(?:ed|ing)?|trimm(?:ed|ing)|sav(?:e|es|ed)|adrift|ahead|behind|down)(?: of| by| it by| to \w+ by)?(?: \w+)?|"
    r"\bby) ?\Z")
_SAVING = re.compile(r"\b(?:saving|difference|reduction|cut|gain|improvement) of \Z")
_LESS = re.compile(r"[ -]?(?:\w+ )?(?:more|less|longer|shorter|faster|slower|quicker|ahead|clear|behind|down|adrift|off|"
                   r"outside|inside|"
                   r"better|worse|earlier|under|over)\b")
_NOT = re.compile(r"\b(?:ago|old|notice)\b|a (?:day|week|month|year)\b|-old\b|(?:later|earlier)\b")
_JOIN = re.compile(r"(?:\band\b|\bplus\b|,|;|\bwith\b|\bthen\b|\bafter\b|\bto\b|\bby\b|\bagainst\b)[^.;]{0,40}\Z")
_MORE = re.compile(r" ?(?:more|further|and|for|in|on|at|with|of|to|as|spent|months?|under|over|later|after|,|;|\.|to be|"
                   r"afterwards|back|up|down)\b|[.,;:]")
_MOST = 4


def find(view: View) -> Iterator[Link]:
    """Links time-sum(one, two, total) and, of more parts, summed(parts, total)."""
    told = [m for m in view.reading.mentions if m.kind == "duration" and m.value2 is None and m.value
            and not _NOT.match(view.plain(m.end, m.end + 12).lstrip(" -"))]
    if len(told) < 2:
        return
    rows, bare = Rows(told), Rows(m for m in view.reading.mentions if m.kind == "count")
    for total in told:
        cue = _cue(view, total)
        if cue:
            yield from _made(view, total, cue, rows, bare)


def _cue(view: View, m: Mention) -> str:
    sentence = view.article.sentences[m.sentence]
    lead = m.lead if 0 <= m.lead < m.start else m.start
    before, after = view.plain(max(sentence.start, lead - 70), lead), view.plain(m.end, min(m.end + 50, sentence.end))
    if _BEFORE.search(before) or _AFTER.match(after):
        return "sum"
    return "gap" if _APART.search(before) or _LESS.match(after) else ""


def _made(view: View, total: Mention, cue: str, told: Rows, bare: Rows) -> Iterator[Link]:
    block = view.article.sentences[total.sentence].paragraph
    near = [m for m in told.within(total.sentence - 2, total.sentence + (cue == "gap")) if m.id != total.id
            and abs(view.article.sentences[m.sentence].paragraph - block) < 2 and _class(m) == _class(total)
            and (m.start < total.start or cue == "gap")]
    if not near:
        return
    parts = sorted([*near, *_elided(view, near, total, cue, bare)], key=lambda m: m.start)[-6:]
    sizes = {m.id: _size(m, near) for m in parts}
    for n in range(2, min(len(parts), _MOST if cue == "sum" else 2) + 1):
        for some in combinations(parts, n):
            values = [sizes[m.id] for m in some]
            made = [sum(values)] if cue == "sum" else [abs(values[0] - values[1])]
            if any(_fits(total, v) for v in made):
                if n == 2 or all(m.kind == "duration" for m in some):
                    yield _link(some, total, "stated" if cue == "sum" else "inferred", cue)
                return
    if total.hedge or any(m.hedge for m in parts):
        return
    if len(parts) > 2 and cue == "sum" and len({m.sentence for m in (*parts, total)}) == 1 and all(
            m.kind == "duration" for m in parts) and near_value(total.value or 0, sum(sizes.values()) / total.scale):
        yield _link(tuple(parts), total, "inferred", cue)
    here = [m for m in parts if m.sentence == total.sentence]
    if len(parts) > 2 and len(here) == 2:
        parts = here
    if len(parts) != 2:
        return
    a, b = (sizes[m.id] for m in parts)
    made_up = a + b if cue == "sum" else abs(a - b)
    close = all(total.sentence - m.sentence < 2 for m in parts)
    whole = parts[0].sentence == parts[1].sentence and (total.sentence == parts[0].sentence or _opens(view, total))
    lead = view.plain(max(total.start - 24, 0), total.start)
    apart = cue == "gap" and _SAVING.search(lead) and {m.sentence for m in (*parts, total)} == {total.sentence}
    if near_value(total.value or 0, made_up / total.scale) or (close and cue == "sum" and whole) or apart:
        yield _link(tuple(parts), total, "inferred", cue)


def _opens(view: View, total: Mention) -> bool:
    """"That makes 16 days", at the beginning of the next sentence."""
    sentence = view.article.sentences[total.sentence]
    lead = view.plain(sentence.start, total.start)
    return re.match(r"(?:that|this|it|which|altogether|in all|together|the total)\b", lead) is not None


def _class(m: Mention) -> bool:
    return m.unit in _LONG


def _elided(view: View, near: list[Mention], total: Mention, cue: str, bare: Rows) -> Iterator[Mention]:
    """Bare figures after a duration that take its unit: "four years at sea and five in the dockyard"."""
    for m in bare.within(total.sentence - 2, total.sentence + 1):
        if m.value2 is not None or m.hedge:
            continue
        if not m.value or m.value > 999:
            continue
        if not any(d.sentence == m.sentence and d.end <= m.start and m.start - d.end < 90 for d in near):
            continue
        if m.start > total.start and cue == "sum":
            continue
        sentence = view.article.sentences[m.sentence]
        if _JOIN.search(view.plain(sentence.start, m.start)) and _MORE.match(view.plain(m.end, m.end + 14)):
            yield m


def _size(m: Mention, near: list[Mention]) -> float:
    """In seconds; a bare figure is of the unit of the duration before it."""
    if m.kind == "duration":
        return (m.value or 0) * m.scale
    before = [d for d in near if d.start < m.start]
    return (m.value or 0) * before[-1].scale


def _fits(total: Mention, size: float) -> bool:
    told = total.base()
    return told is not None and told.low <= size <= told.high


def _link(parts: tuple[Mention, ...], total: Mention, confidence: str, cue: str) -> Link:
    ids = (*parts, total)
    start, end = min(m.start for m in ids), max(m.end for m in ids)
    if len(parts) == 2:
        roles = {"one": (parts[0].id,), "two": (parts[1].id,), "total": (total.id,)}
        return Link("time-sum", roles, confidence, cue, start, end)
    return Link("summed", {"parts": tuple(m.id for m in parts), "total": (total.id,)}, confidence, cue, start, end)
