"""Names and items listed after an announced count: "Three people were held: Abe, Bo and Cy." """

from __future__ import annotations

import re
from dataclasses import dataclass

from ..digits.smallwords import CARDINAL, cardinal
from ..scan import CueDraft, Scan

_COUNT = re.compile(rf"(?<![\w.,$£€-])(?:{CARDINAL}|\d{{1,2}}|both|pair|trio|duo|quartet|quintet|sextet|dozen)(?![\w%$-]|"
                    rf"[.,:]\d|[-–]\d)", re.I)
_COLON = re.compile(r"[^.:;!?\n]{1,90}:\s")
_DASH = re.compile(r"[^.:;!?\n–—]{0,60}?\s[–—]\s|[^.:;!?\n–—]{3,60}?\s-{1,2}\s")
_ARE = re.compile(r"(?:\s[\w'-]+){1,7}?\s(?:are|were)\s(?:called\s|named\s)?(?=[A-Z])")
_ARE_ALL = re.compile(r"(?:\s[\w'-]+){1,7}?\s(?:are|were)\s")
_APPOSITION = re.compile(r"(?:\s[\w'-]+){1,5}?,\s(?:in\s)?(?=[A-Z])")
_BESIDE = re.compile(r"(?:\s[a-z][\w'-]*){1,4}?\s(?=[A-Z])")
_PLURAL = re.compile(r"(?:(?<![s'])s|men|women|children|people|crew)[,:]?\s(?:(?:are|were)\s(?:called\s|named\s)?)?\Z")
_NOT_COUNTED = re.compile(r"\b(?:times|years|months|weeks|days|hours|minutes|occasions|ways|cases|seats|percent|miles|metres|"
                          r"meters|points|votes)[,:]?\s\Z")
#: a list whose last "and" was that of a firm
_MORE_NAMES = re.compile(r",\s[A-Z][^.;:\n]*?\s(?:and|&)\s(?:the\s)?[A-Z]")
_OPEN = re.compile(r"\s?(?:including|such as|among|for example|for instance|e\.g\.|notably|namely\s+among|like|mostly|mainly|"
                   r"one of|some of)\b", re.I)
_OTHERS = re.compile(r"\b(?:others?|etc|the rest|more|elsewhere|so on|so forth|among (?:them|others))\b", re.I)
#: a word of a name
CAP = r"(?:[A-Z][\w'.&-]*[\w.]|[A-Z]\.?)"
#: two words for what somebody or something is: "footwear specialists Scholl"
_ROLE = (r"(?:(?!(?:a|an|his|her|their|its|who|which|of|for|with|by|in|at|as|from|to|on|is|was|were|are|and|or|not|but|both|"
         r"all)\s)[a-z][a-z-]+\s){2}")
NAME = re.compile(rf"(?:the\s)?(?:(?:former|ex-)?\s?[A-Z]?[a-z]+(?:-[a-z]+)?\s|the\sestate\sof\s|{_ROLE})?{CAP}"
                   rf"(?:\s(?:(?:de|da|del|della|der|van|von|den|al|el|bin|ibn|of|the|di|du|la|le|y|e|&)\s){{0,2}}{CAP}){{0,5}}"
                   r"(?:\s(?:and|&)\s(?:Sons?|Daughters?|Brothers|Bros|Company|Co|Partners|Associates)\b\.?(?!\s[A-Z]))?"
                   r"(?:,\s(?:Jr|Sr)\.?)?(?:,\s(?:aged\s)?\d{1,3}(?=,|\.|;|\sand\b|\s?\)|\s[–—]|\Z))?(?:\s\([^()]{1,40}\))?")
JOIN = re.compile(r"\s?,?\s(?:and|or|&)\s(?:(?:then|finally|lastly)\s)?|\s?,\s(?!and\b|or\b)")
#: what follows a list and is none of it: "Ann, Bo and Cy, who …"
_GOES_ON = re.compile(r"(?:which|who|whose|where|when|after|before|according|all|each|both|none|with)\s")
_LAST = re.compile(r"\s?,?\s(?:and|or|&)\s(?:[a-z]+\s)?\Z")
#: a word for a group that may stand right before its names: "the trio, Ann Cole, …"
_GROUP = re.compile(r"pair|trio|duo|quartet|quintet|sextet", re.I)
_AT_ONCE = re.compile(r",\s(?=[A-Z])|\s[–—-]\s(?=[A-Z])")
#: names in a row that nothing announces on the spot
_BARE = re.compile(rf"(?<![\w'.-])(?:the\s)?{CAP}(?:\s{CAP}){{0,4}}(?:,\s(?:the\s)?{CAP}(?:\s{CAP}){{0,4}}){{2,40}},?\sand\s"
                   r"(?=[A-Zt])")
_BARE_OPEN = re.compile(r"[,;&]\s?\Z|\b(?:and|or|including|such as|like|among|example|notably|especially|other|others)\s\Z", re.I)
_THOSE = re.compile(r"(?:those|the ones|that) (?:of|in|from|at) (?=[A-Z])")
_BARE_LIMIT = 400
_SERIAL = re.compile(r",\s(?:and|or)\s[^,]*\Z")
#: longest list that is looked at, in characters
_REACH = 800
_STOP = re.compile(r"\s[–—]\s|[.!?](?=\s|\Z|[\"'])|,\"(?=\s)|\n")
_LEADING_NUMBER = re.compile(rf"(?:about |at least |nearly |some |the )?(?:\d|(?:{CARDINAL})\b|an?other\b|half\b|several\b|"
                             rf"most\b)", re.I)
_NO_ITEM = re.compile(r"\b(?:he|she|it|they|we|I|which|who|that|because|but|although|while|if|when|found|was|were|is|are|has|"
                      r"have|had|held|said|"
                      r"will|would|can|could)\b|\A(?:\w+ing|enough|including|before|after|not|also|only|just|up|down|more|less|"
                      r"far|too|both|from|to|in|on|at|by)\b")
_UNIT_NEXT = re.compile(r"(?:[\s-]\w+)?[\s-](?:hours?|years?|months?|weeks?|days?|minutes?|seconds?|times|miles?|metres?|"
                        r"meters?|feet|km|kg|percent|per cent|°|degrees?)\b|\s?[°%]")
_FIRST_WORD = re.compile(r"\s*[\w'-]+")
_MARKER = re.compile(r"\s*(\d{1,2})[.)]\s")


#: groups up to this number stand next to their count
BESIDE = 1000


@dataclass(slots=True)
class Groups:
    scan: Scan
    opened: set[int]
    next: int = 0

    @classmethod
    def after(cls, scan: Scan) -> Groups:
        """Groups that go on after those that stand next to their count."""
        seen = [c for c in scan.cues if c.kind in ("name", "item")]
        return cls(scan, {c.start for c in seen}, 1 + max((int(c.value or 0) for c in seen if (c.value or 0) < BESIDE),
                                                                default=-1))

    def add(self, spans: list[tuple[int, int]], kind: str) -> None:
        if len(spans) > 1:
            self.add_all(spans, kind)

    def add_all(self, spans: list[tuple[int, int]], kind: str) -> None:
        """A group that may have one member."""
        if not spans or spans[0][0] in self.opened:
            return
        self.opened.update(s for s, _ in spans)
        for start, end in spans:
            self.scan.cues.append(CueDraft(start, end, kind, float(self.next)))
        self.next += 1


def find(scan: Scan) -> None:
    """Add name and item cues, one group value for each list. A list that could be read in two ways gives none."""
    groups = Groups(scan, set())
    _numbered(groups)
    text = scan.text
    for hit in _COUNT.finditer(text):
        n = cardinal(hit.group())
        if n is not None and not 2 <= n <= 30:
            continue
        if not scan.free(*hit.span()):
            continue
        if _UNIT_NEXT.match(text, hit.end()):
            continue
        limit = min(scan.article.sentence_at(hit.start()).end, hit.end() + _REACH)
        _after(groups, text, hit.end(), limit)
    _bare(groups)


def _after(groups: Groups, text: str, at: int, limit: int) -> None:
    opened = _COLON.match(text, at, limit)
    if opened and text[at - 4:at].lower() != "both":
        if not _OPEN.search(text[max(at, opened.end() - 24):opened.end()]):
            listed(groups, text, opened.end(), limit)
        return
    if _GROUP.fullmatch(text, _word_start(text, at), at) and (opened := _AT_ONCE.match(text, at, limit)) \
            and names(groups, text, opened.end(), limit, opened.group().startswith(",")):
        return
    for pattern, closed in ((_DASH, False), (_ARE, False), (_APPOSITION, True), (_BESIDE, False), (_ARE_ALL, True)):
        opened = pattern.match(text, at, limit)
        if not opened or _OPEN.match(text, opened.end()) or opened.group().endswith(" such as "):
            continue
        if pattern is _DASH:
            if not _OPEN.match(text, opened.end()):
                listed(groups, text, opened.end(), limit, dash=True)
            return
        lead = opened.group()
        if pattern is _ARE_ALL:
            if _PLURAL.search(lead) and not _NOT_COUNTED.search(lead) and text.count("; ", opened.end(), limit) > 1:
                listed(groups, text, opened.end(), limit)
            continue
        if _PLURAL.search(lead) and not _NOT_COUNTED.search(lead) and names(groups, text, opened.end(), limit, closed):
            return


def _word_start(text: str, end: int) -> int:
    while end and text[end - 1].isalpha():
        end -= 1
    return end


def _bare(groups: Groups) -> None:
    """Enumerations of four names and more, whatever stands before them, but not those that go on to either side."""
    text = groups.scan.text
    if text.count(", ") < 2:
        return
    for hit in _BARE.finditer(text):
        start = hit.start()
        if text[start - 2:start] == ". " or not _BARE_OPEN.search(text[max(start - 14, 0):start]):
            names(groups, text, start, min(groups.scan.article.sentence_at(start).end, start + _BARE_LIMIT), closed=True)


def names(groups: Groups, text: str, at: int, limit: int, closed: bool) -> bool:
    """Names from ``at`` on; ``closed``: what follows the last must be punctuation."""
    spans: list[tuple[int, int]] = []
    last = False
    while (name := NAME.match(text, at, limit)) and len(spans) < 40:
        spans.append((name.start(), name.end()))
        at = name.end()
        if last:
            break
        join = JOIN.match(text, at, limit)
        if not join:
            break
        last = bool(_LAST.search(join.group()))
        at = join.end()
    else:
        if last:
            return False
    if not last or len(spans) < 2 or _OTHERS.match(text, at) or _MORE_NAMES.match(text, at, limit):
        return False
    if closed and at < limit and text[at:at + 2].lstrip()[:1] not in (",", ".", ";", ")", ":", ""):
        return False
    if _OTHERS.search(text, at, min(at + 24, limit)) or re.match(r"'s\b|\s(?:and|or)\b", text[at:at + 5]):
        return False
    groups.add([(s, _without_age(text, s, e)) for s, e in spans], "name")
    return True


def _without_age(text: str, start: int, end: int) -> int:
    said = re.search(r"(?:,\s(?:aged\s)?\d{1,3}|\s\([^()]*\)|(?<=\w\w)(?<!Jr)(?<!Sr)\.)\Z", text[start:end])
    return start + said.start() if said else end


def listed(groups: Groups, text: str, at: int, limit: int, dash: bool = False) -> None:
    if _OPEN.match(text, at):
        return
    if those := _THOSE.match(text, at, limit):
        at = those.end()
    if names(groups, text, at, limit, closed=not dash):
        return
    stop = _STOP.search(text, at, limit)
    end = stop.start() if stop else limit
    if dash and stop and stop.group().strip() not in ("–", "—") and text[end:end + 1] != ".":
        return
    body = text[at:end]
    if not body or len(body) > (1500 if body.count(";") > 1 else 600) or _OTHERS.search(body):
        return
    if body.count("; ") > 1:
        groups.add([(at + s, at + e) for s, e in _split(body, ";")], "item")
        return
    spans = _split(body, ";") if ";" in body else _split(body, ",")
    if len(spans) == 2 and any(len(body[s:e].split()) > 5 for s, e in spans):
        return
    serial = len(spans) > 2 and _SERIAL.search(body) is not None
    if spans and all(_item(body[s:e], serial) for s, e in spans):
        groups.add([(at + s, at + e) for s, e in spans], "item")


def _split(body: str, mark: str) -> list[tuple[int, int]]:
    """The items of a list whose last is joined by "and"; empty where that is not so."""
    cuts = [(m.start(), m.end()) for m in re.finditer(rf"\s?{mark}\s", body)]
    spans, begin = [], 0
    for s, e in cuts:
        spans.append((begin, s))
        begin = e
    tail = body[begin:]
    if opened := re.match(r"(?:and|or)\s", tail):
        spans.append((begin + opened.end(), len(body)))
        return spans if cuts else []
    if mark == "," and _GOES_ON.match(tail):
        for i, (s, e) in enumerate(spans):
            joined = list(re.finditer(r"\s(?:and|or)\s", body[s:e]))
            if i and len(joined) == 1:
                return [*spans[:i], (s, s + joined[0].start()), (s + joined[0].end(), e)]
    joins = list(re.finditer(r"\s(?:and|or)\s", tail))
    if mark == ";":
        return [*spans, (begin, len(body))]
    if len(joins) != 1:
        return []
    return [*spans, (begin, begin + joins[0].start()), (begin + joins[0].end(), len(body))]


def _item(words: str, serial: bool) -> bool:
    """``serial``: a comma stands before the last "and", so that one inside an item is the item's own."""
    inner = re.search(r"\s(?:and|or)\s", words) if not serial else (
        re.search(r"\s(?:and|or)\s.*\s(?:and|or)\s|\s(?:and|or)\s[A-Z]", words))
    return 1 <= len(words.split()) <= 14 and not inner and not _LEADING_NUMBER.match(words) and not _NO_ITEM.search(words)


def _numbered(groups: Groups) -> None:
    """Paragraphs of a list are items, each by its first word; a marker that stands in the prose ("1.") is no number."""
    scan, run, bullets = groups.scan, list[tuple[int, int]](), list[tuple[int, int]]()
    for paragraph in scan.article.paragraphs:
        if paragraph.role == "item" and (word := _FIRST_WORD.match(scan.text, paragraph.start, paragraph.end)):
            bullets.append(word.span())
            continue
        groups.add(bullets, "item")
        bullets = []
        marker = _MARKER.match(scan.text, paragraph.start, paragraph.end)
        if not marker:
            continue
        if int(marker[1]) != len(run) + 1:
            groups.add(run, "item")
            run = []
        if int(marker[1]) == len(run) + 1:
            run.append((marker.start(1), marker.end(1) + 1))
            scan.block(*marker.span(1))
    groups.add(bullets, "item")
    groups.add(run, "item")
