"""A total and, in the sentences that follow, its parts: "wrote 47 tickets. Twenty-six were for … and 21 for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..likeness.alike import could_hold
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AND = re.compile(r"(?<!\w)and(?!\w)")
#: before a part that is no part of the total
_ELSE = re.compile(r"(?<!\w)(?:than|from|against|since|after|before|about|over|of the|least)(?: the| its| a)? ?$")
_SENTENCES, _MOST, _LEAST = 3, 6, 10
_NOUN = re.compile(f"^[^{holes.MENTION_KINDS}{holes.SENTENCE_END},;]{{0,60}}{holes.NOUN_END}")


def find(view: View) -> Iterator[Link]:
    """Links list(parts, total) where nothing but the figures tells that these are the parts: they add up, or would with two
    digits of one of them the other way round. Two figures that are not even near are two different things."""
    for total in view.reading.mentions:
        named = total.kind in ("count", "money") and (total.head or total.currency)
        if named and (_usable(total) or total.hedge == "about") and total.value2 is None and (total.value or 0) >= _LEAST:
            yield from _parts(view, total)


def _parts(view: View, total: Mention) -> Iterator[Link]:
    run: list[Mention] = []
    missed: Link | None = None
    for m in view.reading.mentions[total.id + 1:total.id + 1 + 4 * _MOST]:
        if m.sentence - total.sentence > _SENTENCES or m.paragraph - total.paragraph > 1 or len(run) == _MOST:
            break
        if m.sentence == total.sentence or m.kind != total.kind:
            continue
        if not _usable(m) or not could_hold(total, m, view.lexicon) or (m.value or 0) >= 10 * (total.value or 0):
            break
        if _ELSE.search(view.words(max(m.start - 20, 0), m.lead if 0 <= m.lead < m.start else m.start)):
            break
        run.append(m)
        if len(run) < 2 or not _AND.search(view.words(run[-2].end, m.start)):
            continue
        if abs(_sum(run) - (total.value or 0)) <= _slack(total):
            yield _link(total, run)
            return
        if missed is None and _turned(view, total, run):
            missed = _link(total, run)
    if missed is not None:
        yield missed


def _turned(view: View, total: Mention, run: list[Mention]) -> bool:
    """Whether they would add up with two neighbouring digits of one figure turned."""
    if not all(m.currency or not _NOUN.match(view.words(m.end, m.end + 60)) for m in run[1:]):
        return False
    made, slack = _sum(run), _slack(total)
    if any(abs(made - t) <= slack for t in _turns(total)):
        return True
    return any(abs((total.value or 0) - made + (m.value or 0) - t) <= slack
               for m in run if (m.value or 0) >= 100 for t in _turns(m))


def _slack(total: Mention) -> float:
    """What a total that is only about right may be off: half its last digit."""
    value = total.value or 0.0
    step = 1.0
    while total.hedge and value % (step * 10) == 0 and step < value:
        step *= 10
    return step / 2 if total.hedge and step <= 0.01 * value else 1e-6


def _turns(m: Mention) -> set[float]:
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", m.text)
    if figure is None or m.value is None:
        return set()
    digits = figure[0].replace(",", "")
    scale = m.value / float(digits) if float(digits) else 1.0
    found = set()
    for i in range(len(digits) - 1):
        one, two = digits[i], digits[i + 1]
        if one != two and one.isdigit() and two.isdigit() and not (i == 0 and two == "0"):
            found.add(float(round(float(digits[:i] + two + one + digits[i + 2:]) * scale, 6)))
    return found


def _sum(run: list[Mention]) -> float:
    return float(round(sum(m.value or 0 for m in run), 6))


def _usable(m: Mention) -> bool:
    return m.value is not None and m.value2 is None and m.hedge is None and m.change not in ("up", "down")


def _link(total: Mention, run: list[Mention]) -> Link:
    return Link("list", {"parts": tuple(p.id for p in run), "total": (total.id,)}, "inferred", "a total, then its parts",
                total.start, run[-1].end)
