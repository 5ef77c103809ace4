"""Which single slip would explain a miss: one number replaced by what it may have been meant as, and judged again."""

from __future__ import annotations

import math
from calendar import month_name
from collections import Counter
from dataclasses import dataclass, replace

from ..language.model import Rule
from ..numbers.mention import Mention
from .bind import Candidate, ids_of
from .judge import Judge
from .slipped import MIN_DIGITS, Variant, variants

#: Most variants that are judged for one miss.
MAX_TRIALS = 400
#: Where a mended slip must fit closely, digits of shorter numbers prove something too.
CLOSE_DIGITS = 2
#: Figures so many times apart that both would do tell that an assertion binds on one side only.
SPREAD = 5.0


@dataclass(frozen=True, slots=True)
class Slip:
    """``name`` as a copy editor calls it; ``mend`` a sentence; ``evidence`` is False where it fits too easily."""

    name: str
    mend: str
    evidence: bool = True


def find_slip(judge: Judge, rule: Rule, candidate: Candidate) -> Slip | None:
    """The likeliest slip that would make the assertion true, or None."""
    things = [judge.reading.by_id[i] for i in ids_of(candidate.binding)]
    mentions = [t for t in things if isinstance(t, Mention)]
    if judge.figures is None:
        judge.figures = Counter(map(_figure, judge.reading.mentions))
    own = Counter(_figure(m) for m in {m.id: m for m in mentions}.values())
    said = _Said(judge.figures, own)
    trials: list[_Trial] = []
    least = CLOSE_DIGITS if rule.mended else MIN_DIGITS
    for place, m in enumerate(reversed(mentions)):
        for variant in (*variants(m, least), *_between(m, mentions)):
            repeats = 0 if _figure(variant.mention) in said else 1
            trials.append((not variant.evidence, variant.rank + 4 * repeats, place, variant, m))
    trials.sort(key=lambda t: t[:3])
    holding = [t for t in trials[:MAX_TRIALS] if judge.mended(rule, candidate, {t[4].id: t[3].mention})]
    if not holding:
        return _swapped(judge, rule, candidate)
    if _one_sided(holding):
        nearest = min(holding, key=lambda t: (_figure(t[3].mention) not in said, t[0], _stretch(t[3].mention, t[4])))
        if _figure(nearest[3].mention) not in said:
            swapped = _swapped(judge, rule, candidate)
            if swapped:
                return swapped
        holding = [nearest]
    variant = holding[0][3]
    return Slip(variant.name, f"With {variant.said or shown(variant.mention)} it would agree.", variant.evidence)


_Trial = tuple[bool, int, int, Variant, Mention]


def _one_sided(holding: list[_Trial]) -> bool:
    """Whether very different figures would do for one number, as where a part must only stay below its whole."""
    by: dict[int, list[float]] = {}
    for _, _, _, variant, m in holding:
        if variant.mention.value and m.kind not in ("clock", "date", "year"):
            by.setdefault(m.id, []).append(abs(variant.mention.value))
    return any(max(values) > SPREAD * min(values) for values in by.values())


def _stretch(meant: Mention, m: Mention) -> float:
    """How far apart two figures are, as a ratio's logarithm."""
    return abs(math.log(abs(meant.value / m.value))) if meant.value and m.value else math.inf


def shown(m: Mention) -> str:
    """The number in the style of the mention it stands for."""
    from ..numbers.say import say

    value = m.moment.minutes if m.kind == "clock" and m.moment else m.value
    if m.kind in ("date", "year") or value is None:
        return _calendar(m)
    return say(value * m.scale + m.shift, m.dimension, m)


def _calendar(m: Mention) -> str:
    at = m.moment
    if at is None:
        return m.text
    month = month_name[at.month] if at.month else ""
    day = f" {at.day}" if at.day else ""
    year = f"{', ' if day else ' ' if month else ''}{at.year}" if at.year else ""
    return f"{month}{day}{year}"


class _Said:
    """The figures of the article that stand elsewhere too than in the mentions judged."""

    def __init__(self, figures: Counter[tuple[object, ...]], own: Counter[tuple[object, ...]]):
        self.figures, self.own = figures, own

    def __contains__(self, figure: tuple[object, ...]) -> bool:
        return self.figures[figure] > self.own[figure]


def _figure(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.unit, m.value, m.moment.day if m.moment else None, m.moment.month if m.moment else None)


def _between(m: Mention, mentions: list[Mention]) -> list[Variant]:
    """Slips that another bound number tells of: a length's factor on an area, points for percent."""
    found: list[Variant] = []
    power = {"area": 2, "volume": 3}.get(m.kind)
    for other in mentions:
        if power and other is not m and other.dimension == m.dimension and other.scale != m.scale and m.value:
            factor = (other.scale / m.scale) ** (1 - 1 / power)
            meant = (other.value or 0.0) * other.scale / m.scale
            found.append(Variant(f"a length's factor on {'an area' if power == 2 else 'a volume'}", 1, _times(m, factor),
                                 said=shown(_times(m, meant / m.value)) if meant else None))
    found += _points(m, [o for o in mentions if o is not m])
    return found


def _points(m: Mention, others: list[Mention]) -> list[Variant]:
    """"8%" where the two percentages beside it are eight points apart: what percentage that change is."""
    ends = [o.value for o in others if o.kind == "percent" and o.value is not None and o.value2 is None]
    if m.kind != "percent" or m.value is None or m.printed is None or len(ends) != 2 or not all(ends):
        return []
    gap = abs(ends[0] - ends[1])
    if not m.printed.holds(gap):
        return []
    said = f"{_plain(m.value)} percentage point{'' if m.value == 1 else 's'}"
    shares = [gap / abs(end) * 100 for end in ends]
    return [Variant("percent for points", 1, _times(m, share / m.value), said=said) for share in shares if m.value]


def _plain(value: float) -> str:
    return f"{value:.10g}"


def _times(m: Mention, factor: float) -> Mention:
    assert m.value is not None
    return replace(m, value=m.value * factor, printed=m.printed.scaled(factor) if m.printed else None,
                   loose=m.loose.scaled(factor) if m.loose else None)


def _swapped(judge: Judge, rule: Rule, candidate: Candidate) -> Slip | None:
    """Two numbers of one kind that stand in each other's place."""
    places = [(n, i) for n, i in candidate.binding.items() if isinstance(i, int)]
    for x, (a, i) in enumerate(places):
        for b, j in places[x + 1:]:
            p, q = judge.reading.by_id[i], judge.reading.by_id[j]
            if not (isinstance(p, Mention) and isinstance(q, Mention)) or p.dimension != q.dimension or p.kind != q.kind:
                continue
            if judge.mended(rule, candidate, {}, {**candidate.binding, a: j, b: i}):
                based = len(places) > 2
                p, q = sorted((p, q), key=lambda m: m.start)
                return Slip("the base swapped" if based else "the two numbers swapped",
                            f"With {p.text} and {q.text} the other way round it would agree.", evidence=based)
    return None
