"""Names of months and weekdays, from the calendar table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon


@dataclass(frozen=True)
class Names:
    """Words of the calendar and how to find them. Patterns match the word with a full stop of abbreviation."""

    months: dict[str, int]
    weekdays: dict[str, int]
    #: a month's name; not anchored on the left, for speed: look at the character before it
    month: re.Pattern[str]
    #: its source, with no group
    month_source: str
    weekday: re.Pattern[str]
    short_weekday: re.Pattern[str]
    numeric_order: str


@lru_cache(maxsize=8)
def calendar_names(lexicon: Lexicon) -> Names:
    """The calendar words of ``lexicon``."""
    table = lexicon.table("calendar")
    months = _with_capitals(table["months"])
    full, short = _with_capitals(table["weekdays"]), _with_capitals(table["short_weekdays"])
    spelled = {w: n for w, n in months.items() if len(w) > 4 or w.title() in ("May", "June", "July")}
    short_months = {w: n for w, n in months.items() if w not in spelled}
    source = rf"(?:(?:{_any(spelled)})(?!\w)|(?:{_any(short_months)})(?!\w)\.?)"
    return Names(months, {**full, **short}, re.compile(source), source, re.compile(f"(?:{_any(full)})(?!\\w)"),
                 re.compile(f"(?:{_any(short)})(?!\\w)\\.?(?=,? )"), str(table["numeric_order"]))


def _with_capitals(words: dict[str, int]) -> dict[str, int]:
    return {**words, **{w.upper(): n for w, n in words.items()}}


def _any(words: dict[str, int]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
