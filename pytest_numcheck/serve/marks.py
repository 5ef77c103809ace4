"""Which stretches of a story are lit up, and how."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the story: ``kind`` is bad, waived or nothing; ``findings`` the numbers of those that cite it."""

    start: int
    end: int
    kind: str
    told: str
    findings: tuple[int, ...]


def marks(story: str, mentions: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]],
          told: Mapping[str, str]) -> list[Mark]:
    """The numbers of a story, and whatever else its findings cite, by position; none overlaps another.

    Where two would, the one that a finding cites stays, then the earlier, then the longer.
    """
    cited: dict[tuple[int, int], list[int]] = {}
    for n, f in enumerate(findings, 1):
        for spot in f["spots"]:
            cited.setdefault((spot["start"], spot["end"]), []).append(n)
    read = {(m["start"], m["end"]): f"{m['text']} – {told.get(str(m['id']), m['kind'])}" for m in mentions}
    chosen: list[Mark] = []
    starts: list[int] = []
    for start, end in sorted({*cited, *read}, key=lambda s: (s not in cited, s[0], -s[1])):
        at = bisect(starts, start)
        free = (not at or chosen[at - 1].end <= start) and (at == len(chosen) or end <= starts[at])
        if not (free and 0 <= start < end <= len(story)):
            continue
        numbers = tuple(cited.get((start, end), ()))
        bad = any(findings[n - 1]["outcome"] == "inconsistent" for n in numbers)
        kind = "bad" if bad else "waived" if numbers else ""
        starts.insert(at, start)
        chosen.insert(at, Mark(start, end, kind, read.get((start, end), story[start:end]), numbers))
    return chosen
