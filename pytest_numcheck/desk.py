"""Where articles are judged for pytest: each once, whatever the number of workers, with what was judged before kept."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cache import Claims, Store, digest

if TYPE_CHECKING:
    from .baseline import Baseline
    from .language.ruleset import RuleSet

#: A judged article as plain data: ``record`` (its line of the report), ``findings`` (index of a check: what to show),
#: ``prose`` (id, start, end in the prose of every number and cue), ``found`` (each finding as plain data, with the
#: index of its check), ``titles`` (by rule), ``linked`` and ``complaints`` about its waivers; ``error`` where it could
#: not be read.
Entry = dict[str, Any]


class Desk:
    """Judges articles. ``rules`` is called when the first article is not found in the store."""

    def __init__(self, rules: Callable[[], RuleSet], key: str, published: date | None, store: Store | None = None,
                 claims: Claims | None = None, place: tuple[int, int] = (0, 1), baseline: Baseline | None = None):
        self.rules, self.key, self.published, self.baseline = rules, key, published, baseline
        self.store, self.claims = store, claims
        #: this process' number and how many there are
        self.place = place
        self._waiting: dict[str, Path] = {}
        self._done: dict[str, Entry] = {}

    def expect(self, name: str, path: Path) -> None:
        """Say that ``path`` will be asked for: workers share out what is expected."""
        if self.claims and name not in self._done:
            self._waiting[name] = path

    def judge(self, name: str, path: Path) -> Entry:
        """The verdicts on one article, under ``name``. Never raises for what is wrong with the article."""
        if self.claims and name in self._waiting:
            self._share()
        entry = self._done.get(name)
        if entry is None:
            entry = self._entry(name, path, wait=True)
            assert entry is not None
            if self.claims:
                self._done[name] = entry
        return self.baseline.apply(entry) if self.baseline else entry

    def page(self, name: str, path: Path, entry: Entry) -> dict[str, Any]:
        """The article as the page shows it, as plain data. Its text is read again: it is kept nowhere."""
        from .articles.read import UnreadableArticle, read_file
        from .report.finding import Finding
        from .report.page.article import PageArticle, page_article
        error = entry.get("error")
        try:
            if error is None:
                article = read_file(path, name=name, published=self.published)
                found = [Finding.of({k: v for k, v in f.items() if k != "check"}) for f in entry["found"]]
                if article.sha256 == entry["record"]["sha256"]:
                    return page_article(article, entry["record"], entry["prose"], found).data()
                error = f"{name}: it has changed since it was checked"
        except (UnreadableArticle, OSError) as e:
            error = str(e)
        return PageArticle(name, name, None, error=str(error).partition("\n")[0]).data()

    def _share(self) -> None:
        """Judge whatever is expected and nobody else has begun, each worker from another place on."""
        waiting = list(self._waiting.items())
        self._waiting.clear()
        first = len(waiting) * self.place[0] // self.place[1]
        for name, path in waiting[first:] + waiting[:first]:
            entry = self._entry(name, path, wait=False)
            if entry is not None:
                self._done[name] = entry

    def _entry(self, name: str, path: Path, *, wait: bool) -> Entry | None:
        from .articles.read import read_bytes
        try:
            sha = hashlib.sha256(read_bytes(path)).hexdigest()
        except (OSError, ValueError):
            return self._fresh(name, path, "")  # it will say what is wrong
        if self.store is None:
            return self._fresh(name, path, sha)
        key = digest(self.key, name, path.suffix, sha, self.published)
        entry = self.store.get(name, key)
        if entry is not None and "error" in entry:
            entry = None  # try again what failed before
        if entry is None and self.claims and not self.claims.take(key):
            if not wait:
                return None
            entry = self.claims.wait(self.store, name, key)
        if entry is None:
            entry = self._fresh(name, path, sha)
            self.store.put(name, key, entry)
        return entry

    def _fresh(self, name: str, path: Path, sha: str) -> Entry:
        from .articles.read import UnreadableArticle
        from .engine import check_file
        from .report.page.article import prose_of
        try:
            report = check_file(path, ruleset=self.rules(), published=self.published, name=name)
        except UnreadableArticle as e:
            return failed(name, sha, str(e))
        except OSError as e:
            return failed(name, sha, f"{name}: {e.strerror or e}")
        except Exception:
            return failed(name, sha, f"{name}: numcheck itself failed on this article; please report it with what follows\n"
                          + traceback.format_exc())
        findings = {str(i): report.finding(c, name) for i, c in enumerate(report.checks)
                    if c.outcome in ("inconsistent", "waived")}
        found = [{"check": i, **f.data()} for i, f in report.findings(name).items()]
        return {"record": report.record(name), "findings": findings, "found": found, "prose": prose_of(report.reading),
                "titles": {c.rule: c.title for c in report.checks}, "linked": report.linked, "complaints": report.complaints}


def failed(name: str, sha: str, error: str) -> Entry:
    """The entry of an article that could not be read."""
    from .report.record import unread
    return {"record": unread(name, sha, error.partition("\n")[0]), "findings": {}, "found": [], "prose": [], "titles": {},
            "linked": 0, "complaints": [], "error": error}
