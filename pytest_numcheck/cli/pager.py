"""A long text on a terminal: a page at a time, as people know it from git and man."""

from __future__ import annotations

import os
import shutil
import sys

from .common import colour


def show(text: str) -> None:
    """Print ``text``, which ends without a line end; through the pager (``$PAGER``, else less) where it is longer than
    the terminal is high."""
    if not _watched() or text.count("\n") + 2 < shutil.get_terminal_size().lines:
        print(text)
        return
    from pydoc import pager
    os.environ.setdefault("LESS", "-RFX")  # colours as they are, and no page for what fits on one
    pager(text + "\n")


def bold(text: str) -> str:
    """``text`` in bold where standard output shows it."""
    return f"\x1b[1m{text}\x1b[0m" if colour() else text


def faint(text: str) -> str:
    """``text`` in a fainter colour where standard output shows it."""
    return f"\x1b[2m{text}\x1b[0m" if colour() else text


def _watched() -> bool:
    """Whether somebody sits before it."""
    return sys.stdout.isatty() and sys.stdin.isatty()
