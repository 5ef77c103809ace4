"""Parts of one whole that are told apart: "of the 50 hostages, 30 were freed, 12 died and 18 are still held"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...numbers.mention import Mention
from ..likeness.alike import could_hold, is_person, same_measure
from ..model import CONFIDENCES, Link
from ..prose import holes
from ..prose.view import View

#: after "nine of them Democrats": the next number and what it counts
_AND = re.compile(rf"^[^{holes.SENTENCE_END}{holes.MENTION_KINDS},;]{{0,40}}?(?:,? and|;| while|, but|,) $")
#: behind an elided number a verb or a plain noun, not a number's own unit
_VERB = re.compile(r"^ (?:are|were|is|was|have|had|remain\w*|still|will|died|went|came|voted|said|did|stayed|left)(?!\w)")
#: "18 of them mares and"
_TERSE = re.compile(rf"^ of (?:them|whom|which) [^,;{holes.MENTION_KINDS}]{{3,22}} and $")
_OF_WHOM = re.compile(r"^ ?of (?:them|whom|which)(?!\w)")
_MOST = 6


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links among(parts, whole): two or more parts of one whole in one sentence. ``links``: the part-of links."""
    by_whole: dict[int, list[Link]] = {}
    for link in links:
        if link.kind == "part-of" and link.confidence != "guessed":
            by_whole.setdefault(link.roles["whole"][0], []).append(link)
    for i, found in sorted(by_whole.items()):
        whole = _number(view, i)
        parts = sorted({link.roles["part"][0] for link in found})
        parts = [p for p in parts if _number(view, p).value != whole.value]  # "of those 12,500": the whole again
        if not parts:
            continue
        parts = [p for p in parts if p == parts[0] or not _OF_WHOM.match(_after(view, _number(view, p)))]
        confidence = min((k.confidence for k in found), key=CONFIDENCES.index)
        if len(parts) == 1:
            more = _next(view, whole, _number(view, parts[0]))
            confidence = "inferred"
            parts += [more.id] if more else []
        rows = [_number(view, p) for p in parts]
        if 1 < len(rows) <= _MOST and len({p.sentence for p in rows}) == 1 and all(p.value is not None for p in rows):
            yield Link("among", {"parts": tuple(parts), "whole": (i,)}, confidence, "parts of one whole",
                       min(whole.start, rows[0].start), max(whole.end, rows[-1].end))


def _next(view: View, whole: Mention, part: Mention) -> Mention | None:
    """The number that goes on where one part of the whole was told: "…; 17 are still at sea", "… and eight Republicans"."""
    last = max(whole, part, key=lambda m: m.start)
    for m in view.reading.mentions[last.id + 1:last.id + 2]:
        if m.sentence != last.sentence or m.value is None or m.value2 is not None or not same_measure(whole, m) or (
                not could_hold(whole, m, view.lexicon) and not _TERSE.match(view.words(last.end, m.start))):
            return None
        between = view.words(last.end, m.lead if 0 <= m.lead < m.start else m.start)
        after = view.words(m.end, m.end + 30)
        apart = _OF_WHOM.match(_after(view, part))
        named = m.head is not None and _TERSE.match(between) is not None
        goes_on = (is_person(m.head, view.lexicon) or named) and not _VERB.match(after) if apart else _VERB.match(after)
        if len(between) < 60 and _AND.search(between[-48:]) and goes_on:
            return m
    return None


def _after(view: View, m: Mention) -> str:
    return view.words(m.end, m.end + 12)


def _number(view: View, i: int) -> Mention:
    m = view.mention(i)
    assert isinstance(m, Mention)
    return m
