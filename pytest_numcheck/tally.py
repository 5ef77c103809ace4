"""What a run has seen so far: the counts for the summary, and the report on its way to the disk."""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from .base.write import file_mode
from .report.columns import clean
from .report.jsonl import line


@dataclass
class Tally:
    """Counts over the articles of a run."""

    articles: int = 0
    unreadable: int = 0
    #: articles that were cut short
    cut: int = 0
    #: items of files that are no articles to be checked
    skipped: int = 0
    seen: int = 0
    linked: int = 0
    judged: int = 0
    checks: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    #: ids of the rules that made a check
    matched: dict[str, int] = field(default_factory=dict)
    #: findings of severity note, complaints about waivers: ready to print
    notes: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)

    def add(self, name: str, entry: Mapping[str, Any]) -> bool:
        """Count a judged article; False where it has been counted before."""
        if name in self._names:
            return False
        self._names.add(name)
        if "skipped" in entry:
            self.skipped += 1
            return True
        record = entry["record"]
        self.articles += 1
        self.unreadable += "error" in entry
        self.cut += "cut" in record
        self.seen += record["coverage"]["mentions"]
        self.judged += record["coverage"]["checked"]
        self.linked += entry["linked"]
        self.complaints += entry["complaints"]
        for check in record["checks"]:
            self.checks += 1
            outcome = check["severity"] if check["outcome"] == "inconsistent" else check["outcome"]
            self.outcomes[outcome] += 1
            self.matched[check["rule"]] = self.matched.get(check["rule"], 0) + 1
            if outcome == "note":
                self.notes.append(f"{name}:{check['line']}: {clean(check['message'])} ({check['rule']})")
        return True

    def save(self, path: Path) -> None:
        """Write the counts for another process, whole or not at all."""
        if not path.exists():
            handle, temporary = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump({k: v for k, v in vars(self).items() if k != "_names"}, out)
            Path(temporary).replace(path)

    @classmethod
    def load(cls, path: Path) -> Tally:
        """What ``save`` wrote; empty where nothing was."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        return cls(**{**kept, "outcomes": Counter(kept["outcomes"])})


class Spool:
    """The report being written: into a file beside ``target``, which takes its place when all is done.

    A disk that is full does not stop the run: ``finish`` tells of it, and what stood in ``target`` stays.
    """

    def __init__(self, target: Path | None):
        self.target = target
        self._file: IO[str] | None = None
        self._failed: OSError | None = None

    def add(self, record: Mapping[str, Any]) -> None:
        self._write([line(record) + "\n"])

    def take(self, other: Path) -> None:
        """Add the lines that another process wrote."""
        if self.target and other.is_file():
            with other.open(encoding="utf-8", newline="\n") as lines:
                self._write(lines)

    def _write(self, lines: Iterable[str]) -> None:
        if self.target and not self._failed:
            try:
                self._open().writelines(lines)
            except OSError as e:
                self._failed = e

    def finish(self) -> None:
        """Put the report in its place, empty where no article was read. Once only. Raises OSError where it cannot be written."""
        if self.target is None:
            return
        file: IO[str] | None = None
        try:
            file = self._open()
            file.close()
            if self._failed:
                raise self._failed
            self._place(Path(file.name), self.target)
        except OSError:
            if file is not None:
                with suppress(OSError):
                    file.close()
                Path(file.name).unlink(missing_ok=True)
            raise
        finally:
            self.target = self._file = None

    def drop(self) -> None:
        """Leave ``target`` as it is."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            Path(self._file.name).unlink(missing_ok=True)
        self.target = self._file = None

    @staticmethod
    def _place(file: Path, target: Path) -> None:
        if target.exists() and not target.is_file():  # a pipe, /dev/stdout
            with target.open("w", encoding="utf-8") as out:
                out.write(file.read_text(encoding="utf-8"))
            file.unlink()
        else:
            file.chmod(file_mode(target))
            file.replace(target)

    def _open(self) -> IO[str]:
        if self._file is None:
            assert self.target is not None
            folder = self.target.parent if not self.target.exists() or self.target.is_file() else Path(tempfile.gettempdir())
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{self.target.name}.", dir=folder)
            os.close(handle)
            # half characters, as names of files may have: "\udcff" is what JSON would write for them
            self._file = Path(name).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115
        return self._file
