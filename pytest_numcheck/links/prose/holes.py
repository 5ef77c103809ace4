"""The private alphabet in which mentions and cues stand as typed holes in a view's text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...numbers.mention import CUE_KINDS, KINDS

#: a mention in the text: one character for its kind, one for its id; its words are gone
KIND = {kind: chr(0xE000 + i) for i, kind in enumerate(KINDS)}
#: a cue: one character for its kind, one for its id, then its words as printed, then CUE_END
CUE_KIND = {kind: chr(0xE080 + i) for i, kind in enumerate(CUE_KINDS)}
CUE_END, NOUN_END = "\ue0f0", "\ue0f1"
SENTENCE_END, PARAGRAPH_END = "\ue0f8", "\ue0f9"

#: ids beyond this stay plain text
MAX_ID = 0xFFFD
_MENTION_0, _CUE_0 = 0xF0000, 0x100000
#: classes (to stand inside square brackets) of the id characters
MENTION_IDS, CUE_IDS = "\U000f0000-\U000ffffd", "\U00100000-\U0010fffd"
MENTION_KINDS = "\ue000-\ue07f"
#: what may stand unseen between two words: spaces and the marks of cues and nouns
SPACE = f"[ \ue080-\ue0ef{CUE_END}{NOUN_END}{CUE_IDS}]*"

_FOREIGN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def purged(text: str) -> str:
    """The text with private-use characters of its own made blank."""
    return _FOREIGN.sub(" ", text)


def mention_id(i: int) -> str:
    return chr(_MENTION_0 + i)


def cue_id(i: int) -> str:
    return chr(_CUE_0 + i)


def id_of(char: str) -> int:
    """The id that an id character stands for."""
    code = ord(char)
    return code - (_CUE_0 if code >= _CUE_0 else _MENTION_0)


def hole_pattern(kinds: Iterable[str], group: str = "") -> str:
    """A pattern for one hole of any of these kinds; group ``group`` (if named) is the id character."""
    kinds = tuple(kinds)
    name = f"?P<{group}>" if group else "?:"
    numbers = "".join(KIND[k] for k in kinds if k in KIND)
    cues = "".join(CUE_KIND[k] for k in kinds if k in CUE_KIND)
    either = []
    if numbers:
        either.append(f"[{numbers}]({name}[{MENTION_IDS}])")
    if cues:
        either.append(f"[{cues}]({name}[{CUE_IDS}])[^{CUE_END}{SENTENCE_END}]*{CUE_END}")
    return f"(?:{'|'.join(either)})" if either else "(?!)"
