"""Units left out at the second number: "exports rose to 16.7 billion dlrs from 14.9 billion and imports to 8.6 billion"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ...base.lexicon import Lexicon
from ..amounts.ranges import figure_in
from ..clause.nouns import Nouns, nouns
from ..labels.line import NUMBER_WORD, Line
from ..scan import Draft

_SHARES: Final = frozenset(["percent", "percent-point"])
_AMOUNTS: Final = frozenset(["money", "rate", "mass", "volume", "length", "area", "energy", "power", "speed", "pressure", "data"])
#: numbers of these kinds stand between without being what is compared
_ASIDE: Final = frozenset(["date", "year", "clock", "ordinal", "age", "duration", "score", "multiplier", "ratio", "vague",
                           "angle"])
_FAR = 45
_CLOSES = frozenset(["", ".", ",", ";", ")", "(", ":", '"', "?", "!", "'", "–", "—"])
_HYPHENS = frozenset(["-", "/", "%", "of", "per"])


class Elided:
    """Fills in the units of one article's bare numbers, line by line in order (it remembers the last large sum)."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("elided")
        self.nouns: Nouns = nouns(lexicon)
        self.against, self.joins, self.over, self.amounts, self.attributive, self.time, self.money = (
            frozenset(str(w) for w in table[k]) for k in ("against", "joins", "over", "amounts", "nouns", "time", "money"))
        self.counted, self.populations = (frozenset(str(w) for w in table[k]) for k in ("counted", "populations"))
        self.last: tuple[int, Draft] | None = None
        #: the article's large sums are all in one currency
        self.one_currency = True

    def fill(self, line: Line) -> None:
        """Give each bare count of ``line`` the unit that it shares with a number near it."""
        if any((d := line.drafts[i]) is not None and _bare(d) for i in line.places):
            for i in line.places:
                draft = line.drafts[i]
                if draft is not None and _bare(draft):
                    other = self._shared(line, i, draft)
                    if other is not None:
                        _give(other, draft)
        for i in reversed(line.places):
            draft = line.drafts[i]
            if draft is not None and draft.kind == "money" and abs(draft.value or 0.0) >= 1e5:
                if self.last is not None and self.last[1].unit != draft.unit:
                    self.one_currency = False
                self.last = line.index, draft
                break

    def _shared(self, line: Line, i: int, draft: Draft) -> Draft | None:
        """The number whose unit the bare number at word ``i`` shares."""
        if draft.value is None or not self._stands_alone(line, i, draft):
            return None
        found = self._moved(line, i, draft) or self._before(line, i, draft)
        if found is None:
            found = self._after(line, i, draft)
        near = self.last is not None and 0 < line.index - self.last[0] <= (8 if self.one_currency else 2)
        if found is None and self.last is not None and near and _size(line.text, draft) > 1:
            words = line.low[max(i - 14, 0):i + 2]
            opens = self._opens(line, i)
            alone = not any(d is not None and d.kind in _AMOUNTS for d in line.drafts)
            role = self._role(line, i)
            told = opens or (role is not None and any(w in self.money for w in words))
            if alone and told and not any(w in self.counted for w in words):
                return self.last[1]
        return found

    def _opens(self, line: Line, i: int) -> bool:
        """"About 27 billion is long-term": the sentence before said what the sum is."""
        if self.last is not None and line.index - self.last[0] == 1 and line.at(0) in ("it", "this", "that") and i < 7:
            return line.at(i - 1) in ("to", "from") or line.at(i - 2) in ("to", "from")  # "It widened to 3.6 billion"
        k = i - 1
        while k >= 0 and line.low[k] in self.over:
            k -= 1
        return (k < 0 or line.low[k] == '"') and line.at(i + 1) in ("is", "was", "will", "would", "came", "comes", "goes", "went")

    def _stands_alone(self, line: Line, i: int, draft: Draft) -> bool:
        """Whether the number has no noun of its own."""
        word = line.at(i + 1)
        if word in _CLOSES:
            return True
        if word in _HYPHENS:
            numbered = NUMBER_WORD in line.low[i + 2:i + 5] or line.at(i + 2) in ("which", "that", "this")
            return word == "of" and _size(line.text, draft) > 1 and numbered
        if word in self.attributive:
            return line.at(i - 1) in self.over and not self.nouns.lexemes.is_plural(line.word(i + 1))
        if word in self.time or word in self.nouns.stops:
            return word not in ("times", "each") and not (word == "a" and line.at(i + 2) in ("day", "week", "month"))
        if word == NUMBER_WORD:  # "3.5 billion five years earlier"
            return line.at(i + 2) in ("ago", "earlier", "before", "previously", "later")
        return _size(line.text, draft) > 1 and self.nouns.after(line, i + 1, False) is None

    def _role(self, line: Line, i: int) -> str | None:
        """The word that ties the number to one before: "from", "against"; "and" and the like; "" for a list; None for none."""
        k = i - 1
        while k > i - 7 and line.at(k) in self.over and line.at(k) not in self.against and line.at(k) not in self.joins:
            k -= 1
        word = line.at(k)
        if word == ":" and k == i - 1 and line.at(i - 2) == NUMBER_WORD and line.at(i - 3) == "(":  # "41.2m pounds (1986: 38.7m)"
            return "against"
        if word == "(" and k == i - 1:  # "505,000 tonnes (504,000)", "1.2 million tonnes (1.1 million in 1985)"
            return "against" if line.at(i - 2) == NUMBER_WORD and line.at(i + 1) in (")", "in", "for", "last", "a") else None
        if word in self.against:
            return None if word == "than" and line.at(k - 1) in ("more", "less", "fewer") and line.at(k - 2) not in (
                ",", "compared") and not line.at(k - 2) else word
        if word == "of":
            made_up = line.at(k - 1) in ("up", "consisting", "composed", "comprised", "consists", "consisted")
            return "of" if made_up or line.at(k - 1) in self.amounts or NUMBER_WORD in line.low[max(k - 2, 0):k] else None
        if word in self.joins or word == ",":
            return "and"
        if word in self.money or word in self.amounts:
            return "and"  # "exports were 22 billion dlrs and imports 14 billion"
        printed = line.word(k) if k >= 0 else ""
        if (printed[:1].isupper() and k > 0) or printed.endswith("'s"):
            return ""
        return None

    def _before(self, line: Line, i: int, draft: Draft) -> Draft | None:
        role = self._role(line, i)
        if role is None:
            return None
        for p in reversed(line.places):
            other = line.drafts[p]
            if p >= i or other is None or other.kind in _ASIDE:
                continue
            if i - p > _FAR:
                return None
            if other.kind == "count" or other.value is None:
                if not _likened(line.text, other, draft):
                    continue
                return None
            if other.kind not in _SHARES and other.kind not in _AMOUNTS:
                return None
            if line.at(i - 1) in ("worth", "for", "cost", "costing") and other.currency is None:
                continue
            if not self._fits(line, p, i, role):
                continue
            if other.kind == "rate" and role == "and" and line.at(i - 1) == "by":
                return None
            counting = any(w in self.counted for w in line.low[p + 1:i]) or (
                role in ("to", "from", "and") and any(w in self.populations for w in line.low[max(p - 14, 0):p]))
            return None if counting and other.kind not in _SHARES else other
        return None

    @staticmethod
    def _moved(line: Line, i: int, draft: Draft) -> Draft | None:
        """"settled at 84.27 cents, down 1.32": the move of a price is in the price's unit."""
        other = line.drafts[i - 3] if i > 2 else None
        if other is None or line.at(i - 1) not in ("up", "down", "off") or line.at(i - 2) != "," or line.at(i + 1) not in _CLOSES:
            return None
        like = other.kind == "money" and (draft.step or 1.0) < 1.0 and (other.step or 1.0) < 1.0
        return other if like and abs(draft.value or 0.0) < abs(other.value or 0.0) else None

    def _fits(self, line: Line, p: int, i: int, role: str) -> bool:
        """Whether the number at ``i`` can be one of the same unit as that at ``p``, tied to it by ``role``."""
        other, draft, text = line.drafts[p], line.drafts[i], line.text
        if other is None or draft is None or draft.value is None or other.value is None:
            return False
        size, fine = _size(text, draft), (draft.step or 1.0) < 1.0
        if other.kind in _SHARES:
            if size > 1 or abs(draft.value) > 200 or abs(other.value) > 1000:
                return False
            if other.kind == "percent-point":
                return role in ("to", "from") and fine and other.unit == "percentage_point"
            if role == "to" or (role == "with" and "compared" not in line.low[i - 4:i]):
                return False
            priced = "/" in text[draft.start:draft.end] and "/" not in text[other.start:other.end]
            if priced and role not in ("from", "against", "vs", "vs.", "versus"):
                return False  # "yielding 5.5 pct … at 99-28/32": the latter is a price
            near = 0.04 < abs(draft.value) / max(abs(other.value), 1e-9) < 25
            return near and role != "" and (fine or (role in ("from", "against", "vs", "vs.", "versus") and not draft.worded
                                                     and i - p < 12))
        if size > 1:
            span = abs(draft.value) / max(abs(other.value), 1e-9)
            return abs(other.value) >= 1e4 and 1e-4 < span < 1e4
        if not _likened(text, other, draft) or draft.worded:
            return False
        if other.kind == "money" and other.scale < 1 and (draft.step or 1.0) < 0.1:
            return False  # "after a 5 cent range … at 5.04": the latter are dollars
        if role == "to" and other.kind == "speed" and 0.2 < draft.value / (other.value2 or other.value) < 5:
            return i - p < 8  # "20 knots, gusting to 35"
        if abs(draft.value) >= 1000:
            return True
        if role in ("from", "against", "vs", "vs.", "versus") or (role in ("to", "with", "after", "above", "below") and fine):
            return i - p < 20
        return role in ("of", "and") and fine and (other.step or 1.0) < 1.0 and i - p < 14

    def _after(self, line: Line, i: int, draft: Draft) -> Draft | None:
        """"35 billion of the 61 billion schillings": the unit stands with the next number."""
        if _size(line.text, draft) == 1 or line.at(i - 1) in self.counted:
            return None
        for p in line.places:
            other = line.drafts[p]
            if p <= i or other is None or other.kind in _ASIDE or other.kind in _SHARES:
                continue
            tied = p - i <= 9 and not any(w in self.counted for w in line.low[i + 1:p])
            if not tied or other.kind not in _AMOUNTS or other.value is None or _size(line.text, other) == 1:
                return None
            between = line.low[i + 1:p]
            return other if "of" in between[:1] or (any(w in self.against for w in between) and "," not in between) else None
        return None


def _bare(draft: Draft) -> bool:
    return draft.kind == "count" and draft.unit is None and draft.noun is None


def _size(text: str, draft: Draft) -> float:
    """What the number's magnitude word multiplies it by."""
    figure = figure_in(text, draft)
    if figure is None or figure.magnitude > 1 or draft.value2 is None or not figure.value:
        return 1.0 if figure is None else figure.magnitude
    return abs((draft.value or 0.0) / figure.value)  # "17 to 20 million"


def _likened(text: str, other: Draft, draft: Draft) -> bool:
    """Whether two numbers are near enough in size to be two of the same kind."""
    if other.value is None or draft.value is None or draft.value == 0:
        return other.value == draft.value
    return 0.03 < abs(other.value / draft.value) < 30


def _give(other: Draft, draft: Draft) -> None:
    """The unit of ``other``, and what follows from it, for ``draft``."""
    draft.kind, draft.unit, draft.dimension, draft.scale, draft.shift = (
        other.kind, other.unit, other.dimension, other.scale, other.shift)
    draft.currency, draft.per, draft.per_amount, draft.alternatives = (
        other.currency, other.per, other.per_amount, other.alternatives)
    if other.kind == "percent-point":
        draft.kind, draft.unit = "percent", "percent"


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> Elided:
    return Elided(lexicon)


def elided(lexicon: Lexicon) -> Elided:
    """A fresh finder for one article."""
    known = _words(lexicon)
    fresh = object.__new__(Elided)
    fresh.__dict__.update(known.__dict__)
    fresh.last, fresh.one_currency = None, True
    return fresh
