"""The article as one string in which every mention and cue is a typed hole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import Any

from ...base.caps import CAPS, Caps
from ...base.lexicon import Lexicon
from ...base.watch import Watch
from ...numbers.mention import Cue, Mention, Reading
from .canvas import Canvas
from .holes import CUE_END, CUE_IDS, MENTION_IDS, NOUN_END
from .needs import INDEX

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(f"[\ue080-\ue0ef{CUE_END}{NOUN_END}{CUE_IDS}]")
_UNSEEN = re.compile(f"[ \ue080-\ue0ef{CUE_END}{NOUN_END}{CUE_IDS}{MENTION_IDS}]+")
_NONE: frozenset[int] = frozenset()


class View:
    """What templates match against.

    ``text`` is the prose in lower case, each run of white space one space; a mention, from its hedge (``lead``) to its
    end, is two characters (kind, id) that show none of its words; a cue is its words between marks; sentences and
    paragraphs end in marks of their own. Offsets given and returned are offsets of the prose unless a name says
    ``view``. ``notes`` collects what was given up: searches out of time, caps that were hit. Where ``watch`` is given,
    searches raise OutOfTime when the article's time is over.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon, caps: Caps = CAPS, watch: Watch | None = None):
        self.reading, self.article, self.lexicon = reading, reading.article, lexicon
        self.caps, self.watch = caps, watch
        #: whether a search was out of time: another run might find more
        self.late = False
        self.notes: list[str] = []
        #: what phrases have already found here, by segment
        self.found: dict[Any, Any] = {}
        #: the sentences in which they could, by segment
        self.rows: dict[Any, frozenset[int] | set[int]] = {}
        self._any: dict[tuple[str, frozenset[str]], set[int]] = {}
        self._met = self._asked = 0
        self._canvas = Canvas(reading)
        self.text = self._canvas.text
        if self._canvas.overflow:
            self.note("more numbers than a view can hold")

    def note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)

    # ---- looking things up

    def mention(self, i: int) -> Mention | Cue:
        return self.reading.by_id[i]

    @cached_property
    def ordered(self) -> tuple[Mention | Cue, ...]:
        """Mentions and cues by position."""
        return tuple(sorted(self.reading, key=lambda m: (m.start, m.end, m.id)))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.ordered]

    def holes(self, start: int, end: int) -> tuple[Mention | Cue, ...]:
        """Mentions and cues that begin in the span, by position."""
        return self.ordered[bisect_left(self._starts, start):bisect_left(self._starts, end)]

    def mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin in the span, by position."""
        return tuple(m for m in self.holes(start, end) if isinstance(m, Mention))

    def words(self, start: int, end: int) -> str:
        """The view's text of a span of prose: lower case, with holes."""
        return self.text[self.to_view(start):self.to_view(end)]

    def bare(self, start: int, end: int) -> str:
        """The view's text of a span without the marks of cues and nouns: words, and two characters for each number."""
        return _MARKS.sub("", self.words(start, end))

    def plain(self, start: int, end: int) -> str:
        """The prose of a span in lower case, white space made single, numbers as printed."""
        text = self.article.text[start:end]
        words = " ".join(text.split())
        before, after = text[:1].isspace(), bool(words) and text[-1].isspace()
        return f"{' ' * before}{words}{' ' * after}".lower()

    # ---- offsets

    def to_view(self, offset: int) -> int:
        """The view offset of a prose offset; inside a hole, where the hole begins."""
        return self._canvas.to_view(offset)

    def to_prose(self, view: int) -> int:
        """The prose offset of a view offset; inside a hole, where the hole begins."""
        return self._canvas.to_prose(view)

    # ---- which sentences are worth searching

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Each sentence's span in the view, without its end marks."""
        return self._canvas.sentences

    @cached_property
    def compact(self) -> list[str]:
        """Each sentence without spaces, marks and ids: words run together, one character for each number."""
        return [_UNSEEN.sub("", self.text[start:end]) for start, end in self.spans]

    @cached_property
    def _span_starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def sentences_between(self, view_start: int, view_end: int) -> range:
        """Indices of the sentences that overlap a span of the view."""
        first = max(bisect_right(self._span_starts, view_start) - 1, 0)
        return range(first, max(bisect_left(self._span_starts, view_end), first))

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        index: dict[str, set[int]] = {}
        for i, (start, end) in enumerate(self.spans):
            for word in _WORD.findall(self.text, start, end):
                if word in index:
                    index[word].add(i)
                else:
                    index[word] = {i}
        return index

    @cached_property
    def _by_prefix(self) -> dict[str, set[int]]:
        return {}

    @cached_property
    def _by_kind(self) -> dict[str, set[int]]:
        index: dict[str, set[int]] = {}
        for m in self.reading:
            index.setdefault(m.kind, set()).add(m.sentence)
        return index

    @cached_property
    def figures(self) -> list[int]:
        """How many mentions each sentence has."""
        counts = [0] * len(self.spans)
        for m in self.reading.mentions:
            counts[m.sentence] += 1
        return counts

    def sentences_with(self, word: str) -> frozenset[int] | set[int]:
        """Sentences that hold a word (letters and digits only; ``land~`` for all that begin so). Not to be changed."""
        if not word.endswith("~"):
            return self._by_word.get(word, _NONE)
        if word not in self._by_prefix:
            hits = [rows for known, rows in self._by_word.items() if known.startswith(word[:-1])]
            self._by_prefix[word] = set[int]().union(*hits)
        return self._by_prefix[word]

    @property
    def met(self) -> int:
        """The sets of ``needs.INDEX`` of which this article has a word, as a mask."""
        known = len(INDEX.sets)
        if self._asked == 0:
            self._met, self._asked = INDEX.met(self._by_word), known
        while self._asked < known:
            self._met |= bool(self.sentences_with_any(INDEX.sets[self._asked])) << self._asked
            self._asked += 1
        return self._met

    def sentences_of(self, kind: str) -> frozenset[int] | set[int]:
        """Sentences that hold a mention or cue of a kind. Not to be changed."""
        return self._by_kind.get(kind, _NONE)

    def sentences_with_any(self, words: frozenset[str]) -> set[int]:
        """Sentences that hold one of the words, as ``sentences_with`` takes them. Not to be changed."""
        key = ("word", words)
        if key not in self._any:
            plain, open_ = _split(words)
            known = self._by_word
            hits = [known[w] for w in known.keys() & plain]
            self._any[key] = set[int]().union(*hits, *(self.sentences_with(w) for w in open_))
        return self._any[key]

    def sentences_of_any(self, kinds: frozenset[str]) -> set[int]:
        """Sentences that hold a mention or cue of one of the kinds. Not to be changed."""
        key = ("kind", kinds)
        if key not in self._any:
            self._any[key] = set[int]().union(*(self.sentences_of(k) for k in kinds))
        return self._any[key]


@lru_cache(maxsize=8192)
def _split(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and beginnings of words."""
    return frozenset(w for w in words if not w.endswith("~")), tuple(sorted(w for w in words if w.endswith("~")))
