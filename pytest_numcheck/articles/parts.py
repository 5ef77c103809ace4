"""What each of a file's articles is called: its slug or id, safe for a node id and unique in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 60
_UNSAFE = re.compile(r"[^\w.+@~=-]+|_{3,}")


class Namer:
    """Gives names in the order of the file."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def name(self, ids: Sequence[str], number: int) -> str:
        """The first of ``ids`` that says anything, else the item's ``number``; a second one alike gets ``-2``."""
        base = next(filter(None, map(safe, ids)), f"item-{number}")
        name, count = base, self._counts.get(base, 1)
        while name in self._taken:
            count += 1
            name = f"{base}-{count}"
        self._counts[base] = count
        self._taken.add(name)
        return name


def safe(ident: str) -> str:
    """The telling end of an id or address: "20130709-simple" of "urn:newsml:example.com:20130709-simple"."""
    ident = re.sub(r"\A\w+://[^/]+", "", ident.strip()).partition("#")[0].partition("?")[0] or ident
    pieces = [p for p in re.split(r"[/:]", re.sub(r"\.(?:html?|xml|json|aspx?|php)\Z", "", ident.strip("/: "))) if p]
    found = ""
    for piece in reversed(pieces):
        found = f"{piece}-{found}" if found else piece
        if len(found) > 4:  # "en", "1" alone say nothing
            break
    return _UNSAFE.sub("-", found).strip("-.")[-LONGEST:].strip("-.")
