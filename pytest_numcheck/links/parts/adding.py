"""The arithmetic of a total and its parts: whether they add up, or would but for one slip."""

from __future__ import annotations

from ...numbers.mention import Mention
from ..likeness.turned import turns


def size(m: Mention) -> float:
    return (m.value or 0.0) * m.scale


def total_of(run: list[Mention]) -> float:
    return sum(map(size, run))


def adds(run: list[Mention], total: Mention) -> bool:
    parts, whole = [m.base() for m in run], total.base()
    if whole is None or None in parts:
        return False
    if min(map(size, run)) < (total.step or 0.0) * total.scale / 4:
        return False  # too small to tell
    low, high = sum(p.low for p in parts if p), sum(p.high for p in parts if p)
    return low <= whole.high * (1 + 1e-9) and high >= whole.low * (1 - 1e-9)


def mended(run: list[Mention], total: Mention, most: float = 0.06, partial: bool = False) -> bool:
    """Whether they would add up with one figure a slip away."""
    slack = sum((m.step or 0) * m.scale / 2 for m in (*run, total) if m.kind != "count" or (m.step or 1) > 1)
    if slack > (2 * most if len(run) > 3 else most) * size(total):
        return False
    made = total_of(run)
    if any(abs(t * total.scale - made) <= slack * min(t / (total.value or 1), 1) + 1e-9 for t in turns(total)):
        return True
    return any(abs(made - size(m) + t * m.scale - size(total)) <= slack + 1e-9 for m in run for t in turns(m)
               if 0.2 < t / (m.value or 1) < (5 if partial else 20) or size(m) > size(total))


def digits_of(m: Mention) -> int:
    """Significant digits of the figure as printed."""
    value = m.value or 0.0
    return len(f"{round(value / m.step) if m.step else value:.0f}".strip("0"))


def lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start
