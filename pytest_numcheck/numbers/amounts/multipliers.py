"""Multiples: "three times as many", "twice the", "fivefold", "doubled"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.around import open_figures
from ..scan import Draft, Scan

_TIMES = re.compile(r"\s+times\b(?:\s+(?P<w>[A-Za-z]+))?", re.I)
_X = re.compile(r"x(?![\w-])")
_AS_MUCH = re.compile(r"\s+(?:many|much|likely|high|big|large|long|fast|often|far|[a-z]+(?:\s+[a-z]+)?\s+as|[a-z]+ly)\b")
_FOLD = re.compile(r"(?:[\s-]|\s-\s?)?fold\b", re.I)
_WORD_FOLD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)fold\b", re.I)
_FOLDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
    "hundred": 100,
    "thousand": 1000,
}


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    words: dict[str, float]
    needs: dict[str, frozenset[str]]
    after: frozenset[str]


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    table = lexicon.table("multipliers")
    words = {str(k): float(v) for k, v in table["words"].items()}
    first = "".join(sorted({w[0] for w in words} | {"t"}))
    pattern = re.compile(
        rf"\b(?=[{first}])({'|'.join(sorted(words, key=len, reverse=True))}|twice)\b(?![-'])(?:\s+([A-Za-z]+))?", re.I
    )
    return _Table(pattern, words, {k: frozenset(v) for k, v in table["needs"].items()}, frozenset(table["after_times"]))


def find(scan: Scan) -> None:
    """Claim multiples. "Five times" on its own counts occasions and is left."""
    table, text = _table(scan.lexicon), scan.text
    for figure in open_figures(scan):
        if figure.glued:
            continue
        m = _TIMES.match(text, figure.end)
        if m is not None:
            word = (m["w"] or "").lower()
            if word == "as" and _AS_MUCH.match(text, m.end()) is None:
                continue
            if word in table.after or (
                word.endswith("er") and word not in ("under", "after", "over", "per", "ever", "either", "whether")
            ):
                end = m.start() + len(m.group()) - (len(m["w"]) if m["w"] else 0)
                scan.add(_multiple(figure.start, len(text[:end].rstrip()), figure.value, figure.grain, figure.worded))
        elif not figure.worded and (by := _X.match(text, figure.end)) is not None:
            scan.add(_multiple(figure.start, by.end(), figure.value, figure.grain, False))
        elif (fold := _FOLD.match(text, figure.end)) is not None:
            scan.add(_multiple(figure.start, fold.end(), figure.value, figure.grain, figure.worded))
    for m in _WORD_FOLD.finditer(text) if "fold" in text or "FOLD" in text or "Fold" in text else ():
        scan.add(_multiple(m.start(), m.end(), float(_FOLDS[m[1].lower()]), 1.0, True))
    for m in table.pattern.finditer(text):
        word, then = m[1].lower(), (m[2] or "").lower()
        if word == "twice":
            if then in table.after or (then.endswith("er") and then not in ("under", "after", "over", "per", "ever")):
                scan.add(_multiple(m.start(), m.end(1), 2.0, 1.0, True))
        elif word not in table.needs or then in table.needs[word]:
            scan.add(_multiple(m.start(), m.end(1), table.words[word], 0.5 if table.words[word] < 1 else 1.0, True))


def _multiple(start: int, end: int, value: float, step: float, worded: bool) -> Draft:
    return Draft(start, end, "multiplier", value, step=step, worded=worded)
