"""Whether two tellings of one number can both be right."""

from __future__ import annotations

from ..numbers.mention import Mention

#: hedges that leave one side open: two of them on the same side say nothing of each other but by their figures
_OPEN = {"at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down"}
#: by what share the figures behind two such hedges may differ
_APART = 0.25


def can_agree(a: Mention, b: Mention) -> bool:
    """Whether some value fits both as told loosely; "at least 17" and "at least 70" are two tolls, though 80 fits both."""
    one, two = a.base("loose"), b.base("loose")
    if one is None or two is None:
        return True
    if a.value == b.value and a.value2 == b.value2 and a.unit == b.unit:
        return True
    if not one.meets(two):
        return False
    side = _OPEN.get(a.hedge or "")
    if side is None or side != _OPEN.get(b.hedge or "") or a.value is None or b.value is None:
        return True
    x, y = a.value * a.scale + a.shift, b.value * b.scale + b.shift
    return abs(x - y) <= _APART * max(abs(x), abs(y))
