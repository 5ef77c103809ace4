"""A rate, what it is the rate of, and what the two make: so many a day for so many days, so much a share for so many shares.

Whether numbers can be so joined is told by what they measure: dollars per barrel times barrels are dollars. They may stand in
neighbouring sentences. Where several could be meant all are offered: a rule judges with charity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...base.lexicon import Lexicon
from ...numbers.amounts.units import unit_info
from ...numbers.clause.lexemes import akin
from ...numbers.dimension import MONEY, NUMBER, TIME
from ...numbers.mention import MEASURE_KINDS, Mention
from ..clauses.nearby import OPEN, added_on, announced, closest, gaps, near, per_time, said, side_by_side, triple
from ..likeness.alike import is_person
from ..model import Link
from ..prose.view import View
from ..prose.wording import words

_AMOUNTS = frozenset(["count", "duration", *MEASURE_KINDS])
_TOTALS = frozenset(["count", "money", "duration", *MEASURE_KINDS])
_IN = re.compile(r"(?<!\w)(?:in|for|of)(?: (?:the|the last|the past|about|almost|nearly|over|more than|at least))? ?$")
#: so many times more or less a misprint may be without being told by a slip
LIKELY = 12.0
_TIMES = frozenset(["day", "week", "month", "year", "hour", "minute", "second", "quarter", "season", "decade",
                    "fortnight", "weekend"])


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
    apart, said_so = words(view.lexicon, "part-only", "set-apart"), words(view.lexicon, "rate-sum" if timed else "price-sum")
    amounts = closest(r, [x for x in around if _amount(view, r, x, timed)])
    for amount in amounts:
        dimension = per_time(r) * amount.dimension
        totals = closest(r, [
            t for t in around
            if t.id != amount.id and t.kind in _TOTALS and t.dimension == dimension and (t.value or 0) > 0
            and (amount.kind != "count" or r.per_amount > 1 or (t.value or 0) * t.scale > 1.2 * (r.value or 0) * r.scale)
            and t.currency == r.currency and t.change not in ("up", "down") and _of_it(view, r, t)
            and not _lower_end(view, t, r)])
        told = announced(view, totals)
        for total in told:
            if total.end < amount.start < r.start and view.plain(total.end, amount.lead).endswith(" and "):
                continue  # "60 mln dlrs of notes and 1.6 mln shares at 25 dlrs a share"
            if r.per == "share" and amount.sentence != r.sentence and _earned(view, total, r):
                continue
            if any(apart.search(g) for g in gaps(view, r, amount, total)):
                continue
            sure = len(amounts) == len(told) == 1 and _plausible(r, amount, total)
            sure = sure and not added_on(view, total, r, amount) and not added_on(view, r, total)
            sure = sure and (_settled(view, r, amount, total) or (
                side_by_side(view, r, amount, total) and said_so.search(said(view, r, amount, total)) is not None))
            kind, role = ("rate-time", "time") if timed else ("rate-of", "amount")
            yield triple(kind, {"rate": r, role: amount, "total": total}, "inferred" if sure else "guessed")


def _per_time(r: Mention) -> bool:
    powers = dict(r.dimension.powers)
    return powers.get("time", 0) < 0 and r.per is None


def _amount(view: View, r: Mention, x: Mention, timed: bool) -> bool:
    """Whether ``x`` may be how many of its denominator the rate is taken for."""
    if x.kind not in _AMOUNTS or not x.value or x.value <= 0 or x.change in ("up", "down", "from"):
        return False
    if timed:
        return x.dimension == TIME and x.kind == "duration" and not _away(view, x) and not _since(view, x)
    if x.dimension != NUMBER:
        return not (r.dimension * x.dimension).powers or (r.dimension * x.dimension) == MONEY or _shorter(r, x)
    if r.per_amount > 1:
        return x.value >= r.per_amount
    if x.kind == "count" and x.value > 1 and x.head and "averag" in view.plain(max(r.lead - 25, 0), r.start):
        return True
    return x.kind == "count" and x.value > 1 and _things(r.per or "", x, view.lexicon)


def _away(view: View, x: Mention) -> bool:
    """Whether the time is how far off a point in time is, or an age."""
    return words(view.lexicon, "apart-in-time").match(view.plain(x.end, x.end + 14).lstrip(" -")) is not None


def _since(view: View, x: Mention) -> bool:
    """Whether the time is how far back a first or a most goes: "the first foreign troops in a century"."""
    before = view.plain(max(x.lead - 80, view.article.sentences[x.sentence].start), x.lead)
    clause = re.split(r"[,.;:?!]", before)[-1]
    return _IN.search(clause) is not None and words(view.lexicon, "firsts").search(clause) is not None


def _settled(view: View, r: Mention, amount: Mention, total: Mention) -> bool:
    """Whether one sentence tells the rate and another what somebody made by it: "Ms Hall, who picked 40 kilos, got £80"."""
    if not amount.sentence == total.sentence != r.sentence or not amount.end <= total.lead or OPEN & {
            r.hedge or "", amount.hedge or "", total.hedge or ""}:
        return False
    between = view.plain(amount.end, total.lead)
    return len(between) < 90 and words(view.lexicon, "settles").search(between[-32:]) is not None


def _lower_end(view: View, t: Mention, r: Mention) -> bool:
    """Whether the number is the lower end of the rate: "six to eight launches a year"."""
    return t.end <= r.lead and re.fullmatch(r" ?(?:to|or|and|-|–) ?", view.plain(t.end, r.lead)) is not None


def _earned(view: View, total: Mention, r: Mention) -> bool:
    """Whether the rate says again, for one share, what was earned: "$12.5 million, or 1.43 a share"."""
    sentence = view.article.sentences[r.sentence]
    return total.sentence == r.sentence and \
        words(view.lexicon, "earned").search(view.plain(sentence.start, sentence.end)) is not None


def _shorter(r: Mention, x: Mention) -> bool:
    """Whether the unit that the rate divides by falls away: tonnes per hectare times hectares."""
    ours, theirs = dict(r.dimension.powers), dict(x.dimension.powers)
    return all(ours.get(name, 0) * power < 0 for name, power in theirs.items())


def _things(per: str, x: Mention, lexicon: Lexicon) -> bool:
    per = per.replace("_", " ")
    if not x.head:
        return per in lexicon.list("single-things")
    return akin(per, x.head, lexicon) or per in ("piece", "each", "head") or (per == "person" and is_person(x.head, lexicon))


def _of_it(view: View, r: Mention, t: Mention) -> bool:
    """Whether the total counts what the rate counts; at a rate spoken of again it may go by another name."""
    if t.kind != "count" or not r.head or not t.head:
        return True
    if akin(r.head, t.head, view.lexicon) or (is_person(r.head, view.lexicon) and is_person(t.head, view.lexicon)):
        return True
    return words(view.lexicon, "same-pace").search(said(view, t)) is not None


def _plausible(r: Mention, amount: Mention, total: Mention) -> bool:
    """Whether the total is at least of the size that the other two make: else they are about different things."""
    made = (r.value or 0.0) * r.scale * (amount.value or 0.0) * amount.scale
    if r.kind not in ("rate", "speed"):
        made /= unit_info(r.per or "day").scale
    return made / LIKELY < (total.value or 0.0) * total.scale < made * LIKELY
