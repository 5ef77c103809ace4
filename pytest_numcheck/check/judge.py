"""Whether what a rule asserts can be true of the numbers bound to it.

The order is fixed: ``when`` must be true; ``unless`` excuses on true or maybe; then ``let`` and ``assert``, which fails on
false only; a miss is forgiven where cut digits explain it, and left undecided where the passage speaks of an earlier or
a rival figure. ``let`` names are worked out when first asked for.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..base.caps import CAPS, Caps
from ..base.lexicon import Lexicon
from ..language.expression import Tools
from ..language.lookup import band
from ..language.model import Rule
from ..language.value import Undecided, Value, list_value, value_of
from ..numbers.interval import Interval
from ..numbers.mention import Cue, Mention, Reading
from .bind import Candidate, Places, ids_of
from .excuse import Excuses
from .outcome import CONSISTENT, INCONSISTENT, UNDECIDED

#: No hedge stretches a stated number so far.
STRETCH = 9.5
Swaps = Mapping[int, Mention]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``outcome`` is None where the rule does not apply; ``stage`` and ``why`` say where it stopped."""

    outcome: str | None
    stage: str
    why: str = ""
    #: what the names stand for, for the message
    values: Mapping[str, Value] | None = None


class Values(Mapping[str, Value]):
    """The names of a rule: bound places, looked-up bands and lazily the lets."""

    def __init__(self, rule: Rule, made: dict[str, Value], tools: Tools):
        self._rule, self._made, self._tools = rule, made, tools
        self._failed: dict[str, Undecided] = {}

    def __getitem__(self, name: str) -> Value:
        if name in self._made:
            return self._made[name]
        if name in self._failed:
            raise self._failed[name]
        expression = self._rule.let[name]
        try:
            value = self._made[name] = expression.evaluate(self, self._tools)
        except Undecided as e:
            self._failed[name] = e
            raise
        return value

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*self._made, *self._rule.let])

    def __len__(self) -> int:
        return len(set(self._made) | set(self._rule.let))


class Judge:
    """Judges the rules of a rule set on one article."""

    def __init__(self, reading: Reading, tools: Tools, lexicon: Lexicon, caps: Caps = CAPS):
        self.reading, self.tools, self.lexicon = reading, tools, lexicon
        self.excuses = Excuses(reading.article, lexicon, caps.search)
        #: how often each figure stands in the article, once a slip has asked
        self.figures: Counter[tuple[object, ...]] | None = None

    def judge(self, rule: Rule, candidate: Candidate) -> Judgement:
        """The whole way from ``when`` to a verdict."""
        if rule.absent and self.excuses.anywhere(rule.absent):
            return Judgement(None, "absent", str(self.excuses.anywhere(rule.absent)))
        values = self.values(rule, candidate, rule.rounding)
        try:
            if rule.when and rule.when.evaluate(values, self.tools).truth is not True:
                return Judgement(None, "when", rule.when.source)
            if rule.unless and rule.unless.evaluate(values, self.tools).truth is not False:
                return Judgement(None, "unless", rule.unless.source)
        except Undecided as e:
            return Judgement(None, "when", str(e))
        try:
            truth = rule.assert_.evaluate(values, self.tools).truth
        except Undecided as e:
            return Judgement(UNDECIDED, "assert", str(e), values)
        if truth is not False and self._stretched(rule, candidate):
            return Judgement(INCONSISTENT, "assert", "no hedge excuses a factor of ten", values)
        if truth is not False or self._holds(rule, candidate, "cut"):
            return Judgement(CONSISTENT, "assert", "", values)
        word = self.excuses.word(rule.excuses, [self.reading.by_id[i] for i in ids_of(candidate.binding)])
        if word:
            return Judgement(UNDECIDED, "excuses", f"'{word}' may speak of another figure", values)
        return Judgement(INCONSISTENT, "assert", "", values)

    def mended(self, rule: Rule, candidate: Candidate, swaps: Swaps, binding: Places | None = None) -> bool:
        """Whether the assertion can hold with some mentions replaced or places bound otherwise, as closely as the rule asks."""
        candidate = candidate if binding is None else replace(candidate, binding=binding)
        if rule.mended is None:
            return self._holds(rule, candidate, rule.rounding, swaps)
        try:
            truth = rule.mended.evaluate(self.values(rule, candidate, "close", swaps), self.tools).truth
        except (Undecided, ArithmeticError):
            return False
        return truth is not False

    def _holds(self, rule: Rule, candidate: Candidate, rounding: str, swaps: Swaps | None = None) -> bool:
        if rounding == "cut" and (rule.rounding != "printed" or rule.mended is not None):
            return False
        try:
            truth = rule.assert_.evaluate(self.values(rule, candidate, rounding, swaps), self.tools).truth
        except (Undecided, ArithmeticError):
            return False
        return truth is not False

    def _stretched(self, rule: Rule, candidate: Candidate) -> bool:
        """Whether only a hedge's open side makes it true: the figures themselves are ten times apart."""
        if candidate.certainty != "stated":
            return False
        tight = {}
        for i in ids_of(candidate.binding):
            m = self.reading.by_id[i]
            if isinstance(m, Mention) and m.hedge and m.value and m.value > 0 and m.moment is None and m.value2 is None:
                tight[i] = _tightened(m)
        return bool(tight) and not self._holds(rule, candidate, rule.rounding, tight)

    def values(self, rule: Rule, candidate: Candidate, rounding: str, swaps: Swaps | None = None) -> Values:
        """What the names of the rule stand for."""
        made: dict[str, Value] = {}
        for name, bound in candidate.binding.items():
            if isinstance(bound, tuple):
                made[name] = list_value([self._thing(i, swaps) for i in bound], rounding)
            else:
                made[name] = value_of(self._thing(bound, swaps), rounding)
        by = rule.link.roles.get("by") if rule.link and rule.link.kind == "change" else None
        if by in made:
            made[by] = _signed(made[by], candidate.sign)
        for name, table in rule.lookup.items():
            found = band(self.lexicon, table, candidate.words.get(table, ""))
            if found is not None:
                made[name] = found
        return Values(rule, made, self.tools)

    def _thing(self, i: int, swaps: Swaps | None) -> Mention | Cue:
        return swaps[i] if swaps and i in swaps else self.reading.by_id[i]


def _signed(by: Value, sign: int) -> Value:
    """The size of a change with the sign that its verb gives it; with either, where no verb tells."""
    if sign > 0 or by.interval is None:
        return by
    turned = tuple(-i for i in by.allowed())
    if sign == 0:
        return replace(by, others=(*by.others, *turned))
    return replace(by, interval=turned[0], others=turned[1:], nominal=None if by.nominal is None else -by.nominal)


def _tightened(m: Mention) -> Mention:
    assert m.value is not None
    limits = Interval(m.value / STRETCH, m.value * STRETCH)
    return replace(m, printed=_cut(m.printed, limits), loose=_cut(m.loose, limits))


def _cut(a: Interval | None, limits: Interval) -> Interval | None:
    if a is None or (a.low >= limits.low and a.high <= limits.high):
        return a
    low, high = max(a.low, limits.low), min(a.high, limits.high)
    if low > high or math.isinf(low):
        return a
    return Interval(low, high, a.low_open and low == a.low, a.high_open and high == a.high)
