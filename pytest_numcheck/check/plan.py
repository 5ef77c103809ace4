"""Rules made ready to be tried: their templates compiled once for a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..language.model import Rule
from ..links.phrase import Phrase, compile_phrase


@dataclass(frozen=True, slots=True)
class Step:
    """One template of an alternative and how sure it makes a binding."""

    text: str
    certainty: str
    _kinds: tuple[tuple[str, tuple[str, ...]], ...]
    _lexicon: Lexicon

    @property
    def phrase(self) -> Phrase:
        """The compiled template: made when an article first holds all kinds that the rule needs. Raises PhraseError."""
        return _phrase(self.text, self._kinds, self._lexicon)


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule and its alternatives, each a conjunction of templates."""

    rule: Rule
    alternatives: tuple[tuple[Step, ...], ...]


def make_plan(rule: Rule, lexicon: Lexicon) -> Plan:
    """The plan of a rule; a template is compiled when it is first tried."""
    kinds = tuple(rule.kinds.items())
    return Plan(rule, tuple(
        tuple(Step(t.text, t.certainty, kinds, lexicon) for t in templates) for templates in rule.match
    ))


@lru_cache(maxsize=4096)
def _phrase(text: str, kinds: tuple[tuple[str, tuple[str, ...]], ...], lexicon: Lexicon) -> Phrase:
    return compile_phrase(text, dict(kinds), lexicon)
