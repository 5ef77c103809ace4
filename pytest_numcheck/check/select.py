"""Whether a mention may fill a place of a rule: the selector's kinds, unit, noun, neighbours, hedge and place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..language.model import Selector, expand
from ..numbers.clause.lexemes import akin, singular
from ..numbers.mention import Cue, Mention, Reading

Binding = Mapping[str, int | tuple[int, ...]]


class Selectors:
    """Answers for one article."""

    def __init__(self, reading: Reading, lexicon: Lexicon):
        self.reading, self.lexicon = reading, lexicon
        head = reading.article.headline
        self._headline_end = head.end if head else -1

    def fits(self, selector: Selector, thing: Mention | Cue, bound: Binding) -> bool:
        """Whether ``thing`` satisfies ``selector``, given what else is bound (for ``same as``)."""
        if selector.is_plain:
            return not selector.kinds or thing.kind in selector.kinds
        if selector.kinds and thing.kind not in selector.kinds:
            return False
        if selector.place and (thing.start < self._headline_end) != (selector.place == "headline"):
            return False
        if selector.near and not self._near(thing, selector.near):
            return False
        if isinstance(thing, Cue):
            return not (selector.of or selector.hedge or selector.same_as or selector.unit)
        if not selector.measured(thing):
            return False
        if selector.same_as and not self._same(selector, thing, bound.get(selector.same_as)):
            return False
        if selector.hedge and (thing.hedge or "none") not in selector.hedge:
            return False
        return not selector.of or self._counts(thing, selector.of)

    def _same(self, selector: Selector, thing: Mention, other_id: int | tuple[int, ...] | None) -> bool:
        if isinstance(other_id, tuple):
            other_id = other_id[0] if other_id else None
        other = None if other_id is None else self.reading.by_id.get(other_id)
        if other is None:
            return True
        return isinstance(other, Mention) and other.id != thing.id and same_measure(thing, other, selector.another_unit)

    def _counts(self, thing: Mention, nouns: tuple[str, ...]) -> bool:
        wanted = _expanded(nouns, self.lexicon)
        head = (thing.head or "").lower()
        return bool(head) and (head in wanted or any(w in wanted for w in (thing.noun or "").lower().split()))

    def _near(self, thing: Mention | Cue, words: tuple[str, ...]) -> bool:
        sentence = self.reading.article.sentences[thing.sentence]
        text = self.reading.article.text[sentence.start:sentence.end].lower()
        return any(holds_word(text, w) for w in _expanded(words, self.lexicon))


@lru_cache(maxsize=512)
def _expanded(words: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The words and their singulars; ``<list>`` stands for the words of that list."""
    plain = expand(words, lexicon)
    return plain | {singular(w) for w in plain}


def same_measure(a: Mention, b: Mention, another_unit: bool = False) -> bool:
    """The same kind of thing: dimension and currency agree, and counts count akin nouns; or in different units."""
    if another_unit:
        return a.dimension == b.dimension and a.unit != b.unit and (a.kind == b.kind or "rate" in (a.kind, b.kind))
    if a.dimension != b.dimension or a.currency != b.currency:
        return False
    if a.kind == b.kind == "rate":
        return a.unit == b.unit
    if {a.kind, b.kind} <= {"count", "vague"}:
        return not a.head or not b.head or akin(a.head, b.head)
    return a.kind == b.kind or {a.kind, b.kind} <= {"duration", "age"}


def holds_word(text: str, word: str) -> bool:
    """Whether ``text`` (lower case) holds ``word`` as a whole word or phrase."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if (at == 0 or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
            return True
        at = text.find(word, at + 1)
    return False
