"""Changes told over two sentences: "Profit rose to £6m. That compares with £5m a year ago", "… from 40 to 50. The 25% rise …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...numbers.mention import Mention
from ..clauses.ways import way_before
from ..likeness.turned import turns
from ..model import Link
from ..prose.view import View
from .levels import comparable

_IT = r"(?:(?:that|this|it|they|which|the (?:figure|total|number|amount|sum|result|toll|share|rate))(?!\w) ?)"
_COMPARED = re.compile(
    rf"^[\"']?(?:{_IT}(?:(?:was|is|were|are|has|had|been)(?!\w) ?){{0,2}})?(?:compares?|compared|up|down) (?:with|to"
    rf"|from)(?!\w) ?"
    rf"(?:(?:the|a|an|just|only|about|some) ?)?(?:[^\W\d_]+ ){{0,3}}?(?:of )?$")
_ELSEWHEN = (r"^(?:in |for |during )?(?:(?:the )?(?:same (?:period|quarter|month|time|week)(?: (?:of )?(?:last year"
    r"|a year earlier|a year ago|the year before))?)"
             r"|a (?:year|month|week|quarter|decade) (?:ago|earlier|before)|(?:the )?(?:year|month|week"
             r"|quarter) (?:before|earlier)|(?:the )?previous (?:year|month|quarter|week|season)"
             r"|last (?:year|month|week|quarter|season)),? (?:[^\W\d_]+ ){0,5}$")
AS = re.compile(r"^(?: ?[,.;]| (?:as|the|that|those|what|more|higher|larger|greater|bigger|its|their|his|her|last)(?!\w))")
_NEXT = "compared in the next sentence"
_EARLIER_ON = re.compile(_ELSEWHEN)
_SIZE = re.compile(
    rf"^[\"']?(?:{_IT}(?:was|is|were|represents?|represented|marks?|marked|means?|meant|amounts? to|amounted to"
    rf"|equals) (?:a|an)"
    rf"|(?:the|that|this|a|an)(?: [^\W\d_]+){{0,2}})(?: [^\W\d_]+)? (?:of )?$")
_REVISED = re.compile(r"(?<!\w)(?:revis\w+|preliminary|provisional)(?!\w)")
_EARLIER = re.compile(
    r"(?<!\w)(?:year|month|week|quarter|decade|day|period|time|season|last|earlier|previous|previously|before|ago|in"
    r"|on|when|then)(?!\w)|^[ ,.]*.?$")


def across(view: View, changes: Sequence[Link]) -> Iterator[Link]:
    """The changes whose old value, or size, stands in the sentence after the others; ``changes`` are those already found."""
    by_sentence: dict[int, list[Link]] = {}
    for link in changes:
        by_sentence.setdefault(_sentence(view, link), []).append(link)
    yield from _multiplied(view, by_sentence, {i for link in changes for i in link.ids})
    sized = {i for link in changes for i in link.roles.get("by", ())}
    firsts: dict[int, Mention] = {}
    lasts: dict[int, list[Mention]] = {}
    for m in view.reading.mentions:
        if m.kind not in ("year", "date", "clock"):
            firsts.setdefault(m.sentence, m)
            lasts.setdefault(m.sentence, []).append(m)
    for s, m in firsts.items():
        near = s > 0 and view.article.sentences[s].paragraph - view.article.sentences[s - 1].paragraph <= 1
        if not near:
            continue
        begun = view.words(view.article.sentences[s].start, m.lead)
        if _COMPARED.match(begun) or _EARLIER_ON.match(begun):
            yield from _compared(view, m, by_sentence.get(s - 1, []), lasts.get(s - 1, []))
        elif m.kind in ("percent", "percent-point") and m.change in ("up", "down") and m.id not in sized and _SIZE.match(begun):
            yield from _sized(view, m, [k for k in by_sentence.get(s - 1, []) if {"old", "new"} <= k.roles.keys()])


def _multiplied(view: View, changes: dict[int, list[Link]], linked: set[int]) -> Iterator[Link]:
    """"Bonuses are double those of women. … £6,442, compared with £3,029 …": the multiple stands in the sentence before."""
    for m in view.reading.mentions:
        if m.kind != "multiplier" or m.id in linked or m.value2 is not None:
            continue
        if "times" in m.text.lower() and not AS.match(view.words(m.end, m.end + 20)):
            continue  # "100 times oversubscribed"
        after = [k for k in changes.get(m.sentence + 1, []) if {"old", "new"} <= k.roles.keys() and "by" not in k.roles]
        if len(after) == 1 and _at(view, after[0], "new").kind != "duration" and (
                view.article.sentences[m.sentence + 1].paragraph - m.paragraph <= 1):
            k = after[0]
            if k.sign and ((m.value or 0) > 1) != (k.sign > 0):
                continue  # "more than doubled … Analysts had forecast 66, down from 122"
            yield Link("change", {**k.roles, "by": (m.id,)}, "inferred", "the multiple in the sentence before", m.start, k.end, 0)


def _compared(view: View, old: Mention, before: list[Link], row: list[Mention]) -> Iterator[Link]:
    open_ = [k for k in before if "new" in k.roles and "old" not in k.roles and comparable(old, _at(view, k, "new"))]
    if len(open_) == 1:
        k = open_[0]
        if "by" in k.roles and not _steps(old, _at(view, k, "new"), _at(view, k, "by")):
            return  # "rose by 1,900 to 26,300. A year earlier it was 28,763": on the month
        yield Link("change", {**k.roles, "old": (old.id,)}, k.confidence, _NEXT, k.start, old.end, k.sign)
    elif not before or all("old" not in k.roles for k in before):
        fitting = [m for m in row if comparable(old, m) and m.value2 is None]
        after = view.plain(old.end, view.article.sentences[old.sentence].end)
        if len(fitting) == 1 and _EARLIER.search(after):
            new = fitting[0]
            said = view.plain(view.article.sentences[old.sentence].start, old.start)
            sign = 1 if re.search(r"\bup from\b", said) else -1 if re.search(r"\bdown from\b", said) else 0
            if not sign and new.change == "to":
                sign = way_before(view, max(view.article.sentences[new.sentence].start, new.start - 70), new.start)
            yield Link("change", {"old": (old.id,), "new": (new.id,)}, "inferred", _NEXT, new.start, old.end, sign)


def _steps(old: Mention, new: Mention, by: Mention) -> bool:
    """Whether the size leads from one to the other, or would but for a slip in one of the three."""
    if by.dimension != new.dimension or None in (old.value, new.value, by.value):
        return True
    a, b, step = ((m.value or 0.0) * m.scale for m in (old, new, by))
    near = 0.02 * max(abs(step), 1e-9) + (by.step or 0.0) * by.scale
    gaps = [abs(b - a), *(abs(b - t * old.scale) for t in turns(old)), *(abs(t * new.scale - a) for t in turns(new))]
    return any(abs(gap - step) <= near for gap in gaps) or any(abs(abs(b - a) - t * by.scale) <= near for t in turns(by))


def _sized(view: View, by: Mention, before: list[Link]) -> Iterator[Link]:
    if len(before) == 1 and _REVISED.search(view.bare(max(before[0].start - 60, 0), before[0].end)):
        return  # "revised upward to 117.7 from 117.4. The index was down 0.7%": on the month
    if len(before) == 1 and "by" not in before[0].roles and by.value2 is None:
        k, sign = before[0], 1 if by.change == "up" else -1
        if k.sign in (0, sign):
            yield Link("change", {**k.roles, "by": (by.id,)}, "inferred", "the size in the next sentence", k.start, by.end, sign)


def _at(view: View, link: Link, role: str) -> Mention:
    m = view.mention(link.roles[role][0])
    assert isinstance(m, Mention)
    return m


def _sentence(view: View, link: Link) -> int:
    return max(view.mention(i).sentence for i in link.ids)
