"""The words that hedge a number: about, nearly, more than, at least …"""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..labels.line import NUMBER_WORD, Line
from ..scan import Draft

_INSIDE = {"or more": "at-least", "or less": "at-most", "or fewer": "at-most", "or so": "about", "or over": "at-least"}
_IN_SPAN = re.compile(r"\bor (?:more|less|fewer|so|over)\b")
_BE = frozenset(["is", "was", "are", "were", "be", "been", "being", "it's", "that's", "just", "only", "probably"])
_PLACE_LIKE = frozenset(["over", "above", "under", "below", "beneath", "near", "beyond", "next to", "close to", "around"])
_CALENDAR = frozenset(["date", "year", "clock", "ordinal", "score"])
_OF_TIME = frozenset(["about", "around", "roughly", "approximately", "approx", "circa", "ca", "c .", "nearly", "almost", "~",
                      "close to", "no later than", "no earlier than", "approaching"])
_TIMES = frozenset([NUMBER_WORD, "times", "twice", "half", "percent", "pct", "points", "thrice"])
_ENDS = frozenset([".", ",", ";", ":", ")", '"', "!", "?", "-", "–", "—", ""])

_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


class Hedges:
    """The hedge phrases of one lexicon, ready to be looked up by their last (or first) word."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("hedge-phrases")
        self.before = _indexed(table["before"], -1)
        self.after = _indexed(table["after"], 0)
        self.limited = _set(table["limited"])
        self.limits = {str(w): str(name) for name, words in table["limits"].items() for w in words}
        self.intensifiers = _set(table["intensifiers"])
        self.between = _set(table["between"])
        self.totals = _set(table["totals"])
        self.governors = {str(k): _set(v) for k, v in table["governors"].items()}
        self.over_time = _set(table["over-time"])

    def before_number(self, line: Line, i: int) -> tuple[str, int] | None:
        """The hedge before word ``i`` (a number) and the word it begins with."""
        draft = line.drafts[i]
        if draft is None:
            return None
        j = self._step_back(line, i, draft)
        phrase = self._ending_at(line, j)
        if phrase is None:
            return self._limit(line, j, i)
        words, name = phrase
        first = j - len(words) + 1
        if line.at(first - 1) == "-" and line.ends[first - 1] == line.starts[first]:
            return None  # "four-under 68"
        if line.low[j] == ">" and j > 0 and line.ends[j - 1] == line.starts[j]:
            return None  # the end of a tag
        if not self._hedges(line, first, " ".join(words), draft):
            return None
        lead = first
        while lead > 0 and line.low[lead - 1] in self.intensifiers:
            lead -= 1
        while lead < first and line.low[lead] == "a" and line.low[lead + 1] not in ("little", "bit"):
            lead += 1
        return name, lead

    def after_number(self, line: Line, i: int, noun_end: int) -> str | None:
        """The hedge after word ``i`` (a number) or after what it counts, whose last word is ``noun_end``."""
        draft = line.drafts[i]
        if draft is not None and draft.kind == "rate":
            inside = _IN_SPAN.search(line.text, draft.start, draft.end)
            if inside:
                return _INSIDE[inside.group()]
        for at in (i, noun_end) if noun_end > i else (i,):
            for words, name in self.after.get(line.at(at + 1), ()):
                k = at + 1 + len(words)
                if line.low[at + 1:k] == list(words) and self._trails(line, at, k, words):
                    return name
        return None

    @staticmethod
    def _trails(line: Line, at: int, k: int, words: tuple[str, ...]) -> bool:
        following = line.at(k)
        if following in (NUMBER_WORD, "than"):
            return False
        if words[0] in ("+", "-"):
            return line.starts[at + 1] == line.ends[at]
        if words[0] in ("at", "plus", "minimum", "maximum", "max", "tops"):
            return following in _ENDS
        return words != ("and", "more") or following in _ENDS

    def _step_back(self, line: Line, i: int, draft: Draft) -> int:
        """The word where a hedge would end: over "another", "a total of" and the article of "about a 5% rise"."""
        j = i - 1
        if line.at(j) in ("a", "an") and draft.kind in ("percent", "percent-point", "money", "ratio"):
            return j - 1
        while line.at(j) in self.between:
            j -= 1
        if line.at(j) == "of" and line.at(j - 1) in self.totals:
            j -= 2
        if j < i - 1 and line.at(j) in ("a", "an"):
            j -= 1
        return j

    def _ending_at(self, line: Line, j: int) -> tuple[tuple[str, ...], str] | None:
        for words, name in self.before.get(line.at(j), ()):
            first = j - len(words) + 1
            if first >= 0 and (len(words) == 1 or line.low[first:j + 1] == list(words)):
                return words, name
        return None

    def _limit(self, line: Line, j: int, i: int) -> tuple[str, int] | None:
        """"a maximum sentence of five years": the limit is worded, the words between belong to the prose."""
        if line.at(j) != "of" or line.at(j - 1) not in self.limited:
            return None
        for back in range(j - 2, max(j - 5, -1), -1):
            word = line.low[back]
            if word in self.limits:
                return self.limits[word], i
            if word not in self.limited:
                return None
        return None

    def _hedges(self, line: Line, first: int, words: str, draft: Draft) -> bool:
        previous = line.at(first - 1)
        small = draft.kind in ("count", "ordinal") and draft.value is not None and abs(draft.value) < 10
        if words == "like":
            return previous in _BE
        if draft.kind in _CALENDAR and words not in _OF_TIME:
            return draft.kind == "ordinal" and words not in _PLACE_LIKE and words != "some"
        if words == "some" and draft.kind == "vague":
            return False
        if words.endswith(" than") or words.startswith("as "):
            return previous not in _TIMES
        if words in ("over", "under") and draft.kind == "duration":
            if previous == "spent" and line.at(first - 2) in _BE:
                return False  # "2 billion will be spent over four years"
            return previous in self.over_time or (words == "under" and previous != "")
        if words == "up to" and previous in _BE and "from" in line.low[first + 2:first + 12]:
            return False  # "was up to 80.8 per cent from 80.4"
        if previous in self.governors.get(words, ()):
            return False
        if draft.kind == "count" and previous in self.governors.get(f"{words} counted", ()):
            return False
        if words in _PLACE_LIKE and small and words not in ("over", "around"):
            return previous in _BE
        return True


def shared_across_or(line: Line, left: int, right: int) -> str | None:
    """The hedge that number ``right`` has from ``left``: "about $8,000 or €7,000", one sum said twice."""
    a, b = line.drafts[left], line.drafts[right]
    if a is None or b is None or a.hedge is None or line.low[left + 1:right] not in (["or"], [",", "or"]):
        return None
    if a.kind in ("count", "percent", "ratio"):
        return None
    if a.kind == "clock":
        return a.hedge if b.kind == "clock" else None
    if a.currency or b.currency:
        return a.hedge if a.currency and b.currency and a.currency != b.currency else None
    return a.hedge if a.dimension == b.dimension and a.unit != b.unit else None


def _indexed(table: dict[str, list[str]], end: int) -> _Phrases:
    found: _Phrases = {}
    for name, phrases in table.items():
        for phrase in phrases:
            words = tuple(str(phrase).split())
            found.setdefault(words[end], []).append((words, str(name)))
    for listed in found.values():
        listed.sort(key=lambda p: -len(p[0]))
    return found


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(str(w) for w in words)


@lru_cache(maxsize=8)
def hedges(lexicon: Lexicon) -> Hedges:
    return Hedges(lexicon)
