"""Rules made ready to be tried: their templates compiled once for a lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..base.lexicon import Lexicon
from ..language.model import Rule
from ..links.prose.phrase import Phrase, compile_phrase
from ..links.prose.view import View

_BITS: dict[str, int] = {}


@dataclass(slots=True)
class Step:
    """One template of an alternative and how sure it makes a binding."""

    text: str
    certainty: str
    _kinds: tuple[tuple[str, tuple[str, ...]], ...]
    _lexicon: Lexicon
    _made: Phrase | None = field(default=None, repr=False, compare=False)

    @property
    def phrase(self) -> Phrase:
        """The compiled template: made when an article first holds all kinds that the rule needs. Raises PhraseError."""
        if self._made is None:
            self._made = compile_phrase(self.text, dict(self._kinds), self._lexicon, known=True)
        return self._made


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule and its alternatives, each a conjunction of templates."""

    rule: Rule
    alternatives: tuple[tuple[Step, ...], ...]
    #: for each place that a kind narrows the kinds that may fill it, as a mask (see ``kind_mask``)
    needs: tuple[int, ...] = ()


def worded(steps: tuple[Step, ...], view: View) -> bool:
    """Whether the article holds the words that each of these templates needs."""
    return all(step.phrase.possible(view) for step in steps)


def kind_mask(kinds: Iterable[str]) -> int:
    """One bit for each kind."""
    mask = 0
    for kind in kinds:
        mask |= _BITS[kind] if kind in _BITS else _BITS.setdefault(kind, 1 << len(_BITS))
    return mask


def make_plan(rule: Rule, lexicon: Lexicon) -> Plan:
    """The plan of a rule; a template is compiled when it is first tried."""
    kinds = tuple(rule.kinds.items())
    return Plan(rule, tuple(
        tuple(Step(t.text, t.certainty, kinds, lexicon) for t in templates) for templates in rule.match
    ), tuple(dict.fromkeys(kind_mask(k) for k in rule.kinds.values() if k)))
