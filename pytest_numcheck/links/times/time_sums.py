"""Two or more lengths of time and what they come to, or are apart: "two years and six, eight in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ...numbers.mention import Mention
from ..clauses.rows import Rows
from ..model import Link
from ..prose.view import View
from .gaps import near_value
from .lasting import hyphened

_LONG = frozenset({"year", "decade", "century", "month", "week", "fortnight", "day"})
_BEFORE = re.compile(
    r"(?:\b(?:a|an) (?:\w+ )?time of|\b(?:total(?:l?ing|s|led|ed)?|combined|grand total|altogether|aggregate|joint|in all|"
    r"sum)(?: of| to| sentence of|"
    r" term of|,|:| time of)?"
    r"|\b(?:altogether|in all|all told|in total)(?:,? [\w'-]+){1,5} (?:for|took|lasted|spent|in|of)"
    r"|\b(?:total|combined|overall|joint)(?: [\w'-]+){1,5} (?:was|is|of|at|to|came to|comes to|stood at|:)"
    r"|\b(?:mak(?:es?|ing)|made|bring(?:s|ing)|brought|takes|taking|add(?:s|ed|ing)? up to|comes? to|amount(?:s|ed|ing)? to|"
    r"works? out at|gives?|giving|means|leaves?|leaving|running time of|playing time of|so (?:that )?(?:\w+ ){1,5}?(?:for|of|"
    r"is|are|has|now|"
    r"lived|spent|served|face|faces|in)))"
    r"(?: (?:it|them|him|her|he|she|that|the|a|an|his|its|their|total|whole|journey|term|sentence|up|to|of|some|about|just|"
    r"only|in|now|"
    r"grand|time|already|for))* ?\Z")
_AFTER = re.compile(r"[ -]?(?:[\w'-]+ ){0,4}?(?:altogether|in all|in total|all told|combined|overall|together|all up|"
                    r"between them)\b")
#: … where they may tell it: "With 30 years of service", "At 110 minutes it is …"; asks for a fit or a slip
_MAY = re.compile(r"(?:\b(?:with|after) (?:the )?|[.!?\"] At |\AAt |, at |[Ii]n (?:his|her|their|its|those|these|all those) |"
                  r"\b(?:therefore|thus|so|will)(?: then)? (?:be |take |last |run |serve |spend |need |cover ){1,2}|"
                  r"(?:[Tt]he|[Tt]hat|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) )\Z")
_MAY_AFTER = re.compile(r" ?(?:of [\w -]{0,24}?(?:service|experience|work|duty|teaching|practice|office)\b|"
                        r"at\b|in\b|with\b|on\b|[.,;]|\Z|(?:it|the|he|she|they|this)\b)")
_WORD = re.compile(r"[ -]?([a-z-]+)")
_STRONG = re.compile(r"\b(?:total|altogether|in all|all told|combined|sum)\b")
_APART = re.compile(
    r"(?:\b(?:saving|cut(?:ting)?|gain|reduction|difference|improvement|increase|lead|margin|beat(?:ing)? (?:\w+ ){0,6}?|"
    r"faster|slower|"
    r"shorten(?:ed|ing)?|trimm(?:ed|ing)|sav(?:e|es|ed)|adrift|ahead|behind|down)(?: of| by| it by| to \w+ by)?(?: \w+)?|"
    r"\bby) ?\Z")
_SAVING = re.compile(r"\b(?:saving|difference|reduction|cut|gain|improvement) of \Z")
_LESS = re.compile(r"[ -]?(?:\w+ )?(?:more|less|longer|shorter|faster|slower|quicker|ahead|clear|behind|down|adrift|off|"
                   r"better|worse|earlier|(?:outside|inside|under|over)(?! (?:the|a|an|its|his|her|their)\b))\b")
_EVERY = re.compile(r"\b(?:every|each|per|past|last|next) \Z")
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
    if _EVERY.search(before):
        return ""
    if _BEFORE.search(before) or _AFTER.match(after):
        return "sum"
    led = view.article.text[max(sentence.start, lead - 26):lead]
    bare = not led.lower().endswith(("the ", "that ", "this ")) and _MAY_AFTER.match(after)
    noun = _WORD.match(after)
    event = hyphened(m) and noun and noun[1] in view.lexicon.table("stretches")["events"]
    if _MAY.search(led) and (event or (bare and not hyphened(m))):
        return "may"
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
    for n in range(2, min(len(parts), _MOST if cue != "gap" else 2) + 1):
        for some in combinations(parts, n):
            values = [sizes[m.id] for m in some]
            made = [sum(values)] if cue != "gap" else [abs(values[0] - values[1])]
            if any(_fits(total, v) for v in made):
                if n == 2 or all(m.kind == "duration" for m in some):
                    yield _link(some, total, "stated" if cue == "sum" else "inferred", cue)
                return
    if total.hedge or any(m.hedge for m in parts):
        return
    if len(parts) > 2 and cue != "gap" and len({m.sentence for m in (*parts, total)}) == 1 and all(
            m.kind == "duration" for m in parts) and _near(total, sum(sizes.values())):
        yield _link(tuple(parts), total, "inferred", cue)
    here = [m for m in parts if m.sentence == total.sentence]
    if len(parts) > 2 and len(here) == 2:
        parts = here
    if len(parts) != 2:
        return
    a, b = (sizes[m.id] for m in parts)
    made_up = a + b if cue != "gap" else abs(a - b)
    close = all(total.sentence - m.sentence < 2 for m in parts)
    whole = parts[0].sentence == parts[1].sentence and (total.sentence == parts[0].sentence or _opens(view, total))
    lead = view.plain(max(total.start - 24, 0), total.start)
    apart = cue == "gap" and _SAVING.search(lead) and {m.sentence for m in (*parts, total)} == {total.sentence}
    apart = apart or (close and cue == "sum" and parts[0].sentence == parts[1].sentence and _says_total(view, total))
    whole = close and cue == "sum" and whole
    if _near(total, made_up) or whole or apart:
        sure = whole and _says_total(view, total) and all(m.kind == "duration" for m in parts) and len(near) == 2
        yield _link(tuple(parts), total, "stated" if sure else "inferred", cue)


def _opens(view: View, total: Mention) -> bool:
    """"That makes 16 days", at the beginning of the next sentence."""
    sentence = view.article.sentences[total.sentence]
    lead = view.plain(sentence.start, total.start)
    return re.match(r"(?:that|this|it|which|altogether|in all|together|the total)\b", lead) is not None


def _near(total: Mention, made: float) -> bool:
    """Whether one slip would make the total; of hours also one more or less."""
    hour_off = total.unit == "hour" and abs(abs((total.value or 0) * total.scale - made) - 3600) < 60 < made - 3600
    return hour_off or near_value(total.value or 0, made / total.scale)


def _says_total(view: View, total: Mention) -> bool:
    """Whether the words say outright that it is a total."""
    sentence = view.article.sentences[total.sentence]
    return (_STRONG.search(view.plain(max(sentence.start, total.start - 40), total.start)) is not None
            or _STRONG.search(view.plain(total.end, min(total.end + 24, sentence.end))) is not None)


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
        if m.start > total.start and cue != "gap":
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
