"""Who works on which file, among the processes of one run, and what became of those who died over it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: So many processes may die over a file before it is left alone.
MOST_DEATHS = 2
_BEGUN, _DONE = "begun", "done "


class Claims:
    """Claims on files by name, in a folder that lives as long as the run. The system takes back the claim of who dies."""

    def __init__(self, folder: Path):
        self.folder = folder

    @contextmanager
    def claim(self, name: str) -> Iterator[Claim | None]:
        """The claim on ``name``, until the block is left; None while another process has it. Raises OSError."""
        path = self.folder / f"{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:32]}.claim"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            yield Claim(handle) if _lock(handle) else None
        finally:
            os.close(handle)


class Claim:
    """A file that is ours alone, and its history."""

    def __init__(self, handle: int):
        self._handle = handle
        os.lseek(handle, 0, os.SEEK_SET)
        self._lines = os.read(handle, 100_000).decode("ascii", "replace").splitlines()

    @property
    def key(self) -> str | None:
        """What the verdicts lie under in the store, once somebody has reached them."""
        return next((line.removeprefix(_DONE) for line in reversed(self._lines) if line.startswith(_DONE)), None)

    @property
    def deaths(self) -> int:
        """How many processes began and never came to an end."""
        return sum(line == _BEGUN for line in self._lines) - sum(line.startswith(_DONE) for line in self._lines)

    def begin(self) -> None:
        self._write(_BEGUN)

    def done(self, key: str) -> None:
        self._write(f"{_DONE}{key}")

    def _write(self, line: str) -> None:
        self._lines.append(line)
        os.write(self._handle, f"{line}\n".encode("ascii"))


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
