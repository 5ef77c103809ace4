"""The same quantity said twice: "5 miles (8 km)", "450, or 36%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.dimension import NUMBER
from ...numbers.mention import MEASURE_KINDS, Mention
from ..likeness.alike import other_unit, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View
from ..rates import told_rates

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_CUE = f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}]*+"
_NOUN = f"(?:-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END}()\\[\\],;]{{1,60}}?{holes.NOUN_END})?"
_WORDS = rf"((?:-? ?{_CUE}[^\W\d_]++(?:['-][^\W\d_]++)*+{_CUE}){{0,4}})"
_INTRO = r"(?:(?:or|about|around|some|roughly|nearly|approx\.?|equal to|equivalent to|i\.e\.,?|~|≈) ?){0,2}"
_BRACKET = re.compile(rf"{_HOLE}{_NOUN}{holes.SPACE}{_WORDS} ?[(\[] ?{_INTRO}{_HOLE}([^()\[\]{holes.SENTENCE_END}]{{0,60}})[)\]]")
_OF = r"((?: [^\W\d_]+(?:'s)?){1,5})?"
_APPOSED = re.compile(rf"{_HOLE}{_NOUN}{_OF} ?[–—,] ?{_INTRO}{_HOLE} ?[–—,]")
_BESIDE = re.compile(
    rf"{_HOLE}{_NOUN}(?: ?\([^()]{{0,40}}\))?{_OF} ?"
    rf"(, or|or|;|/|,? (?:that is|i\.e\.|equal to|equivalent to|the equivalent of|which is)) ?,? ?{_INTRO}{_HOLE}")
#: a conversion set off by dashes or commas: "100 metres – 328 feet – long"
_OFF = re.compile(rf"{_HOLE}{_NOUN}{_OF} ?(--|[–—-]|,) ?(?:or |that is |i\.e\. )?({_INTRO}){_HOLE}{_NOUN} ?"
                  rf"(?=--|[–—,.;:)-]|{holes.SENTENCE_END}|$)")
_MORE = re.compile(rf"^{_NOUN} ?(?:[,;/]|,? ?or|,? ?and)? ?{_INTRO}{_HOLE}")
#: words after the number in brackets that make it something else than a restatement
_ELSE = re.compile(r"\b(?:from|to|than|compared|previous|last|earlier|ago|in|at|by|per|of|more|less|up|down|on|and|or|less)\b")
_METRIC = re.compile(r"meter|gram|tonne|liter|hectare|Celsius|pascal|watt")
#: kinds that may be said again as a share
_SHARED = ("count", "money", "rate")


def find(view: View) -> Iterator[Link]:
    """Links restates(a, b): a conversion, an amount and its share, a word and its figure; not the price in a told rate."""
    rates = told_rates.rates_of(view.reading, view.lexicon)
    prices = {rate.price.id for rate in rates if rate.unit is None}
    for link in (*_find(view), *told_rates.find(view, rates)):
        if not prices or prices.isdisjoint(link.ids):
            yield link


def _find(view: View) -> Iterator[Link]:
    text = view.text
    if "(" in text or "[" in text:
        for m in _BRACKET.finditer(text):
            yield from _in_bracket(view, m)
    for m in _beside(text):
        a, b = _mentions(view, m[1], m[4])
        confidence = _joined(a, b, m[3]) if not m[2] or m[3] == ", or" else None
        if confidence:
            yield Link("restates", {"a": (a.id,), "b": (b.id,)}, confidence, f"a{m[3]} b", a.start, b.end)
    for m in _OFF.finditer(text):
        a, b = _mentions(view, m[1], m[5])
        confidence = _set_off(a, b, m[2] or "", m[3])
        if confidence:
            yield Link("restates", {"a": (a.id,), "b": (b.id,)}, confidence, f"a {m[3]} b", a.start, b.end)
    for m in _APPOSED.finditer(text):
        a, b = _mentions(view, m[1], m[3])
        if _proportions(a, b):
            yield Link("restates", {"a": (a.id,), "b": (b.id,)}, "inferred", "a – b –", a.start, b.end)


def _beside(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while (m := _BESIDE.search(text, at)) is not None:
        yield m
        at = m.start(4) - 1


def _in_bracket(view: View, m: re.Match[str]) -> Iterator[Link]:
    a, b = _mentions(view, m[1], m[3])
    words, tail = m[2].strip(), m[4]
    if "=" in tail:  # "[1 cm = 0.39 inch]": a rate of conversion, or a pair of its own
        a, tail = b, tail.replace("=", "", 1)
        words, others = "", list[Mention]()
    else:
        others = [b]
    while (more := _MORE.match(tail)) is not None:
        others.append(_mentions(view, more[1], more[1])[0])
        tail = tail[more.end():]
    tail = tail.replace(holes.NOUN_END, "").strip(" ,.")
    for other in others:
        confidence = _bracketed(a, other, words, tail)
        if confidence:
            yield Link("restates", {"a": (a.id,), "b": (other.id,)}, confidence, "a (b)", a.start, other.end)


def _bracketed(a: Mention, b: Mention, words: str, tail: str) -> str | None:
    if a.kind == b.kind == "clock":
        return "inferred" if _two_zones(a, b) else None
    if _ELSE.search(words.removeprefix("of ") if _two_systems(a, b) else words):
        return None
    if tail and (len(tail.split()) > 2 or _ELSE.search(tail) or b.currency):
        return None
    if other_unit(a, b):
        if (a.value2 is None) != (b.value2 is None):
            return None
        return "stated" if not words or "-" in a.text or words.startswith("-") else "inferred"
    if words and "count" not in (a.kind, b.kind):
        return None
    if _proportions(a, b) and not tail:
        return "stated"
    if _word_and_figure(a, b) and not words and not tail:
        return "stated"
    return "inferred" if _share(a, b) and not tail else None


def _set_off(a: Mention, b: Mention, words: str, joint: str) -> str | None:
    """Metric beside miles and pounds, or one currency beside another, with nothing else between: what only a conversion does."""
    money = bool(a.currency and b.currency) and a.currency != b.currency and (joint != "," or b.hedge == "about")
    about = joint != "," and b.hedge is not None and other_unit(a, b) and a.kind in MEASURE_KINDS
    if not (money or about or _two_systems(a, b)) or _ELSE.search(words.replace(" of ", " ", 1)):
        return None
    if (a.value2 is None) != (b.value2 is None):
        return None
    return "stated" if joint != "," or b.hedge else "inferred"


def _two_systems(a: Mention, b: Mention) -> bool:
    """Whether one is metric and the other is not."""
    metric = [_METRIC.search(m.unit or "") is not None for m in (a, b)]
    return other_unit(a, b) and a.kind in MEASURE_KINDS and metric[0] != metric[1]


def _joined(a: Mention, b: Mention, joint: str) -> str | None:
    by_or = joint == ", or"
    if other_unit(a, b):
        if (a.value2 is None) != (b.value2 is None):
            return None
        if a.kind == "money" and joint == ";":
            return None
        if a.kind == "duration":
            return "inferred" if by_or or "equ" in joint else None
        return "stated"
    if by_or and (_share(a, b) or _proportions(a, b)):
        return "stated"
    return None


def _share(a: Mention, b: Mention) -> bool:
    """An amount and its percentage, neither of them the size of a change."""
    amount, share = (a, b) if b.kind == "percent" else (b, a)
    return share.kind == "percent" and amount.kind in _SHARED and not (a.change in ("up", "down") or b.change in ("up", "down"))


def _two_zones(a: Mention, b: Mention) -> bool:
    """One instant by two clocks: "8 p.m. local time (0100 GMT)"."""
    one, two = a.moment, b.moment
    return a.value2 is None and b.value2 is None and one is not None and two is not None and one.zone != two.zone


def _proportions(a: Mention, b: Mention) -> bool:
    """A fraction in words and its percentage."""
    return {a.kind, b.kind} == {"ratio", "percent"}


def _word_and_figure(a: Mention, b: Mention) -> bool:
    return a.worded and not b.worded and same_measure(a, b) and a.dimension == NUMBER and b.head in (None, a.head)


def _mentions(view: View, a: str, b: str) -> tuple[Mention, Mention]:
    one, two = view.mention(holes.id_of(a)), view.mention(holes.id_of(b))
    assert isinstance(one, Mention)
    assert isinstance(two, Mention)
    return one, two
