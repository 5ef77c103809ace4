"""How far a long run has come: one line on a terminal's standard error, wiped when something else is said."""

from __future__ import annotations

import sys
import time
from typing import TextIO

#: Shown from so many files on, and not more often than every so many seconds.
MIN_FILES, EVERY = 20, 0.2


class Progress:
    """``step()`` after each file. Says nothing where standard error is no terminal or the files are few."""

    def __init__(self, total: int, stream: TextIO | None = None):
        self.stream = sys.stderr if stream is None else stream
        self.total, self.done = total, 0
        self.on = total >= MIN_FILES and self.stream is not None and self.stream.isatty()
        self.began = self.last = time.monotonic()
        self.shown = False

    def step(self) -> None:
        """One more file is done."""
        self.done += 1
        now = time.monotonic()
        if self.on and now - self.last >= EVERY:
            self.last, self.shown = now, True
            self.stream.write(f"\r\x1b[K{told(self.done, self.total, now - self.began)}")
            self.stream.flush()

    def wipe(self) -> None:
        """Clear the line, before anything else is printed and at the end."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.shown = False


def told(done: int, total: int, seconds: float) -> str:
    """"1,200 of 9,000 files, 310 a second, 25 s left"."""
    rate = done / seconds if seconds > 0 else 0.0
    left = f", {_span((total - done) / rate)} left" if rate and done < total else ""
    each = f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"
    return f"{done:,} of {total:,} files, {each}{left}"


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
