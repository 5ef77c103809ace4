"""Findings of an archive shown: counted by rule, and as a page of the articles that have some."""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .findings import rows
from .trouble import SweepError

if TYPE_CHECKING:
    from ..report.page.article import PageArticle

SEVERITIES = ("error", "warning", "note")
_COUNTS = ("errors", "warnings", "notes")


def pages(folder: Path, most: int, rules: Sequence[str] = ()) -> tuple[list[PageArticle], int]:
    """At most ``most`` articles with findings, the gravest first, by name; and how many there are.

    With ``rules`` only those that these found something in. Raises SweepError.
    """
    from ..report.page.article import PageArticle
    wanted = {r["key"] for r in rows(folder, "checks", ("key", "rule", "outcome"))
              if r["rule"] in rules and r["outcome"] == "inconsistent"} if rules else None
    number = 0

    def ranked() -> Iterator[tuple[tuple[int, ...], str, str, str]]:
        nonlocal number
        for row in rows(folder, "articles", ("key", "article", "page", *_COUNTS)):
            if row["page"] and any(row[c] for c in _COUNTS) and (wanted is None or row["key"] in wanted):
                number += 1
                yield tuple(-row[c] for c in _COUNTS), row["article"], row["key"], row["page"]

    found = heapq.nsmallest(most, ranked())
    try:
        return [PageArticle.of(json.loads(page)) for _, _, _, page in found], number
    except (KeyError, TypeError, ValueError):
        raise SweepError(f"{folder}: another version made its pages; sweep again, and they are made anew") from None


def table(folder: Path) -> list[str]:
    """Findings by rule, and what the sweep read, as lines. Raises SweepError."""
    counts = {s: Counter[str]() for s in SEVERITIES}
    for row in rows(folder, "checks", ("rule", "severity", "outcome")):
        if row["outcome"] == "inconsistent":
            counts[row["severity"]][row["rule"]] += 1
    total = Counter[str]()
    for row in rows(folder, "articles", ("status", "words", "mentions", "checked")):
        total.update({row["status"]: 1})
        total.update({"words": row["words"], "numbers": row["mentions"], "judged": row["checked"]})
    rules = sorted({r for c in counts.values() for r in c}, key=lambda r: ([-counts[s][r] for s in SEVERITIES], r))
    width = max(map(len, [*rules, "rule"]))
    head = f"{'rule':{width}}" + "".join(f"  {s + 's':>9}" for s in SEVERITIES)
    body = [(f"{r:{width}}" + "".join(f"  {counts[s][r] or '':>9}" for s in SEVERITIES)).rstrip() for r in rules]
    rest = "".join(f", {total[s]:,} {s}" for s in ("cut", "skipped", "broken") if total[s])
    seen = ", ".join(f"{total[n]:,} {n}" for n in ("words", "numbers", "judged"))
    return [*([head, *body, ""] if rules else []), f"{total['checked'] + total['cut']:,} articles, {seen}{rest}"]
