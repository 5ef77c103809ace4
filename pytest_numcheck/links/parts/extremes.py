"""The least and the most of one thing: "the youngest was 17 and the oldest 46"; "at least 21 and no older than 35"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import MEASURE_KINDS, Mention
from ..likeness.alike import same_heads, same_measure
from ..model import Link
from ..prose.view import View

#: how far before its number the word may stand, and how far apart the two may be
_REACH, _APART, _CLOSE = 56, 160, 30
#: a number without a unit is so many times more or less at most than the one whose unit it leaves out
_LIKE = 10.0
#: a number that tells of how many the least and the most are: "the youngest of the four"
_OF = re.compile(r"(?<!\w)(?:of|among|in) (?:the|its|his|her|their|all|those|these) $")
_KINDS = frozenset([
    "count", "money", "percent", "duration", "age", "length", "area", "volume", "mass", "speed", "temperature", "angle", "rate",
    "energy", "power",
])


def find(view: View) -> Iterator[Link]:
    """Links extremes(low, high)."""
    lows: list[tuple[Mention, str]] = []
    for m in view.reading.mentions:
        if m.kind not in _KINDS or m.value is None or m.value2 is not None or m.change in ("up", "down"):
            continue
        cue = _cue(view, m)
        partner = next((x for x in reversed(lows) if cue and _opposite(x[1], cue) and m.start - x[0].end < _APART
                        and m.sentence - x[0].sentence <= 1 and _alike(view, x[0], m)
                        and _one_thing(view, x[0], m)), None)
        if partner is not None and cue:
            a, b = (partner[0], m) if cue.endswith("high") else (m, partner[0])
            sure = "stated" if a.sentence == b.sentence else "inferred"
            yield Link("extremes", {"low": (a.id,), "high": (b.id,)}, sure, "least and most", partner[0].start, m.end)
        if cue:
            lows.append((m, cue))


def _one_thing(view: View, a: Mention, b: Mention) -> bool:
    """Two bounds that only hedges tell are of one thing where one follows the other: "at least 21 and no older than 35"."""
    if not {a.hedge, b.hedge} & {"at-least", "at-most"}:
        return True
    between = view.plain(a.end, b.lead) if a.end <= b.lead else ""
    return a.sentence == b.sentence and len(between) <= _CLOSE and not re.search(r"[,;:()]", between)


def _opposite(one: str, other: str) -> bool:
    return one != other and one.partition(" ")[0] == other.partition(" ")[0]


def _alike(view: View, a: Mention, b: Mention) -> bool:
    if a.kind == b.kind:
        return same_measure(a, b) and same_heads(a, b, view.lexicon) is not False
    return a.sentence == b.sentence and _bare(view, a, b)


def _bare(view: View, a: Mention, b: Mention) -> bool:
    """Whether one leaves out the unit of the other: "a high of 28 degrees and a low of 17"."""
    bare, full = (a, b) if a.kind == "count" else (b, a)
    if bare.kind != "count" or full.kind not in MEASURE_KINDS or bare.head or bare.unit or bare.hedge or full.hedge:
        return False
    small, large = sorted((abs(bare.value or 0.0), abs(full.value or 0.0)))
    return view.plain(bare.end, bare.end + 1) != "%" and large <= _LIKE * max(small, 1.0)


def _cue(view: View, m: Mention) -> str | None:
    """"row low" or "row high" by the nearest word before the number in its clause; by its hedge where there is none."""
    words, pattern = _words(view.lexicon)
    reach = max(m.lead - _REACH, 0)
    if _OF.search(view.plain(reach, m.lead)):
        return None
    earlier = [x for x in view.mentions(reach, m.start) if not _OF.search(view.plain(max(x.lead - 16, 0), x.lead))]
    clause = re.split(r"[.;:?!(]", view.plain(max(reach, earlier[-1].end if earlier else 0), m.start))[-1]
    found = pattern.findall(clause)
    if found:
        return words[found[-1]]
    return {"at-least": "bound low", "at-most": "bound high"}.get(m.hedge or "")


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> tuple[Mapping[str, str], re.Pattern[str]]:
    rows = lexicon.table("extremes")
    words = {str(w): f"{row} {end}" for row, ends in rows.items() for end in ("low", "high") for w in ends[end]}
    said = "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
    return words, re.compile(rf"(?<!\w)(?:{said})(?!\w)")
