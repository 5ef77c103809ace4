"""Markup becomes paragraphs: which stretches of an HTML or NITF text are one, in which role, and what is not shown there."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from .blocks import Block
from .characters import DROPPED, unify
from .hidden import edited
from .paragraphs import Box, Paragraphs, Part
from .tags import RAW, Token, tokens
from .vocabulary import HTML, VOID, Vocabulary

_ENTITY = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&(?:nbsp|amp|quot|pound|copy|reg|deg)(?![\w=])")
_SPACES = re.compile(r"\s*")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[/?[a-z][a-z0-9_-]{1,30}(?:\s[^\[\]]{0,1000})?/?\]")
_SCRIPT = {"sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
_SCRIPTED = re.compile(r"[0-9+-]{1,4}(?=</su[bp]>)")
_ENDS = re.compile(r"[.!?:;…][\"')\]]{0,2}\s*\Z")


@dataclass(slots=True)
class Fragment:
    """What a stretch of markup shows. ``text`` is as long as what was given, with all that is not shown made invisible."""

    text: str
    parts: list[Part]
    #: entities: where, and how long they are in the markup
    wide: list[tuple[int, int]]
    boxes: list[Box]

    def blocks(self) -> list[Block]:
        return [Block(p.start, p.end, p.role) for p in self.parts]


def read_fragment(unified: str, vocabulary: Vocabulary = HTML, *, breaks: bool | None = None, codes: bool = False) -> Fragment:
    """The paragraphs of markup in unified characters. Linear.

    ``breaks``: blank lines part paragraphs (default: where no tag does); ``codes``: [shortcodes] are not shown.
    """
    if breaks is None:
        breaks = not re.search(r"<(?:p|div|li|td|br|article|section)\b", unified, re.IGNORECASE)
    reader = _Reader(unified, vocabulary, breaks=breaks, codes=codes)
    reader.read()
    return Fragment(edited(unified, reader.edits), reader.parts, reader.wide, reader.boxes)


@dataclass(slots=True)
class _Reader(Paragraphs):
    breaks: bool = False
    codes: bool = False
    wide: list[tuple[int, int]] = field(default_factory=list)
    #: where the text ended at the last line break
    broken: int = -1
    quiet: tuple[str, int, int] | None = None
    closings: dict[str, int] = field(default_factory=dict)

    def read(self) -> None:
        self.boxes.append(self.box)
        for token in tokens(self.text, 0, len(self.text), xml=self.vocabulary.xml):
            if self.quiet:
                self._silence(token)
            elif token.kind == "text":
                self._text(token.start, token.end, entities=True)
            elif token.kind == "open":
                self._open(token)
            elif token.kind == "close":
                self._close(token)
            elif token.kind == "cdata":
                self._drop(token.start, token.start + 9)
                inner = max(token.end - 3, token.start + 9)
                self._text(token.start + 9, inner, entities=False)
                self._drop(inner, token.end)
            else:
                self._drop(token.start, token.end)
        self.flush()
        self.row_done()

    def _drop(self, start: int, end: int) -> None:
        if end > start:
            self.edits.append((start, end, DROPPED * (end - start)))

    # what is said

    def _text(self, start: int, end: int, *, entities: bool) -> None:
        text = self.text
        if self.codes:
            for code in _SHORTCODE.finditer(text, start, end):
                if code[0].startswith(("[caption", "[/caption", "[gallery", "[embed")):
                    self._shown(start, code.start(), entities)
                    self.flush()
                    self.role = "caption" if code[0].startswith("[caption") else ""
                else:
                    self._shown(start, code.start(), entities)
                self._drop(*code.span())
                start = code.end()
        if self.breaks or self.tag == "pre":
            for gap in _PARAGRAPHS.finditer(text, start, end):
                self._shown(start, gap.start(), entities)
                self.flush()
                start = gap.end()
        self._shown(start, end, entities)

    def _shown(self, start: int, end: int, entities: bool) -> None:
        text = self.text
        first = _SPACES.match(text, start, end)
        begin = first.end() if first else start
        if begin >= end:
            return
        last = end
        while last > begin and text[last - 1].isspace():
            last -= 1
        if entities and "&" in text[begin:last]:
            for entity in _ENTITY.finditer(text, begin, last):
                self._entity(*entity.span())
        if self.start < 0:
            self.start = begin
        self.end = last
        self.shown += last - begin
        if self.in_link:
            self.linked += last - begin

    def _entity(self, start: int, end: int) -> None:
        name = self.text[start:end]
        shown = html.unescape(name)
        if shown != name:  # "&#1;" and the like stand for nothing at all
            plain = unify(shown[:1] or " ").replace("\n", " ").replace("\0", "\ufffd")
            self.edits.append((start, end, plain + DROPPED * (end - start - 1)))
            self.wide.append((start, end - start))

    # tags

    def _open(self, token: Token) -> None:
        name, vocabulary = token.name, self.vocabulary
        empty = vocabulary.xml and self.text[token.end - 2] == "/"
        if name in vocabulary.silent or self._is_hidden(token):
            # what is silent and is a paragraph by itself ends the one before
            if name in vocabulary.parting:
                self.flush()
            self._drop(token.start, token.end)
            if not empty and name not in VOID and self._closes(name, token.end):
                self.quiet = (name, 1, token.start)
            return
        if name == "br":
            self._break(token)
            return
        if name == "q":
            self._instead(token, '"')
            return
        if name in vocabulary.parting:
            self.part(token, name)
            if not empty and name not in VOID:
                self.enter(token, name)
            return
        if name == "a":
            self.in_link = True
        self._drop(token.start, token.end)
        if name in _SCRIPT:
            self._script(token)

    def _close(self, token: Token) -> None:
        name = token.name
        if name in self.vocabulary.parting:
            self.part(token, name)
            self.leave(name)
            return
        if name == "a":
            self.in_link = False
        if name == "q":
            self._instead(token, '"')
            return
        self._drop(token.start, token.end)

    def _instead(self, token: Token, shown: str) -> None:
        """Show something in a tag's place."""
        self.edits.append((token.start, token.end, shown + DROPPED * (token.end - token.start - len(shown))))
        if self.start < 0:
            self.start = token.start
        self.end = token.end

    def _is_hidden(self, token: Token) -> bool:
        if token.end - token.start < 9 or token.name in ("html", "body"):
            return False
        tag = self.text[token.start : min(token.end, token.start + 2000)].lower()
        if "hidden" not in tag and "none" not in tag:
            return False
        attributes = token.attributes()
        if attributes.get("hidden", "until-found") != "until-found" or attributes.get("aria-hidden") == "true":
            return True
        return bool(_HIDDEN.search(attributes.get("style", "")))

    def _closes(self, name: str, at: int) -> bool:
        """Whether an end tag of that name comes at all; an element that is never closed hides nothing."""
        if name in RAW and not self.vocabulary.xml:
            return True
        if self.closings.get(name, -1) < at:
            found = re.compile(rf"</(?:[\w.-]+:)?{re.escape(name)}\b", re.IGNORECASE).search(self.text, at)
            self.closings[name] = found.start() if found else -2
            if found is None:
                self.closings[name] = len(self.text) + 1
        return self.closings[name] <= len(self.text)

    def _silence(self, token: Token) -> None:
        """Inside what is not shown: only its own end tag counts."""
        assert self.quiet
        name, depth, start = self.quiet
        if token.name == name and token.kind in ("open", "close"):
            empty = self.vocabulary.xml and self.text[token.end - 2] == "/"
            depth += (1 if token.kind == "open" and not empty and name not in RAW else 0) - (token.kind == "close")
        self.quiet = (name, depth, start) if depth > 0 else None
        self._drop(token.start, token.end)
        if not depth and name in self.vocabulary.parting:
            self.part(token, name)

    def _break(self, token: Token) -> None:
        """A line break parts paragraphs after the end of a sentence and where two stand together."""
        self.edits.append((token.start, token.end, " " + DROPPED * (token.end - token.start - 1)))
        if self.start < 0:
            return
        doubled, self.broken = self.broken == self.end, self.end
        if doubled or _ENDS.search(self.text, max(self.end - 8, 0), self.end):
            role, tag = self.role, self.tag
            self.flush()
            self.role, self.tag = role, tag

    def _script(self, token: Token) -> None:
        """Raised and lowered figures; a raised link is a footnote's mark."""
        if self.text.startswith(("<a ", "<a\t", "<A "), token.end) and self._closes(token.name, token.end):
            self.quiet = (token.name, 1, token.start)
            return
        scripted = _SCRIPTED.match(self.text, token.end)
        if scripted:
            self.edits.append((*scripted.span(), scripted[0].translate(_SCRIPT[token.name])))
