"""HTML cut into tags, comments and text, each with its place. Forgiving as browsers are, and linear whatever it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"</?([A-Za-z][^\s/><\"'=]{0,60})")
_STOP = re.compile(r">|=\s*+([\"'])")
_ATTRIBUTE = re.compile(r"([^\s=>/\"']{1,80})(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?")
#: What is read of a tag's attributes at most.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: text, open, close, comment, cdata or raw (what a script holds); ``name``: a tag's, lower case, no prefix."""

    kind: str
    start: int
    end: int
    name: str = ""
    text: str = ""

    def attributes(self) -> dict[str, str]:
        """A tag's attributes by lower-case name, entities as they stand; of two of one name the first."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.text, self._inside(), min(self.end - 1, self.start + _LONGEST)):
            found.setdefault(name.lower(), double or single or bare)
        return found

    def value(self, name: str) -> tuple[str, int]:
        """An attribute and where its value begins."""
        for found in _ATTRIBUTE.finditer(self.text, self._inside(), min(self.end - 1, self.start + _LONGEST)):
            if found[1].lower() == name:
                group = next((g for g in (2, 3, 4) if found[g]), 1)
                return (found[group], found.start(group)) if group > 1 else ("", self.start)
        return "", self.start

    def _inside(self) -> int:
        name = _NAME.match(self.text, self.start)
        return name.end() if name else self.start


#: The text between these tags is no markup and never prose.
RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes"))


def tokens(text: str, start: int, end: int, *, xml: bool = False) -> Iterator[Token]:
    """All of ``text[start:end]`` in order. ``xml`` knows no tags whose content is raw."""
    at = start
    never: set[str] = set()

    def find(what: str, begin: int) -> int:
        """Where ``what`` stands next; what is nowhere is looked for once."""
        if what in never:
            return -1
        found = text.find(what, begin, end)
        if found < 0:
            never.add(what)
        return found

    seen = start
    while at < end:
        bracket = find("<", at)
        if bracket < 0:
            bracket = end
        name = _NAME.match(text, bracket, end) if bracket < end else None
        if bracket < end and name is None and text[bracket + 1 : bracket + 2] not in ("!", "?"):
            at = bracket + 1  # a "<" that begins nothing is text
            continue
        if bracket > seen:
            yield Token("text", seen, bracket, "", text)
        if bracket >= end:
            return
        if name:
            token = _tag(text, bracket, end, name, find)
            yield token
            at = token.end
            if token.name in RAW and token.kind == "open" and not xml:
                at = _after_raw(text, at, end, token.name, never)
                if at > token.end:
                    yield Token("raw", token.end, at, "", text)
        elif text.startswith("<!--", bracket):
            close = find("-->", bracket + 2)
            at = close + 3 if close >= 0 else end
            yield Token("comment", bracket, at, "", text)
        elif text.startswith("<![CDATA[", bracket):
            close = find("]]>", bracket + 9)
            at = close + 3 if close >= 0 else end
            yield Token("cdata", bracket, at, "", text)
        else:
            close = find(">", bracket)
            at = close + 1 if close >= 0 else end
            yield Token("comment", bracket, at, "", text)
        seen = at
    if at > seen and seen < end:
        yield Token("text", seen, end, "", text)


def _tag(text: str, at: int, end: int, name: re.Match[str], find: object) -> Token:
    """The tag at ``at``: to the ">" that no quoted value holds, or to the end of the text."""
    assert callable(find)
    begin = name.end()
    stop = _STOP.search(text, begin, end)
    while stop and stop[1]:
        close = find(stop[1], stop.end())
        stop = _STOP.search(text, close + 1 if close >= 0 else stop.end(), end)
    shown = name[1].lower().rpartition(":")[2]
    kind = "close" if text[at + 1] == "/" else "open"
    return Token(kind, at, stop.end() if stop else end, shown, text)


def _after_raw(text: str, at: int, end: int, name: str, never: set[str]) -> int:
    """Where the end tag of a raw element begins; without one the element is empty."""
    what = f"</{name}"
    if what in never:
        return at
    found = re.compile(what, re.IGNORECASE).search(text, at, end)
    if found is None:
        never.add(what)
        return at
    return found.start()
