"""Trees of YAML nodes as plain JSON data, and back."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from .strictyaml import Node

#: keys of a document whose values few readers look into: they are unpacked when first looked at
LATER = ("examples",)


def pack(node: Node, *, top: bool = True) -> list[Any]:
    """The tree as lists, dicts and scalars; ``unpack`` makes an equal one of it."""
    value: Any = node.value
    keys = None
    if isinstance(value, dict):
        value = {k: pack(v, top=False) for k, v in value.items()}
        if top:
            value.update({k: json.dumps(value[k], ensure_ascii=False) for k in LATER if k in value})
        keys = {k: [n.value, n.line, n.column, n.inset] for k, n in (node.keys or {}).items()}
    elif isinstance(value, list):
        value = [pack(v, top=False) for v in value]
    return [value, node.line, node.column, node.inset, keys]


def unpack(packed: Any, path: str, source: str) -> Node:
    """The tree that was packed, of the file ``path`` with the text ``source``."""
    if isinstance(packed, str):
        return _Later(packed, path, source)
    value, line, column, inset, keys = packed
    if isinstance(value, dict):
        value = {k: unpack(v, path, source) for k, v in value.items()}
    elif isinstance(value, list):
        value = [unpack(v, path, source) for v in value]
    named = {k: Node(v, path, row, at, source, by) for k, (v, row, at, by) in keys.items()} if keys else None
    return Node(value, path, line, column, source, inset, named)


class _Later(Node):
    """A node that is unpacked when something of it is first asked for."""

    def __init__(self, text: str, path: str, source: str):
        made: dict[str, Any] = self.__dict__
        made.update(_text=text, path=path, source=source)

    @cached_property
    def _node(self) -> Node:
        return unpack(json.loads(self.__dict__["_text"]), self.__dict__["path"], self.__dict__["source"])

    def __getattribute__(self, name: str) -> Any:
        if name in ("value", "line", "column", "inset", "keys"):
            return getattr(self._node, name)
        if name in ("path", "source"):
            return self.__dict__[name]
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        return self._node == other

    def __hash__(self) -> int:
        return hash(self._node)
