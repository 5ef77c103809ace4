"""Rule files outside a rule set: found, told from other YAML, and read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base.lexicon import Lexicon
    from .language.model import Rule

SUFFIXES = (".yaml", ".yml")
_RULE = re.compile(r"^rule[ \t]*:[ \t]*[\"']?([^\s\"'#]*)", re.M)
_PEEK = 100_000


def is_rule_file(path: Path) -> bool:
    """Whether the file is YAML with a key ``rule`` at its top."""
    return path.suffix in SUFFIXES and _said(path) is not None


def is_rule_text(text: str) -> bool:
    """Whether the text of a YAML file has a key ``rule`` at its top."""
    return _RULE.search(text, 0, _PEEK) is not None


def rule_id(path: Path, text: str | None = None) -> str:
    """The id that the file must have: the end of its path that it names itself, else its folder and name.

    ``text`` is what stands in the file where that is not on the disk yet.
    """
    found = _RULE.search(text, 0, _PEEK) if text is not None else None
    said = found[1] if found else _said(path) or ""
    parts = path.resolve().with_suffix("").parts
    wanted = tuple(said.split("/"))
    return said if wanted == parts[-len(wanted):] and "/" in said else "/".join(parts[-2:])


def read_rule(path: Path, name: str, lexicon: Lexicon) -> Rule:
    """The rule in ``path``, called ``name`` in errors. Raises DataError."""
    from .language.load import load_file
    return load_file(path, rule_id(path), lexicon, shown=name)


def rule_files(path: Path) -> list[Path]:
    """The rule files below a folder, by path; a file is itself."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.rglob("*") if is_rule_file(p))


def _said(path: Path) -> str | None:
    try:
        if not path.is_file():  # a pipe would wait for a writer
            return None
        with path.open(encoding="utf-8", errors="replace") as file:
            found = _RULE.search(file.read(_PEEK))
    except OSError:
        return None
    return found[1] if found else None
