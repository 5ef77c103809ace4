"""File patterns of overrides: ``sport/**``, ``*.md``, ``2024/*/business-*.txt``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_LENGTH, MAX_STARS, MAX_PATH = 200, 8, 1000
_PIECE = re.compile(r"\*\*/|\*\*|.", re.S)


@dataclass(frozen=True)
class Glob:
    """A pattern for paths with "/": ``*`` and ``?`` stay inside a folder, ``**`` does not. Without "/" it is a file's name."""

    pattern: str

    def __post_init__(self) -> None:
        if not self.pattern or len(self.pattern) > MAX_LENGTH or self.pattern.replace("**", "*").count("*") > MAX_STARS:
            raise ValueError(f"'{self.pattern[:40]}' is not a usable pattern: at most {MAX_LENGTH} characters, {MAX_STARS} stars")

    def fits(self, path: str) -> bool:
        """Whether ``path`` (any system's separators) fits."""
        path = path.replace("\\", "/").removeprefix("./")
        if "/" not in self.pattern:
            path = path.rpartition("/")[2]
        return _fits(_pieces(self.pattern.removeprefix("./")), path[:MAX_PATH])


@lru_cache(maxsize=256)
def _pieces(pattern: str) -> tuple[str, ...]:
    """Stars, question marks and single characters; ``**/`` is one piece."""
    return tuple(_PIECE.findall(pattern))


@lru_cache(maxsize=4096)
def _fits(pieces: tuple[str, ...], path: str) -> bool:
    """Walks all ways to match at once, so that no pattern takes longer than its length times the path's."""
    places = {0}
    for piece in pieces:
        if piece in ("*", "**", "**/"):
            reached: set[int] = set()
            for place in places:
                reached.add(place)
                for i in range(place, len(path)):
                    if piece == "*" and path[i] == "/":
                        break
                    if piece != "**/" or path[i] == "/":
                        reached.add(i + 1)
            places = reached
        else:
            places = {p + 1 for p in places if p < len(path) and (path[p] == piece or (piece == "?" and path[p] != "/"))}
    return len(path) in places
