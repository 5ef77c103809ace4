"""File patterns of overrides: ``sport/**``, ``*.md``, ``2024/*/business-*.txt``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_LENGTH, MAX_STARS = 200, 8


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
        return _compiled(self.pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    made, at = "", 0
    pattern = pattern.removeprefix("./")
    while at < len(pattern):
        if pattern.startswith("**/", at):
            made, at = made + "(?:.*/)?", at + 3
        elif pattern.startswith("**", at):
            made, at = made + ".*", at + 2
        elif pattern[at] == "*":
            made, at = made + "[^/]*", at + 1
        elif pattern[at] == "?":
            made, at = made + "[^/]", at + 1
        else:
            made, at = made + re.escape(pattern[at]), at + 1
    return re.compile(made, re.S)
