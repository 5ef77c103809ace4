"""Three numbers of which two make the third: a rate, a time and a total; a price, a number and a bill; distance, time and speed.

They may stand in neighbouring sentences. Where several numbers could be meant all are offered: a rule judges with charity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..numbers.mention import MEASURE_KINDS, Mention
from .alike import same_measure
from .model import Link
from .view import View

#: how many numbers may be offered for one place, and how far from the first they may stand
_OFFERED, _FAR = 3, 260
_EACH = re.compile(r"^(?: ?[^\W\d_]+)? ?(?:each|apiece|a head|per head|per person|a person|for every|for each)(?!\w)")
_WORTH = re.compile(r"(?<!\w)(?:total|altogether|in all|or|earn\w*|rais\w+|collect\w*|receiv\w*|cost\w*|pay\w*|paid"
    r"|worth|bill|works? out|comes? to|came to|spen[dt]\w*|bring\w*|brought|sold|made|making|share\w*|buy\w*|bought)(?!\w)")
_OPEN = frozenset(["at-most", "more-than", "at-least", "less-than"])
_SIZE = re.compile(r"-? ?(?:high|deep|tall|wide|above|up|ago|earlier|later|late|early|old|away)(?!\w)")
_ASIDE = re.compile(r"[;]|(?<!\w)(?:while|whereas|but|although|another|other|also)(?!\w)")
_LASTS = re.compile(r"(?<!\w)(?:total|altogether|in all|all told|at that (?:rate|pace|speed)|at this (?:rate|pace"
    r"|speed)|average\w*|averaging|comes? to|amounts? to|will last|lasts?|which makes|that makes|adds? up to|works? out)(?!\w)")
_MOVED = re.compile(r"(?<!\w)(?:averag\w+|cover\w*|travel\w*|ran|drove|drive\w*|flew|journey|leg|trip|ride|rode"
    r"|walk\w*|sail\w*|row\w*|cycl\w*|mov(?:es|ed|ing) at|behind (?:him|her|them|it)|pace|crossing|swam|march\w*"
    r"|clock\w*)(?!\w)")
_OTHER = re.compile(r"(?<!\w)(?:top|maximum|winds?|gusts?|limit|limited|up to|speeds of|peak|exceed\w*|over|more than"
    r"|fastest|zone|capable|reach\w*|hit|hitting|doing|high|deep|long|wide|tall|above|altitude|height|depth)(?!\w)")


def find(view: View) -> Iterator[Link]:
    """Links each-of(number, each, total), rate-time(rate, time, total) and trip(distance, time, speed)."""
    for m in view.reading.mentions:
        if m.value is None or m.value2 is not None:
            continue
        if m.kind == "speed":
            yield from _trip(view, m)
        elif m.kind == "rate" and m.dimension.powers and _per_time(m):
            yield from _rate_time(view, m)
        if m.kind in ("money", "count", *MEASURE_KINDS) and _EACH.match(view.words(m.end, m.end + 40)):
            yield from _each(view, m)


def _per_time(m: Mention) -> bool:
    return (m.per or "") in ("day", "week", "month", "year", "hour", "minute", "second")


def _near(view: View, m: Mention) -> list[Mention]:
    """The other numbers of the sentence and of the sentences before and after it in reach."""
    sentences = view.article.sentences
    first, last = max(m.sentence - 1, 0), min(m.sentence + 1, len(sentences) - 1)
    found = view.mentions(max(sentences[first].start, m.start - _FAR), min(sentences[last].end, m.end + _FAR))
    return [x for x in found if x.id != m.id and x.value is not None and x.value2 is None and abs(x.paragraph - m.paragraph) <= 1]


def _said(view: View, *them: Mention) -> str:
    sentences = view.article.sentences
    return view.plain(sentences[min(x.sentence for x in them)].start, sentences[max(x.sentence for x in them)].end)


def _closest(m: Mention, them: list[Mention]) -> list[Mention]:
    return sorted(them, key=lambda x: (abs(x.start - m.start), x.start))[:_OFFERED]


def _each(view: View, each: Mention) -> Iterator[Link]:
    near = _near(view, each)
    numbers = _closest(each, [x for x in near if x.kind == "count" and (x.value or 0) >= 2 and x.change is None])
    alike = [x for x in near if same_measure(x, each) and x.kind == each.kind]
    totals = _closest(each, [x for x in alike if (x.value or 0) > 2 * (each.value or 0)])
    for number in numbers:
        for total in totals:
            first, second = sorted((each, total), key=lambda x: x.start)
            aside = _ASIDE.search(view.plain(first.end, second.start))
            if number.id != total.id and not aside and _WORTH.search(_said(view, each, number, total)):
                yield _link("each-of", {"number": number, "each": each, "total": total})


def _rate_time(view: View, rate: Mention) -> Iterator[Link]:
    near = _near(view, rate)
    times = _closest(rate, [x for x in near if x.kind == "duration" and x.value])
    word, _, _ = (rate.unit or "").partition("/")
    totals = _closest(rate, [
        x for x in near if x.kind not in ("duration", "rate", "age", "percent", "ordinal", "year", "date", "clock")
        and (x.unit == word or (x.kind == "count" and rate.head is not None and x.head is not None)
             or (rate.currency and x.currency == rate.currency))])
    for time in times:
        for total in totals:
            if _LASTS.search(_said(view, rate, time, total)):
                yield _link("rate-time", {"rate": rate, "time": time, "total": total})


def _trip(view: View, speed: Mention) -> Iterator[Link]:
    """The nearest distance and time that stand together."""
    sentence = view.article.sentences[speed.sentence]
    if speed.hedge in _OPEN or _OTHER.search(view.words(max(sentence.start, speed.lead - 45), speed.lead)):
        return
    near = [x for x in _near(view, speed) if x.kind in ("length", "duration") and x.hedge not in _OPEN
            and not _SIZE.match(view.words(x.end, x.end + 12))]
    pairs = [(a, b) for a, b in pairwise(near) if {a.kind, b.kind} == {"length", "duration"} and b.start - a.end < 150]
    if not pairs:
        return
    a, b = min(pairs, key=lambda p: min(abs(speed.start - p[0].start), abs(speed.start - p[1].start)))
    said = _said(view, a, b, speed)
    if not _MOVED.search(said):
        return
    distance, time = (a, b) if a.kind == "length" else (b, a)
    sure = "averag" in said
    yield _link("trip", {"distance": distance, "time": time, "speed": speed}, "inferred" if sure else "guessed")


def _link(kind: str, roles: dict[str, Mention], confidence: str = "inferred") -> Link:
    return Link(kind, {r: (m.id,) for r, m in roles.items()}, confidence, "three that go together",
                min(m.start for m in roles.values()), max(m.end for m in roles.values()))


