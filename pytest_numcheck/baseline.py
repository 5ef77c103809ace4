"""The baseline: findings that a desk has signed for, in a file of their own.

An entry is known by its rule, its sentence and its words, so it holds wherever the passage moves to and lapses when the
passage changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .base.datafile import read_data
from .base.strictyaml import Node, parse
from .report.finding import Finding

VERSION = 1
#: What an entry that was written by machine says until somebody has looked at it.
UNSEEN = "known when the baseline was written; not looked at yet"
_KEYS = ("rule", "path", "sentence", "words", "reason", "by", "until")

Key = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Signed:
    """One entry. ``until`` is the last day on which it holds without a complaint."""

    rule: str
    path: str
    sentence: str
    words: tuple[str, ...]
    reason: str
    by: str | None = None
    until: date | None = None
    line: int = 0

    @property
    def key(self) -> Key:
        return self.rule, self.sentence, self.words

    def plain(self) -> dict[str, Any]:
        row: dict[str, Any] = {"rule": self.rule, "path": self.path, "sentence": self.sentence, "words": list(self.words),
                               "reason": self.reason}
        return {**row, **({"by": self.by} if self.by else {}), **({"until": self.until.isoformat()} if self.until else {})}


@dataclass(frozen=True)
class Baseline:
    """The entries of a file, by key."""

    name: str
    entries: Mapping[Key, Signed]

    @classmethod
    def read(cls, path: Path, name: str | None = None, aliases: Mapping[str, str] | None = None) -> Baseline:
        """The file's entries; ``aliases`` are old ids of rules. Raises DataError with line and column, OSError."""
        name = path.as_posix() if name is None else name
        root = parse(read_data(path, name), name)
        if root.value is None:
            return cls(name, {})
        root.only("version", "findings")
        version = root.get("version")
        if version is None or version.value != VERSION:
            raise (version or root).error(f"this version of numcheck reads baselines of version: {VERSION}")
        rows = root.get("findings")
        entries = [_entry(row, aliases or {}) for row in (rows.list() if rows and rows.value is not None else [])]
        return cls(name, {e.key: e for e in entries})

    def of(self, rule: str, sentence: str, words: Iterable[str]) -> Signed | None:
        return self.entries.get((rule, sentence, tuple(words)))

    def apply(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A judged article, as plain data, with its signed findings waived. Gives a new one where something changes."""
        signed = {f["check"]: s for f in entry.get("found", ())
                  if f["outcome"] == "inconsistent" and (s := self.of(f["rule"], f["sentence"], f["words"]))}
        if not signed:
            return entry
        checks = [{**c, "outcome": "waived", "reason": signed[i].reason} if i in signed else c
                  for i, c in enumerate(entry["record"]["checks"])]
        found = [{**f, "outcome": "waived", "reason": signed[f["check"]].reason} if f["check"] in signed else f
                 for f in entry["found"]]
        return {**entry, "record": {**entry["record"], "checks": checks}, "found": found}

    def stale(self, found: Collection[Key], read: Collection[str], gone: Collection[str]) -> list[str]:
        """Complaints about entries of articles that were ``read`` or are ``gone`` and that no finding needs any more."""
        return [f"{self.name}:{e.line}: no such finding any more: {e.rule} in {e.path}"
                for e in self.entries.values() if e.key not in found and (e.path in read or e.path in gone)]

    def expired(self, today: date) -> list[str]:
        """Complaints about entries whose last day is past."""
        return [f"{self.name}:{e.line}: held until {e.until.isoformat()}: {e.rule} in {e.path}"
                for e in self.entries.values() if e.until and e.until < today]


def dump(findings: Sequence[Finding], old: Baseline | None, read: Collection[str]) -> str:
    """A baseline of the open and signed errors and warnings, sorted; what ``old`` says of one stays, and so do its
    entries of articles that were not ``read``."""
    before = dict(old.entries) if old else {}
    rows: dict[Key, Signed] = {k: e for k, e in before.items() if e.path not in read}
    for f in findings:
        if f.key in before:
            e = before[f.key]
            rows[f.key] = Signed(e.rule, f.article, e.sentence, e.words, e.reason, e.by, e.until)
        elif f.outcome == "inconsistent" and f.severity in ("error", "warning"):
            rows[f.key] = Signed(f.rule, f.article, f.sentence, f.words, UNSEEN)
    ordered = sorted(rows.values(), key=lambda e: (e.path, e.rule, e.sentence, e.words))
    head = "# Findings that are known and let stand. Give each a reason; `by` and `until: YYYY-MM-DD` are welcome.\n"
    return head + yaml.safe_dump({"version": VERSION, "findings": [e.plain() for e in ordered]}, allow_unicode=True,
                                 sort_keys=False, width=110)


def _entry(row: Node, aliases: Mapping[str, str]) -> Signed:
    row.only(*_KEYS)
    for key in ("rule", "path", "sentence", "words", "reason"):
        if row.get(key) is None:
            raise row.error(f"an entry needs '{key}'")
    given = dict(row.items())
    reason = given["reason"].text().strip()
    if not reason:
        raise given["reason"].error("a reason is required: why may this stand?")
    rule = given["rule"].text()
    if "*" in rule:
        raise given["rule"].error("an entry names one rule; to switch off many, use the rule set")
    until = given.get("until")
    try:
        day = date.fromisoformat(until.text()) if until else None
    except ValueError:
        raise (until or row).error("a date such as 2027-01-31 is wanted") from None
    words = tuple(w.text() for w in given["words"].list())
    by = given.get("by")
    return Signed(aliases.get(rule, rule), given["path"].text(), given["sentence"].text(), words, reason,
                  by.text() if by else None, day, row.line)
