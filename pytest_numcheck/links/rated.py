"""A rate, what it is the rate of, and what the two make: so many a day for so many days, so much a share for so many shares.

Whether numbers can be so joined is told by what they measure: dollars per barrel times barrels are dollars. They may stand in
neighbouring sentences. Where several could be meant all are offered: a rule judges with charity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lexicon import Lexicon
from ..numbers.dimension import MONEY, NUMBER, TIME
from ..numbers.lexemes import akin
from ..numbers.mention import MEASURE_KINDS, Mention
from ..numbers.units import unit_info
from .alike import is_person
from .model import Link
from .nearby import announced, closest, gaps, near, per_time, said, side_by_side, triple
from .view import View

_AMOUNTS = frozenset(["count", "duration", *MEASURE_KINDS])
_TOTALS = frozenset(["count", "money", "duration", *MEASURE_KINDS])
#: what a rate for a time adds up to, said
_LASTS = re.compile(
    r"(?<!\w)(?:total\w*|altogether|in all|all told|at (?:that|this|the same|such a) (?:rate|pace|speed)"
    r"|at an? (?:average )?(?:rate|pace|speed)"
    r"|on average|averag\w+|com(?:es?|ing) to|came to|amount(?:s|ed|ing) to|lasts?|lasted|mak(?:es|ing)|made|add(?:s|ed"
    r"|ing)? up"
    r"|works? out|worked out|equals?|equivalent|or|so|in|within|cumulative\w*|overall|combined|over|during|after|for"
    r"|every|spread)(?!\w)")
#: what a price times a number comes to, said
_WORTH = re.compile(
    r"(?<!\w)(?:total\w*|altogether|in all|all told|or|earn\w*|rais\w+|collect\w*|receiv\w*|cost\w*|pay\w*|paid|worth"
    r"|valu\w+|bill"
    r"|works? out|worked out|com(?:es?|ing) to|came to|spen[dt]\w*|bring\w*|brought|sold|sells?|selling|made|mak\w+"
    r"|buy\w*|bought|for"
    r"|offer\w*|fetch\w*|generat\w+|net(?:s|ted|ting)?|gross\w*|pric\w+|averag\w+|revenue|income|proceeds|takings|deal|yield\w*"
    r"|produc\w+|harvest\w*|crop|output|deliver\w*|ship\w*|suppl\w+|equal\w*|equivalent|amount\w*|us(?:es?|ed|ing)|burn\w*"
    r"|consum\w+|density|mean(?:s|ing)|giv\w+|redeem\w*|acquir\w+|purchas\w+|market)(?!\w)")
_AGAIN = re.compile(r"(?<!\w)(?:at (?:that|this|such a|the same) (?:rate|pace)|will last|would last)(?!\w)")
#: so many times more or less a misprint may be without being told by a slip
LIKELY = 12.0
_TIMES = frozenset(["day", "week", "month", "year", "hour", "minute", "second", "quarter", "season", "decade",
                    "fortnight", "weekend"])
#: an amount that is a point in time or the age of something
_AWAY = re.compile(r"[ -](?:ago|earlier|later|old|early|late|before|away|from now)(?!\w)")
#: units of a thing that a bare number may count
_SINGLE = frozenset(["share", "unit", "piece", "head", "ticket", "person", "copy", "barrel", "bag", "box", "bottle", "vote"])


def find(view: View) -> Iterator[Link]:
    """Links rate-time(rate, time, total) and rate-of(rate, amount, total)."""
    for r in view.reading.mentions:
        if (r.kind in ("rate", "speed") or r.per in _TIMES) and r.value and r.value2 is None and r.value > 0:
            yield from _of(view, r)


def _of(view: View, r: Mention) -> Iterator[Link]:
    around = near(view, r)
    if (r.unit or "").startswith("day/"):
        return  # "seven days a week"
    timed = r.per in _TIMES or _per_time(r)
    if r.change in ("up", "down") and not timed:
        return  # "rose 25 cents a share"
    amounts = closest(r, [x for x in around if _amount(view, r, x, timed)])
    for amount in amounts:
        dimension = per_time(r) * amount.dimension
        totals = closest(r, [
            t for t in around if t.id != amount.id and t.kind in _TOTALS and t.dimension == dimension and (t.value or 0) > 0
            and (amount.kind != "count" or r.per_amount > 1 or (t.value or 0) * t.scale > 1.2 * (r.value or 0) * r.scale)
            and t.currency == r.currency and t.change not in ("up", "down") and _of_it(view, r, t)])
        told = announced(view, totals)
        for total in told:
            if total.end < amount.start < r.start and view.plain(total.end, amount.lead).endswith(" and "):
                continue  # "60 mln dlrs of notes and 1.6 mln shares at 25 dlrs a share"
            sure = len(amounts) == len(told) == 1 and _plausible(r, amount, total)
            sure = sure and not any(g.endswith(" and ") for g in gaps(view, r, total))
            sure = sure and side_by_side(view, r, amount, total)
            sure = sure and (_LASTS if timed else _WORTH).search(said(view, r, amount, total)) is not None
            kind, role = ("rate-time", "time") if timed else ("rate-of", "amount")
            yield triple(kind, {"rate": r, role: amount, "total": total}, "inferred" if sure else "guessed")


def _per_time(r: Mention) -> bool:
    powers = dict(r.dimension.powers)
    return powers.get("time", 0) < 0 and r.per is None


def _amount(view: View, r: Mention, x: Mention, timed: bool) -> bool:
    """Whether ``x`` may be how many of its denominator the rate is taken for."""
    if x.kind not in _AMOUNTS or not x.value or x.value <= 0 or x.change in ("up", "down"):
        return False
    if timed:
        return x.dimension == TIME and x.kind == "duration" and not _AWAY.match(view.plain(x.end, x.end + 14))
    if x.dimension != NUMBER:
        return not (r.dimension * x.dimension).powers or (r.dimension * x.dimension) == MONEY or _shorter(r, x)
    if r.per_amount > 1:
        return x.value >= r.per_amount
    if x.kind == "count" and x.value > 1 and x.head and "averag" in view.plain(max(r.lead - 25, 0), r.start):
        return True
    return x.kind == "count" and x.value > 1 and _things(r.per or "", x, view.lexicon)


def _shorter(r: Mention, x: Mention) -> bool:
    """Whether the unit that the rate divides by falls away: tonnes per hectare times hectares."""
    ours, theirs = dict(r.dimension.powers), dict(x.dimension.powers)
    return all(ours.get(name, 0) * power < 0 for name, power in theirs.items())


def _things(per: str, x: Mention, lexicon: Lexicon) -> bool:
    per = per.replace("_", " ")
    if not x.head:
        return per in _SINGLE
    return akin(per, x.head, lexicon) or per in ("piece", "each", "head") or (per == "person" and is_person(x.head, lexicon))


def _of_it(view: View, r: Mention, t: Mention) -> bool:
    """Whether the total counts what the rate counts; at a rate spoken of again it may go by another name."""
    if t.kind != "count" or not r.head or not t.head:
        return True
    if akin(r.head, t.head, view.lexicon) or (is_person(r.head, view.lexicon) and is_person(t.head, view.lexicon)):
        return True
    return _AGAIN.search(said(view, t)) is not None


def _plausible(r: Mention, amount: Mention, total: Mention) -> bool:
    """Whether the total is at least of the size that the other two make: else they are about different things."""
    made = (r.value or 0.0) * r.scale * (amount.value or 0.0) * amount.scale
    if r.kind not in ("rate", "speed"):
        made /= unit_info(r.per or "day").scale
    return made / LIKELY < (total.value or 0.0) * total.scale < made * LIKELY
