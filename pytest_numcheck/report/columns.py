"""What a terminal makes of text: how many columns a character takes, and which characters must not reach it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Characters that turn the direction of what follows: they could make a line read differently from what it says.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """The text with every tab, line end, control and direction character replaced by one space (offsets hold)."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if _unfit(c) else c for c in text)


@lru_cache(maxsize=4096)
def _unfit(char: str) -> bool:
    return char in _TURNS or unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")


def columns(text: str) -> int:
    """Columns of ``text`` on a terminal: two for wide East Asian characters and emoji, none for combining marks."""
    return len(text) if text.isascii() else sum(_columns(c) for c in text)


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
