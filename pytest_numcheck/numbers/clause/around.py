"""What the finders of quantities share: figures still free, a sign before them, drafts from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..amounts.units import loose_unit_info
from ..digits.figures import Figure, figures
from ..scan import Draft, Scan

_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![\w)\]%.,°'\"-])(?:-|–)\s?|(?<=[\s(])[-–])\Z", re.I)
_BETWEEN_NUMBERS = re.compile(r"[\d%)]\s?(?:-|–)\s?\Z")


def open_figures(scan: Scan) -> Iterator[Figure]:
    """The figures that nothing has claimed, by position."""
    taken = scan.taken
    for figure in figures(scan.text):
        if not any(taken[figure.start : figure.end]):
            yield figure


def minus_start(text: str, start: int) -> int | None:
    """Where a minus sign or the word "minus" before ``start`` begins; None if there is none (a dash or a range is none)."""
    if start == 0 or text[start - 1] not in "-– suSe":
        return None
    window = text[max(start - 10, 0) : start]
    m = _MINUS.search(window)
    if m is None or _BETWEEN_NUMBERS.search(window):
        return None
    if m.group()[-1] == " " and m.group()[0] in "-–":
        return None
    return start - len(m.group())


def quantity(figure: Figure, start: int, end: int, unit: str, value: float | None = None) -> Draft:
    """A draft for ``figure`` in ``unit``, with the unit's kind, dimension and scale."""
    info = loose_unit_info(unit)
    return Draft(
        start,
        end,
        info.kind,
        figure.value if value is None else value,
        unit=unit,
        scale=info.scale,
        shift=info.shift,
        dimension=info.dimension,
        currency=info.currency,
        step=figure.grain,
        worded=figure.worded,
    )


def set_unit(draft: Draft, unit: str, kind: str | None = None) -> None:
    """Give ``draft`` another unit, with what follows from it."""
    info = loose_unit_info(unit)
    draft.unit, draft.kind = unit, kind or info.kind
    draft.scale, draft.shift, draft.dimension, draft.currency = info.scale, info.shift, info.dimension, info.currency


@lru_cache(maxsize=256)
def one_of(lexicon: Lexicon, key: str) -> str:
    """A regex source for the words under ``key`` of the table "number-context": whole words, "~" for any ending."""
    words = sorted((str(w) for w in lexicon.table("number-context")[key]), key=lambda w: (-len(w), w))
    listed = "|".join(re.escape(w.rstrip("~")).replace(r"\ ", r"\s+") + (r"\w*" if w.endswith("~") else "") for w in words)
    return rf"\b(?:{listed})\b"


@lru_cache(maxsize=256)
def has(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    """Finds any of those words, in any case."""
    return re.compile(one_of(lexicon, key), re.I)
