"""The ``bind`` and ``within`` of a rule file: which numbers a rule needs, and how far apart they may stand."""

from __future__ import annotations

import re

from ..base.strictyaml import Node, did_you_mean
from .amounts import unit_named
from .grammar import FOREIGN, KEYWORDS
from .kinds import BINDABLE
from .model import HEDGES, Scope, Selector
from .spot import error_at

#: A rule with more places than this is refused: too many ways to fill them.
MAX_PLACES = 12
SELECTOR_KEYS = ("kind", "same as", "of", "near", "hedge", "in", "unit", "closed")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,29}\Z")
_SAME = re.compile(r"same as\s+(\S+)(\s+in another unit)?\Z")
_SENTENCES = re.compile(r"([1-9][0-9]?) sentences?\Z")
_ANOTHER = " in another unit"


def check_name(node: Node, name: str) -> None:
    """Refuse a name that an expression could not use."""
    if not _NAME.match(name):
        raise node.error(f"'{name}' cannot be a name: use a small letter, then letters, digits and _")
    if name in FOREIGN or name in KEYWORDS or name in ("true", "false"):
        raise node.error(f"'{name}' cannot be a name: it has a meaning in expressions")


def read_bind(node: Node) -> dict[str, Selector]:
    """Every place and its selector, in the order of the file."""
    found: dict[str, Selector] = {}
    for name, value in node.items():
        check_name((node.keys or {}).get(name, node), name)
        found[name] = _selector(value)
    if not found:
        raise node.error("a rule needs at least one place")
    if len(found) > MAX_PLACES:
        raise node.error(f"a rule can bind at most {MAX_PLACES} places")
    for name, selector in found.items():
        _follow(node, found, name, selector)
    return found


def _follow(node: Node, found: dict[str, Selector], name: str, selector: Selector) -> None:
    at, seen = (node.get(name) or node), {name}
    while selector.same_as is not None:
        other = selector.same_as
        if other not in found:
            raise at.error(f"'{other}' is not bound{did_you_mean(other, [n for n in found if n != name])}")
        if other in seen:
            raise at.error(f"'{name}' is the same as itself")
        seen.add(other)
        selector = found[other]


def _selector(node: Node) -> Selector:
    if isinstance(node.value, str):
        same = _SAME.match(node.value)
        if same:
            return Selector(same_as=same[1], another_unit=bool(same[2]))
        return Selector(kinds=(_kind(node),))
    if isinstance(node.value, list):
        return Selector(kinds=_kinds(node))
    node.only(*SELECTOR_KEYS)
    kind, same_as = node.get("kind"), node.get("same as")
    if kind is None and same_as is None:
        raise node.error("'kind' or 'same as' is missing")
    other = same_as.text().strip() if same_as else ""
    unit_name, unit = node.get("unit"), None
    if unit_name is not None:
        unit = unit_named(unit_name.text())
        if unit is None:
            raise unit_name.error(f"'{unit_name.text()}' is not a unit")
    place, closed = node.get("in"), node.get("closed")
    if closed is not None and not isinstance(closed.value, bool):
        raise closed.error(f"true or false is wanted here, not {closed.what}")
    return Selector(
        kinds=_kinds(kind) if kind else (), same_as=other.removesuffix(_ANOTHER).strip() or None,
        another_unit=other.endswith(_ANOTHER), of=_words(node.get("of")), near=_words(node.get("near")),
        hedge=_hedges(node.get("hedge")), place=place.one_of("headline", "body") if place else None,
        unit=unit.name if unit else None, dimension=unit.dimension if unit else None, size=unit.scale if unit else 1.0,
        closed=bool(closed and closed.value))


def _kinds(node: Node) -> tuple[str, ...]:
    if isinstance(node.value, str):
        return (_kind(node),)
    kinds = tuple(_kind(n) for n in node.list())
    if not kinds:
        raise node.error("at least one kind is wanted here")
    return tuple(dict.fromkeys(kinds))


def _kind(node: Node) -> str:
    text = node.text()
    if text not in BINDABLE:
        raise error_at(node, f"'{text}' is not a kind of number or cue{did_you_mean(text, BINDABLE)}")
    return text


def _words(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    nodes = node.list() if isinstance(node.value, list) else [node]
    return tuple(n.text() for n in nodes)


def _hedges(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    nodes = node.list() if isinstance(node.value, list) else [node]
    return tuple(n.one_of(*HEDGES, "none") for n in nodes)


def read_within(node: Node | None) -> Scope:
    """The scope: a sentence unless said otherwise."""
    if node is None:
        return Scope()
    text = node.text()
    counted = _SENTENCES.match(text)
    if counted:
        return Scope("sentences", int(counted[1])) if int(counted[1]) > 1 else Scope()
    return Scope(node.one_of("sentence", "paragraph", "article", "headline+body"))
