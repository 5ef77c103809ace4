"""The shares of both sexes, which together are all: "women make up 58% of the staff and men 42%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View

_PERCENT = f"[{holes.KIND['percent']}]([{holes.MENTION_IDS}])"
_SEX = r"(wom[ae]n|m[ae]n|girls|boys|females?|males?)"
_MAKE = (r"(?:(?:make|makes|made) up|accounts? for|accounted for|represent(?:s|ed)?|constitut(?:es?|ed)|compris(?:es?|ed)|"
         r"form(?:s|ed)?|are|were)")
_HEDGE = r"(?:(?:about|some|just|only|the other|the remaining|around|nearly|almost|the|up) ){0,2}"
_GAP = f"[^{holes.MENTION_KINDS}{holes.SENTENCE_END};]"
_SEX_FIRST = re.compile(
    rf"(?<!of )(?<!\w){_SEX} {_MAKE} {_HEDGE}{_PERCENT}{_GAP}{{0,60}}?(?:,| and| while| with|;) ?(?:and |while |with )?{_SEX} "
    rf"(?:(?:{_MAKE}|the) )?{_HEDGE}{_PERCENT}")
_SEX_LAST = re.compile(
    rf"{_PERCENT}{_GAP}{{0,40}}? (?:are|were|is|was) {_SEX}(?:,| and| while|;) ?(?:and |while )?{_HEDGE}{_PERCENT} "
    rf"(?:(?:are|were|is|was) )?{_SEX}(?!\w)")
_SEX_RIGHT_AFTER = re.compile(rf"{_PERCENT} (female|male)(?:,| and|;) ?(?:and )?{_PERCENT} (female|male)(?!\w)")
_MARKS = re.compile(f"[{holes.NOUN_END}]")


def find(view: View) -> Iterator[Link]:
    """Links shares(parts), "inferred"."""
    if holes.KIND["percent"] not in view.text:
        return
    text = _MARKS.sub("", view.text)
    for pattern in (_SEX_FIRST, _SEX_LAST, _SEX_RIGHT_AFTER):
        for m in pattern.finditer(text):
            said = [_is_female(word) for word in m.groups() if len(word) > 1]
            found = [view.mention(holes.id_of(char)) for char in m.groups() if len(char) == 1]
            pair = [p for p in found if isinstance(p, Mention) and p.value is not None and p.value2 is None
                    and not p.hedge and not p.change]
            if said[0] != said[1] and len(pair) == 2:
                yield Link("shares", {"parts": tuple(p.id for p in pair)}, "inferred", "both sexes", pair[0].start, pair[1].end)


def _is_female(word: str) -> bool:
    return word.startswith(("wom", "fem", "girl"))
