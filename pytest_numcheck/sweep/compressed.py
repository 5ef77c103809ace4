"""Files that are compressed: opened as what they hold."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from .trouble import SweepError

#: What reading damaged data raises, beside OSError.
DAMAGE = (EOFError, ValueError, zlib.error)


def inner(name: str) -> str:
    """The name without the suffix that says how it is compressed."""
    for suffix in _OPENERS:
        if name.lower().endswith(suffix):
            return name[:-len(suffix)]
    return name


def expanded(raw: BinaryIO, name: str) -> BinaryIO:
    """What ``raw`` holds, by its name. Reading may raise OSError and DAMAGE."""
    for suffix, opener in _OPENERS.items():
        if name.lower().endswith(suffix):
            return opener(raw)
    return raw


def _gzip(raw: BinaryIO) -> BinaryIO:
    import gzip
    return cast(BinaryIO, gzip.GzipFile(fileobj=raw, mode="rb"))


def _bzip2(raw: BinaryIO) -> BinaryIO:
    import bz2
    return cast(BinaryIO, bz2.BZ2File(raw))


def _xz(raw: BinaryIO) -> BinaryIO:
    import lzma
    return cast(BinaryIO, lzma.LZMAFile(raw))


def _zstandard(raw: BinaryIO) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise SweepError("zstd needs: pip install 'pytest-numcheck[archive]'") from None

    class Whole(io.RawIOBase):
        """A stream that tells a file that breaks off from one that ends; zstandard's own error becomes a ValueError."""

        def __init__(self) -> None:
            self._from: Any = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=False)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            try:
                return int(self._from.readinto(buffer))
            except zstandard.ZstdError as e:
                raise ValueError(str(e)) from None

    return cast(BinaryIO, io.BufferedReader(Whole(), 1 << 17))


_OPENERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": _gzip, ".bz2": _bzip2, ".xz": _xz, ".zst": _zstandard, ".zstd": _zstandard}
