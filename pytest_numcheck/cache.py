"""Verdicts kept between runs and shared between processes: one file an article, for this user's eyes only."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .base.files import rules_root

#: Changes when the shape of what is kept does.
_SHAPE = 3
_PARTS = ("pytest-numcheck", "pint", "quantulum3", "regex", "pyyaml", "trafilatura", "lxml")
#: Seconds after which a claim counts as abandoned.
_PATIENCE = 60.0


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
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(_head(key, body).encode() + b"\n" + body)
                Path(temporary).replace(self._path(name))
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError:
            pass

    def _path(self, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.json"


def _head(key: str, body: bytes) -> str:
    """The first line of an entry: what it is valid for, and the sum that tells whether it is whole."""
    return f"{key} {hashlib.sha256(body).hexdigest()}"


class Claims:
    """Who works on what, among the processes of one run: files in a folder that lives as long as the run."""

    def __init__(self, folder: Path):
        self.folder = folder

    def take(self, key: str) -> bool:
        """Whether this process is the first to ask for ``key``."""
        try:
            os.close(os.open(self.folder / f"{key}.claim", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            return False
        except OSError:
            pass
        return True

    def wait(self, store: Store, name: str, key: str) -> dict[str, Any] | None:
        """The entry, once the process that claimed it has put it; None when that takes too long."""
        pause, waited = 0.002, 0.0
        while waited < _PATIENCE:
            entry = store.get(name, key)
            if entry is not None:
                return entry
            time.sleep(pause)
            waited += pause
            pause = min(pause * 1.5, 0.05)
        return None
