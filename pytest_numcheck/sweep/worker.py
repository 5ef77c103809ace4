"""The process that judges: batches come in by standard input, rows of the tables go out, until the input ends.

Before each item it tells which one is on the table: where it dies or takes too long, that one is known.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from typing import IO, Any

from ..base.caps import Caps
from .bundle import unbundle
from .code import code_state
from .frame import Head, joined, receive, send, unpacked
from .item import Item
from .judge import Judge, Terms
from .part import encode
from .schema import TABLES

#: Seconds that a worker may take to read the rules.
PATIENCE = 120.0


def main() -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the client decides
    gc.set_threshold(50_000, 20, 50)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no message
    try:
        serve(sys.stdin.buffer, out)
    except OSError:  # the client is gone
        os._exit(1)
    return 0


def serve(source: IO[bytes], out: IO[bytes]) -> None:
    """The first message says by which rules and terms, each further one is a batch."""
    first = receive(source)
    if first is None:
        return
    try:
        office = Office(first[0])
    except Exception as e:
        send(out, {"fault": f"{type(e).__name__}: {e}"})
        return
    send(out, {"ready": office.ruleset.key, "code": code_state()})
    while (message := receive(source)) is not None:
        send(out, *office.answer(unpacked(*message), lambda at: send(out, {"at": at})))


class Office:
    """Judges batches by the rules and terms of a setup (plain data, see ``setup``)."""

    def __init__(self, setup: dict[str, Any]):
        self.ruleset = unbundle(setup["rules"])
        published = date.fromisoformat(setup["published"]) if setup["published"] else None
        self.terms = Terms(published, setup["fields"], setup["publisher"], Caps(**setup["caps"]))
        self.form = setup["format"]
        warm = Judge(self.ruleset, self.terms)
        warm.add(Item("0" * 32, "warm.txt", ".txt", b"Of the 5 ships, 3 sank."))
        encode("checks", warm.rows.checks, self.form)
        gc.collect()
        gc.freeze()

    def answer(self, items: list[Item], tell: Callable[[int], None]) -> tuple[Head, bytes]:
        """The batch's tables, and of each item its key, its kinds and links as bits and whether it is broken."""
        judge = Judge(self.ruleset, self.terms)
        for at, item in enumerate(items):
            tell(at)
            judge.add(item)
        rows = judge.rows
        tell(len(items))
        sizes, body = joined([encode(table, rows.table(table), self.form) for table in TABLES])
        counts = {"articles": len(rows.articles), "words": sum(r["words"] for r in rows.articles)}
        counts |= {n: sum(r[n] for r in rows.articles) for n in ("mentions", "checks", "errors", "warnings", "notes")}
        counts |= {s: sum(r["status"] == s for r in rows.articles) for s in ("broken", "skipped", "cut")}
        return {"sizes": sizes, "counts": counts, "marks": rows.marks}, body


if __name__ == "__main__":
    sys.exit(main())
