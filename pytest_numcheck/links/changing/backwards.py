"""Two numbers joined by "to" of which the first is the larger, where nothing moves: "15 to 2 wells", "18 to 13 foot"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.mention import MEASURE_KINDS, Mention
from ..likeness.alike import same_heads, same_measure
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of, words

_KINDS = frozenset(["count", "money", "percent", "duration", "age", "rate", *MEASURE_KINDS])
_DASHED = frozenset(["age", "duration", "length", "mass", "temperature", "money"])


def find(view: View) -> Iterator[Link]:
    """Links backwards(first, second): the two ends of what reads like a range."""
    for a, b in pairwise(view.reading.mentions):
        if b.start - a.end > 24 or a.kind not in _KINDS or a.value is None or b.value is None or a.value2 is not None \
                or b.value2 is not None or not _joined(view, a, b):
            continue
        if not _measure(view, a, b) or a.change is not None:
            continue
        if not _moving(view.lexicon).search(_clause(view, a)) and \
                not words(view.lexicon, "contests").search(_around(view, a, b)):
            yield Link("backwards", {"first": (a.id,), "second": (b.id,)}, "inferred", "a to b", a.start, b.end)


def _clause(view: View, a: Mention) -> str:
    sentence = view.article.sentences[a.sentence]
    return re.split(r"[,;:()] |--|–|—", view.plain(max(sentence.start, a.lead - 60), a.lead))[-1]


def _joined(view: View, a: Mention, b: Mention) -> bool:
    between = view.plain(a.end, b.lead) if b.lead >= a.end else ""
    return _to(view.lexicon).match(between) is not None or (between in ("-", "–") and b.kind in _DASHED)


def _around(view: View, a: Mention, b: Mention) -> str:
    """The sentence where shares or points may be told of two sides; else what follows."""
    sentence = view.article.sentences[a.sentence]
    if a.kind == "percent" or a.kind == "count":
        return view.plain(sentence.start, sentence.end)
    return view.plain(b.end, min(b.end + 20, sentence.end))


def _measure(view: View, a: Mention, b: Mention) -> bool:
    """Whether both measure one thing, the larger first by a good deal but not wildly; a range leaves out the unit of one."""
    if b.value == 1 or "/" in a.text or (a.text[-1:].isalpha() and a.text.split()[-1] == b.text.split()[-1]):
        return False  # "pegged at 7.80 to one dollar"; "5-1/16 to 4-7/8 pct", bid and offer; "the five pct to perhaps three pct"
    if a.kind == b.kind == "count":
        scored = view.lexicon.list("scored")
        if not b.head or b.head in scored or a.head in scored or same_heads(a, b, view.lexicon) is False:
            return False
    elif a.kind == "money" and b.kind == "rate":  # "$8.40 to $5.30 a share"
        if a.currency != b.currency:
            return False
    elif a.kind != b.kind or not same_measure(a, b):
        return False
    one, two = (a.value or 0.0) * a.scale, (b.value or 0.0) * b.scale
    return 0 < two < one * 0.98 and one < 200 * two


@lru_cache(maxsize=8)
def _to(lexicon: Lexicon) -> re.Pattern[str]:
    """What joins the two ends of a range."""
    return re.compile(
        rf"(?: (?!(?:{any_of(lexicon, 'not-up-to')})(?!\w))(?:[^\W\d_]+ )?to |-to-|[-–]to )"
        r"(?:(?:about|around|some|nearly|up to|as (?:much|many) as|perhaps) )?\Z")


@lru_cache(maxsize=8)
def _moving(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:from|by)(?= (?:[^\W\d_]+ )?$)|(?:{any_of(lexicon, 'no-range')})(?!\w))")
