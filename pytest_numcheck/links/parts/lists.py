"""Numbers listed with their total ("47 casualties: 12 dead and 35 wounded"), and counts with the things they announce."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import singular
from ...numbers.labels.listings import INTRODUCED
from ...numbers.mention import Cue, Mention
from ..clauses import sorts
from ..likeness.alike import is_person, same_heads, same_measure
from ..model import Link
from ..prose import holes
from ..prose.tables import found
from ..prose.view import View
from . import afterwards, enumeration, rest, totalled
from .adding import mended, size, total_of

#: how far before a list a word may stand that opens it, and a count that announces it
_OPENED, _ANNOUNCED = 60, 130
#: items longer than this are clauses, unless there are many
_LONG = 60
_TIMES = {"year", "month", "week", "day", "hour", "minute", "time", "percent", "point", "goal"}
_OTHERS = re.compile(
    r"^[ ,;]*(?:and|or)? ?(?:several |many |some |a few |various |dozens of )?(?:others?|more|the rest|etc)(?!\w)")
#: an item without a number of its own: ", and a fourth from Germany"
_ANOTHER = re.compile(rf"^[^.;:]{{0,40}},? and (?:(?:a|an|another|the) )?"
                      rf"(?:[{holes.KIND['ordinal']}{holes.KIND['ratio']}]|another(?!\w)|(?:second|third|fourth|fifth|sixth)(?!\w))")
#: "A and B, which won, and C": the list goes on after what is said of the last
_RESUMED = re.compile(r"\.?,\s(?:which|who|whose|where|an?|the)\s[^;:\n]{3,200}?,\sand\s(?:the\s)?[A-Z]")
#: a list that has begun before its first item, or is the name of a firm
_BEGUN, _FIRM = re.compile(r"[A-Z][\w'.-]*,\s\Z"), re.compile(r",?\s(?:Inc|Ltd|Co|Corp|LLP|Plc|PLC|LLC|&)\b")
_COUNT = f"[{holes.KIND['count']}]([{holes.MENTION_IDS}])"
_PLAIN = r"(?:[^\W_]+(?:['-][^\W\d_]+)*)"
_BEFORE_ITEMS = re.compile(
    rf"{_COUNT}(?: ?-?{_PLAIN}){{0,12}} ?"
    rf"(?P<joint>[:–—]|(?<= )-(?= )|,|\(|(?<!\w)(?:are|were|is|was|namely|named|identified as)[: ,]*) ?"
    rf"(?:(?:the|a|an|its|their|those of|those in|those from) )?$")
#: "a four-way merger between", "two defeats in a row against"
_TIED = re.compile(
    rf"{_COUNT}(?:-[a-z]+(?: {_PLAIN}){{1,3}} (?P<joint>between|among|of|involving|with)|"
    rf" ?(?:{_PLAIN} )?(?:defeats|losses|wins|victories) (?:in a row|running|in succession) (?:against|over|to)|"
    rf"(?: {_PLAIN}){{0,2}} (?:countries|states|nations|cities|towns|provinces|republics|districts|counties|islands|villages|"
    rf"boroughs|regions) of) (?:the )?$")
#: "number 10 and 11", "Nos. 3 to 5": which of them, not how many
_PLURAL = re.compile(r" [a-z]+[a-rt-z]s,? $")
_NTHS = re.compile(r"(?:(?<!\w)(?:numbers?|nos?\.?) |\d (?:and|or|to) )\Z", re.I)
_AND_ANOTHER = re.compile(r" (?:in|at|from|on|for|to|against|by|of) [\w' -]{2,40},? and ")
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")


def find(view: View, parts: Iterable[Link] = ()) -> Iterator[Link]:
    """Links list(parts, total) and items(count, items), closed lists only. ``parts``: the links already found."""
    links = list(parts)
    pairs = [(link.roles["part"][0], link.roles["whole"][0], link.via) for link in links if link.kind == "part-of"]
    old = frozenset(i for link in links if link.kind == "change" for i in link.roles.get("old", ()))
    yield from _fullest([*_enumerated(view, old), *_totals(view), *_remainders(view, pairs),
                         *rest.find(view, {whole: part for part, whole, _ in pairs}), *totalled.find(view),
                         *afterwards.find(view), *sorts.find(view)])
    yield from _items(view, {whole: part for part, whole, _ in reversed(pairs)})


def is_open(view: View, start: int, end: int) -> bool:
    """Whether the enumeration at a span of the prose names only some: opened by "including", closed by "and others"."""
    before = view.words(max(start - _OPENED, 0), start)
    before = before[max(before.rfind(holes.SENTENCE_END), *(before.rfind(c) for c in ";:.")) + 1:]
    after = view.words(end, end + 60)
    return bool(_openers(view.lexicon).search(before) or _OTHERS.match(after) or _ANOTHER.match(after)
                or _RESUMED.match(view.article.text, end))


@lru_cache(maxsize=8)
def _openers(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in lexicon.list('open-list'))})(?!\w)")


def _totals(view: View) -> Iterator[Link]:
    for row, hit in found(view, "list"):
        total = hit.binding["total"]
        assert isinstance(total, int)
        parts: tuple[int, ...] = ()
        for role in sorted(hit.binding):
            if role.startswith("part"):
                bound = hit.binding[role]
                parts += bound if isinstance(bound, tuple) else (bound,)
        rows = [_number(view, i) for i in parts]
        if ("demographic" in hit.words and sorts.goes_on(view, rows[-1].end)) or _unended(view, rows):
            continue
        if _adds(view, _number(view, total), rows, hit.words) and not is_open(view, rows[0].start, rows[-1].end):
            yield Link("list", {"parts": parts, "total": (total,)}, row.confidence, row.phrase.text, hit.start, hit.end)


def _unended(view: View, rows: list[Mention]) -> bool:
    """Whether another of them follows: "six in the league, four in the cup and two in Europe" has not two but three parts."""
    following = view.reading.mentions[rows[-1].id + 1:rows[-1].id + 2]
    if not following or following[0].sentence != rows[-1].sentence or not same_measure(following[0], rows[-1]):
        return False
    return _AND_ANOTHER.fullmatch(view.bare(rows[-1].end, following[0].start)) is not None


def _enumerated(view: View, old: frozenset[int]) -> Iterator[Link]:
    for e in enumeration.find(view):
        if e.total in old:
            continue  # "rose to 3.1 million from 2.6 million, comprising …"
        rows = [_number(view, i) for i in e.parts]
        total = _number(view, e.total)
        if not 0.4 <= total_of(rows) / max(size(total), 1e-9) <= 2.5 and not mended(rows, total):
            continue  # of something else
        if (e.sure or _adds(view, _number(view, e.total), rows, {})) and not is_open(view, rows[0].start, rows[-1].end):
            yield Link("list", {"parts": e.parts, "total": (e.total,)}, "stated", e.via, e.start, e.end)


def _remainders(view: View, pairs: list[tuple[int, int, str]]) -> Iterator[Link]:
    """A part and "the other" part of one whole, where no third part is named."""
    by_whole: dict[int, list[tuple[int, str]]] = {}
    for part, whole, via in pairs:
        by_whole.setdefault(whole, []).append((part, via))
    for whole, parts in sorted(by_whole.items()):
        if len(parts) == 2 and parts[-1][1] == "the other part":
            ids = tuple(sorted(p for p, _ in parts))
            spans = [_number(view, i) for i in (*ids, whole)]
            between = view.reading.mentions[ids[0] + 1:ids[1]]
            if any(m.id != whole and same_measure(m, spans[0]) for m in between):
                continue
            near = max(m.sentence for m in spans) - min(m.sentence for m in spans) <= 1
            sure = near and not parts[0][1].startswith("part of")  # "of them" may be of something else
            yield Link("list", {"parts": ids, "total": (whole,)}, "stated" if sure else "inferred", "part and the other part",
                       min(m.start for m in spans), max(m.end for m in spans))


def _adds(view: View, total: Mention, parts: list[Mention], words: Mapping[str, str]) -> bool:
    """Whether these could be the parts of that."""
    for part in parts:
        if not same_measure(part, total) or part.value2 is not None or part.change in ("up", "down"):
            return False
        akin = same_heads(part, total, view.lexicon)
        people = is_person(part.head, view.lexicon), is_person(total.head, view.lexicon)
        if akin is False and people == (False, True) and not _elided(parts):
            return False
        if akin is False and people[0] != people[1]:
            return False
    if "demographic" in words and singular(total.head or "", view.lexicon) in _sorts(view.lexicon):
        return False
    return total.value2 is None


@lru_cache(maxsize=8)
def _sorts(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(singular(w, lexicon) for w in lexicon.list("demographic"))


def _elided(parts: list[Mention]) -> bool:
    return all(p.head is None for p in parts[1:])


def _fullest(links: list[Link]) -> Iterator[Link]:
    """For one total the list with most parts; no number in two lists."""
    used: set[int] = set()
    for link in sorted(links, key=lambda k: (-len(k.roles["parts"]), k.confidence != "stated", k.start)):
        if not used & set(link.ids):
            used |= set(link.ids)
            yield link


def _items(view: View, wholes: Mapping[int, int]) -> Iterator[Link]:
    groups: dict[float, list[Cue]] = {}
    for cue in view.reading.cues:
        if cue.kind in ("name", "item") and cue.value is not None:
            groups.setdefault(cue.value, []).append(cue)
    for _, cues in sorted(groups.items()):
        start, end = cues[0].start, cues[-1].end
        if len(cues) < 2 or (cues[0].value or 0) >= INTRODUCED or is_open(view, start, end):
            continue
        before = _MARKS.sub("", view.words(max(view.article.sentence_at(start).start, start - _ANNOUNCED), start))
        m = _BEFORE_ITEMS.search(before) or _TIED.search(before)
        text = view.article.text
        if cues[0].kind == "name" and (_BEGUN.search(text[max(start - 24, 0):start]) or _FIRM.match(text, end)):
            continue
        if m is None or _OTHERS.match(view.words(end, end + 40)):
            continue
        count = _number(view, holes.id_of(m[1]))
        if count.id in wholes and view.reading.mentions[wholes[count.id]].sentence == count.sentence:
            count = view.reading.mentions[wholes[count.id]]  # "two of the 15 victims – Ann and Bo"
        joint = (m["joint"] or "").strip()
        if _NTHS.search(view.article.text[max(count.start - 16, 0):count.start]):
            continue
        if not count.head and not _PLURAL.search(before) and (joint == "," or cues[0].kind != "name"):
            continue
        if count.value2 is not None or count.hedge or _clauses(view, cues, joint) or _in_turn(cues):
            continue
        if count.head in _TIMES and (joint, count.head) != ("(", "time"):
            continue
        sure = joint in (":", "–", "—") or (joint in ("are", "were", "namely") and count.sentence == cues[0].sentence)
        yield Link("items", {"count": (count.id,), "items": tuple(c.id for c in cues)}, "stated" if sure else "inferred",
                   f"count {joint} items", count.start, end)


def _in_turn(cues: list[Cue]) -> bool:
    """Whether each person is followed by a place: "Ann Pell, Leeds, Roy Dunn, Hull, and Tom Fry"."""
    full = [" " in c.text for c in cues]
    return len(cues) > 3 and cues[0].kind == "name" and all(f == (i % 2 == 0) for i, f in enumerate(full))


def _clauses(view: View, cues: list[Cue], joint: str) -> bool:
    """Whether the "items" are rather clauses that go on about the count."""
    if len(cues) > 2 and view.article.text.startswith(";", cues[0].end):
        return False
    longest = max(c.end - c.start for c in cues)
    if joint in ("–", "—", "-", ",") and any(c.text.partition(" ")[0].endswith("ing") for c in cues if c.kind == "item"):
        return True
    return longest > _LONG and len(cues) <= (2 if joint == ":" else 3) and any(c.kind == "item" for c in cues)


def _number(view: View, i: int) -> Mention:
    m = view.mention(i)
    assert isinstance(m, Mention)
    return m
