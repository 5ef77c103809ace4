"""Counts: what is left of the figures once everything else has been read."""

from __future__ import annotations

import re

from ..clause.around import minus_start, open_figures
from ..digits.figures import Figure
from ..scan import Draft, Scan

_CODE_BEFORE = re.compile(r"[#№@/_\\=&^*§]\Z|"
                          r"(?<!to)(?<!To)(?<!\d[mkMKb])(?<!\dbn)(?<=[A-Za-z])-\Z|[A-Za-z]\d{1,3}-\Z|(?<![A-Za-z.])[A-Z]\Z|\d[:./]\Z")
_CODE_AFTER = re.compile(r"[/_\\@=^]\S|:\d|[A-Za-z]|\.[A-Za-z0-9]|'s\b|-[A-Z]\d")
_BELOW = re.compile(r"(?:below|above|sub|near|patient)[\s-]\Z", re.I)
_HEADING = re.compile(r"([.)]?)\s+(?=[A-Z])")


def find(scan: Scan) -> None:
    """Claim plain counts. The counted noun is found later."""
    text = scan.text
    for figure in open_figures(scan):
        if figure.glued or figure.fraction or _is_code(text, figure) or _numbers_a_heading(scan, figure):
            continue
        minus = minus_start(text, figure.start)
        start, value = figure.start, figure.value
        if minus is not None and (text[minus] not in "-–" or (not figure.worded and text[max(minus - 1, 0)] in " (")):
            start, value = minus, -value
        scan.add(Draft(start, figure.end, "count", value, step=figure.grain, worded=figure.worded))


def _is_code(text: str, figure: Figure) -> bool:
    """Whether the figure is part of something else: "24/7", "B-52", "1.2a", "16:9"."""
    if figure.worded:
        return figure.value == 0 and _BELOW.search(text, max(figure.start - 8, 0), figure.start) is not None
    if text[figure.start - 1 : figure.start] == "'" and figure.end - figure.start == 2 and text[max(figure.start - 2, 0)] in " (":
        return True  # "a '98 Toyota"
    if text[figure.start] == "0" and text[figure.start + 1 : figure.start + 2].isdigit():
        return True  # "the 007 film"
    return (
        _CODE_BEFORE.search(text[max(figure.start - 6, 0) : figure.start]) is not None
        or _CODE_AFTER.match(text, figure.end) is not None
    )


def _numbers_a_heading(scan: Scan, figure: Figure) -> bool:
    """As in "2 Ethical hacker", "3. What they want": the number of a paragraph, not a count."""
    if figure.worded or figure.value > 60 or figure.magnitude != 1:
        return False
    text = scan.text
    m = _HEADING.match(text, figure.end)
    if m is None or (figure.start > 0 and text[figure.start - 1] != "\n"):
        return False
    if figure.start == 0 and not m[1]:
        return False  # "42 DIE AS BUS LEAVES ROAD": an article opens with its headline
    stop = text.find("\n", figure.end)
    line = text[figure.start : stop if stop >= 0 else len(text)].rstrip()
    return m[1] != "" or (len(line) < 60 and line[-1] not in ".!?\"'" and stop >= 0)
