"""What can be written next in a rule file: what its JSON Schema allows, functions, word lists, and the rule's own names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lsprotocol import types

from ..base.lexicon import Lexicon
from ..language.functions import FUNCTIONS
from ..language.model import LINK_ROLES
from ..language.read_match import known_lists
from ..language.schema import ABOUT, rule_schema
from .context import Context, context, names

Kind = types.CompletionItemKind
_SCOPES = ("sentence", "2 sentences", "3 sentences", "paragraph", "article", "headline+body")
_WORD = re.compile(r"[\w-]*\Z")


def completions(text: str, lines: list[str], number: int, character: int, lexicon: Lexicon) -> list[types.CompletionItem]:
    """Everything that may follow at a place in a rule file."""
    at = context(lines, number, character)
    before = lines[number][:character]
    places = names(text, "bind")
    if at.path[:1] in (("match",), ("message",), ("examples",)) and before.rfind("{") > before.rfind("}"):
        return [_item(n, Kind.Variable, "a number that the rule binds") for n in places]
    if at.path[:1] == ("match",) and before.rfind("<") > before.rfind(">"):
        return [_item(n, Kind.Reference, "a word list") for n in sorted(known_lists(lexicon))]
    schemas = _at(at.path)
    if at.value is None:
        keys = _keys(schemas, set(re.findall(r"^([a-z]+):", text, re.M)) if not at.path else set())
        return keys or _values(schemas, at, text)
    return _values(schemas, at, text)


def hover(text: str, lines: list[str], number: int, character: int) -> tuple[str, int, int] | None:
    """What the word at a place means, and where it begins and ends in its line: a key of a rule, or a function."""
    line = lines[number]
    for word in re.finditer(r"[a-z_]+", line):
        if word.start() <= character <= word.end():
            if word.start() == 0 and line[word.end():word.end() + 1] == ":" and word[0] in ABOUT:
                return ABOUT[word[0]], word.start(), word.end()
            if line[word.end():].lstrip().startswith("(") and word[0] in FUNCTIONS:
                function = FUNCTIONS[word[0]]
                return f"{function.signature}\n{function.doc}", word.start(), word.end()
    return None


def _keys(schemas: list[dict[str, Any]], taken: set[str]) -> list[types.CompletionItem]:
    found = {key: schema for s in schemas for key, schema in s.get("properties", {}).items() if key not in taken}
    return [types.CompletionItem(key, kind=Kind.Property, detail=schema.get("description"), insert_text=f"{key}: ")
            for key, schema in found.items()]


def _values(schemas: list[dict[str, Any]], at: Context, text: str) -> list[types.CompletionItem]:
    words = [str(w) for s in schemas for w in s.get("enum", ())]
    words += _SCOPES if at.path == ("within",) else ()
    items = [_item(w, Kind.EnumMember) for w in dict.fromkeys(words)]
    if at.path == ("link",):
        items += [_item(f"{name}({', '.join(roles)})", Kind.Function) for name, roles in LINK_ROLES.items()]
    if any(s is _definition("expression") for s in schemas) and at.path:
        items += [_item(n, Kind.Variable, "a name of this rule") for n in names(text, "bind", "let", "lookup")]
        items += [types.CompletionItem(f.name, kind=Kind.Function, detail=f.signature, documentation=f.doc,
                                       insert_text=f"{f.name}(") for f in FUNCTIONS.values()]
    if at.path[:1] == ("bind",) and len(at.path) == 2:
        items += [_item(f"same as {n}", Kind.Variable) for n in names(text, "bind") if n != at.path[1]]
    return items


def _item(label: str, kind: Kind, detail: str | None = None) -> types.CompletionItem:
    return types.CompletionItem(label, kind=kind, detail=detail)


@cache
def _schema() -> dict[str, Any]:
    return rule_schema()


def _definition(name: str) -> dict[str, Any]:
    found: dict[str, Any] = _schema()["definitions"][name]
    return found


def _at(path: tuple[str, ...]) -> list[dict[str, Any]]:
    """The schemas that hold for what stands under ``path``."""
    found = list(_open(_schema()))
    for key in path:
        found = [s for schema in found for s in _step(schema, key)]
    return found


def _step(schema: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    inside = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
    if isinstance(inside, dict):
        yield from _open(inside)


def _open(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and all that it refers to, may be instead, or has as items."""
    if "$ref" in schema:
        yield from _open(_definition(schema["$ref"].rpartition("/")[2]))
        return
    yield schema
    for other in schema.get("anyOf", ()):
        if set(other) != {"required"}:
            yield from _open(other)
    if isinstance(schema.get("items"), dict):
        yield from _open(schema["items"])
