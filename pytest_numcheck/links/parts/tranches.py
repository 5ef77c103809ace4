"""Parts of a total that are told one by one: "the first, of 500 million … The second 200 million", "the A tranche"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..likeness.alike import same_measure
from ..likeness.turned import turns
from ..model import Link
from ..prose import holes
from ..prose.view import View

_NTH = re.compile(
    r"(?<!\w)(?:the|its|their|one|a) (?:first|second|third|fourth|fifth|other|remaining|final|last|larger|smaller)(?!\w)"
    r"[^,;]{0,24}$"
    r"|(?<!\w)(?:one|another)(?:,? (?:of|for|worth|a))*(?: about| some)? ?$")
_LETTER = re.compile(
    r"^[^,;.]{0,30}?[\"' ][a-e][\"']? (?:tranche|portion|series|issue|class|notes|bonds|shares|part)(?!\w)")
#: "in the first quarter"
_PERIOD = re.compile(r" ?-?(?:three |six |nine )?(?:quarter|half|year|month|week|day|time|fiscal|season|round|leg)")
_ORDINAL = re.compile(r"[\ue000-\ue07f]([\U000f0000-\U000ffffd])")
_KINDS = frozenset({"count", "money", "mass", "volume", "area", "energy", "power"})
_SENTENCES, _MOST = 5, 6


def find(view: View) -> Iterator[Link]:
    """Links summed(parts, total) of two or more parts called the first, the second …, told after their total.

    "inferred" where they add up, would but for a slip, or are more than the total; no others are made.
    """
    marked = {m.id for m in view.reading.mentions if m.kind in _KINDS and m.value and m.value2 is None and _called(view, m)}
    if not 2 <= len(marked) <= 40:
        return
    mentions = view.reading.mentions
    found: Mention | None = None
    for total in mentions:
        if total.kind not in _KINDS or not total.value or total.value2 is not None:
            continue
        if total.id in marked or total.change == "from":
            continue
        run = [m for m in mentions[total.id + 1:total.id + 60] if m.id in marked and m.sentence - total.sentence <= _SENTENCES
               and same_measure(m, total)][:_MOST]
        if len(run) < 2 or any(_size(m) == _size(total) for m in run):
            continue
        made = sum(map(_size, run))
        if found is not None and _size(found) != _size(total):
            continue
        if abs(made - _size(total)) <= _slack([*run, total]) or _turned(run, total, made):
            found = total
            yield Link("summed", {"parts": tuple(m.id for m in run), "total": (total.id,)}, "inferred", "the first, the second …",
                       total.start, run[-1].end)


def _called(view: View, m: Mention) -> bool:
    """Whether the words call it the first, the second, the A tranche."""
    lead = m.lead if 0 <= m.lead < m.start else m.start
    before = view.words(max(lead - 60, 0), lead)
    before = before[before.rfind(holes.SENTENCE_END) + 1:]
    for hole in _ORDINAL.finditer(before):
        nth = view.mention(holes.id_of(hole[1]))
        if isinstance(nth, Mention) and nth.kind == "ordinal" and len(before) - hole.end() < 30:
            return _PERIOD.match(before, hole.end()) is None
    return bool(_NTH.search(before) or _LETTER.match(view.words(m.end, m.end + 50)))


def _slack(all_: list[Mention]) -> float:
    return sum((m.step or 0.0) * m.scale / 2 for m in all_ if m.kind != "count" or (m.step or 1) > 1) + 1e-9


def _turned(run: list[Mention], total: Mention, made: float) -> bool:
    slack = _slack([*run, total])
    if slack > 0.02 * _size(total):
        return False
    return any(abs(t * total.scale - made) <= slack for t in turns(total)) or any(
        abs(made - _size(m) + t * m.scale - _size(total)) <= slack for m in run for t in turns(m))


def _size(m: Mention) -> float:
    return (m.value or 0.0) * m.scale
