"""The verdicts on one article, as plain data that survives a trip through JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CONSISTENT, INCONSISTENT, UNDECIDED, WAIVED = "consistent", "inconsistent", "undecided", "waived"
SEVERITIES = ("error", "warning", "note", "off")
#: The severities that fail a run, by what the user says should: "never" reports only.
FAILS: Mapping[str, tuple[str, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


@dataclass(frozen=True, slots=True)
class Check:
    """One rule bound to mentions of one article."""

    rule: str
    title: str
    severity: str
    outcome: str
    certainty: str
    #: ids of mentions and cues, by position
    mentions: tuple[int, ...]
    binding: Mapping[str, int | tuple[int, ...]]
    message: str
    line: int
    #: the words bound, in the order of the binding: what a test id is made of
    words: tuple[str, ...]
    #: name of the likely slip, and the sentence that proposes the mend
    slip: str | None = None
    mend: str | None = None
    #: why it is undecided or waived
    reason: str | None = None
    #: joins at least two mentions or cues (a bound on one number alone covers nothing)
    joins: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a rule said nothing: what it looked at and where it stopped."""

    rule: str
    start: int
    end: int
    stage: str
    why: str


@dataclass(frozen=True)
class Verdicts:
    """All checks of one article, by position and then rule, with what never matched."""

    checks: tuple[Check, ...] = ()
    traces: tuple[Trace, ...] = field(default=())
