"""Files of rules, words, settings and signatures: read with care, for a stranger may have put them there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .strictyaml import MAX_CHARACTERS, DataError

#: More bytes than this no file has that ``strictyaml.parse`` would take.
MAX_BYTES = 4 * MAX_CHARACTERS


def read_data(path: Path, name: str | None = None) -> str:
    """The text of a data file, called ``name`` in errors. Never waits for a pipe and never reads a device.

    Raises DataError where it is not UTF-8 or too long, OSError.
    """
    name = path.as_posix() if name is None else name
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise DataError("this is a pipe or a device, not a file", name)
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise DataError(f"the file is longer than {MAX_CHARACTERS} characters", name)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise DataError("the file is not UTF-8 text", name) from None
