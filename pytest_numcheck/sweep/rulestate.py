"""What a rule set was when an article was judged, so that a later one can tell which articles it must see again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..cache import digest
from ..language.model import Rule
from ..language.ruleset import RuleSet
from .code import code_state
from .mask import kinds_mask, links_mask

#: With more changed rules than this everything is judged anew.
MOST = 200


@dataclass(frozen=True, slots=True)
class Need:
    """What an article must have for a rule to say anything about it: one kind of each of ``kinds``, one of ``links``."""

    kinds: tuple[int, ...]
    links: int = 0


@dataclass(frozen=True, slots=True)
class RuleState:
    """``base`` changes with code, words and data; ``rules`` has each rule's sum and its need."""

    base: str
    rules: Mapping[str, tuple[str, Need]]

    @classmethod
    def of(cls, ruleset: RuleSet) -> RuleState:
        rules = {rule.id: (_sum(rule, ruleset), _need(rule)) for rule in ruleset.rules
                 if not _is_off(rule, ruleset)}
        return cls(digest(code_state(), ruleset.lexicon.key), rules)

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> RuleState:
        """What ``data()`` gave."""
        return cls(data["base"], {i: (s, Need(tuple(kinds), links)) for i, (s, kinds, links) in data["rules"].items()})

    def data(self) -> dict[str, Any]:
        return {"base": self.base, "rules": {i: [s, list(n.kinds), n.links] for i, (s, n) in self.rules.items()}}

    @property
    def key(self) -> str:
        return digest(self.data())

    def since(self, old: RuleState) -> list[Need] | None:
        """What an article judged under ``old`` must have for the difference to matter; None where it always may."""
        if self.base != old.base:
            return None
        needs = list(dict.fromkeys(self._changed(old)))
        return None if len(needs) > MOST else needs

    def changed(self, old: RuleState) -> int:
        """How many rules are new, gone or different."""
        return sum(self.rules.get(i) != old.rules.get(i) for i in {*self.rules, *old.rules})

    def _changed(self, old: RuleState) -> Iterator[Need]:
        for i in sorted({*self.rules, *old.rules}):
            mine, theirs = self.rules.get(i), old.rules.get(i)
            if mine != theirs:
                yield from (found[1] for found in (mine, theirs) if found)


def _is_off(rule: Rule, ruleset: RuleSet) -> bool:
    return ruleset.severity_of(rule).is_off and not any(rule.id in o.severities for o in ruleset.overrides)


def _sum(rule: Rule, ruleset: RuleSet) -> str:
    over = [[[g.pattern for g in o.files], str(o.severities[rule.id])] for o in ruleset.overrides if rule.id in o.severities]
    text = digest(rule.node.source if rule.node else "", str(ruleset.severity_of(rule)), over)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _need(rule: Rule) -> Need:
    """The same test that the binder makes before it looks at a text."""
    kinds = tuple(sorted({kinds_mask(k) for k in rule.kinds.values() if k}))
    return Need(kinds, links_mask([rule.link.kind]) if rule.link else 0)
