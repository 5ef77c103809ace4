"""Profit, sales and the margin: "a net profit of $40m on sales of $500m, a margin of 8%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.nearby import OPEN, closest, triple
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of

#: how many sentences off a profit or its sales may stand, and how far their words from the figures
_SENTENCES, _BESIDE = 3, 48
_MARGIN_BEFORE = re.compile(r"(?<!\w)((?:[\w-]+ ){0,2})margins?(?: [\w-]+){0,5} $")
_MARGIN_AFTER = re.compile(r"^ ((?:[\w-]+ ){0,2})margins?(?!\w)")
_SORT = re.compile(r"(?<!\w)(gross|operating|ebitda|ebit|net|pre-?tax|underlying)(?!\w)")
_STOP = re.compile(r"[;:()]|[.] |\d")


def find(view: View) -> Iterator[Link]:
    """Links margin(profit, sales, margin): a profit of the margin's sort, and sales near it; "stated" where they are alone."""
    if "margin" not in view.plain(0, len(view.article.text)):
        return
    for m in view.reading.mentions:
        if m.kind != "percent" or not m.value or m.value2 is not None or m.hedge in OPEN or m.change in ("up", "down"):
            continue
        sort = _margin(view, m)
        if sort is None:
            continue
        sums = [x for x in view.reading.mentions if x.kind == "money" and x.value and x.value2 is None and x.hedge not in OPEN
                and abs(x.sentence - m.sentence) <= _SENTENCES and x.change not in ("up", "down")]
        said = [(x, *_beside(view, x)) for x in sums]
        profits = closest(m, [x for x, name, words in said if name == "profit-words" and _sort(words) == sort], 3)
        sales = closest(m, [x for x, name, _ in said if name == "sales-words"], 3)
        for profit in profits:
            for sold in sales:
                if profit.currency == sold.currency and (profit.value or 0) * profit.scale < (sold.value or 0) * sold.scale:
                    alone = sort and len(profits) == len(sales) == 1
                    sure = alone and all(abs(x.sentence - m.sentence) < 2 for x in (profit, sold))
                    yield triple("margin", {"profit": profit, "sales": sold, "margin": m}, "stated" if sure else "inferred")


def _margin(view: View, m: Mention) -> str | None:
    """The sort of the margin that the percentage is, "" for a plain one; None where it is no margin."""
    sentence = view.article.sentences[m.sentence]
    found = _MARGIN_BEFORE.search(view.plain(max(m.lead - 60, sentence.start), m.lead)) or \
        _MARGIN_AFTER.match(view.plain(m.end, min(m.end + 40, sentence.end)))
    return _sort(found[1]) if found else None


def _sort(said: str) -> str:
    found = _SORT.search(said)
    return found[1].replace("-", "") if found else ""


def _beside(view: View, x: Mention) -> tuple[str, str]:
    """Which list has the word for the sum that stands nearest, before it or else right behind it; and the words on that side."""
    sentence = view.article.sentences[x.sentence]
    before = view.plain(max(x.lead - _BESIDE, sentence.start), x.lead)
    cut = [s.end() for s in _STOP.finditer(before)]
    before = before[cut[-1]:] if cut else before
    after = view.plain(x.end, min(x.end + 24, sentence.end))
    stop = _AFTER.search(after)
    for words, last in ((before, True), (after[:stop.start()] if stop else after, False)):
        hits = [(hit.start(), name) for name in _NAMES for hit in _words(view.lexicon, name).finditer(words)]
        if hits:
            return (max(hits) if last else min(hits))[1], words
    return "", ""


_NAMES = ("profit-words", "sales-words")
_AFTER = re.compile(r"[.,;:()]| (?:on|from|and|while|with|against|compared) ")


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(lexicon, name)})(?!\w)")
