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

    phrase: Phrase
    text: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule and its alternatives, each a conjunction of templates."""

    rule: Rule
    alternatives: tuple[tuple[Step, ...], ...]


def make_plan(rule: Rule, lexicon: Lexicon) -> Plan:
    """Compile the rule's templates. Raises PhraseError (the loader has tried them, so only for a desk's own words)."""
    kinds = tuple(rule.kinds.items())
    return Plan(rule, tuple(
        tuple(Step(_phrase(t.text, kinds, lexicon), t.text, t.certainty) for t in templates) for templates in rule.match
    ))


@lru_cache(maxsize=4096)
def _phrase(text: str, kinds: tuple[tuple[str, tuple[str, ...]], ...], lexicon: Lexicon) -> Phrase:
    return compile_phrase(text, dict(kinds), lexicon)
