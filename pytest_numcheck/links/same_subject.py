"""Measures of one thing: range, height and flight time of "the missile" in neighbouring sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..numbers.mention import MEASURE_KINDS, Mention
from . import holes
from .model import Link
from .view import View

_KINDS = (*MEASURE_KINDS, "duration", "clock", "money")
#: "the missile", "its range", "the missile's flight duration": the noun with its article
_NAMED = re.compile(r"(?<!\w)(?:the|this|that|a|an) (?:[a-z]+-)?([a-z]{3,})(?:'s)?(?!\w)")
_PRONOUN = re.compile(rf"(?:^|[{holes.SENTENCE_END}{holes.PARAGRAPH_END}\"'] ?|, (?:and|but) )(?:it|its)(?!\w)")
_CUES = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")
#: how many sentences apart two measures of one thing may stand
_REACH = 3


def find(view: View) -> Iterator[Link]:
    """Links same-subject(a, b) between neighbouring measures that the sentences tie to one named thing."""
    latest: dict[str, Mention] = {}
    previous: Mention | None = None
    names: frozenset[str] = frozenset()
    row = -1
    for m in view.reading.mentions:
        if m.kind not in _KINDS:
            continue
        if m.sentence != row:
            carried = names if m.sentence == row + 1 and _carries(view, m.sentence) else frozenset()
            names, row = _names(view, m.sentence) | carried, m.sentence
        partners: dict[int, tuple[Mention, str]] = {}
        for name in sorted(names):
            b = latest.get(name)
            if b is not None and 0 < m.sentence - b.sentence <= _REACH:
                partners.setdefault(b.id, (b, name))
            latest[name] = m
        if previous is not None and previous.sentence == m.sentence and not _restated(view, previous, m):
            yield _link(previous, m, "inferred" if _one_clause(view, previous, m) else "guessed", "one sentence")
        for _, (b, name) in sorted(partners.items()):
            yield _link(b, m, "inferred", f"the {name}")
        previous = m


def _names(view: View, sentence: int) -> frozenset[str]:
    start, end = view.spans[sentence]
    return frozenset(_NAMED.findall(_CUES.sub("", view.text[start:end])))


def _carries(view: View, sentence: int) -> bool:
    """Whether the sentence goes on about the thing of the one before: it begins with "it" or "its"."""
    start, end = view.spans[sentence]
    return _PRONOUN.match(view.text[start:end].lstrip(" \ue0f8\ue0f9")) is not None


def _restated(view: View, a: Mention, b: Mention) -> bool:
    return view.words(a.end, b.start).strip() in ("(", "[", ", or", "/", "or")


def _one_clause(view: View, a: Mention, b: Mention) -> bool:
    between = view.words(a.end, b.start)
    return len(between) < 80 and not re.search(r"[;:.]|\b(?:who|which|while|but|when|where)\b", between)


def _link(a: Mention, b: Mention, confidence: str, via: str) -> Link:
    return Link("same-subject", {"a": (a.id,), "b": (b.id,)}, confidence, via, a.start, b.end)
