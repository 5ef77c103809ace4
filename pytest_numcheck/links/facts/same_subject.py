"""Measures of one thing: range, height and flight time of "the missile" in neighbouring sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import MEASURE_KINDS, Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View

_KINDS = (*MEASURE_KINDS, "duration", "clock")
#: words that look like the name of a thing and are none
_EMPTY = ("are is was were has had which that than less more most top new one two other same and who its first last south north "
          "east west end least year day time")
_NONE = frozenset(_EMPTY.split(" "))
#: "the missile travelled", "the missile's flight": a named thing that the sentence says something about
_SUBJECT = re.compile(
    r"(?<!\w)(?:the|this|a|an) (?:[a-z]+[ -]){0,3}?(?!and )([a-z]{3,}?)(?:'s? |,? (?:(?:also|then|now|later|only|reportedly) )?"
    r"(?:is|was|has|had|will|would|can|could|may|must|[a-z]{2,}ed|flew|rose|fell|ran|went|took|cost|costs|made|hit|left|spent|lost|"
    r"weighs|measures|covers|reaches|stands|lies|runs|takes|carries|holds|travels|flies|began|came|grew|sank|struck|sold|"
    r"won|got|kept|held|set|met|led|built)(?!\w))")
_PRONOUN = re.compile(r"[\W]*(?:it|its)(?!\w)")
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")
#: how many sentences apart two measures of one thing may stand
_REACH = 3


def find(view: View, restated: frozenset[int]) -> Iterator[Link]:
    """Links same-subject(a, b) between neighbouring measures of a thing that their sentences name as what they are about.

    ``restated``: numbers that say another one again ("(8 km)"), which are passed over.
    """
    latest: dict[str, Mention] = {}
    subjects: list[tuple[int, str]] = []
    carried: str | None = None
    row = -1
    for m in view.reading.mentions:
        if m.kind not in _KINDS or m.id in restated:
            continue
        if m.sentence != row:
            last = subjects[0][1] if subjects and m.sentence == row + 1 else None
            subjects, row = _subjects(view, m.sentence), m.sentence
            carried = last if _PRONOUN.match(_text(view, m.sentence)) else None
        name = carried or _subject(view, m, subjects)
        if name is None:
            continue
        b = latest.get(name)
        if b is not None and m.sentence - b.sentence <= _REACH:
            sure = b.sentence == m.sentence and (b.kind != m.kind or m.kind == "clock")
            confidence = "inferred" if sure else "guessed"
            yield Link("same-subject", {"a": (b.id,), "b": (m.id,)}, confidence, f"the {name}", b.start, m.end)
        latest[name] = m


def _subjects(view: View, sentence: int) -> list[tuple[int, str]]:
    return [(m.start(1), m[1]) for m in _SUBJECT.finditer(_text(view, sentence)) if m[1] not in _NONE]


def _subject(view: View, m: Mention, subjects: list[tuple[int, str]]) -> str | None:
    """The thing named last before the number, or the first that an opening phrase leads up to."""
    if not subjects:
        return None
    start = view.spans[m.sentence][0]
    at = len(_MARKS.sub("", view.text[start:view.to_view(m.start)]))
    before = [name for place, name in subjects if place < at]
    return before[-1] if before else subjects[0][1]


def _text(view: View, sentence: int) -> str:
    start, end = view.spans[sentence]
    return _MARKS.sub("", view.text[start:end])
