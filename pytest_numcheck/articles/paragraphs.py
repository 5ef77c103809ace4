"""The paragraphs that markup makes: where each begins and ends, in which role, and in which element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .characters import DROPPED
from .hidden import Edit
from .tags import Token
from .vocabulary import CONTAINERS, Vocabulary

_COLUMNS = re.compile(r"\S {3,}\S|\t")
#: A table whose rows hold more text than this is a layout, not a table.
ROW_LENGTH = 400


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds others; ``index`` counts them in the order of the text."""

    name: str
    parent: Box | None
    attributes: dict[str, str]
    index: int = 0


@dataclass(slots=True)
class Part:
    """A paragraph to be; ``linked`` of its ``shown`` characters are in links."""

    start: int
    end: int
    role: str
    box: Box
    tag: str
    shown: int = 0
    linked: int = 0


@dataclass(slots=True)
class Paragraphs:
    """Gathers what is shown into parts. ``start`` is where the paragraph that is open began, or -1."""

    text: str
    vocabulary: Vocabulary
    edits: list[Edit] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    box: Box = field(default_factory=lambda: Box("", None, {}))
    boxes: list[Box] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    start: int = -1
    end: int = 0
    shown: int = 0
    linked: int = 0
    in_link: bool = False
    tag: str = ""
    role: str = ""
    lists: int = 0
    #: the first part of a table's row that is open
    row: int | None = None

    def part(self, token: Token, name: str) -> None:
        """A tag at which a paragraph ends. Inside a table's row paragraphs are gathered until it is known to be a table."""
        self.flush()
        self.in_link = self.in_link and token.kind == "open"  # <a><h3>…</h3></a>
        if name in ("td", "th", "tr", "table", "tbody", "thead", "tfoot", "caption"):
            if name in ("td", "th"):
                if self.row is None:
                    self.row = len(self.parts)
                mark = "|" if token.kind == "open" else " "
                self.edits.append((token.start, token.end, mark + DROPPED * (token.end - token.start - 1)))
                return
            self.row_done()
        self.edits.append((token.start, token.end, " " + DROPPED * (token.end - token.start - 1)))

    def enter(self, token: Token, name: str) -> None:
        self.tag, self.role = name, self.vocabulary.roles.get(name, "")
        if name in CONTAINERS:
            attributes = token.attributes() if token.end - token.start > len(name) + 3 else {}
            self.box = Box(name, self.box, attributes, len(self.boxes))
            self.boxes.append(self.box)
            self.counts[name] = self.counts.get(name, 0) + 1
            self.lists += name in ("ul", "ol")

    def leave(self, name: str) -> None:
        self.tag = self.role = ""
        if self.counts.get(name):
            while self.box.parent:
                gone, self.box = self.box, self.box.parent
                self.counts[gone.name] -= 1
                self.lists -= gone.name in ("ul", "ol")
                if gone.name == name:
                    break

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        if self.start >= 0 and self.end > self.start and not (self.tag == "pre" and self._is_columns()):
            role = self.role or ("item" if self.lists else "caption" if self.box.name in ("figure", "media") else "body")
            self.parts.append(Part(self.start, self.end, role, self.box, self.tag, self.shown, self.linked))
        self.start, self.shown, self.linked = -1, 0, 0
        if self.tag != "pre":
            self.tag = self.role = ""

    def _is_columns(self) -> bool:
        lines = self.text[self.start : self.end].splitlines()
        return sum(bool(_COLUMNS.search(line)) for line in lines) * 2 > len(lines)

    def row_done(self) -> None:
        """A table's row is one paragraph of cells; one that holds prose is a layout and falls apart."""
        if self.row is not None:
            parts = self.parts[self.row :]
            if parts and sum(p.shown for p in parts) <= ROW_LENGTH:
                merged = Part(parts[0].start, parts[-1].end, "table", parts[0].box, "tr", sum(p.shown for p in parts),
                              sum(p.linked for p in parts))
                self.parts[self.row :] = [merged]
        self.row = None
