"""What a change of rules changed: the findings of two sweeps of the same articles, held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .findings import rows
from .part import Row

_COLUMNS = ("article", "rule", "severity", "outcome", "line", "words", "message", "slip", "passage")
#: What may differ between two findings on the same numbers, and how it is called.
_MOVES = {"rule": "rule", "severity": "severity", "outcome": "outcome", "message": "message", "line": "line"}

_Key = tuple[str, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Move:
    """One finding told differently; ``what`` names the columns that differ."""

    old: Row
    new: Row
    what: tuple[str, ...]


@dataclass
class Difference:
    """Findings are rows of ``checks``, in order of article and place."""

    new: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    moved: list[Move] = field(default_factory=list)
    #: rule → (findings before, findings now), for rules of which they differ
    rules: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: articles that only one of the two has
    only_old: int = 0
    only_new: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.moved)


def difference(old: Path, new: Path) -> Difference:
    """Findings are inconsistent or waived checks. Those on the same words of the same passage of an article are one, moved
    where rule, severity, outcome, message or line differ. Raises SweepError.
    """
    found = Difference()
    before, now = _findings(old), _findings(new)
    for key in sorted({*before, *now}, key=_order):
        was, has = before.get(key, []), now.get(key, [])
        pairs, was, has = _paired(was, has)
        found.moved += [Move(a, b, what) for a, b in pairs if (what := tuple(n for c, n in _MOVES.items() if a[c] != b[c]))]
        found.gone += was
        found.new += has
    counts = [Counter(r["rule"] for rows_ in side.values() for r in rows_) for side in (before, now)]
    found.rules = {r: (counts[0][r], counts[1][r]) for r in sorted({*counts[0], *counts[1]}) if counts[0][r] != counts[1][r]}
    articles = [{hash(r["article"]) for r in rows(f, "articles", ("article",))} for f in (old, new)]
    found.only_old, found.only_new = len(articles[0] - articles[1]), len(articles[1] - articles[0])
    return found


def _findings(folder: Path) -> dict[_Key, list[Row]]:
    found: dict[_Key, list[Row]] = {}
    for row in rows(folder, "checks", _COLUMNS):
        if row["outcome"] in ("inconsistent", "waived"):
            found.setdefault((row["article"], row["passage"], tuple(sorted(row["words"]))), []).append(row)
    for same in found.values():
        same.sort(key=lambda r: (r["rule"], r["line"], r["message"]))
    return found


def _paired(was: list[Row], has: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pairs of the same rule first, then whatever is left in order; and what has no partner."""
    pairs, alone = [], []
    left = list(has)
    for row in was:
        partner = next((r for r in left if r["rule"] == row["rule"]), None)
        if partner is None:
            alone.append(row)
        else:
            left.remove(partner)
            pairs.append((row, partner))
    n = min(len(alone), len(left))
    return [*pairs, *zip(alone[:n], left[:n], strict=True)], alone[n:], left[n:]


def _order(key: _Key) -> tuple[str, str, tuple[str, ...]]:
    return key[0], key[1] or "", key[2]


def lines(found: Difference, most: int) -> Iterator[str]:
    """The difference in words, each kind cut after ``most`` findings."""
    for title, some in (("new", found.new), ("gone", found.gone)):
        if some:
            yield f"{len(some):,} {title}"
            yield from (text for row in some[:most] for text in (*_told(row), ""))
            yield from _rest(len(some), most)
    if found.moved:
        yield f"{len(found.moved):,} moved"
        for move in found.moved[:most]:
            yield from _told(move.new)
            for what in move.what:
                yield f"    {what}: {move.old[what]} → {move.new[what]}"
            yield ""
        yield from _rest(len(found.moved), most)
    if found.rules:
        width = max(map(len, found.rules))
        yield f"{'rule':{width}}  {'old':>6}  {'new':>6}"
        yield from (f"{rule:{width}}  {a:6,}  {b:6,}" for rule, (a, b) in found.rules.items())
        yield ""
    yield f"{len(found.new):,} new, {len(found.gone):,} gone, {len(found.moved):,} moved"
    if found.only_old or found.only_new:
        yield f"not the same articles: {found.only_old:,} only in the old sweep, {found.only_new:,} only in the new one"


def _told(row: Row) -> Iterator[str]:
    from ..report.columns import clean
    waived = " (waived)" if row["outcome"] == "waived" else ""
    yield f"  {clean(row['article'])}:{row['line']}: {row['severity']}{waived}: {clean(row['message'])} ({row['rule']})"
    if row["passage"]:
        yield f"    {clean(row['passage'])}"


def _rest(number: int, most: int) -> Iterator[str]:
    if number > most:
        yield f"  … and {number - most:,} more"
        yield ""
