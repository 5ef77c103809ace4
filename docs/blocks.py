"""The fenced blocks of a Markdown page: what a reader saves, types and compares. The tests run all of them.

A block with ``title="NAME"`` is a file to save, but for "What it says": what the command above it prints, where "…" stands for
lines left out. A comment ``<!-- leaves with N -->`` on the line above a command tells its exit code, where that is not 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SAYS = "What it says"
_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<lang>[\w+-]*)(?P<rest>[^\n]*)\n"
                    r"(?P<text>.*?)^(?P=indent)(?P=fence) *$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    lang: str
    #: the file to save it as, or ``SAYS``
    title: str | None
    text: str
    #: what stands on the line above, where that is a comment
    comment: str = ""

    @property
    def leaves(self) -> int:
        found = re.search(r"leaves with (\d)", self.comment)
        return int(found[1]) if found else 0

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: Path, name: str | None = None) -> list[Block]:
    """All fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for m in _FENCE.finditer(text):
        title = re.search(r'title="([^"]*)"', m["rest"])
        above = text[:m.start()].rstrip("\n").rpartition("\n")[2].strip()
        body = re.sub(rf"^{m['indent']}", "", m["text"], flags=re.M)
        found.append(Block(name or page.name, text.count("\n", 0, m.start()) + 1, m["lang"], title[1] if title else None, body,
                           above if above.startswith("<!--") else ""))
    return found


def told(wanted: str, given: str) -> bool:
    """Whether the lines shown stand in what a program printed: in that order, and side by side but for blank lines.

    A line that is "…" stands for any lines, one that ends in " …" for any that begin so.
    """
    have = [" ".join(line.split()) for line in given.splitlines() if line.strip()]
    at, gap = 0, True
    for line in (" ".join(part.split()) for part in wanted.splitlines() if part.strip()):
        if line == "…":
            gap = True
            continue
        found = next((i for i in range(at, len(have) if gap else at + 1) if i < len(have) and _fits(line, have[i])), None)
        if found is None:
            return False
        at, gap = found + 1, False
    return True


def _fits(wanted: str, given: str) -> bool:
    return given.startswith(wanted.removesuffix(" …")) if wanted.endswith(" …") and given != wanted else given == wanted
