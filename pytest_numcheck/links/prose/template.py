"""The grammar of templates: text becomes a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MAX_LENGTH, MAX_DEPTH, MAX_SEQUENCES = 600, 8, 64


class PhraseError(ValueError):
    """A template that cannot be used: ``what`` is wrong, ``offset`` characters into it."""

    def __init__(self, what: str, offset: int = 0):
        super().__init__(what)
        self.what, self.offset = what, offset


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; ``open``: only its beginning (``land~``)."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A literal punctuation character."""

    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A mention or cue to bind."""

    name: str
    offset: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """``<name>``: one entry of a word list; ``<np>`` and ``<noun>`` are built in."""

    name: str
    offset: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """``...``"""

    offset: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; an optional part is a choice with an empty last alternative."""

    either: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """``list(…)``: an enumeration."""

    item: tuple[Part, ...]
    offset: int = field(compare=False)


Part = Word | Mark | Hole | Words | Gap | Choice | Listing

_TOKEN = re.compile(r"""
    (?P<space>\s+) | (?P<gap>\.\.\.|…) | (?P<list>list\() | \{(?P<hole>[A-Za-z_][A-Za-z0-9_-]*)\} | <(?P<words>[a-z][a-z0-9_-]*)>
    | (?P<word>[^\W_]+(?:['’-][^\W_]+)*)(?P<open>~)? | \\(?P<escaped>.) | (?P<mark>[^\w\s])
    """, re.X | re.S)


def parse(text: str) -> tuple[Part, ...]:
    """The parts of a template. Raises PhraseError with an offset."""
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"a template has at most {MAX_LENGTH} characters")
    reader = _Reader(text)
    parts = reader.sequence("", 0)
    if not parts:
        raise PhraseError("an empty template")
    _names(parts)
    return parts


def places_of(parts: Iterable[Part]) -> Iterator[str]:
    """The names of the places, from the left; one that stands in several choices more than once."""
    for part in parts:
        if isinstance(part, Hole):
            yield part.name
        elif isinstance(part, Listing):
            yield from places_of(part.item)
        elif isinstance(part, Choice):
            for either in part.either:
                yield from places_of(either)


def _names(parts: tuple[Part, ...]) -> set[str]:
    """Names of the places; refuses one that could be filled twice in one reading."""
    found: set[str] = set()
    for part in parts:
        if isinstance(part, Hole) and part.name in found:
            raise PhraseError(f"'{part.name}' stands twice in this template", part.offset)
        mine = {part.name} if isinstance(part, Hole) else _names(part.item) if isinstance(part, Listing) else set[str]()
        if isinstance(part, Choice):
            mine = set[str]().union(*(_names(e) for e in part.either))
        if mine & found:
            raise PhraseError(f"'{min(mine & found)}' stands twice in this template")
        found |= mine
    return found


class _Reader:
    def __init__(self, text: str):
        self.text, self.at = text, 0

    def sequence(self, closing: str, depth: int) -> tuple[Part, ...]:
        """Parts up to ``closing`` or ``|``, which is left to be read."""
        if depth > MAX_DEPTH:
            raise PhraseError("brackets nested too deeply", self.at)
        parts: list[Part] = []
        while self.at < len(self.text):
            char = self.text[self.at]
            if char in "|)]":
                if char == closing or (char == "|" and closing):
                    break
                raise PhraseError(f"'{char}' without a bracket that opens it (a literal one is written \\{char})", self.at)
            part = self.part(depth)
            if part is not None:
                parts.append(part)
        return tuple(parts)

    def part(self, depth: int) -> Part | None:
        start = self.at
        found = _TOKEN.match(self.text, start)
        if found is None:
            raise PhraseError("this character has no meaning in a template", start)
        kind, value = found.lastgroup, found.group()
        self.at = found.end()
        if kind == "space":
            return None
        if kind == "gap":
            return Gap(start)
        if kind == "list":
            item = self.sequence(")", depth + 1)
            self.close(")", start, "list(")
            return Listing(item, start)
        if kind == "hole":
            return Hole(found["hole"], start)
        if kind == "words":
            return Words(found["words"], start)
        if kind in ("word", "open"):
            return Word(found["word"].lower().replace("’", "'"), bool(found["open"]))
        if kind == "escaped":
            return Mark(found["escaped"])
        return self.bracket(value, start, depth)

    def bracket(self, char: str, start: int, depth: int) -> Part:
        if char in "([":
            closing = ")" if char == "(" else "]"
            either = [self.sequence(closing, depth + 1)]
            while self.text[self.at:self.at + 1] == "|":
                self.at += 1
                either.append(self.sequence(closing, depth + 1))
            self.close(closing, start, char)
            return Choice((*either, ()) if char == "[" else tuple(either))
        if char in "{}<>\\~":
            what = "a place is written {name}" if char in "{}" else "a word list is written <name>" if char in "<>" \
                else "'~' belongs right after a word" if char == "~" else "a lone backslash"
            raise PhraseError(what, start)
        return Mark(char)

    def close(self, closing: str, start: int, opening: str) -> None:
        if self.text[self.at:self.at + 1] != closing:
            raise PhraseError(f"'{opening}' is never closed", start)
        self.at += 1


def sequences(parts: tuple[Part, ...]) -> list[list[tuple[Part, ...]]]:
    """The template as alternatives without gaps inside choices: each a list of segments to be found one after another."""
    expanded = _expand(parts)
    result: list[list[tuple[Part, ...]]] = []
    for flat in expanded:
        segments: list[list[Part]] = [[]]
        for part in flat:
            if isinstance(part, Gap):
                segments.append([])
            else:
                segments[-1].append(part)
        solid = [tuple(s) for s in segments]
        if not all(_solid(s) for s in solid):
            gap = next(p for p in flat if isinstance(p, Gap)) if len(solid) > 1 else None
            raise PhraseError("'...' needs words or a number on both sides" if gap else "nothing in this template must occur",
                              gap.offset if gap else 0)
        result.append(solid)
    return result


def _solid(segment: tuple[Part, ...]) -> bool:
    """Whether something in it must occur."""
    return any(not isinstance(p, Choice) or all(_solid(e) for e in p.either) for p in segment)


def _expand(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    found: list[tuple[Part, ...]] = [()]
    for part in parts:
        if isinstance(part, Listing) and any(_has_gap(p) for p in part.item):
            raise PhraseError("'...' cannot stand inside list(…)", part.offset)
        split = part.either if isinstance(part, Choice) and _has_gap(part) else None
        ways = [(part,)] if split is None else [w for e in split for w in _expand(e)]
        if len(found) * len(ways) > MAX_SEQUENCES:
            raise PhraseError("too many ways to read this template: split it in two")
        found = [f + w for f in found for w in ways]
    return found


def _has_gap(part: Part) -> bool:
    return isinstance(part, Gap) or (isinstance(part, Choice) and any(_has_gap(p) for e in part.either for p in e))
