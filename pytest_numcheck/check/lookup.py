"""Bands looked up in a data table by the word that a template matched: how fast a train can be, how large an army is."""

from __future__ import annotations

from functools import lru_cache

from ..base.lexicon import Lexicon
from ..language.amounts import parse_amount
from ..language.value import Value
from ..numbers.interval import Interval


@lru_cache(maxsize=1024)
def band(lexicon: Lexicon, table: str, word: str) -> Value | None:
    """From ``low`` to ``high`` of the entry of ``table`` that has ``word`` among its words; None where there is none."""
    word = " ".join(word.lower().split())
    for key, entry in lexicon.table(table).items():
        if word == key or word in (str(w).lower() for w in entry.get("words", ())):
            low, high = parse_amount(str(entry["low"])), parse_amount(str(entry["high"]))
            assert low.interval is not None
            assert high.interval is not None
            return Value(Interval(low.interval.low, high.interval.high), high.dimension, currency=high.currency,
                         nominal=high.interval.high)
    return None
