"""A distance, the time it took and the speed: "the 70 miles in 50 minutes … averaged 84mph"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.nearby import OPEN, near, said, triple
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of, words

_JOINED = re.compile(r"^[^.;:?!]{0,60}(?<!\w)in(?: [^\W\d_]+){0,4} ?$")


def find(view: View) -> Iterator[Link]:
    """Links trip(distance, time, speed)."""
    for m in view.reading.mentions:
        if m.kind == "speed" and m.value and m.value2 is None and m.hedge not in OPEN:
            yield from _trip(view, m)


def _trip(view: View, speed: Mention) -> Iterator[Link]:
    """The nearest distance and time that stand together, those nearest to the speed."""
    sentence = view.article.sentences[speed.sentence]
    if words(view.lexicon, "not-mean-speed").search(view.words(max(sentence.start, speed.lead - 45), speed.lead)):
        return
    size = words(view.lexicon, "size-not-way")
    around = [x for x in near(view, speed) if x.kind in ("length", "duration") and x.hedge not in OPEN
              and not size.match(view.words(x.end, x.end + 12).lstrip(" -"))]
    pairs = [(a, b) for a, b in pairwise(around) if {a.kind, b.kind} == {"length", "duration"} and b.start - a.end < 220]
    pairs.sort(key=lambda p: min(abs(speed.start - p[0].start), abs(speed.start - p[1].start)))
    for a, b in pairs[:2]:
        told = said(view, a, b, speed)
        first, last = (b.end, speed.start) if b.end <= speed.start else (speed.end, a.start)
        between = view.plain(first, last)
        if ";" in between or (". " in between and words(view.lexicon, "another-mover").search(between)):
            continue
        if not words(view.lexicon, "travelled").search(told):
            continue
        distance, time = (a, b) if a.kind == "length" else (b, a)
        mean = words(view.lexicon, "mean-speed").search(told) is not None
        sure = len(pairs) == 1 and (mean or _beside(view, distance, time, speed) or _at_that(view, distance, time, speed))
        yield triple("trip", {"distance": distance, "time": time, "speed": speed}, "inferred" if sure else "guessed")


def _at_that(view: View, distance: Mention, time: Mention, speed: Mention) -> bool:
    """As in "at 80 km/h the 400 km to Broken Hill take five hours": all in one sentence, the way at that speed."""
    sentence = view.article.sentences[speed.sentence]
    if not distance.sentence == time.sentence == speed.sentence:
        return False
    before = view.plain(max(sentence.start, speed.lead - 30), speed.lead)
    takes = words(view.lexicon, "takes-time").search(view.plain(sentence.start, sentence.end))
    return takes is not None and _at(view.lexicon).search(before) is not None


def _beside(view: View, distance: Mention, time: Mention, speed: Mention) -> bool:
    """Whether distance and time are joined by "in", and the speed follows as another way of saying so."""
    if not (distance.end < time.start <= speed.start and time.end <= speed.start):
        return False
    return _JOINED.search(view.plain(distance.end, time.lead)) is not None and \
        re.fullmatch(r",? (?:or|at|a speed of|that is|which is|making"
            r"|an?)?[^.;:?!\d]{0,25}", view.plain(time.end, speed.lead)) is not None


@lru_cache(maxsize=8)
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)at(?: (?:{any_of(lexicon, 'at-speed')})){{0,5}} ?$")
