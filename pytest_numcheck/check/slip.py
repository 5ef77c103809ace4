"""Which single slip would explain a miss: one number replaced by what it may have been meant as, and judged again."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass, replace

from ..language.model import Rule
from ..numbers.mention import Mention
from .bind import Candidate, ids_of
from .judge import Judge
from .slipped import Variant, variants

#: Kinds whose misprints are looked for last: they are derived from the others.
MAX_TRIALS = 400


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
    said = {_figure(m) for m in judge.reading.mentions if m not in mentions}
    trials: list[tuple[int, int, int, Variant, Mention]] = []
    for place, m in enumerate(reversed(mentions)):
        for variant in (*variants(m), *_between(m, mentions)):
            repeats = 0 if _figure(variant.mention) in said else 1
            trials.append((not variant.evidence, variant.rank + 4 * repeats, place, variant, m))
    trials.sort(key=lambda t: t[:3])
    for _, _, _, variant, m in trials[:MAX_TRIALS]:
        if judge.holds(rule, candidate, {m.id: variant.mention}):
            return Slip(variant.name, f"With {shown(variant.mention)} it would agree.", variant.evidence)
    return _swapped(judge, rule, candidate)


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


def _figure(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.unit, m.value, m.moment.day if m.moment else None, m.moment.month if m.moment else None)


def _between(m: Mention, mentions: list[Mention]) -> list[Variant]:
    """Slips that another bound number tells of: a length's factor on an area, points for percent."""
    found: list[Variant] = []
    power = {"area": 2, "volume": 3}.get(m.kind)
    for other in mentions:
        if power and other is not m and other.dimension == m.dimension and other.scale != m.scale and m.value:
            factor = (other.scale / m.scale) ** (1 - 1 / power)
            found.append(Variant("a length's factor on an " + m.kind if power == 2 else "a length's factor on a volume", 1,
                                 _times(m, factor)))
    if m.kind in ("percent", "percent-point"):
        other_kind = "percent-point" if m.kind == "percent" else "percent"
        found.append(Variant("percent for points" if m.kind == "percent" else "points for percent", 1, replace(
            m, kind=other_kind, unit="percentage_point" if other_kind == "percent-point" else "percent")))
    return found


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
            if judge.holds(rule, candidate, {}, {**candidate.binding, a: j, b: i}):
                based = len(places) > 2
                return Slip("the base swapped" if based else "the two numbers swapped",
                            f"With {p.text} and {q.text} the other way round it would agree.", evidence=based)
    return None
