"""What the words around a number say: who, when, which of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import singular
from ...numbers.mention import Cue, Mention
from ..prose.view import View
from .events import state

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:()\[\]–—\n]")
_EMPTY = frozenset([
    "the", "a", "an", "of", "in", "on", "at", "to", "and", "or", "for", "with", "by", "from", "as", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "that", "this", "it", "its", "he", "she", "his", "her", "they", "their",
    "them", "who", "which", "not", "but", "will", "would", "said", "says", "also", "than", "more", "most", "about",
    "after", "into", "over", "there", "we", "you", "us", "our", "my", "me", "your", "him", "then", "so", "if", "just", "only",
])
#: words that open a clause, by themselves or after a comma
_TURNS = frozenset(["while", "whereas", "but", "compared", "versus", "vs"])
_OPENS = _TURNS | frozenset([
    "and", "with", "which", "who", "against", "from", "after", "as", "up", "down", "including", "or", "when", "although",
    "though", "since", "because", "where", "that",
])
_BACK = frozenset(["the", "those", "these", "all", "its", "their"])
_WHOLE = (["the", "entire"], ["the", "whole"], ["the", "full"], ["the", "same"], ["that", "same"])
_PRONOUNS = frozenset(["it", "its", "he", "his", "she", "her", "they", "their", "this", "that", "we", "i", "you"])
_DATED = ("weekday", "date", "year", "duration")
#: how many words each side are next to a number, how many a name may be off, how far a word that sets it apart (characters)
_BESIDE, _NAME, _AROUND = 3, 5, 40
#: a sentence of so few words and several figures, or with "vs", is a line of a table; so many capitals make a headline
_LINE, _CAPITALS = 2, 0.6
#: so many words each side are read of a clause without end, so many of a sentence without end
_CLAUSE, _SENTENCE = 40, 150


@dataclass(frozen=True, slots=True)
class Telling:
    """One number with what its clause and its sentence say of it. Words are kept by their beginnings (five letters)."""

    mention: Mention
    before: tuple[str, ...]
    after: tuple[str, ...]
    clause: frozenset[str]
    words: frozenset[str]
    #: names: next to the number, in its clause
    near: frozenset[str]
    names: frozenset[str]
    #: words for times and periods in the clause, and dates of the sentence
    when: frozenset[str]
    dates: frozenset[str]
    #: "the" or "those" before a number that takes another up
    back: str
    head: str
    modifiers: frozenset[str]
    state: str | None
    apart: frozenset[str]
    contrast: frozenset[str]
    #: in a caption or a table; in a line of figures
    shown: bool
    line: bool
    #: how many numbers of its sort the sentence has
    beside: int
    #: the sentence is about "it" or "they"
    pronoun: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence: its words outside numbers (offset, beginning, as printed), where clauses begin, dates, numbers by sort."""

    words: list[tuple[int, str, str]]
    starts: list[int]
    clauses: list[int]
    dated: list[tuple[int, str]]
    capitals: bool
    meaning: frozenset[str]
    sorts: dict[object, int]
    line: bool


def sort_of(m: Mention) -> tuple[object, ...]:
    """What figures can be compared with: those of one kind, dimension, currency and denominator."""
    return (m.kind, m.dimension, m.currency, m.per)


def meaning(view: View, sentence: int) -> frozenset[str]:
    """The beginnings of the words of a sentence that carry meaning."""
    return _row(view, sentence).meaning


def telling(view: View, m: Mention) -> Telling:
    """Reads the clause and the sentence of ``m``; what holds for all its numbers is worked out once."""
    row = _row(view, m.sentence)
    sentence, text = view.article.sentences[m.sentence], view.article.text
    start = m.lead if 0 <= m.lead < m.start else m.start
    at = bisect_right(row.clauses, start)
    first = row.clauses[at - 1] if at else sentence.start
    last = row.clauses[at] if at < len(row.clauses) and row.clauses[at] >= m.end else sentence.end
    i, j = bisect_left(row.starts, start), bisect_left(row.starts, m.end)
    left, right = row.words[max(i - 10, 0):i], row.words[j:j + 10]
    tell_left = [w for w in left if _tells(w)]
    tell_right = [w for w in right if _tells(w)]
    inside = (row.words[max(bisect_left(row.starts, first), i - _CLAUSE):i]
              + row.words[j:min(bisect_left(row.starts, last), j + _CLAUSE)])
    around = f"{text[max(first, start - _AROUND):start]}\n{text[m.end:min(last, m.end + _AROUND)]}".lower()
    periods = _set(view.lexicon, "periods")
    said = [w.lower() for _, _, w in left[-2:]]
    near = tell_left[-_NAME:] + tell_right[:_NAME]
    dated = [(at, t) for at, t in row.dated if at != m.start]
    when = [t for at, t in dated if first <= at < last] + [low for _, _, w in inside if (low := w.lower()) in periods]
    back = said[-1] if said and (said[-1] in _BACK or said in _WHOLE) else ""
    return Telling(
        m, tuple(w[1] for w in tell_left[-_BESIDE:]), tuple(w[1] for w in tell_right[:_BESIDE]),
        frozenset(w[1] for w in inside if _tells(w)), row.meaning,
        frozenset(w[1] for w in near if _named(row, w)), frozenset(w[1] for w in inside if _named(row, w)),
        frozenset(when), frozenset(t for _, t in dated), back,
        singular(m.head, view.lexicon) if m.head else "", frozenset((m.noun or "").lower().split()[:-1]),
        state(view, m) if m.kind == "count" else None, frozenset(_words(view.lexicon, "apart").findall(around)),
        frozenset(_words(view.lexicon, "contrast").findall(around)),
        view.article.paragraphs[m.paragraph].role in ("caption", "table"), row.line, row.sorts.get(sort_of(m), 1),
        bool(row.words) and row.words[0][2].lower() in _PRONOUNS)


def _tells(word: tuple[int, str, str]) -> bool:
    return len(word[1]) > 1 and word[2].lower() not in _EMPTY


def _named(row: _Row, word: tuple[int, str, str]) -> bool:
    return word[2][0].isupper() and not row.capitals and word[0] != row.starts[0]


def _row(view: View, i: int) -> _Row:
    key = ("telling", i)
    if key not in view.found:
        view.found[key] = _read(view, i)
    row: _Row = view.found[key]
    return row


def _read(view: View, i: int) -> _Row:
    sentence, text = view.article.sentences[i], view.article.text
    held = view.holes(sentence.start, sentence.end)
    mentions = [m for m in held if isinstance(m, Mention)]
    words: list[tuple[int, str, str]] = []
    clauses = [sentence.start]
    k, comma = 0, -3
    for token in _TOKEN.finditer(text, sentence.start, sentence.end):
        at, word = token.start(), token[0]
        while k < len(mentions) and mentions[k].end <= at:
            k += 1
        if k < len(mentions) and mentions[k].start <= at:
            continue
        if not word[0].isalpha():
            if word == ",":
                comma = at
            else:
                clauses.append(at)
            continue
        low = word.lower()
        if low in _TURNS or (low in _OPENS and at - comma <= 2):
            clauses.append(at)
        words.append((at, low.removesuffix("'s")[:5], word))
    sorts: dict[object, int] = {}
    for m in mentions:
        sorts[sort_of(m)] = sorts.get(sort_of(m), 0) + 1
    capitals = sum(w.isupper() for _, _, w in words) > _CAPITALS * len(words)
    dated = [(c.start, c.text.lower()) for c in held if c.kind in _DATED and isinstance(c, Mention | Cue)]
    line = any(w.lower() == "vs" for _, _, w in words) or (len(words) <= _LINE and len(mentions) > 1)
    return _Row(words, [at for at, _, _ in words], clauses, dated, capitals,
                frozenset(w[1] for w in words[:_SENTENCE] if _tells(w)), sorts, line)


@lru_cache(maxsize=32)
def _set(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(lexicon.list(name))


@lru_cache(maxsize=32)
def _words(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    words = sorted(lexicon.list(name), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
