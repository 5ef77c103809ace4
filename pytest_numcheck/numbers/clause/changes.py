"""Whether a number is the size or an end of a change: "rose 25% to 50 million from 40 million"."""

from __future__ import annotations

from functools import lru_cache

from ...base.lexicon import Lexicon
from ..labels.line import Line
from ..scan import Draft
from .movers import Movers, is_adverb, movers, words_of

_ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her", "this"])
_NEVER = frozenset(["date", "year", "clock", "score", "age"])
_SHARES = frozenset(["percent", "percent-point"])
_NO_SIZE = frozenset(["duration", "ordinal", "multiplier"])
#: words that may stand between two coordinated changes: "3% in May and 4% in June"
_CARRIERS = frozenset(["in", "on", "at", "for", "among", "the", "and", "year", "month", ",", "january", "february", "march",
                       "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday",
                       "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


class Changes:
    """Finds changes with one lexicon's words."""

    def __init__(self, lexicon: Lexicon):
        table, grammar = lexicon.table("changes"), lexicon.table("grammar")
        self.movers: Movers = movers(lexicon)
        self.object_only, self.object_counts = words_of(table["object-only"]), words_of(table["object-counts"])
        self.not_changed, self.no_distance = words_of(table["not-changed"]), words_of(table["no-distance"])
        self.off_verbs = words_of(table["off-verbs"])
        self.no_end, self.levels = words_of(table["no-end"]), words_of(table["levels"])
        self.drifts = words_of(table["drifts"])
        self.be, self.goes = words_of(table["be"]), words_of(table["goes"])
        self.more, self.less, self.counts_less = (words_of(table[k]) for k in ("more", "less", "counts-less"))
        self.idioms, self.idiom_ends = words_of(table["bare-verbs"]), words_of(table["bare-verb-objects"])
        self.stops = frozenset(str(w) for group in grammar["stops"].values() for w in group)

    def describe(self, line: Line, leads: dict[int, int]) -> None:
        """Fill ``change`` of the line's drafts; ``leads`` tells the word at which a number's hedge begins."""
        previous: int | None = None
        for i in line.places:
            draft = line.drafts[i]
            if draft is None or draft.kind in _NEVER or (draft.value is None and draft.kind != "vague"):
                continue
            lead = leads.get(i, i)
            draft.change = self._after(line, i, draft) or self._before(line, lead, i, draft)
            if draft.change is None and previous is not None:
                draft.change = self._carried(line, previous, lead, draft)
            previous = i
        self._to_after_from(line)

    def _after(self, line: Line, i: int, draft: Draft) -> str | None:
        """"a 4% fall", "12 fewer", "25% higher"."""
        kind, j = draft.kind, i + 1
        if kind in _NO_SIZE or kind in ("vague", "rate"):
            return None
        if line.at(j) == "-":
            j += 1
        word, printed = line.at(j), line.text[draft.start:draft.end]
        if word in self.counts_less or " fewer " in printed or " less " in printed:
            return "down"
        if kind == "count":
            after = self._after_noun(line, draft, j)
            return self._noun_of_change(line, j, draft) if after is None and self._attributive(line, i) else after
        if word in ("up", "down") and kind == "money" and line.at(j + 1) == "at":
            return word  # "closed eight cents down at 4.67"
        if word in ("up", "down", "off"):
            dated = kind in _SHARES and line.at(j + 1) in ("on", "from", "in", ".", ",", "year-on-year")
            return None if not dated else "up" if word == "up" else "down"
        if word in self.less:
            return "down"
        if " more " in printed or (word in self.more and (kind, word) != ("money", "more")):
            return "up"
        return self._noun_of_change(line, j, draft)

    @staticmethod
    def _after_noun(line: Line, draft: Draft, j: int) -> str | None:
        """"35 points lower"."""
        while j < len(line) and line.ends[j] <= draft.noun_end:
            j += 1
        word = line.at(j)
        if word in ("up", "down") and line.at(j + 1) == "at":
            return word
        if word not in ("lower", "fewer", "less", "higher") or line.at(j + 1) == "than":
            return None
        return "up" if word == "higher" else "down"

    def _noun_of_change(self, line: Line, j: int, draft: Draft) -> str | None:
        """"a 5% pay rise": the noun stands at most three words on."""
        for k in range(j, j + 4):
            word = line.at(k)
            if word in self.movers.nouns:
                odd = draft.kind == "money" and word in ("loss", "gain", "discount")
                verb = word in self.idioms and line.at(k + 1) in self.idiom_ends
                return None if odd or verb else self.movers.nouns[word]
            if not word or not word[0].isalpha() or word in self.stops:
                return None
        return None

    @staticmethod
    def _attributive(line: Line, i: int) -> bool:
        return line.at(i + 1) == "-" or line.at(i - 1) in ("a", "an", "the", "this", "that", "its", "their")

    def _before(self, line: Line, lead: int, i: int, draft: Draft) -> str | None:
        """"rose 3%", "by 12", "to 50 million", "from 40", "a fall of 4.5%", "up 3%"."""
        if line.at(lead - 1) == "in":
            return None  # "fell in one morning"
        j = self._step_back(line, lead - 1)
        word, moving = line.at(j), self.movers
        if not word:
            return None
        if word in ("up", "down"):
            return self._particle(line, j, draft)
        if word == "off" and draft.kind in (*_SHARES, "money", "count") and line.at(j - 1) not in self.off_verbs:
            return "down" if draft.kind in _SHARES or line.at(j - 1) in (*self.be, ",") else None  # "sales were off 8%"
        if word == "by":
            return self._particle(line, j - 1, draft) if line.at(j - 1) in ("up", "down") else self._by(line, j, draft)
        if word == "of":
            return self._of(line, j - 1, draft) or self._level_of(line, j - 1, i, draft)
        if draft.kind == "duration" and line.at(i + 1) in ("ago", "earlier", "before"):
            return None
        if word in ("from", "to"):
            if word == "to" and line.at(j - 1) in self.no_end:
                return None  # "compared to 11 million"
            return word if line.at(lead - 1) != "the" and moving.ends_change(line, j, i, draft) else None
        definite = "the" in line.low[j + 1:lead]
        if word in moving.to:
            return None if definite or (draft.kind == "ratio" and line.at(i + 1) == "of") else self._reached(word, draft)
        if word not in moving.verbs and is_adverb(word):
            j, word = j - 1, line.at(j - 1)
        way = moving.verbs.get(word)
        if way is None and draft.kind in _SHARES:
            return self._with_object(line, j)
        if way is None or definite or (word == "add" and draft.kind in ("mass", "volume")):
            return None  # "add 200g of flour"
        if lead < i and line.low[lead] == "as" and line.low[lead + 1] in ("low", "high"):
            return "to"
        return way if self._is_size(word, draft) else None

    def _with_object(self, line: Line, j: int) -> str | None:
        """"raise property taxes 3.5 percent", "cut its dividend 20%": the verb's object stands between."""
        for k in range(j, max(j - 4, -1), -1):
            word = line.low[k]
            if k < j and word in self.movers.verbs:
                return self.movers.verbs[word]
            if not word[0].isalpha() or (word in self.stops and word not in ("its", "their", "the", "his", "her")):
                return None
        return None

    def _step_back(self, line: Line, j: int) -> int:
        """The word that governs the number, over "only", "a further", "a record high of"."""
        passes = self.movers.passes
        while True:
            word = line.at(j)
            if word == "of":
                if line.at(j - 1) not in passes:
                    return j
            elif word not in passes or word in ("by", "up", "down"):
                return j
            j -= 1

    @staticmethod
    def _reached(word: str, draft: Draft) -> str | None:
        """"reach 100m subscribers", "hit $80"; not "hit 12 cars"."""
        plain = word.startswith("reach") or draft.kind not in ("count", "length", "multiplier")
        plain = plain or (draft.kind == "count" and draft.noun_end == draft.end)
        return "to" if plain and draft.kind not in ("duration", "ordinal") else None

    def _is_size(self, word: str, draft: Draft) -> bool:
        """Whether the number right after the verb ``word`` is how much rose or fell."""
        if draft.kind in _NO_SIZE:
            return False
        lent = word.startswith("advanc") and draft.kind == "money"
        if word in self.drifts and not lent and draft.kind in ("count", "ratio", "money") and draft.head in (None, "point"):
            return True  # "shares eased 1/8", "the index advanced 12 points"
        if draft.kind in ("count", "vague", "rate"):
            return word in self.object_counts and draft.head not in self.not_changed
        if word in self.object_only:
            return draft.kind in _SHARES
        return draft.kind not in ("length", "speed") or word not in self.no_distance

    def _of(self, line: Line, j: int, draft: Draft) -> str | None:
        """"a fall of 4.5%", "a drop in infant deaths of nearly 60%"."""
        nouns = self.movers.nouns
        if draft.kind in _NO_SIZE or line.at(j - 1) in ("storm", "tidal"):
            return None
        if line.at(j) in nouns:
            level = draft.currency is not None and line.at(j) in ("loss", "losses", "gain", "gains", "discount")
            return None if level else nouns[line.at(j)]
        for k in range(j, max(j - 8, 0), -1):
            word = line.low[k]
            if word in nouns:
                return nouns[word] if line.at(k + 1) == "in" and line.at(k - 1) not in ("to", "will", "would") else None
            if not word[0].isalpha() or word == "of" or word in self.movers.verbs:
                return None
        return None

    def _level_of(self, line: Line, j: int, i: int, draft: Draft) -> str | None:
        """"to a 1986 loss of 1.7 billion", "from the year-ago level of 584 billion": what ends the change is named first."""
        if draft.kind in ("count", "vague", "ratio", *_NO_SIZE) and line.at(j) not in self.levels:
            return None
        for k in range(j, max(j - 7, -1), -1):
            word = line.low[k]
            if word in ("from", "to"):
                named = word == "from" or line.at(k + 1) in _ARTICLES or line.at(k + 1) in self.movers.passes
                ends = named and line.at(k - 1) not in self.no_end and line.at(k - 1) not in self.movers.nouns
                return word if ends and self.movers.ends_change(line, k, i, draft) else None
            other = line.drafts[k]
            if other is not None and other.kind in ("year", "date", "ordinal", "duration"):
                continue
            if not word[0].isalpha() or (word in self.stops and word not in _ARTICLES) or word in self.movers.verbs:
                return None
        return None

    def _particle(self, line: Line, j: int, draft: Draft) -> str | None:
        """"up 3%", "(down 33)", "is up by 12"; not "set up three camps"."""
        word, before = line.low[j], line.at(j - 1)
        if draft.kind in _NO_SIZE or line.at(j + 1) in ("to", "a", "an", "the"):
            return None
        if before in self.movers.particles and not (draft.kind in _SHARES and before not in ("make", "makes", "made", "making")):
            return None
        if draft.kind in ("count", "vague") and draft.head not in (None, "point", "place", "seat", "spot") \
                and before[:1].isalpha() and before not in self.be and before not in self.goes:
            return None
        return word

    def _by(self, line: Line, j: int, draft: Draft) -> str | None:
        """"increased … by 28%"; not "was raised by two women"."""
        if draft.kind in ("ordinal", "multiplier") or (draft.kind == "count" and draft.value == 1):
            return None
        if line.at(j - 1).endswith("ed") and line.at(j - 1) not in self.movers.verbs:
            return None  # "a letter signed by 500"
        people = draft.kind in ("count", "vague") and draft.head in self.movers.lexemes.people
        if people and line.at(j - 1) in self.movers.verbs and line.at(j - 2) in self.be:
            return None
        k = self.movers.governs(line, j, by=True)
        return self.movers.way_of(line, k) if k is not None else None

    def _carried(self, line: Line, previous: int, lead: int, draft: Draft) -> str | None:
        """The change of the number before, where the two are coordinated: "rose 3% in May and 4% in June"."""
        other = line.drafts[previous]
        if other is None or other.change is None or lead - previous > 9:
            return None
        if other.change == "from" and (other.kind != draft.kind or other.unit != draft.unit or lead - previous < 4):
            return None
        start = previous + 1
        while start < lead and line.ends[start] <= other.noun_end:
            start += 1
        between = line.low[start:lead]
        if not between or between[-1] not in ("and", "or") or (between == ["and"] and other.change == "to"):
            return None
        if between[-1] == "or" and len(between) <= 2:
            return other.change
        if other.kind != draft.kind or draft.head != other.head or between[0] not in _CARRIERS:
            return None
        return other.change if all(w in _CARRIERS or self._plain(w) for w in between) else None

    def _plain(self, word: str) -> bool:
        return word not in self.stops and word not in self.movers.verbs and word[0].isalnum()

    @staticmethod
    def _to_after_from(line: Line) -> None:
        """"from 12% to 15%": the second end of a change already begun."""
        for a, b in zip(line.places, line.places[1:], strict=False):
            one, two = line.drafts[a], line.drafts[b]
            if one is None or two is None or one.change != "from" or two.change is not None or two.kind in _NEVER:
                continue
            if "to" in line.low[a + 1:b] and b - a < 10 and (one.kind == two.kind or one.dimension == two.dimension):
                two.change = "to"


@lru_cache(maxsize=8)
def changes(lexicon: Lexicon) -> Changes:
    return Changes(lexicon)
