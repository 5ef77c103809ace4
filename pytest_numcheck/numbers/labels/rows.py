"""Names in a row that a word or a bracket joins to their count: "three states (Ohio and Utah)", "in 7 cities including …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..digits.smallwords import CARDINAL
from ..scan import Scan
from .items import CAP, Groups, names

#: groups from this number on are said to be only some of what is counted
SOME = 3000
#: groups from this number on are places that "all three countries" takes up
THERE = 2500
#: groups from this number on open the story, right after what they are: "Nigerian banks Hall Bank and Frost Bank have agreed"
OPENING = 2700
#: groups from this number on are prizes
PRIZES = 4500
_NUMBER = rf"(?<![\w.,$£€-])(?:(?i:{CARDINAL})|\d{{1,2}})"
#: where such a number begins
_START = re.compile(rf"(?<![\w.,$£€-])(?=(?i:{CARDINAL})|\d)")
_MEMBERS = r"(?:way|nation|country|state|man|woman|person|member|strong|piece|party|team|city|company|club|judge)"
#: "four-way merger between", "a six-nation bloc of", "two defeats in a row against"
_TIED = re.compile(
    rf"{_NUMBER}-{_MEMBERS}(?:\s[a-z][\w-]*){{1,3}}?\s(?:between|among|of|involving|with)\s(?=(?:[a-z][a-z-]*\s){{0,2}}[A-Z])|"
    rf"{_NUMBER}(?:\s[a-z]+)?\s(?:defeats|losses|wins|victories)\s(?:in\sa\srow|running|in\ssuccession)\s"
    r"(?:against|over|to)\s(?=[A-Z])|"
    rf"{_NUMBER}(?:\s[A-Za-z]+){{0,2}}\s(?:countries|states|nations|cities|towns|provinces|republics|districts|counties|islands|"
    r"villages|boroughs|regions)\sof\s(?=[A-Z])")
_BRACKET = re.compile(rf"{_NUMBER}(?:\s[\w'-]+){{1,5}}?\s\((?=[A-Z])")
#: "Four – Metcalf, Clark, Reed – are …": names between two dashes or in brackets need no "and"
_CLOSED = re.compile(rf"{_NUMBER}(?:\s[\w'-]+){{0,5}}?(?:\s(?P<dash>[–—-])\s|\s\()(?=[A-Z])")
_PART_NAME = re.compile(rf"{CAP}(?:\s(?:(?:de|da|van|von|al|el|bin|of|the)\s)?{CAP}){{0,4}}")
_OPENED = re.compile(
    rf"{_NUMBER}(?:\s[a-z][\w'-]*){{1,4}}?,?\s(?:including|such\sas)\s(?=[A-Z])")
#: "best group, best video and best song"
_PRIZES = re.compile(r"(?<!\w)best(?:\s[\w-]+){1,4}?(?:,\s(?:and\s)?best(?:\s[\w-]+){1,4}?)*,?\sand\sbest\s[\w-]+")
#: "all three countries", and the names before it
_ALL_PLACES = re.compile(
    rf"(?<!\w)(?:all|all\sof\sthe|all\sthe)\s(?i:{CARDINAL}|\d{{1,2}})\s(?:countries|nations|states|cities|towns|counties|provinces|"
    r"governments|capitals|villages|islands)(?!\w)")
_ROW = re.compile(rf"(?<![\w'.-])(?<!,\s)(?P<first>{CAP}(?:\s{CAP}){{0,2}}(?:,\s(?:the\s)?{CAP}(?:\s{CAP}){{0,2}})+,?\sand\s"
                  rf"(?:the\s)?{CAP}(?:\s{CAP}){{0,2}})")
_EACH_PREP = re.compile(
    rf"{_NUMBER}\s[a-z][\w'-]*(?P<open>\s?\()(?P<prep>for|in|to|at|by|on|with|from)\s")
_PIECE = re.compile(r"(?:\A|,\s(?:and\s)?|\sand\s(?=[A-Z][^,]*\Z))([A-Z][^,]{1,50}?)(?=,|\sand\s|\.?\Z)")
_WHAT = re.compile(r"(?:The\s)?(?:[A-Z][\w-]+\s){0,2}(?:[a-z][a-z-]+\s){0,2}(?:[A-Z]?[a-z]+s)\s(?=[A-Z])")
_CUT = re.compile(r",?\sand\s|,\s")
_THEY = re.compile(r"(?<=[.!?]\s)(?:They|These|Those|The\s[a-z]+)\s(?:include|included|are|were):?\s(?=[A-Z])")
_OPEN = re.compile(r"\b(?:including|such\sas|also|among\sthem|notably|like)\b[^.;]*\Z")
_BEST = re.compile(r"(?<!\w)best(?!\w)")


def find(scan: Scan) -> None:
    """Add the name cues of such lists, where no other finder has seen them."""
    groups = Groups.after(scan)
    text = scan.text
    starts = [m.start() for m in _START.finditer(text)]
    for pattern in (_TIED, _BRACKET):
        for hit in _from(starts, pattern, text):
            names(groups, text, hit.end(), _limit(scan, hit), closed=pattern is _BRACKET)
    for hit in _from(starts, _CLOSED, text):
        _enclosed(groups, text, hit)
    for hit in _from(starts, _EACH_PREP, text):
        _prefixed(groups, text, hit)
    groups.next = THERE
    for hit in _ALL_PLACES.finditer(text):
        row = scan.article.sentence_at(hit.start()).index
        begin = scan.article.sentences[max(row - 1, 0)].start
        rows = list(_ROW.finditer(text, max(begin, hit.start() - 400), hit.start()))
        if len(rows) == 1:
            names(groups, text, rows[0].start("first"), rows[0].end(), closed=False)
    groups.next = OPENING
    body = next((p for p in scan.article.paragraphs[1:2] if p.sentences), None)
    if body and scan.article.paragraphs[0].role == "headline" and (what := _WHAT.match(text, body.start, body.sentences[0].end)):
        names(groups, text, what.end(), body.sentences[0].end, closed=False)
    groups.next = PRIZES
    for hit in _PRIZES.finditer(text):
        if not _OPEN.search(text[scan.article.sentence_at(hit.start()).start:hit.start()]):
            groups.add([m.span() for m in _BEST.finditer(text, hit.start(), hit.end())], "item")
    groups.next = SOME
    for hit in _from(starts, _OPENED, text):
        names(groups, text, hit.end(), _limit(scan, hit), closed=False)
    for hit in _THEY.finditer(text):
        _told_on(groups, text, hit.end(), _limit(scan, hit) if hit.end() < len(text) else hit.end())


def _from(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``finditer`` gives of a pattern that can match only from ``starts`` on, much sooner."""
    at = 0
    for start in starts:
        if start >= at and (hit := pattern.match(text, start)):
            yield hit
            at = hit.end()


def _prefixed(groups: Groups, text: str, hit: re.Match[str]) -> None:
    """"Three times (for the gear, for the service, for the games)": one and the same word before each."""
    begin = hit.end("open")
    stop = text.find(")", begin, begin + 160)
    spans, at = list[tuple[int, int]](), begin
    for cut in [*_CUT.finditer(text, begin, stop), None] if stop > 0 else []:
        end = cut.start() if cut else stop
        spans.append((at, end))
        at = cut.end() if cut else end
    if len(spans) > 2 and all(re.match(rf"{hit['prep']}\s[^()]{{2,40}}\Z", text[s:e]) for s, e in spans):
        groups.add(spans, "item")


def _told_on(groups: Groups, text: str, at: int, limit: int) -> None:
    """What "They include:" goes on with, where each begins with a capital."""
    spans = [(at + m.start(1), at + m.end(1)) for m in _PIECE.finditer(text[at:limit])]
    if len(spans) > 2 and spans[0][0] == at and text.count(", ", at, limit) <= len(spans):
        groups.add(spans, "name")


def _limit(scan: Scan, hit: re.Match[str]) -> int:
    return min(scan.article.sentence_at(hit.start()).end, hit.end() + 800)


def _enclosed(groups: Groups, text: str, hit: re.Match[str]) -> None:
    """Names joined by commas alone, up to the second dash or the closing bracket."""
    mark = f" {hit['dash']} " if hit["dash"] else ")"
    stop = text.find(mark, hit.end(), hit.end() + 160)
    if stop < 0:
        return
    spans, at = list[tuple[int, int]](), hit.end()
    for piece in text[at:stop].split(", "):
        if not _PART_NAME.fullmatch(piece):
            return
        spans.append((at, at + len(piece)))
        at += len(piece) + 2
    if len(spans) > 2 or (len(spans) == 2 and hit["dash"]):
        groups.add(spans, "name")
