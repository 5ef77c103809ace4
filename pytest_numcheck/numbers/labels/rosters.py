"""Lists set apart from the prose: short lines after a colon, and squads named in one paragraph."""

from __future__ import annotations

import re

from ..digits.smallwords import CARDINAL
from ..scan import Scan
from .items import Groups

#: groups from this number on are squads
SQUAD = 5000
_LED_IN = re.compile(rf"(?<![\w.,$£€-])(?:{CARDINAL}|\d{{1,2}})(?![\w%$-]|[.,:]\d)[^.:;!?\n]{{0,60}}:\s*\Z", re.I)
_LINE, _WORDS, _LONGEST = 110, 6, 40
_ENDED = re.compile(r"[.!?][\"')]?\s*\Z")
#: what divides a line into what is listed and what is said of it
_MARKS = (re.compile(r"\w:\s"), re.compile(r"\s[–—-]\s"), re.compile(r",\s"), re.compile(r"\s\("))
_SQUAD = re.compile(r"(?:[A-Z][\w'&. -]{0,40}\s)?(?:squad|team|side|panel|line-up|XI|XV)\b(?:\s\([^()\n]{1,40}\))?", re.I)
_HEADED = re.compile(rf"{_SQUAD.pattern}\s?:\s(?=[A-Z])", re.I)
_PLAYER = re.compile(r"[A-Z][\w'.-]*(?:\s(?:(?:de|da|van|von|al|el|bin|du)\s)?[A-Z][\w'.-]*){0,4}(?:\s?\([^()]{1,30}\))?")
_COUNTED = re.compile(r"-(?:member|man|woman|player|strong|person)\b", re.I)
_CUT = re.compile(r",\s(?:and\s)?|\sand\s")
_FEWEST = 6


def find(scan: Scan) -> None:
    """Add item cues for lists of lines, and name cues for a squad whose size is told."""
    groups = Groups.after(scan)
    paragraphs, text = scan.article.paragraphs, scan.text
    for i, p in enumerate(paragraphs):
        if text[p.end - 1:p.end] == ":" and _LED_IN.search(text, max(p.start, p.end - 110), p.end):
            _lines(groups, i)
    if _COUNTED.search(text):
        squads = Groups(scan, groups.opened, SQUAD)
        for i, p in enumerate(paragraphs):
            if headed := _HEADED.match(text, p.start, p.end):
                _players(squads, headed.end(), p.end)
            elif p.end - p.start < 60 and i + 1 < len(paragraphs) and _SQUAD.fullmatch(text[p.start:p.end].rstrip(" :")):
                _players(squads, paragraphs[i + 1].start, paragraphs[i + 1].end)


def _lines(groups: Groups, led_in: int) -> None:
    """The short lines of one make after a paragraph, up to a sentence or the end."""
    text, lines = groups.scan.text, list[tuple[int, int]]()
    for p in groups.scan.article.paragraphs[led_in + 1:led_in + 2 + _LONGEST]:
        if p.role != "body" or p.end - p.start > _LINE or _ENDED.search(text, p.start, p.end):
            if p.role == "item" or p.end - p.start <= _WORDS * 8:
                return
            break
        printed = groups.scan.article.source[groups.scan.article.origin(p.start):groups.scan.article.origin(p.end)]
        if len(printed) != p.end - p.start:
            return
        at = p.start
        for line in printed.split("\n"):
            lines.append((at, at + len(line)))
            at += len(line) + 1
    said = [text[s:e] for s, e in lines]
    alike = any(all(mark.search(line) for line in said) for mark in _MARKS) or all(len(line.split()) <= _WORDS for line in said)
    if len(lines) > 2 and alike and all(line[0].isupper() or line[0].isdigit() for line in said) and not said[-1].endswith(":"):
        groups.add([(s, s + len(text[s:e].split()[0])) for s, e in lines], "item")


def _players(groups: Groups, at: int, end: int) -> None:
    """The names of a paragraph that holds nothing else."""
    text, spans = groups.scan.text, list[tuple[int, int]]()
    end = at + len(text[at:end].rstrip(" ."))
    for cut in [*_CUT.finditer(text, at, end), None]:
        stop = cut.start() if cut else end
        if not _PLAYER.fullmatch(text[at:stop]):
            return
        spans.append((at, stop))
        at = cut.end() if cut else end
    if len(spans) >= _FEWEST:
        groups.add(spans, "name")
