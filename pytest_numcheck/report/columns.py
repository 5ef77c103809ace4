"""How many columns of a terminal a character takes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..base.printable import clean

__all__ = ["clean", "columns"]


def columns(text: str) -> int:
    """Columns of ``text`` on a terminal: two for wide East Asian characters and emoji, none for combining marks."""
    return len(text) if text.isascii() else sum(_columns(c) for c in text)


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
