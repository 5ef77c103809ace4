"""One batch's rows of one table as a file's bytes: Parquet or JSON Lines."""

from __future__ import annotations

import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from .schema import TABLES, arrow, pyarrow

FORMATS = ("parquet", "jsonl")
Row = dict[str, Any]


def encode(table: str, rows: Sequence[Row], form: str) -> bytes:
    """The rows, in the order given; the same bytes for the same rows."""
    if form == "jsonl":
        return "".join(_line(table, row) for row in rows).encode()
    return _parquet(pyarrow().Table.from_pylist(rows, schema=arrow(table)))


def decode(table: str, data: bytes, form: str, columns: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows, with all columns or those named."""
    wanted = tuple(TABLES[table]) if columns is None else tuple(columns)
    if form == "jsonl":
        for line in data.splitlines():
            row = json.loads(line)
            if row.get("published"):
                row["published"] = date.fromisoformat(row["published"])
            yield {name: row.get(name) for name in wanted}
        return
    pyarrow()
    import pyarrow.parquet as pq
    for batch in pq.ParquetFile(io.BytesIO(data)).iter_batches(columns=list(wanted)):
        yield from batch.to_pylist()


def kept(table: str, blobs: Iterable[bytes], keys: Collection[str], form: str) -> bytes:
    """The rows of several files as one, without those of other ``keys``."""
    if form == "jsonl":
        return b"".join(line for blob in blobs for line in blob.splitlines(keepends=True) if json.loads(line)["key"] in keys)
    pa = pyarrow()
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
    tables = [pq.read_table(io.BytesIO(blob)) for blob in blobs]
    wanted = pa.array(sorted(keys), pa.string())
    left = [t.filter(pc.is_in(t["key"], value_set=wanted)) for t in tables]
    return _parquet(pa.concat_tables(left).replace_schema_metadata(arrow(table).metadata))


def _parquet(table: Any) -> bytes:
    import pyarrow.parquet as pq
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _line(table: str, row: Mapping[str, Any]) -> str:
    from ..report.jsonl import line
    plain = {name: row.get(name) for name in TABLES[table]}
    day = plain.get("published")
    if day is not None:
        plain["published"] = day.isoformat()
    return line(plain) + "\n"
