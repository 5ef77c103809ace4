"""Numbers enumerated with their total: "£1.8 million: £1.1 million for the roof, £450,000 for … and £250,000 for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..likeness.alike import same_measure
from ..prose import holes
from ..prose.view import View

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_WORD = r"[^\W\d_]+(?:['.-][^\W\d_]+)*"
_NOUN = f"(?:-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END}]{{1,80}}?{holes.NOUN_END})?"
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}]")
#: what ends an enumeration said after "a total": the words that give it
_GIVES = re.compile(
    rf"(?:,|–|—)? ?(?:(?<!\w)(?:(?:for|making|make|makes|made|or|gave) (?:up )?(?:a|an) (?:combined |grand |overall )?total of|"
    rf"(?<=, )a (?:combined |grand |overall )?total of|"
    rf"(?<!the )(?<!its )total(?:s|ed|led|ing|ling)?|add(?:s|ed|ing)? up to|add(?:s|ed)? to|"
    rf"amount(?:s|ed|ing)? to|a combined total of) "
    rf"(?:a |an |some )?{_HOLE}|(?<!\w)(?:a total of |or )?{_HOLE}{_NOUN} "
    rf"(?:in all|in total|altogether|all told|between them|combined)(?!\w)|"
    rf"(?<!\w)in (?:a|an|the|his|her|their|its) "
    rf"(?:party|squad|group|team|crew|field|class|delegation|panel|fleet) of {_HOLE})")
_CUT = re.compile(
    r"(?:, ?|; ?| )(?:and|plus|as well as)(?: (?:then|another|finally|also))?(?!\w) ?|& ?|[,;] ?")
_AND = re.compile(r"and|plus|as well as|&|;")
#: a part of a part, or a step aside: not an item of its own
_ASIDE = re.compile(
    r"(?<!\w)(?:of (?:them|whom|which|these|those|the)|including|includes?|included|up from|down from|compared|against|"
    r"more than the|fewer than|less than the|among them|who|which|while|when|after|before|because|since)(?!\w)")
#: an item that no number counts
_SINGLE = re.compile(r"^ ?(?:with )?(?:a|an|another|his|her|its|their|the (?:rest|remainder|others?))(?!\w)")
_SCORE = re.compile(f"[{holes.MENTION_IDS}] (?:to|or) $")
_OPENING = 60
#: two items and their total
_FEWEST = 3
_MAX_BEFORE = 70


@dataclass(frozen=True, slots=True)
class Enumerated:
    """``parts`` and their ``total``, by id; ``sure``: the words leave no doubt, whatever the nouns."""

    parts: tuple[int, ...]
    total: int
    via: str
    start: int
    end: int
    sure: bool


def find(view: View) -> Iterator[Enumerated]:
    """Enumerations of two or more numbers, closed by "and", that the words set equal to one more number."""
    text = view.text
    for (start, end), figures in zip(view.spans, view.figures, strict=True):
        if figures < _FEWEST or text.count(",", start, end) + text.count(" and ", start, end) == 0:
            continue
        for m in _opens(view.lexicon).finditer(text, start, end):
            total = _mention(view, m[1])
            if _SCORE.search(text, max(m.start() - 12, start), m.start()):
                continue  # "a 12 to eight majority on the committee, which is made up of …"
            stop = _stop(text, m.end(), end, m["joint"].strip())
            parts = _items(view, total, m.end(), stop)
            if parts:
                joint = m["joint"].strip(" ,:–—-")
                yield _made(view, parts, total, f"total {m['joint'].strip()} parts", bool(joint))
        for m in _GIVES.finditer(text, start, end):
            total = _mention(view, m[1] or m[2] or m[3])
            parts = _items(view, total, _begin(text, start, m.start()), m.start())
            if parts:
                yield _made(view, parts, total, "parts make total", False)


@lru_cache(maxsize=8)
def _opens(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(w) for w in lexicon.list("makes-up")), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"{_HOLE}{_NOUN}(?:[ ,]+{_WORD}){{0,7}}?(?P<joint> ?[:–—]| - | ?,? (?:{words})(?!\w)[:]?) ?")


def _made(view: View, parts: list[Mention], total: Mention, via: str, sure: bool) -> Enumerated:
    ids = [*parts, total]
    return Enumerated(tuple(p.id for p in parts), total.id, via, min(m.start for m in ids), max(m.end for m in ids), sure)


def _stop(text: str, at: int, end: int, joint: str) -> int:
    """Where an enumeration that begins at ``at`` must end: the second dash, a closing bracket or the sentence's end."""
    if joint in ("–", "—", "-"):
        for i in (text.find(" – ", at, end), text.find("—", at, end), text.find(" - ", at, end)):
            if i >= 0:
                end = min(end, i)
    close, opening = text.find(")", at, end), text.find("(", at, end)
    return close if close >= 0 and not 0 <= opening < close else end


def _begin(text: str, start: int, at: int) -> int:
    return max(start, *(text.rfind(mark, start, at) + 1 for mark in (":", "–", "—")))


def _items(view: View, total: Mention, start: int, end: int) -> list[Mention]:
    """The numbers of the items in a stretch of the view, or nothing if it is no closed enumeration of such numbers."""
    parts: list[Mention] = []
    closed = False
    for joint, piece in _pieces(view.text[start:end]):
        aside = _ASIDE.search(piece)
        inside = [_mention(view, m[1]) for m in re.finditer(_HOLE, re.sub(r"[(\[][^()\[\]]*[)\]]", "", piece))]
        numbers = [m for m in inside if same_measure(m, total) and m.id != total.id]
        if closed:
            if numbers and _AND.search(joint) and not aside:
                return []  # it goes on: the items are not what they seem
            break
        if not numbers:
            if _SINGLE.match(_MARKS.sub("", piece)) and (not parts or _AND.search(joint)):
                return []
            continue
        lead = piece.find(view.text[view.to_view(_lead(numbers[0]))])
        if aside and aside.start() < max(lead, 0):
            if parts and not _AND.search(joint):
                continue
            return []
        if len(numbers) > 1 and not aside:
            return []
        if numbers[0].value2 is not None or lead > _MAX_BEFORE or _attribute(view, numbers[0]):
            return []
        parts.append(numbers[0])
        closed = len(parts) > 1 and bool(_AND.search(joint)) and joint.strip() != ";"
    return parts if len(parts) > 1 and (closed or _semicolons(view.text[start:end], len(parts))) else []


def _semicolons(text: str, parts: int) -> bool:
    return text.count(";") >= parts - 1 > 0


def _attribute(view: View, m: Mention) -> bool:
    """Whether it only describes ("a 12-room hotel")."""
    return "-" in m.text or view.text.startswith("-", view.to_view(m.end))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The stretch cut at its commas and ands outside brackets: what stood before each piece, and the piece."""
    depth = [0]
    for c in text:
        depth.append(depth[-1] + (c in "([") - (c in ")]"))
    joint, at = "", 0
    for m in _CUT.finditer(text):
        if depth[m.start()]:
            continue
        yield joint, text[at:m.start()]
        joint, at = m[0], m.end()
    yield joint, text[at:]


def _lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start


def _mention(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m
