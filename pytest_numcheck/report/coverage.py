"""Numeric coverage: which numbers of an article were compared with another, as people know it from code coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from .columns import clean, columns
from .company import alone

_WIDTH = 40


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """One article: ``seen`` numbers, ``checked`` of them, ``alone`` those that nothing in the article could be held
    against, ``lines`` where the others stand."""

    article: str
    seen: int
    checked: int
    alone: int
    lines: tuple[int, ...]

    @property
    def percent(self) -> float:
        """Checked numbers among those that could be, in percent; 100 where none could."""
        return percent(self.checked, self.seen - self.alone)

    def data(self) -> dict[str, Any]:
        """Plain data that survives a trip through JSON."""
        return asdict(self)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> ArticleCoverage:
        """What ``data()`` gave."""
        return cls(**{**data, "lines": tuple(data["lines"])})


def coverage_of(record: Mapping[str, Any]) -> ArticleCoverage:
    """The coverage that a line of the report tells of."""
    done = {i for c in record["checks"] if c["outcome"] != "undecided" and len(set(c["mentions"])) > 1 for i in c["mentions"]}
    left = [m for m in record["mentions"] if m["id"] not in done]
    lonely = alone(record["mentions"], done)
    lines = sorted({m["line"] for m in left if m["id"] not in lonely})
    seen = len(record["mentions"])
    return ArticleCoverage(record["article"], seen, seen - len(left), len(lonely), tuple(lines))


def percent(checked: int, possible: int) -> float:
    return 100.0 * checked / possible if possible else 100.0


def total(articles: Iterable[ArticleCoverage]) -> float:
    """The coverage of all articles together, in percent."""
    rows = list(articles)
    return percent(sum(a.checked for a in rows), sum(a.seen - a.alone for a in rows))


def table(articles: Sequence[ArticleCoverage]) -> list[str]:
    """The table as lines of text: numbers seen, checked, alone, percent, and the lines of those that no rule knew."""
    rows = [(clean(a.article), str(a.seen), str(a.checked), str(a.alone), f"{a.percent:.0f}%", spans(a.lines)) for a in articles]
    rows.append(("TOTAL", str(sum(a.seen for a in articles)), str(sum(a.checked for a in articles)),
                 str(sum(a.alone for a in articles)), f"{total(articles):.0f}%", ""))
    rows.insert(0, ("Article", "Numbers", "Checked", "Alone", "Cover", "Unchecked in lines"))
    wide = max(columns(r[0]) for r in rows)
    out = [f"{r[0]}{' ' * (wide - columns(r[0]))}  {r[1]:>7}  {r[2]:>7}  {r[3]:>5}  {r[4]:>5}  {r[5]}".rstrip() for r in rows]
    rule = "-" * max(columns(line) for line in out)
    return [out[0], rule, *out[1:-1], rule, out[-1]]


def spans(lines: Sequence[int]) -> str:
    """"3, 7-9, 12", cut where it gets long."""
    parts: list[str] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i] != lines[i - 1] + 1:
            parts.append(str(lines[start]) if i - start == 1 else f"{lines[start]}-{lines[i - 1]}")
            start = i
    text = ", ".join(parts)
    if len(text) <= _WIDTH:
        return text
    return text[: text.rfind(",", 0, _WIDTH - 2) + 1] + " …"
