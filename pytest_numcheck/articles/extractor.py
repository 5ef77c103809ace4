"""The optional second opinion on a saved page: trafilatura, where it is installed, votes on which paragraphs are prose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

#: Longer pages are judged without it.
_LONGEST = 3_000_000
#: So many letters of a paragraph are compared.
_COMPARED = 80


@cache
def _extract() -> Any:
    try:
        from trafilatura import extract  # type: ignore[import-not-found, unused-ignore]
    except Exception:  # not installed, or broken: the page is judged without it
        return None
    return extract


def voted(page: str, paragraphs: Sequence[str]) -> list[bool] | None:
    """For each paragraph whether the extractor takes it for the article's; None without it or where it finds nothing."""
    extract = _extract() if len(page) <= _LONGEST else None
    if extract is None:
        return None
    try:
        found = extract(page, include_comments=False, include_tables=True, deduplicate=False, favor_recall=True)
    except Exception:  # whatever a page does to it
        return None
    letters = _letters(found or "")
    if len(letters) < 120:
        return None
    own = [_letters(p) for p in paragraphs]
    votes = [bool(p) and p[:_COMPARED] in letters for p in own]
    shared = sum(len(p) for p, vote in zip(own, votes, strict=True) if vote)
    return votes if shared * 2 >= len(letters) else None


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
