"""The examples of a rule file: texts with the numbers that disagree in ``[[…]]``."""

from __future__ import annotations

from datetime import date

from ..base.strictyaml import DataError, Node
from .model import Example
from .spot import error_at

KINDS = ("fires", "quiet", "todo")
KEYS = ("text", "says", "because", "published", "title")


def read_examples(node: Node | None) -> tuple[Example, ...]:
    """All examples in the order fires, quiet, todo; a ``fires`` marks numbers, a ``quiet`` marks none."""
    if node is None:
        return ()
    node.only(*KINDS)
    found = []
    for expect in KINDS:
        listed = node.get(expect)
        for index, item in enumerate(listed.list() if listed else []):
            found.append(_example(expect, index, item))
    return tuple(found)


def _example(expect: str, index: int, node: Node) -> Example:
    said: dict[str, Node] = {}
    if isinstance(node.value, str):
        said["text"] = node
    else:
        node.only(*KEYS)
        said = dict(node.items())
    if "text" not in said:
        raise node.error("'text' is missing")
    text, marks = _unmark(said["text"])
    if expect == "fires" and not marks:
        raise said["text"].error("mark the numbers that disagree with [[…]]")
    if expect == "quiet" and marks:
        raise said["text"].error("a quiet example marks no numbers")
    if expect == "quiet" and "says" in said:
        raise said["says"].error("a quiet example says nothing; use 'because'")
    plain = {key: said[key].text() for key in ("says", "because", "title") if key in said}
    published = said.get("published")
    if published is not None:
        try:
            date.fromisoformat(published.text())
        except ValueError as e:
            raise e if isinstance(e, DataError) else published.error("a date is written 2026-11-24") from None
    return Example(expect, index, text, marks, plain.get("says"), plain.get("because"), published.text() if published else None,
                   plain.get("title"), node.line)


def _unmark(node: Node) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and where they stood."""
    marked, text, at = node.text(), "", 0
    marks: list[tuple[int, int]] = []
    while (begin := marked.find("[[", at)) >= 0:
        end = marked.find("]]", begin)
        if end < 0 or "[[" in marked[begin + 2:end]:
            raise error_at(node, "this [[ is never closed", begin)
        text += marked[at:begin]
        inside = marked[begin + 2:end]
        marks.append((len(text), len(text) + len(inside)))
        text += inside
        at = end + 2
    if "]]" in marked[at:]:
        raise error_at(node, "this ]] closes nothing", marked.index("]]", at))
    return text + marked[at:], tuple(marks)
