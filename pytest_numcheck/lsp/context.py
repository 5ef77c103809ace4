"""Where in a rule file the cursor stands: below which keys, and whether a key or a value is being written.

The file is being written, so it is seldom YAML yet: lines and their indentation have to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LEAD = re.compile(r"\s*(?:- +)*")
_KEY = re.compile(r"([A-Za-z_][\w +-]*?):(?:\s+|$)")
_NAMES = re.compile(r"([a-z][a-z0-9_]*)\s*:")


@dataclass(frozen=True, slots=True)
class Context:
    """``path`` are the keys above, the innermost last; ``value`` the text of the value so far, None where a key is written."""

    path: tuple[str, ...]
    value: str | None


def context(lines: Sequence[str], number: int, character: int) -> Context:
    """What is written at ``character`` (code points) of line ``number``; an item of a list may be either."""
    line = lines[number][:character]
    indent, body = _split(line)
    path = _above(lines, number, indent)
    key = _KEY.match(body)
    if key is None:
        return Context(path, None)
    return _flow((*path, key[1]), body[key.end():])


def names(text: str, *sections: str) -> list[str]:
    """The names that the mappings under ``sections`` (bind, let) give, in the order in which they stand."""
    found: list[str] = []
    for section in sections:
        block = re.search(rf"^{section}:(?P<inline>[^\n]*)\n?(?P<below>(?:[ \t]+[^\n]*\n?|[ \t]*\n)*)", text, re.M)
        if block is None:
            continue
        found += _NAMES.findall(block["inline"])
        rows = [row for row in block["below"].splitlines() if row.strip() and not row.lstrip().startswith("#")]
        least = min((len(row) - len(row.lstrip()) for row in rows), default=0)
        found += [m[1] for row in rows if (m := _NAMES.match(row, least))]
    return list(dict.fromkeys(found))


def _flow(path: tuple[str, ...], value: str) -> Context:
    """The same inside ``{…}`` on one line."""
    opened = value.rfind("{")
    if opened < 0 or "}" in value[opened:] or value.lstrip()[:1] in ("'", '"'):
        return Context(path, value)
    entry = re.sub(r"\[[^\]]*(?:\]|\Z)", lambda m: m[0].replace(",", ";"), value[opened + 1:]).rpartition(",")[2]
    entry = value[len(value) - len(entry):].lstrip()
    key = _KEY.match(entry)
    return Context(path, None) if key is None else Context((*path, key[1]), entry[key.end():])


def _above(lines: Sequence[str], number: int, indent: int) -> tuple[str, ...]:
    path: list[str] = []
    for line in reversed(lines[:number]):
        at, body = _split(line)
        key = _KEY.match(body)
        if body.strip() and at < indent and not body.startswith("#"):
            indent = at
            if key:
                path.insert(0, key[1])
        if not indent:
            break
    return tuple(path)


def _split(line: str) -> tuple[int, str]:
    """The indentation, an item's dash counted in, and what follows."""
    lead = _LEAD.match(line)
    assert lead
    return lead.end(), line[lead.end():]
