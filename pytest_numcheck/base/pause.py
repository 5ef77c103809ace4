"""Work that makes many objects and no garbage, without the collector looking through them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def settle() -> None:
    """Take what is loaded by now for what stays: the collector passes it over from here on. pytest has it look through
    everything several times before it leaves."""
    gc.freeze()


def unsettle() -> None:
    """Take that back: another run in this process has another set of things that stay."""
    gc.unfreeze()


@contextmanager
def unhindered() -> Iterator[None]:
    """Leave the garbage collector out while this lasts; it is left as it was found."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
