"""Where articles are judged for pytest: each once, whatever the number of workers, with what was judged before kept."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .base.caps import CAPS, Caps
from .base.printable import clean
from .cache import Store, digest
from .claims import MOST_DEATHS, Claims

if TYPE_CHECKING:
    from .articles.draft import Broken, Skipped
    from .articles.model import Article
    from .baseline import Baseline
    from .claims import Claim
    from .language.ruleset import RuleSet

#: A judged article as plain data: ``part`` (which article of its file, None where it is alone), ``record`` (its line of
#: the report), ``findings`` (index of a check: what to show),
#: ``spots`` (id, start, end in the prose and reading of every number and cue), ``found`` (each finding as plain data, with the
#: index of its check), ``titles`` (by rule), ``linked`` and ``complaints`` about its waivers; ``error`` where it could
#: not be read; ``skipped`` (why) where it is no article to be checked.
Entry = dict[str, Any]
#: Reads the files that a plugin knows; None for others.
Reader = Callable[[Path], "Article | None"]
_OURS = "numcheck itself failed on this article; please report it with what follows"
_DIED = f"{MOST_DEATHS} workers died while they read or judged this file; it was given up, and nothing in it was checked"


class Desk:
    """Judges articles. ``rules`` is called when the first article is not found in the store."""

    def __init__(self, rules: Callable[[], RuleSet], key: str, published: date | None, store: Store | None = None,
                 claims: Claims | None = None, place: tuple[int, int] = (0, 1), baseline: Baseline | None = None,
                 fields: Mapping[str, str] | None = None, reader: Reader | None = None, caps: Caps = CAPS):
        self.rules, self.key, self.published, self.baseline = rules, key, published, baseline
        self.store, self.claims, self.fields, self.reader, self.caps = store, claims, fields, reader, caps
        #: this process' number and how many there are
        self.place = place
        self._waiting: dict[str, Path] = {}
        self._done: dict[str, list[Entry]] = {}
        #: the file that was last read again for the page
        self._reread: tuple[Path, list[Article | Skipped | Broken]] | None = None

    def expect(self, name: str, path: Path) -> None:
        """Say that ``path`` will be asked for: workers share out what is expected."""
        if self.claims and name not in self._done:
            self._waiting[name] = path

    def judge(self, name: str, path: Path) -> list[Entry]:
        """The verdicts on the articles of a file, called ``name``. Never raises for what is wrong with them."""
        if self.claims and name in self._waiting:
            self._share()
        entries = self._done.get(name)
        if entries is None:
            entries = self._entries(name, path, wait=True)
            assert entries is not None
            if self.claims:
                self._done[name] = entries
        return [self.baseline.apply(entry) for entry in entries] if self.baseline else entries

    def page(self, name: str, path: Path, entry: Entry) -> dict[str, Any]:
        """The article as the page shows it, as plain data. Its text is read again: it is kept nowhere.

        ``name`` is the article's, with its part.
        """
        from .articles.read import UnreadableArticle
        from .report.finding import Finding
        from .report.page.article import PageArticle, page_article
        error = entry.get("error")
        try:
            if error is None:
                if self._reread is None or self._reread[0] != path:
                    self._reread = path, self._read(name, path)
                article: Any = next((a for a in self._reread[1] if a.part == entry["part"]), None)
                found = [Finding.of({k: v for k, v in f.items() if k != "check"}) for f in entry["found"]]
                if getattr(article, "sha256", None) == entry["record"]["sha256"]:
                    return page_article(article, entry["record"], entry["spots"], found).data()
                error = f"{name}: it has changed since it was checked"
        except (UnreadableArticle, OSError) as e:
            error = str(e)
        return PageArticle(name, name, error=str(error).partition("\n")[0]).data()

    def _share(self) -> None:
        """Judge whatever is expected and nobody else has begun, each worker from another place on."""
        waiting = list(self._waiting.items())
        self._waiting.clear()
        first = len(waiting) * self.place[0] // self.place[1]
        for name, path in waiting[first:] + waiting[:first]:
            entries = self._entries(name, path, wait=False)
            if entries is not None:
                self._done[name] = entries

    def _entries(self, name: str, path: Path, *, wait: bool) -> list[Entry] | None:
        """The verdicts on a file; None where another process is at it and ``wait`` is not wanted."""
        if self.reader is not None:
            entries = self._fresh(name, path, "", ours=False)
            if entries:
                return entries
        if self.claims is None or self.store is None:
            return self._own(name, path)[1]
        pause = 0.002
        while True:
            try:
                with self.claims.claim(name) as claim:
                    if claim is not None:
                        return self._claimed(name, path, claim)
            except OSError:  # no place to write a claim to: everybody judges for himself
                return self._own(name, path)[1]
            if not wait:
                return None
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)

    def _claimed(self, name: str, path: Path, claim: Claim) -> list[Entry]:
        """The verdicts on a file that no other process is at: those that one of this run has reached, whatever happened to
        the file since, else our own."""
        assert self.store is not None
        if claim.key is not None and (kept := self.store.get(name, claim.key)) is not None:
            reached: list[Entry] = kept["entries"]
            return reached
        if claim.deaths >= MOST_DEATHS:
            key, entries = digest(self.key, name, _DIED), [failed(name, "", f"{name}: {_DIED}")]
            self.store.put(name, key, {"entries": entries})
        else:
            claim.begin()
            key, entries = self._own(name, path)
        claim.done(key)
        return entries

    def _own(self, name: str, path: Path) -> tuple[str, list[Entry]]:
        """The verdicts on a file and what they are kept under: those of an earlier run where they hold, else new ones."""
        from .articles.read import read_bytes
        try:
            data = read_bytes(path, self.caps)
        except (OSError, ValueError) as e:
            why = (e.strerror or str(e)).lower() if isinstance(e, OSError) else str(e)
            key, entries = digest(self.key, name, "unread", why), [failed(name, "", clean(f"{name}: {why}"))]
        else:
            sha = hashlib.sha256(data).hexdigest()
            key = digest(self.key, name, path.suffix, sha, self.published, self.fields, self.caps)
            kept = self.store.get(name, key) if self.store is not None else None
            if kept is not None and not any(("error" in e and e["part"] is None) or e.get("late") for e in kept["entries"]):
                return key, kept["entries"]  # what failed before, or was out of time, is tried again
            entries = self._fresh(name, path, sha, data)
        if self.store is not None:
            self.store.put(name, key, {"entries": entries})
        return key, entries

    def _read(self, name: str, path: Path, data: bytes | None = None, *, ours: bool = True) -> list[Article | Skipped | Broken]:
        """The articles of a file (``data``, where that is read already); without ``ours`` only what a plugin makes of it."""
        from .articles.read import read_articles, read_articles_data
        own = self.reader(path) if self.reader else None
        if own is not None:
            return [replace(own, path=name)]
        if not ours:
            return []
        if data is None:
            return read_articles(path, name=name, published=self.published, fields=self.fields, caps=self.caps)
        return read_articles_data(data, name=name, suffix=path.suffix, published=self.published, fields=self.fields,
                                  caps=self.caps)

    def _fresh(self, name: str, path: Path, sha: str, data: bytes | None = None, *, ours: bool = True) -> list[Entry]:
        from .articles.read import UnreadableArticle
        try:
            found = self._read(name, path, data, ours=ours)
        except UnreadableArticle as e:
            return [failed(name, sha, str(e))]
        except OSError as e:
            return [failed(name, sha, f"{name}: {e.strerror or e}")]
        except Exception:
            return [failed(name, sha, f"{name}: {_OURS}\n{traceback.format_exc()}")]
        return [self._judged(one, name, sha) for one in found]

    def _judged(self, one: Article | Skipped | Broken, name: str, sha: str) -> Entry:
        """The entry of one article of the file ``name``."""
        from .articles.draft import Broken
        from .articles.model import Article
        from .engine import check_article
        from .report.page.pieces import spots_of
        from .report.record import skipped
        if isinstance(one, Broken):
            return failed(one.name, sha, one.error, one.part)
        if not isinstance(one, Article):
            entry = {**failed(one.name, sha, "", one.part), "record": skipped(one.name, sha, one.reason), "skipped": one.reason}
            del entry["error"]
            return entry
        try:
            report = check_article(one, self.rules(), caps=self.caps)
        except Exception:
            return failed(one.name, sha, f"{one.name}: {_OURS}\n{traceback.format_exc()}", one.part)
        findings = {str(i): report.finding(c, name) for i, c in enumerate(report.checks)
                    if c.outcome in ("inconsistent", "waived")}
        found = [{"check": i, **f.data()} for i, f in report.findings(name).items()]
        return {"part": one.part, "record": report.record(name), "findings": findings, "found": found,
                "spots": spots_of(report.reading), "titles": {c.rule: c.title for c in report.checks},
                "linked": report.linked, "complaints": report.complaints, **({"late": True} if report.late else {})}


def failed(name: str, sha: str, error: str, part: str | None = None) -> Entry:
    """The entry of an article that could not be read."""
    from .report.record import unread
    return {"part": part, "record": unread(name, sha, error.partition("\n")[0]), "findings": {}, "found": [], "spots": [],
            "titles": {}, "linked": 0, "complaints": [], "error": error}
