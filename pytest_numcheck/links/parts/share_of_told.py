"""A share of something told before, said again as an amount: "a $40 million loan … 60% of that loan ($24 million)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..likeness.alike import same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AMOUNT = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_SHARE = f"[{holes.KIND['percent']}{holes.KIND['ratio']}]([{holes.MENTION_IDS}])"
_PLAIN = r"[^\W\d_]+"
_TOLD = re.compile(
    rf"{_SHARE} of (?:the|that|this|those|these|its|their|his|her) ((?:{_PLAIN} ){{0,2}}?{_PLAIN})"
    rf"(?: ?\(|,? or | ?[–—] ?| - )(?:(?:about|around|some|nearly|almost|or|just|over) )*{_AMOUNT}")
_NOUNS = re.compile(_PLAIN)
#: how many numbers and sentences back the whole may stand; how many words from its noun
_EARLIER, _BACK, _BESIDE = 10, 3, 3


def find(view: View) -> Iterator[Link]:
    """Links share-of(part, whole, share): the whole is what stands beside the noun that the share is of."""
    if not any(holes.KIND[k] in view.text for k in ("percent", "ratio")):
        return
    for m in _TOLD.finditer(view.text):
        share, part = _number(view, m[1]), _number(view, m[3])
        if part.value is None or part.value2 is not None or not share.value or share.change in ("up", "down"):
            continue
        noun = singular(m[2].split(" ")[-1], view.lexicon)
        found = [w for w in view.reading.mentions[max(share.id - _EARLIER, 0):share.id]
                 if share.sentence - w.sentence <= _BACK and w.value and w.value2 is None and same_measure(w, part)
                 and _of_it(view, w, noun)]
        if found and len({w.value for w in found}) == 1:
            yield Link("share-of", {"part": (part.id,), "whole": (found[-1].id,), "share": (share.id,)}, "inferred",
                       f"a share of that {noun}", found[-1].start, max(part.end, share.end))


def _of_it(view: View, m: Mention, noun: str) -> bool:
    """Whether the amount stands beside the noun: "a $40 million loan", "a loan of $40 million"."""
    lead = m.lead if 0 <= m.lead < m.start else m.start
    after = view.bare(m.end, m.end + 40)
    before = view.bare(max(lead - 30, 0), lead)
    words = _NOUNS.findall(re.split(rf"[{holes.SENTENCE_END},;.]", after)[0])[:_BESIDE]
    last = re.search(rf"({_PLAIN})(?: {_PLAIN})? (?:of|worth|totalling|totaling)(?: [a-z]+)? ?$", before)
    return noun in (singular(w, view.lexicon) for w in words) or (last is not None and singular(last[1], view.lexicon) == noun)


def _number(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m
