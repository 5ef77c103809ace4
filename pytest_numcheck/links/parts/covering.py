"""Shares of one ground: "plains cover 65% of the surface and dunes 17%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View

_PERCENT = f"[{holes.KIND['percent']}]([{holes.MENTION_IDS}])"
#: what covers a part of the ground leaves it to nothing else
_COVERS = re.compile(rf"(?<!\w)(?:cover(?:s|ing)?|occup(?:y|ies|ying)) {_PERCENT} of (?:the |its |their )?(?:[a-z]+'s )?([a-z]+)")
_BACK = 2


def find(view: View) -> Iterator[Link]:
    """Links exclusive(parts): shares of the same ground, each covered by another thing, in sentences next to each other."""
    if "cover" not in view.text and "occup" not in view.text:
        return
    rows: dict[str, list[Mention]] = {}
    for m in _COVERS.finditer(view.text):
        share = view.mention(holes.id_of(m[1]))
        if isinstance(share, Mention) and share.value is not None and share.value2 is None and not share.change:
            row = rows.setdefault(m[2], [])
            if row and share.sentence - row[-1].sentence > _BACK:
                row.clear()
            row.append(share)
            if len(row) > 1:
                yield Link("exclusive", {"parts": tuple(s.id for s in row)}, "inferred", f"what covers the {m[2]}",
                           row[0].start, share.end)
