"""What was judged, by which rules, and in which part it lies: one SQLite file, held by one sweep at a time.

A part counts from the moment its entry is committed, whole or not at all, whatever kills the process.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .rulestate import Need, RuleState
from .trouble import SweepError

#: Its name in a folder of findings.
MANIFEST = "manifest.sqlite"
SHAPE = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rulesets (id INTEGER PRIMARY KEY, key TEXT UNIQUE, state TEXT);
CREATE TABLE IF NOT EXISTS parts (id INTEGER PRIMARY KEY, items INTEGER, text INTEGER, sizes TEXT, counts TEXT);
CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, part INTEGER, ruleset INTEGER, kinds INTEGER, links INTEGER,
                                  broken INTEGER, text INTEGER, seen INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS items_of_part ON items (part);
"""
#: (key, kinds, links, broken, bytes)
Mark = tuple[str, int, int, bool, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A committed batch. ``sizes`` are the bytes of its files, in the order of the tables."""

    id: int
    items: int
    text: int
    sizes: tuple[int, ...]


class Manifest:
    """Opens or makes the file, and holds it. Raises SweepError where another sweep does."""

    def __init__(self, path: Path, form: str):
        try:
            self._db = sqlite3.connect(path, timeout=0.2, isolation_level=None)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("BEGIN EXCLUSIVE")
            for statement in _TABLES.split(";"):
                self._db.execute(statement)
            self._db.execute("COMMIT")
        except sqlite3.OperationalError as e:
            raise SweepError(f"{path.parent}: {'another sweep is writing there' if 'locked' in str(e) else e}") from None
        except sqlite3.DatabaseError:
            raise SweepError(f"{path}: this is no manifest of a sweep") from None
        self._settle_form(path.parent, form)
        self.run = int(self._meta("run") or 0) + 1
        self._write("run", str(self.run))
        self.ruleset = 0
        self._marked = 0

    def close(self) -> None:
        if self._db.in_transaction:
            self._db.execute("COMMIT")
        self._db.close()

    # ---- the rules

    def use(self, state: RuleState) -> tuple[int, int]:
        """Judge by these rules from now on. Gives how many items stay as they are, and how many are to be judged anew."""
        self._begin()
        self._db.execute("INSERT OR IGNORE INTO rulesets (key, state) VALUES (?, ?)", (state.key, json.dumps(state.data())))
        self.ruleset = self._one("SELECT id FROM rulesets WHERE key = ?", state.key)
        before = self._db.execute("SELECT id, state FROM rulesets WHERE id != ? AND id IN (SELECT DISTINCT ruleset FROM items)",
                                  (self.ruleset,)).fetchall()
        for old, text in before:
            needs = state.since(RuleState.load(json.loads(text)))
            if needs is not None:
                test, values = _matters(needs)
                self._db.execute(f"UPDATE items SET ruleset = ? WHERE ruleset = ? AND NOT ({test})", (self.ruleset, old, *values))
        self._db.execute("DELETE FROM rulesets WHERE id != ? AND id NOT IN (SELECT DISTINCT ruleset FROM items)", (self.ruleset,))
        self._db.execute("COMMIT")
        return (self._one("SELECT count(*) FROM items WHERE ruleset = ?", self.ruleset),
                self._one("SELECT count(*) FROM items WHERE ruleset != ?", self.ruleset))

    def forget_broken(self) -> None:
        """Let the broken ones be tried again."""
        self._db.execute("UPDATE items SET ruleset = 0 WHERE broken")

    # ---- items

    def known(self, key: str) -> bool | None:
        """Whether the item is judged by these rules; None where this run has met it before."""
        row = self._db.execute("SELECT ruleset, seen FROM items WHERE key = ?", (key,)).fetchone()
        if row is None:
            return False
        if row[1] == self.run:
            return None
        if row[0] != self.ruleset:
            return False
        self._begin()
        self._db.execute("UPDATE items SET seen = ? WHERE key = ?", (self.run, key))
        self._marked += 1
        if self._marked % 5000 == 0:
            self._db.execute("COMMIT")
        return True

    def commit(self, part: Part, marks: Iterable[Mark]) -> None:
        """The batch is judged: its files lie in place."""
        self._begin()
        self._db.execute("INSERT INTO parts (id, items, text, sizes) VALUES (?, ?, ?, ?)",
                         (part.id, part.items, part.text, json.dumps(part.sizes)))
        self._db.executemany(
            "INSERT OR REPLACE INTO items (key, part, ruleset, kinds, links, broken, text, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(key, part.id, self.ruleset, kinds, links, broken, text, self.run) for key, kinds, links, broken, text in marks])
        self._db.execute("COMMIT")

    def drop_unseen(self) -> int:
        """Forget what this run has not met; how many there were."""
        return self._db.execute("DELETE FROM items WHERE seen != ?", (self.run,)).rowcount

    def keys(self, part: int) -> list[str]:
        """The items of a part that still count, in order of their keys."""
        return [k for k, in self._db.execute("SELECT key FROM items WHERE part = ? ORDER BY key", (part,))]

    # ---- parts

    def parts(self) -> list[Part]:
        return [Part(i, items, text, tuple(json.loads(sizes)))
                for i, items, text, sizes in self._db.execute("SELECT id, items, text, sizes FROM parts ORDER BY id")]

    def live(self) -> dict[int, tuple[int, int]]:
        """Part → how many of its items still count, and their bytes."""
        return {p: (n, t) for p, n, t in self._db.execute("SELECT part, count(*), sum(text) FROM items GROUP BY part")}

    def lose(self, part: int) -> None:
        """The part's files are not there: its items are to be judged anew."""
        self._begin()
        self._db.execute("DELETE FROM items WHERE part = ?", (part,))
        self._db.execute("DELETE FROM parts WHERE id = ?", (part,))
        self._db.execute("COMMIT")

    def merge(self, old: Sequence[int], new: Part | None) -> None:
        """The parts ``old`` are now one: ``new``, whose files lie in place, or none where nothing of them counts."""
        self._begin()
        for part in old:
            if new:
                self._db.execute("UPDATE items SET part = ? WHERE part = ?", (new.id, part))
            self._db.execute("DELETE FROM parts WHERE id = ?", (part,))
        if new:
            self._db.execute("INSERT INTO parts (id, items, text, sizes) VALUES (?, ?, ?, ?)",
                             (new.id, new.items, new.text, json.dumps(new.sizes)))
        self._db.execute("COMMIT")

    # ---- inside

    def _settle_form(self, folder: Path, form: str) -> None:
        have = self._meta("form")
        if have and self._meta("shape") != str(SHAPE):
            self._db.close()
            raise SweepError(f"{folder} was written by another version of pytest-numcheck: name another folder")
        if have and have != form:
            self._db.close()
            raise SweepError(f"{folder} holds findings as {have}: name another folder, or --format {have}")
        self._write("form", form)
        self._write("shape", str(SHAPE))

    def _begin(self) -> None:
        if not self._db.in_transaction:
            self._db.execute("BEGIN")

    def _one(self, query: str, *values: object) -> int:
        return int(self._db.execute(query, values).fetchone()[0])

    def _meta(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _write(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def _matters(needs: Sequence[Need]) -> tuple[str, list[int]]:
    """The condition on an item under which one of the needs is met."""
    tests, values = ["0"], []
    for need in needs:
        parts = ["kinds & ?"] * len(need.kinds) + ["links & ?"] * bool(need.links)
        values += [*need.kinds, *([need.links] if need.links else [])]
        tests.append("(" + " AND ".join(f"({p}) != 0" for p in parts) + ")" if parts else "1")
    return " OR ".join(tests), values
