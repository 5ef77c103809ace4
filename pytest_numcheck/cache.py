"""Verdicts kept between runs and shared between processes: one file an article, for this user's eyes only."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .base.files import rules_root

if TYPE_CHECKING:
    import pytest

#: Changes when the shape of what is kept does.
_SHAPE = 4
_PARTS = ("pytest-numcheck", "pint", "quantulum3", "regex", "pyyaml", "trafilatura", "lxml")
#: Where entries are written before they take their place, and seconds after which one that lies there is abandoned.
_MAKING, _ABANDONED = "making", 3600.0


def digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def versions() -> str:
    """Changes whenever the code, the shipped rules and data, or a library that reads numbers does."""
    package = Path(__file__).resolve().parent
    files = [*package.rglob("*.py"), *rules_root().rglob("*.yaml")]
    stats = sorted((f.as_posix(), (s := f.stat()).st_size, s.st_mtime_ns) for f in files)
    return digest(_SHAPE, [_version(p) for p in _PARTS], stats)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


class Store:
    """Entries by name, each valid for one key. Nothing here ever fails a run: what cannot be read or written is absent.

    A newer entry of the same name takes the place of the older one, so no earlier text of an article is kept.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            self._sweep()
        except OSError:
            pass

    def get(self, name: str, key: str) -> dict[str, Any] | None:
        """What was put under ``name`` with this very ``key``."""
        try:
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            if head.decode() != _head(key, body):
                return None
            entry: dict[str, Any] = json.loads(body)
        except (OSError, ValueError, RecursionError):
            return None
        return entry

    def put(self, name: str, key: str, entry: dict[str, Any]) -> None:
        """Keep ``entry`` (plain JSON data), whole or not at all."""
        body = json.dumps(entry).encode()
        try:
            (self.folder / _MAKING).mkdir(mode=0o700, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder / _MAKING)
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(_head(key, body).encode() + b"\n" + body)
                Path(temporary).replace(self._path(name))
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError:
            pass

    def _sweep(self) -> None:
        """Take away what a run that was killed left half written."""
        for path in (self.folder / _MAKING).glob("*"):
            if path.stat().st_mtime < time.time() - _ABANDONED:
                path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:32]}.json"


def store_in(cache: pytest.Cache | None) -> Store | None:
    """The store in pytest's cache; None where that is switched off or has no folder."""
    try:
        return Store(cache.mkdir("numcheck")) if cache else None
    except OSError:
        return None


def _head(key: str, body: bytes) -> str:
    """The first line of an entry: what it is valid for, and the sum that tells whether it is whole."""
    return f"{key} {hashlib.sha256(body).hexdigest()}"
