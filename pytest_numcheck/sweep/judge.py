"""One item judged: its articles as rows of the tables."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..articles.draft import Broken, Skipped
from ..articles.model import Article
from ..articles.read import UnreadableArticle, read_articles_data
from ..articles.sniff import LINES
from ..base.caps import CAPS, Caps
from ..engine import Report, check_article
from .item import Item
from .mask import ALL, kinds_mask, links_mask
from .part import Row
from .publisher import publisher

if TYPE_CHECKING:
    from ..language.ruleset import RuleSet
    from ..report.finding import Finding

_Read = Article | Skipped | Broken

@dataclass(frozen=True, slots=True)
class Terms:
    """How items are read, whatever the rules."""

    published: date | None = None
    fields: Mapping[str, str] | None = None
    publisher: str | None = None
    caps: Caps = CAPS


@dataclass(slots=True)
class Rows:
    """What a batch of items gives. ``marks``: for each item its key, its kinds and links as bits, and whether it is broken."""

    articles: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    checks: list[Row] = field(default_factory=list)
    marks: list[tuple[str, int, int, bool]] = field(default_factory=list)

    def table(self, name: str) -> list[Row]:
        rows: list[Row] = getattr(self, name)
        return rows


class Judge:
    """Adds the rows of one item after the other to ``rows``."""

    def __init__(self, ruleset: RuleSet, terms: Terms):
        self.ruleset, self.terms = ruleset, terms
        self.rows = Rows()

    def add(self, item: Item) -> None:
        """Never raises for what is wrong with the item: it becomes a broken article."""
        kinds = links = 0
        broken = False
        source = None if item.error else publisher(item, self.terms.publisher)
        for one in self._read(item):
            if isinstance(one, Article):
                try:
                    report = check_article(one, self.ruleset, caps=self.terms.caps)
                    self._add(*_rows(item, source, report))
                    kinds |= kinds_mask({m.kind for m in report.reading})
                    links |= links_mask({link.kind for link in report.links.all})
                    continue
                except Exception as e:
                    one = Broken(one.path, one.part, f"{one.name}: {_fault(e)}")
            broken = broken or isinstance(one, Broken)
            reason = one.error if isinstance(one, Broken) else one.reason
            self._add(_blank(item, one.name, source, "broken" if isinstance(one, Broken) else "skipped", reason))
        self.rows.marks.append((item.key, ALL if broken else kinds, ALL if broken else links, broken))

    def _add(self, article: Row, mentions: Sequence[Row] = (), checks: Sequence[Row] = ()) -> None:
        self.rows.articles.append(article)
        self.rows.mentions += mentions
        self.rows.checks += checks

    def _read(self, item: Item) -> list[_Read]:
        if item.error is not None:
            return [Broken(item.path, None, item.error)]
        try:
            found = read_articles_data(item.data, name=item.path, suffix=item.suffix, published=self.terms.published,
                                       fields=self.terms.fields, caps=self.terms.caps)
        except UnreadableArticle as e:
            return [Broken(item.path, None, str(e))]
        except Exception as e:
            return [Broken(item.path, None, f"{item.path}: {_fault(e)}")]
        return [_named(item, one) for one in found]


def _rows(item: Item, source: str | None, report: Report) -> tuple[Row, list[Row], list[Row]]:
    """The article's own row, and those of its numbers and checks."""
    article, name = report.article, report.article.name
    record, found = report.record(), report.findings()
    outcomes = [(c.severity if c.outcome == "inconsistent" else c.outcome) for c in report.checks]
    own = {
        **_blank(item, name, source, "cut" if report.cut else "checked", "; ".join(report.cut) or None),
        "sha256": article.sha256, "published": article.published,
        "title": article.title, "characters": len(article.text), "words": len(article.text.split()),
        "mentions": record["coverage"]["mentions"], "linked": report.linked, "checked": record["coverage"]["checked"],
        "checks": len(outcomes), "errors": outcomes.count("error"), "warnings": outcomes.count("warning"),
        "notes": outcomes.count("note"), "waived": outcomes.count("waived"), "undecided": outcomes.count("undecided"),
        "page": _page(report, record, list(found.values())) if found else None}
    mentions = [{"key": item.key, "article": name, "cue": cue, **number}
                for cue, numbers in ((False, record["mentions"]), (True, record["cues"])) for number in numbers]
    checks = []
    for i, (check, row) in enumerate(zip(report.checks, record["checks"], strict=True)):
        seen = found.get(i)
        checks.append({
            "key": item.key, "article": name, "published": article.published, "publisher": source, **row,
            "binding": json.dumps(row["binding"], separators=(",", ":")), "words": list(check.words), "mend": check.mend,
            "passage": seen.sentence if seen else None, "fingerprint": seen.fingerprint if seen else None})
    return own, mentions, checks


def _page(report: Report, record: dict[str, Any], found: list[Finding]) -> str:
    """The article as the page shows it, so that a page can be made when the source is out of reach."""
    from ..report.page.article import page_article
    from ..report.page.pieces import spots_of
    page = page_article(report.article, record, spots_of(report.reading), found)
    return json.dumps(page.data(), ensure_ascii=False, separators=(",", ":"))


def _named(item: Item, one: _Read) -> _Read:
    """A row without an id of its own is called by its content: its place would change with its neighbours."""
    if item.suffix in LINES and one.part == "item-1" and b"item-1" not in item.data:
        return replace(one, part=item.key[:12])
    return one


def _blank(item: Item, name: str, source: str | None, status: str, reason: str | None) -> Row:
    return {"key": item.key, "article": name, "sha256": "", "published": None, "publisher": source, "title": None,
            "status": status, "reason": reason, "characters": 0, "words": 0, "mentions": 0, "linked": 0, "checked": 0,
            "checks": 0, "errors": 0, "warnings": 0, "notes": 0, "waived": 0, "undecided": 0, "page": None}


def _fault(error: Exception) -> str:
    """What broke and where, without the article's words."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}"
