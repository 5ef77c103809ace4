"""The noun phrase that a number counts: "6,650 employees", "8,000 of those North Korean forces"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ...base.lexicon import Lexicon
from ..labels.line import NUMBER_WORD, Line
from .lexemes import Lexemes, lexemes

_LONGEST = 9
#: kinds that may stand inside a noun phrase: "three 17-sq-m glass mirrors", "five 16-year-old girls"
_INSERTS = frozenset(["ordinal", "age", "duration", "length", "area", "volume", "mass", "power", "speed", "money", "measure",
                      "data", "energy"])
_JOINERS = frozenset(["and", "or", ",", "&"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``first``..``head`` of a line, both included; ``noun`` is their text."""

    first: int
    head: int
    noun: str
    lemma: str


class Nouns:
    """Finds noun phrases with one lexicon's closed classes."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("grammar")
        self.lexemes: Lexemes = lexemes(lexicon)
        self.stops = frozenset(chain.from_iterable(map(_set, table["stops"].values())))
        self.strong, self.states = _set(table["strong"]), _set(table["states"])
        self.one_nouns = _set(table["one-nouns"])
        self.adjectives, self.verbs = _set(table["adjectives"]), _set(table["verbs"])
        self.compound, self.in_money, self.tallies = _set(table["compound-s"]), _set(table["in-money"]), _set(table["tallies"])

    def after(self, line: Line, i: int, one: bool, mass: bool = False) -> Phrase | None:
        """The phrase that begins at word ``i``, None where there is none.

        ``one`` if a singular noun is counted; ``mass`` if the noun may be either ("20% of meat").
        """
        low = line.low
        n = min(len(low), i + _LONGEST)
        while i < n and low[i] in ("more", "fewer", "less", "different"):
            i += 1
        first, head, plural, j = i, -1, -1, i
        while j < n:
            word = low[j]
            if word == NUMBER_WORD:
                draft = line.drafts[j]
                if plural >= 0 or draft is None or draft.kind not in _INSERTS or j + 1 >= n or low[j + 1] in self.stops:
                    break
                j += 1
                first = j if head < 0 else first
                continue
            if not word[0].isalpha():
                if not self._passes(line, j, n, plural):
                    break
                j += 1
                first = j if head < 0 else first
                continue
            if word in self.stops:
                if word not in _JOINERS or head < 0 or plural >= 0 or one or not self._leads_on(line, j, n):
                    break
                j += 1
                continue
            printed = line.word(j)
            if plural >= 0 and not self._extends(line, j, plural):
                break
            many = self.lexemes.is_plural(printed)
            if head >= 0 and plural < 0:
                if one and many and word not in self.compound:
                    break
                if self._is_verb(low, j, one or mass, many):
                    break
            elif self._opens_with_verb(line, j, head, one, one or not many):
                break
            head = j
            if many and (not one or head == first):
                plural = j
            j += 1
        return self._phrase(line, first, head, plural, one or mass)

    def _phrase(self, line: Line, first: int, head: int, plural: int, one: bool) -> Phrase | None:
        if head < 0:
            return None
        if plural >= 0:
            head = max(plural, head)
        elif one:
            while head > first and self._weak(line.low[head]):
                head -= 1
            if self._weak(line.low[head]) and line.low[head] not in self.states:
                return None
        else:
            word = line.low[first]
            if word in self.states:
                return self.made(line, first, first)
            following = line.at(first + 1)
            alone = following in self.stops or following in self.verbs or not following[:1].isalpha()
            if head != first or not alone or self._weak(word) or word in self.verbs or not line.word(first)[0].isupper():
                return None
        return self._with_second(line, self.made(line, first, head))

    def _with_second(self, line: Line, phrase: Phrase) -> Phrase:
        """"20 men and women": both nouns, where both are people and the second has no number of its own."""
        j = phrase.head + 2
        people = self.lexemes.people
        both = line.at(j - 1) in ("and", "or") and line.at(j) in people and line.low[phrase.head] in people
        if both and self.lexemes.is_plural(line.word(j)):
            return Phrase(phrase.first, j, line.span(phrase.first, j), phrase.lemma)
        return phrase

    def made(self, line: Line, first: int, head: int) -> Phrase:
        """The phrase of words ``first``..``head``."""
        noun = line.span(first, head).removesuffix("'s")
        return Phrase(first, head, noun, self.lexemes.singular(line.low[head]))

    def _weak(self, word: str) -> bool:
        """Whether the word cannot head a phrase: a participle, an adverb, an adjective."""
        return word in self.adjectives or word in self.states or _participle(word)

    def _passes(self, line: Line, j: int, n: int, plural: int) -> bool:
        """Whether the mark at ``j`` stands inside a phrase: an apostrophe, a hyphen, a comma between adjectives."""
        mark = line.low[j]
        if mark == '"' and line.at(j - 1) == NUMBER_WORD:
            return line.at(j + 1)[:1].isalpha()
        if j + 1 >= n or (plural >= 0 and mark != "'"):
            return False
        if mark == "'":
            return line.low[j - 1].endswith("s") and line.starts[j] == line.ends[j - 1] and line.low[j + 1][0].isalpha()
        if mark == "-":
            return line.starts[j] == line.ends[j - 1] and line.ends[j] == line.starts[j + 1]
        if mark == ",":
            return line.low[j - 1] in self.adjectives and line.low[j + 1] not in self.stops and line.low[j + 1][0].isalpha()
        return mark == "." and line.ends[j] < len(line.text) and line.low[j - 1] in ("st", "mr", "dr", "gov", "u.s", "sq")

    def _opens_with_verb(self, line: Line, j: int, head: int, one: bool, verbal: bool) -> bool:
        """Whether the word right after the number is a verb: "five died"."""
        word = line.low[j]
        if head >= 0 or not verbal or word not in self.verbs or word in self.states or (one and word in self.one_nouns):
            return False
        return line.at(j + 1) in self.states or not self._plural_near(line, j + 1, j + 2)

    def _leads_on(self, line: Line, j: int, n: int) -> bool:
        """Whether "and" at ``j`` joins two modifiers of one plural: "12 black and white dogs", "all fruit and vegetables"."""
        if j + 1 >= n or line.low[j] not in ("and", "or", "&"):
            return False
        return self._plural_near(line, j + 1, min(j + 4, n))

    def _plural_near(self, line: Line, start: int, end: int) -> bool:
        """Whether a plural stands among words ``start``..``end - 1`` before the phrase can end."""
        for k in range(start, min(end, len(line))):
            word = line.low[k]
            if not word[0].isalpha() or word in self.stops:
                return False
            if self.lexemes.is_plural(line.word(k)):
                return True
            if word in self.verbs:
                return False
        return False

    def _extends(self, line: Line, j: int, plural: int) -> bool:
        """Whether word ``j`` goes on after a plural: "24 arms dealers", "900 Rangers fans", "12 sales managers"."""
        word, before = line.low[j], line.low[j - 1]
        if before == "'":
            return True
        if word in self.verbs or word in self.states or _participle(word):
            return False
        if before in self.compound:
            return self._plural_near(line, j, j + 4)
        if plural != j - 1:
            return False
        printed = line.word(j)
        if line.word(j - 1)[0].isupper() and printed[0].isupper():
            return self._plural_near(line, j, j + 4)
        if line.text[line.starts[j - 1]].isupper() and j - 1 > 0 and not printed[0].isupper():
            return self.lexemes.is_plural(printed)
        return not printed[0].isupper() and word.endswith("s") and self.lexemes.is_plural(printed) and len(word) > 3

    def _is_verb(self, low: list[str], j: int, one: bool, many: bool) -> bool:
        """Whether word ``j``, after a possible head and before any plural, is the verb: "one woman killed"."""
        word, before = low[j], low[j - 1]
        if one and before.endswith(("ible", "ful", "less", "ous")):
            return False
        if word in self.verbs:
            return one or not many
        if not one or before in self.adjectives or before.endswith("ly") or "-" in word:
            return False
        return _participle(word) and not _participle(before)


def _participle(word: str) -> bool:
    return len(word) > 4 and word.endswith(("ed", "ly", "ing")) and "-" not in word


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(str(w) for w in words)


@lru_cache(maxsize=8)
def nouns(lexicon: Lexicon) -> Nouns:
    return Nouns(lexicon)
