"""Which characters must not reach a terminal."""

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


def clean_lines(text: str) -> str:
    """The same, line ends kept."""
    return "\n".join(map(clean, text.split("\n")))


@lru_cache(maxsize=4096)
def _unfit(char: str) -> bool:
    return char in _TURNS or unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")
