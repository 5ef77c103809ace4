"""Reading a sentence in the tests of quantities."""

from __future__ import annotations

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.numbers.read import read_numbers


def mentions(text: str) -> list[Mention]:
    return list(read_numbers(read_text(text)).mentions)


def only(text: str) -> Mention:
    """The one mention of ``text``."""
    found = mentions(text)
    assert len(found) == 1, [(m.text, m.kind) for m in found]
    return found[0]


def said(text: str, *kinds: str) -> list[tuple[str, float | None, str | None]]:
    """Surface, value and unit of the mentions of some kinds (of all, if none is given)."""
    return [(m.text, m.value, m.unit) for m in mentions(text) if not kinds or m.kind in kinds]


def told(text: str) -> str:
    """All mentions in one line: kind, value, unit, head of what is counted, hedge and change; joined by "; "."""
    return "; ".join(_told(m) for m in mentions(text))


def _told(m: Mention) -> str:
    words = [m.kind]
    if m.value is not None and m.kind != "date":
        words.append(f"{m.value:.10g}" + (f"..{m.value2:.10g}" if m.value2 is not None else ""))
    words += [m.unit or "", f"<{m.head}>" if m.kind == "count" and m.head else ""]
    words += [f"~{m.hedge}" if m.hedge else "", f"^{m.change}" if m.change else ""]
    return " ".join(w for w in words if w)
