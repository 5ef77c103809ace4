"""What must occur in an article for a template to be found there: the cheap refusals, asked before anything is searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from . import holes
from .template import Choice, Hole, Mark, Part, Word, Words

#: most ways that a run of words may read, and most entries of a word list that may stand in one
MAX_WAYS, MAX_ENTRIES = 48, 24
#: characters that the text may write otherwise than a template
_WRITTEN = frozenset("-\"'’")


def runs_of(parts: Iterable[Part], kinds: Mapping[str, tuple[str, ...]], entries: Callable[[Words], tuple[str, ...]],
            ) -> tuple[tuple[str, ...], ...]:
    """Stretches of words that stand side by side in whatever the parts match, without spaces and marks.

    Of each stretch one of the ways to write it must occur. Words that stand alone are left out: the index of words
    knows them.
    """
    found: list[tuple[str, ...]] = []
    ways, length = [""], 0
    for part in parts:
        fixed = _fixed(part, kinds, entries)
        if fixed is not None and len(fixed) * len(ways) <= MAX_WAYS:
            ways, length = [w + f for w in ways for f in fixed], length + 1
            if not _loose(part):
                continue
            fixed = None
        if length > 1:
            found.append(tuple(dict.fromkeys(ways)))
        ways, length = (list(fixed), 1) if fixed is not None and not _loose(part) else ([""], 0)
    if length > 1:
        found.append(tuple(dict.fromkeys(ways)))
    return tuple(found)


def _loose(part: Part) -> bool:
    """Whether more may stand between the part and what follows it: the rest of a word, a conversion in brackets."""
    return isinstance(part, Hole) or (isinstance(part, Word) and part.open)


def _fixed(part: Part, kinds: Mapping[str, tuple[str, ...]], entries: Callable[[Words], tuple[str, ...]]) -> list[str] | None:
    """All that the part can be in a text without spaces; None where that is not known."""
    if isinstance(part, Word | Mark):
        return None if _WRITTEN.intersection(part.text) else [part.text.replace(" ", "")]
    if isinstance(part, Hole):
        known = kinds.get(part.name, ())
        return [holes.KIND[k] for k in known] if known and all(k in holes.KIND for k in known) else None
    if isinstance(part, Words):
        words = entries(part)
        if not words or len(words) > MAX_ENTRIES or any(w.endswith("~") for w in words):
            return None
        return list(dict.fromkeys(w.replace(" ", "") for w in words))
    if isinstance(part, Choice) and all(part.either):
        ways: list[str] = []
        for either in part.either:
            if any(map(_loose, either)):
                return None
            made = [""]
            for inner in either:
                fixed = _fixed(inner, kinds, entries)
                if fixed is None or len(fixed) * len(made) > MAX_WAYS:
                    return None
                made = [m + f for m in made for f in fixed]
            ways += made
        return list(dict.fromkeys(ways))
    return None


class Index:
    """Numbers the sets of words of which one must occur, so that an article can answer for all of them at once.

    A mask has one bit for each set. The index grows as templates are compiled and never forgets.
    """

    def __init__(self) -> None:
        self.sets: list[frozenset[str]] = []
        self._bits: dict[frozenset[str], int] = {}
        self._by_word: dict[str, int] = {}
        self._by_start: dict[str, int] = {}
        self._lengths: tuple[int, ...] = ()

    def mask(self, sets: Iterable[frozenset[str]]) -> int:
        """The bits of all these sets."""
        mask = 0
        for words in sets:
            if words not in self._bits:
                self._bits[words] = bit = 1 << len(self.sets)
                self.sets.append(words)
                for word in words:
                    known = self._by_start if word.endswith("~") else self._by_word
                    known[word.removesuffix("~")] = known.get(word.removesuffix("~"), 0) | bit
                self._lengths = tuple(sorted({len(w) for w in self._by_start}))
            mask |= self._bits[words]
        return mask

    def met(self, words: Iterable[str]) -> int:
        """The bits of the sets of which one of ``words`` is a member, or begins as one says."""
        by_word, by_start, lengths = self._by_word, self._by_start, self._lengths
        mask = 0
        for word in words:
            if word in by_word:
                mask |= by_word[word]
            for length in lengths:
                if (start := word[:length]) in by_start:
                    mask |= by_start[start]
        return mask


INDEX = Index()
