"""The same engine over frames: for pandas, and for ``mapInPandas`` of Spark, which hands each executor an iterator of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from .bundle import Bundle, bundle, unbundle
from .item import Keys
from .judge import Judge, Terms
from .schema import TABLES, ddl

#: The schema of what ``checker()`` gives, as ``mapInPandas`` wants it.
SCHEMA = ddl("checks")
_made: dict[str, Any] = {}


def checker(text: str = "text", *, title: str | None = "title", published: str | None = "published", name: str | None = "id",
            publisher: str | None = None, outcomes: Sequence[str] | None = ("inconsistent", "waived"),
            rules: Sequence[str] = ()) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """A function from frames of articles to frames of checks (the columns of ``SCHEMA``), for ``DataFrame.mapInPandas``.

    The other arguments name columns; a frame need not have them all. ``outcomes`` are those that are kept, None for all.
    ``rules`` are as for ``load_rules``, read here and now: the function carries their texts to wherever it runs.
    """
    return _Checker({"text": text, "title": title, "date": published, "id": name}, publisher,
                    None if outcomes is None else tuple(outcomes), bundle(rules, Path.cwd()))


class _Checker:
    """Survives a trip through pickle: it is nothing but plain data."""

    def __init__(self, columns: Mapping[str, str | None], publisher: str | None, outcomes: tuple[str, ...] | None, rules: Bundle):
        self.columns, self.publisher, self.outcomes, self.rules = columns, publisher, outcomes, rules

    def __call__(self, frames: Iterable[Any]) -> Iterator[Any]:
        import pandas
        ruleset = _made.get(key := json.dumps(self.rules))
        if ruleset is None:
            ruleset = _made[key] = unbundle(self.rules)
        keys, terms = Keys({}), Terms(publisher="publisher")
        for frame in frames:
            judge = Judge(ruleset, terms)
            for row in frame.to_dict("records"):
                judge.add(keys.item("", ".jsonl", self._json(row)))
            kept = [r for r in judge.rows.checks if self.outcomes is None or r["outcome"] in self.outcomes]
            yield pandas.DataFrame({c: _series(pandas, kind, [r.get(c) for r in kept]) for c, kind in TABLES["checks"].items()})

    def _json(self, row: Mapping[str, Any]) -> bytes:
        found = {name: _plain(row.get(column)) for name, column in self.columns.items() if column}
        found["title"] = found.get("title") or ""
        found["publisher"] = _plain(row.get(self.publisher)) if self.publisher else None
        return json.dumps(found, ensure_ascii=False).encode(errors="replace")


def _plain(value: Any) -> str | None:
    """A cell as text; None for what is missing."""
    if isinstance(value, date):  # a Timestamp is one; NaT is not
        return None if value != value else value.isoformat()
    return value if isinstance(value, str) else None if value is None or value != value else str(value)


def _series(pandas: Any, kind: str, values: list[Any]) -> Any:
    return pandas.Series(values, dtype="int32" if kind == "int" else "object")
