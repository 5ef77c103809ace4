"""What a worker of pytest-xdist leaves for the main process: the counts, the report and what the outputs need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .tally import Spool, Tally

_TALLY, RECORDS, LOG = "tally.json", "records.jsonl", "log.jsonl"


def leave(folder: Path, tally: Tally, *spools: Spool) -> str | None:
    """Put all of it in ``folder``, the counts last. Says what went wrong, where something did."""
    try:
        for spool in spools:
            spool.finish()
        tally.save(folder / _TALLY)
    except OSError as e:
        return f"a worker cannot write its report: {(e.strerror or str(e)).lower()}"
    return None


def take(folder: Path, spool: Spool) -> tuple[Tally, list[dict[str, Any]]] | None:
    """The counts and the log that a worker left, its records into ``spool``; None where no worker came so far."""
    if not (folder / _TALLY).is_file():
        return None
    spool.take(folder / RECORDS)
    log: list[dict[str, Any]] = []
    if (folder / LOG).is_file():
        with (folder / LOG).open(encoding="utf-8", newline="\n") as lines:
            log = [json.loads(line) for line in lines]
    return Tally.load(folder / _TALLY), log
