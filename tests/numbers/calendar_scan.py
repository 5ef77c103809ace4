"""What the finders of this folder's tests read in one text."""

from __future__ import annotations

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.calendar_kinds import FINDERS
from pytest_numcheck.numbers.labels import names
from pytest_numcheck.numbers.scan import CueDraft, Draft, Scan


def scan(text: str, lexicon: Lexicon | None = None) -> Scan:
    """A reading with names and the finders of everything that is no quantity."""
    state = Scan(read_text(text), lexicon or Lexicon())
    names.block(state)
    for find in FINDERS:
        find(state)
    return state


def drafts(text: str, kind: str, lexicon: Lexicon | None = None) -> dict[str, Draft]:
    """Drafts of one kind by their words, in order of position."""
    state = scan(text, lexicon)
    found = sorted((d for d in state.drafts if d.kind == kind), key=lambda d: d.start)
    return {state.text[d.start : d.end]: d for d in found}


def cues(text: str, kind: str) -> list[tuple[str, float | None]]:
    """Words and value of the cues of one kind, in order of position."""
    state = scan(text)
    found: list[CueDraft] = sorted((c for c in state.cues if c.kind == kind), key=lambda c: c.start)
    return [(state.text[c.start : c.end], c.value) for c in found]


def blocked(text: str) -> list[str]:
    """What is claimed as no number at all."""
    state = Scan(read_text(text), Lexicon())
    names.block(state)
    found, start = [], None
    for i, taken in enumerate([*state.taken, 0]):
        if taken and start is None:
            start = i
        elif not taken and start is not None:
            found.append(state.text[start:i])
            start = None
    return found
