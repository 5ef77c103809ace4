"""Whether two mentions measure the same sort of thing."""

from __future__ import annotations

from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import akin, singular
from ...numbers.dimension import NUMBER, TEMPERATURE, TEMPERATURE_DIFFERENCE
from ...numbers.mention import Mention

_PLAIN = {"count": "count", "vague": "count"}


def same_measure(a: Mention, b: Mention) -> bool:
    """Same dimension, for money the same currency, for plain numbers the same kind, for rates the same denominator."""
    if a.dimension != b.dimension or a.currency != b.currency:
        return False
    if a.per != b.per or (a.per and a.per_amount != b.per_amount):
        return False
    return a.dimension != NUMBER or _PLAIN.get(a.kind, a.kind) == _PLAIN.get(b.kind, b.kind)


def other_unit(a: Mention, b: Mention) -> bool:
    """A measure of the same dimension in another unit: what a conversion joins."""
    pair = {a.dimension, b.dimension}
    if len(pair) == 2 and pair != {TEMPERATURE, TEMPERATURE_DIFFERENCE}:
        return False
    if a.kind == "rate" or b.kind == "rate":
        timed = a.per != b.per and dict(a.dimension.powers).get("time")  # $500 a week is not what $26,000 a year measures
        cents = a.currency == b.currency and a.currency and a.per == b.per  # cents are not another unit than dollars
        return a.kind == b.kind and a.unit != b.unit and bool(a.unit and b.unit) and not timed and not cents
    return NUMBER not in pair and a.unit is not None and b.unit is not None and a.unit != b.unit


def same_heads(a: Mention, b: Mention, lexicon: Lexicon) -> bool | None:
    """Whether what they count is akin; None where one does not say."""
    if not a.head or not b.head:
        return None
    return akin(a.head, b.head, lexicon)


#: words that stand for persons without being words for persons
_STANDING = {"dead", "killed", "injured", "wounded", "hurt", "body", "death", "fatality", "casualty", "corpse", "life", "other",
             "jury", "squad", "cabinet", "delegation"}


@lru_cache(maxsize=8)
def _people(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(singular(w, lexicon) for w in lexicon.list("person")) | _STANDING


def is_person(head: str | None, lexicon: Lexicon) -> bool:
    """Whether the counted noun stands for persons."""
    return bool(head) and singular(head or "", lexicon) in _people(lexicon)


def could_hold(whole: Mention, part: Mention, lexicon: Lexicon) -> bool:
    """Whether what ``part`` counts may be among what ``whole`` counts: akin nouns, persons among persons, or one unsaid."""
    if not same_measure(whole, part):
        return False
    akin_heads = same_heads(whole, part, lexicon)
    return akin_heads is not False or (is_person(whole.head, lexicon) and is_person(part.head, lexicon))


