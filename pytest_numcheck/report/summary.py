"""The last lines of a run: what was read, what was compared, and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..tally import Tally

MAX_NOTES = 20


def summary(tally: Tally, rules: Sequence[str], *, verbose: bool = False) -> list[str]:
    """Lines of plain text; ``rules`` are the ids of all rules that could have matched."""
    if not tally.articles:
        return [f"no article found; {count(tally.skipped, 'item')} skipped" if tally.skipped else "no article found"]
    out = tally.outcomes
    bad = ", ".join(count(out[word], word) for word in ("error", "warning", "note"))
    lines = [f"{count(tally.articles, 'article')}: {count(tally.seen, 'number')} seen, {tally.linked} linked, "
             f"{tally.judged} judged",
             f"{count(tally.checks, 'check')}: {out['consistent']} consistent, {bad}, {out['undecided']} undecided, "
             f"{out['waived']} waived"]
    if tally.unreadable:
        lines.append(f"{count(tally.unreadable, 'article')} could not be read")
    if tally.cut:
        lines.append(f"{count(tally.cut, 'article')} cut short (-rs tells at what)")
    if tally.skipped:
        lines.append(f"{count(tally.skipped, 'item')} skipped: not English, or without text (-rs names them)")
    silent = [r for r in rules if r not in tally.matched]
    if silent:
        names = f": {', '.join(silent)}" if verbose else " (-v names them)"
        lines.append(f"{len(silent)} of {count(len(rules), 'rule')} never matched{names}")
    lines += [f"note: {n}" for n in tally.notes[:MAX_NOTES]]
    if len(tally.notes) > MAX_NOTES:
        lines.append(f"… and {len(tally.notes) - MAX_NOTES} more notes (--numcheck-json has all)")
    return lines + tally.complaints


def count(n: int, noun: str) -> str:
    """"1 article", "2 articles"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
