"""Every rule of a rule set on one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..language.expression import Tools
from ..language.model import CERTAINTIES, SEVERITIES, Rule
from ..language.ruleset import RuleSet
from ..links.model import Links
from ..links.prose.view import View
from ..numbers.mention import Reading
from .bind import Binder, Candidate, Group, ids_of
from .judge import Judge, Judgement
from .outcome import CONSISTENT, INCONSISTENT, UNDECIDED, Check, Trace, Verdicts
from .plan import Plan, make_plan
from .slip import Slip, find_slip

#: Of several candidates that all miss, so many are asked for a slip.
MAX_SLIPPED = 8


def check_reading(reading: Reading, links: Links, view: View, ruleset: RuleSet, *, trace: bool = False) -> Verdicts:
    """The verdicts of all rules that are not off for this article, by position and then rule.

    ``trace`` also tells, for rules that bound something and said nothing, where they stopped.
    """
    path = reading.article.path

    def severity(rule: Rule, certainty: str, slip: bool) -> str:
        return ruleset.severity(rule, path, certainty, slip)

    active = _active(ruleset, path if ruleset.overrides else None)
    return check_plans(reading, links, view, active, ruleset.lexicon, severity, trace=trace)


def check_plans(reading: Reading, links: Links, view: View, active: Iterable[Plan], lexicon: Lexicon,
                severity: Callable[[Rule, str, bool], str], *, trace: bool = False) -> Verdicts:
    """The same for plans of one's own; ``severity(rule, certainty, slip)`` says how bad a miss is."""
    runner = _Runner(reading, links, view, lexicon, severity, trace)
    for plan in active:
        if view.watch is not None:
            view.watch.check()
        try:
            runner.run(plan)
        except TimeoutError:
            view.late = True
            view.note(f"a search for {plan.rule.id} took longer than {view.caps.search:g} s and was given up")
    return Verdicts(runner.sorted(), tuple(sorted(runner.traces, key=lambda t: (t.start, t.rule, t.end))))


@lru_cache(maxsize=8)
def plans(ruleset: RuleSet) -> tuple[Plan, ...]:
    """The rules of a set, ready to be tried."""
    return tuple(make_plan(rule, ruleset.lexicon) for rule in ruleset.rules)


@lru_cache(maxsize=256)
def _active(ruleset: RuleSet, path: str | None) -> tuple[Plan, ...]:
    """The rules that are not off for the article at ``path`` (None: where no override could tell)."""
    return tuple(plan for plan in plans(ruleset) if not ruleset.severity_of(plan.rule, path).is_off)


@dataclass(frozen=True, slots=True)
class _Verdict:
    candidate: Candidate
    judgement: Judgement


class _Runner:
    def __init__(self, reading: Reading, links: Links, view: View, lexicon: Lexicon,
                 severity: Callable[[Rule, str, bool], str], trace: bool):
        self.reading, self.severity, self.tracing = reading, severity, trace
        self.article = reading.article
        self.binder = Binder(reading, links, view, lexicon)
        self.judge = Judge(reading, Tools(article=reading.article, reading=reading, links=links, lexicon=lexicon,
                                          published=reading.article.published), lexicon, view.caps)
        self.checks: dict[tuple[str, tuple[int, ...]], Check] = {}
        self.traces: list[Trace] = []

    def run(self, plan: Plan) -> None:
        groups = self.binder.groups(plan)
        if self.tracing and not groups:
            self.trace_silence(plan)
        for group in groups:
            check = self.decide(plan.rule, group)
            if check is not None:
                self.keep(check)

    def decide(self, rule: Rule, group: Group) -> Check | None:
        """Charity: any candidate that holds settles the group; it fails only if none does."""
        judged = [_Verdict(c, self.judge.judge(rule, c)) for c in group.candidates]
        if self.tracing:
            for v in judged:
                self.trace(rule, v)
        by = {o: [v for v in judged if v.judgement.outcome == o] for o in (CONSISTENT, UNDECIDED, INCONSISTENT)}
        if by[CONSISTENT]:
            return self.check(rule, by[CONSISTENT][0], None)
        if by[UNDECIDED]:
            return self.check(rule, by[UNDECIDED][0], None)
        if not by[INCONSISTENT]:
            return None
        return self.miss(rule, by[INCONSISTENT], group.cut)

    def miss(self, rule: Rule, missed: list[_Verdict], cut: bool) -> Check | None:
        """None of the candidates holds. Where several could be meant, only a slip tells which: else it stays undecided."""
        chosen, slip = missed[0], None
        for v in missed[:MAX_SLIPPED]:
            found = find_slip(self.judge, rule, v.candidate)
            if found and (slip is None or (found.evidence and not slip.evidence)):
                chosen, slip = v, found
        rivals = len(missed) > 1
        doubt = None
        if cut:
            doubt = "cut short: too many numbers could be meant"
        elif rivals and not (slip and slip.evidence):
            doubt = "several numbers could be meant"
        check = self.check(rule, chosen, slip, doubt=doubt, rivals=rivals)
        return None if check.severity == "off" else check

    def check(self, rule: Rule, verdict: _Verdict, slip: Slip | None, *, doubt: str | None = None, rivals: bool = False) -> Check:
        c, j = verdict.candidate, verdict.judgement
        ids = tuple(sorted(set(ids_of(c.binding)), key=lambda i: (self.reading.by_id[i].start, i)))
        first = self.reading.by_id[ids[0]]
        outcome, reason = j.outcome or UNDECIDED, j.why or None
        if doubt:
            outcome, reason, slip = UNDECIDED, doubt, None
        certainty = "guessed" if rivals else c.certainty
        return Check(
            rule=rule.id, title=rule.title,
            severity=self.severity(rule, certainty, outcome != INCONSISTENT or bool(slip and slip.evidence)),
            outcome=outcome, certainty=certainty, mentions=ids, binding=dict(c.binding),
            message=rule.message.render(j.values or {}, self.judge.tools),
            line=self.article.line_column(first.start)[0],
            words=tuple(self.reading.by_id[i].text for i in ids_of(c.binding)),
            slip=slip.name if slip else None, mend=slip.mend if slip else None,
            reason=reason if outcome != CONSISTENT else None, joins=len(ids) > 1)

    def keep(self, check: Check) -> None:
        """One check per rule and set of mentions; what holds wins, then what was bound more surely."""
        key = (check.rule, check.mentions)
        old = self.checks.get(key)
        if old is None or (_RANK[check.outcome], check.certainty) > (_RANK[old.outcome], old.certainty):
            self.checks[key] = check

    def sorted(self) -> tuple[Check, ...]:
        at = self.reading.by_id
        return tuple(sorted(_once(self.checks.values()), key=lambda c: (at[c.mentions[0]].start, c.rule, c.mentions)))

    # ---- why a rule said nothing

    def trace(self, rule: Rule, v: _Verdict) -> None:
        words = ", ".join(f"{n} = {self._words(i)}" for n, i in v.candidate.binding.items())
        outcome = v.judgement.outcome or "does not apply"
        why = f"{words}: {outcome}" + (f" ({v.judgement.stage}: {v.judgement.why})" if v.judgement.why else "")
        self.traces.append(Trace(rule.id, v.candidate.start, v.candidate.end, v.judgement.stage, why))

    def trace_silence(self, plan: Plan) -> None:
        if not self.binder.possible(plan):
            missing = [n for n, kinds in plan.rule.kinds.items() if kinds and self.binder.have.isdisjoint(kinds)]
            why = f"nothing here could be {' or '.join(missing)}" if missing else "no link of the kind it needs"
            self.traces.append(Trace(plan.rule.id, 0, 0, "kinds", why))
        else:
            self.traces.append(Trace(plan.rule.id, 0, 0, "match", "none of its phrases occur with the numbers they need"))

    def _words(self, bound: int | tuple[int, ...]) -> str:
        ids = bound if isinstance(bound, tuple) else (bound,)
        return " + ".join(f"'{self.reading.by_id[i].text}'" for i in ids)


def _once(checks: Iterable[Check]) -> list[Check]:
    """One slip is told once: of the rules of one group that miss on the same three or more numbers the gravest speaks."""
    kept: list[Check] = []
    told: dict[tuple[str, tuple[int, ...]], Check] = {}
    for check in checks:
        key = (check.rule.partition("/")[0], check.mentions)
        if check.outcome != INCONSISTENT or len(check.mentions) < 3:
            kept.append(check)
        elif key not in told or _grave(check) < _grave(told[key]):
            told[key] = check
    return [*kept, *told.values()]


def _grave(check: Check) -> tuple[int, int, str]:
    return SEVERITIES.index(check.severity), CERTAINTIES.index(check.certainty), check.rule


_RANK = {UNDECIDED: 0, INCONSISTENT: 1, CONSISTENT: 2}


