"""JSON with positions: every value knows where it stands, every string leads back to its escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .layer import Layer, Laying

DEEPEST = 200
_SPACE = re.compile(r"[ \t\r\n]*+")
_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrtu])*+")'
    r"|(?P<number>-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?)"
    r"|(?P<word>true|false|null)"
    r"|(?P<mark>[\[\]{},:])"
)
_ESCAPE = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JsonError(ValueError):
    """No JSON: ``str()`` says what is wrong, ``at`` where."""

    def __init__(self, what: str, at: int):
        super().__init__(what)
        self.at = at


@dataclass(frozen=True, slots=True)
class Json:
    """A value: dict and list hold further ones; a string is its quoted span, a number its digits, else a bool or None."""

    kind: str
    start: int
    end: int
    source: str
    members: dict[str, Json] | None = None
    elements: list[Json] | None = None

    def get(self, *names: str) -> Json | None:
        """The first member of one of these names that is not null; None also where this is no object."""
        for name in names:
            found = (self.members or {}).get(name)
            if found is not None and found.kind != "null":
                return found
        return None

    def said(self, *names: str) -> str:
        """The text of the first member of one of these names; nothing where there is none."""
        found = self.get(*names)
        return found.text() if found is not None else ""

    def at(self, path: str) -> Json | None:
        """The value at a dotted path ("content.rendered", "headlines.0.value")."""
        here: Json | None = self
        for name in path.split("."):
            if here is None:
                return None
            if here.elements is not None:
                here = here.elements[int(name)] if name.isdigit() and int(name) < len(here.elements) else None
            else:
                here = here.get(name)
        return here

    def text(self) -> str:
        """A string's characters; a number's digits; else nothing."""
        if self.kind == "string":
            raw = self.source[self.start + 1 : self.end - 1]
            return self.layer().text if "\\" in raw else raw
        return self.source[self.start : self.end] if self.kind == "number" else ""

    def layer(self) -> Layer:
        """A string's characters, each with its place in the file (escapes and all)."""
        laying = Laying()
        at, end = self.start + 1, self.end - 1
        if self.kind != "string":
            at = end = self.start
        for escape in _ESCAPE.finditer(self.source, at, end):
            laying.add(self.source[at : escape.start()], at)
            laying.add(_character(escape), escape.start(), escape.end() - escape.start())
            at = escape.end()
        laying.add(self.source[at:end], at)
        return laying.done()

    def __iter__(self) -> Iterator[Json]:
        return iter(self.elements or ())


def _character(escape: re.Match[str]) -> str:
    if escape[4]:
        return _SHORT.get(escape[4], escape[4])
    if escape[1]:
        return chr(0x10000 + ((int(escape[1], 16) - 0xD800) << 10) + int(escape[2], 16) - 0xDC00)
    code = int(escape[3], 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 or code == 0 else chr(code)


def parse_stream(source: str) -> Iterator[Json]:
    """The values that stand one after the other in ``source``. Raises JsonError where what comes is none."""
    at = _skip(source, 0)
    while at < len(source):
        value = parse_value(source, at)
        yield value
        at = _skip(source, value.end)


def parse_value(source: str, at: int, end: int | None = None) -> Json:
    """The value that begins at ``at``. Raises JsonError. Linear, and never deeper than ``DEEPEST``."""
    end = len(source) if end is None else end
    stack: list[tuple[Json, str | None]] = []
    while True:
        at = _skip(source, at)
        token = _TOKEN.match(source, at, end)
        if token is None:
            raise _wrong(source, at, end)
        at = token.end()
        mark = token["mark"]
        if mark in ("{", "["):
            if len(stack) >= DEEPEST:
                raise JsonError(f"nested more than {DEEPEST} deep", token.start())
            value = (Json("object", token.start(), 0, source, {}) if mark == "{" else
                     Json("array", token.start(), 0, source, None, []))
            empty = _skip(source, at)
            if source[empty : empty + 1] != ("}" if mark == "{" else "]"):
                name, at = _name(source, at, end) if mark == "{" else (None, at)
                stack.append((value, name))
                continue
            at = empty + 1
            value = _ended(value, at)
        elif mark:
            raise JsonError(f"a value is wanted, not '{mark}'", token.start())
        else:
            kind = "string" if token["string"] else "number" if token["number"] else token[0]
            value = Json(kind, token.start(), at, source)
        while stack:
            into, name = stack[-1]
            if into.members is not None:
                into.members[name or ""] = value
            elif into.elements is not None:
                into.elements.append(value)
            at = _skip(source, at)
            if source[at : at + 1] == ",":
                name, at = _name(source, at + 1, end) if into.members is not None else (None, at + 1)
                stack[-1] = into, name
                break
            closing = "}" if into.members is not None else "]"
            if source[at : at + 1] != closing or at >= end:
                raise _wrong(source, at, end, f"',' or '{closing}' is wanted")
            at += 1
            stack.pop()
            value = _ended(into, at)
        else:
            return value


def _ended(value: Json, end: int) -> Json:
    return Json(value.kind, value.start, end, value.source, value.members, value.elements)


def _name(source: str, at: int, end: int) -> tuple[str, int]:
    at = _skip(source, at)
    token = _TOKEN.match(source, at, end)
    if token is None or not token["string"]:
        raise _wrong(source, at, end, "a name in double quotes is wanted")
    colon = _skip(source, token.end())
    if source[colon : colon + 1] != ":":
        raise _wrong(source, colon, end, "':' is wanted")
    return Json("string", token.start(), token.end(), source).text(), colon + 1


def _skip(source: str, at: int) -> int:
    space = _SPACE.match(source, at)
    return space.end() if space else at


def _wrong(source: str, at: int, end: int, what: str = "a value is wanted") -> JsonError:
    if at >= end:
        return JsonError("the JSON breaks off here", max(min(at, end) - 1, 0))
    if source[at] == '"':
        stop = re.compile(r'(?:[^"\\\x00-\x1f]++|\\["\\/bfnrtu])*+').match(source, at + 1, end)
        bad = stop.end() if stop else at
        if bad >= end or source[bad] != '"':
            what = "this string is not closed" if bad >= end or source[bad] in "\r\n" else "this cannot stand in a JSON string"
            return JsonError(what, at if bad >= end or source[bad] in "\r\n" else bad)
    return JsonError(f"{what}, not '{source[at : at + 1]}'", at)
