"""What each number counts: its own noun, that of "of the …", one pointed back to, or one that the sentence supplies."""

from __future__ import annotations

from bisect import bisect_left

from ...base.lexicon import Lexicon
from ..clause.nouns import Nouns, Phrase, nouns
from ..clause.subjects import subjects
from ..labels.line import NUMBER_WORD, Line
from ..scan import Draft
from .ratenoun import noun_in_rate

#: states that are nouns too: "12 dead"; the others only say what happened
_NOMINAL_STATES = frozenset(["dead", "injured", "wounded", "missing", "homeless"])
_COUNTING = frozenset(["count", "vague"])
_OBJECTS = frozenset([NUMBER_WORD, "a", "an", "the", "its", "their", "his", "her", "it", "him", "them", "us", "me", "no", "all"])
_BE = frozenset(["were", "are", "was", "is"])

#: a phrase, and whether it stands after the number (so that its end is the number's ``noun_end``)
_Found = tuple[Phrase, bool]


class Counted:
    """Finds the nouns of one article's numbers, line by line in order (it remembers the line before)."""

    def __init__(self, lexicon: Lexicon):
        grammar = lexicon.table("grammar")
        self.nouns: Nouns = nouns(lexicon)
        self.determiners, self.back = _set(grammar["of-determiners"]), _set(grammar["back"])
        self.labels, self.units = _set(grammar["labels"]), _set(grammar["unit-words"])
        self.openers = _set(grammar["clause-openers"])
        self.subjects = subjects(lexicon)
        self.last: tuple[int, Phrase] | None = None

    def describe(self, line: Line) -> None:
        """Fill ``noun``, ``head`` and ``noun_end`` of the line's drafts."""
        found: dict[int, _Found] = {}
        for i in reversed(line.places):
            draft = line.drafts[i]
            got = draft and self._own(line, i, draft, found)
            if got:
                found[i] = got
        before: Phrase | None = None
        for i in line.places:
            draft = line.drafts[i]
            if draft is None:
                continue
            draft.noun_end = draft.end
            here = found.get(i)
            if draft.kind in _COUNTING and not draft.currency and not (draft.kind == "vague" and draft.unit):
                here = self._supplied(line, i, draft, here, before)
            if here is None:
                continue
            phrase, follows = here
            own = found.get(i)
            # "24 people are in hospital and 32 injured" counts people, but what matters of the 32 is that they are injured
            draft.head = own[0].lemma if own and own[0].lemma in self.nouns.states else phrase.lemma
            if follows:
                draft.noun_end = max(draft.end, line.ends[phrase.head])
            if (draft.kind in _COUNTING or draft.kind == "rate") and not draft.currency:
                if phrase.lemma not in self.nouns.states or phrase.lemma in _NOMINAL_STATES:
                    draft.noun = phrase.noun
                if draft.noun and phrase.lemma not in self.nouns.states:
                    before = phrase
                    self.last = line.index, phrase

    def _own(self, line: Line, i: int, draft: Draft, found: dict[int, _Found]) -> _Found | None:
        """The noun that the number stands before."""
        j, kind = i + 1, draft.kind
        following = line.at(j)
        if kind == "rate":
            if draft.per is None and draft.unit is not None:
                return None  # the unit's own letters: "48 mpg"
            counted_in = noun_in_rate(line.text, draft, self.nouns.lexemes, self.units)
            return (Phrase(0, 0, *counted_in), False) if counted_in else None
        if kind in ("date", "year", "clock", "score", "age", "duration", "multiplier"):
            return None
        if following == "of":
            return self._of(line, i, j + 1, kind, found)
        if following == "out" and line.at(j + 1) == "of":
            return self._of(line, i, j + 2, kind, found)
        if kind in _COUNTING and not draft.currency:
            if following == "+" or (following == "-" and line.at(j + 1) in ("odd", "plus")):
                j += 1 if following == "+" else 2
            elif following == "or" and line.at(j + 1) in ("so", "more", "fewer", "less"):
                j += 2
            elif following == "-" and line.starts[j] == draft.end:
                return self._hyphened(line, j) if draft.value else None
            if following == "/" or (draft.unit and draft.kind == "vague"):
                return None
            if line.at(i - 1) in self.labels and line.at(i - 1) != "top":
                return None
            if line.at(i - 1) == "of" and self._governed(line, j):
                return None
            if following == "the" and (told := self._number_of(line, j + 1)):
                return told
            shared = self._forward(line, i, found)
            if shared:
                return shared
            phrase = self.nouns.after(line, j, draft.value == 1)
            alone = phrase is not None and draft.value != 1 and phrase.first == phrase.head
            if phrase and alone and not self.nouns.lexemes.is_plural(line.word(phrase.head)):
                beyond = self._beyond(line, i, found)  # "32 Norwegian and 16 Finnish soldiers"
                if beyond:
                    return beyond
            if phrase and line.at(i - 1) == "top" and not self.nouns.lexemes.is_plural(line.word(phrase.head)):
                return None
            return (phrase, True) if phrase else self._beyond(line, i, found)
        if kind == "ratio":
            while line.at(j) in ("the", "its", "their", "his", "her", "our", "all"):
                j += 1
            phrase = self.nouns.after(line, j, False, mass=j > i + 1)
            return (phrase, True) if phrase else None
        if kind == "ordinal":
            phrase = self.nouns.after(line, j, False, mass=True)
            return (phrase, True) if phrase else None
        if kind == "money" and following == "in" and line.at(j + 1) in self.nouns.in_money:
            phrase = self.nouns.after(line, j + 1, False, mass=True)
            return (phrase, True) if phrase else None
        return None

    def _number_of(self, line: Line, k: int) -> _Found | None:
        """"Brought to 119 the number of tanks": what word ``k`` says is counted."""
        k += line.at(k) in ("total", "overall", "combined")
        if line.at(k) not in ("number", "tally", "count", "total") or line.at(k + 1) != "of":
            return None
        phrase = self.nouns.after(line, k + 2, False)
        return (phrase, False) if phrase else None

    def _governed(self, line: Line, j: int) -> bool:
        """Whether word ``j`` is the verb of what stands before the number: "the fleet of 120 includes 85 vans"."""
        word, following = line.at(j), line.at(j + 1)
        if not word.endswith("s") or word.endswith("ss"):
            return False
        return word in self.nouns.verbs or following in _OBJECTS

    def _of(self, line: Line, i: int, k: int, kind: str, found: dict[int, _Found]) -> _Found | None:
        """The noun of number ``i``'s of-phrase, whose "of" stands before word ``k``."""
        low = line.low
        while line.at(k) in self.determiners and not (low[k] in self.back and self._ends_phrase(line, k + 1)):
            k += 1
        if line.at(k) in self.back:
            if line.at(k + 1) in self.openers and low[k] not in ("whom", "which", "them"):
                return None
            back = self._back(line, i)
            return (back, False) if back else None
        for at in range(k, min(k + 7, len(low))):
            if low[at] == NUMBER_WORD:
                other = line.drafts[at]
                owned = at == k or low[at - 1].endswith("'s") or low[at - 1] == "'"
                if owned and other is not None and other.kind in _COUNTING:
                    return found.get(at)
                break
            if low[at] in self.nouns.stops or not (low[at][0].isalpha() or low[at] == "'"):
                break
        for at in range(k, min(k + 3, len(low))):
            if low[at].endswith("'s") and line.word(at)[0].isupper():
                k = at + 1
        phrase = self.nouns.after(line, k, False, mass=kind not in _COUNTING)
        return (phrase, True) if phrase else None

    def _ends_phrase(self, line: Line, k: int) -> bool:
        """Whether no noun follows, so that "these" before word ``k`` is a pronoun."""
        word = line.at(k)
        if word == NUMBER_WORD:
            return False
        if not word[:1].isalpha() or word in self.nouns.stops or word in self.nouns.verbs:
            return True
        return word.endswith(("ed", "ing")) and not (k + 1 < len(line) and self.nouns.lexemes.is_plural(line.word(k + 1)))

    def _back(self, line: Line, i: int) -> Phrase | None:
        """The last things counted before number ``i``, in this sentence or the one before it."""
        before = bisect_left(line.places, i)
        for p in reversed(line.places[max(before - 12, 0):before]):
            draft = line.drafts[p]
            if draft is None or draft.kind not in _COUNTING or draft.value == 1 or line.at(p + 1) == "-":
                continue
            k = p + 1
            if line.at(k) == "of":
                k += 1
                while line.at(k) in self.determiners:
                    k += 1
            phrase = self.nouns.after(line, k, False)
            if phrase and phrase.lemma not in self.nouns.states:
                return phrase
        return self.last[1] if self.last is not None and line.index - self.last[0] <= 1 else None

    def _hyphened(self, line: Line, j: int) -> _Found | None:
        """"the 12-member panel", "a three-storey house"; "100-strong" counts nothing that is said."""
        word = line.at(j + 1)
        if not word[:1].isalpha() or word in self.nouns.strong or line.starts[j + 1] != line.ends[j]:
            return None
        word = word.split("-", 1)[0]
        if word in self.nouns.stops:
            return None
        end = line.starts[j + 1] + len(word)
        return Phrase(j + 1, j + 1, line.text[line.starts[j + 1]:end], self.nouns.lexemes.singular(word)), True

    def _forward(self, line: Line, i: int, found: dict[int, _Found]) -> _Found | None:
        """"two or three men": the noun stands after the second number."""
        if line.at(i + 1) in ("or", "to", "and", "–", "-") and line.at(i + 2) == NUMBER_WORD:
            other = line.drafts[i + 2]
            if other is not None and other.kind in _COUNTING and line.at(i + 3) != "-":
                got = found.get(i + 2)
                return (got[0], False) if got else None
        return None

    def _beyond(self, line: Line, i: int, found: dict[int, _Found]) -> _Found | None:
        """"40 full-time and 12 part-time staff": two modifiers of one noun."""
        modifier = line.at(i + 1)
        if line.at(i + 2) not in ("and", "or", ",") or line.at(i + 3) != NUMBER_WORD:
            return None
        if not modifier[:1].isalpha() or modifier in self.nouns.stops:
            return None
        got, other = found.get(i + 3), line.drafts[i + 3]
        if got and modifier in self.nouns.states and got[0].lemma in self.nouns.states:
            return None  # "five killed, 14 injured"
        return (got[0], False) if got and other is not None and other.kind in _COUNTING else None

    def _supplied(self, line: Line, i: int, draft: Draft, own: _Found | None, before: Phrase | None) -> _Found | None:
        """``own``, or the noun that the sentence supplies elsewhere."""
        if own is not None and own[0].lemma not in self.nouns.states:
            return own
        if own is None and draft.step is not None and draft.step < 1 and before is not None and before.lemma != "point":
            before = None  # no share of things: "a relative risk of 0.78"
        if line.at(i - 1) in self.labels or (line.at(i + 1) == "-" and line.starts[i + 1] == draft.end):
            return own
        low, j = line.low, i + 1
        group = self.subjects.group(line, i) if own is None else None
        if group is not None:
            return group, False
        if line.at(j) in _BE:
            phrase = self.nouns.after(line, j + 1, False)
            if phrase is not None and phrase.lemma not in self.nouns.states and low[phrase.head] not in self.nouns.adjectives:
                return phrase, False
        at = bisect_left(line.places, i)
        between = line.places[at - 1] if at else 0
        named = self.subjects.subject(line, i) or self.subjects.tally(line, i, between)
        if named is None and before is None:
            named = self.subjects.tally(line, i, 0)
        # "the limit is 50" is about its own subject, not what was counted before
        other = named or (None if line.at(i - 1) in ("is", "was") else before)
        if other or own:
            return (other, False) if other else own
        if line.at(j) in _BE and line.at(j + 1) in self.nouns.states:
            return self.nouns.made(line, j + 1, j + 1), False
        return None


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(str(w) for w in words)


def counted(lexicon: Lexicon) -> Counted:
    """A fresh finder for one article."""
    return Counted(lexicon)
