"""Batches: as many items as make up a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .item import Item

#: Bytes of a batch, and the most items that it may have.
TEXT, MOST = 400_000, 2_000


def batches(items: Iterable[Item], text: int = TEXT) -> Iterator[Sequence[Item]]:
    """The items in order, cut where a batch has ``text`` bytes. Takes no item before it is asked for a batch."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item.size
        if size >= text or len(batch) >= MOST:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
