"""Reading a sentence in the tests of quantities."""

from __future__ import annotations

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.numbers.read import read_numbers


def mentions(text: str) -> list[Mention]:
    return list(read_numbers(read_text(text)).mentions)


def only(text: str) -> Mention:
    """The one mention of ``text``."""
    found = mentions(text)
    assert len(found) == 1, [(m.text, m.kind) for m in found]
    return found[0]


def said(text: str, *kinds: str) -> list[tuple[str, float | None, str | None]]:
    """Surface, value and unit of the mentions of some kinds (of all, if none is given)."""
    return [(m.text, m.value, m.unit) for m in mentions(text) if not kinds or m.kind in kinds]
