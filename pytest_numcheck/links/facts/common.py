"""How much two tellings of a number have in common, in points, with the reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import akin
from ..clauses.telling import Telling

#: so many figures of one sort in an article are several, and so many are many; so many in a sentence are a row
_SEVERAL, _MANY, _ROW = 6, 11, 3
_HALF, _MOST, _MUCH = 0.4, 0.7, 0.4
_MOSTLY = 0.6
#: what part of the words of the shorter clause two parallel clauses share
_ALIKE = 0.4
#: how many words are others where one thing is said of each of two
_OTHER = 2

#: figures of which two are often near each other by chance, and of which they seldom are
_OFTEN, _SELDOM = {"percent", "rate", "mass", "ratio"}, {"duration", "length", "speed", "area", "temperature"}
_SLIGHT = {"about", "nearly"}


class Rarity:
    """How rare a word is among the sentences that tell numbers."""

    def __init__(self, sentences: Iterable[frozenset[str]]):
        self.seen: dict[str, int] = {}
        self.rows = 0
        for words in sentences:
            self.rows += 1
            for word in words:
                self.seen[word] = self.seen.get(word, 0) + 1

    def __call__(self, words: frozenset[str]) -> float:
        # the words in order, so that the sum does not depend on the order of a set
        return sum(math.log((self.rows + 1) / (self.seen.get(w, 0) + 0.5)) for w in sorted(words))


@lru_cache(maxsize=8)
def points_table(lexicon: Lexicon) -> dict[str, int]:
    return {str(k): int(v) for k, v in lexicon.table("told")["points"].items()}


@lru_cache(maxsize=8)
def _others(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(str(w) for w in lexicon.table("told")["others"])


def common(a: Telling, b: Telling, rarity: Rarity, figures: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Points, and the names of what gave or took them. ``a`` stands first; ``figures``: how many of their sort there are."""
    table = points_table(lexicon)
    reasons = tuple(r for r in _reasons(a, b, rarity, figures, lexicon) if table.get(r))
    return sum(table[r] for r in reasons), reasons


def _reasons(a: Telling, b: Telling, rarity: Rarity, figures: int, lexicon: Lexicon) -> Iterator[str]:
    yield from _beside(a, b)
    yield from _shared(a, b, rarity)
    yield from _things(a, b, lexicon)
    one, two = a.mention, b.mention
    if a.names and b.names and not a.names & b.names:
        yield "other names"
    told = bool(a.when), bool(b.when)
    if (all(told) and not a.when & b.when) or (told[0] != told[1] and _dated(a.apart ^ b.apart, a.when | b.when)):
        yield "another time"
        if parallel(a, b):
            yield "set against another time"
    elif a.dates and b.dates and not a.dates & b.dates:
        yield "another date"
    if a.apart ^ b.apart:
        yield "a word that sets apart"
    if not (a.apart ^ b.apart).isdisjoint(_others(lexicon)):
        yield "another, each"
    if a.contrast and b.contrast and not a.contrast & b.contrast:
        yield "contrasting words"
    if one.change != two.change:
        yield "a change" if None in (one.change, two.change) else "two changes"
        if b.state and one.change is None:
            yield "a toll that moved"
    if one.hedge and two.hedge and one.hedge != two.hedge and not {one.hedge, two.hedge} <= _SLIGHT:
        yield "another hedge"
    if b.back:
        yield "the, those"
    if a.shown != b.shown:
        yield "a caption or table"
    elif a.line or b.line or a.shown:
        yield "figures in lines"
    if one.quoted != two.quoted and two.sentence - one.sentence <= 2:
        yield "a quotation"
    elif two.sentence - one.sentence == 1 and not b.back and a.shown == b.shown:
        yield "side by side"
    if parallel(a, b):
        yield "other words in the same place"
        if two.sentence - one.sentence == 1:
            yield "told in parallel"
            if _each(a, b):
                yield "one said of each"
    if one.unit != two.unit:
        yield "another unit"
    if one.kind in _OFTEN:
        yield "a percentage or rate"
    elif one.kind in _SELDOM:
        yield "a length or duration"
    if figures >= _SEVERAL:
        yield "several figures" if figures < _MANY else "many figures"
    if min(a.beside, b.beside) > 1:
        yield "several beside it"
    if min(a.beside, b.beside) >= _ROW:
        yield "a row of figures"


def _dated(apart: frozenset[str], when: frozenset[str]) -> bool:
    """Whether what sets one apart is a time: "last year", "previous", "earlier"."""
    return any(not when.isdisjoint(words.split()) for words in apart)


def parallel(a: Telling, b: Telling) -> bool:
    """Whether both say the same, each of another thing: "the price of the old bonds was", "the price of the new bonds was"."""
    one, two = a.clause | a.when, b.clause | b.when
    if b.back or a.mention.quoted != b.mention.quoted or not (one - two and two - one):
        return False
    if not (a.before[-1:] == b.before[-1:] != () or a.after[:1] == b.after[:1] != ()):
        return False
    shared = len(a.clause & b.clause)
    shorter = min(len(a.clause), len(b.clause))
    return shared >= min(shorter - 1, 2) and shared >= max(_ALIKE * shorter, 1)


def _each(a: Telling, b: Telling) -> bool:
    """Whether all but a word or two are the same: "the new bridge is long", "the old bridge is long"."""
    one, two = a.clause | a.when, b.clause | b.when
    return max(len(one - two), len(two - one)) <= _OTHER


def _beside(a: Telling, b: Telling) -> Iterator[str]:
    left = bool(a.before and b.before and a.before[-1] == b.before[-1])
    right = bool(a.after and b.after and a.after[0] == b.after[0])
    if left:
        yield "same word before"
    if right:
        yield "same word after"
    if left and right:
        yield "same words on both sides"
    if left and len(a.before) > 1 and a.before[-2:] == b.before[-2:]:
        yield "two words before"
    if right and len(a.after) > 1 and a.after[:2] == b.after[:2]:
        yield "two words after"
    if (a.after and a.after[0] in b.before[-2:]) or (b.after and b.after[0] in a.before[-2:]):
        yield "words turned about"
    near = len(frozenset(a.before + a.after) & frozenset(b.before + b.after))
    if near >= 2:
        yield "two words near" if near == 2 else "three words near"


def _shared(a: Telling, b: Telling, rarity: Rarity) -> Iterator[str]:
    clause = a.clause & b.clause
    if len(clause) > 1:
        part = rarity(clause) / max(min(rarity(a.clause), rarity(b.clause)), 0.1)
        if part >= _HALF:
            yield "half the clause"
        if part >= _MOST:
            yield "most of the clause"
    words = a.words & b.words
    if words:
        share = rarity(words) / max(rarity(a.words | b.words), 0.1)
        if share >= _MUCH:
            yield "much of the sentence"
        if share >= _MOSTLY:
            yield "most of the sentence"
    if len(words) >= 3:
        yield "three words in common"
    if len(words) >= 5:
        yield "five words in common"


def _things(a: Telling, b: Telling, lexicon: Lexicon) -> Iterator[str]:
    one = a.mention
    named = a.near & b.near
    if named:
        yield "the same person" if one.kind == "age" else "the same name near"
    if a.state != b.state:
        yield "a state" if None in (a.state, b.state) else "another state"
    elif a.state:
        yield "the same state"
    if one.kind in ("age", "ordinal"):
        yield f"an {one.kind}"
    if one.kind == "count" and a.head and b.head:
        yield "the same noun" if a.head == b.head else "akin nouns" if akin(a.head, b.head, lexicon) else "another noun"
    if b.modifiers - a.modifiers:
        yield "a narrower noun"
    if a.modifiers and b.modifiers and not a.modifiers & b.modifiers:
        yield "another sort"
