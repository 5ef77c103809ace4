"""Percentages, percentage points and basis points, which are three things."""

from __future__ import annotations

import re

from ..clause.around import has, minus_start, open_figures, quantity
from ..digits.figures import Figure
from ..scan import Scan
from .unitwords import OF_A

_POINTS = r"(?:[\s-]+points?\b)"
_AFTER = re.compile(
    rf"(?P<pp>\s?-?(?:%|\s?percentage|\s?per[\s-]?cent(?:age)?|\s?pct\.?){_POINTS}|\s?(?:ppts?|p\.p\.|pp)\b)"
    r"|(?P<bp>[\s-]basis[\s-]points?\b|\s?bps?\b(?!/))"
    r"|(?P<pc>\s?%|[\s-]{0,3}per[\s-]?cent(?:age)?s?\b|[\s-]?pct\b(?:\.(?=\s+[a-z\d]))?|\s?pc\b)",
    re.I,
)
_PART_OF_POINT = re.compile(r"(?:\s+(?:of\s+)?an?\s+|[\s-])(?:percentage[\s-])?point\b", re.I)
_BARE = re.compile(r"[\s-](?:points?|pts)\b(?!\s+(?:clear|per game|of (?:their|the|view|contact|credit)|(?:range|shots?|"
                   r"line|arc|shooting|shooters?|attempts?|baskets?|plan|turn|underdogs?|favou?rites?)\b))", re.I)
#: "a pass percentage of 69", "percent of ten"
_RATE_OF = re.compile(r"\b(?:per\s?cents?|percentages?|(?:success|pass|approval|literacy|vaccination|positivity|survival|"
                      r"unemployment|jobless|inflation|failure|graduation|occupancy|"
                      r"conversion|mortality|fatality)\srates?|approval\sratings?)\sof\s(?:about\s|only\s|just\s|around\s|"
                      r"nearly\s|over\s)?\Z", re.I)
_NO_NOUN = re.compile(r"\s*(?:[.,;)]|\Z)|\s(?:in|for|among|at|on|against|compared|versus|from|and|while|but|last|this|by)\b")


def find(scan: Scan) -> None:
    """Claim "36%", "36 per cent", "3 percentage points", "25 basis points", and poll leads in "points"."""
    text = scan.text
    for figure in open_figures(scan):
        if figure.glued:
            continue
        m = _AFTER.match(text, figure.end)
        part = figure.fraction or (0 < figure.value < 1 and text.startswith(" of a percentage point", figure.end))
        if part and (step := _PART_OF_POINT.match(text, figure.end)) is not None and (
            "percentage" in step.group().lower() or _is_rate(scan, figure.start)
        ):
            scan.add(quantity(figure, figure.start, step.end(), "percentage_point"))
            continue
        if m is None and figure.fraction and (of := OF_A.match(text, figure.end)) is not None:
            m = _AFTER.match(text, of.end())
        if m is None:
            if _BARE.match(text, figure.end) is not None and _is_share(scan, figure.start):
                unit, end = "percentage_point", _BARE.match(text, figure.end).end()  # type: ignore[union-attr]
            elif text[figure.start - 1 : figure.start] == " " and figure.value <= 300 and _is_rate_of(text, figure):
                unit, end = "percent", figure.end
            else:
                continue
        else:
            unit = {"pp": "percentage_point", "bp": "basis_point", "pc": "percent"}[str(m.lastgroup)]
            end = m.end()
        minus = minus_start(text, figure.start)
        start = figure.start if minus is None else minus
        scan.add(quantity(figure, start, end, unit, figure.value if minus is None else -figure.value))


def _is_rate_of(text: str, figure: Figure) -> bool:
    """As in "a pass percentage of 69": the word stands before."""
    return (figure.magnitude == 1 and _RATE_OF.search(text, max(figure.start - 40, 0), figure.start) is not None
            and _NO_NOUN.match(text, figure.end) is not None)


def _is_rate(scan: Scan, at: int) -> bool:
    sentence = scan.article.sentence_at(at)
    return has(scan.lexicon, "rates").search(scan.text, max(sentence.start, at - 300), min(sentence.end, at + 300)) is not None


def _is_share(scan: Scan, at: int) -> bool:
    """Whether "points" here are points of a percentage: a poll or a percentage in the sentence, no game and no index."""
    sentence, lexicon = scan.article.sentence_at(at), scan.lexicon
    words = scan.text[max(sentence.start, at - 300) : min(sentence.end, at + 300)]
    if has(lexicon, "games").search(words) is not None:
        return False
    if "%" in words or has(lexicon, "poll").search(words) is not None:
        return True
    return has(lexicon, "leads").search(words) is not None and has(lexicon, "politics").search(words) is not None
