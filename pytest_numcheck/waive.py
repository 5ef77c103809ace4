"""Waivers: findings that someone has signed for, with a reason, in the article itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from .articles.model import Article, Ignore
from .check.outcome import INCONSISTENT, WAIVED, Check
from .numbers.mention import Reading


def waive(reading: Reading, checks: Sequence[Check], aliases: Mapping[str, str] | None = None,
          ) -> tuple[tuple[Check, ...], tuple[Ignore, ...]]:
    """The checks with waivers applied, and the waivers that were not needed.

    A waiver names a rule (or an old name of it, by ``aliases``: old to new; or a group, as "clock/*") and lets its
    inconsistent checks stand that cite a number in the paragraph of its line, or any where it has no line. One without
    a reason waives nothing.
    """
    used: set[int] = set()
    done = []
    for check in checks:
        if check.outcome == INCONSISTENT:
            for i, ignore in enumerate(reading.article.ignores):
                if ignore.reason.strip() and _speaks_of(ignore, reading, check, aliases or {}):
                    used.add(i)
                    check = replace(check, outcome=WAIVED, reason=ignore.reason)
                    break
        done.append(check)
    return tuple(done), tuple(ignore for i, ignore in enumerate(reading.article.ignores) if i not in used)


def _speaks_of(ignore: Ignore, reading: Reading, check: Check, aliases: Mapping[str, str]) -> bool:
    rule = aliases.get(ignore.rule, ignore.rule)
    if rule != check.rule and not ("/" in rule and fnmatchcase(check.rule, rule)):
        return False
    if ignore.line is None or (ignore.line == check.line and ignore.paragraph is None):
        return True
    paragraphs = {reading.by_id[i].paragraph for i in check.mentions}
    if ignore.paragraph is not None:
        return ignore.paragraph in paragraphs
    return any(low <= ignore.line <= high for low, high in (_lines(reading.article, p) for p in paragraphs))


def _lines(article: Article, paragraph: int) -> tuple[int, int]:
    """First and last line in the file of a paragraph."""
    at = article.paragraphs[paragraph]
    return article.line_column(at.start)[0], article.line_column(max(at.end - 1, at.start))[0]
