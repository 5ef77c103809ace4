"""What the words around a number say: who, when, which of them; and how much two tellings have in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..numbers.lexemes import singular
from ..numbers.mention import MEASURE_KINDS, Mention
from .events import state, stems
from .view import View

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_EMPTY = frozenset([
    "the", "a", "an", "of", "in", "on", "at", "to", "and", "or", "for", "with", "by", "from", "as", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "that", "this", "it", "its", "he", "she", "his", "her", "they", "their",
    "them", "who", "which", "not", "but", "will", "would", "said", "says", "also", "than", "more", "most", "about",
    "after", "into", "over", "there",
])
_BACK = frozenset(["the", "those", "these", "all", "its", "their"])
_WHOLE = (["the", "entire"], ["the", "whole"], ["the", "full"], ["the", "same"], ["that", "same"])
_SLIGHT = frozenset([None, "about", "nearly"])
_DATED = ("weekday", "date", "year")
#: how many words each side are next to a number, and how far from it a word may stand that makes it another fact
_BESIDE, _AROUND = 3, 40


@dataclass(frozen=True, slots=True)
class Telling:
    """One number with what its sentence says of it. Words are kept by their beginnings (five letters)."""

    mention: Mention
    words: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    back: bool
    modifiers: frozenset[str]
    state: str | None
    apart: frozenset[str]
    contrast: frozenset[str]
    #: words of the whole sentence that tell of another time or other things
    elsewhere: frozenset[str]
    #: in a caption or a table
    shown: bool

    @property
    def beside(self) -> frozenset[str]:
        return frozenset(self.before + self.after)


def telling(view: View, m: Mention) -> Telling:
    """Reads the sentence of ``m``; what holds for all its numbers is worked out once."""
    tokens, names, times, apart = _sentence(view, m.sentence)
    start = m.lead if 0 <= m.lead < m.start else m.start
    till, since = bisect_left(tokens, (start, "")), bisect_left(tokens, (m.end, ""))
    left = [w.lower() for _, w in tokens[max(till - 6, 0):till]]
    right = [w.lower() for _, w in tokens[since:since + 6]]
    text = view.article.text
    sentence = view.article.sentences[m.sentence]
    around = f"{text[max(sentence.start, start - _AROUND):start]}\n{text[m.end:min(sentence.end, m.end + _AROUND)]}".lower()
    return Telling(
        m, stems(view, m.sentence), names, times,
        tuple(w[:5] for w in left if w not in _EMPTY)[-_BESIDE:], tuple(w[:5] for w in right if w not in _EMPTY)[:_BESIDE],
        bool(left) and (left[-1] in _BACK or left[-2:] in _WHOLE), frozenset((m.noun or "").lower().split()[:-1]),
        state(view, m) if m.kind == "count" else None, frozenset(_words(view.lexicon, "apart").findall(around)),
        frozenset(_words(view.lexicon, "contrast").findall(around)), apart,
        view.article.paragraphs[m.paragraph].role in ("caption", "table"))


def common(a: Telling, b: Telling) -> int:
    """Points for what two tellings share, less points for what sets them apart. ``a`` stands first."""
    one, two = a.mention, b.mention
    left = bool(a.before and b.before and a.before[-1] == b.before[-1])
    right = bool(a.after and b.after and a.after[0] == b.after[0])
    shared = len(a.words & b.words)
    ratio = shared / max(min(len(a.words), len(b.words)), 1)
    counts = one.kind == "count"
    points = left + right + (left and right) + 2 * (b.back and not a.modifiers ^ b.modifiers)
    beside = a.beside & b.beside
    points += 2 * (len(beside) >= 3) + (right and a.after[1:2] == b.after[1:2] != ()) + _turned(a, b)
    named = any(n[:5].lower() in a.beside and n[:5].lower() in b.beside for n in a.names & b.names)
    points += min(len(a.names & b.names), 2) // 2 + named * (4 if one.kind in MEASURE_KINDS else 1)
    points += (shared >= 3 and ratio >= 0.4) + ((shared >= 4 and ratio >= 0.6) or (shared >= 2 and ratio >= 0.9))
    points += bool(a.state and a.state == b.state) + bool(a.modifiers and a.modifiers == b.modifiers)
    if a.state != b.state:
        points -= 1 if None in (a.state, b.state) else 4
    if one.change != two.change:
        points -= 3
    if one.change in ("up", "down") and not counts:
        points -= 1
    points += one.quoted != two.quoted and two.sentence - one.sentence <= 2
    points += 2 * (a.shown != b.shown) + (a.back and not b.back and not a.modifiers ^ b.modifiers)
    if b.modifiers - a.modifiers:
        points -= 2
    if counts and one.head and two.head and singular(one.head) != singular(two.head):
        points -= 1
    points -= 5 * bool(a.apart ^ b.apart) or bool(a.apart)
    points -= 6 * bool(a.contrast and b.contrast and not a.contrast & b.contrast)
    points -= 3 * bool(a.times and b.times and not a.times & b.times)
    points -= bool(a.names and b.names and not a.names & b.names)
    return points - ((one.hedge or "") != (two.hedge or "")) - (one.hedge != two.hedge and not {one.hedge, two.hedge} <= _SLIGHT)


def _turned(a: Telling, b: Telling) -> int:
    """"the 443-foot Eye", "the Eye is 443 feet high": what follows the one stands before the other."""
    return int(bool(a.after and a.after[0] in b.before) or bool(b.after and b.after[0] in a.before))


_Sentence = tuple[list[tuple[int, str]], frozenset[str], frozenset[str], frozenset[str]]


def _sentence(view: View, i: int) -> _Sentence:
    key = ("telling", i)
    if key not in view.found:
        sentence = view.article.sentences[i]
        tokens = [(m.start(), m[0]) for m in _WORD.finditer(view.article.text, sentence.start, sentence.end)]
        dated = [c for c in view.holes(sentence.start, sentence.end) if c.kind in _DATED]
        inside = frozenset(at for c in dated for at in range(c.start, c.end))
        times = frozenset(c.text.lower() for c in dated)
        names = frozenset(w for at, w in tokens if w[0].isupper() and at != sentence.start and at not in inside)
        apart = frozenset(_words(view.lexicon, "apart").findall(view.article.text[sentence.start:sentence.end].lower()))
        view.found[key] = (tokens, names, times, apart)
    found: _Sentence = view.found[key]
    return found


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    words = sorted(lexicon.list(name), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
