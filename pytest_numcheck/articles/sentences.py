"""Where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..base.lexicon import shipped

# A stop, what may close after it (quotes, brackets, footnote marks), a space; or two sentences run together. Every
# class is bounded or cannot be entered twice, so a run of stops or quotes costs its length.
_STOP = re.compile(r"(?<![.!?…])[.!?…]{1,8}[\"')\]]{0,3}(?:\[\d{1,3}\]){0,3}(?=\s)|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]{0,4} )")
_SPACE = re.compile(r"\s*")
_OPENING = "\"'([‘“«–—-•*$£€¥#@¿¡ "
_ZONE = re.compile(r"[A-Z]{1,4}T\b")
_LOCAL_TIME = re.compile(r"(?:[A-Z][\w']{1,15} ){1,3}(?:[Tt]ime|\d)")
_SPEAKS = re.compile(
    r"(?:[A-Z][\w.'-]{0,20} ){1,4}(?:said|says|asked|asks|told|added|wrote|tweeted|replied|shouted|cried|"
    r"wondered|quipped|joked|recalled|exclaimed|yelled)\b"
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,6}[A-Za-z]?\Z|[A-Z]\Z")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]|(?:al|el)-[A-Z]")
_SMALL = frozenset(("one", "two", "three", "four", "five"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(shipped("data", "abbreviations")[name])


#: No writer's sentence is so long: what is looked for within one sentence must not cost the square of a page.
LONGEST = 3000


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as trimmed spans, in order; none for blank text. Linear in its length.

    One of more than ``LONGEST`` characters is cut, between two words where that can be.
    """
    found = _split(text, start, end)
    if all(b - a <= LONGEST for a, b in found):
        return found
    return [piece for a, b in found for piece in _cut(text, a, b)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        at = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + LONGEST // 2, start + LONGEST))
        at = at if at > 0 else start + LONGEST
        yield start, start + len(text[start:at].rstrip())
        start = _after_space(text, at, end)
    if start < end:
        yield start, end


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    begin = _after_space(text, start, end)
    for stop in _STOP.finditer(text, begin, end):
        close = stop.end()
        after = _after_space(text, close, end)
        if after >= end:
            break
        if _ends(text, begin, stop.start(), close, after, end):
            found.append((begin, close))
            begin = after
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    if last > begin:
        found.append((begin, last))
    return found


def _after_space(text: str, at: int, end: int) -> int:
    space = _SPACE.match(text, at, end)
    return space.end() if space else at


def _ends(text: str, begin: int, stop: int, close: int, after: int, end: int) -> bool:
    """Whether the sentence that runs from ``begin`` ends with the stop at ``stop`` (its closers end at ``close``)."""
    if stop == close:  # without a space: "killed.The police"
        return _word(text, after, end) in _words("openers")
    mark = text[stop]
    word_at = after
    while word_at < min(after + 4, end) and text[word_at] in _OPENING:
        word_at += 1
    first = text[word_at : word_at + 1]
    if first.islower() or (word_at == after and not (first.isupper() or first.isdigit())):
        if mark != "." or text[stop + 1 : stop + 2] == "." or _is_abbreviation(_word_before(text, begin, stop)):
            return False
        # a bullet, a quotation, a name such as iPhone or al-Hakim
        return text[after] in "•*\"'" or bool(_CAMEL.match(text, word_at, end))
    if mark in "!?":
        if mark == "!" and close == stop + 1 and _word_before(text, begin, stop).lower() in _words("exclaiming"):
            return False
        return not (text[close - 1] in "\"'" and _SPEAKS.match(text, word_at, end))
    if mark == "…" or text[stop + 1 : stop + 2] == ".":
        return True
    return not _goes_on(text, begin, stop, close, after, word_at, end)


def _goes_on(text: str, begin: int, stop: int, close: int, after: int, word_at: int, end: int) -> bool:
    """Whether the single full stop at ``stop`` belongs to an abbreviation or an item's number."""
    word = _word_before(text, begin, stop)
    if not word:
        return stop == begin
    if word[-1] == "s" and word[:-1].isdigit() and text[word_at : word_at + 1].isdigit():
        return True  # "7s. 6d."
    if word.isdigit():
        # "1. Costs" numbers an item; "… in 2014. The" ends a sentence
        return len(word) <= 3 and stop - len(word) == begin
    lower, capital = word.lower(), word[0].isupper()
    following = _word(text, word_at, end)
    figure = text[word_at : word_at + 1].isdigit()
    opens = following in _words("openers") or word_at > after
    if close > stop + 1:  # a quote or bracket closes: "(formerly Acme Inc.) said", "'… at 5 p.m.' Then"
        return _is_abbreviation(word) and following not in _words("openers") and text[after] not in "\"'"
    if (capital and lower in _words("bound")) or lower in _words("bound-in-lower-case"):
        return True
    if lower == "no" and capital and following in _SMALL and stop - 2 > begin:
        return True
    if figure and lower in _words("before-figure") and (capital or lower not in _words("words-in-lower-case")):
        return True
    if lower in ("a.m", "p.m"):
        zone = following in _words("after-half-day") or _ZONE.match(text, word_at, end) or _LOCAL_TIME.match(text, word_at, end)
        return bool(zone) or (figure and word_at == after) or text[after] in "(["
    return _is_abbreviation(word) and not opens


def _is_abbreviation(word: str) -> bool:
    """Whether ``word`` (without its last full stop) may stand with one in the middle of a sentence."""
    lower = word.lower()
    if lower in _words("bound-in-lower-case") or lower in _words("either-in-lower-case"):
        return True
    return bool(_INITIALS.match(word)) or (word[:1].isupper() and (lower in _words("either") or lower in _words("bound")))


def _word_before(text: str, begin: int, stop: int) -> str:
    """The word that the stop closes, with its inner full stops ("U.S", "a.m"); at most 24 characters of it."""
    low = max(begin, stop - 24)
    space = max(text.rfind(" ", low, stop), text.rfind("\n", low, stop)) + 1
    return text[max(low, space) : stop].lstrip("\"'([-–—")


def _word(text: str, at: int, end: int) -> str:
    """The word at ``at`` in lower case, or nothing for a lone initial ("A. Smith")."""
    stop = at
    while stop < min(at + 20, end) and (text[stop].isalpha() or text[stop] == "'"):
        stop += 1
    return "" if text[stop : stop + 1] == "." and stop - at <= 1 else text[at:stop].lower()
