"""One and many, and which counted nouns stand for each other."""

from __future__ import annotations

from functools import lru_cache

from ...base.lexicon import Lexicon, default_lexicon


class Lexemes:
    """The nouns of one lexicon."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("plurals")
        self.irregular: dict[str, str] = {str(k): str(v) for k, v in table["irregular"].items()}
        self.same = frozenset(str(w) for w in table["same"])
        self.singular_s = frozenset(str(w) for w in table["singular-s"])
        self.people = frozenset(lexicon.list("person"))
        self.groups: dict[str, frozenset[str]] = {}
        for name, members in lexicon.table("akin").items():
            for word in members:
                known = self.groups.get(str(word), frozenset())
                self.groups[str(word)] = known | {str(name)}
        self._plural: dict[str, bool] = {}

    def singular(self, word: str) -> str:
        """``word`` (its last word if it is a phrase) in lower case and singular."""
        low = word.rsplit(None, 1)[-1].lower() if word.strip() else ""
        if low in self.irregular:
            return self.irregular[low]
        if low in self.same or low in self.singular_s or not low.endswith("s") or len(low) < 3:
            return "other" if low == "others" else low
        if low.endswith(("ss", "us", "'s")):
            return low.removesuffix("'s")
        if low.endswith("men"):
            return low[:-3] + "man"
        if low.endswith("ies") and len(low) > 4:
            return low[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
            return low[:-2]
        return low[:-1]

    def is_plural(self, word: str) -> bool:
        """Whether the word, as printed, looks like a noun in the plural."""
        known = self._plural.get(word)
        if known is None:
            if len(self._plural) > 20_000:
                self._plural.clear()
            known = self._plural[word] = self._looks_plural(word)
        return known

    def _looks_plural(self, word: str) -> bool:
        low = word.lower()
        if "-" in low:
            if low in self.irregular:
                return True
            low = low.rsplit("-", 1)[-1]
        if low in self.irregular or low in self.same or low == "others":
            return True
        if low.endswith(("men", "children")) and len(low) > 4 and not low.endswith(("omen", "imen", "amen", "umen")):
            return True
        if low.endswith("women"):
            return True
        if not low.endswith("s") or len(low) < 3 or low in self.singular_s or low.endswith(("ss", "us", "'s")):
            return False
        if low.endswith("is"):
            return word[:1].isupper() or low.endswith(("skis", "taxis", "kis"))
        return word[-1] == "s"

    def akin(self, a: str, b: str) -> bool:
        one, other = self.singular(a), self.singular(b)
        if not one or not other:
            return False
        return one == other or bool(self.groups.get(one, frozenset()) & self.groups.get(other, frozenset()))


@lru_cache(maxsize=8)
def lexemes(lexicon: Lexicon) -> Lexemes:
    return Lexemes(lexicon)


def singular(word: str, lexicon: Lexicon | None = None) -> str:
    """The head of ``word`` in the singular and lower case: "North Korean soldiers" gives "soldier"."""
    return lexemes(lexicon or default_lexicon()).singular(word)


def akin(head_a: str, head_b: str, lexicon: Lexicon | None = None) -> bool:
    """Whether two counted nouns (one or many) may name the same things: soldiers and troops, dead and killed."""
    return lexemes(lexicon or default_lexicon()).akin(head_a, head_b)
