"""Mentions by sentence, so that a finder looks only at those near by."""

from __future__ import annotations

from collections.abc import Iterable

from ...numbers.mention import Mention

#: of a sentence with more such numbers (a table, a list) only so many are looked at
MOST = 24


class Rows:
    """Mentions of one article, by sentence."""

    def __init__(self, mentions: Iterable[Mention]):
        self._rows: dict[int, list[Mention]] = {}
        for m in mentions:
            row = self._rows.setdefault(m.sentence, [])
            if len(row) < MOST:
                row.append(m)

    def within(self, first: int, last: int) -> list[Mention]:
        """Those of the sentences ``first`` to ``last``, in order."""
        return [m for i in range(first, last + 1) for m in self._rows.get(i, ())]

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))
