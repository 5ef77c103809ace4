"""Markdown: which lines are prose, in which paragraph, and which are code, tables, headings or markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .blocks import Block
from .characters import DROPPED, trimmed
from .frontmatter import read_front_matter
from .hidden import Edit, edited, without_hidden
from .inline import Inline
from .model import Ignore

_QUOTE = re.compile(r"(?: {0,3}>)+ ?")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[^`\n]*\Z")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|\Z)")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*\S+")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]\n]{1,40}\]:[ \t]*")
_SKIPPED = re.compile(r"[ \t]*(?::{3,}|!!!|\[TOC\])")


@dataclass(frozen=True, slots=True)
class Page:
    """What a Markdown file holds. ``text`` is the unified file with all markup made invisible."""

    text: str
    blocks: list[Block]
    title: str | None = None
    published: date | None = None
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = ()


def read_page(unified: str, source: str, name: str) -> Page:
    """The prose of a Markdown file and what its front matter says. ``unified`` and ``source`` agree in length.

    The title of the front matter is the headline, else a heading that opens the text.
    """
    head = read_front_matter(source, name)
    lines = _Lines(without_hidden(unified, head.end), head.end)
    blocks: list[Block] = []
    edits: list[Edit] = []
    if head.title:
        placed = head.at[1] > head.at[0]
        blocks.append(Block(*head.at, "headline", None if placed else head.title))
        edits += Inline(lines.text, *head.at).read().edits if placed else []
    for block in lines.blocks:
        markup = Inline(lines.text, block.start, block.end, lines.labels).read()
        blocks += _segments(lines.text, block, markup) if markup.splits or markup.captions else [block]
        edits += markup.edits
    if not head.title and blocks and blocks[0].role == "heading":
        blocks[0] = replace(blocks[0], role="headline")
    return Page(edited(lines.text, edits), blocks, head.title, head.published, head.ignores, head.problems)


def _segments(text: str, block: Block, markup: Inline) -> list[Block]:
    """A paragraph's parts where a tag ends one; a picture at its beginning or end is a caption, any other goes."""
    start, end = block.start, block.end
    role = "table" if "<t" in text[start:end] else "caption" if "<figcaption" in text[start:end] else block.role
    local = [(s - start, e - start, new) for s, e, new in markup.edits]
    prose = edited(text[start:end], local + [(s - start, e - start, DROPPED * (e - s)) for s, e in markup.captions])
    first, last = trimmed(prose, 0, len(prose))
    cuts = {start: role, end: role, **dict.fromkeys(markup.splits, role)}
    for s, e in markup.captions:
        if s < start + first or s >= start + last:
            cuts[s] = "caption"
            cuts.setdefault(e, role)
        else:
            markup.drop(s, e)
    return [Block(a, b, cuts[a]) for a, b in pairwise(sorted(cuts))]


class _Lines:
    """The line by line reading: ``blocks``, link ``labels`` and the ``text`` with the marks at line starts gone."""

    def __init__(self, text: str, begin: int) -> None:
        self.blocks: list[Block] = []
        self.labels: set[str] = set()
        self._text = text
        self._edits: list[Edit] = []
        self._now: Block | None = None
        self._listed = self._quoted = False
        self._fence = ""
        self._table = False
        start = begin
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            self._line(start, end)
            start = end + 1
        self._close()
        self.text = edited(text, self._edits)

    def _line(self, start: int, end: int) -> None:
        text = self._text
        quote = _QUOTE.match(text, start, end)
        at = quote.end() if quote else start
        shown, last = trimmed(text, at, end)
        fence = _FENCE.match(text, at, end)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and last == fence.end(1):
                self._fence = ""
        elif fence:
            self._close()
            self._fence = fence[1]
        elif shown == last:
            self._close()
            self._table = False
        elif not self._mark(text, at, shown, last):
            self._prose(bool(quote), start, at, shown, last)

    def _mark(self, text: str, at: int, shown: int, last: int) -> bool:
        """Deal with a line that is a mark by itself; False for a line of prose."""
        now = self._now
        if _UNDERLINE.match(text, at, last) and now and now.role == "body":
            self._now = replace(now, role="heading")
            self._close()
        elif _RULE.match(text, at, last) or _SKIPPED.match(text, at, last):
            self._close()
        elif heading := _HEADING.match(text, at, last):
            self._close()
            tail = _HEADING_END.search(text, max(heading.end(), last - 100), last)
            self._open(heading.end(), tail.start() if tail else last, "heading")
            self._close()
        elif now is None and (label := _DEFINITION.match(text, at, last)):
            self.labels.add(label[1].casefold())
        elif "|" in text[at:last] and (self._table or _TABLE_RULE.match(text, *self._next(last))):
            self._close()
            self._table = True
            if not _TABLE_RULE.match(text, at, last):
                first = shown + (text[shown] == "|")
                self._open(first, last - (text[last - 1] == "|" and last > first), "table")
            self._close()
        else:
            return now is None and not self._listed and text[shown] != "<" and _is_indented(text, at, shown)
        return True

    def _prose(self, quoted: bool, start: int, at: int, shown: int, last: int) -> None:
        text = self._text
        item = _ITEM.match(text, at, last)
        if item and item[1] and item[1] != "1" and self._now and self._now.role == "body":
            item = None
        note = _NOTE.match(text, at, last)
        if item or note or (quoted and not self._quoted):
            self._close()
        self._quoted = quoted
        if item:
            while inner := _ITEM.match(text, item.end(), last):
                item = inner
            self._listed = True
            self._open(item.end(), last, "item")
        elif self._now:
            self._edits.append((start, at, DROPPED * (at - start)))
            self._now = replace(self._now, end=last)
        else:
            self._listed = self._listed and shown > at
            self._open(note.end() if note else shown, last, "item" if self._listed else "body")

    def _next(self, last: int) -> tuple[int, int]:
        start = self._text.find("\n", last) + 1 or len(self._text)
        end = self._text.find("\n", start)
        return start, len(self._text) if end < 0 else end

    def _open(self, start: int, end: int, role: str) -> None:
        self._now = Block(start, end, role)

    def _close(self) -> None:
        if self._now and self._now.end > self._now.start:
            self.blocks.append(self._now)
        self._now = None


def _is_indented(text: str, at: int, shown: int) -> bool:
    return "\t" in text[at:shown] or text.count(" ", at, shown) >= 4
