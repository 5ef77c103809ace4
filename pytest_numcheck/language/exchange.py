"""What a sum of money is in another currency: by the article's own conversions, else by what rates there have ever been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..links.rates.told_rates import currency_codes, rates_of
from ..numbers.dimension import MONEY, NUMBER
from ..numbers.interval import Interval
from ..numbers.mention import Mention
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of

#: how far conversions that agree may lie apart, and by how much a decade's rates are widened (of the decade before and after too)
AGREE, WIDER = 0.05, 1.25
#: how far a conversion may be from a rate that is told
TOLD = 0.05
#: so many conversions must agree before they bind another
MAJORITY = 2
#: beside a sum in one of these a bare dollar sign is American
_DOLLARS = frozenset(["CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "FJD"])
#: sums of an earlier decade are not judged
OLDEST = 1970


@function("exchange(a: place, b: place)", MONEY)
def _exchange(args: Sequence[Value], tools: Tools) -> Value:
    """The sum `a` in the currency of `b`, by the article's other conversions, else by the rates of its decade."""
    a, b = the_mention(args[0]), the_mention(args[1])
    if a.currency == b.currency:
        return args[0]
    rate = _of_article(a, b, tools) or _of_decade(a, b, tools)
    if rate is None:
        raise Undecided(f"the table has no rate for {a.currency} and {b.currency}")
    found = [i * rate for i in args[0].allowed()]
    return replace(args[0], interval=found[0], others=tuple(found[1:]), currency=b.currency, like=b, nominal=None, source=None)


@function("other_currency(a: place, b: place)", NUMBER, TRUTH)
def _other_currency(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the two sums are in different currencies."""
    return truth_of(the_mention(args[0]).currency != the_mention(args[1]).currency)


@function("rate_stated(a: place, b: place)", NUMBER, TRUTH)
def _rate_stated(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the article gives the rate of two currencies: "$1 = 0.92 euros", or other conversions that agree."""
    return truth_of(_of_article(the_mention(args[0]), the_mention(args[1]), tools) is not None)


@function("dollars(money: place)", MONEY)
def _dollars(args: Sequence[Value], tools: Tools) -> Value:
    """A sum in US dollars, by the widest rates of its decade; undecided for a sum of before 1970."""
    money = the_mention(args[0])
    span = _units(money, _decades(money, tools), tools.lexicon)
    if span is None:
        raise Undecided(f"the table has no rate for {money.currency}")
    rate = Interval(1 / span.high, 1 / span.low)
    found = [i * rate for i in args[0].allowed()]
    return replace(args[0], interval=found[0], others=tuple(found[1:]), currency="USD", like=None, nominal=None, source=None)


# ---- the article's own rate


def _of_article(a: Mention, b: Mention, tools: Tools) -> Interval | None:
    """What one unit of ``a`` is in ``b`` by a rate that the article states, or by most of its other conversions."""
    told = _told(a, b, tools)
    if told is not None:
        return told
    rates: list[float] = []
    for one, two in _conversions(tools):
        if {one.id, two.id} & {a.id, b.id}:
            continue
        if (_sign(one), _sign(two)) == (_sign(b), _sign(a)):
            one, two = two, one
        elif (_sign(one), _sign(two)) != (_sign(a), _sign(b)):
            continue
        if one.value and two.value and one.value * two.value > 0:
            rates.append(two.value * two.scale / (one.value * one.scale))
    for middle in rates:
        near = [r for r in rates if abs(r / middle - 1) <= AGREE]
        if len(near) >= MAJORITY and 2 * len(near) > len(rates):
            return Interval(min(near) * (1 - AGREE), max(near) * (1 + AGREE))
    return None


def _told(a: Mention, b: Mention, tools: Tools) -> Interval | None:
    """The rate that the article tells in words: "$1 = 0.92 euros", "44 pesos to the dollar"."""
    one, two = currency_codes(a, tools.lexicon), currency_codes(b, tools.lexicon)
    for rate in rates_of(tools.reading, tools.lexicon):
        price, codes = rate.price, currency_codes(rate.price, tools.lexicon)
        if price.id in (a.id, b.id) or price.value is None or price.value <= 0:
            continue
        value = price.value * price.scale
        if one & rate.codes and two & codes:
            return Interval(value * (1 - TOLD), value * (1 + TOLD))
        if two & rate.codes and one & codes:
            return Interval(1 / value * (1 - TOLD), 1 / value * (1 + TOLD))
    return None


def _conversions(tools: Tools) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of sums that the article says are one."""
    for link in tools.links.by_kind.get("restates", ()):
        one, two = (tools.reading.by_id[link.roles[role][0]] for role in ("a", "b"))
        if not (isinstance(one, Mention) and isinstance(two, Mention)):
            continue
        if one.currency and two.currency and one.currency != two.currency:
            yield one, two


def _sign(mention: Mention) -> tuple[str | None, bool]:
    """The currency, and whether a bare dollar sign leaves the country open."""
    return mention.currency, mention.text.startswith("$")


# ---- what rates there have been


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> dict[str, dict[int, Interval]]:
    """Units to a US dollar, by currency and decade."""
    return {str(code): {int(str(d)): Interval(float(ends[0]), float(ends[1])) for d, ends in row.items()}
            for code, row in lexicon.table("exchange")["rates"].items()}


def _of_decade(a: Mention, b: Mention, tools: Tools) -> Interval | None:
    """The widest span of the decades of the article and of the years in the paragraph; of all decades where there is no date."""
    decades = _decades(a, tools)
    if _sign(b)[1] and a.currency in _DOLLARS and not _sign(a)[1]:
        b = replace(b, text="US" + b.text)  # "2.66 billion Australian dollars ($1.4 billion)"
    one, two = _units(a, decades, tools.lexicon), _units(b, decades, tools.lexicon)
    if one is None or two is None:
        return None
    return Interval(two.low / one.high / WIDER, two.high / one.low * WIDER)


def _decades(money: Mention, tools: Tools) -> set[int] | None:
    """The decades that the sum may be of: of the years in its paragraph and of the article; None where neither is known."""
    dated = [(m.paragraph, m.moment.year) for m in tools.reading.mentions
             if m.kind in ("year", "date") and m.moment is not None and m.moment.year]
    years = [year for paragraph, year in dated if paragraph == money.paragraph]
    if tools.published is not None:
        years.append(tools.published.year)
    elif not years and dated:
        years = [max(year for _, year in dated)]
    decades = {(year + more) // 10 * 10 for year in years for more in (-2, 0)}
    if decades and min(decades) < OLDEST:
        raise Undecided("the sum is of an earlier time")
    return decades or None


def _units(mention: Mention, decades: set[int] | None, lexicon: Lexicon) -> Interval | None:
    """How many units a US dollar bought of a currency, or of any that its sign or word may stand for."""
    rates = _table(lexicon)
    found: Interval | None = None
    for code in sorted(currency_codes(mention, lexicon)):
        for decade, span in rates.get(code, {}).items():
            if decades is None or decade in decades:
                found = span if found is None else found.hull(span)
    return found
