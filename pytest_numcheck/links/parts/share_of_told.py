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
_WORTH = re.compile(rf"(?<!\w)({_PLAIN}) (?:of|worth|totalling|totaling)(?: [a-z]+)? ?$")
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
        if found:
            whole = next((w for w in reversed(found) if _fits(part, w, share)), found[-1])
            real = (part.value or 0) * part.scale / ((whole.value or 1) * whole.scale) / share.scale
            if share.hedge == "nearly" and abs(real - share.value) < 1:
                continue  # "almost 86%", which is 86.4
            yield Link("share-of", {"part": (part.id,), "whole": (whole.id,), "share": (share.id,)}, "inferred",
                       f"a share of that {noun}", whole.start, max(part.end, share.end))


def _fits(part: Mention, whole: Mention, share: Mention) -> bool:
    one, two, third = part.base(), whole.base(), share.base()
    return one is not None and two is not None and third is not None and two.low > 0 and (
        one.low / two.high <= third.high and one.high / two.low >= third.low)


def _of_it(view: View, m: Mention, noun: str) -> bool:
    """Whether the amount stands beside the noun: "a $40 million loan", "a loan of $40 million"."""
    lead = m.lead if 0 <= m.lead < m.start else m.start
    after = view.bare(m.end, m.end + 40)
    before = view.bare(max(lead - 30, 0), lead)
    words = _NOUNS.findall(re.split(rf"[{holes.SENTENCE_END},;.]", after)[0])[:_BESIDE]
    last = _WORTH.search(before)
    return noun in (singular(w, view.lexicon) for w in (*words, *([last[1]] if last else [])))


def _number(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m
