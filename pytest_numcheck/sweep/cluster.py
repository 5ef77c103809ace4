"""A Dask cluster as the crew. Each of its threads minds a process of its own, so that no article can hurt the cluster's."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from .crew import Batch, Crew
from .item import Item
from .minder import Answer, Minder
from .trouble import SweepError

#: Seconds after which a process without work is ended.
IDLE = 60.0
#: Batches out for each thread of the cluster.
_AHEAD = 2

_free: dict[str, list[Minder]] = {}
_lock = threading.Lock()


def dask(setup: dict[str, Any], address: str, timeout: float) -> Crew:
    """The cluster whose scheduler is at ``address``. Raises SweepError where it cannot be reached."""
    try:
        from distributed import Client
    except ImportError:
        raise SweepError("--scheduler needs: pip install 'pytest-numcheck[archive]'") from None
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as e:
        raise SweepError(f"no Dask scheduler answers at {address}: {e}") from None
    threads = sum(client.nthreads().values())
    if not threads:
        client.close()
        raise SweepError(f"the Dask cluster at {address} has no workers")
    executor = client.get_executor(pure=False, retries=2)

    def submit(batch: Batch) -> Future[Answer]:
        found: Future[Answer] = executor.submit(judge_there, setup, timeout, _plain(batch))
        return found

    return Crew(submit, threads * _AHEAD, client.close)


def judge_there(setup: dict[str, Any], timeout: float, plain: Sequence[Sequence[Any]]) -> Answer:
    """Runs on the cluster: judges a batch in a process that this thread minds."""
    minder = _borrow(setup, timeout)
    try:
        return minder.judge([Item(*one) for one in plain])
    finally:
        _give_back(setup["id"], minder)


def _plain(batch: Batch) -> list[tuple[Any, ...]]:
    return [(i.key, i.path, i.suffix, i.data, i.error) for i in batch]


def _borrow(setup: dict[str, Any], timeout: float) -> Minder:
    with _lock:
        free = _free.get(setup["id"])
        minder = free.pop() if free else Minder(setup, timeout)
    minder.timeout = timeout
    return minder


def _give_back(ident: str, minder: Minder) -> None:
    with _lock:
        _free.setdefault(ident, []).append(minder)

    def end() -> None:
        with _lock:
            if minder not in _free.get(ident, ()):
                return  # at work
            _free[ident].remove(minder)
        minder.close()

    timer = threading.Timer(IDLE, end)
    timer.daemon = True
    timer.start()
