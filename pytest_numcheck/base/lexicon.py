"""Word lists and data tables, as shipped and as a desk has changed them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .files import rules_root
from .kept import node_of, plain_of
from .strictyaml import DataError, Node, did_you_mean


@cache
def shipped(folder: str, name: str) -> Any:
    """The plain content of ``rules/<folder>/<name>.yaml``. Callers must not change what they get."""
    path = _path(folder, name)
    return plain_of(path, path.as_posix())


@cache
def shipped_node(folder: str, name: str) -> Node:
    """The same with positions, for readers that report errors."""
    path = _path(folder, name)
    return node_of(path, path.read_text(encoding="utf-8"), path.as_posix())


@cache
def _names(folder: str) -> frozenset[str]:
    return frozenset(p.stem for p in (rules_root() / folder).glob("*.yaml"))


def _path(folder: str, name: str) -> Path:
    path = rules_root() / folder / f"{name}.yaml"
    if not path.is_file():
        known = [p.stem for p in (rules_root() / folder).glob("*.yaml")]
        raise DataError(f"no {folder} file '{name}'{did_you_mean(name, known)}", str(path))
    return path


@dataclass(frozen=True)
class Lexicon:
    """Word lists (``rules/words``) and data tables (``rules/data``) with a desk's overrides.

    ``words`` maps a list's name to the entries that a desk adds (or, under ``{replace: [...]}``, the whole list);
    ``data`` maps a table's name to a mapping laid over the shipped one, key by key.
    """

    words: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lists", {})
        object.__setattr__(self, "_tables", {})

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.key == other.key

    @cached_property
    def key(self) -> str:
        """Changes whenever the overrides do."""
        text = json.dumps([self.words, self.data], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def has(self, folder: str, name: str) -> bool:
        """Whether there is a list (``words``) or table (``data``) of that name, shipped or a desk's own."""
        return name in (self.words if folder == "words" else self.data) or name in _names(folder)

    def list(self, name: str) -> tuple[str, ...]:
        """The word list ``name`` (a YAML list of words and phrases)."""
        lists: dict[str, tuple[str, ...]] = self._lists  # type: ignore[attr-defined]
        if name not in lists:
            more = self.words.get(name, ())
            if isinstance(more, Mapping):
                lists[name] = tuple(str(w) for w in more.get("replace", ()))
            elif name in self.words and not (rules_root() / "words" / f"{name}.yaml").is_file():
                lists[name] = tuple(str(w) for w in more)
            else:
                entries = [str(w) for w in (*shipped("words", name), *more)]
                lists[name] = tuple(dict.fromkeys(entries))
        return lists[name]

    def table(self, name: str) -> Any:
        """The data table ``name`` (a YAML mapping), overrides laid over it."""
        tables: dict[str, Any] = self._tables  # type: ignore[attr-defined]
        if name not in tables:
            own = self.data.get(name)
            below = {} if own and not (rules_root() / "data" / f"{name}.yaml").is_file() else shipped("data", name)
            tables[name] = _laid_over(below, own)
        return tables[name]


def _laid_over(below: Any, above: Any) -> Any:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {**below, **{k: _laid_over(below.get(k), v) for k, v in above.items()}}
    return below if above is None else above


@cache
def default_lexicon() -> Lexicon:
    return Lexicon()
