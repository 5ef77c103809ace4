"""One worker process and who minds it: started anew when it dies, stopped when one article takes too long."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from .frame import Head, packed, receive, send
from .item import Item
from .trouble import SweepError
from .worker import PATIENCE

#: So often an item may end its worker, by a crash or by taking too long, before it is given up.
CRASHES, OVERRUNS = 3, 2
#: A worker that has judged so many is replaced, so that nothing a library keeps can add up.
SERVES = 5_000
#: An article may take its time for so many bytes begun.
STRETCH = 100_000
#: Workers that die so often without an item on the table will not do better.
_FALSE_STARTS = 5

Answer = tuple[Head, bytes]


class Lost(Exception):
    """The worker is gone: ``at`` is the item that was on the table, None for none."""

    def __init__(self, at: int | None, overran: bool):
        super().__init__()
        self.at, self.overran = at, overran


class Minder:
    """Used by one thread at a time. ``timeout`` is what an article may take in seconds."""

    def __init__(self, setup: dict[str, Any], timeout: float):
        self.setup, self.timeout = setup, timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline: float | None = None
        self._overran = self._closed = False
        self._judged = 0
        self._lock = threading.Lock()

    def judge(self, items: Sequence[Item]) -> Answer:
        """The batch's answer. An item that ends its worker again and again is answered as broken. Raises SweepError."""
        group, crashes, overruns, false = list(items), Counter[int](), Counter[int](), 0
        while True:
            try:
                answer = self._ask(group)
                self._judged += len(group)
                if self._judged >= SERVES:
                    self.stop()
                return answer
            except Lost as lost:
                self.stop()
                if self._closed:
                    raise SweepError("stopped") from None
                at = lost.at
                if at is None or at >= len(group):
                    false += 1
                    if false >= _FALSE_STARTS:
                        raise SweepError("the worker processes die before they do anything") from None
                    continue
                (overruns if lost.overran else crashes)[at] += 1
                if overruns[at] >= OVERRUNS:
                    group[at] = group[at].broken(f"{group[at].path}: it takes longer than {self._patience(group[at]):.0f} s")
                elif crashes[at] >= CRASHES:
                    group[at] = group[at].broken(f"{group[at].path}: it ends the process that checks it")

    def stop(self) -> None:
        """End the worker, at once. A new one is started when there is work."""
        with self._lock:
            process, self._process, self._deadline = self._process, None, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()

    def close(self) -> None:
        """End the worker for good."""
        self._closed = True
        self.stop()

    def _patience(self, item: Item) -> float:
        return self.timeout * max(1, -(-item.size // STRETCH))

    def _ask(self, group: Sequence[Item]) -> Answer:
        at: int | None = None
        try:
            process = self._process or self._start()
            assert process.stdin
            assert process.stdout
            self._deadline = time.monotonic() + PATIENCE
            send(process.stdin, *packed(group))
            while (message := receive(process.stdout)) is not None:
                head, body = message
                if "at" not in head:
                    self._deadline = None
                    return head, body
                at = head["at"]
                self._deadline = time.monotonic() + (self._patience(group[at]) if at < len(group) else PATIENCE)
        except (OSError, ValueError):  # it broke off, also where another thread closed it
            pass
        raise Lost(at, self._overran)

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise SweepError("stopped")
            self._overran, self._judged = False, 0
            process = self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", f"{__package__}.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self._deadline = time.monotonic() + PATIENCE
        threading.Thread(target=self._watch, args=(process,), daemon=True).start()
        assert process.stdin
        assert process.stdout
        send(process.stdin, self.setup)
        ready = receive(process.stdout)
        if ready is None:
            raise Lost(None, self._overran)
        if "fault" in ready[0]:
            raise SweepError(f"a worker process cannot start: {ready[0]['fault']}")
        for what, wanted in (("ready", self.setup["key"]), ("code", self.setup["code"])):
            if wanted != ready[0][what]:
                raise SweepError("a worker has another version of pytest-numcheck, or of what it reads by")
        return process

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Ends the process when its time is over."""
        while process.poll() is None:
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline and self._process is process:
                self._overran = True
                process.kill()
            time.sleep(0.2)
