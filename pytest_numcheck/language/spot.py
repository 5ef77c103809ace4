"""Where in a file a character of a YAML value stands, also in values of several lines."""

from __future__ import annotations

from ..base.strictyaml import DataError, Node


def error_at(node: Node, what: str, offset: int = 0) -> DataError:
    """An error ``offset`` characters into the text of ``node``."""
    line, column = locate(node, offset)
    return DataError(what, node.path, line, column, node.source)


def locate(node: Node, offset: int) -> tuple[int, int]:
    """Line and column (both from 1) of character ``offset`` of the node's text."""
    lines = node.source.splitlines()
    if not isinstance(node.value, str) or not 0 < node.line <= len(lines):
        return node.line, node.column
    first = lines[node.line - 1][node.column - 1:]
    if node.inset == 0 and first[:1] in ("|", ">"):
        start, pieces = node.line + 1, lines[node.line:]
    else:
        start, pieces = node.line, [first[node.inset:], *lines[node.line:]]
        column = node.column + node.inset
        if len(pieces) == 1 or ("\n" not in node.value and node.value in pieces[0]):
            return node.line, column + offset
    left = offset
    for number, piece in enumerate(pieces, start):
        text = piece.strip()
        indent = node.column + node.inset - 1 if number == node.line else len(piece) - len(piece.lstrip())
        if left <= len(text):
            return number, indent + left + 1
        # line breaks are kept, or folded into one space
        left -= len(text) + 1
    return node.line, node.column
