"""The processor time of one article, and the end of it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

#: Seconds after which the bell rings again, where the first ring came at a place that swallows what is raised.
_AGAIN = 0.25


class OutOfTime(BaseException):
    """The time of this article is over. Not an Exception: nothing that mends single faults may catch it."""


class Watch:
    """Counts processor time from its making. Used as ``check`` between the steps of the work: any thread, any system."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        """Raises OutOfTime when the time is over."""
        if time.thread_time() > self._end:
            raise OutOfTime


@contextmanager
def bell(seconds: float) -> Iterator[None]:
    """Raise OutOfTime after ``seconds`` of processor time, wherever the work is.

    Only where the system can do so and nobody else uses its profiling timer; elsewhere ``Watch.check`` has to do.
    """
    if not _can_ring():
        yield
        return
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)


def _can_ring() -> bool:
    return (hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
            and signal.getitimer(signal.ITIMER_PROF)[0] == 0 and signal.getsignal(signal.SIGPROF) is not None)


def _ring(_number: int, _frame: FrameType | None) -> Any:
    raise OutOfTime
