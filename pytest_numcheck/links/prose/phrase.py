"""Templates: prose with places for numbers, found in a view."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from ...base.lexicon import Lexicon
from . import holes
from .builder import Builder
from .needs import INDEX
from .segment import Hit, Segment
from .template import Part, PhraseError, parse, places_of, sequences
from .view import View

__all__ = ["Found", "Phrase", "PhraseError", "compile_phrase"]

#: how far ``...`` reaches, in characters of a view: inside a sentence, and where it may cross sentences
GAP, WIDE_GAP = 110, 330
#: how many candidates for what follows a gap are offered, and how many matches for one beginning
NEXT, PER_START, MAX_FOUND = 3, 9, 20_000
_BALANCED = regex.compile(r"(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*+")


@dataclass(frozen=True, slots=True)
class Found:
    """A match: ids by name (a tuple for a name inside ``list(…)``), its span of prose, and what each word list matched."""

    binding: Mapping[str, int | tuple[int, ...]]
    start: int
    end: int
    words: Mapping[str, str]


@dataclass(slots=True)
class Phrase:
    """A compiled template. ``kinds``: for each place that must be filled, the kinds that may fill it. ``cues``: words
    (letters and digits; ``land~`` for a beginning) one of which must occur, or nothing where no word must."""

    text: str
    names: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    cues: tuple[str, ...]
    sequences: tuple[tuple[Segment, ...], ...]
    #: for each sequence the sets of words, of ``needs.INDEX``, that it needs one of each of
    needs: tuple[int, ...]

    def possible(self, view: View) -> bool:
        """Whether the article holds the words that some way to read the template needs: the cheap refusal."""
        met = view.met
        return any(need & met == need for need in self.needs)

    def find(self, view: View, start: int = 0, end: int | None = None, *, cross: bool = False) -> Iterator[Found]:
        """All matches inside a span of the prose, by position.

        ``cross`` lets ``...`` step over the ends of sentences. Where several things could follow a ``...`` the nearest
        few are offered, each as a match of its own, the nearest first. A name in an optional part may be unbound.
        """
        end = len(view.article.text) if end is None else end
        rows: list[tuple[int, int, int, Found]] = []
        seen: set[tuple[tuple[str, int | tuple[int, ...]], ...]] = set()
        met = view.met
        for need, sequence in zip(self.needs, self.sequences, strict=True):
            if need & met != need or not _possible(view, sequence, cross):
                continue
            chains: list[list[Hit]] = []
            for segment in sequence:
                chains.append(segment.hits(view))
                if not chains[-1]:
                    break
            if not chains[-1]:
                continue
            starts = [[h.start for h in hits] for hits in chains]
            for first in chains[0]:
                if not start <= view.to_prose(first.start) < end:
                    continue
                for chain in _chains(view, chains, starts, [first], cross)[:PER_START]:
                    binding = tuple(sorted(b for h in chain for b in h.binding))
                    stop = view.to_prose(chain[-1].end)
                    if stop <= end and binding not in seen:
                        seen.add(binding)
                        words = {k: w for h in chain for k, w in h.words}
                        found = Found(dict(binding), view.to_prose(first.start), stop, words)
                        rows.append((first.start, chain[-1].end, len(rows), found))
                if len(rows) > MAX_FOUND:
                    view.note(f"a phrase was found more than {MAX_FOUND:,} times; the rest was not looked at")
                    break
        for *_, found in sorted(rows, key=lambda r: r[:3]):
            yield found


def _possible(view: View, sequence: tuple[Segment, ...], cross: bool) -> bool:
    """Whether every stretch could occur; without ``cross`` in one sentence."""
    common = sequence[0].rows(view)
    for segment in sequence[1:]:
        if not common:
            return False
        rows = segment.rows(view)
        common = rows if cross else common & rows
    return bool(common)


def _chains(view: View, hits: list[list[Hit]], starts: list[list[int]], chain: list[Hit], cross: bool) -> list[list[Hit]]:
    """All ways to go on from the hits chosen so far, nearest first."""
    at = len(chain)
    if at == len(hits):
        return [chain]
    here = chain[-1].end
    reach = WIDE_GAP if cross else GAP
    found: list[list[Hit]] = []
    offered: list[tuple[tuple[str, int | tuple[int, ...]], ...]] = []
    for i in range(bisect_left(starts[at], here), len(hits[at])):
        hit = hits[at][i]
        gap = view.text[here:hit.start]
        if len(gap) > reach or (not cross and holes.SENTENCE_END in gap):
            break
        if hit.binding in offered or not _BALANCED.fullmatch(gap):
            continue
        offered.append(hit.binding)
        found += _chains(view, hits, starts, [*chain, hit], cross)
        if len(offered) == NEXT or len(found) >= PER_START:
            break
    return found


def compile_phrase(text: str, kinds: Mapping[str, tuple[str, ...]], lexicon: Lexicon, *, known: bool = False) -> Phrase:
    """The phrase for a template. Raises PhraseError (``what``, ``offset`` into the text).

    ``kinds`` gives for every name that the template may use the kinds of mention or cue that may stand there. Of a
    template that is ``known`` to be in order the patterns are made when an article first has its words.
    """
    phrase = _compiled(text, tuple(sorted((name, tuple(k)) for name, k in kinds.items())), lexicon)
    for segments in () if known else phrase.sequences:
        for segment in segments:
            assert segment.form
    return phrase


@lru_cache(maxsize=4096)
def _compiled(text: str, kinds: tuple[tuple[str, tuple[str, ...]], ...], lexicon: Lexicon) -> Phrase:
    builder = Builder(dict(kinds), lexicon)
    built: dict[tuple[Part, ...], Segment] = {}
    ways: list[tuple[Segment, ...]] = []
    read = sequences(parse(text))
    for way in read:
        segments = tuple(built[s] if s in built else built.setdefault(s, builder.build(s)) for s in way)
        ways.append(segments)
    common = set(ways[0][0].kinds).union(*(s.kinds for s in ways[0]))
    for segments in ways[1:]:
        common &= {k for s in segments for k in s.kinds}
    cues: set[str] = set()
    for segments in ways:
        needs = [w for s in segments for w in s.words]
        if not needs:
            cues = set()
            break
        cues |= max(needs, key=lambda n: (min(map(len, n)), sorted(n)))
    places = tuple(dict.fromkeys(name for way in read for s in way for name in places_of(s)))
    masks = tuple(INDEX.mask(w for s in segments for w in s.words) for segments in ways)
    return Phrase(text, places, tuple(sorted(tuple(sorted(k)) for k in common)), tuple(sorted(cues)), tuple(ways), masks)
