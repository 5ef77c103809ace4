"""What is markup inside a Markdown paragraph: emphasis, links, images, code, tags, entities, web addresses."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from .characters import DROPPED, unify
from .hidden import Edit

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n])"
    r"|(?P<code>`+)"
    r"|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{1,30}:[^<>\s]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?:[\s/][^<>]{0,2000})?>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<note>\[\^[\w-]{1,40}\])"
    r"|(?P<macro>\[/[a-z_]{2,30}\]|\[[a-z_]{2,30}(?:=|[ ][a-z_]{1,30}=)[^\[\]\n]{0,500}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<shut>\])"
    r"|(?P<stars>\*+|_+|~~+|==+)"
    r"|(?P<attributes>\{[:.\#][^{}\n]{0,200}\})"
    r"|(?P<url>\b(?:https?://|www\.)[^\s<>\[\]\"`|]{1,2000})"
)
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:[ \t\n]{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t\n]{0,9}\)"
)
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_STRUCK = re.compile(r"~~[^~\n]{1,500}~~")
_SCRIPT = {"sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
_SCRIPTED = re.compile(r"[0-9+-]{1,4}(?=</su[bp]>)")
#: Tags at which a paragraph ends.
_PARTING = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "li", "main",
    "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
))


@dataclass(slots=True)
class Inline:
    """The markup of one paragraph ``start..end`` of ``text``.

    ``edits`` are same-length replacements (start, end, text), ``splits`` the positions where the paragraph falls apart,
    ``captions`` the spans of pictures' descriptions. ``labels`` are the file's link labels, case folded. Linear.
    """

    text: str
    start: int
    end: int
    labels: Container[str] = ()
    edits: list[Edit] = field(default_factory=list)
    splits: list[int] = field(default_factory=list)
    captions: list[tuple[int, int]] = field(default_factory=list)
    _open: list[tuple[int, int]] = field(default_factory=list)
    _ticks: dict[int, list[int]] | None = None

    def read(self) -> Inline:
        at = self.start
        while token := _TOKEN.search(self.text, at, self.end):
            at = _HANDLERS[token.lastgroup or ""](self, token)
        return self

    def drop(self, start: int, end: int) -> int:
        if end > start:
            self.edits.append((start, end, DROPPED * (end - start)))
        return end

    def _escape(self, token: re.Match[str]) -> int:
        self.drop(token.start(), token.start() + 1)
        return token.end()

    def _code(self, token: re.Match[str]) -> int:
        """From one run of backticks to the next of the same length; the runs are counted once a paragraph."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.compile("`+").finditer(self.text, self.start, self.end):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        same = self._ticks.get(len(token[0]), [])
        i = bisect_left(same, token.end())
        return self.drop(token.start(), same[i] + len(token[0]) if i < len(same) else token.end())

    def _all(self, token: re.Match[str]) -> int:
        return self.drop(*token.span())

    def _tag(self, token: re.Match[str]) -> int:
        name = token["name"].lower()
        if name == "br":
            self.edits.append((token.start(), token.end(), " " + DROPPED * (len(token[0]) - 1)))
            return token.end()
        if name in _PARTING:
            self.splits.append(token.start())
        self.drop(*token.span())
        scripted = _SCRIPTED.match(self.text, token.end(), self.end) if name in _SCRIPT and token[0][1] != "/" else None
        if scripted:
            self.edits.append((*scripted.span(), scripted[0].translate(_SCRIPT[name])))
            return scripted.end()
        return token.end()

    def _entity(self, token: re.Match[str]) -> int:
        shown = html.unescape(token[0])
        if shown != token[0]:  # "&#1;" and the like stand for nothing at all
            plain = unify(shown[:1] or " ").replace("\n", " ").replace("\0", "\ufffd")
            self.edits.append((*token.span(), plain + DROPPED * (len(token[0]) - 1)))
        return token.end()

    def _bracket(self, token: re.Match[str]) -> int:
        self._open.append(token.span())
        return token.end()

    def _shut(self, token: re.Match[str]) -> int:
        if not self._open:
            return token.end()
        opened, begins = self._open.pop()
        close = token.start()
        target = _TARGET.match(self.text, token.end(), self.end) or _REFERENCE.match(self.text, token.end(), self.end)
        if target is None and self.text[begins:close].casefold() not in self.labels:
            return token.end()
        end = target.end() if target else token.end()
        self.drop(opened, begins)
        if begins - opened == 2:
            self.captions.append((begins, close))
        return self.drop(close, end)

    def _stars(self, token: re.Match[str]) -> int:
        mark = token[0][0]
        if mark == "~":
            struck = _STRUCK.match(self.text, token.start(), self.end)
            return self.drop(token.start(), struck.end() if struck else token.end())
        before, after = self._side(token.start() - 1), self._side(token.end())
        left = after != " " and (after == "w" or before != "w")
        right = before != " " and (before == "w" or after != "w")
        if mark == "_":
            drop = (left and before != "w") or (right and after != "w")
        elif mark == "=":
            drop = left != right
        else:
            inside = self.text[token.start() - 1 : token.start()].isdigit() and self.text[token.end() : token.end() + 1].isdigit()
            drop = (left or right) and not inside
        return self.drop(*token.span()) if drop else token.end()

    def _side(self, at: int) -> str:
        """What stands at ``at``: a space (also the paragraph's ends), punctuation, or part of a word ("w")."""
        if not self.start <= at < self.end or self.text[at].isspace() or self.text[at] == DROPPED:
            return " "
        return "w" if self.text[at].isalnum() else "."

    def _url(self, token: re.Match[str]) -> int:
        """The address goes, the punctuation that follows it stays."""
        end = token.end()
        while self.text[end - 1] in ".,;:!?'*_" or (self.text[end - 1] == ")" and "(" not in token[0][-400:]):
            end -= 1
        return self.drop(token.start(), max(end, token.start() + 4))


_HANDLERS: dict[str, Callable[[Inline, re.Match[str]], int]] = {
    "escape": Inline._escape, "code": Inline._code, "auto": Inline._all, "tag": Inline._tag, "entity": Inline._entity,
    "note": Inline._all, "macro": Inline._all, "open": Inline._bracket, "shut": Inline._shut, "stars": Inline._stars,
    "attributes": Inline._all, "url": Inline._url,
}
