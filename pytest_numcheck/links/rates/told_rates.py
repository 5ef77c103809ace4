"""Rates of exchange that an article tells: "$1 = 5.55 crowns", "44 pesos to the dollar", "with the dollar at 1,176 won"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention, Reading
from ..model import Link
from ..prose.view import View

_EQUALS = re.compile(r"\s?(?:=|equals)\s?\Z")
_NATION = re.compile(r"[A-Z][a-z]+ [a-z]+\Z")
_RATE_OF = re.compile(r"\brate\s(?:of|was|is)\s(?:about\s|some\s|around\s)?\Z")
#: a sum for one of several is not what the other sum comes to
_EACH = re.compile(r",?\s(?:each|apiece)\b")
_WORD = re.compile(r"[a-z]+")
_TO = r"\s?(?:to|per|for|against|buys?|bought|make)\s(?:the|an?|one|each|every|his|her|its|their)\s(?:[\w.]+\s){0,2}?"
_AT = (r"\s(?:(?:is|was|being|now|then|then being)\s)?(?:at|worth|buys|bought|fetches|fetched|trading at|traded at|valued at|"
       r"(?:closed|closing|ended|ending|finished|opened|stood|standing|stands|fixed|quoted|pegged|set|held|steady"
       r"|changing hands|changed hands) at|"
       r"(?:fell|rose|slipped|climbed|dropped|sank|eased|firmed) to|goes for|went for|equal to)\s(?:about\s|some\s"
       r"|around\s|nearly\s)?\Z")


@dataclass(frozen=True, slots=True)
class ToldRate:
    """One unit of any currency of ``codes`` is the sum ``price``; ``unit`` is the mention of that unit, where it is one: "$1"."""

    codes: frozenset[str]
    price: Mention
    unit: Mention | None = None


@lru_cache(maxsize=8)
def _shared(lexicon: Lexicon) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    table = lexicon.table("exchange")
    signs, words = ({str(k): tuple(map(str, v)) for k, v in table[name].items()} for name in ("signs", "words"))
    return signs, words


def currency_codes(mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """The currencies that a sum may be in: several for a bare dollar sign, or for kroner and pesos of no said country."""
    signs, words = _shared(lexicon)
    last = (_WORD.findall(mention.text.lower()) or [""])[-1]
    codes = [mention.currency or "", *words.get(mention.currency or "", ()), *signs.get(mention.currency or "", ())]
    codes += next((may_be for sign, may_be in signs.items() if mention.text.startswith(sign)), ())
    may_be = words.get(last, ())
    bare = not mention.currency or mention.currency in may_be or not mention.currency.isupper()
    codes += may_be if bare and not _NATION.search(mention.text) else ()
    return frozenset(codes)


@lru_cache(maxsize=8)
def _units(lexicon: Lexicon) -> tuple[dict[str, frozenset[str]], re.Pattern[str], re.Pattern[str]]:
    """Words of one unit of a currency ("dollar"), and how they stand after a price and before it."""
    signs, words = _shared(lexicon)
    found: dict[str, set[str]] = {"dollar": {"USD", *signs["$"]}, "pound": {"GBP"}, "greenback": {"USD"}}
    for code, row in lexicon.table("currencies")["currencies"].items():
        for word in row["words"]:
            last = str(word).rpartition(" ")[2]
            found.setdefault(last, set()).update((str(code), *words.get(last, ())))
    names = "|".join(sorted(map(re.escape, found), key=lambda n: (-len(n), n)))
    return ({word: frozenset(codes) for word, codes in found.items()}, re.compile(rf"{_TO}({names})\b", re.I),
            re.compile(rf"\b({names}){_AT}", re.I))


def rates_of(reading: Reading, lexicon: Lexicon) -> tuple[ToldRate, ...]:
    """All rates that the article tells, by position."""
    money = tuple(m for m in reading.mentions if m.currency)
    if len({m.currency for m in money}) < 2:
        return ()
    return tuple(_rates(reading.article.text, money, lexicon))


def _rates(text: str, money: tuple[Mention, ...], lexicon: Lexicon) -> Iterator[ToldRate]:
    words, after, before = _units(lexicon)
    for i, price in enumerate(money):
        unit = money[i - 1] if i else None
        if unit is not None and unit.value == 1 and unit.end < price.start and _EQUALS.match(text[unit.end:price.start]):
            yield ToldRate(currency_codes(unit, lexicon), price, unit)
            continue
        if _RATE_OF.search(text, max(0, price.lead - 40), price.lead):
            other = next((m for m in reversed(money[:i]) if m.sentence == price.sentence and m.currency != price.currency), None)
            if other is not None and price.value and price.kind == "money":
                yield ToldRate(currency_codes(other, lexicon), price)
            continue
        hit = after.match(text, price.end) or before.search(text, max(0, price.lead - 60), price.lead)
        if hit is not None and price.currency not in words[hit[1].lower()] and price.value:
            yield ToldRate(words[hit[1].lower()], price)


def find(view: View, rates: tuple[ToldRate, ...]) -> Iterator[Link]:
    """Links restates(a, b): the two sums, one of each currency, that stand beside a rate told in prose."""
    if not rates:
        return
    figures = {m.id for rate in rates for m in (rate.price, rate.unit) if m is not None}
    sums = [m for m in view.reading.mentions if m.kind == "money" and m.id not in figures and m.value2 is None
            and not _EACH.match(view.article.text, m.end)]
    for rate in rates:
        if rate.unit is not None:
            continue
        prices = currency_codes(rate.price, view.lexicon)
        for back, ahead, confidence in ((0, 0, "stated"), (1, 0, "inferred"), (0, 1, "inferred")):
            near = [m for m in sums if rate.price.sentence - back <= m.sentence <= rate.price.sentence + ahead]
            dear = [m for m in near if currency_codes(m, view.lexicon) & rate.codes]
            cheap = [m for m in near if currency_codes(m, view.lexicon) & prices and not _rate_too(m, rate.price)]
            if len(dear) == len(cheap) == 1:
                a, b = sorted((*dear, *cheap), key=lambda m: m.start)
                yield Link("restates", {"a": (a.id,), "b": (b.id,)}, confidence, "at a rate told", a.start, b.end)
                break


def _rate_too(m: Mention, price: Mention) -> bool:
    """Whether a sum is about what the rate is: its value of another day, "145.55 yen compared with 146.10"."""
    one, two = (m.value or 0.0) * m.scale, (price.value or 0.0) * price.scale
    return 0.5 < one / two < 2 if two else False
