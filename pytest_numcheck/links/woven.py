"""For each size of a change that no words tied to its ends, the ends that are meant, in its sentence or around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ..base.lexicon import Lexicon
from ..numbers.mention import MEASURE_KINDS, Mention
from ..numbers.movers import movers
from . import holes
from .alike import same_heads
from .earlier import Earlier
from .ends import gloss_of
from .levels import LEVELS, comparable, could_be_size, fits
from .model import Link
from .moves_across import AS as _AS
from .view import View

_RELATIVE = frozenset(["percent", "percent-point", "ratio", "multiplier"])
_AMOUNTS = frozenset(["count", "money", "rate", *MEASURE_KINDS])
#: how many sentences back and on the ends may stand, and how many numbers are looked at there
_BACK, _ON, _MOST = 2, 2, 10
#: amounts of money that are levels, whatever their noun says
_LEVEL_NOUNS = frozenset(["loss", "losses", "gain", "gains", "discount", "discounts"])
#: another clause; what can be of either sign; a sentence that takes up the one before
_PARTS = re.compile(r"[;:]|(?<!\w)(?:and|but|while|whereas|although|though|because|if|whose)(?!\w)")
_PARTS_MORE = re.compile(r"(?<!\w)(?:but|while|whereas|although|though|because)(?!\w)")
_SWING = re.compile(r"(?<!\w)(?:surplus|deficits?|swung|swing|net loss|loss of|losses of)(?!\w)")
_THIS = re.compile(r"(?<!\w)(?:this|that|these|those|it|call it)(?: [^\W\d_]+){0,4} ?$")
_TAKES_UP = re.compile(r"[\"']?(?:that|this|it|they|these|those|there|he|she|the (?:rise|fall|increase|drop|decline|difference"
                       r"|gap|figure|total|number))(?!\w)")
_THE = re.compile(r"(?:^|[\"'( ])(?:the|this|that|these|those|call it|(?:that|this|it|which) (?:[^\W\d_]+ )?(?:a|an)"
                  r"|(?:that|this|it|which) (?:is|was|makes|made))(?: (?!of|in|for)[^\W\d_]+(?: of)?){0,1} ?$")
_WIDTH = re.compile(r"^[ -](?:range|band|spread|limit|gap|lead)(?!\w)")
#: "down 184 from the previous close": the old value is named, not printed
_OWN_BASE = re.compile(r"^ (?:from|on|over|against|compared with|than) (?:the |a |an |its )?[^\W\d_]+(?:'s)? [^\W\d_]+")
#: "raised its stake to 48 from 43, after buying 5", "will sell 5 shares, reducing its stake to 43 from 48"
_BY_DOING = re.compile(r"(?<!\w)(?:after|by|with|having) (?:[^\W\d_]+ing|bought|sold|acquired|added)(?!\w)[^,;]{0,30}$")
_DOING = re.compile(r"^[^,;]{0,40}, (?:thus |thereby )?[^\W\d_]+ing (?:its|the|his|her|their|it|total)(?!\w)")
#: how far apart the three may stand in one sentence
_NEAR = 160
#: "… to 428 after rising by 3% to 448": the size of the change before
_AFTERWARDS = re.compile(r"(?<!\w)(?:after|following) (?:a |an )?[^.,;]{0,30}$")
_YEAR_AGO = re.compile(r"(?:year-earlier|year-ago|month-earlier|last year's|previous) $")
_LONG = re.compile(r"[^\W\d_]{4,}")
_PARTICLES = {"up": 1, "over": 1, "down": -1}


_Pair = tuple[tuple[int, int, int], Mention, Mention]


def woven(view: View, changes: Sequence[Link]) -> Iterator[Link]:
    """Links change(old, new, by): inferred where the arithmetic bears them out; else guessed, where one pair stands out."""
    full = [k for k in changes if {"old", "new", "by"} <= k.roles.keys()]
    told = {i for k in full for place in ("by", "share") for i in k.roles.get(place, ())}
    steps = [(m, _step(view, m)) for m in view.reading.mentions if m.id not in told]
    earlier = Earlier(view)
    sized = frozenset(i for k in changes if "by" in k.roles for i in k.ids)
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
    if m.kind == "multiplier":
        verb = " " not in m.text.strip() and not m.text[:1].isdigit()
        return 0 if verb or _AS.match(view.bare(m.end, m.end + 20)) else None
    if m.change in ("up", "down"):
        return 1 if m.change == "up" else -1
    if m.kind not in _RELATIVE and m.kind not in _AMOUNTS:
        return None
    after, before = _patterns(view.lexicon)
    found = after.match(view.bare(m.end, m.end + 50))
    if found is None:
        found = before.search(view.bare(max(m.lead - 40, view.article.sentences[m.sentence].start), m.lead))
    if found is None or (m.kind in ("money", "rate") and found[1] in _LEVEL_NOUNS):
        return None
    return _ways(view.lexicon).get(found[1], 0) or _PARTICLES.get(found[found.lastindex or 0], 0)


def _ends(view: View, earlier: Earlier, by: Mention, sign: int, sized: frozenset[int],
          paired: set[tuple[int, int]], explained: set[tuple[int, int, str]]) -> Link | None:
    """``sized`` are numbers already tied to the size of a change: another pair than theirs is not guessed to be meant; ``paired``
    pairs that the words tie together; ``explained`` pairs whose size of some kind is known."""
    if _YEAR_AGO.search(view.bare(max(by.lead - 16, 0), by.lead)):
        return None
    definite, levels = _definite(view, by), list(_levels(view, by))
    told = [m for m in levels if m.sentence <= by.sentence] if definite else levels
    best = _pairs(view, earlier, by, told) or _pairs(view, earlier, by, levels)
    for _, old, new in best:
        if fits(old, new, by, sign):
            return _link(old, new, by, sign, "inferred")
    if not best or earlier.expected(best[0][1]) or (sign and _AFTERWARDS.search(view.bare(max(by.lead - 40, 0), by.lead))):
        return None
    own = next((m for m in view.mentions(by.end, by.end + 60) if m.kind == by.kind and m.sentence == by.sentence), None)
    if own is not None and earlier.mark(own) == 3:
        return None  # "up 4.3% against 4.1% planned": compared with another size
    likely = [b for b in best if _plausible(b[1], b[2], by, 0 if definite or not b[0][0] else sign)]
    likely = [b for b in likely if (b[1].id, b[2].id) in paired] or likely
    likely = [b for b in likely if (b[1].id, b[2].id, by.kind) not in explained]
    if not likely:
        return None
    (far, sure, _), old, new = likely[0]
    definite = definite and by.start > min(old.start, new.start)
    common = _common(view, old, new, by)
    if far > (2 if definite else 1) or sure > -2 or common is None or not (definite or common):
        return None
    if len(likely) == 1:
        near = max(m.end for m in (old, new, by)) - min(m.start for m in (old, new, by)) < _NEAR
        close = not far and near and sure == -3 and (sign != 0 or new.change == "to") and _tied(view, old, new, by)
        if (definite and _THIS.search(view.bare(max(by.lead - 40, 0), by.lead))) or close:
            return _link(old, new, by, sign, "inferred")
    if not definite and ({old.id, new.id} & sized or (sign == 0 and new.change != "to") or _OWN_BASE.match(
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
            sure = earlier.first(old, new) if old is not new and _alike(view, old, new) else 0
            if sure:
                places = (old.sentence, new.sentence, by.sentence)
                far = max(places) - min(places)
                found.append(((far, -sure, abs(old.start - by.start) + abs(new.start - by.start)), old, new))
    return sorted(found, key=lambda x: x[0])


def _tied(view: View, old: Mention, new: Mention, by: Mention) -> bool:
    """Whether the words between tie the size to its ends: "…, 40% dearer", "a premium of 9% over the 315", "sold 4, cutting"."""
    first, last = sorted((old, new), key=lambda m: m.start)
    if by.start > last.end:
        return by.lead - last.end < 25 or bool(_BY_DOING.search(view.bare(last.end, by.lead)))
    after = view.bare(by.end, (last if by.start > first.end else first).lead)
    return len(after) < 40 if by.start > first.end else bool(_DOING.match(after))


def _definite(view: View, by: Mention) -> bool:
    """Whether the size is spoken of as told before: "the 25% rise", "that is 1.8 degrees warmer"."""
    return bool(_THE.search(view.bare(max(by.lead - 40, view.article.sentences[by.sentence].start), by.lead)))


def _plausible(old: Mention, new: Mention, by: Mention, sign: int) -> bool:
    """Whether the ends go the way of the size, and are not wildly further apart or nearer."""
    if not (old.value and new.value and by.value):
        return False
    bare = old.dimension != new.dimension
    real = (new.value / old.value if bare else new.value * new.scale / (old.value * old.scale)) - 1
    if by.kind == "percent-point":
        real, said = new.value - old.value, by.value
    elif by.kind in _RELATIVE:
        said = by.value * by.scale
    else:
        said = by.value / old.value if bare else by.value * by.scale / (old.value * old.scale)
    return real * (sign or real) > 0 and said / 12 < abs(real) < said * 12


def _common(view: View, old: Mention, new: Mention, by: Mention) -> int | None:
    """How many words the sentences of the numbers share, 2 for one sentence; None where another clause or a swing parts them."""
    row = sorted((old, new, by), key=lambda m: m.start)
    for a, b in pairwise(row):
        parts = _PARTS if by in (a, b) else _PARTS_MORE
        if a.sentence == b.sentence and parts.search(view.bare(a.end, b.lead)):
            return None
    rows = sorted({m.sentence for m in row})
    said = [view.plain(view.article.sentences[i].start, view.article.sentences[i].end) for i in rows]
    if any(text.startswith(("but ", "however", "meanwhile", "separately", "elsewhere")) for text in said[1:]):
        return None
    if _SWING.search(" ".join(said)):
        return None
    if len(said) == 1:
        return 2
    everyday = frozenset(view.lexicon.list("everyday"))
    words = [{w.rstrip("s") for w in _LONG.findall(text) if not w.endswith(("ed", "ly"))} - everyday for text in said]
    return len(set.intersection(*words)) or int(any(_TAKES_UP.match(text) for text in said[1:]))


def _levels(view: View, by: Mention) -> Iterator[Mention]:
    """The numbers around ``by`` that could be where the change began or ended, the nearest ones."""
    sentences = view.article.sentences
    first, last = max(by.sentence - _BACK, 0), min(by.sentence + _ON, len(sentences) - 1)
    row, previous = [], None
    for m in view.mentions(sentences[first].start, sentences[last].end):
        if m is not by and _is_level(view, m, by) and not gloss_of(view, m, previous):
            row.append(m)
        previous = m
    yield from sorted(row, key=lambda m: abs(m.start - by.start))[:_MOST]


def _is_level(view: View, m: Mention, by: Mention) -> bool:
    if m.kind not in LEVELS or m.value is None or m.value <= 0 or m.value2 is not None or m.change in ("up", "down"):
        return False
    if abs(m.paragraph - by.paragraph) > 1 or view.article.text[m.lead - 1:m.lead] == "(" or m.kind in ("duration", "age"):
        return m.kind == by.kind == "duration"
    if by.kind in ("percent", "ratio"):
        return m.kind != "percent"
    if by.kind == "percent-point":
        return m.kind == "percent"
    return not _WIDTH.match(view.bare(m.end, m.end + 12)) and could_be_size(by, m) and m.value > (by.value or 0) * 0.5


def _alike(view: View, old: Mention, new: Mention) -> bool:
    return comparable(old, new) and abs(old.sentence - new.sentence) <= 2 and same_heads(old, new, view.lexicon) is not False


def _link(old: Mention, new: Mention, by: Mention, sign: int, confidence: str) -> Link:
    ids = {"old": (old.id,), "new": (new.id,), "by": (by.id,)}
    start, end = min(m.start for m in (old, new, by)), max(m.end for m in (old, new, by))
    return Link("change", ids, confidence, "put together from the sentences around", start, end, sign)


@lru_cache(maxsize=8)
def _ways(lexicon: Lexicon) -> dict[str, int]:
    nouns = movers(lexicon).nouns
    up = [*lexicon.list("comparative-up"), *(w for w in nouns if nouns[w] == "up"), "above", "extra", "premium"]
    down = [*lexicon.list("comparative-down"), *(w for w in nouns if nouns[w] == "down"), "below", "under", "missing"]
    return dict.fromkeys(up, 1) | dict.fromkeys(down, -1)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow the size of a change ("1.8 degrees warmer", "38% below", "the 13.5-inch loss"), and come before it."""
    words = "|".join(sorted((re.escape(w) for w in (*_ways(lexicon), "difference", "gap")), key=len, reverse=True))
    share = rf",? (?:or|\() ?[{holes.MENTION_KINDS}][{holes.MENTION_IDS}]\)?"
    after = re.compile(rf"^(?:{share})?(?:-|,? )?(?:[^\W\d_]+ ){{0,2}}?({words})(?!\w)"
                       rf"|^(?:{share})? (up|down|over)(?= (?:the|a|an|its|their|last)(?!\w))")
    bought = "|".join(re.escape(w) for w in (*lexicon.list("gains"), *lexicon.list("losses"), *lexicon.list("trades")))
    verbs = "|".join(re.escape(w) for w in movers(lexicon).verbs)
    before = re.compile(
        rf"(?<!\w)(?:({words}) (?:of|by) |(?:{verbs}) by |(?:{bought}) (?:(?:a|an|another|further|additional) )*)"
        rf"(?:some |about |only |just |nearly )?$")
    return after, before
