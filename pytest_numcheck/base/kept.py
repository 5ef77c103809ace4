"""The YAML that comes with the package, kept in parsed form beside its modules, as Python keeps bytecode.

An entry is valid for one content of its file, whatever its date. Where nothing can be written (or Python is told to
write no bytecode) the files are parsed on every run; a file of entries that is damaged counts as absent. It is plain
JSON: reading it runs nothing.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from .files import rules_root
from .packed import pack, unpack
from .strictyaml import Node, parse
from .write import replace_text

#: changes when the shape of what is kept does
SHAPE = 1
#: folders whose files are read as plain data; of all others the places are kept too, for errors
PLAIN = ("words", "data")

_Entries = dict[str, list[Any]]


def kept_file() -> Path:
    """Where the parsed form lies."""
    return Path(cache_from_source(__file__)).with_name(f"rules-{SHAPE}.json")


def plain_of(path: Path, name: str) -> Any:
    """The plain content of a shipped file; errors call it ``name``. Raises DataError, OSError."""
    raw = path.read_bytes()
    found = _valid(path, raw)
    return parse(raw.decode("utf-8"), name).plain() if found is None else found[0]


def node_of(path: Path, text: str, name: str) -> Node:
    """The tree of ``text``, which ``path`` holds; kept only for shipped files. Raises DataError."""
    found = _valid(path, text.encode("utf-8")) if path.is_relative_to(rules_root()) else None
    return parse(text, name) if found is None else unpack(found[0], name, text)


def _valid(path: Path, raw: bytes) -> tuple[Any] | None:
    """What is kept for that content of that file. Kept anew, all at once, when something is first missing."""
    name, key = _name(path), _sum(raw)
    entry = _entries().get(name)
    if entry is None or entry[0] != key:
        entry = _renewed().get(name)
    return (entry[1],) if entry is not None and entry[0] == key else None


@cache
def _entries() -> _Entries:
    try:
        head, _, body = kept_file().read_bytes().partition(b"\n")
        entries = json.loads(body) if head.decode() == _sum(body) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


@cache
def _renewed() -> _Entries:
    """All files parsed again whose content has changed; written once a process at most."""
    if sys.dont_write_bytecode:
        return {}
    known, found = _entries(), _Entries()
    for path in sorted(rules_root().rglob("*.yaml")):
        try:
            raw = path.read_bytes()
            name, key = _name(path), _sum(raw)
            old = known.get(name)
            if old is not None and old[0] == key:
                found[name] = old
                continue
            node = parse(raw.decode("utf-8"), name)
        except (OSError, ValueError):  # whoever needs this file will be told what is wrong with it
            continue
        found[name] = [key, node.plain() if name.split("/")[0] in PLAIN else pack(node)]
    try:
        body = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        replace_text(kept_file(), f"{_sum(body.encode('utf-8'))}\n{body}")
    except (OSError, ValueError):
        pass
    return found


def _name(path: Path) -> str:
    return path.relative_to(rules_root()).as_posix()


def _sum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def forget() -> None:
    """Read anew what is kept: for tests."""
    _entries.cache_clear()
    _renewed.cache_clear()
