"""Pay by the hour, the hours of a week and what they come to: "$1.60 an hour for 40 hours a week, or $64"."""

from __future__ import annotations

from collections.abc import Iterator

from ...numbers.dimension import NUMBER
from ...numbers.mention import Mention
from ..clauses.nearby import OPEN, announced, near, triple
from ..model import Link
from ..prose.view import View
from ..prose.wording import words

#: so many hours may a week or a day have that is paid by the hour
_HOURS = {"week": 120, "day": 24, "month": 500, "fortnight": 240}
#: so many times more or less a misprint makes the sum at most; what is further off is another sum
_LIKELY = 12.0


def find(view: View) -> Iterator[Link]:
    """Links rate-of(rate, amount, total): the amount is itself a rate, of hours a week."""
    for pay in view.reading.mentions:
        if pay.kind != "rate" or pay.per != "hour" or not pay.currency or not pay.value or pay.value2 is not None:
            continue
        if pay.hedge in OPEN or pay.change in ("up", "down", "from"):
            continue
        around = near(view, pay)
        hours = [x for x in around if _hours(x)]
        if len(hours) == 1:
            yield from _made(view, pay, hours[0], around)


def _hours(x: Mention) -> bool:
    return x.kind == "rate" and x.dimension == NUMBER and (x.unit or "").startswith("hour/") and x.hedge not in OPEN \
        and x.per in _HOURS and 1 < (x.value or 0) <= _HOURS[x.per]


def _made(view: View, pay: Mention, hours: Mention, around: list[Mention]) -> Iterator[Link]:
    made = (pay.value or 0.0) * (hours.value or 0.0)
    totals = [t for t in around if t.kind == "money" and t.currency == pay.currency and t.hedge not in OPEN
              and t.change not in ("up", "down", "from") and made / _LIKELY < (t.value or 0.0) * t.scale < made * _LIKELY]
    for total in announced(view, totals):
        before = view.plain(max(total.lead - 40, view.article.sentences[total.sentence].start), total.lead)
        told = words(view.lexicon, "settles", "two-periods").search(before) is not None
        sure = told and len(totals) == 1 and total.start > max(pay.end, hours.end)
        yield triple("rate-of", {"rate": pay, "amount": hours, "total": total}, "inferred" if sure else "guessed")
