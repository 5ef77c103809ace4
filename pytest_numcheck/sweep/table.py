"""Parquet: each row as the JSON object that it amounts to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, BinaryIO

from ..articles.fields import USUAL
from .publisher import USUAL as PUBLISHERS
from .schema import pyarrow

_AT_A_TIME = 128


def rows(file: BinaryIO, name: str, fields: Mapping[str, str] | None, publisher: str | None) -> Iterator[bytes]:
    """The columns that an article is read from, and who published it. Raises ValueError where it is no Parquet, SweepError."""
    pyarrow()
    import pyarrow.parquet as pq
    found = pq.ParquetFile(file, pre_buffer=False)
    wanted = {path.split(".")[0] for path in fields.values()} if fields else set()
    wanted |= {n for key, names in USUAL.items() if not fields or key not in fields for n in names}
    wanted |= {publisher.split(".")[0]} if publisher else set(PUBLISHERS)
    columns = [c for c in found.schema_arrow.names if c in wanted]
    for batch in found.iter_batches(batch_size=_AT_A_TIME, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            yield json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False, default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
