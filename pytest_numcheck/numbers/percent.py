"""Percentages, percentage points and basis points, which are three things."""

from __future__ import annotations

import re

from .around import minus_start, open_figures, quantity
from .scan import Scan

_POINTS = r"(?:[\s-]+points?\b)"
_AFTER = re.compile(
    rf"(?P<pp>\s?-?(?:%|\s?percentage|\s?per[\s-]?cent(?:age)?|\s?pct\.?){_POINTS}|\s?(?:ppts?|p\.p\.|pp)\b)"
    r"|(?P<bp>[\s-]basis[\s-]points?\b|\s?bps?\b(?!/))"
    r"|(?P<pc>\s?%|[\s-]{0,3}per[\s-]?cent(?:age)?s?\b|\s?pct\b\.?|\s?pc\b)", re.I)
_BARE = re.compile(r"[\s-](?:points?|pts)\b(?!\s+(?:clear|per game|of (?:their|the|view|contact|credit)))", re.I)
_POLL = re.compile(r"(?:\d%|\bper ?cent\b|\bpct\b|\bpolls?\b|\bpolling\b|\bapproval\b|\bratings?\b|\bturnout\b|\bvote share\b|\bmargin\b.{0,40}\b(?:over|victory)\b|"
                   r"\blead over\b|\bsupport\b|\bunemployment\b|\binterest rates?\b|\bfavou?rab)", re.I)
_GAME = re.compile(r"\b(?:index|dow|ftse|nasdaq|nikkei|sensex|dax|s&p|stocks?|shares|bourse|game|games|match|season|league|quarter(?:back)?|scored?|scoring|rebounds?|assists|standings|"
                   r"table|championship|race|racing|driver|drivers|team|clear at the top|tournament|exam|gcse|pts table|closed|close of)\b", re.I)


def find(scan: Scan) -> None:
    """Claim "36%", "36 per cent", "3 percentage points", "25 basis points", and poll leads in "points"."""
    text = scan.text
    for figure in open_figures(scan):
        if figure.glued:
            continue
        m = _AFTER.match(text, figure.end)
        if m is None:
            if _BARE.match(text, figure.end) is not None and _is_share(scan, figure.start):
                unit, end = "percentage_point", _BARE.match(text, figure.end).end()  # type: ignore[union-attr]
            else:
                continue
        else:
            unit = {"pp": "percentage_point", "bp": "basis_point", "pc": "percent"}[str(m.lastgroup)]
            end = m.end()
        minus = minus_start(text, figure.start)
        start = figure.start if minus is None else minus
        scan.add(quantity(figure, start, end, unit, figure.value if minus is None else -figure.value))


def _is_share(scan: Scan, at: int) -> bool:
    """Whether "points" here are points of a percentage: a poll or a percentage in the sentence, no game and no index."""
    sentence = scan.article.sentence_at(at)
    words = scan.text[sentence.start : sentence.end]
    if _GAME.search(words) is not None:
        return False
    if _POLL.search(words) is not None:
        return True
    return re.search(r"\b(?:lead|led|leads|leading|ahead|behind|trail\w*|beat\w*)\b", words) is not None and re.search(
        r"\b(?:voters?|elections?|primary|primaries|candidates?|governor|senator|senate|president\w*|republicans?|democrats?|caucus\w*|ballot|party)\b", words, re.I) is not None
