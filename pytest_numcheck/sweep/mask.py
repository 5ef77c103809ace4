"""Sets of kinds as bits: which numbers, cues and links an article has, and which a rule needs."""

from __future__ import annotations

from collections.abc import Iterable

from ..links.model import LINK_KINDS
from ..numbers.mention import CUE_KINDS, KINDS

_KINDS = {kind: 1 << i for i, kind in enumerate((*KINDS, *CUE_KINDS))}
_LINKS = {kind: 1 << i for i, kind in enumerate(LINK_KINDS)}
#: Where nothing is known, everything is possible.
ALL = (1 << 62) - 1


def kinds_mask(kinds: Iterable[str]) -> int:
    """A bit for each kind of number or cue; all of them where one is not known."""
    return _mask(_KINDS, kinds)


def links_mask(kinds: Iterable[str]) -> int:
    """A bit for each kind of link."""
    return _mask(_LINKS, kinds)


def _mask(bits: dict[str, int], kinds: Iterable[str]) -> int:
    mask = 0
    for kind in kinds:
        mask |= bits.get(kind, ALL)
    return mask
