"""The sweep: items from the source, those not yet judged to the crew, answers to the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .batch import TEXT, batches
from .crew import Crew
from .findings import Findings
from .item import Item
from .pace import Pace
from .rulestate import RuleState
from .source import Source


@dataclass
class Outcome:
    """What one run did. ``counts`` tells of the articles judged in it."""

    judged: int = 0
    kept: int = 0
    repeated: int = 0
    gone: int = 0
    counts: Counter[str] = field(default_factory=Counter)


def sweep(source: Source, findings: Findings, crew: Crew, state: RuleState, pace: Pace, text: int = TEXT) -> Outcome:
    """Judge what is new or changed, or what changed rules may speak of; then leave out what the source no longer holds.

    Whatever ends it, a committed batch is neither lost nor judged again. Raises SweepError.
    """
    outcome = Outcome()
    findings.manifest.use(state)
    out: set[str] = set()

    def pending() -> Iterator[Item]:
        for item in source.items():
            known = None if item.key in out else findings.manifest.known(item.key)
            if known is False:
                out.add(item.key)
                yield item
            else:
                outcome.kept += known is True
                outcome.repeated += known is None
                pace.step()

    for batch, answer in crew.answers(batches(pending(), text)):
        findings.commit(batch, answer)
        out.difference_update(i.key for i in batch)
        outcome.judged += len(batch)
        outcome.counts.update(answer[0]["counts"])
        pace.judged(len(batch))
    if not source.broken_off:
        outcome.gone = findings.manifest.drop_unseen()
    findings.settle(text)
    return outcome
