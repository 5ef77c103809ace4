"""What a source hands over: one file, or one row of a file of rows, still unread."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

#: changes when what is written about an article does
SHAPE = 1


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes to be read as ``suffix`` says; ``error`` where there are none, or none that could be judged.

    ``key`` (32 hex digits) changes with the path, the bytes, and the options that they are read by; not with the place
    in the source.
    """

    key: str
    path: str
    suffix: str
    data: bytes
    error: str | None = None

    @property
    def size(self) -> int:
        return len(self.data)

    def broken(self, error: str) -> Item:
        """The same without its text: to be reported, not to be judged."""
        return replace(self, data=b"", error=error)


class Keys:
    """Makes items. ``options`` are what decides, beside the rules, how an item is read."""

    def __init__(self, options: Mapping[str, Any]):
        self._start = hashlib.blake2b(json.dumps([SHAPE, options], sort_keys=True).encode(), digest_size=16)

    def item(self, path: str, suffix: str, data: bytes, error: str | None = None) -> Item:
        path, error = _text(path), error and _text(error)
        found = self._start.copy()
        found.update(f"\0{path}\0{suffix}\0{error or ''}\0".encode())
        found.update(data)
        return Item(found.hexdigest(), path, suffix, data, error)


def _text(name: str) -> str:
    """A file's name as text, also where the system has bytes in it that are none."""
    return name.encode(errors="replace").decode()
