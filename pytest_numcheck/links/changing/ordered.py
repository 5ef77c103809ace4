"""What all finders of "this is more than that" share: which numbers can be compared, and the link that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...numbers.mention import Mention
from ..likeness.alike import same_heads
from ..model import Link
from ..prose.view import View
from .levels import comparable

#: kinds of which none is more than another
NEVER = frozenset(["ordinal", "multiplier", "ratio", "year", "date", "clock", "score", "percent-point"])


def alike(view: View, m: Mention, other: Mention) -> bool:
    """Whether one number can be more than the other: single figures, of one measure and of nouns that are not unlike."""
    return (comparable(m, other) and (m.kind == "age") == (other.kind == "age")
            and m.value2 is None and other.value2 is None and m.value is not None and m.kind not in NEVER
            and same_heads(m, other, view.lexicon) is not False)


def ordered(first: Mention, other: Mention, sign: int, confidence: str, via: str) -> Link:
    """The link compared(more, less): ``first`` is more for a sign of 1, less for -1."""
    more, less = (first, other) if sign > 0 else (other, first)
    return Link("compared", {"more": (more.id,), "less": (less.id,)}, confidence, via, min(first.start, other.start),
                max(first.end, other.end), sign)


def sought(view: View, pattern: re.Pattern[str], cues: Iterable[str]) -> Iterator[re.Match[str]]:
    """Matches in the sentences that hold one of the cue words."""
    rows: set[int] = set()
    for cue in cues:
        rows |= view.sentences_with(cue)
    for row in sorted(rows):
        yield from pattern.finditer(view.text, *view.spans[row])
