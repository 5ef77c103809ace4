"""Ranges are one mention with two ends; changes and lists share a unit and a magnitude that is said once."""

from __future__ import annotations

import re
from bisect import bisect_left

from .around import set_unit
from .figures import Figure, figures
from .interval import Interval
from .scan import Draft, Scan

_DASH = re.compile(r"\s?[-–—‑]\s?\Z")
_TO = re.compile(r"(?:\s+(?:to|and\s+up\s+to)\s+|\s?-to-|-to\s+)(?:as\s+(?:many|much|high)\s+as\s+|about\s+|around\s+|up\s+to\s+|maybe\s+|perhaps\s+)?\Z", re.I)
_AND = re.compile(r"\s+and\s+\Z", re.I)
_LIST = re.compile(r"(?:,?\s+(?:or|and)\s+|,\s+(?:maybe\s+|perhaps\s+|possibly\s+|then\s+|or\s+even\s+)?|\s+or\s+even\s+)\Z", re.I)
_BY = re.compile(r"\s+by\s+\Z|\s?[x×]\s?\Z")
_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|plus\s+or\s+minus)\s?\Z", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:(?:about|around|roughly|some|an?|approximately|an estimated|just|the)\s+)*\Z", re.I)
_FROM = re.compile(r"\bfrom\s+(?:(?:about|around|roughly|some|just|only|nearly|almost|more\s+than|over|under|less\s+than|a\s+(?:previous|record|low\s+of|high\s+of)|the\s+(?:current|previous)|at\s+least|an\s+estimated|a)\s+)*\Z", re.I)
_RANGING = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|somewhere|differ\w*|between|estimates|prices|sizes|spann\w+|extend\w*|stretch\w*)\b[^.;]{0,40}\Z", re.I)
_CHANGED = re.compile(r"\b(?:by|up|down|added|adding|add|gained|lost|shed|rose|rise[sn]?|rising|fell|falls?|falling|dropped|drops?|dropping|increased?|increasing|decreased?|climbed|jumped|soared|surged|slipped|"
                      r"slid|dipped|grew|grown|declined?|tumbled|plunged|advanced|improved|widened|narrowed)\s+(?:(?:by|about|around|another|a|an|some|nearly|almost|more\s+than|over|further)\s+)*\Z", re.I)
_ENDS = re.compile(r"\s*(?:[.,;)]|\Z)|\s+(?:in|a|last|the|at|on|during|previously|earlier)\b")
_KINDS = frozenset(["count", "money", "percent", "percent-point", "duration", "multiplier", "length", "area", "volume", "mass", "speed", "temperature",
                    "temperature-difference", "energy", "power", "pressure", "data", "angle", "force", "frequency", "voltage", "current", "measure", "rate"])


def merge(scan: Scan) -> None:
    """Join the two ends of each range into one draft, in place; share what is said once across changes and lists."""
    scan.drafts.sort(key=lambda d: d.start)
    text, kept = scan.text, list[Draft]()
    drafts = scan.drafts
    shared = False
    for i in range(len(drafts) - 1, 0, -1):
        a, b = drafts[i - 1], drafts[i]
        shared = b.start - a.end <= 24 and _mergeable(a) and _mergeable(b) and _share_in_list(text, a, b, shared)
    for draft in drafts:
        if kept and draft.start - kept[-1].end <= 24:
            if _join(scan, kept[-1], draft):
                continue
            _elided(text, kept, draft)
        kept.append(draft)
    scan.drafts[:] = kept


def _factor(figure: Figure) -> float:
    """What "million" or a spelled "hundred" at its end multiplies the figure by."""
    if figure.magnitude > 1:
        return figure.magnitude
    return figure.grain if figure.worded and figure.grain >= 100 else 1.0


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
    if not (_bare(a) or _bare(b) or a.unit == b.unit and a.kind == b.kind):
        return False
    before = text[max(a.start - 60, 0) : a.start]
    between = _AND.match(gap) is not None and _BETWEEN.search(before) is not None
    dash = not between and _DASH.match(gap) is not None
    to = not between and not dash and _TO.match(gap) is not None
    if not (between or dash or to):
        return False
    if _bare(b) and not _bare(a) and (a.end != _figure_end(text, a) or to and a.kind != "money"):
        return False
    if to and not _bare(a) and _CHANGED.search(before) is not None:
        return False
    if to and _bare(a) and _bare(b) and _CHANGED.search(before) is not None and abs(b.value or 0) > 5 * abs(a.value or 0):
        return False
    if to and (_FROM.search(before) is not None and _RANGING.search(before[: before.lower().rfind("from")]) is None):
        _share(text, a, b)
        return False
    _share(text, a, b)
    if a.value is None or b.value is None or a.kind != b.kind or a.unit != b.unit:
        return False
    if a.value >= b.value and not between and (_bare(a) or to or a.value == b.value or dash and gap.strip() != gap):
        return False
    a.value2, a.step2, a.end, a.worded = b.value, b.step, b.end, a.worded and b.worded
    scan.block(a.start, a.end)
    return True


def _figure_end(text: str, draft: Draft) -> int:
    figure = figure_in(text, draft)
    return figure.end if figure is not None else -1


def _share(text: str, a: Draft, b: Draft) -> None:
    """Give ``a`` the unit and the magnitude that only ``b`` says, and the other way round for a currency sign."""
    if a.value is None or b.value is None:
        return
    fa, fb = figure_in(text, a), figure_in(text, b)
    if fa is not None and fb is not None and _factor(fa) == 1 < _factor(fb) and a.end == fa.end:
        factor = _factor(fb)
        if 0 < fa.value < 1000 and fa.value < fb.value / factor * 1.0001:
            a.value, a.step = a.value * factor, (a.step or 1.0) * factor
    if _bare(a) and not _bare(b) and b.unit is not None:
        set_unit(a, b.unit, b.kind)
        a.dimension, a.scale, a.shift, a.alternatives = b.dimension, b.scale, b.shift, b.alternatives
    elif _bare(a) and b.kind == "multiplier":
        a.kind = "multiplier"
    elif _bare(b) and a.unit is not None and a.kind == "money":
        set_unit(b, a.unit, a.kind)


def _share_in_list(text: str, a: Draft, b: Draft, shared: bool) -> bool:
    """"24, 25 and 26 percent", "one thousand, maybe two thousand degrees": the unit is said at the end. ``shared``: ``b`` got its own so."""
    gap = text[a.end : b.start]
    if _bare(a) and b.kind == "length" and _BY.match(gap) is not None and b.unit is not None:
        set_unit(a, b.unit)
        return True
    m = _LIST.match(gap)
    if m is None or not _bare(a) or b.unit is None or a.worded != b.worded or b.kind in ("rate", "multiplier"):
        return False
    if m.group().strip() == "," and not shared:
        return False
    if b.kind in ("money", "duration") and not (m.group().strip() == "or" and _figure_end(text, b) < b.end):
        return False
    _share(text, a, b)
    return True


def _elided(text: str, kept: list[Draft], b: Draft) -> None:
    """A unit left out at the second number: "to 4.5% from 4.7", "6 hectares (15 acres), up from 2.5 (6 acres)"."""
    a, gap = kept[-1], text[kept[-1].end : b.start]
    if a.kind in ("percent", "percent-point", "money") and _bare(b) and _ENDS.match(text, b.end) is not None:
        if re.fullmatch(r"(?:\s+in\s+[A-Z][a-z]+)?\s+from\s+(?:a\s+revised\s+|about\s+|around\s+)?", gap) or (
            gap == " to " and _FROM.search(text[max(a.start - 40, 0) : a.start]) is not None):
            _share(text, b, a) if a.kind != "money" else _share(text, a, b)
    elif _bare(a) and gap == " (" and b.unit is not None and b.kind not in ("money", "percent", "duration", "rate"):
        other = next((d for d in reversed(kept[-7:-1]) if d.dimension == b.dimension and d.kind == b.kind and d.unit != b.unit), None)
        if other is not None and other.unit is not None and "\n\n" not in text[other.end : b.start]:
            set_unit(a, other.unit, other.kind)


def _plus_minus(scan: Scan, a: Draft, b: Draft) -> bool:
    """"1010 ± 195 light years": one number with its own interval."""
    if a.value is None or b.value is None:
        return False
    if _bare(a) and b.unit is not None:
        set_unit(a, b.unit, b.kind)
    a.fixed = Interval(a.value - abs(b.value), a.value + abs(b.value))
    a.end = b.end
    scan.block(a.start, a.end)
    return True
