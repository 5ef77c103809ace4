"""Whether a number is the size or an end of a change: "rose 25% to 50 million from 40 million"."""

from __future__ import annotations

from functools import lru_cache

from ..base.lexicon import Lexicon
from .lexemes import Lexemes, lexemes
from .line import NUMBER_WORD, Line
from .scan import Draft

_NEVER = frozenset(["date", "year", "clock", "score", "age"])
_SIZES = frozenset(["percent", "percent-point"])
#: words that may stand between two coordinated changes: "3% in May and 4% in June"
_CARRIERS = frozenset("in on at for among the and year month , january february march april may june july august september october november december "
                      "monday tuesday wednesday thursday friday saturday sunday".split())
_HARD = frozenset([".", ";", "?", "!"])
_REACH = 26


class Changes:
    """Finds changes with one lexicon's words."""

    def __init__(self, lexicon: Lexicon):
        table = lexicon.table("changes")
        self.verbs: dict[str, str] = {}
        for name, way in (("fall", "down"), ("rise", "up")):
            self.verbs.update({w: way for w in lexicon.list(name) if " " not in w})
        phrasal = [(w, way) for name, way in (("rise", "up"), ("fall", "down")) for w in lexicon.list(name) if " " in w]
        self.phrasal: dict[str, dict[str, str]] = {}
        for phrase, way in phrasal:
            first, last = phrase.split()[0], phrase.split()[-1]
            self.phrasal.setdefault(last, {})[first] = way
        self.noun_ways: dict[str, str] = {w: "up" for w in lexicon.list("rise-noun")} | {w: "down" for w in lexicon.list("fall-noun")}
        self.to, self.movers = _set(table["to"]), _set(table["movers"])
        self.object_only, self.object_counts = _set(table["object-only"]), _set(table["object-counts"])
        self.not_changed, self.passes = _set(table["not-changed"]), _set(table["passes"])
        self.particles, self.be, self.no_range = _set(table["particles"]), _set(table["be"]), _set(table["no-range"])
        self.more, self.less, self.counts_less = _set(table["more"]), _set(table["less"]), _set(table["counts-less"])
        grammar = lexicon.table("grammar")
        self.stops = frozenset(str(w) for group in grammar["stops"].values() for w in group)
        self.lexemes: Lexemes = lexemes(lexicon)

    def describe(self, line: Line, leads: dict[int, int]) -> None:
        """Fill ``change`` of the line's drafts; ``leads`` tells the word at which a number's hedge begins."""
        previous: int | None = None
        for i in line.places:
            draft = line.drafts[i]
            if draft is None or draft.kind in _NEVER or draft.value is None and draft.kind != "vague":
                continue
            lead = leads.get(i, i)
            draft.change = self._after(line, i, draft) or self._before(line, lead, i, draft)
            if draft.change is None and previous is not None:
                draft.change = self._carried(line, previous, lead, draft)
            previous = i
        self._from_to(line)

    def _after(self, line: Line, i: int, draft: Draft) -> str | None:
        """"a 4% fall", "12 fewer", "25% higher"."""
        if draft.kind in ("multiplier", "ordinal", "duration", "vague", "rate"):
            return None
        j = i + 1
        if line.at(j) == "-":
            j += 1
        word = line.at(j)
        share = draft.kind in _SIZES or draft.kind == "ratio"
        if word in self.counts_less or word in self.less and draft.kind != "count" and word not in ("off", "down"):
            return "down"
        if word in self.more and word != "up" and draft.kind != "count" and not (draft.kind == "money" and word == "more"):
            return "up"
        if word in ("up", "down", "off") and share and line.at(j + 1) in ("on", "from", "in", ".", ",", "year-on-year"):
            return "up" if word == "up" else "down"
        if " more " in line.text[draft.start:draft.end] and draft.kind != "count":
            return "up"
        if " fewer " in line.text[draft.start:draft.end] or " less " in line.text[draft.start:draft.end]:
            return "down"
        if draft.kind == "count" and draft.noun_end > draft.end:
            while j < len(line) and line.ends[j] <= draft.noun_end:
                j += 1
            word = line.at(j)
            if word in ("lower", "fewer", "less", "higher") and line.at(j + 1) != "than":
                return "up" if word == "higher" else "down"
        if draft.kind == "count" and not self._attributive(line, i):
            return None
        for k in range(j, j + 4):
            word = line.at(k)
            way = self.noun_ways.get(word)
            if way is not None:
                if draft.kind == "money" and word in ("loss", "gain", "discount") or self._is_verb_here(line, k, j):
                    return None
                return way
            if not word or not word[0].isalpha() or word in self.stops:
                return None
        return None

    def _attributive(self, line: Line, i: int) -> bool:
        return line.at(i + 1) == "-" or line.at(i - 1) in ("a", "an", "the", "this", "that", "its", "their")

    def _is_verb_here(self, line: Line, k: int, first: int) -> bool:
        """Whether "cut" or "increase" at ``k`` is the clause's verb: "20% of jobs cut the …", "3% fall behind"."""
        return line.at(k) in ("fall", "rise", "cut", "drop", "climb") and line.at(k + 1) in ("the", "their", "its", "into", "behind", "under", "short", "within", "out", "below", "between")

    def _before(self, line: Line, lead: int, i: int, draft: Draft) -> str | None:
        """"rose 3%", "by 12", "to 50 million", "from 40", "a fall of 4.5%", "up 3%"."""
        low = line.low
        j = lead - 1
        word = line.at(j)
        while word in self.passes and word not in ("by", "up", "down", "of") or word == "of" and line.at(j - 1) in self.passes:
            j -= 1
            word = line.at(j)
        if not word:
            return None
        if word in ("up", "down"):
            return self._particle(line, j, i, draft)
        if word == "by" and line.at(j - 1) in ("up", "down"):
            return self._particle(line, j - 1, i, draft)
        if word == "by":
            return self._by(line, j, draft)
        if word == "of":
            storm = line.at(j - 2) in ("storm", "tidal")
            return None if draft.kind == "ordinal" or storm else self.noun_ways.get(line.at(j - 1)) or self._of_far(line, j - 1)
        if line.at(i + 1) in ("ago", "earlier", "before"):
            return None
        if word == "from":
            return "from" if self._moved(line, j, i, draft) else None
        if word == "to":
            return "to" if self._moved(line, j, i, draft) else None
        if word in self.to:
            direct = "the" not in low[j + 1:lead]
            if draft.kind == "ratio" and line.at(i + 1) == "of":
                return None
            plain = word.startswith("reach") or draft.kind not in ("count", "length", "multiplier")
            return "to" if direct and plain and draft.kind not in ("duration", "ordinal") else None
        way = self.verbs.get(word)
        if way is None and self._adverb(word):
            way = self.verbs.get(line.at(j - 1))
            word = line.at(j - 1)
        if way and lead < i and low[lead] == "as" and low[lead + 1] in ("low", "high"):
            return "to"
        return self._direct(line, word, way, i, draft) if way and "the" not in low[j + 1:lead] else None

    def _direct(self, line: Line, word: str, way: str, i: int, draft: Draft) -> str | None:
        """Whether the number right after the verb is the size of the change."""
        if draft.kind in ("duration", "ordinal", "multiplier", "rate"):
            return None
        if draft.kind in ("count", "vague"):
            return way if word in self.object_counts and draft.head not in self.not_changed else None
        if word in self.object_only:
            return way if draft.kind in _SIZES else None
        if draft.kind in ("money", "ratio") and word in ("add", "adds", "added", "adding"):
            return way
        return way if draft.kind not in ("length", "speed") or word not in ("fall", "fell", "falling", "falls", "jump", "jumped", "fallen", "slide", "slid") else None

    def _particle(self, line: Line, j: int, i: int, draft: Draft) -> str | None:
        """"up 3%", "(down 33)", "up from 2.48"; not "set up three camps"."""
        word, before = line.low[j], line.at(j - 1)
        if draft.kind in ("duration", "ordinal", "multiplier") or line.at(j + 1) in ("to", "a", "an", "the"):
            return None
        if before in self.particles and not (draft.kind in _SIZES and before not in ("make", "makes", "made", "making", "set", "take", "takes", "took")):
            return None
        if draft.kind in ("count", "vague") and draft.head is not None and draft.head not in ("point", "place", "seat", "spot") \
                and before not in self.be and before[:1].isalpha() and before not in ("went", "go", "goes", "going", "gone"):
            return None
        return word

    def _of_far(self, line: Line, j: int) -> str | None:
        """"a drop in infant deaths of nearly 60%": the noun stands before what changed."""
        for k in range(j, max(j - 8, 0), -1):
            word = line.low[k]
            if word in self.noun_ways:
                return self.noun_ways[word] if line.at(k + 1) == "in" and line.at(k - 1) not in ("to", "will", "would") else None
            if not word[0].isalpha() or word == "of" or word in self.verbs:
                return None
        return None

    def _by(self, line: Line, j: int, draft: Draft) -> str | None:
        if draft.kind in ("ordinal", "multiplier") and draft.kind != "multiplier":
            return None
        if draft.kind in ("count", "vague") and draft.head in self.lexemes.people and line.at(j - 1) in self.verbs \
                and line.at(j - 2) in ("was", "were", "been", "is", "are", "be", "being"):
            return None
        k = self._trigger(line, j, draft, by=True)
        if k is None:
            return None
        way = self._way(line, k)
        return way or None

    def _moved(self, line: Line, j: int, i: int, draft: Draft) -> bool:
        """Whether "to" or "from" at ``j`` is the end of a change: a verb or noun of change governs it."""
        low = line.low
        if line.at(i + 1) == "-" and draft.kind in ("count", "ratio") or draft.kind == "duration" and line.at(j - 1) in ("went", "go", "goes"):
            return False
        before = line.at(j - 1)
        if before == "down":
            return line.at(j - 2) not in self.particles
        if before == "up" and line.low[j] == "to":
            return line.at(j - 2) in self.verbs or line.at(j - 2) in self.phrasal["up"]
        if before == "up":
            return line.at(j - 2) not in self.particles
        k = self._trigger(line, j, draft, by=False)
        if k is None:
            return False
        if draft.kind not in ("count", "vague"):
            return True
        if draft.noun_end > draft.end and any(d is not None and d.kind not in ("count", "percent", "percent-point", "vague") for d in line.drafts[k:j]):
            return False
        if k >= j - 1 or draft.head is None or all(self._light(line, m) for m in range(k + 1, j)):
            return True
        said = {self.lexemes.singular(w) for w in low[max(k - 8, 0):j]}
        return draft.head in said or any(w in ("toll", "number", "total", "tally", "count") for w in said) or "from" in low[k:j]

    def _light(self, line: Line, m: int) -> bool:
        """Whether word ``m`` may stand between a verb and its "to": a number and what it counts, an adverb, "by"."""
        word, draft = line.low[m], line.drafts[m]
        if draft is not None:
            return True
        return word in self.passes or self._adverb(word) or any(d is not None and d.end < line.starts[m] <= d.noun_end for d in line.drafts[max(m - 5, 0):m])

    def _trigger(self, line: Line, j: int, draft: Draft, *, by: bool) -> int | None:
        """The nearest verb or noun of change before word ``j`` in its clause."""
        low = line.low
        for k in range(j - 1, max(j - _REACH, -1), -1):
            word = low[k]
            if word in _HARD:
                return None
            if word in self.verbs or word in self.noun_ways or word in self.phrasal and low[k - 1] in self.phrasal[word]:
                return None if not by and word.startswith("add") else k
            follower = line.drafts[k + 1] if word in ("up", "down") else None
            if follower is not None and follower.change == word:
                return k
            if not by and word in self.movers and k >= j - 12:
                return k if word not in ("going", "go", "goes", "went", "gone", "moved", "move", "taking", "takes", "bring", "brought", "going") \
                    or line.at(j) == "from" or k < j - 1 and "from" in low[k:j] else None
            if not by and (word in self.to and k < j - 1 or word in self.no_range):
                return None
            if word in ("who", "that", "which") and j - k > 6:
                return None
        return None

    def _way(self, line: Line, k: int) -> str:
        word = line.low[k]
        if word in self.phrasal and line.at(k - 1) in self.phrasal[word]:
            return self.phrasal[word][line.at(k - 1)]
        return self.verbs.get(word) or self.noun_ways.get(word, "")

    def _carried(self, line: Line, previous: int, lead: int, draft: Draft) -> str | None:
        """The change of the number before, where this one is coordinated: "rose 3% in May and 4% in June", "0.5% or 111 points"."""
        other = line.drafts[previous]
        if other is None or other.change is None or other.change == "from" or lead - previous > 9:
            return None
        start = previous + 1
        while start < lead and line.ends[start] <= other.noun_end:
            start += 1
        between = line.low[start:lead]
        if not between or between[-1] not in ("and", "or", ","):
            return None
        if between[-1] == "or" and len(between) <= 2:
            return other.change
        if other.kind != draft.kind or between[-1] == "," or draft.head != other.head:
            return None
        plain = all(w in _CARRIERS or w not in self.stops and w not in self.verbs and w not in _HARD and w != ":" for w in between)
        return other.change if plain and between[0] in _CARRIERS else None

    def _from_to(self, line: Line) -> None:
        """"from 12% to 15%": the second end of a change already begun."""
        for a, b in zip(line.places, line.places[1:], strict=False):
            one, two = line.drafts[a], line.drafts[b]
            if one is None or two is None or one.change != "from" or two.change is not None or two.kind in _NEVER:
                continue
            between = line.low[a + 1:b]
            if "to" in between and len(between) < 9 and (one.kind == two.kind or one.dimension == two.dimension):
                two.change = "to"

    @staticmethod
    def _adverb(word: str) -> bool:
        return word.endswith("ly") and len(word) > 4


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(str(w) for w in words)


@lru_cache(maxsize=8)
def changes(lexicon: Lexicon) -> Changes:
    return Changes(lexicon)
