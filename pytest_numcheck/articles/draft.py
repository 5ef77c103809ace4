"""What a format's reader hands over: the pieces of each article in a file, and what the format says about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from . import plain
from .blocks import Block
from .characters import unify
from .fragment import read_fragment
from .layer import Layer
from .model import Ignore
from .vocabulary import HTML, Vocabulary
from .waivers import comments


@dataclass(frozen=True, slots=True)
class Skipped:
    """An item of a file that is no article to be checked, and why. ``part`` is as in Article."""

    path: str
    part: str | None
    reason: str

    @property
    def name(self) -> str:
        return self.path if self.part is None else f"{self.path}::{self.part}"


@dataclass(frozen=True, slots=True)
class Broken:
    """An item of a package that cannot be read: ``error`` is ``name:line:column: what is wrong``."""

    path: str
    part: str | None
    error: str

    @property
    def name(self) -> str:
        return self.path if self.part is None else f"{self.path}::{self.part}"


class Malformed(ValueError):
    """A file, or a stretch of it, that its format does not allow. ``str()`` says what is wrong, ``at`` where in the file."""

    def __init__(self, what: str, at: int):
        super().__init__(what)
        self.at = at


@dataclass(slots=True)
class Piece:
    """A stretch of prose: ``text`` is as long as the layer's, in unified characters, with all markup made invisible."""

    layer: Layer
    text: str
    blocks: list[Block]
    wide: list[tuple[int, int]] = field(default_factory=list)
    waivers: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """One article as its format gives it. ``ids`` are its names, the best one first; ``kind`` what it is ("text")."""

    pieces: list[Piece] = field(default_factory=list)
    published: date | None = None
    language: str = ""
    ids: Sequence[str] = ()
    #: why it is passed over, where the format says so by itself
    reason: str = ""
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = ()
    #: what is wrong with it, and where
    fault: Malformed | None = None


@dataclass(slots=True)
class Sheet:
    """The articles of a file. ``several``: it is a package, also where it holds one."""

    drafts: list[Draft]
    several: bool = False


def plain_piece(layer: Layer, role: str = "") -> Piece:
    """Plain text; with a ``role`` all of it is one paragraph."""
    text = unify(layer.text)
    return Piece(layer, text, [Block(0, len(text), role)] if role else plain.read_blocks(text))


def markup_piece(layer: Layer, vocabulary: Vocabulary = HTML, role: str = "", *, codes: bool = False) -> Piece:
    """HTML, XHTML or NITF; with a ``role`` all of it is one paragraph."""
    unified = unify(layer.text)
    read = read_fragment(unified, vocabulary, codes=codes)
    blocks = read.blocks()
    if role and blocks:
        blocks = [Block(blocks[0].start, blocks[-1].end, role)]
    return Piece(layer, read.text, blocks, read.wide, comments(unified))


_MARKUP = re.compile(
    r"</?(?:p|div|br|b|i|em|strong|a|ul|ol|li|h[1-6]|span|table|blockquote|figure|section|article|img|body|html)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE)


def any_piece(layer: Layer, role: str = "") -> Piece:
    """HTML where it holds tags, else plain text."""
    if _MARKUP.search(layer.text) or (role and "&" in layer.text):
        return markup_piece(layer, HTML, role)
    return plain_piece(layer, role)


#: Languages that say nothing.
_UNSAID = ("", "und", "mul", "zxx", "mis", "x-default", "c")


def is_english(language: str) -> bool:
    """Whether a declared language is English, or none."""
    tag = language.strip().lower().replace("_", "-")
    return tag in _UNSAID or tag.split("-")[0] in ("en", "eng", "english")
