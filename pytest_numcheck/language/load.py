"""A rule file becomes a Rule. Every error says where it stands: ``file:line:column``, the line and a caret."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from ..base.datafile import read_data
from ..base.kept import node_of
from ..base.lexicon import Lexicon, default_lexicon
from ..base.strictyaml import DataError, Node, did_you_mean, parse
from ..numbers.dimension import Dimension
from .amounts import Tolerance, parse_tolerance
from .expression import Expression, compile_expression
from .kinds import dimension_of
from .lookup import table
from .message import compile_message
from .model import (
    CERTAINTIES,
    ROUNDINGS,
    SEVERITIES,
    SLIPS,
    Example,
    LinkUse,
    Rule,
    Selector,
    Severity,
    Template,
    list_places,
    resolve_kinds,
)
from .read_bind import check_name, read_bind, read_within
from .read_examples import read_examples
from .read_match import known_lists, read_link, read_match
from .spot import error_at
from .template import word_lists
from .typed import LIST, TRUTH, Named

#: The keys of a rule file, in the order in which the documentation has them.
KEYS = ("rule", "title", "aliases", "severity", "bind", "within", "match", "link", "lookup", "each", "when", "absent", "unless",
        "let", "assert", "tolerance", "rounding", "slips", "excuses", "message", "explain", "examples")
NEEDED = ("rule", "title", "severity", "bind", "assert", "message")
#: Folders of a rule pack that hold no rules.
DATA_FOLDERS = ("words", "links", "data")
MAX_LETS = 20
#: Rule files that one pack may have.
MAX_FILES = 20_000
_ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)+\Z")
_LET = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*=(?!=)\s*")


def load_file(path: Path, rule_id: str, lexicon: Lexicon | None = None, *, compiled: bool = True,
              shown: str | None = None) -> Rule:
    """Read one rule file; errors call it ``shown`` (default: its path). Raises DataError."""
    name = shown or path.as_posix()
    try:
        text = read_data(path, name)
    except OSError as e:
        raise DataError(f"the file cannot be read: {e.strerror or e}", name) from None
    return _Loader(node_of(path, text, name), rule_id, lexicon or default_lexicon(), compiled).rule()


def load_folder(folder: Path, lexicon: Lexicon | None = None, *, compiled: bool = True) -> tuple[Rule, ...]:
    """All rules of a pack, by id: ``<group>/<name>.yaml`` below ``folder``, less words, links and data. Raises DataError."""
    files = sorted(_files(folder))
    ids = {p: p.relative_to(folder).with_suffix("").as_posix() for p in files}
    return tuple(load_file(p, i, lexicon, compiled=compiled) for p, i in sorted(ids.items(), key=lambda x: x[1])
                 if "/" in i and i.split("/")[0] not in DATA_FOLDERS and not any(s.startswith(".") for s in i.split("/")))


def _files(folder: Path) -> Iterator[Path]:
    """The YAML files below a folder; links to folders are not followed. Raises DataError where they are too many."""
    count = 0
    for path in folder.rglob("*.yaml"):
        if path.is_file():
            count += 1
            if count > MAX_FILES:
                raise DataError(f"there are more than {MAX_FILES:,} rule files below this folder", folder.as_posix())
            yield path


def load_rule(text: str, path: str, rule_id: str, lexicon: Lexicon | None = None, *, compiled: bool = True) -> Rule:
    """The rule that ``text`` is. ``rule_id`` is its path below the rule pack; the file must say the same.

    Without ``compiled`` templates are only looked over. Raises DataError.
    """
    return _Loader(parse(text, path), rule_id, lexicon or default_lexicon(), compiled).rule()


class _Shipped(Rule):
    """A rule that is known to be in order: its examples are read when they are asked for."""

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        return read_examples(self.node.get("examples") if self.node else None)


class _Loader:
    def __init__(self, node: Node, rule_id: str, lexicon: Lexicon, compiled: bool):
        self.node, self.id, self.lexicon, self.compiled = node, rule_id, lexicon, compiled
        self.names: dict[str, Named] = {}

    def rule(self) -> Rule:
        node = self.node
        node.only(*KEYS)
        for key in NEEDED:
            if node.get(key) is None:
                raise node.error(f"'{key}' is missing")
        self.check_id(self.need("rule"))
        bind = read_bind(self.need("bind"))
        match = read_match(node.get("match"), bind, self.lexicon, compiled=self.compiled)
        link = read_link(node.get("link"), bind)
        self.bound(bind, match, link)
        lists = list_places(match, link)
        kinds = resolve_kinds(bind)
        for name, selector in bind.items():
            dimension = selector.dimension or dimension_of(kinds[name])
            self.names[name] = Named(dimension, LIST) if name in lists else Named(dimension)
        lookup = self.lookup(node.get("lookup"), match)
        tolerance = self.tolerance(node.get("tolerance"))
        let = self.lets(node.get("let"))
        rule = (Rule if self.compiled else _Shipped)(
            id=self.id, title=self.line("title"), severity=read_severity(self.need("severity")), bind=bind, match=match,
            link=link, within=read_within(node.get("within")), lookup=lookup, let=let, tolerance=tolerance,
            when=self.truth(node.get("when")), unless=self.truth(node.get("unless")),
            assert_=self.expression(self.need("assert"), tolerance=tolerance, want=TRUTH),
            rounding=self.one_of("rounding", ROUNDINGS),
            mended=self.expression(self.need("assert"), want=TRUTH) if self.one_of("slips", SLIPS) == "close" else None,
            each=self.each(node.get("each"), bind), absent=self.excuses(node.get("absent"), ()),
            excuses=self.excuses(node.get("excuses"), ("excuses",)), message=self.message(self.need("message")),
            explain=self.optional("explain"), examples=read_examples(node.get("examples")) if self.compiled else (),
            aliases=self.aliases(node.get("aliases")), node=node)
        if not self.compiled:
            del rule.__dict__["examples"]
        return rule

    def need(self, key: str) -> Node:
        found = self.node.get(key)
        assert found is not None
        return found

    def line(self, key: str) -> str:
        text = self.need(key).text().strip()
        if not text or "\n" in text:
            raise self.need(key).error("one line of text is wanted here")
        return text

    def optional(self, key: str) -> str:
        node = self.node.get(key)
        return node.text() if node else ""

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        node = self.node.get(key)
        return node.one_of(*allowed) if node else allowed[0]

    def check_id(self, node: Node) -> None:
        said = node.text()
        if said != self.id:
            raise node.error(f"the id '{said}' is not the file's path; it should be '{self.id}'")
        if not _ID.match(said):
            raise node.error(f"'{said}' cannot be an id: it is group/name, in small letters, digits and hyphens")

    def bound(self, bind: Mapping[str, Selector], match: tuple[tuple[Template, ...], ...], link: LinkUse | None) -> None:
        """Refuse a place that nothing but its kind would pick."""
        linked = set(link.roles.values()) if link else set()
        ways = [linked | {p for t in templates for p in t.places} for templates in match] or [linked]
        if not match and not link and len(bind) == 1:
            return
        node = self.need("bind")
        for name, selector in bind.items():
            if selector.is_plain and not all(name in way for way in ways):
                where = "a phrase or a link" if not match else "every alternative of 'match', or the link,"
                at = (node.keys or {}).get(name, node)
                raise at.error(f"nothing says which number '{name}' is: name it in {where} or narrow it (of, near, in, same as)")

    def lookup(self, node: Node | None, match: tuple[tuple[Template, ...], ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in node.items() if node else ():
            key = (node.keys or {}).get(name, value) if node else value
            check_name(key, name)
            if name in self.names:
                raise key.error(f"'{name}' is already bound")
            chosen = value.text()
            if not all(any(w == chosen for t in templates for w, _ in word_lists(t.text)) for templates in match) or not match:
                raise value.error(f"every phrase must hold <{chosen}>, for its word to choose the entry")
            try:
                dimension = table(self.lexicon, chosen).dimension
            except DataError as e:
                raise value.error(e.what) from None
            except ValueError as e:
                raise value.error(str(e)) from None
            self.names[name] = Named(dimension, bound=False)
            found[name] = chosen
        return found

    def lets(self, node: Node | None) -> dict[str, Expression]:
        """Named intermediate values: a mapping, or lines of ``name = expression``."""
        found: dict[str, Expression] = {}
        if node is None:
            return found
        pairs: list[tuple[str, Node, Node, int, str]] = []
        if isinstance(node.value, str):
            at = 0
            for text in node.value.split("\n"):
                equals = _LET.match(text)
                if text.strip():
                    if not equals:
                        raise error_at(node, "a line of 'let' is written name = expression", at)
                    pairs.append((equals[1], node, node, at + equals.end(), text[equals.end():]))
                at += len(text) + 1
        else:
            pairs = [(n, (node.keys or {}).get(n, v), v, 0, v.text()) for n, v in node.items()]
        if len(pairs) > MAX_LETS:
            raise node.error(f"a rule can name at most {MAX_LETS} values")
        for name, key, value, offset, text in pairs:
            check_name(key, name)
            if name in self.names:
                raise key.error(f"'{name}' is already bound")
            found[name] = made = self.compile(value, text, offset)
            self.names[name] = Named(made.dimension, made.what, bound=False)
        return found

    def truth(self, node: Node | None) -> Expression | None:
        return None if node is None else self.expression(node, want=TRUTH)

    def expression(self, node: Node, **options: Any) -> Expression:
        if isinstance(node.value, bool):
            return self.compile(node, "true" if node.value else "false", 0, **options)
        return self.compile(node, node.text(), 0, **options)

    def compile(self, node: Node, text: str, start: int, **options: Any) -> Expression:
        names: Mapping[str, Dimension | Named | None] = dict(self.names)
        return compile_expression(text, names, error=lambda what, offset: error_at(node, what, start + offset), **options)

    def tolerance(self, node: Node | None) -> Tolerance | None:
        if node is None:
            return None
        text = str(node.value) if isinstance(node.value, (int, float)) and not isinstance(node.value, bool) else node.text()
        try:
            return parse_tolerance(text)
        except ValueError as e:
            raise node.error(str(e)) from None

    def each(self, node: Node | None, bind: Mapping[str, Selector]) -> str | None:
        if node is None:
            return None
        name = node.text()
        if name not in bind:
            raise node.error(f"'{name}' is not bound{did_you_mean(name, bind)}")
        return name

    def excuses(self, node: Node | None, default: tuple[str, ...]) -> tuple[str, ...]:
        if node is None:
            return default
        known = known_lists(self.lexicon)
        for item in node.list():
            if item.text() not in known:
                raise item.error(f"there is no word list '{item.text()}'{did_you_mean(item.text(), known)}")
        return tuple(item.text() for item in node.list())

    def message(self, node: Node) -> Any:
        return compile_message(node.text().strip(), self.names, lambda what, offset: error_at(node, what, offset))

    def aliases(self, node: Node | None) -> tuple[str, ...]:
        found = []
        for item in node.list() if node else ():
            if not _ID.match(item.text()) or item.text() == self.id:
                raise item.error("an alias is an id that the rule had before: group/name")
            found.append(item.text())
        return tuple(found)


def read_severity(node: Node) -> Severity:
    """One word, or a mapping by certainty and slip."""
    if not isinstance(node.value, dict):
        return Severity(else_=node.one_of(*SEVERITIES))
    node.only(*CERTAINTIES, "slip", "else")
    said = {key: value.one_of(*SEVERITIES) for key, value in node.items()}
    if not said:
        raise node.error("a severity is wanted here: error, warning, note or off")
    return Severity(said.get("stated"), said.get("inferred"), said.get("guessed"), said.get("slip"), said.get("else", "warning"))
