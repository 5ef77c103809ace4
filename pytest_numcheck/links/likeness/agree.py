"""Whether two tellings of one number can both be right."""

from __future__ import annotations

from ...numbers.mention import Mention
from .misprint import STRONG, misprint

#: hedges that leave one side open: two of them on the same side say nothing of each other but by their figures
_OPEN = {"at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down"}
#: by what share the figures behind two such hedges may differ
_APART = 0.25
#: how many times as much, or as little, is no longer told so
_FAR = 3.0


#: counts of so many and fewer are not rounded, unless to tens
_FEW = 100


def _exact(m: Mention) -> bool:
    """Whether a count is too small to be rounded: 12 and 13 are two numbers, 50 and 52 may be one."""
    whole = m.kind == "count" and m.hedge is None and m.value is not None and m.value2 is None and m.value == int(m.value)
    return whole and (m.value or 0) < _FEW and ((m.value or 0) < 20 or (m.value or 0) % 10 != 0)


def _beyond(a: Mention, b: Mention) -> bool:
    """Whether an exact figure is so far below "up to 60", or above "more than 16", that nobody would put it so."""
    if (a.hedge in _OPEN) == (b.hedge in _OPEN):
        return False
    low, high = sorted(abs(m.value or 0.0) * m.scale for m in (a, b))
    return high >= _FAR * low


def can_agree(a: Mention, b: Mention) -> bool:
    """Whether some value fits both as told loosely; "at least 17" and "at least 70" are two tolls, though 80 fits both."""
    one, two = a.base("loose"), b.base("loose")
    if one is None or two is None:
        return True
    if a.value == b.value and a.value2 == b.value2 and a.unit == b.unit:
        return True
    if not one.meets(two) or (_exact(a) and _exact(b)) or (a.hedge and a.hedge == b.hedge and misprint(a, b) in STRONG):
        return False
    side = _OPEN.get(a.hedge or "")
    if misprint(a, b) is not None and _beyond(a, b):
        return False
    if side is None or side != _OPEN.get(b.hedge or "") or a.value is None or b.value is None:
        return True
    x, y = a.value * a.scale + a.shift, b.value * b.scale + b.shift
    return abs(x - y) <= _APART * max(abs(x), abs(y))
