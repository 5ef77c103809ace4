"""YAML for data and rules: safe, strict and with positions.

No aliases, no anchors' bombs, no duplicate keys, no custom tags. Only ``true`` and ``false`` are booleans and only plain
decimal figures are numbers, so ``off``, ``7:30``, ``010`` and ``2024-05-01`` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from .printable import clean, clean_lines

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}(?:e[+-]?[0-9]{1,2})?\Z")
MAX_CHARACTERS = 1_000_000
_TOKEN = "found character that cannot start any token"
#: What libyaml says, for people who do not know its grammar.
_PLAINLY = {
    _TOKEN: "indent with spaces, not with tabs",
    "found undefined alias": "aliases (*name) are not allowed here; a text that begins with * must stand in quotes",
    "did not find expected ',' or ']'": "the list that begins with [ before here lacks a comma or its ]",
    "did not find expected ',' or '}'": "the mapping that begins with { before here lacks a comma or its }",
    "mapping values are not allowed in this context":
        "a text that holds a colon and a space must stand in quotes (or the indentation is wrong)",
    "could not find expected ':'": "a key needs a colon and a space after it, or the line before lacks its closing quote",
    "did not find expected key": "a key is wanted here; is the indentation right, and is every quote closed?",
    "found unexpected end of stream": "a quote is opened here and never closed",
}


class DataError(ValueError):
    """Bad data in a file: ``str()`` is ``path:line:column: what is wrong``, then the line and a caret."""

    def __init__(self, what: str, path: str = "<text>", line: int = 1, column: int = 1, source: str | None = None):
        self.what, self.path, self.line, self.column, self.source = what, path, line, column, source
        super().__init__(what)

    def __str__(self) -> str:
        head = clean_lines(f"{clean(self.path)}:{self.line}:{self.column}: {self.what}")
        lines = (self.source or "").splitlines()
        if not 0 < self.line <= len(lines):
            return head
        shown = clean(lines[self.line - 1][:200])
        return f"{head}\n  {shown}\n  {' ' * min(self.column - 1, len(shown))}^"


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands. ``value`` is str, int, float, bool, None, a list of Nodes, or a dict of Nodes."""

    value: Any
    path: str
    line: int
    column: int
    source: str
    #: columns that a block or quoted scalar's text begins after ``column`` (0 for a plain one)
    inset: int = 0
    keys: dict[str, Node] | None = None

    def error(self, what: str, offset: int = 0) -> DataError:
        """An error at this value, ``offset`` characters into a one-line scalar."""
        return DataError(what, self.path, self.line, self.column + self.inset + offset, self.source)

    def plain(self) -> Any:
        """The value without positions."""
        if isinstance(self.value, dict):
            return {k: v.plain() for k, v in self.value.items()}
        if isinstance(self.value, list):
            return [v.plain() for v in self.value]
        return self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        if not isinstance(self.value, dict):
            raise self.error(f"a mapping is wanted here, not {self.what}")
        yield from self.value.items()

    def list(self) -> list[Node]:
        if not isinstance(self.value, list):
            raise self.error(f"a list is wanted here, not {self.what}")
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.error(f"text is wanted here, not {self.what}")
        return self.value

    def get(self, key: str) -> Node | None:
        return dict(self.items()).get(key)

    def one_of(self, *allowed: str) -> str:
        """This text, which must be one of ``allowed``."""
        text = self.text()
        if text not in allowed:
            raise self.error(f"'{text}' is not known here{did_you_mean(text, allowed)}")
        return text

    def only(self, *allowed: str) -> None:
        """Refuse a mapping that has a key not in ``allowed``."""
        for key, _ in self.items():
            if key not in allowed:
                at = (self.keys or {}).get(key, self)
                raise at.error(f"unknown key '{key}'{did_you_mean(key, allowed)}")

    @property
    def what(self) -> str:
        names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
        return names.get(type(self.value), "nothing")


def did_you_mean(word: str, known: Any) -> str:
    """``"; did you mean 'x'?"``, or the list of what is allowed when nothing is near and the list is short."""
    known = sorted(known)
    near = get_close_matches(word, known, 1, 0.6)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f" (known: {', '.join(known)})" if 0 < len(known) <= 12 else ""


def parse(text: str, path: str = "<text>") -> Node:
    """The document's tree. Raises DataError with line and column."""
    if len(text) > MAX_CHARACTERS:
        raise DataError(f"the file is longer than {MAX_CHARACTERS} characters", path)
    try:
        _refuse_depth(text, path)
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark or e.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = e.problem or "not YAML"
        what = _PLAINLY.get(what) or (f"{e.context}, {what}" if what.startswith("but ") else what)
        if what == _PLAINLY[_TOKEN] and text.splitlines()[at[0] - 1:at[0]][0][at[1] - 1:at[1]] != "\t":
            what = "a text that begins with this character must stand in quotes"
        raise DataError(what, path, *at, text) from None
    except yaml.YAMLError as e:
        raise DataError(" ".join(str(e).split()), path, 1, 1, text) from None
    except RecursionError:
        raise DataError("nested too deeply", path) from None
    except UnicodeError:
        raise DataError("the text holds half characters (surrogates)", path) from None
    if root is None:
        return Node(None, path, 1, 1, text)
    return _Tree(path, text).node(root, 0)


def _refuse_depth(text: str, path: str) -> None:
    """libyaml builds its tree by recursion in C: a hundred thousand brackets would end the process."""
    if sum(map(text.count, ("[", "{", "- ", "-\t", "? ", "?\t"))) < 1000:
        return
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            if depth > 60:
                mark = event.start_mark
                raise DataError("nested too deeply", path, *((mark.line + 1, mark.column + 1) if mark else (1, 1)), text)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1


class _Tree:
    def __init__(self, path: str, source: str):
        self.path, self.source, self.seen = path, source, set[int]()

    def node(self, at: Any, depth: int) -> Node:
        line, column = at.start_mark.line + 1, at.start_mark.column + 1
        if id(at) in self.seen:
            raise DataError("aliases (*name) are not allowed here", self.path, line, column, self.source)
        self.seen.add(id(at))
        if depth > 40:
            raise DataError("nested too deeply", self.path, line, column, self.source)
        if not str(at.tag).startswith("tag:yaml.org,2002:") or "python" in at.tag:
            raise DataError("tags (!name) are not allowed here", self.path, line, column, self.source)
        value: Any
        keys: dict[str, Node] = {}
        inset = 0
        if isinstance(at, yaml.MappingNode):
            value = {}
            for k, v in at.value:
                key = self.node(k, depth + 1)
                if isinstance(key.value, (dict, list)):
                    raise key.error("a key must be one word or phrase")
                name = k.value
                if name in value:
                    raise key.error(f"'{name}' is given twice")
                value[name], keys[name] = self.node(v, depth + 1), key
        elif isinstance(at, yaml.SequenceNode):
            value = [self.node(v, depth + 1) for v in at.value]
        elif at.style:
            value, inset = at.value, 1 if at.style in "'\"" else 0
        else:
            value = _scalar(at.value)
        return Node(value, self.path, line, column, self.source, inset, keys or None)


def _scalar(text: str) -> str | int | float | bool | None:
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
