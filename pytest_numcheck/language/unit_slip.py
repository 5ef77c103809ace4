"""Whether a figure is what another quantity comes to in some unit, though it was printed with a unit of another dimension."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..numbers.dimension import NUMBER, Dimension
from ..numbers.mention import Mention
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Value, truth_of, value_of

#: how near the figure must come to what the conversion gives
NEAR = 0.03


@lru_cache(maxsize=8)
def _scales(lexicon: Lexicon) -> dict[Dimension, tuple[tuple[str, float], ...]]:
    """The units that news converts into, with their size, by what they measure."""
    from ..numbers.amounts.units import unit_info

    found: dict[Dimension, list[tuple[str, float]]] = {}
    for name in lexicon.list("conversion-units"):
        info = unit_info(name)
        found.setdefault(info.dimension, []).append((name, info.scale))
    return {dimension: tuple(rows) for dimension, rows in found.items()}


def _meant(a: Mention, figure: float, tools: Tools) -> str | None:
    """The unit in which ``a`` is ``figure``."""
    if a.value is None or figure <= 0:
        return None
    for name, scale in _scales(tools.lexicon).get(a.dimension, ()):
        if name != a.unit and abs(a.value * a.scale / scale / figure - 1) <= NEAR:
            return name
    return None


@function("is_other_unit(a: place, b: place)", NUMBER, TRUTH)
def _is_other_unit(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the figure of `b` is `a` in another unit though `b` measures something else: 5 tonnes (5.5 kilometers)."""
    a, b = the_mention(args[0]), the_mention(args[1])
    if a.dimension == b.dimension or b.value is None or value_of(a).interval is None:
        return truth_of(False)
    return truth_of(_meant(a, b.value, tools) is not None)
