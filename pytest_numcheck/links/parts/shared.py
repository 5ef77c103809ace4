"""A share, its part and its whole, each found by the words around it and in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..likeness.alike import could_hold, same_measure
from ..likeness.turned import turns
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AMOUNTS = frozenset({"count", "money", "mass", "area", "volume", "length", "energy", "power", "duration"})
_HEDGED = r"(?:(?:about|around|some|just|only|roughly|nearly|almost|over|more than|a|an|the|exactly|approximately) ?){0,2}"
#: between a part and the share that it is said to be
_IS = re.compile(
    rf"^[^{holes.MENTION_KINDS}{holes.SENTENCE_END}]{{0,40}}?(?:,|\(|-|–|—|(?<!\w)(?:or|is|was|are|were|equal to|equivalent to|"
    rf"representing|represents?|represented|accounting for|accounts for|accounted for|making up|makes up|made up|amounting to|"
    rf"a rate of|a share of|a proportion of|percentage of|that is|being|which is))[ \"']*{_HEDGED}$")
#: between a share and the part that it is said to be
_OR = re.compile(
    rf"^(?: of (?:them|those|these|the total|that))? ?(?:\(|,? or|,? that is|,? which is|[-–—]|, equal to) ?{_HEDGED}$")
#: a share in other words than "percent of"
_RATE = re.compile(
    r"(?<!\w)(?:pass|success|turnout|response|clearance|conviction|survival|strike|hit|literacy|occupancy|vacancy|default|swing|"
    r"completion|recovery|utili[sz]ation) (?:percentage|rate|ratio)[^,;.]{0,12}$|(?<!\w)(?:percentage|proportion|share) of $")
_THAT = re.compile(
    rf"[{holes.SENTENCE_END}{holes.PARAGRAPH_END}] ?(?:that|this|it|which|they) (?:is|was|are|were|represents?|represented|"
    rf"amounts to|means|equals|makes|makes up|make up|made up|accounts? for|would be) {_HEDGED}$")
_OF = re.compile(rf"^(?: |-)?(?:stake |share |interest |slice |cut )?(?:of|in) ([^{holes.SENTENCE_END};,]{{0,80}})")
_BARE = re.compile(rf"[,(–—-][ \"']*{_HEDGED}$")
#: behind a share that stands in apposition
_CLOSED = re.compile(rf"^ ?(?:[,.;:)\]–—-]|of(?!\w)|[{holes.SENTENCE_END}\"'])")
#: before an amount of another time
_THEN = re.compile(r"(?<!\w)(?:compared|than|from|against|versus|last year|earlier)(?!\w)")
_PREP = re.compile(r"(?<!\w)(?:in|at|on|by|for|from|with|that|which|who|was|were|is|are|to|and|as|during)(?!\w)")
_FINANCE = frozenset({
    "interest", "coupon", "yield", "rate", "bond", "debenture", "note", "dividend", "loan", "discount", "growth"})
_EARLIER, _BACK = 8, 2


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links share-of(part, whole, share) where no one phrase holds the three. ``links``: what was found before.

    A whole that fits is taken. Of those that do not, one named right behind the share is "inferred"; others, of which only
    a slip can tell, "guessed".
    """
    old = list(links)
    done = {i for k in old if k.kind == "share-of" for i in k.roles["share"]}
    done |= {i for k in old if k.kind == "change" for i in (*k.roles.get("share", ()), *k.roles.get("by", ()))}
    wholes = {k.roles["part"][0]: k.roles["whole"][0] for k in old if k.kind == "part-of"}
    parts = {whole: part for part, whole in reversed(wholes.items())}
    for share in view.reading.mentions:
        if share.kind not in ("percent", "ratio") or share.id in done or not _plain(share) or not 0 < _size(share) < 1:
            continue
        part = _part(view, share, parts)
        if part is not None and part.change in ("to", "from"):
            continue  # "to 2.6 million shares, or 40%, from 2.3 million": the other end is no whole
        if part is None or part.id in done or share.change or part.change in ("up", "down", "by", "from"):
            continue
        named, near = _wholes(view, part, share, wholes)
        every = [*named, *near]
        fit = next((w for w in every if _fits(part, w, share) and (w in named or _told(part, w, share))), None)
        if fit is not None:
            yield _link(part, fit, share, "inferred", "a part, its whole and its share")
        elif named:
            sure = part.id in wholes and not any(m.hedge for m in (part, named[0], share)) and _only(view, part, named[0])
            yield _link(part, named[0], share, "stated" if sure else "inferred", "a part, and its share of a whole")
        elif len(near) == 1 and share.kind == "percent" and 0.02 < _size(part) / _size(near[0]) / _size(share) < 50:
            sure = any(abs(_size(part) / _size(near[0]) - t / 100) < 0.006 for t in turns(share) if t >= 10)
            if sure:
                yield _link(part, near[0], share, "inferred", "a part, its share but for a slip, and an amount before")


def _part(view: View, share: Mention, parts: Mapping[int, int]) -> Mention | None:
    """The amount that the share says again. ``parts``: the part of each whole; behind both of them, the part is meant."""
    if (share.head or "") in _FINANCE:
        return None
    before = view.reading.mentions[share.id - 1] if share.id else None
    if before is not None and before.id in parts and parts[before.id] < before.id:
        part = view.reading.mentions[parts[before.id]]
        gap = view.words(before.end, _lead(share))
        if _amount(part) and len(gap) < 90 and (_THAT.search(gap) or (
                part.sentence == share.sentence and (_RATE.search(gap) or _IS.match(gap) or _BARE.search(gap)))):
            return part
    if before is not None and _amount(before) and share.sentence - before.sentence == 1 and _THAT.search(
            view.words(before.end, _lead(share))):
        return before
    if before is not None and _amount(before) and before.sentence == share.sentence:
        gap = view.words(before.end, _lead(share))
        bare = _BARE.search(gap) is not None
        if _RATE.search(gap) or (_IS.search(gap) and (not bare or _CLOSED.match(view.words(share.end, share.end + 6)))):
            return before
    after = view.reading.mentions[share.id + 1] if share.id + 1 < len(view.reading.mentions) else None
    if after is None or not _amount(after) or after.sentence != share.sentence:
        return None
    return after if _OR.match(view.words(share.end, _lead(after))) else None


def _wholes(view: View, part: Mention, share: Mention, wholes: dict[int, int]) -> tuple[list[Mention], list[Mention]]:
    """Amounts that words say the share is of, and others of the same measure just before or after."""
    last = max(part, share, key=lambda m: m.start)
    mentions = view.reading.mentions
    direct = [m for i in [wholes.get(part.id)] if i is not None and isinstance(m := view.mention(i), Mention)]
    around = [m for m in mentions[max(last.id - _EARLIER, 0):last.id + 3]
              if m.id not in (part.id, share.id) and _amount(m) and same_measure(m, part) and m.change != "from"
              and _size(m) > _size(part) and (0 <= last.sentence - m.sentence <= _BACK)]
    said = _OF.match(view.words(last.end, last.end + 100)) or _OF.match(view.words(share.end, share.end + 100))
    named: list[Mention] = [m for m in direct if _size(m) > _size(part)]
    if said:
        inside = [m for m in around if min(share.end, last.end) <= m.start < last.end + 110
                  and not _THEN.search(view.words(last.end, m.start))][:1]
        if inside:
            return [inside[0]], []
        noun = _head(said[1])
        around = [m for m in around if noun is None or m.head is None or singular(m.head) == noun or m.kind != "count"]
    elif part.kind == "count":
        around = [m for m in around if could_hold(m, part, view.lexicon)]
    around.sort(key=lambda m: (abs(m.sentence - part.sentence), abs(m.id - part.id)))
    return named, [m for m in around if m not in named]


def _only(view: View, part: Mention, whole: Mention) -> bool:
    """Whether no other amount stands near that the share could be of."""
    first = min(part.id, whole.id)
    near = view.reading.mentions[max(first - 2, 0):max(part.id, whole.id)]
    return not any(m.id not in (part.id, whole.id) and same_measure(m, part) and _size(m) > _size(part)
                   and m.sentence in (part.sentence, whole.sentence) for m in near)


def _head(said: str) -> str | None:
    """The last noun of the phrase that a share is of."""
    words = re.findall(r"[^\W\d_]+", _PREP.split(said)[0])
    return singular(words[-1]) if words else None


def _amount(m: Mention) -> bool:
    return m.kind in _AMOUNTS and m.value is not None and m.value2 is None and m.value > 0 and not m.per


def _plain(m: Mention) -> bool:
    return m.value is not None and m.value2 is None


def _size(m: Mention) -> float:
    return (m.value or 0.0) * m.scale


def _fits(part: Mention, whole: Mention, share: Mention) -> bool:
    one, two, third = part.base(), whole.base(), share.base()
    return one is not None and two is not None and third is not None and two.low > 0 and (
        one.low / two.high <= third.high and one.high / two.low >= third.low)


def _told(part: Mention, whole: Mention, share: Mention) -> bool:
    """Whether the figures themselves fit, whatever their hedges allow."""
    real = _size(part) / _size(whole)
    return abs(real - _size(share)) <= max((share.step or 0.0) * share.scale, 0.03 * _size(share))


def _lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start


def _link(part: Mention, whole: Mention, share: Mention, confidence: str, via: str) -> Link:
    three = (part, whole, share)
    return Link("share-of", {"part": (part.id,), "whole": (whole.id,), "share": (share.id,)}, confidence, via,
                min(m.start for m in three), max(m.end for m in three))
