"""Waivers written into an article: ``<!-- numcheck: ignore RULE -- reason -->``."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .characters import DROPPED
from .model import Ignore

_COMMENT = re.compile(r"<!--[ \t]*numcheck\b:?(?P<said>[^>]{0,500}?)-->", re.IGNORECASE)
_IGNORE = re.compile(r"\s*ignore\s+(?P<rules>[\w/.@*-]+(?:\s*,\s*[\w/.@*-]+)*)\s+(?:--|—|–)\s+(?P<reason>\S.*?)\s*\Z", re.DOTALL)
_FORM = "a waiver reads <!-- numcheck: ignore RULE -- reason -->"


BLANKET = "a waiver names a rule, as clock/elapsed, or a group, as clock/*; one for everything is refused"


def is_blanket(rule: str) -> bool:
    """Whether it would let stand what nobody has looked at: neither a rule nor one group of rules."""
    group, _, _ = rule.partition("/")
    return "/" not in rule or "*" in group


@dataclass(frozen=True, slots=True)
class Waivers:
    """``text`` is the file with the comments made invisible, length unchanged."""

    text: str
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = ()


def find_waivers(unified: str, name: str) -> Waivers:
    """The waiver comments of an article in unified characters.

    One that stands on a line of its own speaks of the next line that holds anything else, one that stands in a line
    of prose of that line. A malformed one waives nothing and is a problem: ``name:line:column: what is wrong``.
    """
    if "<!--" not in unified or "numcheck" not in unified:
        return Waivers(unified)
    found = list(_COMMENT.finditer(unified))
    text = _COMMENT.sub(lambda m: DROPPED * len(m[0]), unified)
    ignores: list[Ignore] = []
    problems: list[str] = []
    starts = [0, *(m.end() for m in re.finditer("\n", unified))]
    shows = _shows(text, starts)
    for comment in found:
        line = bisect_right(starts, comment.start())
        rules, reason, faults = said(comment["said"])
        problems += [f"{name}:{line}:{comment.start() - starts[line - 1] + 1}: {fault}" for fault in faults]
        if not rules:
            continue
        target = shows[line - 1]
        ignores += [Ignore(rule, reason, target) for rule in rules]
    return Waivers(text, tuple(ignores), tuple(problems))


def comments(unified: str) -> list[tuple[int, str]]:
    """The waiver comments of a text: where each stands, and what it says after ``numcheck:``."""
    if "<!--" not in unified or "numcheck" not in unified:
        return []
    return [(m.start(), m["said"]) for m in _COMMENT.finditer(unified)]


def said(words: str) -> tuple[list[str], str, list[str]]:
    """The rules that a comment names, its reason, and what is wrong with it."""
    found = _IGNORE.match(words)
    if found is None:
        return [], "", [f"{_FORM}; {_fault(words)}"]
    named = [rule.strip() for rule in found["rules"].split(",")]
    return [r for r in named if not is_blanket(r)], found["reason"], [BLANKET for r in named if is_blanket(r)]


def _shows(text: str, starts: list[int]) -> list[int]:
    """For each line the first one from it on that shows anything (itself where nothing follows)."""
    found, after = [0] * len(starts), 0
    for at in range(len(starts), 0, -1):
        end = starts[at] if at < len(starts) else len(text)
        if text[starts[at - 1] : end].replace(DROPPED, "").strip():
            after = at
        found[at - 1] = after or at
    return found


def _fault(said: str) -> str:
    words = said.split()
    if not words or words[0].lower() != "ignore":
        return "this one does not say ignore"
    if len(words) < 2 or words[1] in ("--", "—", "–"):
        return "this one names no rule"
    return "this one gives no reason"
