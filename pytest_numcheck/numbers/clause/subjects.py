"""What a sentence says elsewhere that a number counts: its group, its tally, the subject of its verb."""

from __future__ import annotations

from functools import lru_cache

from ...base.lexicon import Lexicon
from ..labels.line import NUMBER_WORD, Line
from .nouns import Nouns, Phrase, nouns

#: how many words back a noun is looked for
_FAR = 60
_TRADED = frozenset(["traded", "sold", "issued", "registered", "produced", "shipped", "ordered", "built", "reported", "exported"])
_HEDGING = frozenset(["about", "around", "some", "nearly", "almost", "over", "under", "more", "less", "than", "roughly", "just",
                      "only", "up", "to", "at", "least", "an", "estimated", "approximately"])


class Subjects:
    """Finds them with one lexicon's words."""

    def __init__(self, lexicon: Lexicon):
        grammar = lexicon.table("grammar")
        self.nouns: Nouns = nouns(lexicon)
        self.groups, self.not_counted = frozenset(map(str, grammar["groups"])), frozenset(map(str, grammar["not-counted"]))
        self.auxiliaries = frozenset(map(str, grammar["stops"]["auxiliaries"])) | {"to", "also", "then", "now"}
        verbs = frozenset(w for name in ("rise", "fall") for w in lexicon.list(name) if " " not in w)
        self.changes = verbs | {"range", "ranges", "ranged", "ranging", "vary", "varies", "varied"}

    def group(self, line: Line, i: int) -> Phrase | None:
        """"a crew of more than 40": the group is what is counted."""
        k = i - 1
        while k > i - 4 and line.at(k) in _HEDGING:
            k -= 1
        if line.at(k) != "of" or line.at(k - 1) not in self.groups:
            return None
        return Phrase(k - 1, k - 1, line.word(k - 1), self.nouns.lexemes.singular(line.low[k - 1]))

    def tally(self, line: Line, i: int, since: int) -> Phrase | None:
        """"the number of US households rose to 10.1m"."""
        low = line.low
        for k in range(i - 2, max(since, i - _FAR), -1):
            if low[k] == "of" and low[k - 1] in self.nouns.tallies and low[k + 1] != NUMBER_WORD:
                return self.nouns.after(line, k + 1, False)
        return None

    def subject(self, line: Line, i: int) -> Phrase | None:
        """"casualties rose to 167": the plural before the verb of change."""
        low = line.low
        for k in range(i - 1, max(i - 9, 0), -1):
            if low[k] in self.changes:
                return self._plural_before(line, k - 1)
            if low[k] == NUMBER_WORD or not low[k][0].isalnum():
                return None
        return None

    def _plural_before(self, line: Line, head: int) -> Phrase | None:
        """The phrase that ends at word ``head``, auxiliaries and adverbs aside, if it is a plural that can be counted."""
        low = line.low
        while head >= 0 and (low[head] in self.auxiliaries or low[head].endswith("ly")):
            head -= 1
        if head > 0 and low[head] in _TRADED and self.nouns.lexemes.is_plural(line.word(head - 1)):
            head -= 1  # "contracts traded rose to 561,830"
        if head < 0 or low[head] in self.not_counted or low[head] in self.nouns.stops:
            return None
        if not self.nouns.lexemes.is_plural(line.word(head)):
            return None
        if line.word(head)[0].isupper() and head > 0 and line.word(head - 1)[0].isupper():
            return None  # "National Distillers rose 3-1/8"
        first = head
        while first > 0 and low[first - 1][0].isalpha() and low[first - 1] not in self.nouns.stops and head - first < 3:
            first -= 1
        return Phrase(first, head, line.span(first, head), self.nouns.lexemes.singular(low[head]))


@lru_cache(maxsize=8)
def subjects(lexicon: Lexicon) -> Subjects:
    return Subjects(lexicon)
