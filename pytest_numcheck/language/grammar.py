"""The text of an expression becomes a small Python syntax tree; nothing is ever run from it.

Quantities may be written as in prose: ``130 years``, ``50%`` and ``1150 km/hour`` become ``(130*years)``,
``(50*percent)`` and ``(1150*km)/hour`` before Python's parser sees them.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

MAX_LENGTH, MAX_DEPTH, MAX_BRACKETS = 500, 30, 20

_TOKEN = re.compile(r"[ \n]+|(?P<number>[0-9][0-9A-Za-z_]*(?:\.[0-9A-Za-z_]+)?(?:(?<=[eE])[+-][0-9]+)?)"
                    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[<>=!]=|//|\*\*|[-+*/%(),<>])")
_FIGURE = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?\Z")
KEYWORDS = ("and", "or", "not")
#: Python's own words that mean nothing here
FOREIGN = (
    "if", "else", "elif", "lambda", "in", "is", "for", "while", "await", "async", "yield", "import", "from", "as", "def", "class",
    "return", "del", "pass", "None", "True", "False", "with", "try", "except", "finally", "raise", "global", "nonlocal", "assert",
    "break", "continue",
)

Report = Callable[[str, int], Exception]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, the tree offsets of the unit names that stand right after a figure, and the way back to the text."""

    tree: ast.expr
    units: frozenset[int]
    _new: tuple[int, ...]
    _old: tuple[int, ...]

    def at(self, node: ast.AST) -> int:
        """Where ``node`` begins in the text as written."""
        return self.back(getattr(node, "col_offset", 0))

    def back(self, offset: int) -> int:
        i = max(bisect_right(self._new, offset) - 1, 0)
        return self._old[i] + offset - self._new[i] if self._old else 0


def parse(source: str, error: Report) -> Parsed:
    """The tree of ``source``; raises ``error(what, offset)`` for anything but figures, names, signs and brackets."""
    if not source.strip():
        raise error("an expression is wanted here", 0)
    if len(source) > MAX_LENGTH:
        raise error(f"the expression is longer than {MAX_LENGTH} characters; name parts of it with 'let'", MAX_LENGTH)
    pieces, new, old, units = _tokens(source, error)
    try:
        tree = ast.parse("".join(pieces), mode="eval").body
    except SyntaxError as e:
        length = new[-1] if new else 0
        at = Parsed(ast.Constant(0), frozenset(), tuple(new), tuple(old)).back(min(max((e.offset or 1) - 1, 0), length))
        raise error("this does not read as an expression", min(at, max(len(source) - 1, 0))) from None
    except (RecursionError, MemoryError, ValueError):
        raise error("the expression is nested too deeply", 0) from None
    return Parsed(tree, frozenset(units), tuple(new), tuple(old))


def _tokens(source: str, error: Report) -> tuple[list[str], list[int], list[int], set[int]]:
    """Pieces of the text for Python's parser, with the offsets (there, here) at which each begins."""
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    units: set[int] = set()
    size = at = depth = 0

    def put(text: str, here: int) -> None:
        nonlocal size
        pieces.append(text)
        new.append(size)
        old.append(here)
        size += len(text)

    while at < len(source):
        token = _TOKEN.match(source, at)
        if not token:
            raise error(f"{source[at]!r} has no meaning here; {_hint(source[at])}", at)
        text, at = token[0], token.end()
        if token["number"]:
            if not _FIGURE.match(text):
                grouped = source[:token.start()].rstrip().endswith(",") and len(text) == 3
                hint = "; write 1,000 as 1000" if grouped else ""
                raise error(f"'{text}' is not a plain figure{hint}", token.start())
            unit = _TOKEN.match(source, _skip(source, at))
            if unit and (unit[0] == "%" or (unit["name"] and unit["name"] not in KEYWORDS)):
                put("(", token.start())
                put(text, token.start())
                put("*", unit.start())
                units.add(size)
                put("percent" if unit[0] == "%" else unit[0], unit.start())
                put(") ", unit.start())
                at = unit.end()
            else:
                put(text + " ", token.start())
        elif token["name"]:
            if text in FOREIGN:
                raise error(f"'{text}' cannot be used in an expression", token.start())
            put(text + " " if text in KEYWORDS else text, token.start())
        elif token["sign"]:
            depth += {"(": 1, ")": -1}.get(text, 0)
            if depth > MAX_BRACKETS:
                raise error("the expression is nested too deeply", token.start())
            if text in ("**", "//", "%"):
                raise error(f"'{text}' cannot be used in an expression; use + - * /", token.start())
            put(text, token.start())
        else:
            put(" ", token.start())
    return pieces, new, old, units


def _skip(source: str, at: int) -> int:
    while at < len(source) and source[at] in " \n":
        at += 1
    return at


def _hint(character: str) -> str:
    if character in "'\"":
        return "text cannot stand in an expression"
    if character in "[]{}":
        return "use round brackets"
    if character == "=":
        return "to compare, write =="
    if character == ".":
        return "only a figure may hold a point, as in 0.5"
    return "use figures, names, + - * /, comparisons, and, or, not"
