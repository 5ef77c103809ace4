"""The ``match`` and ``link`` of a rule file: the words that say that numbers belong together."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from ..base.files import rules_root
from ..base.lexicon import Lexicon
from ..base.strictyaml import Node, did_you_mean
from .model import CERTAINTIES, LINK_ROLES, LinkUse, Selector, Template, resolve_kinds
from .spot import error_at
from .template import holes, word_lists

#: More alternatives than this are refused: split the rule.
MAX_ALTERNATIVES = 60
#: Word lists that templates know without a file
BUILT_IN = ("np", "noun")
_LINK = re.compile(r"\s*([a-z-]+)\s*\(([^()]*)\)\s*\Z")


def read_match(node: Node | None, bind: Mapping[str, Selector], lexicon: Lexicon, *, compiled: bool
               ) -> tuple[tuple[Template, ...], ...]:
    """The alternatives. With ``compiled`` every template is tried in full (slower: word lists are read)."""
    if node is None:
        return ()
    nodes = node.list() if isinstance(node.value, list) else [node]
    if not nodes:
        raise node.error("at least one phrase is wanted here")
    if len(nodes) > MAX_ALTERNATIVES:
        raise node.error(f"a rule can have at most {MAX_ALTERNATIVES} phrases")
    checker = _Checker(bind, lexicon, compiled)
    return tuple(checker.alternative(n) for n in nodes)


class _Checker:
    def __init__(self, bind: Mapping[str, Selector], lexicon: Lexicon, compiled: bool):
        self.bind, self.lexicon, self.compiled = bind, lexicon, compiled
        self.kinds = resolve_kinds(bind)

    def alternative(self, node: Node) -> tuple[Template, ...]:
        if isinstance(node.value, str):
            return (self.template(node, "stated"),)
        node.only("phrase", "all", "certainty")
        certainty = _certainty(node, "stated")
        phrase, together = node.get("phrase"), node.get("all")
        if (phrase is None) == (together is None):
            raise node.error("either 'phrase' or 'all' is wanted here")
        if phrase is not None:
            return (self.template(phrase, certainty),)
        assert together is not None
        found = []
        for part in together.list():
            if isinstance(part.value, str):
                found.append(self.template(part, certainty))
            else:
                part.only("phrase", "certainty")
                inner = part.get("phrase")
                if inner is None:
                    raise part.error("'phrase' is missing")
                found.append(self.template(inner, _certainty(part, certainty)))
        if len(found) < 2:
            raise together.error("'all' wants two phrases or more")
        return tuple(found)

    def template(self, node: Node, certainty: str) -> Template:
        text = node.text()
        for name, at in holes(text):
            if name not in self.bind:
                raise error_at(node, f"'{name}' is not bound{did_you_mean(name, self.bind)}", at)
        known = known_lists(self.lexicon)
        for name, at in word_lists(text):
            if name not in known:
                raise error_at(node, f"there is no word list '{name}'{did_you_mean(name, known)}", at)
        if self.compiled:
            from ..links.prose.phrase import PhraseError, compile_phrase

            try:
                compile_phrase(text, self.kinds, self.lexicon)
            except PhraseError as e:
                raise error_at(node, e.what, e.offset) from None
        return Template(text, certainty)


def _certainty(node: Node, default: str) -> str:
    said = node.get("certainty")
    return said.one_of(*CERTAINTIES) if said else default


def known_lists(lexicon: Lexicon) -> Collection[str]:
    """Names that may stand in ``<…>``: word lists, and data tables whose entries have words."""
    return dict.fromkeys([*BUILT_IN, *_shipped_names(), *lexicon.words, *lexicon.data])


@cache
def _shipped_names() -> tuple[str, ...]:
    return tuple(p.stem for folder in ("words", "data") for p in sorted((rules_root() / folder).glob("*.yaml")))


def read_link(node: Node | None, bind: Mapping[str, Selector]) -> LinkUse | None:
    """``link: change(old, new, by)``: places in the order of the link's roles; ``_`` leaves a role out."""
    if node is None:
        return None
    text = node.text()
    found = _LINK.match(text)
    if not found:
        raise node.error("a link is written kind(place, place), as in part-of(part, whole)")
    kind = found[1]
    if kind not in LINK_ROLES:
        raise error_at(node, f"there is no link '{kind}'{did_you_mean(kind, LINK_ROLES)}", found.start(1))
    roles, at = LINK_ROLES[kind], found.start(2)
    used: dict[str, str] = {}
    names = found[2].split(",")
    if len(names) > len(roles):
        raise error_at(node, f"{kind} has {len(roles)} roles: {', '.join(roles)}", at)
    for role, piece in zip(roles, names, strict=False):
        name, here = piece.strip(), at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        if name == "_":
            continue
        if name not in bind:
            raise error_at(node, f"'{name}' is not bound{did_you_mean(name, bind)}", here)
        if name in used.values():
            raise error_at(node, f"'{name}' stands twice in this link", here)
        used[role] = name
    if not used:
        raise node.error(f"at least one role of {kind} must name a place")
    return LinkUse(kind, used)
