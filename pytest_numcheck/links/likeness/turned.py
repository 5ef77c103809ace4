"""What a figure would be after one slip of the finger: two digits turned, a zero more or less, fourteen for forty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def turns(m: Mention) -> Iterator[float]:
    """Values, in the unit of ``m``, one slip away from it."""
    value = m.value
    if value is None or m.value2 is not None or value <= 0:
        return
    figure = _FIGURE.findall(m.text)
    if not figure:
        if m.worded and value == int(value):
            yield from _worded(int(value))
        return
    if len(figure) > 1:
        return
    digits = figure[0].replace(",", "")
    whole, _, rest = digits.partition(".")
    plain = whole + rest
    unit = value / float(digits) if float(digits) else 1.0
    for i in range(len(plain) - 1):
        if plain[i] != plain[i + 1] and not (i == 0 and plain[1] == "0"):
            yield int(plain[:i] + plain[i + 1] + plain[i] + plain[i + 2:]) / 10.0 ** len(rest) * unit
    yield value * 10
    yield value / 10


def _worded(value: int) -> Iterator[float]:
    """Four and fourteen, fourteen and forty."""
    if 3 <= value <= 9:
        yield from (value + 10.0, value * 10.0)
    elif 13 <= value <= 19:
        yield from (value - 10.0, (value - 10.0) * 10)
    elif 30 <= value <= 90 and value % 10 == 0:
        yield from (value / 10, value / 10 + 10.0)
