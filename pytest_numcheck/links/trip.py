"""A distance, the time it took and the speed: "the 70 miles in 50 minutes … averaged 84mph"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..numbers.mention import Mention
from .model import Link
from .nearby import OPEN, near, said, triple
from .view import View

_SIZE = re.compile(r"-? ?(?:high|deep|tall|wide|above|up|ago|earlier|later|late|early|old|away|north|south|east|west)(?!\w)")
_AVERAGE = re.compile(r"(?<!\w)(?:averag\w+|mean speed|mean of)(?!\w)")
_MOVED = re.compile(
    r"(?<!\w)(?:averag\w+|cover\w*|travel\w*|ran|run(?:s|ning)?|drove|drive\w*|flew|fly\w*|flight|journey|leg|trip"
    r"|ride\w*|rode|riding"
    r"|walk\w*|sail\w*|row\w*|cycl\w*|mov(?:es?|ed|ing)|behind (?:him|her|them|it|us)|pace|crossing|crosse[sd]|swam"
    r"|swim\w*|march\w*"
    r"|clock\w*|ground|distance|lap|course|route|raced?|racing|skied|skat\w+|trek\w*|hik\w+|paddl\w+|steam\w*|made it"
    r"|took|run)(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:top|maximum|max|winds?|gusts?|limit|limited|speeds of|peak|exceed\w*|over|more than|fastest|zone|capable"
    r"|reach\w*|hit"
    r"|hitting|doing|above|current|waves?|tides?|slow\w* to|once|at times|final|last|touch\w*|record)(?!\w)")
#: a sentence about another thing that moves
_ANOTHER = re.compile(r"(?<!\w)(?:new|old|other|another|rival|next|previous|former|latter|modern|today's"
    r"|ordinary|express)(?!\w)")
_AT = re.compile(r"(?<!\w)at(?: (?:a|an|its|the|steady|constant|speed|of|usual|cruising|about|some)){0,5} ?$")
_TAKES = re.compile(r"(?<!\w)(?:takes?|took|taking|needs?|needed|lasts?|lasted)(?!\w)")
_JOINED = re.compile(r"^[^.;:?!]{0,60}(?<!\w)in(?: [^\W\d_]+){0,4} ?$")


def find(view: View) -> Iterator[Link]:
    """Links trip(distance, time, speed)."""
    for m in view.reading.mentions:
        if m.kind == "speed" and m.value and m.value2 is None and m.hedge not in OPEN:
            yield from _trip(view, m)


def _trip(view: View, speed: Mention) -> Iterator[Link]:
    """The nearest distance and time that stand together, those nearest to the speed."""
    sentence = view.article.sentences[speed.sentence]
    if _OTHER.search(view.words(max(sentence.start, speed.lead - 45), speed.lead)):
        return
    around = [x for x in near(view, speed) if x.kind in ("length", "duration") and x.hedge not in OPEN
              and not _SIZE.match(view.words(x.end, x.end + 12))]
    pairs = [(a, b) for a, b in pairwise(around) if {a.kind, b.kind} == {"length", "duration"} and b.start - a.end < 220]
    pairs.sort(key=lambda p: min(abs(speed.start - p[0].start), abs(speed.start - p[1].start)))
    for a, b in pairs[:2]:
        words = said(view, a, b, speed)
        first, last = (b.end, speed.start) if b.end <= speed.start else (speed.end, a.start)
        between = view.plain(first, last)
        if ";" in between or (". " in between and _ANOTHER.search(between)):
            continue
        if not _MOVED.search(words):
            continue
        distance, time = (a, b) if a.kind == "length" else (b, a)
        sure = len(pairs) == 1 and (_AVERAGE.search(words) is not None or _beside(view, distance, time, speed)
                                    or _at_that(view, distance, time, speed))
        yield triple("trip", {"distance": distance, "time": time, "speed": speed}, "inferred" if sure else "guessed")


def _at_that(view: View, distance: Mention, time: Mention, speed: Mention) -> bool:
    """As in "at 80 km/h the 400 km to Broken Hill take five hours": all in one sentence, the way at that speed."""
    sentence = view.article.sentences[speed.sentence]
    if not distance.sentence == time.sentence == speed.sentence:
        return False
    words = view.plain(sentence.start, sentence.end)
    before = view.plain(max(sentence.start, speed.lead - 30), speed.lead)
    return _AT.search(before) is not None and _TAKES.search(words) is not None


def _beside(view: View, distance: Mention, time: Mention, speed: Mention) -> bool:
    """Whether distance and time are joined by "in", and the speed follows as another way of saying so."""
    if not (distance.end < time.start <= speed.start and time.end <= speed.start):
        return False
    return _JOINED.search(view.plain(distance.end, time.lead)) is not None and \
        re.fullmatch(r",? (?:or|at|a speed of|that is|which is|making"
            r"|an?)?[^.;:?!\d]{0,25}", view.plain(time.end, speed.lead)) is not None
