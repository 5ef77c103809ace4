"""The rules that hold for a document, and the verdicts on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..articles.draft import Broken
from ..articles.model import Article
from ..articles.read import UnreadableArticle, read_articles_text
from ..base.lexicon import Lexicon, default_lexicon
from ..base.strictyaml import DataError
from ..engine import RULESET_FILE, Report, check_article, load_rules

if TYPE_CHECKING:
    from ..language.ruleset import RuleSet


class Desk:
    """Rule sets by the folder whose ``numcheck.yaml`` they come from, each read once until ``forget``."""

    def __init__(self) -> None:
        self._known: dict[Path | None, RuleSet | DataError] = {}

    def forget(self) -> None:
        """Read all rule sets anew."""
        self._known.clear()

    def ruleset(self, path: Path | None) -> RuleSet:
        """The rule set of the nearest ``numcheck.yaml`` above a file, else the recommended one. Raises DataError."""
        home = self.home(path)
        if home not in self._known:
            try:
                self._known[home] = load_rules("numcheck:recommended@1") if home is None else load_rules(root=home)
            except DataError as e:
                self._known[home] = e
        found = self._known[home]
        if isinstance(found, DataError):
            raise found
        return found

    def lexicon(self, path: Path) -> Lexicon:
        """The words and data for a rule file; those that come with the package where the rule set cannot be read yet."""
        try:
            return self.ruleset(path).lexicon
        except DataError:
            return default_lexicon()

    def check(self, path: Path | None, text: str, suffix: str) -> list[Report]:
        """The verdicts on the articles of a document, named as from the folder of its rule set; nothing on what is skipped.

        Raises DataError, and UnreadableArticle, also where one of several articles is broken.
        """
        home = self.home(path)
        name = "article" if path is None else path.relative_to(home).as_posix() if home else path.name
        ruleset, reports = self.ruleset(path), []
        for one in read_articles_text(text, name=name, suffix=suffix):
            if isinstance(one, Broken):
                raise UnreadableArticle(one.error)
            if isinstance(one, Article):
                reports.append(check_article(one, ruleset))
        return reports

    @staticmethod
    def home(path: Path | None) -> Path | None:
        """The nearest folder above ``path`` that holds a ``numcheck.yaml``."""
        return next((folder for folder in (path.parents if path else ()) if (folder / RULESET_FILE).is_file()), None)
