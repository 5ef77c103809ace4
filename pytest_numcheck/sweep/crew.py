"""Who judges: worker processes here, or a cluster. Takes a batch only when one of them is about to be free."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from .item import Item
from .minder import Answer, Minder
from .trouble import SweepError

Batch = Sequence[Item]
#: A batch that its worker lost is handed out so often.
TRIES = 3


class Crew:
    """``submit`` hands a batch out; at most ``width`` are out at a time."""

    def __init__(self, submit: Callable[[Batch], Future[Answer]], width: int, close: Callable[[], None]):
        self._submit, self._width, self.close = submit, width, close

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answers(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Answer]]:
        """Each batch with its answer, as they come. Raises SweepError."""
        out: dict[Future[Answer], tuple[Batch, int]] = {}
        for batch in batches:
            out[self._submit(batch)] = batch, 1
            while len(out) >= self._width:
                yield from self._ready(out)
        while out:
            yield from self._ready(out)

    def _ready(self, out: dict[Future[Answer], tuple[Batch, int]]) -> Iterator[tuple[Batch, Answer]]:
        done, _ = wait(out, return_when=FIRST_COMPLETED)
        for future in [f for f in out if f in done]:
            batch, tries = out.pop(future)
            try:
                answer = future.result()
            except SweepError:
                raise
            except Exception as e:
                if tries >= TRIES:
                    raise SweepError(f"a batch was lost {TRIES} times: {type(e).__name__}: {e}") from None
                out[self._submit(batch)] = batch, tries + 1
                continue
            yield batch, answer


def local(setup: dict[str, Any], workers: int, timeout: float) -> Crew:
    """A crew of so many processes on this machine."""
    own, minders, closed = threading.local(), list[Minder](), threading.Event()

    def judge(batch: Batch) -> Answer:
        if closed.is_set():
            raise SweepError("stopped")
        if not hasattr(own, "minder"):
            own.minder = Minder(setup, timeout)
            minders.append(own.minder)
        answer: Answer = own.minder.judge(batch)
        return answer

    executor = ThreadPoolExecutor(workers, "numcheck-sweep")

    def close() -> None:
        closed.set()
        for minder in list(minders):
            minder.close()
        executor.shutdown(wait=True, cancel_futures=True)

    return Crew(lambda batch: executor.submit(judge, batch), workers + 2, close)
