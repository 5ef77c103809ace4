"""So much each, how many, and what that makes: "£18 each for 64,000 of them, or £1.15m"; "an average of 2.7 homes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...base.lexicon import Lexicon
from ...numbers.mention import MEASURE_KINDS, Mention
from ..clauses.nearby import added_on, announced, closest, gaps, near, said, side_by_side, triple
from ..likeness.alike import same_heads, same_measure
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of, words

#: what a single thing costs at most, where no word says that it is for one; in what currency ever
_PRICE = 300_000
_ONE = re.compile(r"each|averag|mean|per capita|apiece")
_KINDS = frozenset(["money", "count", "duration", "rate", *MEASURE_KINDS])


def find(view: View) -> Iterator[Link]:
    """Links each-of(number, each, total)."""
    patterns = _patterns(view.lexicon)
    for m in view.reading.mentions:
        if m.kind not in _KINDS or not m.value or m.value2 is not None or m.value <= 0 or m.hedge in ("at-most", "at-least"):
            continue
        before = view.plain(max(m.lead - 60, 0), m.lead)
        if m.kind == "rate":
            if m.per == "piece":
                yield from _each(view, m, False)
            elif m.currency and _per_time(m):
                yield from _each(view, m, True)
        elif patterns.after.match(view.plain(m.end, m.end + 50)) or \
                ((found := patterns.before.search(before)) and _small(m, found[0])):
            yield from _each(view, m, False)
        elif m.kind == "money" and m.value * m.scale <= _PRICE and patterns.weak.search(before):
            yield from _each(view, m, True)


def _small(m: Mention, cue: str) -> bool:
    """Whether the number may be for one: a fee or a payment of millions is not."""
    return m.value is not None and (m.value * m.scale <= _PRICE or _ONE.search(cue) is not None)


def _per_time(m: Mention) -> bool:
    return m.dimension.powers == (("money", 1), ("time", -1))


def _each(view: View, each: Mention, weak: bool) -> Iterator[Link]:
    around = near(view, each)
    numbers = closest(each, [x for x in around if x.kind == "count" and (x.value or 0) >= 2 and x.change not in ("up", "down")
                             and not (weak and not x.head)])
    totals = closest(each, [x for x in around if x.dimension == each.dimension and x.currency == each.currency
                            and ((x.kind == each.kind and (x.kind == "rate" or same_measure(x, each)))
                                 or (each.per == "piece" and x.kind in ("money", "count")))
                            and (each.kind != "count" or same_heads(x, each, view.lexicon) or _total(view, x))
                            and x.change not in ("up", "down") and (x.value or 0) * x.scale > 1.3 * (each.value or 0) * each.scale
                            and not (weak and not _total(view, x))])
    told = announced(view, totals)
    aside, worth = words(view.lexicon, "set-apart", "part-only", "one-more"), words(view.lexicon, "shared-sum")
    for number in numbers:
        for total in told:
            if number.id == total.id:
                continue
            between = gaps(view, each, total, number)
            if any(aside.search(g) for g in between) or not worth.search(said(view, each, number, total)):
                continue
            sure = len(numbers) == len(told) == 1 and not weak and side_by_side(view, each, number, total) \
                and not added_on(view, total, each, number)
            yield triple("each-of", {"number": number, "each": each, "total": total}, "inferred" if sure else "guessed")


def _total(view: View, x: Mention) -> bool:
    """Whether a word beside the sum tells that it is the total."""
    sentence = view.article.sentences[x.sentence]
    total = words(view.lexicon, "sum-of-all")
    return total.search(view.plain(max(x.lead - 40, sentence.start), x.lead)) is not None or \
        total.search(view.plain(x.end, min(x.end + 30, sentence.end))) is not None


class _Patterns(NamedTuple):
    after: re.Pattern[str]
    before: re.Pattern[str]
    weak: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    """What stands beside a number that is for one; ``weak``: the verb alone tells it, and only a sum near by that is a total."""
    one, fee, told = any_of(lexicon, "per-one"), any_of(lexicon, "fees"), any_of(lexicon, "fee-is")
    return _Patterns(
        re.compile(r"^(?: (?!to |and |or |but |in |on |at |by |from |with |a )[^\W\d_]+){0,4}?,? ?"
                   rf"(?:{any_of(lexicon, 'apiece')})(?!\w)"),
        re.compile(r"(?:(?<!\w)each of (?:the|its|his|her|their|these) [\w,]+(?: [^\W\d_]+){1,4}"
                   rf"|(?<!\w)(?!each of)(?:{one})(?: [^\W\d_]+){{0,3}}"
                   rf"|(?<!\w)(?:{fee}) (?:{told})(?: (?:about|around|some|nearly|just|only|a|an))?) ?$"),
        re.compile(rf"(?<!\w)(?:{any_of(lexicon, 'pays-one')})(?: (?:about|around|some|just|only|an extra|a))? ?$"))
