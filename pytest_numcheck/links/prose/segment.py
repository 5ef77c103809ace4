"""A stretch of a template without gaps, as one pattern over a view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

import regex

from . import holes
from .view import View

#: hits that one segment may have before the rest is given up
MAX_HITS = 40_000
_numbers = count()


@dataclass(frozen=True, slots=True)
class Hit:
    """One match, in offsets of the view."""

    start: int
    end: int
    binding: tuple[tuple[str, int | tuple[int, ...]], ...]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What a segment is searched with: a pattern, its groups by place, those of word lists, and the lists."""

    pattern: str
    places: tuple[tuple[str, str, bool], ...]
    listed: tuple[tuple[str, str], ...]
    lists: Mapping[str, tuple[str, ...]]
    #: of each one must stand in the compact text of a sentence that matches
    runs: tuple[tuple[str, ...], ...] = ()


class Segment:
    """Made of parts; ``kinds`` and ``words`` are sets of which one member each must occur in a sentence that matches.

    ``make`` gives the form, which is asked for when a sentence first has them. ``same`` is equal for segments that find
    the same.
    """

    __slots__ = ("_compiled", "_form", "_make", "key", "kinds", "words")

    def __init__(self, kinds: tuple[frozenset[str], ...], words: tuple[frozenset[str], ...], make: Callable[[], Form],
                 same: Hashable):
        self.kinds, self.words, self._make = kinds, words, make
        self.key = _key(same)
        self._form: Form | None = None
        self._compiled: Any = None

    @property
    def form(self) -> Form:
        """Raises PhraseError where the parts cannot be used."""
        if self._form is None:
            self._form = self._make()
        return self._form

    def hits(self, view: View) -> list[Hit]:
        """All matches in the article, by position. A search out of time is noted and gives none."""
        if self.key not in view.found:
            view.found[self.key] = self._search(view)
        found: list[Hit] = view.found[self.key]
        return found

    def _search(self, view: View) -> list[Hit]:
        rows = self._promising(view)
        found: list[Hit] = []
        if not rows:
            return found
        form = self.form
        if self._compiled is None:
            self._compiled = regex.compile(form.pattern, 0, False, None, **form.lists)
        seen: set[tuple[Any, ...]] = set()
        again = not any(many for _, _, many in form.places)  # the tail of an enumeration is no enumeration of its own
        if view.watch is not None:
            view.watch.check()
        try:
            for row in sorted(rows):
                for m in self._compiled.finditer(view.text, *view.spans[row], overlapped=again, timeout=view.caps.search):
                    hit = _hit(form, m)
                    if (hit.binding, hit.end) not in seen:
                        seen.add((hit.binding, hit.end))
                        found.append(hit)
                if len(found) > MAX_HITS:
                    view.note(f"a phrase was found more than {MAX_HITS:,} times; the rest was not looked at")
                    break
        except TimeoutError:
            view.late = True
            view.note(f"the search for a phrase took longer than {view.caps.search:g} s and was given up")
            return []
        return found

    def _promising(self, view: View) -> Collection[int]:
        rows = self.rows(view)
        if not rows or not self.form.runs:
            return rows
        texts, runs = view.compact, self.form.runs
        return [r for r in rows if all(any(way in texts[r] for way in run) for run in runs)]

    def rows(self, view: View) -> frozenset[int] | set[int]:
        """The sentences that hold what must occur. Not to be changed."""
        if self.key in view.rows:
            return view.rows[self.key]
        rows: frozenset[int] | set[int] | None = None
        for need in self.kinds:
            hits = view.sentences_of_any(need)
            rows = hits if rows is None else rows & hits
            if not rows:
                break
        else:
            for need in self.words:
                hits = view.sentences_with_any(need)
                rows = hits if rows is None else rows & hits
                if not rows:
                    break
        view.rows[self.key] = rows = set(range(len(view.spans))) if rows is None else rows
        return rows


def _hit(form: Form, m: Any) -> Hit:
    binding: list[tuple[str, int | tuple[int, ...]]] = []
    for group, name, many in form.places:
        chars = m.captures(group)
        if chars:
            binding.append((name, tuple(holes.id_of(c) for c in chars) if many else holes.id_of(chars[-1])))
    words = tuple((name, m[group]) for group, name in form.listed if m[group] is not None)
    return Hit(m.start(), m.end(), tuple(binding), words)


@lru_cache(maxsize=16384)
def _key(same: Hashable) -> int:
    return next(_numbers)
