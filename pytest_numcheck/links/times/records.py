"""One record told twice: "the lowest level in three years … the lowest since September 2001"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..clauses.now import latest
from ..model import Link
from ..prose.view import View
from .gaps import fits, gaps, near_slip, near_value

_MOST = (r"(lowest|highest|worst|best|biggest|largest|smallest|fastest|slowest|weakest|strongest|longest|shortest|deadliest|"
         r"driest|wettest|hottest|coldest|warmest|steepest|sharpest|deepest|busiest|first)")
_SINCE = re.compile(rf"\b{_MOST}(?: [\w'-]+){{0,6}} since (?:late |early |mid-?|the start of |the end of )?\Z")
_IN = re.compile(rf"\b{_MOST}(?: [\w'-]+){{0,5}} (?:in|for|of)(?: (?:the )?(?:past|last))?(?: (?:more than|almost|nearly|about|"
                 r"over|at least|some|around))? ?\Z")
_LOW = re.compile(r"[ -](low|high)\b")
#: a miss by so many years at least is told by a slip of ten or a hundred, not by when the story was written
_LEAST = 4.0
_YEAR = 365.2425 * 86400
_NEAR = 8


def find(view: View) -> Iterator[Link]:
    """Links so-far(start, length) where the day of writing is known, else lasted(start, end, length) to the latest year told."""
    lengths = [(m, word) for m in view.reading.mentions if m.kind == "duration" and m.unit in ("year", "decade") and m.value
               and m.value2 is None and (word := _length(view, m))]
    if not lengths:
        return
    # "a three-year low" may be another's where the words tell of a lowest besides
    told = {word for m, word in lengths if not _LOW.match(view.plain(m.end, m.end + 6))}
    lengths = [(m, word) for m, word in lengths if word not in told or not _LOW.match(view.plain(m.end, m.end + 6))]
    starts = [(m, word) for m in view.reading.mentions if m.kind in ("date", "year") and (word := _start(view, m))]
    for m, word in lengths:
        same = [s for s, said in starts if said == word]
        if len(same) != 1 or [said for _, said in lengths].count(word) != 1 or abs(same[0].sentence - m.sentence) > _NEAR:
            continue
        yield from _counted(view, same[0], m)


def _before(view: View, m: Mention) -> str:
    sentence = view.article.sentences[m.sentence]
    lead = m.lead if 0 <= m.lead < m.start else m.start
    return view.plain(max(sentence.start, lead - 80), lead)


def _length(view: View, m: Mention) -> str | None:
    """The record that a length of time goes back to: "three-year low" is a lowest."""
    low = _LOW.match(view.plain(m.end, m.end + 6))
    if low:
        return f"{low[1]}est"
    said = _IN.search(_before(view, m))
    return said[1] if said else None


def _start(view: View, m: Mention) -> str | None:
    at = m.moment
    if at is None or at.year is None or at.end_year is not None or at.grain not in ("day", "month", "year"):
        return None
    said = _SINCE.search(_before(view, m))
    return said[1] if said else None


def _counted(view: View, start: Mention, length: Mention) -> Iterator[Link]:
    roles = {"start": start, "length": length}
    if view.article.published is not None:
        told = (length.value or 0) * length.scale / _YEAR
        gap = view.article.published.year - ((start.moment.year if start.moment else None) or 0)
        if abs(gap - told) <= 1 or (abs(gap - told) >= _LEAST and near_value(told, gap)):
            yield _link("so-far", roles)
        return
    end = latest(view)
    if end is None or end.id == start.id:
        return
    found = gaps(start, end)
    away = min((_off(length, g) for g in found), default=0.0)
    # the story may be a year later than the latest year that it tells
    slip = away >= _LEAST and any(near_slip(length, (low, high + _YEAR)) for low, high in found)
    if any(fits(length, g) for g in found) or slip:
        yield _link("lasted", {**roles, "end": end})


def _off(length: Mention, gap: tuple[float, float]) -> float:
    """By how many years a length misses a gap."""
    told = (length.value or 0) * length.scale
    return max(gap[0] - told, told - gap[1], 0.0) / _YEAR


def _link(kind: str, roles: dict[str, Mention]) -> Link:
    order = ("start", "length") if kind == "so-far" else ("start", "end", "length")
    return Link(kind, {k: (roles[k].id,) for k in order}, "inferred", "a record", min(m.start for m in roles.values()),
                max(m.end for m in roles.values()))
