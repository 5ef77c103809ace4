"""Units and scales said twice: "$5 million dollars", "58% percent", "160 km km", "3 million billion"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..scan import CueDraft, Scan

_FIGURE = r"\d[\d,.]*"
#: a figure that no word or figure stands before
_FREE = r"\d(?<![\w.,]\d)[\d,.]*"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|b|k))?"


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    table = lexicon.table("doubled")
    signs = "|".join(rf"{re.escape(sign)}\s?{_FIGURE}{_SCALE}\s(?:{_any(words)})(?![\w-])"
                     for sign, words in table["signs"].items())
    same = "|".join(rf"(?:{_any(group)})[\s-](?:{_any(group)})" for group in table["same"])
    percent = next((g for g in table["same"] if "%" in g), ["%"])
    tight = rf"%\s?(?:{_any([w for w in percent if w != '%'])})"
    scales = _any(table["scales"])
    plural = [w for group in table["same"] for w in group if len(w) > 3 and (w.endswith("s") or w.startswith("per"))]
    return (re.compile(rf"(?:(?:US|A|C|NZ|HK|S)?(?:{signs}))"),
            re.compile(rf"{_FREE}[\s-]?(?:{same}|{tight})(?![\w-])"),
            re.compile(rf"(?<![\w.,])(?:[$£€]\s?)?{_FIGURE}\s?(?:m|bn|{scales})[\s-](?:{scales})(?!\w)"),
            re.compile(rf"(?<![$£€])([$£€])\1{_FIGURE}|(?<![\w.,]){_FIGURE}\s?%%(?!\w)"),
            re.compile(rf"(?<=[a-z] )({_any(plural)}) \1(?!\w)"))


def _any(words: list[str]) -> str:
    return "|".join(re.escape(str(w)) for w in sorted(words, key=lambda w: (-len(str(w)), str(w))))


def find(scan: Scan) -> None:
    """Add a cue over the whole figure with both its units; it claims nothing, the amount is read all the same."""
    found: list[tuple[int, int]] = []
    for pattern in _patterns(scan.lexicon):
        for hit in pattern.finditer(scan.text):
            if not any(start < hit.end() and hit.start() < end for start, end in found):
                found.append(hit.span())
                scan.cues.append(CueDraft(*hit.span(), "doubled-unit"))
