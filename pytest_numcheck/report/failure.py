"""A finding as pytest's own report of a failure: no traceback, and the same under any number of workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .columns import clean
from .paint import pieces

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

_STYLES: dict[str, dict[str, bool]] = {"bold": {"bold": True}, "red": {"red": True, "bold": True}, "dim": {"light": True}, "": {}}


def failure(item: pytest.Item, excinfo: pytest.ExceptionInfo[BaseException], text: str, line: int, message: str) -> TerminalRepr:
    """pytest's report of ``excinfo`` with ``text`` for its traceback, and ``path:line: message`` for where it crashed.

    The text is left out under ``--tb=line``, which wants nothing but the place and the message.
    """
    report: Any = excinfo.getrepr(style="native")
    report.reprtraceback.reprentries[0].lines = [] if item.config.getoption("tbstyle") == "line" else [text.rstrip("\n") + "\n"]
    if report.reprcrash is not None:
        report.reprcrash = type(report.reprcrash)(str(item.path), line, " ".join(clean(message).split()))
    return report  # type: ignore[no-any-return]


class Painted:
    """The report of a finding that shows itself in colour on a terminal that has it, and plain elsewhere."""

    def __init__(self, report: Any):
        self._report = report

    def __getattr__(self, name: str) -> Any:
        return getattr(self._report, name)

    def __str__(self) -> str:
        return str(self._report)

    def toterminal(self, tw: Any) -> None:
        if not tw.hasmarkup:
            self._report.toterminal(tw)
            return
        text = "".join(self._report.reprtraceback.reprentries[0].lines)
        for piece, style in pieces(text.removesuffix("\n")):
            tw.write(piece, **_STYLES[style])
        if text:
            tw.line()
        for section in self._report.sections:
            tw.line(f"{section[0]}\n{section[1]}")
