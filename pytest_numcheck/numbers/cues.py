"""Cues in single words: weekdays, relative days, verbs of rising and falling."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lexicon import Lexicon
from .calendar.months import calendar_names
from .scan import CueDraft, Scan

_WORD = re.compile(r"[A-Za-z]+")
#: kind of cue and the word list that holds its words
_LISTS = (("rise", "rise"), ("fall", "fall"), ("relative-day", "relative-day"))
#: first word -> (words after it, kind), longest first
_Phrases = dict[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> _Phrases:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, name in _LISTS:
        for phrase in lexicon.list(name):
            first, _, rest = phrase.partition(" ")
            found.setdefault(first, []).append((f" {rest}" if rest else "", kind))
    return {first: tuple(sorted(rest, key=lambda r: (-len(r[0]), r))) for first, rest in found.items()}


def find(scan: Scan) -> None:
    """Add the cues; they claim nothing."""
    phrases, names = _phrases(scan.lexicon), calendar_names(scan.lexicon)
    text, done = scan.text, 0
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    for hit in _WORD.finditer(text):
        word, start = hit.group(), hit.start()
        day = names.weekdays.get(word)
        if day is not None:
            if start >= done and _is_weekday(text, hit, names.short_weekday):
                scan.cues.append(CueDraft(start, hit.end(), "weekday", day))
            continue
        for rest, kind in phrases.get(word.lower(), ()):
            end = hit.end() + len(rest)
            if start >= done and lower.startswith(rest, hit.end()) and not text[end:end + 1].isalnum():
                scan.cues.append(CueDraft(start, end, kind))
                done = end
                break


def _is_weekday(text: str, hit: re.Match[str], short: re.Pattern[str]) -> bool:
    """Full names always; "Mon." and "Sun" only before a date, and no newspaper called the Sunday Times."""
    if len(hit.group()) >= 6:
        after = text[hit.end():hit.end() + 12]
        return not re.match(r"'?s?\s(?:Times|Telegraph|Mirror|Herald|Express|Mail|Post|World|Star|Independent|"
                            r"Night Live)\b", after)
    paper = hit.group() == "Sun" and re.search(r"[A-Z][a-z]+\s\Z", text[max(0, hit.start() - 16):hit.start()])
    return not paper and bool(short.match(text, hit.start())) and bool(re.match(r"\.?,?\s(?:the\s)?(?:\d{1,2}\b|"
        r"[A-Z][a-z]{2,8}\.?\s\d)", text[hit.end():hit.end() + 16]))
