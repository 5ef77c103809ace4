"""Phrases that make links, read from ``rules/links``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon, shipped_node
from ...base.strictyaml import Node
from ...numbers.mention import CUE_KINDS, KINDS, MEASURE_KINDS
from ..model import CONFIDENCES, LINK_KINDS
from .phrase import Found, Phrase, PhraseError, compile_phrase
from .view import View

#: names that a table may use for several kinds at once
GROUPS = {
    "measure": (*MEASURE_KINDS, "duration"),
    "quantity": ("count", "money", "percent", "rate", "duration", "age", *MEASURE_KINDS),
    "amount": ("count", "money", "duration", *MEASURE_KINDS),
    "step": ("count", "money", "percent", "percent-point", "multiplier", "ratio", "rate", "duration", *MEASURE_KINDS),
}


@dataclass(frozen=True, slots=True)
class LinkPhrase:
    """One row of a table: a phrase whose places are the link's roles. ``sign``: +1 or -1 where the phrase itself says so."""

    kind: str
    phrase: Phrase
    confidence: str
    cross: bool
    sign: int


@lru_cache(maxsize=64)
def link_phrases(lexicon: Lexicon, name: str) -> tuple[LinkPhrase, ...]:
    """The rows of ``rules/links/<name>.yaml``. Raises DataError with file, line and column."""
    return tuple(_rows(shipped_node("links", name), lexicon, known=True))


def found(view: View, name: str) -> Iterator[tuple[LinkPhrase, Found]]:
    """Every match of every phrase of a table, phrase by phrase."""
    for row in link_phrases(view.lexicon, name):
        for hit in row.phrase.find(view, cross=row.cross):
            yield row, hit


def _rows(table: Node, lexicon: Lexicon, *, known: bool = False) -> Iterator[LinkPhrase]:
    for row in table.list():
        row.only("link", "phrase", "bind", "confidence", "cross", "sign")
        for key in ("link", "phrase", "bind"):
            if row.get(key) is None:
                raise row.error(f"'{key}' is missing")
        link, phrase, bind = row.value["link"], row.value["phrase"], row.value["bind"]
        kinds = {role: tuple(k for kind in _kinds(node) for k in kind) for role, node in bind.items()}
        confidence = row.value.get("confidence")
        cross = row.value.get("cross")
        sign = row.value.get("sign")
        try:
            compiled = compile_phrase(phrase.text(), kinds, lexicon, known=known)
        except PhraseError as e:
            raise phrase.error(e.what, e.offset) from None
        yield LinkPhrase(
            link.one_of(*LINK_KINDS), compiled, confidence.one_of(*CONFIDENCES) if confidence else "stated",
            bool(cross and cross.value is True), {"up": 1, "down": -1}[sign.one_of("up", "down")] if sign else 0)


def _kinds(node: Node) -> Iterator[tuple[str, ...]]:
    for one in node.list() if isinstance(node.value, list) else [node]:
        name = one.one_of(*GROUPS, *KINDS, *CUE_KINDS)
        yield GROUPS.get(name, (name,))
