"""What can be told of a template without compiling it: the places and lists that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOLE = re.compile(r"\{\s*([^{}]*?)\s*\}")
_LIST = re.compile(r"\blist\(([^()]*)\)")
_WORDS = re.compile(r"<([^<>]*)>")


def holes(template: str) -> Iterator[tuple[str, int]]:
    """Every ``{name}``: the name and where it stands."""
    for found in _HOLE.finditer(template):
        yield found[1], found.start(1)


def places(template: str) -> tuple[str, ...]:
    """The names of the holes, each once, in order."""
    return tuple(dict.fromkeys(name for name, _ in holes(template)))


def listed(template: str) -> tuple[str, ...]:
    """The holes inside ``list(...)``."""
    return tuple(name for part in _LIST.finditer(template) for name, _ in holes(part[1]))


def word_lists(template: str) -> Iterator[tuple[str, int]]:
    """Every ``<name>`` but ``<np>``: the name and where it stands."""
    for found in _WORDS.finditer(template):
        if found[1] != "np":
            yield found[1], found.start(1)
