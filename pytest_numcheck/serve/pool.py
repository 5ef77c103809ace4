"""The worker processes of the server: each reads one article at a time, and is stopped when it takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Sequence
from typing import Any

#: Seconds that a worker may take to load the rules.
PATIENCE = 120.0
#: The longest answer, in bytes.
MAX_ANSWER = 256 * 1024 * 1024


class Busy(Exception):
    """No worker was free in time."""


class TooSlow(Exception):
    """The article took longer than allowed; its worker was stopped."""


class Pool:
    """``size`` workers with the rules of ``sources``; an article waits ``timeout`` seconds at most, and takes as long at most."""

    def __init__(self, size: int, timeout: float, sources: Sequence[str] = ()):
        self.size, self.timeout, self.sources = size, timeout, tuple(sources)
        self._free: asyncio.Queue[asyncio.subprocess.Process] = asyncio.Queue()
        self._all: set[asyncio.subprocess.Process] = set()
        self._hiring: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Pool:
        hired = await asyncio.gather(*(self._hire() for _ in range(self.size)), return_exceptions=True)
        for failed in filter(None, hired):
            await self.__aexit__()
            raise failed
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._hiring:
            task.cancel()
        await asyncio.gather(*self._hiring, return_exceptions=True)
        await asyncio.gather(*(self._dismiss(worker) for worker in tuple(self._all)))

    async def judge(self, ask: dict[str, Any]) -> dict[str, Any]:
        """The worker's answer. Raises Busy and TooSlow."""
        try:
            worker = await asyncio.wait_for(self._free.get(), self.timeout)
        except TimeoutError:
            raise Busy from None
        well = False
        try:
            answer = await asyncio.wait_for(_exchange(worker, ask), self.timeout)
            well = True
        except (TimeoutError, ValueError, OSError) as e:
            raise TooSlow from e
        finally:  # also where the client has gone away in the middle
            if well:
                self._free.put_nowait(worker)
            else:
                self._replace(worker)
        return answer

    def _replace(self, worker: asyncio.subprocess.Process) -> None:
        async def anew() -> None:
            await self._dismiss(worker)
            await self._hire()
        task = asyncio.create_task(anew())
        self._hiring.add(task)
        task.add_done_callback(self._hiring.discard)

    async def _hire(self) -> None:
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", f"{__package__}.worker", *self.sources, limit=MAX_ANSWER,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        self._all.add(worker)
        assert worker.stdout
        ready = await asyncio.wait_for(worker.stdout.readline(), PATIENCE)
        if not ready:
            raise RuntimeError("a worker could not start")
        self._free.put_nowait(worker)

    async def _dismiss(self, worker: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.communicate()
        self._all.discard(worker)


async def _exchange(worker: asyncio.subprocess.Process, ask: dict[str, Any]) -> dict[str, Any]:
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write(json.dumps(ask).encode() + b"\n")
    await worker.stdin.drain()
    line = await worker.stdout.readline()
    answer: dict[str, Any] = json.loads(line)  # nothing, where the worker died: ValueError
    return answer
