"""Bands of plausible values: tables of ``rules/data`` whose entries have words, a low and a high end and a source."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..numbers.dimension import Dimension
from ..numbers.interval import Interval
from .amounts import parse_amount
from .value import Value


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of a table by the words that stand for them, all of one dimension."""

    name: str
    dimension: Dimension
    bands: Mapping[str, Value]


@lru_cache(maxsize=64)
def table(lexicon: Lexicon, name: str) -> Table:
    """The table ``name``; raises ValueError with a plain reason where an entry cannot be read, DataError where none is."""
    bands: dict[str, Value] = {}
    dimension: Dimension | None = None
    content = lexicon.table(name)
    if not isinstance(content, Mapping):
        raise ValueError(f"the data table '{name}' is not a mapping")
    for key, entry in content.items():
        if key == "source":
            continue
        if not isinstance(entry, Mapping) or not {"low", "high"} & set(entry):
            raise ValueError(f"'{key}' in the data table '{name}' has neither low nor high")
        value = _band(entry, f"'{key}' in the data table '{name}'")
        if dimension is not None and value.dimension != dimension:
            raise ValueError(f"'{key}' in the data table '{name}' is {value.dimension}, the others are {dimension}")
        dimension = value.dimension
        for word in entry.get("words") or [key]:
            bands[str(word).lower()] = value
    if dimension is None:
        raise ValueError(f"the data table '{name}' is empty")
    return Table(name, dimension, bands)


def _band(entry: Mapping[str, object], what: str) -> Value:
    ends = {}
    for end in ("low", "high"):
        if entry.get(end) is not None:
            try:
                ends[end] = parse_amount(str(entry[end]))
            except ValueError as e:
                raise ValueError(f"{what}: {e}") from None
    made = list(ends.values())
    if len(made) == 2 and (made[0].dimension, made[0].currency) != (made[1].dimension, made[1].currency):
        raise ValueError(f"{what}: low and high do not measure the same thing")
    low = ends["low"].allowed()[0].low if "low" in ends else -math.inf
    high = ends["high"].allowed()[0].high if "high" in ends else math.inf
    if low > high:
        raise ValueError(f"{what}: low is above high")
    return Value(Interval(low, high, math.isinf(low), math.isinf(high)), made[0].dimension, currency=made[0].currency)


def band(lexicon: Lexicon, name: str, word: str) -> Value | None:
    """The band of the entry that ``word`` (what ``<name>`` matched in the text) stands for; None where there is none."""
    bands = table(lexicon, name).bands
    word = " ".join(word.lower().split())
    if word in bands:
        return bands[word]
    from ..numbers.clause.lexemes import singular

    head = word.rpartition(" ")[0]
    return bands.get(f"{head} {singular(word)}".strip())
