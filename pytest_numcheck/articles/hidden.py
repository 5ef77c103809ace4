"""Parts of a Markdown file that no reader sees, wherever they begin and end: comments, template calls, scripts."""

from __future__ import annotations

import re

from .characters import DROPPED

#: A replacement of the same length: start, end, text.
Edit = tuple[int, int, str]

#: What hides all that stands between, and whether it may run over many lines.
_PAIRS = (("<!--", "-->", True), ("{{<", ">}}", False), ("{{%", "%}}", False), ("{%", "%}", False), ("{{", "}}", False))
#: The longest template call.
_LONGEST = 3000
_SILENT_TAGS = re.compile(r"<(/?)(script|style|pre|svg|math)\b", re.IGNORECASE)


def edited(text: str, edits: list[Edit]) -> str:
    """``text`` with the same-length replacements made; of two that overlap the first counts."""
    parts = []
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:
            parts += [text[at:start], new]
            at = end
    return "".join(parts) + text[at:] if parts else text


def without_hidden(text: str, begin: int) -> str:
    """The text without comments, template calls, and what scripts and the like hold."""
    edits: list[Edit] = []
    for opening, closing, long in _PAIRS:
        close = begin
        at = text.find(opening, begin)
        while at >= 0:
            close = text.find(closing, at + len(opening)) if close < at + len(opening) else close
            if close < 0:
                break
            end = close + len(closing)
            if long or (end - at < _LONGEST and "\n" not in text[at:end]):
                edits.append((at, end, _hidden(text, at, end)))
                at = text.find(opening, end)
            else:
                at = text.find(opening, at + len(opening))
        text, edits = edited(text, edits), []
    opened: re.Match[str] | None = None
    for tag in _SILENT_TAGS.finditer(text, begin):
        if opened is None and not tag[1]:
            opened = tag
        elif opened and tag[1] and tag[2].lower() == opened[2].lower():
            end = text.find(">", tag.end(), tag.end() + 20) + 1 or tag.end()
            edits.append((opened.start(), end, _hidden(text, opened.start(), end)))
            opened = None
    return edited(text, edits)


def _hidden(text: str, start: int, end: int) -> str:
    return "\n".join(DROPPED * len(line) for line in text[start:end].split("\n"))
