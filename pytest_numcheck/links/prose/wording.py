"""Word lists of the lexicon as patterns: "rais~" of a list matches raise, raised and raising."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon


def any_of(lexicon: Lexicon, *names: str) -> str:
    """The entries of the lists as alternatives of a pattern, the longest first; "~" stands for the rest of a word."""
    entries = sorted({w for name in names for w in lexicon.list(name)}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w.removesuffix("~")) + (r"\w*" if w.endswith("~") else "") for w in entries)


@lru_cache(maxsize=256)
def words(lexicon: Lexicon, *names: str) -> re.Pattern[str]:
    """Finds an entry of one of the lists as whole words, in text in lower case."""
    return re.compile(rf"(?<!\w)(?:{any_of(lexicon, *names)})(?!\w)")
