"""Which mentions could fill the places of a rule.

Templates and links fix places ("the cue"); what they leave free is filled by the selectors from the scope. Candidates
that share what the cue fixed (or the place named by ``each``) form a group: one check apiece, judged with charity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..base.lexicon import Lexicon
from ..language.model import LIST_ROLES, Rule
from ..links.model import CONFIDENCES, Links
from ..links.parts.lists import is_open
from ..links.prose.view import View
from ..numbers.mention import Cue, Mention, Reading
from .plan import Plan, Step, kind_mask, worded
from .select import Selectors

#: Most candidates that one group may have.
MAX_CANDIDATES = 200

Places = dict[str, int | tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to fill all places. ``words`` is what each ``<list>`` matched; the span is the passage that it spoke of."""

    binding: Places
    words: dict[str, str]
    certainty: str
    start: int
    end: int
    via: str = ""
    #: which way a change link says it went: 1, -1, or 0 where the words do not say
    sign: int = 0


@dataclass(slots=True)
class Group:
    """Candidates that compete for one check."""

    key: tuple[object, ...]
    candidates: list[Candidate] = field(default_factory=list)
    cut: bool = False


class Binder:
    """Binds the rules of a rule set to one article."""

    def __init__(self, reading: Reading, links: Links, view: View, lexicon: Lexicon):
        self.reading, self.links, self.view = reading, links, view
        self.article = reading.article
        self.selectors = Selectors(reading, lexicon)
        self.have = {thing.kind for thing in reading}
        self._have = kind_mask(self.have)

    def possible(self, plan: Plan) -> bool:
        """Whether the article holds every kind (and link) that the rule needs: the cheap refusal."""
        have = self._have
        for need in plan.needs:
            if not need & have:
                return False
        return not plan.rule.link or bool(self.links.by_kind.get(plan.rule.link.kind))

    def groups(self, plan: Plan) -> list[Group]:
        """All groups of candidates of one rule, in order of position."""
        if not self.possible(plan):
            return []
        found: dict[tuple[object, ...], Group] = {}
        for cue in self._cues(plan):
            key = _key(plan.rule, cue)
            group = found.get(key)
            if group is None:
                if len(found) >= self.view.caps.checks:
                    self.view.note(f"{plan.rule.id} could make more than {self.view.caps.checks:,} checks; the rest was not made")
                    break
                group = found[key] = Group(key)
            for candidate in self._filled(plan.rule, cue):
                if len(group.candidates) >= MAX_CANDIDATES:
                    group.cut = True
                    break
                if all(c.binding != candidate.binding for c in group.candidates):
                    ordered = {n: candidate.binding[n] for n in plan.rule.bind if n in candidate.binding}
                    group.candidates.append(replace(candidate, binding=ordered))
        return [g for g in found.values() if g.candidates]

    # ---- what the cue fixes

    def _cues(self, plan: Plan) -> Iterator[Candidate]:
        rule = plan.rule
        starts = list(self._linked(rule)) if rule.link else None
        if starts == []:
            return
        if not plan.alternatives:
            yield from self._each(rule) if starts is None else starts
        for steps in plan.alternatives:
            if not worded(steps, self.view):
                continue
            partial = starts
            for step in steps:
                finds = self._found(rule, step)
                partial = list(finds) if partial is None else list(self._joined(rule, partial, list(finds)))
                if not partial:
                    break
            yield from partial or ()

    def _found(self, rule: Rule, step: Step) -> Iterator[Candidate]:
        wide = rule.within.unit != "sentence"
        for f in step.phrase.find(self.view, 0, len(self.article.text), cross=wide):
            binding = dict(f.binding)
            if self._in_scope(rule, ids_of(binding)) and self._fits(rule, binding):
                yield Candidate(binding, dict(f.words), step.certainty, f.start, f.end, step.text)

    def _linked(self, rule: Rule) -> Iterator[Candidate]:
        use = rule.link
        assert use is not None
        for link in self.links.by_kind.get(use.kind, ()):
            if all(link.roles.get(role) for role in use.roles):
                binding: Places = {
                    place: link.roles[role] if (use.kind, role) in LIST_ROLES else link.roles[role][0]
                    for role, place in use.roles.items()
                }
                if self._in_scope(rule, ids_of(binding)) and self._fits(rule, binding):
                    yield Candidate(binding, {}, link.confidence, link.start, link.end, f"{link.kind} ({link.via})", link.sign)

    def _joined(self, rule: Rule, left: list[Candidate], right: list[Candidate]) -> Iterator[Candidate]:
        shared = tuple(sorted(set.intersection(*(set(c.binding) for c in (*left, *right))))) if right else ()
        by: dict[tuple[object, ...], list[Candidate]] = {}
        for b in right:
            by.setdefault(tuple(b.binding[n] for n in shared), []).append(b)
        for a in left:
            for b in by.get(tuple(a.binding[n] for n in shared), ()):
                if any(a.binding[n] != i for n, i in b.binding.items() if n in a.binding):
                    continue
                both: Places = {**a.binding, **b.binding}
                ids = ids_of(both)
                if len(set(ids)) == len(ids) and self._in_scope(rule, ids) and self._fits(rule, both):
                    yield Candidate(both, {**a.words, **b.words}, worse(a.certainty, b.certainty), min(a.start, b.start),
                                    max(a.end, b.end), f"{a.via} + {b.via}", a.sign or b.sign)

    def _each(self, rule: Rule) -> Iterator[Candidate]:
        """A rule without templates and links: every mention that fits its ``each`` (or first) place is a cue."""
        name = rule.each or next(iter(rule.bind))
        for thing in self.view.ordered:
            if thing.kind in (rule.kinds[name] or (thing.kind,)) and self.selectors.fits(rule.bind[name], thing, {}):
                yield Candidate({name: thing.id}, {}, "stated", thing.start, thing.end, "selectors")

    # ---- what it leaves free

    def _filled(self, rule: Rule, cue: Candidate) -> Iterator[Candidate]:
        free = [n for n in rule.bind if n not in cue.binding]
        if not free:
            yield cue
            return
        sets = [(n, self._options(rule, n, cue)) for n in free]
        if all(options for _, options in sets):
            certainty = worse(cue.certainty, "inferred" if all(len(o) == 1 for _, o in sets) else "guessed")
            yield from self._product(rule, replace(cue, certainty=certainty), sets)

    def _product(self, rule: Rule, cue: Candidate, sets: list[tuple[str, list[int]]]) -> Iterator[Candidate]:
        if not sets:
            if self._fits(rule, cue.binding):
                yield cue
            return
        (name, options), rest = sets[0], sets[1:]
        for i in options:
            if i not in ids_of(cue.binding):
                binding: Places = {**cue.binding, name: i}
                if self._in_scope(rule, ids_of(binding)):
                    yield from self._product(rule, replace(cue, binding=binding), rest)

    def _options(self, rule: Rule, name: str, cue: Candidate) -> list[int]:
        """Mentions that could fill ``name``, nearest to the cue first."""
        selector, kinds, bound = rule.bind[name], rule.kinds[name], set(ids_of(cue.binding))
        near = [
            (abs(t.start - cue.start), t.id) for t in self._around(rule, cue)
            if t.id not in bound and (not kinds or t.kind in kinds) and self.selectors.fits(selector, t, cue.binding)
        ]
        return [i for _, i in sorted(near)[:MAX_CANDIDATES + 1]]

    def _around(self, rule: Rule, cue: Candidate) -> Iterable[Mention | Cue]:
        scope, sentences = rule.within, self.article.sentences
        if scope.unit in ("article", "headline+body"):
            return self.view.ordered
        at = [self.reading.by_id[i].sentence for i in ids_of(cue.binding)]
        first, last = min(at), max(at)
        if scope.unit == "sentences":
            first, last = max(last - scope.count + 1, 0), min(first + scope.count - 1, len(sentences) - 1)
        elif scope.unit == "paragraph":
            block = self.article.paragraphs[sentences[first].paragraph].sentences
            first, last = block[0].index, block[-1].index
        return self.view.holes(sentences[first].start, sentences[last].end)

    # ---- limits

    def _in_scope(self, rule: Rule, ids: list[int]) -> bool:
        unit = rule.within.unit
        if len(ids) < 2 or unit in ("article", "headline+body"):
            return True
        things = [self.reading.by_id[i] for i in ids]
        if unit == "paragraph":
            return len({t.paragraph for t in things}) == 1
        spread = [t.sentence for t in things]
        return max(spread) - min(spread) < (rule.within.count if unit == "sentences" else 1)

    def _fits(self, rule: Rule, binding: Places) -> bool:
        for name, value in binding.items():
            selector, kinds = rule.bind[name], rule.kinds[name]
            if selector.closed and isinstance(value, tuple) and self._open(value):
                return False
            for i in value if isinstance(value, tuple) else (value,):
                thing = self.reading.by_id[i]
                if (kinds and thing.kind not in kinds) or not self.selectors.fits(selector, thing, binding):
                    return False
        return True

    def _open(self, ids: tuple[int, ...]) -> bool:
        return bool(ids) and is_open(self.view, self.reading.by_id[ids[0]].start, self.reading.by_id[ids[-1]].end)


def _key(rule: Rule, cue: Candidate) -> tuple[object, ...]:
    if rule.each:
        return (rule.each, cue.binding.get(rule.each))
    return tuple(sorted(cue.binding.items()))


def ids_of(binding: Places) -> list[int]:
    """All ids in a binding, in the order of its places."""
    found: list[int] = []
    for value in binding.values():
        if isinstance(value, tuple):
            found += value
        else:
            found.append(value)
    return found


def worse(a: str, b: str) -> str:
    """The less certain of two certainties."""
    return max(a, b, key=CONFIDENCES.index)
