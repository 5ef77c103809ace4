"""A total told after its parts: "14 from one station and nine from another. In all, 23 firefighters …", "all 35 got out"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..likeness.alike import is_person, same_heads, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .adding import adds, digits_of, lead, mended, size, total_of

_HOLE = f"[{holes.KIND['count']}{holes.KIND['money']}]([{holes.MENTION_IDS}])"
#: between two parts
_JOINT = re.compile(r"(?<!\w)(?:and|while|with|plus|but|as well as)(?!\w)|;")
#: before a number that is no part
_ELSE = re.compile(
    r"(?<!\w)(?:than|from|against|versus|by|compared (?:with|to)|since|after|before|within|another|until|least|about|for|every)"
    r"(?: the| its| a| an)? ?$")
_DEADLY = re.compile(
    r"(?<!\w)(?:kill\w*|dead|died?|deaths?|bod(?:y|ies)|casualt\w+|fatalit\w+|slain|injur\w*|wound\w*|arrest\w*)(?!\w)")
_MOST = 4


def find(view: View) -> Iterator[Link]:
    """Links list(parts, total) where the words say that a number takes up all that were told of right before.

    "inferred" where the parts add up; where they do not, only if nothing else stands between and the sum is near, or one slip
    would mend it.
    """
    sure, toll = _patterns(view.lexicon)
    seen: set[int] = set()
    for pattern in (sure, toll):
        for m in pattern.finditer(view.text):
            total = view.mention(holes.id_of(m[m.lastindex or 1]))
            if isinstance(total, Mention) and total.id not in seen and total.value and total.value2 is None and not total.per:
                seen.add(total.id)
                yield from _told(view, total, deadly=pattern is toll)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    def words(name: str) -> str:
        return "|".join(sorted((re.escape(w) for w in lexicon.list(name)), key=lambda w: (-len(w), w)))
    end = f"[{holes.SENTENCE_END}{holes.PARAGRAPH_END};,]"
    noun = f"(?:-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END},;]{{1,30}}?{holes.NOUN_END})?"
    return (
        re.compile(rf"(?<!\w)(?:{words('in-all')}),? {_HOLE}|{end} ?(?:and )?all {_HOLE}|"
                   rf"{_HOLE}{noun} (?:{words('in-all')})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{words('toll')})(?: [\w'-]+){{0,3}}? (?:of|to|at|is|was) (?:at least )?{_HOLE}"),
    )


def _told(view: View, total: Mention, *, deadly: bool) -> Iterator[Link]:
    run = _before(view, total, deadly)
    for many in range(len(run), 1, -1):
        if adds(run[-many:], total) and (sum(map(digits_of, run[-many:])) > 2 or many == len(run)):
            yield _link(run[-many:], total, "what is told in all")
            return
    if not 2 <= len(run) <= _MOST or any(m.hedge for m in (*run, total)):
        return
    ratio = total_of(run) / size(total)
    if mended(run, total) or (not deadly and 0.5 < ratio < 2 and _plain(view, run, total)):
        yield _link(run, total, "what is told in all, but for a slip")


def _plain(view: View, run: list[Mention], total: Mention) -> bool:
    """Whether the parts are all that the sentence before counts, joined and of one sort."""
    joint = view.words(run[-2].end, run[-1].start)
    close = run[0].sentence == run[-1].sentence and total.sentence - run[0].sentence <= 1
    return close and total.kind == "count" and bool(_JOINT.search(joint)) and all(
        same_heads(m, total, view.lexicon) is True or (total.head is None and is_person(m.head, view.lexicon)) for m in run)


def _before(view: View, total: Mention, deadly: bool) -> list[Mention]:
    """The numbers of its measure right before, up to one that is something else."""
    run: list[Mention] = []
    for i in range(total.id - 1, max(total.id - 9, -1), -1):
        m = view.reading.mentions[i]
        if total.sentence - m.sentence > 2 or total.paragraph - m.paragraph > 1 or len(run) == _MOST:
            break
        if m.kind != total.kind or not same_measure(m, total):
            continue
        before = view.words(max(lead(m) - 24, 0), lead(m))
        if m.value == total.value or (m.change and not deadly):
            break
        if m.value is None or m.value2 is not None or m.per or not _sort(view, m, total) or (
                _ELSE.search(before)) or size(m) >= size(total) * 3:
            break
        if deadly and not _DEADLY.search(view.words(max(m.start - 40, 0), m.end + 40)):
            break
        run.insert(0, m)
    return run


def _sort(view: View, m: Mention, total: Mention) -> bool:
    akin = same_heads(m, total, view.lexicon)
    return akin is not False or (is_person(m.head, view.lexicon) and is_person(total.head, view.lexicon))


def _link(run: list[Mention], total: Mention, via: str) -> Link:
    return Link("list", {"parts": tuple(m.id for m in run), "total": (total.id,)}, "inferred", via, run[0].start, total.end)
