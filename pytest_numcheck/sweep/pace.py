"""How far a sweep has come: articles, share of the source, rate, time left."""

from __future__ import annotations

import time
from typing import TextIO

from ..progress import EVERY, Progress, told
from .source import Source


class Pace(Progress):
    """``step()`` after each item that was passed over, ``judged(n)`` after each batch."""

    def __init__(self, source: Source, stream: TextIO | None = None):
        super().__init__(0, stream)
        self.on = self.stream is not None and self.stream.isatty()
        self.source, self.checked = source, 0
        self._first: int | None = None

    def step(self) -> None:
        self.done += 1
        self._show()

    def judged(self, items: int) -> None:
        """A batch is committed."""
        if self._first is None:
            self._first, self.began = self.source.done, min(self.began, time.monotonic())
        self.done += items
        self.checked += items
        self._show()

    def _show(self) -> None:
        now = time.monotonic()
        if self.on and now - self.last >= EVERY:
            self.last, self.shown = now, True
            self.stream.write(f"\r\x1b[K{self.line(now - self.began)}")
            self.stream.flush()

    def line(self, seconds: float) -> str:
        """"12,400 of about 40,000 articles, 46 a second, 10 min left"; without the total where it cannot be told."""
        share = min(self.source.done / self.source.size, 1.0) if self.source.size else 0.0
        total = max(round(self.done / share), self.done) if share > 0 else 0
        if not total or not self.checked:
            return f"{self.done:,} articles"
        rest = told(self.checked, self.checked + total - self.done, seconds).partition(" files")[2]
        return f"{self.done:,} of about {total:,} articles{rest}"
