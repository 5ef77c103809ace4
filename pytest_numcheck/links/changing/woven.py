"""For each size of a change that no words tied to its ends, the ends that are meant, in its sentence or around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.movers import movers
from ...numbers.mention import MEASURE_KINDS, Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View
from . import bearing
from .bearing import RELATIVE, alike, own_end, plausible, within
from .earlier import Earlier
from .ends import gloss_of
from .levels import LEVELS, could_be_size, fits
from .mended import beside, mended
from .moves_across import AS as _AS

_AMOUNTS = frozenset(["count", "money", "rate", *MEASURE_KINDS])
#: how many sentences back and on the ends may stand, and how many numbers are looked at there
_BACK, _ON, _MOST = 2, 2, 10
#: numbers on either side that are asked whether they are such an end, in a sentence that has no end
_ASKED = 60
#: amounts of money that are levels, whatever their noun says
_LEVEL_NOUNS = frozenset(["loss", "losses", "gain", "gains", "discount", "discounts"])
_THIS = re.compile(r"(?<!\w)(?:this|that|these|those|it|call it)(?: [^\W\d_]+){0,4} ?$")
_WIDTH = re.compile(r"^[ -](?:range|band|spread|limit|gap|lead|mark|barrier|threshold)(?!\w)")
#: "down 184 from the previous close": the old value is named, not printed
_OWN_BASE = re.compile(r"^ (?:from|on|over|against|compared with|than) (?:the |a |an |its )?[^\W\d_]+(?:'s)? [^\W\d_]+")
#: "touched 17.70, before falling back to trade 7.8% higher at 16.60": what the size led to
_LED_TO = re.compile(rf"^ (?:higher|lower|up|down) (?:at|to) [{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])")
#: how far apart the three may stand in one sentence
_NEAR = 160
#: "… to 428 after rising by 3% to 448": the size of the change before
_AFTERWARDS = re.compile(r"(?<!\w)(?:after|following) (?:a |an )?[^.,;]{0,30}$")
_YEAR_AGO = re.compile(r"(?:year-earlier|year-ago|month-earlier|last year's|previous) $")
_PARTICLES = {"up": 1, "over": 1, "down": -1}


_Pair = tuple[tuple[int, int, int], Mention, Mention]


def woven(view: View, changes: Sequence[Link]) -> Iterator[Link]:
    """Links change(old, new, by): inferred where the arithmetic bears them out; else guessed, where one pair stands out."""
    full = [k for k in changes if {"old", "new", "by"} <= k.roles.keys()]
    told = {i for k in full for place in ("by", "share") for i in k.roles.get(place, ())}
    steps = [(m, _step(view, m)) for m in view.reading.mentions if m.id not in told]
    earlier = Earlier(view)
    sized = [set(k.ids) for k in changes if "by" in k.roles]
    paired = {(k.roles["old"][0], k.roles["new"][0]) for k in changes if {"old", "new"} <= k.roles.keys()}
    explained = {(k.roles["old"][0], k.roles["new"][0], view.mention(k.roles["by"][0]).kind) for k in full}
    for by, sign in steps:
        link = None if sign is None else _ends(view, earlier, by, sign, sized, paired, explained)
        if link is not None:
            old, new = (view.reading.mentions[link.roles[place][0]] for place in ("old", "new"))
            if fits(old, new, by, sign or 0):
                explained.add((old.id, new.id, by.kind))
            yield link


def _step(view: View, m: Mention) -> int | None:
    """Which way the size of a change goes, 0 where that is not said; None for other numbers."""
    if m.value is None or m.value <= 0 or m.value2 is not None or m.change in ("from", "to"):
        return None
    if m.kind == "ratio" and m.text[:1].isdigit():
        return None  # "down 1/8"
    if m.kind == "multiplier":
        verb = " " not in m.text.strip() and not m.text[:1].isdigit()
        return 0 if verb or _AS.match(view.bare(m.end, m.end + 20)) else None
    if m.change in ("up", "down"):
        return 1 if m.change == "up" else -1
    if m.kind not in RELATIVE and m.kind not in _AMOUNTS and m.kind != "temperature-difference":
        return None
    after, before = _patterns(view.lexicon)
    found = after.match(view.bare(m.end, m.end + 50))
    if found is None:
        found = before.search(view.bare(max(m.lead - 40, view.article.sentences[m.sentence].start), m.lead))
    if found is None or (m.kind in ("money", "rate") and found[1] in _LEVEL_NOUNS):
        return None
    return _ways(view.lexicon).get(found[1], 0) or _PARTICLES.get(found[found.lastindex or 0], 0)


def _ends(view: View, earlier: Earlier, by: Mention, sign: int, sized: list[set[int]],
          paired: set[tuple[int, int]], explained: set[tuple[int, int, str]]) -> Link | None:
    """``sized`` are groups of numbers already tied to the size of a change: another pair than theirs is not guessed to be meant;
    ``paired`` pairs that the words tie together; ``explained`` pairs whose size of some kind is known."""
    if _YEAR_AGO.search(view.bare(max(by.lead - 16, 0), by.lead)):
        return None
    definite, levels = bearing.definite(view, by), list(_levels(view, by))
    told = [m for m in levels if m.sentence <= by.sentence] if definite else levels
    best = _pairs(view, earlier, by, told) or _pairs(view, earlier, by, levels)
    best = best or _by_sign(view, by, sign, levels)
    led = _LED_TO.match(view.bare(by.end, by.end + 40))
    if led:
        best = [b for b in best if b[2].id == holes.id_of(led[1])]
    for _, old, new in best:
        if fits(old, new, by, sign):
            return _link(old, new, by, sign, "inferred")
    known = any((b[1].id, b[2].id, by.kind) in explained for b in best)
    only = None if known else _only(view, earlier, by, sign, best, levels, sized)
    if only is None or only.confidence == "guessed":
        slipped = [b for b in best if b[0][0] <= 2 and b[0][1] <= -2 and earlier.mark(b[2]) <= 0 and beside(view, b[2], by)
                   and (b[1].id, b[2].id, by.kind) not in explained and mended(b[1], b[2], by, sign)]
        if len(slipped) == 1 and bearing.common(view, *slipped[0][1:], by) and not own_end(view, by, *slipped[0][1:]):
            return _link(slipped[0][1], slipped[0][2], by, sign, "inferred")
    if only is not None or by.kind == "multiplier":
        return only
    if not best or earlier.expected(best[0][1]) or (sign and _AFTERWARDS.search(view.bare(max(by.lead - 40, 0), by.lead))):
        return None
    own = next((m for m in view.mentions(by.end, by.end + 60) if m.kind == by.kind and m.sentence == by.sentence), None)
    if own is not None and earlier.mark(own) == 3:
        return None  # "up 4.3% against 4.1% planned": compared with another size
    likely = [b for b in best if plausible(b[1], b[2], by, 0 if definite or not b[0][0] else sign)]
    likely = [b for b in likely if (b[1].id, b[2].id) in paired] or likely
    likely = [b for b in likely if (b[1].id, b[2].id, by.kind) not in explained]
    if not likely:
        return None
    (far, sure, _), old, new = likely[0]
    definite = definite and by.start > min(old.start, new.start)
    common = bearing.common(view, old, new, by)
    if far > (2 if definite else 1) or sure > -2 or common is None or not (definite or common):
        return None
    if len(likely) == 1:
        near = max(m.end for m in (old, new, by)) - min(m.start for m in (old, new, by)) < _NEAR
        close = not far and near and sure == -3 and (sign != 0 or new.change == "to") and bearing.tied(view, old, new, by)
        if (definite and _THIS.search(view.bare(max(by.lead - 40, 0), by.lead))) or close:
            return _link(old, new, by, sign, "inferred")
    if not definite and (any({old.id, new.id} & k for k in sized) or (sign == 0 and new.change != "to") or _OWN_BASE.match(
            view.bare(by.end, by.end + 40))):
        return None
    if (old.id, new.id) in paired and far and not definite:
        return None  # they are tied to each other already, in another sentence
    return None if any(b[0][:2] == (far, sure) for b in likely[1:]) else _link(old, new, by, sign, "guessed")


def _pairs(view: View, earlier: Earlier, by: Mention, levels: list[Mention]) -> list[_Pair]:
    """Pairs of which the words say which is the earlier: the nearest by sentences, then the surest, first."""
    found = []
    for old in levels:
        for new in levels:
            sure = earlier.first(old, new) if old is not new and alike(view, old, new) else 0
            if sure:
                places = (old.sentence, new.sentence, by.sentence)
                far = max(places) - min(places)
                found.append(((far, -sure, abs(old.start - by.start) + abs(new.start - by.start)), old, new))
    return sorted(found, key=lambda x: x[0])


def _by_sign(view: View, by: Mention, sign: int, levels: list[Mention]) -> list[_Pair]:
    """The pair, of which the words do not say which is the earlier, that stands alone: the size says which is the more."""
    pairs = [(a, b) for i, a in enumerate(levels) for b in levels[i + 1:] if alike(view, a, b) and a.value and b.value]
    way = sign or (1 if by.kind == "multiplier" and (by.value or 0) > 1 else 0)
    if len(pairs) != 1 or not way or by.kind == "percent-point":
        return []
    same = pairs[0][0].dimension == pairs[0][1].dimension
    old, new = sorted(pairs[0], key=lambda m: (m.value or 0) * (m.scale if same else 1) * way)
    places = (old.sentence, new.sentence, by.sentence)
    return [((max(places) - min(places), -1, 0), old, new)]


def _only(view: View, earlier: Earlier, by: Mention, sign: int, best: list[_Pair], levels: list[Mention],
          sized: list[set[int]]) -> Link | None:
    """A size that misfits the one pair of numbers it can be the size of: no rival pair, no rival size."""
    near = [b for b in best if plausible(b[1], b[2], by, 0) and within(b[1], b[2], by)]
    if len({frozenset((b[1].id, b[2].id)) for b in near}) != 1:
        return None
    (far, sure, _), old, new = near[0]
    rivals = [m for m in levels if m not in (old, new) and alike(view, m, old) and (
        plausible(m, old, by, 0, 4) if m.start < old.start else plausible(old, m, by, 0, 4))]
    first, last = (pick((old, new, by), key=lambda m: m.start) for pick in (min, max))
    span = view.mentions(view.article.sentences[first.sentence].start, last.end)
    sizes = [m for m in span if m not in (by, old, new) and m.kind == by.kind and (
        m.change in ("up", "down") or (m.kind == "percent" and m.start > first.start))]
    rivals = [m for m in rivals if within(m, old, by)]
    common = bearing.common(view, old, new, by)
    if rivals or sizes or far > 2 or (earlier.expected(by) and far) or common is None:
        return None
    ids = {old.id, new.id, by.id}
    if (by.kind not in RELATIVE and (not sign or earlier.mark(by) == 3)) or _OWN_BASE.match(view.bare(by.end, by.end + 40)):
        return None
    here = old.paragraph == new.paragraph == by.paragraph and not any(ids & k and not k <= ids for k in sized)
    if by.kind == "multiplier" and not plausible(old, new, by, 1 if (by.value or 0) > 1 else -1):
        return None
    turned = fits(old, new, by, -sign) if sign else False
    if not here or (not turned and not plausible(old, new, by, sign)):
        return None
    if not turned and not plausible(old, new, by, sign, 3 if by.kind in RELATIVE else 4):
        return _link(old, new, by, sign, "guessed")
    tied = bearing.tied(view, old, new, by) or (bearing.definite(view, by) and by.start > min(old.start, new.start))
    told = (sure <= -2 or tied) and (common > 0 or tied)
    return None if own_end(view, by, old, new) else _link(old, new, by, sign, _certainty(far, sure, tied) if told else "guessed")


def _certainty(far: int, sure: int, tied: bool) -> str:
    """How sure it is that a size is of two numbers that have no rival: the words name the earlier, and tie the size to them."""
    return "stated" if tied and far < 2 and sure <= -2 else "inferred"


def _levels(view: View, by: Mention) -> Iterator[Mention]:
    """The numbers around ``by`` that could be where the change began or ended, the nearest ones."""
    sentences = view.article.sentences
    first, last = max(by.sentence - _BACK, 0), min(by.sentence + _ON, len(sentences) - 1)
    row, previous = [], None
    start, end = sentences[first].start, sentences[last].end
    for m in view.reading.mentions[max(by.id - _ASKED, 0):by.id + _ASKED]:
        if m is not by and start <= m.start < end and _is_level(view, m, by) and not gloss_of(view, m, previous):
            row.append(m)
        previous = m
    yield from sorted(row, key=lambda m: abs(m.start - by.start))[:_MOST]


def _is_level(view: View, m: Mention, by: Mention) -> bool:
    if m.kind not in LEVELS or m.value is None or m.value <= 0 or m.value2 is not None or m.change in ("up", "down"):
        return False
    if abs(m.paragraph - by.paragraph) > 1 or view.article.text[m.lead - 1:m.lead] == "(" or m.kind in ("duration", "age"):
        return m.kind == by.kind == "duration"
    if by.kind in ("percent", "ratio", "multiplier"):
        return m.kind != "percent"
    if by.kind == "percent-point":
        return m.kind == "percent"
    return not _WIDTH.match(view.bare(m.end, m.end + 12)) and could_be_size(by, m) and (
        m.value * m.scale > (by.value or 0) * by.scale * 0.5 if m.dimension == by.dimension else m.value > (by.value or 0) * 0.5)


def _link(old: Mention, new: Mention, by: Mention, sign: int, confidence: str) -> Link:
    ids = {"old": (old.id,), "new": (new.id,), "by": (by.id,)}
    start, end = min(m.start for m in (old, new, by)), max(m.end for m in (old, new, by))
    return Link("change", ids, confidence, "put together from the sentences around", start, end, sign)


@lru_cache(maxsize=8)
def _ways(lexicon: Lexicon) -> dict[str, int]:
    nouns = movers(lexicon).nouns
    up = [*lexicon.list("comparative-up"), *(w for w in nouns if nouns[w] == "up"), "above", "extra", "additional",
          "premium", "warming"]
    down = [*lexicon.list("comparative-down"), *(w for w in nouns if nouns[w] == "down"), "below", "under", "missing", "cooling"]
    return dict.fromkeys(up, 1) | dict.fromkeys(down, -1)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow the size of a change ("1.8 degrees warmer", "38% below", "the 13.5-inch loss"), and come before it."""
    words = "|".join(sorted((re.escape(w) for w in (*_ways(lexicon), "difference", "gap")), key=len, reverse=True))
    share = rf",? (?:or|\() ?[{holes.MENTION_KINDS}][{holes.MENTION_IDS}]\)?"
    after = re.compile(rf"^(?:{share})?(?!,? an? )(?:-|,? )?(?:[^\W\d_]+ ){{0,2}}?({words})(?!\w)"
                       rf"|^(?:{share})? (up|down|over)(?= (?:the|a|an|its|their|last)(?!\w))")
    bought = "|".join(re.escape(w) for w in (*lexicon.list("gains"), *lexicon.list("losses"), *lexicon.list("trades")))
    verbs = "|".join(re.escape(w) for w in movers(lexicon).verbs)
    before = re.compile(
        rf"(?<!\w)(?:({words}) (?:of|by|was|is|came to|amounted to|totalled) |(?:{verbs}) by "
        rf"|(?:{bought}) (?:(?:a|an|another|further|additional) )*)"
        rf"(?:some |about |only |just |nearly )?$")
    return after, before
