"""A number and right behind it each sort of what it counts: "six children, four sons and two daughters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..likeness.alike import is_person
from ..model import Link
from ..parts.adding import lead, total_of
from ..prose import holes
from ..prose.view import View

_PEOPLE = "people"
#: between two sorts: "sons and", ", ", "men, all of them sailors, and"
_JOINT = re.compile(rf"^[^{holes.MENTION_KINDS}{holes.SENTENCE_END};]{{0,40}}(?:,|(?<!\w)and|&|plus)(?: as well as)? ?$")
#: between the number and the first of them in the same sentence
_OPENS = re.compile(
    rf"^[^{holes.MENTION_KINDS}{holes.SENTENCE_END}]{{0,60}}?"
    rf"(?:,|:|\(|–|—| - |(?<!\w)(?:they are|comprising|being|made up of|namely)) ?$")
#: what tells that these are only some, or that the sorts are of something else
_SOME = re.compile(r"(?<!\w)(?:includ\w+|such as|among|with|and|plus|as well as|besides|for|by|from|to|also|another|other)(?!\w)")
_MORE = re.compile(rf"^[^.;{holes.MENTION_KINDS}]{{0,24}}?(?:,| and| or) (?:and )?"
                   r"(?:others?|more|several|many|some|a|an|one|his|her|their|its)(?!\w)")


def find(view: View) -> Iterator[Link]:
    """Links list(parts, total): "stated" of kin, else "inferred"; nothing where a word says that more follow."""
    groups = _groups(view.lexicon)
    mentions = [m for m in view.reading.mentions if m.kind == "count"]
    for i, total in enumerate(mentions):
        if not total.head or not _plain(total) or (total.value or 0) < 2:
            continue
        whole = singular(total.head, view.lexicon)
        for name, of, sorts in groups:
            if whole not in of and not (_PEOPLE in of and is_person(total.head, view.lexicon)):
                continue
            run = mentions[i + 1:i + 1 + len(sorts)]
            if len(run) < len(sorts) or not _one_each(view, run, sorts) or not _close(view, total, run):
                continue
            if _follows(view, mentions, i + 1 + len(sorts), run):
                continue
            fits = abs(total_of(run) - (total.value or 0)) < 1e-9
            if fits or (0.5 < total_of(run) / (total.value or 1) < 2 and (name == "kin" or not _gap(view, total, run))):
                sure = name in ("kin", "siblings", "grandchildren")
                yield Link("list", {"parts": tuple(m.id for m in run), "total": (total.id,)}, "stated" if sure else "inferred",
                           f"all sorts: {name}", total.start, run[-1].end)
                break


@lru_cache(maxsize=8)
def _groups(lexicon: Lexicon) -> tuple[tuple[str, frozenset[str], tuple[frozenset[str], ...]], ...]:
    rows = []
    for name, row in lexicon.table("sorts").items():
        whole = row["whole"]
        rows.append((str(name), frozenset([whole] if isinstance(whole, str) else map(str, whole)),
                     tuple(frozenset(map(str, s)) for s in row["sorts"])))
    return tuple(sorted(rows, key=lambda r: -len(r[2])))


def _one_each(view: View, run: list[Mention], sorts: tuple[frozenset[str], ...]) -> bool:
    heads = [singular(m.head or "", view.lexicon) for m in run]
    left = list(sorts)
    for m, head in zip(run, heads, strict=True):
        found = next((s for s in left if head in s), None)
        if found is None or m.value is None or m.value2 is not None or m.hedge or m.change:
            return False
        left.remove(found)
    return all(a.sentence == b.sentence and _JOINT.match(view.words(a.end, lead(b))) for a, b in pairwise(run))


def _close(view: View, total: Mention, run: list[Mention]) -> bool:
    if total.sentence == run[0].sentence:
        said = view.words(total.end, lead(run[0]))
        return _OPENS.match(said) is not None and not _SOME.search(said)
    return False


def _gap(view: View, total: Mention, run: list[Mention]) -> bool:
    """Whether words stand between the number's noun and the first sort."""
    said = view.words(total.end, lead(run[0]))
    return len(re.findall(r"[^\W\d_]{2,}", said)) > 3


def _follows(view: View, mentions: list[Mention], at: int, run: list[Mention]) -> bool:
    """Whether the list goes on, with or without a number."""
    if goes_on(view, run[-1].end):
        return True
    after = mentions[at] if at < len(mentions) else None
    every = {s for _, _, sorts in _groups(view.lexicon) for sort in sorts for s in sort}
    return after is not None and after.sentence == run[-1].sentence and singular(after.head or "", view.lexicon) in every and (
        _JOINT.match(view.words(run[-1].end, lead(after))) is not None)


def goes_on(view: View, end: int) -> bool:
    """Whether behind the last of them comes one more that no number counts: "three women and a child"."""
    return _MORE.match(view.words(end, end + 40)) is not None


def _plain(m: Mention) -> bool:
    return m.value is not None and m.value2 is None and m.hedge is None and m.change is None
