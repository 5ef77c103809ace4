"""A whole run as the outputs see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .coverage import ArticleCoverage
from .finding import Finding

ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class RuleText:
    """What an output tells of a rule: ``level`` is the strongest severity it can have, ``page`` its page in Markdown."""

    title: str
    explain: str
    level: str
    page: str


@dataclass
class Run:
    """Findings and what could not be read, in the order in which the articles were read."""

    version: str
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    articles: int = 0
    numbers: int = 0
    coverage: list[ArticleCoverage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: (article, why) of those that could not be read
    unread: list[tuple[str, str]] = field(default_factory=list)
    #: (article, why) of those that were cut short
    cut: list[tuple[str, str]] = field(default_factory=list)

    @property
    def open(self) -> list[Finding]:
        """The findings that nobody has waived."""
        return [f for f in self.findings if f.outcome == "inconsistent"]

    @property
    def ranked(self) -> list[Finding]:
        """The open findings, the worst first, by article and place."""
        return sorted(self.open, key=lambda f: (ORDER.get(f.severity, 3), f.article, f.spots[0].start if f.spots else 0, f.rule))

    def count(self, severity: str) -> int:
        return sum(f.severity == severity for f in self.open)
