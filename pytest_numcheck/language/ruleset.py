"""Rule sets: which rules apply to which article, how severe they are, and the words and data that they work with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ..base.files import rules_root
from ..base.lexicon import Lexicon
from ..base.pause import unhindered
from ..base.strictyaml import DataError, Node, did_you_mean
from .globs import Glob
from .load import DATA_FOLDERS, load_folder, read_severity
from .model import Rule, Severity
from .settings import Settings, read_settings

#: The built-in sets. A set never changes its rules' meaning under one version; a changed one gets a new version.
BUILT_IN = ("numcheck:recommended@1",)


@dataclass(frozen=True)
class Override:
    """Severities for the articles whose path fits one of ``files``."""

    files: tuple[Glob, ...]
    severities: Mapping[str, Severity]


@dataclass(frozen=True, eq=False)
class RuleSet:
    """Rules with the severities that a desk gives them. Two are equal if their ``key`` is."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    severities: Mapping[str, Severity] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    #: changes whenever a rule, a word list, a table or a setting does
    key: str = ""
    #: former ids of rules
    aliases: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleSet) and self.key == other.key

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id or former id. Raises KeyError, with the nearest id in its text."""
        wanted = self.aliases.get(rule_id, rule_id)
        for rule in self.rules:
            if rule.id == wanted:
                return rule
        raise KeyError(f"there is no rule '{rule_id}'{did_you_mean(rule_id, [r.id for r in self.rules])}")

    def severity(self, rule: Rule, article_path: str, certainty: str, slip: bool) -> str:
        """error, warning, note or off for a miss of ``rule`` in the article at ``article_path`` (the last word wins)."""
        return self.severity_of(rule, article_path).of(certainty, slip)

    def severity_of(self, rule: Rule, article_path: str | None = None) -> Severity:
        """All severities of ``rule`` for that article (None: for those that no override names)."""
        found = self.severities.get(rule.id, rule.severity)
        for override in self.overrides if article_path is not None else ():
            if rule.id in override.severities and any(g.fits(article_path or "") for g in override.files):
                found = override.severities[rule.id]
        return found


def load_ruleset(config: Mapping[str, Any] | Path | None = None, root: Path | None = None) -> RuleSet:
    """The rule set that ``config`` describes: a file (numcheck.yaml), a mapping of the same keys, or the recommended set.

    Paths in a file are relative to it, those of a mapping to ``root``. Raises DataError.
    """
    with unhindered():
        return _load(read_settings(config, Path() if root is None else root))


def _load(settings: Settings) -> RuleSet:
    lexicon = Lexicon(_merged(settings, "words"), _merged(settings, "data"))
    rules: dict[str, Rule] = {}
    for source in settings.sources:
        if isinstance(source, Path):
            found = load_folder(source, lexicon)
        elif lexicon == Lexicon():
            found = _recommended()
        else:
            found = load_folder(rules_root(), lexicon, compiled=False)
        rules.update((r.id, r) for r in found)
    ordered = tuple(rules[i] for i in sorted(rules))
    aliases = {old: r.id for r in ordered for old in r.aliases if old not in rules}
    ids = _Ids(ordered, aliases)
    severities: dict[str, Severity] = {}
    overrides: list[Override] = []
    for part in settings.parts:
        severities.update(ids.severities(part.get("rules")))
        overrides += [_override(node, ids) for node in _listed(part.get("overrides"))]
    key = _key(ordered, lexicon, settings)
    return RuleSet(ordered, lexicon, severities, tuple(overrides), key, aliases)


@cache
def _recommended() -> tuple[Rule, ...]:
    """The built-in rules; their templates are tried by the tests, not on every run."""
    return load_folder(rules_root(), compiled=False)


class _Ids:
    """Finds the rules that a key of ``rules:`` means: an id, a former id, or a whole group (``motion/*``)."""

    def __init__(self, rules: tuple[Rule, ...], aliases: Mapping[str, str]):
        self.ids, self.aliases = tuple(r.id for r in rules), aliases

    def severities(self, node: Node | None) -> Iterator[tuple[str, Severity]]:
        for key, value in node.items() if node else ():
            severity = read_severity(value)
            at = (node.keys or {}).get(key, value) if node else value
            for rule_id in self._meant(key, at):
                yield rule_id, severity

    def _meant(self, key: str, at: Node) -> tuple[str, ...]:
        if key.endswith("/*"):
            found = tuple(i for i in self.ids if i.startswith(key[:-1]))
        else:
            wanted = self.aliases.get(key, key)
            found = (wanted,) if wanted in self.ids else ()
        if not found:
            raise at.error(f"there is no rule '{key}'{did_you_mean(key, [*self.ids, *self.aliases])}")
        return found


def _override(node: Node, ids: _Ids) -> Override:
    node.only("files", "rules")
    files, rules = node.get("files"), node.get("rules")
    if files is None or rules is None:
        raise node.error("an override needs 'files' and 'rules'")
    globs = []
    for item in files.list() if isinstance(files.value, list) else [files]:
        try:
            globs.append(Glob(item.text()))
        except ValueError as e:
            raise e if isinstance(e, DataError) else item.error(str(e)) from None
    return Override(tuple(globs), dict(ids.severities(rules)))


def _listed(node: Node | None) -> list[Node]:
    return node.list() if node else []


def _merged(settings: Settings, what: str) -> dict[str, Any]:
    """The words or data of all parts, later ones laid over."""
    found: dict[str, Any] = {}
    for part in settings.parts:
        node = part.get(what)
        for name, value in node.items() if node else ():
            plain = value.plain()
            if what == "words" and not isinstance(plain, list) and not (isinstance(plain, dict) and set(plain) == {"replace"}):
                raise value.error("a list of words is wanted here, or {replace: [...]}")
            if what == "data" and not isinstance(plain, dict):
                raise value.error("a mapping is wanted here")
            below = found.get(name)
            if isinstance(below, list) and isinstance(plain, list):
                plain = [*below, *plain]
            elif isinstance(below, dict) and isinstance(plain, list):
                plain = {"replace": [*below["replace"], *plain]}
            elif isinstance(below, dict) and isinstance(plain, dict) and what == "data":
                plain = _over(below, plain)
            found[name] = plain
    return found


def _over(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{k: _over(below.get(k), v) for k, v in above.items()}}
    return above


def _key(rules: tuple[Rule, ...], lexicon: Lexicon, settings: Settings) -> str:
    parts = [[r.id, r.node.source if r.node else ""] for r in rules]
    settled = [[part.get(k).plain() for k in ("rules", "overrides") if part.get(k)] for part in settings.parts]  # type: ignore[union-attr]
    text = json.dumps([parts, lexicon.key, settled, _shipped_key()], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _shipped_key() -> str:
    """Changes with the word lists, link phrases and tables that come with the package."""
    digest = hashlib.sha256()
    for folder in DATA_FOLDERS:
        for path in sorted((rules_root() / folder).glob("*.yaml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
