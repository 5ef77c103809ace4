"""How a number was read, for people: its value, what its words allow, and all of it in one line."""

from __future__ import annotations

from math import isinf

from ..numbers.mention import Mention
from .columns import clean
from .record import number


def told(m: Mention) -> str:
    """"percent: 36%, about, up (allows 32.4 to 39.6)", "count of people: 5": all that was read on one line."""
    shown = value(m)
    unit = {"percent": "%", "percentage_point": " points"}.get(m.unit or "", f" {(m.unit or '').replace('_', ' ')}")
    head = f"{m.kind.replace('-', ' ')} of {' '.join(clean(m.noun).split())}" if m.noun else m.kind.replace("-", " ")
    if shown:
        head += f": {shown}{unit if unit.strip() and m.kind != 'clock' else ''}"
    span = allows(m)
    words = [head, (m.hedge or "").replace("-", " "), m.change or ""]
    return ", ".join(w for w in words if w) + (f" (allows {span})" if span and span != shown else "")


def details(m: Mention) -> list[tuple[str, str]]:
    """The same as rows: kind, value, unit, what is allowed, the noun, the hedge, the change; without what there is not."""
    rows = [("kind", m.kind), ("value", value(m)), ("unit", m.unit or ""), ("allows", allows(m)),
            ("counts", " ".join(clean(m.noun or "").split())), ("hedge", m.hedge or ""), ("change", m.change or "")]
    return [(label, text) for label, text in rows if text]


def value(m: Mention) -> str:
    """The figure; a clock time as 07:11, a date as far as it is said."""
    if m.moment and m.kind == "clock" and m.moment.minutes is not None:
        return f"{int(m.moment.minutes) // 60:02d}:{int(m.moment.minutes) % 60:02d}"
    if m.moment and m.kind == "date":
        at = m.moment
        first = _day(at.year, at.month, at.day)
        last = _day(at.end_year, at.end_month, at.end_day)
        return f"{first} to {last}" if last else first
    shown = " to ".join(figure(v) for v in (m.value, m.value2) if v is not None)
    return shown.replace(",", "") if m.kind == "year" else shown


def _day(year: int | None, month: int | None, day: int | None) -> str:
    if year is month is day is None:
        return ""
    parts = (f"{year:04d}" if year is not None else "????", f"{month:02d}" if month else "", f"{day:02d}" if day else "")
    return "-".join(p for p in parts if p)


def figure(value: float) -> str:
    """A number with thousands separators and no noise; of one below 1 four digits."""
    plain = number(value)
    if isinstance(plain, float) and abs(plain) < 1:
        return f"{plain:.4g}"
    return "" if plain is None else f"{plain:,}"


def allows(m: Mention) -> str:
    """The values that the words allow, in the unit as written."""
    span = m.printed
    if span is None or m.kind in ("clock", "date", "year", "score"):
        return ""
    low, high = figure(span.low), figure(span.high)
    if isinf(span.low) and isinf(span.high):
        return "anything"
    if isinf(span.high):
        return f"over {low}" if span.low_open else f"{low} or more"
    if isinf(span.low):
        return f"under {high}" if span.high_open else f"up to {high}"
    return low if low == high else f"{low} to {high}"
