"""A source: all the items that its files hold, in order, read as they are asked for."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

from ..articles.decode import UndecodableError
from ..articles.read import read_bytes
from ..articles.sniff import LINES
from ..base.caps import CAPS, Caps
from .compressed import DAMAGE, expanded, inner
from .item import Item, Keys
from .place import PARQUET, Place, places
from .trouble import SweepError

STDIN = "-"
_PIECE = 1 << 20


class Source:
    """``items()`` gives what the named sources hold; ``done`` and ``size`` tell in bytes how far it has come.

    ``broken_off``: some file could not be read to its end, so that what was not met may still be there.
    """

    def __init__(self, names: Sequence[str], keys: Keys, fields: Mapping[str, str] | None = None,
                 publisher: str | None = None, stdin_name: str | None = None, caps: Caps = CAPS):
        self.names, self.keys, self.fields, self.publisher, self.caps = names, keys, fields, publisher, caps
        self.stdin_name = stdin_name or "<stdin>.jsonl"
        self.size = self._before = 0
        self.broken_off = False
        self._at: Callable[[], int] = int

    @property
    def done(self) -> int:
        try:
            return self._before + self._at()
        except (OSError, ValueError):
            return self._before

    def measure(self) -> None:
        """Find out how large it is. Raises SweepError where something that was named is not there."""
        self.size = sum(place.size for name in self.names if name != STDIN for place in places(name, self.fields))

    def items(self) -> Iterator[Item]:
        """Raises SweepError."""
        for name in self.names:
            if name == STDIN:
                yield from self._rows(sys.stdin.buffer, self.stdin_name)
                continue
            found = False
            for place in places(name, self.fields):
                found = True
                yield from self._of(place)
                self._before += place.size
                self._at = int
            if not found:
                raise SweepError(f"{name}: no article is there")

    def _of(self, place: Place) -> Iterator[Item]:
        suffix = PurePosixPath(inner(place.name)).suffix.lower()
        try:
            if suffix not in LINES and suffix not in PARQUET and place.path is not None and inner(place.name) == place.name:
                yield self.keys.item(place.name, suffix, read_bytes(place.path, self.caps))
                return
            with place.open() as raw:
                self._at = raw.tell
                if suffix in PARQUET:
                    from .table import rows
                    for row in rows(raw, place.name, self.fields, self.publisher):
                        yield self.keys.item(place.name, ".jsonl", row)
                elif suffix in LINES:
                    yield from self._rows(expanded(raw, place.name), place.name)
                else:
                    yield self.keys.item(place.name, suffix, self._all(expanded(raw, place.name)))
        except UndecodableError as e:
            yield self.keys.item(place.name, suffix, b"", f"{place.name}: {e}")
        except (OSError, *DAMAGE) as e:
            self.broken_off = True
            said = (e.strerror if isinstance(e, OSError) else None) or str(e) or "it breaks off"
            yield self.keys.item(place.name, suffix, b"", f"{place.name}: {said[0].lower()}{said[1:]}")

    def _rows(self, stream: BinaryIO, name: str) -> Iterator[Item]:
        """An item for each line that is not blank."""
        lines, number = io.BufferedReader(stream, _PIECE) if isinstance(stream, io.RawIOBase) else stream, 0
        suffix = PurePosixPath(inner(name)).suffix.lower()
        if suffix not in LINES:
            yield self.keys.item(name, suffix, self._all(stream))
            return
        most = self.caps.package
        while line := lines.readline(most + 1):
            number += 1
            if len(line) > most:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(most)
                yield self.keys.item(name, suffix, b"", f"{name}:{number}: the line is longer than {most:,} bytes")
                continue
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            line = line.strip()
            if line:
                yield self.keys.item(name, suffix, line)

    def _all(self, stream: BinaryIO) -> bytes:
        """The whole stream; of one that is too large so much that whoever reads it will say so."""
        return stream.read(self.caps.package + 1)
