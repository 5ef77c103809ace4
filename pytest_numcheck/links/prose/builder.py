"""Makes segments of the parts of a template."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import regex

from ...base.lexicon import Lexicon
from ...base.strictyaml import DataError, did_you_mean
from ...numbers.mention import CUE_KINDS, KINDS
from . import holes
from .needs import runs_of
from .segment import Form, Segment
from .template import Choice, Hole, Listing, Mark, Part, PhraseError, Word, Words, places_of

#: most numbers after the first in one list(…)
MAX_ITEMS = 40
#: what ``<…>`` means without a word list: a short noun phrase; the noun counted by the number before it, where it follows
#: at once; a time said in passing ("in 2010", "a year earlier", "in the first quarter")
BUILT_IN = ("np", "noun", "when")
_FIRST = regex.compile(r"\W*([^\W_]+)")
_MARKS = {"-": "[-–—]", '"': '["“”]', "'": "['’]"}
_NP_WORD = r"(?<!\w)(?!(?:and|or)(?!\w))[^\W_]+(?:['.-][^\W_]+)*(?!\w)"
_NOUN = f"-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END}]{{1,80}}?{holes.NOUN_END}"
_RESTATED = rf"(?:{holes.SPACE}[(\[](?=[^()\[\]]*[{holes.MENTION_KINDS}])[^()\[\]{holes.SENTENCE_END}]{{1,60}}[)\]])?"
_WHEN = (
    rf"(?:(?<!\w)(?:in|at|by|for|during|on|over|since|as of|through|until)(?!\w){holes.SPACE})?"
    rf"(?:(?<!\w)(?:the|its|early|late|mid|fiscal|end of|start of|end|whole of|all of)(?!\w)-?{holes.SPACE}){{0,2}}"
    rf"(?:{holes.hole_pattern(('date', 'year', 'weekday'))}|(?<!\w)\L<when>(?!\w)"
    rf"|{holes.hole_pattern(('ordinal',))}{holes.SPACE}(?:quarter|half|month|week|year)(?!\w))"
)
_JOINT = rf"{holes.SPACE}(?:[,;](?:{holes.SPACE}(?<!\w)(?:and|plus|or)(?!\w))?|(?<!\w)(?:and|plus|or)(?!\w)|&)"


class Builder:
    """Makes segments of one template's parts."""

    def __init__(self, kinds: Mapping[str, tuple[str, ...]], lexicon: Lexicon):
        self.kinds, self.lexicon = kinds, lexicon

    def build(self, parts: tuple[Part, ...]) -> Segment:
        """The segment of the parts. Raises PhraseError for a word list that there is not; its form may raise more."""
        kinds, words = self.needs(parts)
        used = tuple((name, self.kinds.get(name)) for name in dict.fromkeys(places_of(parts)))
        return Segment(tuple(kinds), tuple(words), lambda: self.form(parts), (parts, used, self.lexicon))

    def form(self, parts: tuple[Part, ...]) -> Form:
        """What the parts are searched with. Raises PhraseError."""
        self.places: dict[str, tuple[str, bool]] = {}
        self.listed: list[tuple[str, str]] = []
        self.lists: dict[str, tuple[str, ...]] = {}
        pattern = self.sequence(parts, False).removeprefix(holes.SPACE)
        places = tuple((group, name, many) for name, (group, many) in self.places.items())
        runs = runs_of(parts, self.kinds, lambda w: () if w.name in BUILT_IN else word_list(w, self.lexicon))
        return Form(pattern, places, tuple(self.listed), self.lists, runs)

    def sequence(self, parts: tuple[Part, ...], many: bool) -> str:
        out = ""
        for i, part in enumerate(parts):
            if isinstance(part, Choice):
                ways = [self.sequence(e, many) for e in part.either if e]
                out += f"(?:{'|'.join(ways)})" + ("?" if len(ways) < len(part.either) else "")
                continue
            out += holes.SPACE + self.part(part, many)
            if isinstance(part, Hole) and i + 1 < len(parts):
                out += _RESTATED
        return out

    def part(self, part: Part, many: bool) -> str:
        if isinstance(part, Word):
            text = r"['’]".join(regex.escape(p) for p in part.text.split("'"))
            return rf"(?<!\w){text}" + (r"\w*" if part.open else r"(?!\w)")
        if isinstance(part, Mark):
            return _MARKS.get(part.text, regex.escape(part.text))
        if isinstance(part, Hole):
            return self.hole(part, many)
        if isinstance(part, Words):
            return self.word_list(part)
        assert isinstance(part, Listing)
        if many:
            raise PhraseError("list(…) inside list(…)", part.offset)
        item = self.sequence(part.item, True).removeprefix(holes.SPACE)
        if not any(m for _, m in self.places.values()):
            raise PhraseError("list(…) must hold a {name}", part.offset)
        return rf"(?:{item})(?:{_JOINT}{holes.SPACE}(?:{item})){{1,{MAX_ITEMS}}}"

    def hole(self, part: Hole, many: bool) -> str:
        kinds = self.kinds.get(part.name)
        if kinds is None:
            raise PhraseError(f"'{part.name}' is not declared{did_you_mean(part.name, self.kinds)}", part.offset)
        for kind in kinds:
            if kind not in KINDS and kind not in CUE_KINDS:
                raise PhraseError(f"unknown kind '{kind}'{did_you_mean(kind, KINDS + CUE_KINDS)}", part.offset)
        group, was = self.places.setdefault(part.name, (f"h{len(self.places)}", many))
        if was != many:
            raise PhraseError(f"'{part.name}' is both one number and a list", part.offset)
        return holes.hole_pattern(kinds, group)

    def word_list(self, part: Words) -> str:
        if part.name == "np":
            return rf"{_NP_WORD}(?:{holes.SPACE}{_NP_WORD}){{0,5}}?"
        if part.name == "noun":
            return _NOUN
        if part.name == "when":
            self.lists["when"] = self.lexicon.list("when")
            return _WHEN
        entries = word_list(part, self.lexicon)
        exact = tuple(e for e in entries if not e.endswith("~"))
        name, group = f"L{len(self.lists)}", f"w{len(self.listed)}"
        self.listed.append((group, part.name))
        self.lists[name] = exact
        begun = "".join(rf"|{regex.escape(e[:-1])}\w*" for e in entries if e.endswith("~"))
        return rf"(?<!\w)(?P<{group}>\L<{name}>{begun})(?!\w)"

    def needs(self, parts: tuple[Part, ...]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        """Kinds, and words, one of each set of which must occur."""
        kinds: list[frozenset[str]] = []
        words: list[frozenset[str]] = []
        for part in parts:
            if isinstance(part, Hole):
                kinds.append(frozenset(self.kinds.get(part.name, ())))
            elif isinstance(part, Word):
                words.append(frozenset([_first(part.text, part.open)]))
            elif isinstance(part, Words) and part.name not in BUILT_IN:
                words.append(_firsts(word_list(part, self.lexicon)))
            elif isinstance(part, Listing):
                more = self.needs(part.item)
                kinds += more[0]
                words += more[1]
            elif isinstance(part, Choice) and all(part.either):
                ways = [self.needs(e) for e in part.either]
                if all(w[0] for w in ways):
                    kinds.append(frozenset().union(*(w[0][0] for w in ways)))
                if all(w[1] for w in ways):
                    words.append(frozenset().union(*(max(w[1], key=lambda s: min(map(len, s))) for w in ways)))
        return kinds, [w for w in words if "" not in w]


def _first(text: str, open_: bool) -> str:
    """The first run of letters and digits: what a view indexes sentences by."""
    m = _FIRST.match(text)
    if m is None:
        return ""
    return m[1] + "~" if open_ and m.end() == len(text) else m[1]


@lru_cache(maxsize=512)
def _firsts(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_first(e.removesuffix("~"), e.endswith("~")) for e in entries)


def word_list(part: Words, lexicon: Lexicon) -> tuple[str, ...]:
    """The entries of a word list, or the ``words`` of every row of a data table, in lower case."""
    try:
        return _entries(part.name, lexicon)
    except DataError as unknown:
        raise PhraseError(unknown.what, part.offset) from None


@lru_cache(maxsize=1024)
def _entries(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    if lexicon.has("words", name) or not lexicon.has("data", name):
        entries = lexicon.list(name)
    else:
        table = lexicon.table(name)
        rows = table.values() if isinstance(table, Mapping) else ()
        entries = tuple(str(w) for row in rows if isinstance(row, Mapping) for w in row.get("words", ()))
        if not entries:
            raise DataError(f"the table '{name}' has no words")
    return tuple(dict.fromkeys(e.lower().replace("’", "'") for e in entries))
