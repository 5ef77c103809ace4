"""Ranges are one mention with two ends; changes and lists share a unit and a magnitude that is said once."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.around import one_of, set_unit
from ..digits.figures import Figure, figures
from ..interval import Interval
from ..scan import Draft, Scan

_DASH = re.compile(r"\s?[-–—‑]\s?\Z")
_TO = re.compile(
    r"(?:\s+(?:to|and\s+up\s+to)\s+|\s?-to-|-\s?to\s+)"
    r"(?:as\s+(?:many|much|high)\s+as\s+|about\s+|around\s+|up\s+to\s+|maybe\s+|perhaps\s+)?\Z",
    re.I,
)
_AND = re.compile(r"\s+and\s+\Z", re.I)
_HANGING = re.compile(r"-\s+(?:and|or)\s+\Z", re.I)
_LIST = re.compile(
    r"(?:,?\s+(?:or|and)\s+|"
    r",\s+(?:maybe\s+|perhaps\s+|possibly\s+|then\s+|or\s+even\s+)?|\s+or\s+even\s+)\Z",
    re.I,
)
_ENDED = re.compile(r"\bto\s(?:[a-z]+\s){0,2}[£$€]?\d[^.;,]{0,24}\Z")
_BY = re.compile(r"\s+by\s+\Z|-by-\Z|\s?[x×]\s?\Z")
_MAYBE = re.compile(r"\b(?:maybe|perhaps|possibly|even)\b", re.I)
_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|plus\s+or\s+minus)\s?\Z", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:(?:about|around|roughly|some|an?|approximately|an estimated|just|the)\s+)*\Z", re.I)
_COMPARED = frozenset(
    ["percent", "percent-point", "money", "mass", "volume", "energy", "length", "area", "power", "speed", "temperature",
     "duration"]
)
OF_THEM = re.compile(r"\sof\s(?:them|those|which)\b")
SERVING = re.compile(r"\bserv(?:ing|ed)\s\Z")
BACK = re.compile(
    r"(?:\s+in\s+[A-Z][a-z]+)?,?\s+(?:(?:and\s+)?(?:sharply\s+|slightly\s+|well\s+)?(?:(?:up\s+|down\s+)?from|"
    r"vs\.?|versus|against|compared\s+(?:with|to)))\s+(?:a\s+revised\s+|about\s+|around\s+)?")
RECORD = re.compile(
    r",?\s+(?:to\s+)?(?:beat|break|better|smash|surpass|eclips)\w*\s+(?:[^\W\d_]+(?:['’]s)?\s+){1,4}(?:of|from)\s+")
ENDS = re.compile(r"\s*(?:[.,;)]|\Z)|\s+(?:in|a|last|the|at|on|during|previously|earlier)\b")
#: the size of a change told as a share, and then as an amount
_OR_SIZE = re.compile(
    r"\b(?:up|down|off|higher|lower|rose|fell|gained|lost|climbed|dropped|jumped|slipped|added|surged|slid|rising|falling)\b"
    r"[^.;,]{0,24}\d(?:\.\d{1,3})?\s?(?:%|per\s?cent|pct),?\s+or\s+(?:about\s+|by\s+|some\s+)?\Z")
_KINDS = frozenset(
    [
        "count",
        "money",
        "percent",
        "percent-point",
        "duration",
        "multiplier",
        "length",
        "area",
        "volume",
        "mass",
        "speed",
        "temperature",
        "temperature-difference",
        "energy",
        "power",
        "pressure",
        "data",
        "angle",
        "force",
        "frequency",
        "voltage",
        "current",
        "measure",
        "rate",
    ]
)


@lru_cache(maxsize=8)
def _before(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The word "from" before a figure, a word of ranging before that, and a word of change before a figure."""
    fillers = rf"(?:{one_of(lexicon, 'fillers')}\s+)*\Z"
    return (
        re.compile(rf"\bfrom\s+{fillers}", re.I),
        re.compile(rf"{one_of(lexicon, 'ranging')}[^.;]{{0,40}}\Z", re.I),
        re.compile(rf"{one_of(lexicon, 'changed')}\s+{fillers}", re.I),
    )


def merge(scan: Scan) -> None:
    """Join the two ends of each range into one draft, in place; share what is said once across changes and lists."""
    scan.drafts.sort(key=lambda d: d.start)
    text, kept = scan.text, list[Draft]()
    drafts = scan.drafts
    shared = False
    for i in range(len(drafts) - 1, 0, -1):
        a, b = drafts[i - 1], drafts[i]
        chained = i > 1 and _bare(drafts[i - 2]) and text[drafts[i - 2].end : a.start] == ", "
        shared = b.start - a.end <= 24 and _mergeable(a) and _mergeable(b) and _share_in_list(text, a, b, shared, chained)
    for draft in drafts:
        if kept and draft.start - kept[-1].end <= 48:
            if draft.start - kept[-1].end <= 24 and _join(scan, kept[-1], draft):
                continue
            _elided(scan, kept, draft)
        if kept:
            _served(text, kept, draft)
        kept.append(draft)
    scan.drafts[:] = kept


def _factor(figure: Figure) -> float:
    """What "million" or a spelled "hundred" at its end multiplies the figure by."""
    if figure.magnitude > 1:
        return figure.magnitude
    return figure.grain if figure.worded and figure.grain >= 100 else 1.0


def _said(draft: Draft, figure: Figure) -> float:
    """The magnitude that the draft has, its own or that of a list's last number."""
    own = _factor(figure)
    scaled = abs((draft.value or 0.0) / figure.value) if own == 1 and figure.value else 1.0
    return scaled if scaled in (1e3, 1e6, 1e9, 1e12) else own


def _mergeable(draft: Draft) -> bool:
    return draft.kind in _KINDS and draft.value is not None


def _bare(draft: Draft) -> bool:
    return draft.kind == "count" and draft.unit is None


def figure_in(text: str, draft: Draft) -> Figure | None:
    """The first figure inside the draft's span."""
    listed = figures(text)
    i = bisect_left(listed, draft.start, key=lambda f: f.start)
    return listed[i] if i < len(listed) and listed[i].start < draft.end else None


def _join(scan: Scan, a: Draft, b: Draft) -> bool:
    """Make ``a`` the range from ``a`` to ``b``; False where they are no range."""
    if not (_mergeable(a) and _mergeable(b)) or a.value2 is not None or b.value2 is not None:
        return False
    text = scan.text
    gap = text[a.end : b.start]
    if _PLUS_MINUS.match(gap):
        return _plus_minus(scan, a, b)
    if not (_bare(a) or _bare(b) or (a.unit == b.unit and a.kind == b.kind)):
        return False
    before = text[max(a.start - 60, 0) : a.start]
    between = _AND.match(gap) is not None and _BETWEEN.search(before) is not None
    dash = not between and _DASH.match(gap) is not None
    to = not between and not dash and _TO.match(gap) is not None
    if not (between or dash or to) or (dash and a.worded and _bare(b)):
        return False
    if _bare(b) and not _bare(a) and (a.end != _figure_end(text, a) or (to and a.kind != "money")):
        return False
    if to and _is_change(scan, a, b, before):
        return False
    if to and a.kind == "money" and _bare(b) and b.worded:
        return False  # "owed $30,000 to two friends"
    if to and _bare(a) and _bare(b) and (a.step or 1.0) < 1.0 and abs(b.value or 0.0) > 20 * abs(a.value or 0.0):
        return False  # "July fell 1.2 and August 0.7 to 67.45"
    _share(text, a, b)
    if a.value is None or b.value is None or a.kind != b.kind or a.unit != b.unit:
        return False
    if a.value >= b.value and not between and (_bare(a) or to or a.value == b.value or (dash and gap.strip() != gap)):
        return False
    a.value2, a.step2, a.end, a.worded = b.value, b.step, b.end, a.worded and b.worded
    scan.block(a.start, a.end)
    return True


def _is_change(scan: Scan, a: Draft, b: Draft, before: str) -> bool:
    """As in "from 3 to 5 million", "rose 5 percent to 40 percent": two numbers, which share unit and magnitude."""
    from_, ranging, changed = _before(scan.lexicon)
    far = 2.5 if before.rstrip().endswith("by") else 5.0
    if changed.search(before) is not None and (not _bare(a) or (_far_apart(scan.text, a, b, far))):
        if _bare(a):
            _share(scan.text, a, b)  # "rose by 480 mln to 56.9 billion guilders"
        return True
    if _OR_SIZE.search(before) and (_figure_end(scan.text, a) < a.end or _far_apart(scan.text, a, b, far)):
        return True  # "up more than 6%, or 16.75 pence to 293.5p"
    m = from_.search(before)
    if m is not None and _ENDED.search(before[: m.start()]) is not None:
        return False  # "rose to 50 from 25 to 30"
    if m is None or ranging.search(before[: m.start()]) is not None:
        return False
    _share(scan.text, a, b)
    return True


def _far_apart(text: str, a: Draft, b: Draft, far: float) -> bool:
    """Whether a bare ``a`` is too small to be the lower end of a range up to ``b``."""
    figure = figure_in(text, a)
    return (_bare(b) or (figure is not None and figure.magnitude > 1)) and abs(b.value or 0) > far * abs(a.value or 0)


def _figure_end(text: str, draft: Draft) -> int:
    figure = figure_in(text, draft)
    return figure.end if figure is not None else -1


def _share(text: str, a: Draft, b: Draft, most: float = 1.0001) -> None:
    """Give ``a`` the unit and the magnitude that only ``b`` says, and the other way round for a currency sign."""
    if a.value is None or b.value is None:
        return
    fa, fb = figure_in(text, a), figure_in(text, b)
    if fa is not None and fb is not None and _factor(fa) == 1 < _said(b, fb) and a.end == fa.end:
        factor = _said(b, fb)
        if 0 < fa.value < 1000 and a.value == fa.value and (
            fa.value < abs(b.value) / factor * most or (factor >= 1e6 and fa.value > 1 and text[a.end : b.start] == " to ")):
            a.value, a.step = a.value * factor, (a.step or 1.0) * factor
    if _bare(a) and not _bare(b) and b.unit is not None:
        set_unit(a, b.unit, b.kind)
        a.dimension, a.scale, a.shift, a.alternatives = b.dimension, b.scale, b.shift, b.alternatives
    elif _bare(a) and b.kind == "multiplier":
        a.kind = "multiplier"
    elif _bare(b) and a.unit is not None and a.kind == "money":
        set_unit(b, a.unit, a.kind)


def _share_in_list(text: str, a: Draft, b: Draft, shared: bool, chained: bool) -> bool:
    """As in "24, 25 and 26 percent", "one, maybe two thousand degrees": said at the end.

    ``shared``: ``b`` got its own so; ``chained``: a figure and a comma stand before ``a``.
    """
    gap = text[a.end : b.start]
    if _bare(a) and b.kind == "length" and _BY.match(gap) is not None and b.unit is not None:
        set_unit(a, b.unit)
        return True
    if _bare(a) and b.unit is not None and _HANGING.match(gap) is not None:
        _share(text, a, b)  # "the 100- and 200-metre races"
        return True
    m = _LIST.match(gap)
    if m is not None and b.kind == "multiplier" and _bare(a) and gap == " or " and 1 < (a.value or 0) < (b.value or 0):
        a.kind = "multiplier"  # "three or four times"
        return True
    mixed = a.worded != b.worded and not ((chained or shared) and b.kind == "duration")
    if m is None or not _bare(a) or b.unit is None or mixed or b.kind in ("rate", "multiplier"):
        return False
    if m.group().lstrip().startswith(",") and not shared and not chained and _MAYBE.search(gap) is None:
        return False  # "450, or 36%" says it again in another way
    if b.kind == "percent" and "or" in gap and not (a.value or 0) < (b.value or 0) <= 2 * (a.value or 0) + 5:
        return False
    if b.kind in ("money", "duration") and not (m.group().strip() == "or" and _figure_end(text, b) < b.end):
        figure = figure_in(text, b)
        hyphened = "-" in text[b.start : b.end]  # "10 and 20-year bonds"
        listed = chained or hyphened if b.kind == "duration" else figure is not None and figure.magnitude > 1 and not a.worded
        if not shared and (not listed or _figure_end(text, b) == b.end):
            return False
    _share(text, a, b, 10.0 if b.kind == "money" else 1.0001)
    return True


def _served(text: str, kept: list[Draft], b: Draft) -> bool:
    """As in "27 years in prison, 18 of them in a cell", "jailed for ten years, serving six": a unit said before."""
    if not _bare(b) or not (OF_THEM.match(text, b.end) or SERVING.search(text, max(0, b.start - 12), b.start)):
        return False
    for a in reversed(kept[-3:]):
        gap = text[a.end : b.start]
        if a.kind != "count":
            longer = a.kind == "duration" and (a.value or 0) > (b.value or 0)
            if longer and a.unit is not None and len(gap) < 70 and "." not in gap:
                set_unit(b, a.unit, a.kind)
                return True
            return False
    return False


def _elided(scan: Scan, kept: list[Draft], b: Draft) -> None:
    """A unit left out at the second number: "to 4.5% from 4.7", "6 hectares (15 acres), up from 2.5 (6 acres)"."""
    text, a = scan.text, kept[-1]
    gap = text[a.end : b.start]
    if gap[:1] == ")" and len(kept) > 1 and _bare(b) and text[kept[-2].end : a.start] == " (" and kept[-2].unit is not None:
        a, gap = kept[-2], gap[1:]  # over a conversion in brackets
    if a.kind in _COMPARED and _bare(b) and ENDS.match(text, b.end) is not None:
        back = BACK.fullmatch(gap) is not None or RECORD.fullmatch(gap) is not None
        back = back and not (a.kind == "percent" and ((b.step or 0) >= 1000 or (b.value or 0) > 200))
        if back or (gap == " to " and _before(scan.lexicon)[0].search(text[max(a.start - 40, 0) : a.start]) is not None):
            _share(text, *((a, b) if a.kind == "money" else (b, a)))
    elif _bare(a) and gap == " (" and b.unit is not None and b.kind not in ("money", "percent", "duration", "rate"):
        # of the units said before, the one that the bracket converts
        fitting = [d for d in kept[-7:-1] if d.dimension == b.dimension and d.kind == b.kind and d.unit != b.unit]
        other = min(fitting, key=lambda d: abs((a.value or 0.0) * d.scale - (b.value or 0.0) * b.scale), default=None)
        if other is not None and other.unit is not None and "\n\n" not in text[other.end : b.start]:
            set_unit(a, other.unit, other.kind)


def _plus_minus(scan: Scan, a: Draft, b: Draft) -> bool:
    """As in "1010 ± 195 light years": one number with its own interval."""
    if a.value is None or b.value is None:
        return False
    if _bare(a) and b.unit is not None:
        set_unit(a, b.unit, b.kind)
    a.fixed = Interval(a.value - abs(b.value), a.value + abs(b.value))
    a.end = b.end
    scan.block(a.start, a.end)
    return True
