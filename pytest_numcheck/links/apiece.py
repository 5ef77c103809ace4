"""So much each, how many, and what that makes: "£18 each for 64,000 of them, or £1.15m"; "an average of 2.7 homes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..numbers.mention import MEASURE_KINDS, Mention
from .alike import same_measure
from .model import Link
from .nearby import announced, closest, gaps, near, said, side_by_side, triple
from .view import View

#: what a single thing costs at most, where no word says that it is for one; in what currency ever
_PRICE = 300_000
_ONE = re.compile(r"each|averag|mean|per capita|apiece")
_KINDS = frozenset(["money", "count", "duration", "rate", *MEASURE_KINDS])
_AFTER = re.compile(
    r"^(?: (?!to |and |or |but |in |on |at |by |from |with |a )[^\W\d_]+){0,4}?,? ?"
    r"(?:(?:in |to |for |at )?each|apiece|a ?piece|a head|per head|per capita|per person|a person|a copy|per copy"
    r"|a ticket|per ticket|a seat"
    r"|per seat|a time"
    r"|for every|for each|on average|to each|per unit|a unit|a throw|every one)(?!\w)")
_BEFORE = re.compile(
    r"(?:(?<!\w)each of (?:the|its|his|her|their|these) [\w,]+(?: [^\W\d_]+){1,4}|(?<!\w)(?:each(?! of)|averag(?:e|es|ed"
    r"|ing)|mean|per capita|apiece)(?: [^\W\d_]+){0,3}"
    r"|(?<!\w)(?:fare|fee|price|charge|toll|fine|bonus|grant|subscription|admission|rent|unit cost|face value|premium"
    r"|payment|payout"
    r"|rebate|levy|surcharge|deposit)s?(?: (?:of|at|was|is|were|being|set at|went up to|rose to|comes? to))"
    r"(?: (?:about|around|some|nearly|just|only|a|an))?) ?$")
#: a sum for one, told by the verb alone: it only counts where a sum near by is a total
_WEAK = re.compile(
    r"(?<!\w)(?:at|for|paid|pays?|paying|charged?|charges|charging|costs?|costing|gets?|got|getting|receives?|received"
    r"|receiving|gives?"
    r"|gave|given|giving|fined|of them|up to)(?: (?:about|around|some|just|only|an extra|a))? ?$")
_TOTAL = re.compile(
    r"(?<!\w)(?:total\w*|altogether|in all|all told|bill|rais\w+|taken|takes?|took|takings|worth|gross\w*|net(?:s|ted"
    r"|ting)?|cost\w*"
    r"|revenue|mak(?:es?|ing)|made|br(?:ings?|inging|ought)(?: in)?|add(?:s|ed|ing)?|proceeds|spen[dt]|income|earn\w*"
    r"|collect\w*"
    r"|receipts|sum|generat\w+|yield\w*|given|or|deal|value\w*|gate)(?!\w)")
_WORTH = re.compile(
    r"(?<!\w)(?:total\w*|altogether|in all|all told|or|earn\w*|rais\w+|collect\w*|receiv\w*|cost\w*|pay\w*|paid|worth"
    r"|valu\w+|bill"
    r"|works? out|worked out|com(?:es?|ing) to|came to|spen[dt]\w*|bring\w*|brought|sold|sells?|selling|made|mak\w+"
    r"|share\w*|buy\w*"
    r"|bought|for|split|divid\w+|between them|among|offer\w*|generat\w+|net(?:s|ted|ting)?|gross\w*|revenue|income"
    r"|proceeds|takings"
    r"|deal|order\w*|contract\w*|bequeath\w*|left|leaves|scor\w+|combined|tak(?:e|es|en|ing)|took|need\w*|add(?:s|ed"
    r"|ing)?|award\w*|fund|budget|jackpot|prize|kitty|gate|receipts|sum|won|wins)(?!\w)")
_ASIDE = re.compile(r"(?<!\w)(?:while|whereas|although|another|compared|against|versus|up from|down from)(?!\w)")


def find(view: View) -> Iterator[Link]:
    """Links each-of(number, each, total)."""
    for m in view.reading.mentions:
        if m.kind not in _KINDS or not m.value or m.value2 is not None or m.value <= 0 or m.hedge in ("at-most", "at-least"):
            continue
        before = view.plain(max(m.lead - 60, 0), m.lead)
        if m.kind == "rate":
            if m.per == "piece":
                yield from _each(view, m, False)
            elif m.currency and _per_time(m):
                yield from _each(view, m, True)
        elif _AFTER.match(view.plain(m.end, m.end + 50)) or ((found := _BEFORE.search(before)) and _small(m, found[0])):
            yield from _each(view, m, False)
        elif m.kind == "money" and m.value * m.scale <= _PRICE and _WEAK.search(before):
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
                            and x.change not in ("up", "down") and (x.value or 0) * x.scale > 1.3 * (each.value or 0) * each.scale
                            and not (weak and not _total(view, x))])
    told = announced(view, totals)
    for number in numbers:
        for total in told:
            if number.id == total.id:
                continue
            between = gaps(view, each, total, number)
            if any(_ASIDE.search(g) for g in between) or not _WORTH.search(said(view, each, number, total)):
                continue
            sure = len(numbers) == len(told) == 1 and not weak and side_by_side(view, each, number, total)
            yield triple("each-of", {"number": number, "each": each, "total": total}, "inferred" if sure else "guessed")


def _total(view: View, x: Mention) -> bool:
    """Whether a word beside the sum tells that it is the total."""
    sentence = view.article.sentences[x.sentence]
    return _TOTAL.search(view.plain(max(x.lead - 40, sentence.start), x.lead)) is not None or \
        _TOTAL.search(view.plain(x.end, min(x.end + 30, sentence.end))) is not None
