"""Small numbers spelled out, as ages, hours, scores and ranks use them: "five", "twenty-first"."""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FIRSTS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TENTHS = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth"]
_TWENTIETHS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]

CARDINALS = {word: n for n, word in enumerate(_ONES + _TEENS, 1)}
CARDINALS.update({word: 20 + 10 * n for n, word in enumerate(_TENS)})
CARDINALS.update({f"{tens}-{one}": 20 + 10 * i + j for i, tens in enumerate(_TENS) for j, one in enumerate(_ONES, 1)})

ORDINALS = {word: n for n, word in enumerate(_FIRSTS + _TENTHS, 1)}
ORDINALS.update({word: 20 + 10 * n for n, word in enumerate(_TWENTIETHS)})
ORDINALS.update({f"{tens}-{first}": 20 + 10 * i + j for i, tens in enumerate(_TENS) for j, first in enumerate(_FIRSTS, 1)})
ORDINALS["hundredth"] = 100
ORDINALS["thousandth"] = 1000
ORDINALS["millionth"] = 1_000_000

#: Regex sources without groups; longer words stand first. Lower case: use with ``re.I``.
CARDINAL = (rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(sorted(_TEENS, key=len, reverse=True))}"
            rf"|{'|'.join(_ONES)})")
ORDINAL = (rf"(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_FIRSTS)})|{'|'.join(_TWENTIETHS)}|{'|'.join(_TENTHS)}"
           rf"|{'|'.join(_FIRSTS)}|hundredth|thousandth|millionth)")


def cardinal(text: str) -> int | None:
    """The number that digits or a number word below a hundred says; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 9 else None
    return CARDINALS.get("-".join(text.lower().replace("-", " ").split()))


def ordinal(text: str) -> int | None:
    """The rank that "12th" or "twenty-first" says; None for anything else. Wrong endings ("21th") are read too."""
    digits = text[:-2].replace(",", "")
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) <= 9 else None
    return ORDINALS.get("-".join(text.lower().replace("-", " ").split()))


def ending(rank: int) -> str:
    """The letters that English writes after the figure of ``rank``."""
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")


_WORD = re.compile(r"[A-Za-z]+")
_TENS_BEFORE = re.compile(rf"\b(?:{'|'.join(_TENS)})[- ]\Z", re.I)


@lru_cache(maxsize=4)
def ordinal_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where ``text`` has ordinals in words, by position; a quick scan that several finders share."""
    found = []
    for hit in _WORD.finditer(text):
        word = hit.group().lower()
        if word in ORDINALS:
            tens = _TENS_BEFORE.search(text, max(0, hit.start() - 8), hit.start()) if word in _FIRSTS else None
            found.append((tens.start() if tens else hit.start(), hit.end()))
    return tuple(found)
