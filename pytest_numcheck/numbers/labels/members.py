"""Things counted, then told one after the other: "two models, one in red and the other in blue", "the first …, the second …"."""

from __future__ import annotations

import re

from ..digits.smallwords import CARDINAL, cardinal
from ..scan import Scan
from .items import Groups

#: groups from this number on are told so
TOLD = 4000
_LAST = re.compile(
    r"(?<!\w)(?:(?P<other>the\sother)(?!\s(?:\w+\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d|hand|day|night|week|side|way|"
    r"end|half|parts?|[a-z]+s)\b)|the\s(?P<nth>second|third|fourth|fifth)"
    r"(?=[,;.]|\s(?:in|on|at|by|for|to|from|of|with|when|after|an?|was|is|were|being|came|went|has|had|will|would|against|under)\b))"
    r"(?!\w)")
_NTHS = ("first", "second", "third", "fourth", "fifth")
#: a member told before the last: "one", "another", "the first"
_MEMBER = re.compile(r"(?<![\w-])(?:[Oo]ne|[Aa]nother|[Tt]he\s(?:first|second|third|fourth)|the\sother)(?![\w-])")
#: what the first member must stand after
_OPENS = re.compile(r"(?:[,:;(–—-]\s?(?:with\s|in\s)?|[,;]\s[a-z]+ing\s|\A|,\s(?:but|and)\s)\Z")
_COUNT = re.compile(rf"(?<![\w.,$£€-])(?:{CARDINAL}|\d{{1,2}})(?![\w%$-]|[.,:]\d)", re.I)
#: other members, or things that are not the ones counted
_ELSE = re.compile(rf"(?<![\w-])(?:{CARDINAL}|\d+|half|several|some|many|most|others|rest|remaining|both|each|either|neither|"
                   r"none|final|last|every)(?![\w-])", re.I)
_PLURAL = re.compile(r"(?:\s[\w'-]+){0,4}?\s(?:[a-z][\w'-]*(?<![su'])s|men|women|children|people|[A-Z]\w+s)(?!\w)")
#: "one of three brothers, the other being Tom"
_ONE_OF = re.compile(
    rf"(?<!\w)one\sof\s(?:only\s|just\s|the\s|the\sonly\s)?(?P<count>{CARDINAL}|\d{{1,2}})(?P<what>\s[^,;:.()]{{3,60}}),\s"
    r"(?P<other>the\sother)\s(?:one\s)?(?:being|is|was|were|are)\s", re.I)
#: what the members may be instead of the things counted: "within the first seven overs he twice hit …"
_OFTEN = re.compile(r"\b(?:twice|thrice|times|pair|couple|both|two|three|four|five)\b")
_REACH = 260


def find(scan: Scan) -> None:
    """Add item cues for such members, in groups from TOLD on."""
    text = scan.text
    if "the other" not in text and "the second" not in text:
        return
    groups = Groups(scan, {c.start for c in scan.cues if c.kind in ("name", "item")}, TOLD)
    for hit in _ONE_OF.finditer(text):
        if (cardinal(hit["count"]) or 0) < 13:
            groups.add([(hit.start(), hit.start() + 3), hit.span("other")], "item")
    done = -1
    for hit in _LAST.finditer(text):
        if hit.start() > done:
            done = _told(scan, groups, hit)


def _told(scan: Scan, groups: Groups, hit: re.Match[str]) -> int:
    """Add the members that end with this; gives where the last of them ends."""
    text, row = scan.text, scan.article.sentence_at(hit.start())
    begin = max(row.start, hit.start() - _REACH)
    last, nth = hit, hit["nth"]
    while nth and (more := _next(text, last.end(), row.end, nth)):
        last, nth = more, more["nth"]
    if nth and not re.search(r"(?:\band(?:\sthen)?|[,;–—-]|\bwhile)\s\Z", text[max(begin, last.start() - 12):last.start()]):
        return last.end()
    found = list(_MEMBER.finditer(text, begin, hit.start()))
    if nth and last is not hit:
        found += _MEMBER.finditer(text, hit.start(), last.start())
    at = _opening(text, begin, found)
    if at is None:
        return last.end()
    found = found[at:]
    counts = [m for m in _COUNT.finditer(text, begin, found[0].start()) if 2 <= (cardinal(m.group()) or 0) < 13]
    if found[0].start() == row.start and row.index and not counts:
        before = scan.article.sentences[row.index - 1]
        if before.paragraph == row.paragraph:
            counts = [m for m in _COUNT.finditer(text, before.start, before.end) if 2 <= (cardinal(m.group()) or 0) < 13]
            if len(counts) != 1 or before.end - counts[0].end() > 90:
                return last.end()
    if not counts or not _PLURAL.match(text, counts[-1].end()) or found[0].start() - counts[-1].end() > 160:
        return last.end()
    if _OFTEN.search(text, counts[-1].end(), found[0].start()) or _ELSE.search(_bare(text[found[0].end():last.start()])) or (
            not _in_order(found, nth)):
        return last.end()
    groups.add([*(m.span() for m in found), last.span()], "item")
    return last.end()


def _next(text: str, at: int, end: int, nth: str) -> re.Match[str] | None:
    """The ordinal that goes on after one, in the same sentence."""
    return next((m for m in _LAST.finditer(text, at, end) if m["nth"] and _NTHS.index(m["nth"]) == _NTHS.index(nth) + 1), None)


def _opening(text: str, begin: int, found: list[re.Match[str]]) -> int | None:
    """Which of these is the first member."""
    for i, m in enumerate(found):
        first = m.group().lower() in ("one", "the first")
        if first and _OPENS.search(text[max(begin, m.start() - 14):m.start()]):
            return i
    return None


def _bare(words: str) -> str:
    return _MEMBER.sub(" ", re.sub(r"\([^()]*\)", " ", words))


def _in_order(found: list[re.Match[str]], nth: str | None) -> bool:
    """Whether they are one, another … the other; or the first (or one), the second … the last."""
    said = [m.group().lower() for m in found]
    if nth is None:
        return all(w in ("one", "another") for w in said) or said == ["the first"]
    rest = [w.removeprefix("the ") for w in said[1:]]
    return rest == list(_NTHS[1:_NTHS.index(nth)])
