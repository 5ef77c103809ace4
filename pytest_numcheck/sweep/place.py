"""Where a source's files lie: a folder here, one file, or anything that fsspec reaches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ..articles.choose import Chooser
from .compressed import inner
from .manifest import MANIFEST
from .trouble import SweepError

PARQUET = (".parquet", ".pq")
#: Folders that hold software and no articles.
_SOFTWARE = ("node_modules", "venv", "build", "dist", "CVS", "__pycache__")


@dataclass(frozen=True, slots=True)
class Place:
    """One file: what to call it, its size in bytes as it lies there, and how to open it (raises OSError)."""

    name: str
    size: int
    open: Callable[[], BinaryIO]
    #: where it is a file of this machine
    path: Path | None = None


def places(source: str, fields: Mapping[str, str] | None = None) -> Iterator[Place]:
    """The files of a source that hold articles, in order of their names, folder by folder. Raises SweepError.

    In a folder those count that ``numcheck check`` would read, compressed ones and Parquet files too, but for the findings
    of a sweep.
    """
    if "://" in source:
        yield from _remote(source, fields)
        return
    path = Path(source)
    if path.is_dir():
        yield from _below(path, Chooser((), (), path, fields))
    elif path.exists():
        yield _local(path, path.stat().st_size)
    else:
        raise SweepError(f"there is no folder or file {source}")


def _local(path: Path, size: int) -> Place:
    return Place(path.as_posix(), size, lambda: path.open("rb"), path)


def _below(folder: Path, chooser: Chooser) -> Iterator[Place]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda e: e.name)
    except OSError as e:
        raise SweepError(f"{folder.as_posix()}: {(e.strerror or str(e)).lower()}") from None
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir():
            passed = entry.name in _SOFTWARE or any(os.path.exists(path / n) for n in ("pyvenv.cfg", MANIFEST))  # noqa: PTH110
            if not entry.name.startswith(".") and not passed and not entry.is_symlink():
                yield from _below(path, chooser)
        elif entry.is_file() and _holds(path, chooser):
            yield _local(path, entry.stat().st_size)


def _holds(path: Path, chooser: Chooser) -> bool:
    name = path.name.lower()
    if name.startswith("."):
        return False
    if name.endswith(PARQUET):
        return True
    bare = inner(name)
    if bare == name:
        return chooser.is_article(path, named=False)
    return Chooser((), (), Path()).is_article(Path(bare), named=False) or bare.endswith((".jsonl", ".ndjson"))


def _remote(source: str, fields: Mapping[str, str] | None) -> Iterator[Place]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise SweepError(f"{source} needs: pip install 'pytest-numcheck[archive]'") from None
    try:
        fs, root = url_to_fs(source)
        if any(c in source for c in "*?["):
            names = sorted(fs.glob(root))
        elif fs.isdir(root):
            names = [n for n in sorted(fs.find(root)) if _readable(n)]
        else:
            names = [root]
        for name in names:
            info = fs.info(name)
            if info["type"] != "directory":
                yield Place(fs.unstrip_protocol(name), int(info.get("size") or 0), _opener(fs, name))
    except (ImportError, ValueError, OSError) as e:
        raise SweepError(f"{source}: {e}") from None


def _opener(fs: Any, name: str) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        found: BinaryIO = fs.open(name, "rb")
        return found
    return opened


def _readable(name: str) -> bool:
    """Whether a remote file may hold articles, by its name alone."""
    from ..articles.read import SUFFIXES
    return inner(name.lower()).endswith((*SUFFIXES, *PARQUET))
