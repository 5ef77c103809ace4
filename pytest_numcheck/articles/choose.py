"""Which files are articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from .read import SNIFFED, SUFFIXES, holds_articles

#: Files that lie beside stories and are none, whatever their case.
NOT_ARTICLES = ("readme*", "changelog*", "license*", "contributing*", "requirements*.txt", "robots.txt", ".*")
#: What has its own meaning on a command line: code, rules and settings are never articles.
_NEVER = (".py", ".pyi", ".pyc", ".ipynb", ".yaml", ".yml", ".toml", ".ini", ".cfg")


class Chooser:
    """Tells articles from other files.

    ``files`` and ``ignore`` are glob patterns over paths relative to ``root``, written with "/": ``*`` and ``?`` stay
    within one name, ``**`` spans folders, ``[ab]`` is one of the characters. A pattern without "/" matches a name in
    any folder; one that matches a folder stands for all that lies below it.
    """

    def __init__(self, files: Sequence[str], ignore: Sequence[str], root: Path, fields: Mapping[str, str] | None = None) -> None:
        self._files = [_pattern(glob) for glob in files if glob.strip()]
        self._ignore = [_pattern(glob) for glob in ignore if glob.strip()]
        self._root = root
        self._fields = fields

    def is_article(self, path: Path, *, named: bool) -> bool:
        """Whether ``path`` is an article; ``named`` says that it was given on the command line, which settles it.

        Without ``files`` the suffix decides, and the usual companions of a repository (README, requirements.txt …)
        are left out; with ``files`` the patterns alone do. ``ignore`` takes away from both. JSON and XML are also looked
        into: a file in no known format of articles is none.
        """
        suffix = path.suffix.lower()
        if suffix in _NEVER:
            return False
        if named:
            return True
        inside = self._relative(path)
        if any(_matches(pattern, inside) for pattern in self._ignore):
            return False
        usual = suffix in SUFFIXES and not _matches_name(path.name.lower())
        if self._files:
            usual = any(pattern.fullmatch(inside) or (usual and _matches(pattern, inside)) for pattern in self._files)
        return usual and (suffix not in SNIFFED or holds_articles(path, self._fields))

    def _relative(self, path: Path) -> str:
        try:
            return path.relative_to(self._root).as_posix()
        except ValueError:
            return path.as_posix().lstrip("/")


def _matches(pattern: re.Pattern[str], inside: str) -> bool:
    """Whether the pattern matches the path or a folder that it lies in."""
    at = len(inside)
    while at > 0:
        if pattern.fullmatch(inside, 0, at):
            return True
        at = inside.rfind("/", 0, at)
    return False


@lru_cache(maxsize=64)
def _companions() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(glob) for glob in NOT_ARTICLES)


def _matches_name(name: str) -> bool:
    return any(pattern.fullmatch(name) for pattern in _companions())


def _pattern(glob: str) -> re.Pattern[str]:
    """The glob as a regular expression over a relative path with "/"."""
    glob = glob.strip().replace("\\", "/").removeprefix("./").rstrip("/")
    if "/" not in glob:
        glob = "**/" + glob
    glob = re.sub(r"(?:\*\*/)+", "**/", glob.lstrip("/"))
    out = []
    at = 0
    while at < len(glob):
        if glob.startswith("**/", at) and (at == 0 or glob[at - 1] == "/"):
            out.append(r"(?:.+/)?")
            at += 3
        elif glob.startswith("**", at):
            out.append(".*")
            at += 2
        elif glob[at] == "*":
            out.append("[^/]*")
            at += 1
        elif glob[at] == "?":
            out.append("[^/]")
            at += 1
        elif glob[at] == "[" and glob.find("]", at + 2) > 0:
            end = glob.find("]", at + 2)
            inner = glob[at + 1 : end]
            negated = inner[0] in "!^"
            inner = re.sub(r"([\\\[\]^&~|])", r"\\\1", inner[1:] if negated else inner)
            out.append(f"[{'^/' if negated else ''}{inner}]")
            at = end + 1
        else:
            out.append(re.escape(glob[at]))
            at += 1
    return re.compile("".join(out), re.DOTALL)
