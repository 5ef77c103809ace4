"""Word documents: the paragraphs of word/document.xml, one a line of a synthetic source text.

Read with the standard library's zipfile and the hardened XML reader: python-docx reads neither tracked changes nor
footnotes as they are shown, and would bring lxml along.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from .blocks import Block
from .characters import unify
from .draft import Draft, Malformed, Piece, Sheet
from .layer import Layer
from .plain import HEADLINE_LENGTH
from .xmltree import Element, XmlError, parse_xml

#: What one part of the document may unfold to, and how many parts there may be.
LARGEST_PART, MOST_PARTS = 40_000_000, 10_000
_SILENT = frozenset((
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "pPr", "footnoteReference", "endnoteReference",
    "commentReference", "object", "annotationRef", "sectPr", "rPr", "tblPr", "tcPr", "trPr", "fldData",
))
_SHOWN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
_HEADINGS = ("heading", "subtitle", "berschrift")


def is_docx(data: bytes) -> bool:
    """Whether a file is a Word document, by what the archive holds."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read_docx(data: bytes) -> tuple[str, Sheet]:
    """The document's text, a paragraph a line, and the article in it. Raises Malformed: damaged, encrypted, too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.NameToInfo) > MOST_PARTS:
                raise Malformed(f"the document holds more than {MOST_PARTS:,} parts", 0)
            body = _part(archive, "word/document.xml")
            if body is None:
                raise Malformed("this is a zip archive, not a Word document", 0)
            notes = [_part(archive, f"word/{name}.xml") for name in ("footnotes", "endnotes")]
            core = _part(archive, "docProps/core.xml")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as e:
        if isinstance(e, Malformed):
            raise
        raise Malformed(f"the document is damaged: {str(e) or type(e).__name__}", 0) from None
    lines = _Lines()
    lines.read(body)
    for note in notes:
        if note is not None:
            lines.read(note)
    source = "\n".join(text for text, _ in lines.found)
    blocks, at = [], 0
    for text, role in lines.found:
        blocks.append(Block(at, at + len(text), role))
        at += len(text) + 1
    _headline(lines.found, blocks)
    language = core.first("language") if core is not None else None
    piece = Piece(Layer(source), unify(source), blocks)
    # the day on which a file was saved is not the day of publication: only the story itself says that
    return source, Sheet([Draft([piece], language=language.text() if language is not None else "")])


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part of the archive; what unfolds to more than LARGEST_PART is refused before it does."""
    if name not in archive.NameToInfo:
        return None
    with archive.open(name) as file:
        data = file.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise Malformed(f"{name} unfolds to more than {LARGEST_PART // 1_000_000} MB", 0)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return parse_xml(Layer(data.decode(encoding, "replace")))
    except XmlError as e:
        raise Malformed(f"{name} is damaged: {e}", 0) from None


class _Lines:
    """The paragraphs of a document's part, in order: (text, role). Tables are read a row a line."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def read(self, root: Element | None) -> None:
        """All below ``root``. Without recursion: Word nests, and what comes by mail nests deeper."""
        waiting: list[Element | str] = [root] if root is not None else []
        cells: list[list[str]] = []
        inside = 0
        while waiting:
            here = waiting.pop()
            if isinstance(here, str):
                if here == "/tr":
                    self._row(cells.pop() if cells else [])
                    inside -= 1
                continue
            tag = here.tag
            if tag in _SILENT or (tag in ("footnote", "endnote") and "eparator" in here.attribute("w:type")):
                continue
            if tag == "p":
                text, role = " ".join(_text(here).split()), _role(here)
                if inside:
                    if text and cells and cells[-1]:
                        cells[-1][-1] += (" " if cells[-1][-1] else "") + text
                elif text:
                    self.found.append((text, role))
                # text boxes hold paragraphs of their own
                boxes = [e for e in here.walk() if e.tag == "txbxContent" and not _in_fallback(here, e)]
                waiting += reversed([p for box in boxes for p in box.children])
                continue
            if tag == "tr":
                cells.append([])
                inside += 1
                waiting.append("/tr")
            elif tag == "tc" and cells:
                cells[-1].append("")
            waiting += reversed(here.children)

    def _row(self, cells: list[str]) -> None:
        shown = [c for c in cells if c]
        if not shown:
            return
        if sum(map(len, shown)) > 400:
            self.found += [(cell, "body") for cell in shown]
        else:
            self.found.append((" | ".join(cells), "table"))


def _in_fallback(paragraph: Element, box: Element) -> bool:
    return any(e.tag == "Fallback" and e.start < box.start < e.end for e in paragraph.walk())


def _text(paragraph: Element) -> str:
    out: list[str] = []
    waiting = list(reversed(paragraph.children))
    while waiting:
        here = waiting.pop()
        if here.tag in _SILENT or here.tag == "txbxContent":
            continue
        if here.tag == "t":
            out.append(here.said().text)
        elif here.tag in _SHOWN:
            out.append(_SHOWN[here.tag])
        elif here.tag == "r" and _vanishes(here):
            continue
        else:
            waiting += reversed(here.children)
    return "".join(out)


def _vanishes(run: Element) -> bool:
    look = run.find("rPr")
    if look is None:
        return False
    off = ("0", "false", "off")
    return any(e.tag in ("vanish", "strike", "dstrike") and e.attribute("w:val").lower() not in off for e in look.children)


def _role(paragraph: Element) -> str:
    look = paragraph.find("pPr")
    if look is None:
        return "body"
    style = look.find("pStyle")
    name = style.attribute("w:val").lower() if style is not None else ""
    if name in ("title", "titel", "headline"):
        return "headline"
    if any(word in name for word in _HEADINGS):
        return "heading"
    if "caption" in name:
        return "caption"
    return "item" if look.find("numPr") is not None or name.startswith("list") else "body"


def _headline(found: list[tuple[str, str]], blocks: list[Block]) -> None:
    """A first paragraph that is short and no sentence is the headline, as in plain text."""
    if len(blocks) > 1 and blocks[0].role == "body" and len(found[0][0]) <= HEADLINE_LENGTH and found[0][0][-1] not in ".!?:;,":
        blocks[0] = Block(blocks[0].start, blocks[0].end, "headline")
