"""The tables of findings: their columns, their types, and the version of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .trouble import SweepError

#: A table's version changes when a column goes or means something else; a new column at the end changes nothing.
VERSIONS: Mapping[str, int] = {"articles": 1, "mentions": 1, "checks": 1}

#: Column → type. ``key`` joins the tables: it is the same for the same text under the same name.
TABLES: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "key": "string", "article": "string", "sha256": "string", "published": "date", "publisher": "string", "title": "string",
        "status": "string", "reason": "string", "characters": "int", "words": "int", "mentions": "int", "linked": "int",
        "checked": "int", "checks": "int", "errors": "int", "warnings": "int", "notes": "int", "waived": "int",
        "undecided": "int", "page": "string",
    },
    "mentions": {
        "key": "string", "article": "string", "id": "int", "cue": "boolean", "start": "int", "end": "int", "line": "int",
        "column": "int", "text": "string", "kind": "string", "value": "double", "value2": "double", "low": "double",
        "high": "double", "unit": "string", "noun": "string", "hedge": "string", "change": "string",
    },
    "checks": {
        "key": "string", "article": "string", "published": "date", "publisher": "string", "rule": "string", "severity": "string",
        "outcome": "string", "certainty": "string", "line": "int", "mentions": "array<int>", "words": "array<string>",
        "binding": "string", "slip": "string", "mend": "string", "reason": "string", "message": "string", "node": "string",
        "passage": "string", "fingerprint": "string",
    },
}


def ddl(table: str) -> str:
    """The table as Spark's ``schema=`` wants it."""
    return ", ".join(f"`{name}` {kind}" for name, kind in TABLES[table].items())


def arrow(table: str) -> Any:
    """The table's Arrow schema, with its name and version in the metadata. Raises SweepError where pyarrow is missing."""
    pa = pyarrow()
    kinds = {"string": pa.string(), "int": pa.int32(), "double": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
             "array<int>": pa.list_(pa.int32()), "array<string>": pa.list_(pa.string())}
    return pa.schema([(name, kinds[kind]) for name, kind in TABLES[table].items()],
                     metadata={"numcheck.table": table, "numcheck.version": str(VERSIONS[table])})


def pyarrow() -> Any:
    """The package. Raises SweepError, with the way to get it."""
    try:
        import pyarrow
    except ImportError:
        raise SweepError("Parquet needs: pip install 'pytest-numcheck[archive]' (or use --format jsonl)") from None
    return pyarrow
