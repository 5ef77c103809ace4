"""Who a sentence is about: names as printed, the subject of a verb, and whom "he" or "she" goes back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...articles.model import Article, Sentence
from ...base.lexicon import Lexicon

_PARTICLE = r"(?:de|da|do|dos|del|della|der|van|von|den|ten|bin|bint|ibn|al|el|la|le|du|di|y|st\.?)"
_PROPER = r"[A-Z](?:[\w'-]*[a-z]|\.|[A-Z])(?:[\w'-]*\w)?"
#: a run of capitalised words: "Kay Hagan", "Ludwig van Beethoven", "John F. Kennedy Jr."
_NAME = re.compile(rf"(?<![\w'-]){_PROPER}(?: (?:\"[^\"]{{2,24}}\" )?(?:{_PARTICLE} ){{0,2}}{_PROPER}){{0,5}}")
#: what may stand between a subject and its verb
_LINKING = re.compile(
    r"(?:,? (?:who|was|is|has|had|have|were|also|reportedly|himself|herself|later|been|jr\.?|sr\.?),?| \([^)]*\)|,[^,;]{1,60},)*"
    r"[ ,(]*\Z", re.I)
#: before a name: it is not what the sentence is about
_GOVERNED = re.compile(r"(?:\b(?:of|in|at|by|to|from|with|for|on|than|and|or|near|under|over|against|between|about|the|a|an|is|"
                       r"was|were|are|said|says|told)|'s|[\"(;:]) ?\Z", re.I)
#: "Ann Lee, a former judge of the High Court, died"
_APPOSED = re.compile(r",[^;.]{1,140},(?: (?:was|is|has|had|also|who|reportedly|was also))* \Z", re.I)


@lru_cache(maxsize=8)
def _no_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.list("no-name"))


@lru_cache(maxsize=8)
def _kin(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in lexicon.list("kin"))
    return re.compile(rf"\b(?:his|her|their|whose|my|our|\w+'s)\s+(?:\w+[ -]){{0,2}}(?:{words}|first|second)\b[^.;]*\Z", re.I)


class People:
    """Answers for one article."""

    def __init__(self, article: Article, lexicon: Lexicon):
        self.article, self.text = article, article.text
        self._no_name, self._kin = _no_names(lexicon), _kin(lexicon)
        self._first: dict[int, str | None] = {}
        #: by last word: what else each bearer of that name is called
        self._known: dict[str, list[set[str]]] = {}
        for _ in self.names(0, len(self.text)):
            pass

    def names(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Names in a span of prose, each with a key that is the same wherever one person is named ("hagan", "berg 2")."""
        for hit in _NAME.finditer(self.text, start, end):
            words = [w for w in hit.group().split(" ") if w.lower().rstrip(".") not in self._no_name]
            last = words[-1].removesuffix("'s").removesuffix("'").lower() if words else ""
            if len(last) > 1 and not words[-1].isupper():
                given = {w.strip('"').lower() for w in words[:-1] if len(w) > 1 and w[-1] != "."}
                yield hit.start(), hit.end(), self._person(last, given)

    def _person(self, last: str, given: set[str]) -> str:
        """Of several bearers of a name the bare name means the one that is named first."""
        bearers = self._known.setdefault(last, [])
        if not given and bearers:
            return last
        for i, known in enumerate(bearers):
            if not known or not given or known & given:
                known |= given
                return f"{last} {i + 1}" if i else last
        bearers.append(set(given))
        return f"{last} {len(bearers)}" if len(bearers) > 1 else last

    def before(self, at: int) -> str | None:
        """The name that ends right before ``at``, commas and brackets aside ("Smith, " or "Smith (")."""
        start = max(at - 60, 0)
        best = None
        for _, end, last in self.names(start, at):
            best = last if self.text[end:at].strip(" ,(") == "" else None
        return best

    def after(self, at: int) -> str | None:
        """The name that follows within a few small words: "65-year-old former miner Tom Smith"."""
        sentence = self.article.sentence_at(at)
        for begin, _, last in self.names(at, min(at + 80, sentence.end)):
            between = self.text[at:begin]
            return last if len(between.split()) <= 4 and not re.search(r"[,;.]\s", between[1:] or "") else None
        return None

    def subject(self, at: int) -> tuple[str | None, bool]:
        """The subject of the verb at ``at`` and whether it was named; (None, False) where it is somebody's kin or unclear."""
        sentence = self.article.sentence_at(at)
        lead = self.text[sentence.start:at]
        if self._kin.search(lead):
            return None, False
        found = list(self.names(sentence.start, at))
        opener = next(((end, last) for begin, end, last in found if begin - sentence.start <= 2), None)
        if opener and _APPOSED.fullmatch(self.text[opener[0]:at]):
            return opener[1], True
        for _, end, last in reversed(found):
            if _LINKING.fullmatch(self.text[end:at]):
                return last, True
        word = re.match(r"\W*(?:[^.;]{0,90}, )?(he|she)\b[^;]*\Z", lead, re.I)
        pronoun = word and _LINKING.fullmatch(lead[word.end(1):])
        if pronoun or (word and not found):
            return self.antecedent(sentence), False
        if found and found[0][0] - sentence.start <= 2 and re.match(r",", self.text[found[0][1]:]):
            return found[0][2], True
        return None, False

    def antecedent(self, sentence: Sentence) -> str | None:
        """Whom a pronoun in ``sentence`` most likely means: the subject that the sentences before it open with."""
        for i in range(sentence.index - 1, max(sentence.index - 7, -1), -1):
            earlier = self.article.sentences[i]
            if self.article.paragraphs[earlier.paragraph].role == "dateline":
                continue
            opening = self.opening(i)
            if opening is not None:
                return opening
            if i == sentence.index - 1:
                full = {key for begin, end, key in self.names(earlier.start, earlier.end) if " " in self.text[begin:end]}
                if len(full) == 1:
                    return full.pop()
        return None

    def opening(self, index: int) -> str | None:
        """The name that a sentence opens with (a title or a few small words may come first)."""
        if index not in self._first:
            sentence = self.article.sentences[index]
            found = next(self.names(sentence.start, min(sentence.start + 90, sentence.end)), None)
            lead = self.text[sentence.start:found[0]] if found else ""
            self._first[index] = found[2] if found and not _GOVERNED.search(lead) else None
        return self._first[index]
