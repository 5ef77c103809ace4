"""The folder of findings: ``articles/``, ``mentions/`` and ``checks/`` with a file for each batch, and what they are."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..base.write import replace_text
from .frame import parted
from .item import Item
from .manifest import MANIFEST, Manifest, Part
from .minder import Answer
from .part import FORMATS, Row, decode, kept
from .schema import TABLES, VERSIONS
from .trouble import SweepError

TOLD = "sweep.json"


class Findings:
    """A folder that a sweep writes to. Raises SweepError where it holds something else."""

    def __init__(self, folder: Path, form: str):
        self.folder, self.form = folder, form
        try:
            _own(folder)
            folder.mkdir(parents=True, exist_ok=True)
            self.manifest = Manifest(folder / MANIFEST, form)
            for table in TABLES:
                (folder / table).mkdir(exist_ok=True)
            self._recover()
        except OSError as e:
            raise SweepError(f"{folder}: {(e.strerror or str(e)).lower()}") from None
        self._next = max([0, *(p.id for p in self.manifest.parts())]) + 1

    def close(self) -> None:
        self.manifest.close()

    def tell(self, facts: Mapping[str, Any]) -> None:
        """Write what this folder holds, for those who read it: versions, and whether the sweep has ended."""
        told = {"format": self.form, "tables": dict(VERSIONS), **facts}
        replace_text(self.folder / TOLD, json.dumps(told, indent=1) + "\n")

    def commit(self, items: Sequence[Item], answer: Answer) -> None:
        """Keep a batch's answer, whole or not at all."""
        head, body = answer
        blobs = parted(head["sizes"], body)
        part = self._put(blobs, len(items), sum(i.size for i in items))
        sizes = {i.key: i.size for i in items}
        self.manifest.commit(part, [(k, kinds, links, broken, sizes[k]) for k, kinds, links, broken in head["marks"]])

    def settle(self, text: int) -> None:
        """Take out rows that no longer count, and join small parts to such of ``text`` bytes at most."""
        live = self.manifest.live()
        group: list[Part] = []
        size = 0
        for part in self.manifest.parts():
            items, bytes_ = live.get(part.id, (0, 0))
            if items == part.items and part.text * 4 > text:
                continue
            if group and size + bytes_ > text:
                self._join(group)
                group, size = [], 0
            group.append(part)
            size += bytes_
        if len(group) > 1 or any(live.get(p.id, (0, 0))[0] != p.items for p in group):
            self._join(group)

    def _join(self, group: Sequence[Part]) -> None:
        keys = {p.id: self.manifest.keys(p.id) for p in group}
        items = sum(map(len, keys.values()))
        new = None
        if items:
            live = self.manifest.live()
            blobs = []
            for table in TABLES:
                pieces = [kept(table, [self._path(table, p.id).read_bytes()], set(keys[p.id]), self.form)
                          for p in group if keys[p.id]]
                blobs.append(pieces[0] if len(pieces) == 1 else kept(table, pieces, set().union(*keys.values()), self.form))
            new = self._put(blobs, items, sum(live[p.id][1] for p in group if p.id in live))
        self.manifest.merge([p.id for p in group], new)
        for part in group:
            self._remove(part.id)

    def _put(self, blobs: Sequence[bytes], items: int, text: int) -> Part:
        part = Part(self._next, items, text, tuple(map(len, blobs)))
        self._next += 1
        for table, blob in zip(TABLES, blobs, strict=True):
            path = self._path(table, part.id)
            temporary = path.with_name(f".{path.name}")
            with temporary.open("wb") as out:
                out.write(blob)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(path)
        return part

    def _path(self, table: str, part: int) -> Path:
        return self.folder / table / f"{part:08d}.{self.form}"

    def _remove(self, part: int) -> None:
        for table in TABLES:
            self._path(table, part).unlink(missing_ok=True)

    def _recover(self) -> None:
        """Remove files that were never committed, and forget parts whose files are gone or cut short."""
        known = {}
        for part in self.manifest.parts():
            paths = [self._path(table, part.id) for table in TABLES]
            if all(p.is_file() and p.stat().st_size == size for p, size in zip(paths, part.sizes, strict=True)):
                known[part.id] = {p.name for p in paths}
            else:
                self.manifest.lose(part.id)
        names = {name for part in known.values() for name in part}
        for table in TABLES:
            for path in (self.folder / table).iterdir():
                if path.name not in names:
                    path.unlink()


def _own(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise SweepError(f"{folder} is a file; a folder is wanted for the findings")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).exists():
        raise SweepError(f"{folder} holds something that is no sweep's; name a new folder")


def told(folder: Path) -> dict[str, Any]:
    """What a folder of findings says of itself. Raises SweepError where it is none, or of a version unknown here."""
    try:
        found: dict[str, Any] = json.loads((folder / TOLD).read_text(encoding="utf-8"))
        versions, form = dict(found["tables"]), found["format"]
    except (OSError, ValueError, KeyError, TypeError):
        raise SweepError(f"{folder}: no findings of a sweep are here") from None
    if versions != VERSIONS or form not in FORMATS:
        raise SweepError(f"{folder}: its tables are of another version: {versions}")
    return found


def rows(folder: Path, table: str, columns: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a table, part by part. Raises SweepError."""
    form = told(folder)["format"]
    for path in sorted((folder / table).glob(f"[0-9]*.{form}")):
        try:
            yield from decode(table, path.read_bytes(), form, columns)
        except (OSError, ValueError, KeyError) as e:
            raise SweepError(f"{path}: {e}") from None
