"""Magnitudes after a figure: "million", "bn", and the letters m, b and t where they cannot be units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...base.lexicon import default_lexicon

_WORD = re.compile(r"(\s?-?\s?)([A-Za-z]+)")
_MONEY_BEFORE = re.compile(r"(?:[$£€¥₹₽₩₺]|\b(?:[A-Z]{3}|Rs\.?|RM|kr))\s?(?:[\d.,]+(?:\s?(?:-|–|to|and)\s?)?)?\Z")
_AFTER = re.compile(r"[\s-]+\(?([A-Za-z]+)(?:[\s-]+([A-Za-z]+))?")
_BRACKETED = re.compile(r"(?:feet|foot|ft|inch|inches|(?<=\d)in|miles?|yards?|[\d\"'])"
                        r"\.?\s?[(\[]\s?(?:about\s|around\s|some\s|or\s)?\Z")
_ONE_SIDE = re.compile(r"\s?(?:by|x)\s?\d+(?:\.\d+)?\s?m", re.I)
_CLOCK_BEFORE = re.compile(r"\d\s?(?:h|hrs?)\s?\Z")


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, float]
    letters: dict[str, float]
    doubtful: dict[str, float]
    meter_after: frozenset[str]
    near: re.Pattern[str]
    money: frozenset[str]


@cache
def _table() -> _Table:
    t = default_lexicon().table("magnitudes")
    money = {w.split()[0] for c in default_lexicon().table("currencies")["currencies"].values() for w in c["words"]}
    return _Table(
        {k: float(v) for k, v in t["words"].items()},
        {k: float(v) for k, v in t["letters"].items()},
        {k: float(v) for k, v in t["doubtful"].items()},
        frozenset(t["meter_after"]),
        re.compile(rf"\b(?:{'|'.join(t['meter_before'])})\b[^.;$£€]*\Z", re.I),
        frozenset(money),
    )


def magnitude_at(text: str, end: int, start: int) -> tuple[float, int]:
    """What the words right after the figure ``text[start:end]`` multiply it by, and where they end (1.0 and ``end``: nothing)."""
    factor = 1.0
    for _ in range(2):
        m = _WORD.match(text, end)
        if m is None or len(m[1]) > 2:
            break
        word, close = m[2].lower(), m[1] == ""
        table = _table()
        here = None
        if (not close and word in table.words and not word.endswith("s")) or (
            word in ("millions", "billions", "lakhs", "crores") and not close and factor == 1.0
        ):
            here = table.words[word]
        elif word == "cr" and m[2] in ("cr", "Cr") and _MONEY_BEFORE.search(text, max(start - 24, 0), start) is not None:
            here = table.words["crore"]
        elif word in table.letters and (close or word != "k") and _hangs(m[1], word) and (word != "k" or m[2] == "k" or close):
            here = table.letters[word]
        elif word in table.doubtful and factor == 1.0 and _is_magnitude(text, start, m, close):
            here = table.doubtful[word]
        if here is None or (here == 12 and factor != 1.0):
            break
        factor, end = factor * here, m.end()
    return factor, end


def _hangs(gap: str, word: str) -> bool:
    """A hyphen joins only what is never a unit: "a 200-mln-dlr note"."""
    return gap != "-" or word in ("mln", "bln")


def _is_magnitude(text: str, start: int, m: re.Match[str], close: bool) -> bool:
    """Whether the letter m, b or t multiplies here. Money before or after it, or a counted noun in the plural, says so."""
    table, letter = _table(), m[2]
    following = text[m.end() : m.end() + 1]
    if following.isalnum() or following in ("²", "³", "/") or _CLOCK_BEFORE.search(text, max(start - 4, 0), start):
        return False
    if m[1] not in ("", " ") or (letter != letter.lower() and letter != "M" and letter != "B"):
        return False
    if _MONEY_BEFORE.search(text, max(start - 24, 0), start) is not None:
        return True
    after = _AFTER.match(text, m.end())
    if letter != letter.lower() and (not close or (letter == "M" and text[start : m.start(2)] == "3")):
        return False  # 3M is a company
    words = [w.lower() for w in after.groups() if w] if after else []
    letter = letter.lower()
    if words and words[0] in table.money:
        return True
    if not close or letter == "t":
        return False
    if letter == "b":
        return bool(words) and len(words[0]) > 3 and words[0].endswith("s")
    if words and words[0] in table.meter_after and not (words[0] in ("by", "x") and _ONE_SIDE.match(text, m.end()) is None):
        return False
    near = words[: 1 if text[m.end() : m.end() + 1] == "-" else 2]
    if any(len(w) > 3 and w.endswith("s") and not w.endswith(("ss", "us")) for w in near):
        return True
    if _BRACKETED.search(text, max(start - 24, 0), start) is not None:
        return False
    return table.near.search(text, max(start - 60, 0), start) is None
