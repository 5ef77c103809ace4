"""A number said again with "the" or "those": "the 83 countries", "those 43 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.agree import can_agree
from ..likeness.alike import is_person, same_heads, same_measure
from ..likeness.misprint import misprint
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AGAIN = re.compile(rf"(?<!\w)(the|those|these|all|all the) ([{holes.KIND['count']}])([{holes.MENTION_IDS}])")
#: what follows the noun and narrows it to some of the things named before
_NARROWED = re.compile(
    r"^ ?(?:who|that|which|whose|in|of|from|at|with|on|for|aged|to|by|where|[a-z]+ing|not|under|"
    r"over|without|currently|already|still|now|left|held|killed)(?!\w)")
#: how many earlier numbers with the same noun are looked at
_EARLIER = 8
#: how many sentences back an earlier number may stand that disagrees
_FAR = 6
#: so many are not added up in passing
_SEVERAL = 8
#: how many numbers back the same number may have been said of persons under another name
_BEFORE = 20


def find(view: View) -> Iterator[Link]:
    """Links refers-back(a, b): ``a`` the number with "the", ``b`` the earlier one it takes up.

    Where several earlier numbers could be meant, one that can be equal is taken; where none is, a link is made only if
    the candidates agree among themselves.
    """
    by_head: dict[str, list[Mention]] = {}
    again = {holes.id_of(m[3]): m[1] for m in _AGAIN.finditer(view.text)}
    for m in view.reading.mentions:
        if m.kind == "count" and not m.head and again.get(m.id) in ("those", "these") and (m.value or 0) > 1:
            yield from _bare(view, m)
        if m.kind != "count" or not m.head or m.value is None:
            continue
        word = again.get(m.id)
        if word is not None and m.hedge is None and m.value2 is None and m.value > 1:
            yield from _taken_up(view, m, word, by_head.get(singular(m.head, view.lexicon), []))
        by_head.setdefault(singular(m.head, view.lexicon), []).append(m)
    for rows in by_head.values():
        for i, m in enumerate(rows):
            if again.get(m.id, "").startswith("all") and m.hedge is None and m.value2 is None and (m.value or 0) > 1:
                yield from _told_later(view, m, rows[max(i - _EARLIER, 0):i], rows[i + 1:i + 1 + _EARLIER])


def _bare(view: View, m: Mention) -> Iterator[Link]:
    """"Eleven firms were chosen. These 11 have …": what the sentence before counts, if that is one number."""
    if m.hedge or m.value2 is not None or not counts_unsaid(view, m) or view.article.text[m.end:m.end + 1] != " ":
        return
    row = view.article.sentences[max(m.sentence - 1, 0)]
    before = [e for e in view.mentions(row.start, m.start) if e.kind == "count" and e.id != m.id]
    if not before or len({e.value for e in before}) > 1:
        return
    b = before[-1]
    # "two people and the wife of one of them. These three": the few are soon added up
    sure = can_agree(b, m) or min(m.value or 0, b.value or 0) >= _SEVERAL
    if sure and b.value2 is None and b.value != 1 and b.head and not b.change:
        yield Link("refers-back", {"a": (m.id,), "b": (b.id,)}, "inferred", "those", b.start, m.end)


def _told_later(view: View, m: Mention, earlier: list[Mention], later: list[Mention]) -> Iterator[Link]:
    """"All 33 passengers died … the boat carried 53 passengers": the whole is told after "all of it", and only there."""
    near = [o for o in [*earlier, *later] if o.value != 1 and o.change is None and abs(o.sentence - m.sentence) <= _FAR]
    if not near or near[0].start < m.start or len({o.value for o in near}) > 1 or near[0].sentence == m.sentence:
        return
    b = near[0]
    if set((m.noun or "").lower().split()[:-1]) <= set((b.noun or "").lower().split()[:-1]) and same_measure(b, m):
        confidence = "inferred" if can_agree(b, m) else "guessed"
        yield Link("refers-back", {"a": (m.id,), "b": (b.id,)}, confidence, f"all {m.noun}", m.start, b.end)


def _taken_up(view: View, m: Mention, word: str, earlier: list[Mention]) -> Iterator[Link]:
    words = view.words(m.end, m.end + 80).partition(holes.NOUN_END)
    after = words[2] if words[1] else words[0]
    if not words[1] or not m.noun or "-" in m.text or view.article.text.startswith("-", m.end):
        return
    akin = [e for e in earlier[-_EARLIER:] if e.end < m.start - 8 and same_measure(e, m)
            and same_heads(e, m, view.lexicon) and _no_narrower(m, e)]
    fitting = [e for e in akin if e.change is None]
    equal = [e for e in fitting if can_agree(e, m)] or [e for e in akin if e.value == m.value]
    if not fitting and not equal:
        return
    b = (equal or fitting)[-1]
    distance = m.sentence - b.sentence
    if equal:
        confidence = "stated" if word in ("those", "these") and distance <= 2 else "inferred"
    elif len({e.value for e in fitting}) > 1 or not distance or b.value == 1 or _narrowed(word, after) or _some(word, m, b) \
            or _part_said(view, m, b) or _said_before(view, m):
        return
    elif distance <= _FAR and not word.startswith("all"):
        confidence = "stated" if word != "the" and distance <= 2 else "inferred"
    elif (m.value or 0) >= 10 and word.startswith("all") and min(b.value or 0, 10) >= 10:
        confidence = "guessed"
    elif word.startswith("all") and distance > _FAR:
        return
    else:
        confidence = "guessed"
    yield Link("refers-back", {"a": (m.id,), "b": (b.id,)}, confidence, f"{word} {m.noun}", b.start, m.end)


def _said_before(view: View, m: Mention) -> bool:
    """Whether the number takes up one that was said of them under another name: "12 people … six patients … all 12 patients"."""
    return any(e.value == m.value and e.kind == "count" and e.sentence < m.sentence and e.value2 is None
               and is_person(e.head, view.lexicon) and is_person(m.head, view.lexicon)
               for e in view.reading.mentions[max(m.id - _BEFORE, 0):m.id])


def _some(word: str, m: Mention, b: Mention) -> bool:
    """Whether "the two planes" may well be two of six, or no count of things at all ("the 2.90 marks level")."""
    whole = m.value == int(m.value or 0) and b.value == int(b.value or 0)
    return not whole or (word == "the" and (m.value or 0) < (b.value or 0) and misprint(b, m) is None)


def _part_said(view: View, m: Mention, b: Mention) -> bool:
    """"Six … six of the eight": what is taken up is the part, not the whole."""
    part = view.reading.mentions[m.id - 1] if m.id else b
    return part.value == b.value and view.article.text[part.end:m.start].strip().startswith("of ")


def _narrowed(word: str, after: str) -> bool:
    """Whether the noun goes on to say which of them; "all 25 members of the council" are no fewer than its members."""
    return bool(_NARROWED.match(after)) and not (word.startswith("all") and after.lstrip().startswith("of "))


def _no_narrower(later: Mention, earlier: Mention) -> bool:
    """Whether the later noun has no modifier that the earlier one lacks."""
    return set((later.noun or "").lower().split()[:-1]) <= set((earlier.noun or "").lower().split()[:-1])
