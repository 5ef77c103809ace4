"""A part whose whole stands earlier: "six of them", "8,000 of those soldiers", "12 of those killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..likeness.alike import is_person, same_heads, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_OF_THEM = re.compile(
    rf"{_HOLE} ?(of|out of|among) (them|those|these|whom|which|the|that)(?!\w) ?(?:same )?"
    r"([^\W\d_]+(?:[ -][^\W\d_]+){0,3})?")
#: "of these, 490 are standing": the part comes after
_THEM_FIRST = re.compile(
    rf"(?:^|[.;:,\"'({holes.SENTENCE_END}{holes.PARAGRAPH_END}]) ?(?:and )?(?:out )?of (?:them|these|those|whom),? {_HOLE}")
#: "three or four of them"
_OR = re.compile(f"[{holes.MENTION_IDS}] or $")
_JOINED = re.compile(r"^[^,;]{0,40}(?:,|\band|\bor) ?$")
#: a new clause, whose "them" may be what an earlier clause was about
_NEW_CLAUSE = re.compile(r"[;:]|, (?:and|but|while) ")
_THAN = re.compile(r"(?<!\w)(?:than|from|against|with)(?: the| its| their| a)? ?$")
#: nouns so wide that the headline's may be others
_VAGUE = {"person", "man", "woman", "child", "year", "day", "time", "country", "percent", "point"}
#: nouns that only take up persons named just before
_ROLES = {"occupant", "victim", "survivor", "deceased", "captive", "hostage", "detainee", "arrestee", "passenger", "prisoner"}
_UNDERGONE = re.compile(
    r"^(kill|injur|wound|arrest|detain|rescu|charg|question|poll|survey|interview|evacuat|deport|test)\w+|^(?:aboard|on board)$")
#: those that something befell, and how it is told
_FATES = (
    ("dead|deceased|killed|fatalities", "kill|dead|die[ds]?(?!\\w)|death|slain|slew|perish|massacr|fatalit|bod(?:y|ies)"),
    ("wounded|injured|hurt", "wound|injur|hurt"),
    ("arrested|detained|detainees", "arrest|detain|round"),
    ("missing", "missing|disappear"),
)
#: how many sentences back "of those soldiers" may look, and how many earlier numbers it looks at
_BACK, _EARLIER = 3, 40
#: a part that is so many times as much is of something else
_MUCH = 3


def find(view: View) -> Iterator[Link]:
    """"Six of them", "8,000 of those soldiers", "nine of the murders": the whole stands earlier."""
    yield from _after_them(view)
    for m in _OF_THEM.finditer(view.text):
        part = _number(view, holes.id_of(m[1]))
        word, noun = m[3], m[4]
        if part.kind not in ("count", "money") or part.value2 is not None:
            continue
        if _OR.search(view.text, max(m.start() - 6, 0), m.start()):
            continue
        named = word in ("those", "these", "the", "that")
        if named and noun and (said := _befallen(view, part, noun)) is not None:
            yield _link(part, said, "inferred", "part of those it befell")
            continue
        if word == "those" and noun and (said := _undergone(view, part, noun)) is not None:
            yield _link(part, said, "inferred", "part of those affected")
            continue
        if named and not noun:
            continue
        back = 0 if word in ("whom", "which") else _BACK if named else 1
        if named and not part.head:
            continue
        if word == "the" and (said := _only(view, part) or _headlined(view, part)) is not None:
            yield _link(part, said, "inferred", "part of the only")
            continue
        if (said := _in_that_role(view, part)) is not None:
            yield _link(part, said, "inferred", "part of those in that role")
            continue
        for whole in _earlier(view, part, back):
            akin = same_heads(whole, part, view.lexicon)
            if not same_measure(whole, part) or whole.change in ("up", "down") or _compared(view, whole):
                continue
            if whole.value2 is not None and part.kind != "count":
                continue
            if (named and akin is not True) or _single(whole):
                continue
            if not named and (not whole.head or whole.kind != "count"):
                continue
            sure = word in ("those", "these") or (not named and whole.sentence == part.sentence)
            sure = sure and not (word in ("them", "whom", "which") and _coordinated(view, whole))
            apart = word == "them" and _NEW_CLAUSE.search(view.words(whole.end, _lead(part))) is not None
            vague = word == "the" or (word == "them" and (whole.sentence != part.sentence or apart))
            if word == "them" and not apart and whole.sentence == part.sentence - 1 and _alone(view, whole, part):
                yield _link(part, whole, "inferred", "part of the only ones told of")
                break
            sure = sure and not vague
            if word == "the" and part.kind == "count" and (part.value or 0) > (whole.value or 0):
                yield from _beyond_all(view, part, whole)
                break
            yield _link(part, whole, "stated" if sure else "guessed" if vague else "inferred", f"part of {word}")
            break


def _beyond_all(view: View, part: Mention, near: Mention) -> Iterator[Link]:
    """"Seventeen of the men", of whom no number told so far is that large: not by chance, where the nearest is not far off."""
    told = [m for m in _earlier(view, part, part.sentence) if m.kind == "count" and m.value2 is None and not m.change
            and m.value and same_heads(m, part, view.lexicon) and not _single(m)]
    holding = [m for m in told if (m.value or 0) >= (part.value or 0)]
    if holding:
        yield _link(part, holding[0], "guessed", "part of the")
        return
    most = max(told, key=lambda m: (m.value or 0, m.id), default=near)
    close = part.sentence - near.sentence <= 1 and singular(near.head or "") == singular(part.head or "")
    sure = (close or most is not near) and (part.value or 0) <= _MUCH * (most.value or 0)
    yield _link(part, most, "inferred" if sure else "guessed", "more than all of the")


def _after_them(view: View) -> Iterator[Link]:
    for m in _THEM_FIRST.finditer(view.text):
        part = _number(view, holes.id_of(m[1]))
        if part.kind != "count" or part.value2 is not None:
            continue
        wholes = [w for w in _earlier(view, part, 1) if w.kind == "count" and w.value2 is None and not _single(w)
                  and not _compared(view, w)]
        fitting = [w for w in wholes if w.value is not None and part.value is not None and w.value >= part.value]
        if fitting or wholes:
            yield _link(part, (fitting or wholes)[0], "inferred" if len(wholes) == 1 else "guessed", "of them, part")


def _coordinated(view: View, whole: Mention) -> bool:
    """Whether another count is joined to this one, so that "them" may be both: "300 men and 40 women, 25 of them"."""
    before = view.reading.mentions[whole.id - 1] if whole.id else None
    if before is None or before.kind != "count" or before.sentence != whole.sentence:
        return False
    return _JOINED.search(view.words(before.end, _lead(whole))) is not None


def _compared(view: View, m: Mention) -> bool:
    """Whether it is what something else was compared with: "15% more than the 16,000"."""
    return _THAN.search(view.words(max(_lead(m) - 40, 0), _lead(m))) is not None


def _only(view: View, part: Mention) -> Mention | None:
    """The number that the article has always given before for what ``part`` is some of, if it has one and the same."""
    named = [m for m in _earlier(view, part, part.sentence) if m.kind == "count" and m.value2 is None and m.head]
    same = [m for m in named if same_heads(m, part, view.lexicon) and not m.change]
    if not same or len({m.value for m in same}) > 1 or _single(same[0]):
        return None
    by_name = [m for m in same if singular(m.head or "", view.lexicon) == singular(part.head or "", view.lexicon)]
    near = part.sentence - same[0].sentence <= _BACK and singular(part.head or "", view.lexicon) not in _VAGUE
    sure = len(same) > 1 or (by_name and near)
    return same[0] if sure else None


def _headlined(view: View, part: Mention) -> Mention | None:
    """The headline's count of what ``part`` is some of, if it has just one: "Twelve moons found", "ten of the moons"."""
    headline = view.article.headline
    if headline is None or part.paragraph == 0 or not part.head or singular(part.head, view.lexicon) in _VAGUE:
        return None
    same = [m for m in view.mentions(headline.start, headline.end) if m.kind == "count" and m.head and m.value2 is None
            and singular(m.head, view.lexicon) == singular(part.head, view.lexicon) and not m.change and not _single(m)]
    return same[0] if len(same) == 1 else None


def _in_that_role(view: View, part: Mention) -> Mention | None:
    """The persons counted just before in the same sentence, where the part is of "the occupants" or the like."""
    if not part.head or singular(part.head, view.lexicon) not in _ROLES:
        return None
    before = [m for m in _earlier(view, part, 0) if m.kind == "count"]
    if not before or not is_person(before[0].head, view.lexicon) or before[0].value2 is not None or _single(before[0]):
        return None
    return before[0]


def _undergone(view: View, part: Mention, noun: str) -> Mention | None:
    """"Twelve of those killed": the persons last counted in a sentence that has the same verb."""
    verb = _UNDERGONE.match(noun)
    if verb is None:
        return None
    for m in _earlier(view, part, _BACK):
        if m.kind == "count" and is_person(m.head, view.lexicon) and m.value2 is None and not _single(m) and not m.change:
            sentence = view.article.sentences[m.sentence]
            said = view.words(sentence.start, sentence.end)
            return m if (verb[1] or "aboard|on board") and re.search(verb[1] or "aboard|on board", said) else None
    return None


def _befallen(view: View, part: Mention, noun: str) -> Mention | None:
    """"Eleven of the dead": the persons that were last counted as killed."""
    fate = next((i for i, (said, _) in enumerate(_FATES) if re.match(rf"(?:{said})(?!\w)", noun)), None)
    if fate is None:
        return None
    for m in _earlier(view, part, 2):
        if m.kind != "count" or m.value2 is not None or _single(m) or m.change or m.id == part.id:
            continue
        if m.head and not is_person(m.head, view.lexicon):
            continue
        before, after = view.words(max(_lead(m) - 24, 0), _lead(m)), view.words(m.end, m.end + 40)
        told = [i for i, (_, verb) in enumerate(_FATES) if re.search(rf"(?<!\w)(?:{verb})\w*(?: [\w-]+){{0,2}} ?$", before)]
        told = told or [i for i, (_, verb) in enumerate(_FATES) if re.match(
            rf"^(?:[^{holes.MENTION_KINDS}{holes.SENTENCE_END},;]{{0,30}} )?(?:{verb})", after)]
        if fate in told:
            return m
    return None


def _alone(view: View, whole: Mention, part: Mention) -> bool:
    """Whether the sentence before counts just one thing, as its subject or object, and this one begins with some of them."""
    one, other = view.article.sentences[whole.sentence], view.article.sentences[part.sentence]
    said = [m for m in view.mentions(one.start, one.end) if m.kind == "count"]
    return len(said) == 1 and not whole.hedge and len(view.words(other.start, _lead(part))) < 12


def _earlier(view: View, part: Mention, back: int) -> Iterator[Mention]:
    """Numbers before ``part``, nearest first, no further back than ``back`` sentences."""
    for i in range(part.id - 1, max(part.id - 1 - _EARLIER, -1), -1):
        m = view.reading.mentions[i]
        if part.sentence - m.sentence > back:
            return
        yield m


def _single(m: Mention) -> bool:
    return m.value == 1 and m.value2 is None


def _lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start


def _number(view: View, i: int) -> Mention:
    m = view.mention(i)
    assert isinstance(m, Mention)
    return m


def _link(part: Mention, whole: Mention, confidence: str, via: str) -> Link:
    return Link("part-of", {"part": (part.id,), "whole": (whole.id,)}, confidence, via,
                min(part.start, whole.start), max(part.end, whole.end))
