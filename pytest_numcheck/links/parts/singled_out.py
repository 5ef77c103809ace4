"""A part that is singled out of what was counted before it: "133,000 people …, including 70,000 last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.alike import could_hold, is_person, same_heads
from ..model import Link
from ..prose import holes
from ..prose.view import View

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_KINDS = frozenset(["count", "money", "mass", "volume", "area"])
#: "those include 1,000 cleaners": of what the sentence before counts
_TAKEN_UP = re.compile(
    rf"(?:{holes.SENTENCE_END}|{holes.PARAGRAPH_END}|^) ?(?:these|those|they|that (?:figure|number|total)|the (?:figure|total)) "
    rf"includ(?:e|es|ed)(?: (?:the|its|some|at least))? {_HOLE}")
#: "46 people called, but only 16 came": the part is what the clause is about
_BUT_ONLY = re.compile(rf"(?:,? but|,? yet|,? though|[–—]|- but) (?:only|just) {_HOLE}")
#: "five firms, selected from eight that applied", "75 people a week, out of 1,500 followers": the whole comes second
_OUT_OF = re.compile(
    rf"(?<!\w)(?:(?:selected|chosen|picked|drawn|shortlisted|short-listed|recruited|plucked|whittled down) from|out of)"
    rf"(?: (?:the|a total of|a field of|a pool of|a list of|its|all|some))? {_HOLE}")
_DRAWN = frozenset(["selected", "chosen", "picked", "drawn", "shortlisted", "listed", "recruited", "plucked", "whittled", "out"])
#: the number's noun follows it
_NAMED = re.compile(f"[^{holes.MENTION_KINDS}{holes.SENTENCE_END},;.]*{holes.NOUN_END}")
#: "$1.9 billion of $2 billion"
_OF = re.compile(f"[{holes.KIND['money']}]([{holes.MENTION_IDS}]) (?:out )?of [{holes.KIND['money']}]([{holes.MENTION_IDS}])"
                 f"(?! ?(?:[a-z-]+ ){{0,2}}(?:bonds?|notes?|debt|shares|stock|loans?|bills))")
#: persons by what they do
_TRADE = re.compile(r"[a-z]{3}(?:er|or|ist|man|woman|ant|ee|ian)$")
#: cases of an illness, which hold those who had it
_CASES = frozenset(["case", "infection"])
#: "of which four are needed": no part, but what is wanted
_WANTED = re.compile(r"^[^,;.]{0,30}?(?:is|are|was|were) (?:needed|required|necessary|wanted)(?!\w)")
#: how many numbers and sentences back the whole may stand, how far before "out of" the part ends, how many times the whole
#: a part may come to and still be meant as one
_EARLIER, _SENTENCE_BACK, _GAP, _FAR = 8, 1, 60, 20


def find(view: View) -> Iterator[Link]:
    """Links part-of(part, whole). Where several numbers could be the whole, the nearest that holds the part is."""
    for m in _hits(view, *_cue(view.lexicon)):
        yield from _held(view, _number(view, m[1]), 0, "including")
    for m in _TAKEN_UP.finditer(view.text) if "includ" in view.text else ():
        yield from _held(view, _number(view, m[1]), _SENTENCE_BACK, "those include")
    for m in _hits(view, _BUT_ONLY, frozenset(["only", "just"])):
        part = _number(view, m[1])
        if part.kind == "count" and counts_unsaid(view, part):
            yield from _held(view, part, 0, "but only")
    for m in _hits(view, _OUT_OF, _DRAWN):
        whole = _number(view, m[1])
        if not m[0].startswith("out") or _NAMED.match(view.words(whole.end, whole.end + 60)):  # not "scores out of six"
            yield from _drawn(view, whole, view.to_prose(m.start()))
    for m in _OF.finditer(view.text) if view.sentences_of("money") else ():
        part, whole = _number(view, m[1]), _number(view, m[2])
        if _plain(part) and _plain(whole) and could_hold(whole, part, view.lexicon):
            yield _link(part, whole, "an amount of an amount")


def _held(view: View, part: Mention, back: int, via: str) -> Iterator[Link]:
    """The number before that holds the part."""
    if part.kind not in _KINDS or not _plain(part) or _WANTED.match(view.words(part.end, part.end + 60)):
        return
    found = []
    for m in reversed(view.reading.mentions[max(part.id - _EARLIER, 0):part.id]):
        if part.sentence - m.sentence > back or (back and m.sentence == part.sentence):
            break
        if _plain(m) and m.value != 1 and _holds(view, m, part):
            found.append(m)
    if found:
        fitting = [m for m in found if _size(m) >= _size(part)]
        whole = fitting[0] if fitting else max(found, key=lambda m: (_size(m), m.id))
        if _size(part) <= _FAR * _size(whole):
            yield _link(part, whole, via)


def _drawn(view: View, whole: Mention, cue: int) -> Iterator[Link]:
    """"Five firms …, selected from eight": the part stands just before."""
    if whole.kind != "count" or not _plain(whole):
        return
    for m in view.reading.mentions[max(whole.id - 1, 0):whole.id]:
        near = m.sentence == whole.sentence and m.end <= cue and cue - m.end <= _GAP
        if near and m.kind == "count" and m.value is not None and not m.change and _size(m) <= _FAR * _size(whole) and (
                _holds(view, whole, m)):
            yield _link(m, whole, "selected from")


def _holds(view: View, whole: Mention, part: Mention) -> bool:
    if could_hold(whole, part, view.lexicon):
        return part.kind != "count" or same_heads(whole, part, view.lexicon) is not None or whole.head is not None
    if part.kind != "count" or whole.kind != "count" or not part.head or not whole.head:
        return False
    if is_person(part.head, view.lexicon):
        return whole.head in _CASES or _TRADE.search(whole.head) is not None
    return is_person(whole.head, view.lexicon) and _TRADE.search(part.head) is not None


def _plain(m: Mention) -> bool:
    return m.value is not None and m.value2 is None and m.change not in ("up", "down")


def _size(m: Mention) -> float:
    return (m.value or 0.0) * m.scale


def _number(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m


def _hits(view: View, pattern: re.Pattern[str], words: frozenset[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds in the sentences that have one of the words."""
    for i in sorted(view.sentences_with_any(words)):
        yield from pattern.finditer(view.text, *view.spans[i])


@lru_cache(maxsize=8)
def _cue(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str]]:
    listed = lexicon.list("singles-out")
    words = "|".join(re.escape(w) for w in listed)
    return re.compile(rf"(?<!\w)(?:{words})(?: (?:the|its|their|were|was|are|is|only|just|some|at least|all)){{0,2}} {_HOLE}"), (
        frozenset(w.split(" ")[-1] for w in listed))


def _link(part: Mention, whole: Mention, via: str) -> Link:
    return Link("part-of", {"part": (part.id,), "whole": (whole.id,)}, "inferred", via,
                min(part.start, whole.start), max(part.end, whole.end))
