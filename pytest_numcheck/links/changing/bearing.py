"""How a size of a change bears on two numbers: whether they may be its ends, and how the words tie the three."""

from __future__ import annotations

import re
from itertools import pairwise

from ...numbers.mention import Mention
from ..likeness.alike import same_heads
from ..prose.view import View
from .levels import comparable

#: kinds of sizes that are shares of the old value
RELATIVE = frozenset(["percent", "percent-point", "ratio", "multiplier"])
#: another clause; what can be of either sign; a sentence that takes up the one before
_PARTS = re.compile(r"[;:]|(?<!\w)(?:and|but|while|whereas|although|though|because|if|whose)(?!\w)")
_PARTS_MORE = re.compile(r"(?<!\w)(?:but|while|whereas|although|though|because)(?!\w)")
_SWING = re.compile(r"(?<!\w)(?:surplus|deficits?|swung|swing|net loss|loss of|losses of)(?!\w)")
_TAKES_UP = re.compile(r"[\"']?(?:that|this|it|they|these|those|there|he|she|the (?:rise|fall|increase|drop|decline|difference"
                       r"|gap|figure|total|number))(?!\w)")
_THE = re.compile(r"(?:^|[\"'( ])(?:the|this|that|these|those|call it|(?:that|this|it|which) (?:[^\W\d_]+ )?(?:a|an)"
                  r"|(?:that|this|it|which) (?:is|was|makes|made))(?: (?!of|in|for)[^\W\d_]+(?: of)?){0,1} ?$")
#: "raised its stake to 48 from 43, after buying 5", "will sell 5 shares, reducing its stake to 43 from 48"
_BY_DOING = re.compile(r"(?<!\w)(?:after|by|with|having) (?:[^\W\d_]+ing|bought|sold|acquired|added)(?!\w)[^,;]{0,30}$")
_DOING = re.compile(r"^[^,;]{0,40}, (?:thus |thereby )?[^\W\d_]+ing (?:its|the|his|her|their|it|total)(?!\w)")
_LONG = re.compile(r"[^\W\d_]{4,}")


def within(a: Mention, b: Mention, by: Mention) -> bool:
    """Whether two numbers are no further apart than the size of a change may be misprinted to be."""
    low, high = sorted((abs((a.value or 0) * a.scale), abs((b.value or 0) * b.scale)))
    times = (by.value or 0) * by.scale if by.kind in RELATIVE else 0
    return a.dimension != b.dimension or high < low * 5 * max(1 + times, 1)


def own_end(view: View, by: Mention, old: Mention, new: Mention) -> bool:
    """Whether the size has an end of its own beside it: "fell 10% to 940"."""
    return any(m not in ((new,) if m.change == "to" else (old, new)) and m.sentence == by.sentence and m.change in ("to", "from")
               for m in view.mentions(by.lead - 60, by.end + 60))


def tied(view: View, old: Mention, new: Mention, by: Mention) -> bool:
    """Whether the words between tie the size to its ends: "…, 40% dearer", "a premium of 9% over the 315", "sold 4, cutting"."""
    first, last = sorted((old, new), key=lambda m: m.start)
    if by.start > last.end:
        return by.lead - last.end < 25 or bool(_BY_DOING.search(view.bare(last.end, by.lead)))
    after = view.bare(by.end, (last if by.start > first.end else first).lead)
    return len(after) < 40 if by.start > first.end else bool(_DOING.match(after))


def definite(view: View, by: Mention) -> bool:
    """Whether the size is spoken of as told before: "the 25% rise", "that is 1.8 degrees warmer"."""
    return bool(_THE.search(view.bare(max(by.lead - 40, view.article.sentences[by.sentence].start), by.lead)))


def plausible(old: Mention, new: Mention, by: Mention, sign: int, most: float = 12) -> bool:
    """Whether the ends go the way of the size, and are not wildly further apart or nearer."""
    if not (old.value and new.value and by.value):
        return False
    bare = old.dimension != new.dimension
    real = (new.value / old.value if bare else new.value * new.scale / (old.value * old.scale)) - 1
    if by.kind == "percent-point":
        real, said = new.value - old.value, by.value
    elif by.kind in RELATIVE:
        said = by.value * by.scale
    else:
        said = by.value / old.value if bare else by.value * by.scale / (old.value * old.scale)
    return real * (sign or real) > 0 and said / most < abs(real) < said * most


def common(view: View, old: Mention, new: Mention, by: Mention) -> int | None:
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


def alike(view: View, old: Mention, new: Mention) -> bool:
    first, last = (old, new) if old.start < new.start else (new, old)
    if first.sentence == last.sentence and view.bare(first.end, last.lead).strip() in ("and", "or", "and the"):
        return False  # "2.99 and 2.96 million, compared with 1.25 and 1.89 million": two things
    return comparable(old, new) and abs(old.sentence - new.sentence) <= 2 and same_heads(old, new, view.lexicon) is not False
