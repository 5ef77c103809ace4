"""The machine-readable verdict on one article, as plain data (``schema.json`` describes it)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ..articles.model import Article
from ..check.outcome import UNDECIDED, Check
from ..links.model import Links
from ..numbers.mention import Cue, Mention, Reading
from .company import alone
from .node import node_names

VERSION = 1


def record(reading: Reading, checks: Sequence[Check], path: str | None = None, cut: Sequence[str] = ()) -> dict[str, Any]:
    """One line of the report. ``path`` names the article in it (default: the article's own), ``cut`` says what was not looked at.

    Offsets are code points of the decoded file, ``text`` is the file's own slice, lines and columns count from 1,
    ``low`` and ``high`` are in the unit as written and None where open. Checks come by position, then rule.
    """
    article = reading.article
    path = article.name if path is None else path
    ordered = in_order(reading, checks)
    names = node_names((c.rule, c.words) for c in ordered)
    mentions, done = [_mention(article, m) for m in reading.mentions], covered(reading, ordered)
    return {
        "version": VERSION,
        "article": path,
        "sha256": article.sha256,
        "published": article.published.isoformat() if article.published else None,
        "mentions": mentions,
        "cues": [_cue(article, c) for c in reading.cues],
        "checks": [_check(c, f"{path}::{name}") for c, name in zip(ordered, names, strict=True)],
        "coverage": {"mentions": len(mentions), "checked": len(done), "alone": len(alone(mentions, done))},
        **({"cut": list(cut)} if cut else {}),
    }


def unread(path: str, sha256: str, error: str) -> dict[str, Any]:
    """The line of an article that could not be read: empty, with the reason in ``error``."""
    return {"version": VERSION, "article": path, "sha256": sha256, "published": None, "mentions": [], "cues": [],
            "checks": [], "coverage": {"mentions": 0, "checked": 0, "alone": 0}, "error": error}


def skipped(path: str, sha256: str, reason: str) -> dict[str, Any]:
    """The line of an item that is no article to be checked: empty, with the reason in ``skipped``."""
    plain = unread(path, sha256, "")
    del plain["error"]
    return {**plain, "skipped": reason}


def in_order(reading: Reading, checks: Sequence[Check]) -> list[Check]:
    """The checks by position of their first number, then rule."""
    start = {m.id: m.start for m in reading}
    return sorted(checks, key=lambda c: (min((start[i] for i in c.mentions), default=0), c.rule,
                                         [start[i] for i in c.mentions]))


def covered(reading: Reading, checks: Sequence[Check]) -> set[int]:
    """Mentions that took part in a decided check which joins at least two mentions or cues."""
    numbers = {m.id for m in reading.mentions}
    return {i for c in checks if c.joins and c.outcome != UNDECIDED for i in c.mentions if i in numbers}


def linked(reading: Reading, links: Links, checks: Sequence[Check]) -> set[int]:
    """Mentions that some link or some check ties to another."""
    numbers = {m.id for m in reading.mentions}
    tied = {i for link in links.all if len(set(link.ids)) > 1 for i in link.ids}
    return numbers & (tied | {i for c in checks if c.joins for i in c.mentions})


def _mention(article: Article, m: Mention) -> dict[str, Any]:
    low, high = _ends(m)
    return {**_place(article, m), "kind": m.kind, "value": number(m.value), "value2": number(m.value2), "low": low, "high": high,
            "unit": m.unit, "noun": m.noun, "hedge": m.hedge, "change": m.change}


def _cue(article: Article, c: Cue) -> dict[str, Any]:
    return {**_place(article, c), "kind": c.kind}


def _place(article: Article, m: Mention | Cue) -> dict[str, Any]:
    start, end = article.origin.span(m.start, m.end)
    line, column = article.line_column_of_source(start)
    return {"id": m.id, "start": start, "end": end, "line": line, "column": column, "text": article.source[start:end]}


def _ends(m: Mention) -> tuple[int | float | None, int | float | None]:
    """The printed interval in the unit as written. A day has no figure of its own, a year is its own number."""
    if m.kind == "date" or m.printed is None:
        return None, None
    if m.kind == "year":
        return number(m.value), number(m.value if m.value2 is None else m.value2)
    return number(m.printed.low), number(m.printed.high)


def _check(c: Check, node: str) -> dict[str, Any]:
    binding = {name: list(ids) if isinstance(ids, tuple) else ids for name, ids in c.binding.items()}
    return {"rule": c.rule, "severity": c.severity, "outcome": c.outcome, "certainty": c.certainty, "line": c.line,
            "mentions": list(c.mentions), "binding": binding, "slip": c.slip, "reason": c.reason, "message": c.message,
            "node": node}


def number(value: float | None) -> int | float | None:
    """A figure without floating-point noise; whole ones as int; None where there is none or it is infinite."""
    if value is None or not math.isfinite(value):
        return None
    value = float(f"{value:.12g}")
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
