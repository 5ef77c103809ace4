"""From an article to its verdicts: the order in which the rooms work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .articles.model import Article, Ignore
from .articles.read import read_file, read_text
from .articles.shorten import shortened, without_rest
from .base.caps import CAPS, Caps
from .base.files import RECOMMENDED, RULESET_FILE
from .base.pause import unhindered
from .base.watch import OutOfTime, Watch, bell
from .check.outcome import Check, Verdicts
from .check.run import check_reading
from .language.ruleset import RuleSet, load_ruleset
from .links.find import find_links
from .links.model import Links
from .links.prose.view import View
from .numbers.mention import Reading
from .numbers.read import read_numbers
from .report.finding import Finding, findings
from .report.node import node_names
from .report.record import in_order, linked, record
from .report.terminal import finding
from .waive import waive

__all__ = ["RECOMMENDED", "RULESET_FILE", "Report", "check_article", "check_file", "check_text", "load_rules"]


@dataclass(frozen=True)
class Report:
    """One article judged. ``verdicts`` has waivers applied and no check whose rule is off."""

    article: Article
    reading: Reading
    links: Links
    verdicts: Verdicts
    #: waivers in the article that no finding needed
    unused: tuple[Ignore, ...] = ()
    #: what was not looked at, and why; nothing where all was
    cut: tuple[str, ...] = ()
    #: whether it was cut short by a clock: another run may come further
    late: bool = False

    @cached_property
    def checks(self) -> list[Check]:
        """The checks by position, then rule: the order of ``record()["checks"]``."""
        return in_order(self.reading, self.verdicts.checks)

    def record(self, path: str | None = None) -> dict[str, Any]:
        """The article's line of the JSON report; ``path`` names its file (default: the article's own)."""
        return record(self.reading, self.verdicts.checks, self._name(path), self.cut)

    def findings(self, path: str | None = None) -> dict[int, Finding]:
        """Index in ``checks`` → the finding, for checks that are inconsistent or waived."""
        nodes = [f"{self._name(path)}::{n}" for n in node_names((c.rule, c.words) for c in self.checks)]
        return findings(self.reading, self.checks, nodes, self.article.path if path is None else path)

    def finding(self, check: Check, path: str | None = None, *, brief: bool = False) -> str:
        """The check in plain words, with the passage and a caret under each number; ``brief`` leaves out how to waive it."""
        return finding(self.reading, check, self._name(path), brief=brief)

    def _name(self, path: str | None) -> str:
        """The article's name: its file, and which article of that file it is."""
        return self.article.name if path is None else replace(self.article, path=path).name

    @property
    def complaints(self) -> list[str]:
        """What is wrong with the waivers in the article, as ``name:line: what``."""
        name = self.article.path
        return [*self.article.problems,
                *(f"{name}{f':{w.line}' if w.line else ''}: the waiver of {w.rule} is not needed" for w in self.unused)]

    @property
    def linked(self) -> int:
        """How many numbers some link or check ties to another."""
        return len(linked(self.reading, self.links, self.verdicts.checks))


def check_article(article: Article, ruleset: RuleSet, *, trace: bool = False, caps: Caps = CAPS) -> Report:
    """Read the numbers of ``article`` and judge them. With ``trace`` the verdicts tell why rules said nothing.

    ``Report.cut`` tells which of ``caps`` left something unchecked. Of an article that is out of time nothing is judged,
    so that no verdict depends on the speed of the machine.
    """
    try:
        with unhindered(), bell(caps.seconds):
            return _checked(article, ruleset, trace, caps)
    except OutOfTime:
        why = f"it took longer than {caps.seconds:g} s of processor time; nothing in it was judged"
        return Report(article, Reading(article), Links(), Verdicts(), (), (why,), late=True)


def _checked(article: Article, ruleset: RuleSet, trace: bool, caps: Caps) -> Report:
    """Raises OutOfTime."""
    watch = Watch(caps.seconds)
    article, shorter = shortened(article, caps)
    reading = read_numbers(article, ruleset.lexicon, watch)
    if len(reading.mentions) > caps.numbers:  # in words
        article, shorter = without_rest(article, reading.mentions[caps.numbers].start, f"more than {caps.numbers:,} numbers")
        reading = read_numbers(article, ruleset.lexicon, watch)
    view = View(reading, ruleset.lexicon, caps, watch)
    links = find_links(view)
    verdicts = check_reading(reading, links, view, ruleset, trace=trace)
    on = [c for c in verdicts.checks if c.severity != "off"]
    checks, unused = waive(reading, on, ruleset.aliases)
    cut = (*([shorter] if shorter else ()), *view.notes)
    return Report(article, reading, links, Verdicts(checks, verdicts.traces), () if cut else unused, cut, view.late)


def check_text(text: str, *, ruleset: RuleSet | None = None, published: date | None = None, name: str = "<text>",
               suffix: str = ".txt", caps: Caps = CAPS) -> Report:
    """Check prose. ``suffix`` says what it is written in (".md" for Markdown); ``published`` holds where it has no date.

    The rules are those of ``load_rules()`` in the working folder where none are given. Raises UnreadableArticle.
    """
    article = read_text(text, name=name, suffix=suffix, published=published, caps=caps)
    return check_article(article, ruleset or _usual(Path.cwd()), caps=caps)


def check_file(path: str | Path, *, ruleset: RuleSet | None = None, published: date | None = None,
               name: str | None = None, caps: Caps = CAPS) -> Report:
    """Check a file; its suffix says what it is written in. Raises UnreadableArticle."""
    return check_article(read_file(Path(path), name=name, published=published, caps=caps), ruleset or _usual(Path.cwd()),
                         caps=caps)


def load_rules(*sources: str | Path, root: Path | None = None, severities: Mapping[str, str] | None = None) -> RuleSet:
    """The rule set that ``sources`` name together: rule set files, folders of rules, built-in sets.

    Without any it is ``numcheck.yaml`` in ``root`` (default: the working folder), else the recommended set.
    ``severities`` has the last word on single rules. Raises DataError (``file:line:column: what is wrong``).
    """
    root = Path.cwd() if root is None else root
    names = [str(s) for s in sources] or [RULESET_FILE] * (root / RULESET_FILE).is_file()
    if len(names) == 1 and not severities and (root / names[0]).is_file():
        return load_ruleset(root / names[0], root)
    return load_ruleset({"extends": names or [RECOMMENDED], "rules": dict(severities or {})}, root)


@lru_cache(maxsize=4)
def _usual(folder: Path) -> RuleSet:
    """The rule set where none is given; read once in a folder."""
    return load_rules(root=folder)
