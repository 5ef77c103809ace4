"""The verb or noun of change that governs a number: "rose … by 12", "a fall from … to 40"."""

from __future__ import annotations

from functools import lru_cache

from ...base.lexicon import Lexicon
from ..labels.line import NUMBER_WORD, Line
from ..scan import Draft
from .lexemes import Lexemes, lexemes

_HARD = frozenset([".", ";", "?", "!"])
_FAR, _NEAR = 26, 12


class Movers:
    """One lexicon's words of change."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("changes")
        lists = {"up": lexicon.list("rise"), "down": lexicon.list("fall")}
        self.verbs = {w: way for way, words in lists.items() for w in words if " " not in w}
        #: "went up": the way by the last word and then the first
        self.phrasal: dict[str, dict[str, str]] = {}
        for way, words in lists.items():
            for first, _, last in (w.partition(" ") for w in words if " " in w):
                self.phrasal.setdefault(last, {})[first] = way
        nouns = dict.fromkeys(lexicon.list("rise-noun"), "up") | dict.fromkeys(lexicon.list("fall-noun"), "down")
        self.nouns = nouns | {f"{word}{'es' if word.endswith('ss') else 's'}": way for word, way in nouns.items()}
        self.to, self.neutral, self.loose = words_of(table["to"]), words_of(table["movers"]), words_of(table["loose-movers"])
        self.passes, self.particles = words_of(table["passes"]), words_of(table["particles"])
        self.no_range = words_of(table["no-range"])
        self.lexemes: Lexemes = lexemes(lexicon)

    def way_of(self, line: Line, k: int) -> str | None:
        """"up", "down", or None where word ``k`` is no verb or noun that says which."""
        word = line.low[k]
        if word in self.phrasal and line.at(k - 1) in self.phrasal[word]:
            return self.phrasal[word][line.at(k - 1)]
        return self.verbs.get(word) or self.nouns.get(word)

    def governs(self, line: Line, j: int, *, by: bool) -> int | None:
        """The nearest word of change before word ``j`` in its clause; ``by``: it must say which way."""
        low = line.low
        for k in range(j - 1, max(j - _FAR, -1), -1):
            word = low[k]
            if word in _HARD:
                return None
            if self.way_of(line, k):
                if word.endswith("ing") and low[k - 1] in _ARTICLES and k + 1 < j and low[k + 1][0].isalpha():
                    continue  # "as a result of the rising dollar"
                return None if not by and word.startswith("add") else k
            follower = line.drafts[k + 1] if word in ("up", "down", "off") else None
            if follower is not None and follower.change == ("down" if word == "off" else word):
                return k
            if not by and word == "up" and low[k + 1] == "to" and line.at(k - 1) in _BE:
                return k
            if word == NUMBER_WORD and not by:
                word = line.word(k).lower()
            if not by and word in self.neutral and j - k <= _NEAR:
                said = word not in self.loose or low[j] == "from" or "from" in low[k:j - 1]
                return k if said else None
            if not by and ((word in self.to and k < j - 1) or word in self.no_range):
                return None
            if word in ("who", "that", "which") and j - k > 6:
                return None
        return None

    def ends_change(self, line: Line, j: int, i: int, draft: Draft) -> bool:
        """Whether "to" or "from" at word ``j`` makes number ``i`` an end of a change."""
        low = line.low
        following = line.at(i + 1)
        if following == "-" and draft.kind in ("count", "ratio"):
            return False
        if draft.kind == "count" and draft.value == 1 and (following in _PRONOUN_ONE or following.endswith("ed")):
            return False
        before, earlier = line.at(j - 1), line.at(j - 2)
        if before == "up" and low[j] == "to" and earlier in _BE and "from" in low[i:i + 10]:
            return True
        if before == "up" and low[j] == "to":
            return earlier in self.verbs or earlier in self.phrasal["up"]
        if before in ("up", "down"):
            return earlier not in self.particles
        k = self.governs(line, j, by=False)
        if k is None or (low[k] in self.loose and (draft.kind == "duration" or draft.value == 1)):
            return False
        return draft.kind not in ("count", "vague") or self._same_things(line, k, j, draft)

    def _same_things(self, line: Line, k: int, j: int, draft: Draft) -> bool:
        """Whether the count after "to" is what changed, not whom it helps: "increased aid to 12 towns"."""
        between = line.drafts[k:j]
        if draft.noun_end > draft.end and any(d is not None and d.kind not in _SCALAR for d in between):
            return False
        if draft.head is None or all(self._light(line, m) for m in range(k + 1, j)):
            return True
        said = {self.lexemes.singular(w) for w in line.low[max(k - 8, 0):j]}
        return draft.head in said or not said.isdisjoint(_TOTALS) or "from" in line.low[k:j]

    def _light(self, line: Line, m: int) -> bool:
        """Whether word ``m`` may stand between a verb and its "to": a number, what that counts, an adverb."""
        word = line.low[m]
        if line.drafts[m] is not None or word in self.passes or is_adverb(word):
            return True
        start = line.starts[m]
        return any(d is not None and d.end < start <= d.noun_end for d in line.drafts[max(m - 5, 0):m])


_BE = frozenset(["is", "was", "are", "were", "been", "be"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their", "this"])
#: after these "one" is a pronoun: "grew into one that"
_PRONOUN_ONE = frozenset(["that", "which", "who", "where", "of"])
_SCALAR = frozenset(["count", "percent", "percent-point", "vague"])
_TOTALS = frozenset(["toll", "number", "total", "tally", "count"])


def is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def words_of(entries: list[str]) -> frozenset[str]:
    return frozenset(str(w) for w in entries)


@lru_cache(maxsize=8)
def movers(lexicon: Lexicon) -> Movers:
    return Movers(lexicon)
