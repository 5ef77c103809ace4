"""Changes told as comparisons: "60,000, three times as many as the 20,000 of 2009", "189, 12 more than the 177"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .compared import OPENS
from .levels import comparable, fits

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_NP = (r"((?:(?!(?:and|or|but|if|when|who|which|that|would|will|could|expected"
       r"|forecast)(?!\w))[^\W_]++(?:['’-][^\W_]++)*+,? ?){0,7}?)")
_NOUN = r"(?: ?-?[^\W\d_]++){0,3}?"
_AS = re.compile(rf"{_HOLE} ?(?:as [^\W\d_]+(?: [^\W\d_]+){{0,3}}? as|the (?:size|number|amount|level|price|cost"
    rf"|value|rate|total|figure|sum) of|(?:of )?the) ?{_NP}{_HOLE}")
_NEVER = frozenset(["year", "date", "age", "ordinal", "clock", "multiplier", "score"])
_CUT = re.compile(r"[;:]|(?<!\w)(?:and|but|while|whereas|because|when)(?!\w)")
_DATES = re.compile(r"[\ue000-\ue07f][\U000f0000-\U000ffffd] and (?=[\ue000-\ue07f])")


def find(view: View) -> Iterator[Link]:
    """Links change(old, new, by) where the old value stands after "as many as" or "more than"."""
    pattern, up = _pattern(view.lexicon)
    for row in sorted(set(view.sentences_with("than"))):
        for m in pattern.finditer(view.text, *view.spans[row]):
            by, old = (_number(view, g) for g in (m[1], m[m.lastindex or 0]))
            kinds = by.kind in ("percent", "multiplier") or (by.kind == old.kind and comparable(by, old))
            if kinds and by.value2 is None and (by.kind != "percent" or old.kind != "percent"):
                sign = 1 if m["than"] in up else -1
                if by.kind == "multiplier" and sign < 0:
                    continue  # "three times less" has no one meaning
                yield from _linked(view, m, by, old, 0 if by.kind == "multiplier" else sign)
    rows = set(view.sentences_of("multiplier")) | (set(view.sentences_of("ratio")) & set(view.sentences_with("as")))
    for row in sorted(rows):
        for m in _AS.finditer(view.text, *view.spans[row]):
            by, old = _number(view, m[1]), _number(view, m[m.lastindex or 0])
            if by.kind == "multiplier" or (by.kind == "ratio" and " as " in view.words(by.end, old.lead)):
                yield from _linked(view, m, by, old, 0)


def _linked(view: View, m: re.Match[str], by: Mention, old: Mention, sign: int) -> Iterator[Link]:
    new, confidence = _new(view, by, old)
    if new is not None and old.value2 is None and old.kind not in _NEVER:
        if fits(old, new, by, sign) is False:
            new, confidence = _other(view, new, old, by, sign) or (new, confidence)
        ids = {"old": (old.id,), "new": (new.id,), "by": (by.id,)}
        yield Link("change", ids, confidence, "compared", new.start, old.end, sign)


def _new(view: View, by: Mention, old: Mention) -> tuple[Mention | None, str]:
    """The number that is so many times the old one: just before in the sentence, or alone in the sentence before."""
    sentence = view.article.sentences[by.sentence]
    before = view.words(sentence.start, by.lead)
    row = [m for m in view.mentions(sentence.start, by.lead) if m.kind not in ("year", "date")]
    if row and comparable(row[-1], old) and row[-1].value2 is None:
        gap = view.words(row[-1].end, by.lead)
        if (len(gap) < 90 and not _CUT.search(_DATES.sub("", gap)) and row[-1].head in (old.head, None)) or old.head is None:
            return row[-1], "stated" if re.search(r"[,(–—-]|(?<!\w)(?:is|was|are|were)(?!\w)", gap) else "inferred"
        return None, ""
    if row or not OPENS.match(before) or not by.sentence:
        return None, ""
    earlier = view.article.sentences[by.sentence - 1]
    row = [m for m in view.mentions(earlier.start, earlier.end) if m.kind == old.kind and m.value2 is None]
    fits = [m for m in row if comparable(m, old)]
    return (fits[0], "inferred") if len(fits) == 1 else (None, "")


def _other(view: View, new: Mention, old: Mention, by: Mention, sign: int) -> tuple[Mention, str] | None:
    """A number before ``new`` in its sentence that may be meant instead: the one that fits; else ``new``, less surely."""
    row = [m for m in view.mentions(view.article.sentences[new.sentence].start, new.lead) if comparable(m, old)
           and m.value2 is None and m.kind not in _NEVER and m.change not in ("up", "down")]
    if not row:
        return None
    return next(((m, "inferred") for m in reversed(row) if fits(old, m, by, sign)), (new, "inferred"))


def _number(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str]]:
    up, down = lexicon.list("comparative-up"), lexicon.list("comparative-down")
    words = "|".join(re.escape(w) for w in (*up, *down))
    return re.compile(rf"{_HOLE}{_NOUN} ?(?<!\w)(?P<than>{words})(?:{_NOUN}) than(?!\w) ?{_NP}{_HOLE}"), frozenset(up)
