"""Numbers spelled out: from a run of number words to their values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...base.lexicon import default_lexicon

_TOKEN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class WordRun:
    """A number in words: ``text[start:end]``; ``grain`` is the size of the last place it names."""

    start: int
    end: int
    value: float
    grain: float = 1.0
    magnitude: float = 1.0
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    units: dict[str, int]
    tens: dict[str, int]
    big: dict[str, float]
    fractions: dict[str, float]


@cache
def _words() -> _Words:
    table, magnitudes = default_lexicon().table("number-words"), default_lexicon().table("magnitudes")
    return _Words(
        dict(table["units"]), dict(table["tens"]), {k: float(v) for k, v in magnitudes["words"].items()}, dict(table["fractions"])
    )


def parse_run(text: str, start: int, end: int) -> list[WordRun]:
    """The numbers in ``text[start:end]``, which is number words joined by spaces, hyphens, "and", "a", "of", "point".

    "one hundred and five" is one number, "ten and fifteen" two; what makes no number is left out.
    """
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    found, i = [], 0
    while i < len(tokens):
        run, i = _number(tokens, i)
        if run is not None:
            found.append(run)
    return found


_Tokens = list[tuple[str, int, int]]


def _number(tokens: _Tokens, i: int) -> tuple[WordRun | None, int]:
    words, first = _words(), i
    word = tokens[i][0]
    if word in ("and", "of", "point"):
        return None, i + 1
    if word in ("a", "an"):
        return _after_article(tokens, i)
    if word == "half" or word == "quarter":
        return _part_of_big(tokens, first, i)
    if word not in words.units and word not in words.tens:
        return None, i + 1
    total, current, magnitude, grain = 0.0, 0.0, 1.0, 1.0
    last = i
    while i < len(tokens):
        word = tokens[i][0]
        joined = i > first and tokens[i - 1][0] == "and"
        if joined and (more := _and_parts(tokens, i)) and total == 0:
            current, grain, last = current + more, more, i + 1
            i += 2
            break
        if word in words.units:
            small = words.units[word]
            if i > first and not _fits(current, small, total, joined):
                break
            current, grain = current + small, 1.0
        elif word in words.tens:
            if i > first and not (current == 0 or current % 100 == 0):
                break
            current, grain = current + words.tens[word], 1.0
        elif word in ("hundred", "dozen"):
            if not 0 < current < 100:
                break
            factor = words.big[word]
            current, grain = current * factor, factor if word == "hundred" else 1.0
        elif word in words.big and word not in ("hundred", "dozen"):
            factor = words.big[word]
            if current == 0 or (total and factor >= magnitude):
                break
            total, current, grain, magnitude = total + current * factor, 0.0, factor * max(grain, 1.0), factor
        elif word in ("half", "quarter", "quarters", "third") and _and_a(tokens, i):
            part = words.fractions[word] * (3 if word == "quarters" else 1)
            current, grain, last = current + part, part, i
            i += 1
            break
        elif word in ("and", "a", "an", "of", "point"):
            i += 1
            continue
        else:
            break
        last = i
        i += 1
    else:
        i = len(tokens)
    if i < len(tokens) and i - last == 1 and total == 0 and tokens[i][0] in words.fractions:
        ratio = _fraction(tokens, first, i, current)
        if ratio is not None:
            return _times_big(tokens, first, i, ratio)
    value = total + current
    if last + 1 < len(tokens) and tokens[last][0] in ("half", "quarter", "quarters") and tokens[last + 1][0] in words.big:
        factor = words.big[tokens[last + 1][0]]
        return WordRun(tokens[first][1], tokens[last + 1][2], value * factor, grain * factor, factor), last + 2
    if total == 0 and last + 2 < len(tokens) and tokens[last + 1][0] == "point" and tokens[last + 2][0] in words.units:
        digit = words.units[tokens[last + 2][0]]
        return WordRun(tokens[first][1], tokens[last + 2][2], value + digit / 10, 0.1), last + 3
    return WordRun(tokens[first][1], tokens[last][2], value, grain, magnitude), max(last + 1, first + 1)


def _fits(current: float, small: int, total: float, joined: bool) -> bool:
    if current == 0:
        return total > 0
    if current % 100 == 0:
        return small > 0
    return current % 100 >= 20 and current % 10 == 0 and 0 < small < 10 and not joined


def _and_a(tokens: _Tokens, i: int) -> bool:
    """Whether token ``i`` is the half of "and a half" (or the quarters of "and three quarters")."""
    before = [t[0] for t in tokens[max(i - 2, 0) : i]]
    return before in (["and", "a"], ["and", "three"]) or before[-1:] == ["and"]


def _and_parts(tokens: _Tokens, i: int) -> float | None:
    """What "two thirds" adds in "one and two thirds"; None where token ``i`` begins no such part."""
    words = _words()
    if i + 1 >= len(tokens) or tokens[i][0] not in words.units or tokens[i + 1][0] not in words.fractions:
        return None
    return _fraction(tokens, i, i + 1, float(words.units[tokens[i][0]]))


def _fraction(tokens: _Tokens, first: int, i: int, top: float) -> float | None:
    """The value of "two thirds": plural above one, singular for one, below one."""
    word = tokens[i][0]
    part = _words().fractions[word]
    plural = (word.endswith("s") and word != "halves") or word == "halves"
    value = top * part
    whole = i == first + 1 and top == int(top) and 0 < top < 20
    return value if whole and plural == (top > 1) and value < 1 else None


def _times_big(tokens: _Tokens, first: int, i: int, value: float) -> tuple[WordRun, int]:
    """As in "three quarters of a million"; or the fraction alone."""
    j = i + 1
    while j < len(tokens) and tokens[j][0] in ("of", "a", "an"):
        j += 1
    if j < len(tokens) and tokens[j][0] in _words().big:
        factor = _words().big[tokens[j][0]]
        exact = tokens[j][0] == "dozen"
        return WordRun(tokens[first][1], tokens[j][2], value * factor, 1.0 if exact else value * factor / 5, factor), j + 1
    return WordRun(tokens[first][1], tokens[i][2], value, value, 1.0, True), i + 1


def _part_of_big(tokens: _Tokens, first: int, i: int) -> tuple[WordRun | None, int]:
    """As in "half a million", "quarter of a million", or "half" alone; a quarter alone needs its "a"."""
    run, after = _times_big(tokens, first, i, _words().fractions[tokens[i][0]])
    if run.fraction and tokens[i][0] == "quarter" and first == i:
        return None, after
    return run, after


def _after_article(tokens: _Tokens, i: int) -> tuple[WordRun | None, int]:
    """As in "a hundred", "a dozen", "a third", "a half million"."""
    words = _words()
    if i + 1 >= len(tokens):
        return None, i + 1
    word = tokens[i + 1][0]
    if word in words.big:
        # "a hundred and twenty" goes on like "one hundred and twenty"
        as_one = [("one", tokens[i][1], tokens[i][2]), *tokens[i + 1 :]]
        run, after = _number(as_one, 0)
        return run, i + after
    if word in words.fractions:
        return _part_of_big(tokens, i, i + 1)
    return None, i + 1
