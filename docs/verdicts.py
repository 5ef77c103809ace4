"""What the checker itself says of an example, as Markdown: the pages of the rules and of the language show nothing else."""

from __future__ import annotations

import re
from datetime import date

from pytest_numcheck import check_text
from pytest_numcheck.check.outcome import CONSISTENT, INCONSISTENT, UNDECIDED, Check
from pytest_numcheck.engine import Report
from pytest_numcheck.language.model import Example, Rule
from pytest_numcheck.language.ruleset import RuleSet

NAME = "story.txt"


def judged(rules: RuleSet, example: Example) -> Report:
    """The example as an article of its own, under all the rules."""
    title = f"{plain(example.title)}\n\n" if example.title else ""
    published = date.fromisoformat(example.published) if example.published else None
    return check_text(title + example.text, ruleset=rules, published=published, name=NAME)


def plain(text: str) -> str:
    return re.sub(r"\[\[|\]\]", "", text)


def marked(example: Example) -> str:
    """The example's text with its marked numbers in bold."""
    text, at, out = example.text, 0, ""
    for start, end in sorted(example.marks):
        out += escaped(text[at:start]) + "**" + escaped(text[start:end]) + "**"
        at = end
    return " ".join((out + escaped(text[at:])).split())


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<])", r"\\\1", text)


def passage(example: Example) -> str:
    """The example with its headline and its date."""
    heading = f"(headline: {escaped(plain(example.title))}) " if example.title else ""
    return heading + marked(example) + (f" (published {example.published})" if example.published else "")


def fired(report: Report, rule: Rule) -> Check | None:
    return next((c for c in report.checks if c.rule == rule.id and c.outcome == INCONSISTENT), None)


def verdict(report: Report, rule: Rule) -> str:
    """What became of the rule: its finding, that it agrees, why it is undecided, or that it says nothing."""
    found = fired(report, rule)
    if found is not None:
        slip = f" Likely slip: {found.slip}. {found.mend or ''}".rstrip() if found.slip else ""
        return f"**{found.severity}**: {escaped(found.message)}{'.' if slip else ''}{escaped(slip)}"
    mine = [c for c in report.checks if c.rule == rule.id]
    if any(c.outcome == CONSISTENT for c in mine):
        return "agrees"
    undecided = next((c for c in mine if c.outcome == UNDECIDED), None)
    return f"undecided: {escaped(undecided.reason or '')}" if undecided else "nothing to compare"


def shown(report: Report, check: Check) -> str:
    """The finding as ``numcheck check`` prints it."""
    return report.finding(check)
