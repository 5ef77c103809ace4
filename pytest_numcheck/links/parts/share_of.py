"""A part, its whole and the share that one is of the other: "of 1,250 polled, 450, or 36%", "60% of its £5 million"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...numbers.mention import Mention
from ..likeness.alike import could_hold, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AMOUNT = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_SHARE = f"[{holes.KIND['percent']}{holes.KIND['ratio']}]([{holes.MENTION_IDS}])"
_NOUN = f"(?:-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END}]{{1,60}}?{holes.NOUN_END})?"
_DET = (r"(?:the |its |their |his |her |our |a |an |all |all the |those |these |some |about |a total of |the total of |"
        r"the total )?")
_PLAIN = r"[^\W\d_]+(?:['.-][^\W\d_]+)*"
_FEW, _MANY = rf"(?: {_PLAIN}){{0,4}}?", rf"(?: {_PLAIN}){{0,7}}?"
_INTRO = (r"(?:(?:or|about|around|some|just|only|roughly|nearly|almost|that is|which is|i\.e\.,?|equal to|equivalent to|"
          r"representing|amounting to|with|a|an|for a) ?){0,3}")
_DASH = r"(?:[–—(]| - )"
_STAKE = r"(?: (?:stake|share|interest|holding|slice|portion))?"
_ENDS = f"(?= ?(?:in all|altogether|in total|[,–—).;{holes.SENTENCE_END}]|- ))"
#: "60% of its £5 million": behind the share, its whole
_OF = rf" ?of (?:{_DET}(?:{_PLAIN} ){{0,4}}?){_AMOUNT}"
_PART_SHARE_OF_WHOLE = re.compile(rf"{_AMOUNT}{_NOUN}{_FEW} ?(?:,|{_DASH}) ?{_INTRO}{_SHARE},?{_OF}")
_SHARE_OF_WHOLE_PART = re.compile(
    rf"{_SHARE}{_OF}{_NOUN}{_MANY} ?(?:,|{_DASH}|or) ?{_INTRO}{_AMOUNT}(?={_NOUN}{_ENDS[3:]}")
_PART_OF_WHOLE_SHARE = re.compile(
    rf"{_AMOUNT}{_NOUN} (?:out )?of {_DET}(?:{_PLAIN} ){{0,4}}?{_AMOUNT}{_NOUN}{_MANY} ?(?:,|{_DASH}) ?{_INTRO}{_SHARE}"
    rf"{_STAKE}{_ENDS}")
_SHARE_PART_OF_WHOLE = re.compile(
    rf"{_SHARE}(?: of{_MANY})? ?(?:,|{_DASH}) ?{_INTRO}{_AMOUNT}{_NOUN} (?:out )?of {_DET}(?:{_PLAIN} ){{0,3}}?{_AMOUNT}")
_PART_IS_SHARE = re.compile(
    rf"{_AMOUNT}{_NOUN}{_MANY} (?:is|was|are|were|equals|equalled|equaled|represents?|represented|makes? up|made up|"
    rf"accounts? for|accounted for|amounts? to|amounted to|comes? to|came to)(?: equal to| equivalent to)? {_INTRO}{_SHARE}{_OF}")
_THAT = r"(?:that|this|it|which) (?:is|was|are|were|makes|means|amounts to|represents|comes to|would be) "
_THAT_IS = re.compile(rf"{_THAT}{_INTRO}{_SHARE}{_OF}")
_THAT_IS_ALL = re.compile(rf"{_THAT}{_INTRO}{_SHARE}{_ENDS}")
_OR_SHARE = re.compile(
    rf"{_AMOUNT}{_NOUN}(?: of (?:them|these|those))? ?(?:, or|,(?= [{holes.KIND['percent']}])|{_DASH}) ?"
    rf"[\"']?{_INTRO}{_SHARE}{_ENDS}|"
    rf"{_AMOUNT}{_NOUN}(?: {_PLAIN}){{1,3}} ?(?:{_DASH}|, or) ?[\"']?{_INTRO}{_SHARE}{_ENDS}")
#: a number that the shares said after it are of
_SAMPLE = re.compile(
    rf"(?<!\w)(?:(?:surveys?|polls?|samples?|study|studies|panel|total|questionnaire|census) (?:\w+ )?(?:of|among|covering)|"
    rf"surveyed|polled|asked|questioned|interviewed|tested|examined|out of(?: a total of)?(?:,? say,)?|of) "
    rf"(?:more than |the |its |their |a total of |all )?{_AMOUNT}")
_OF_OTHER = re.compile(r"^ ?,? ?of (?!(?:them|those|these|the total|all|whom|which)(?!\w))")
#: how many sentences back, and how many numbers, the whole may stand
_REACH, _EARLIER = 2, 8
#: things that stand for those who filled them in
_FORMS = {"questionnaire", "interview", "response", "form", "household", "respondent"}


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links share-of(part, whole, share). ``links``: what restates and part-of already tie."""
    seen: set[tuple[int, int]] = set()
    links = list(links)
    grown = {(k.roles["new"], k.roles["old"]) for k in links if k.kind == "change" and {"old", "new"} <= k.roles.keys()}
    for link in (*_said(view), *_joined(view, links)):
        key = (link.roles["part"][0], link.roles["share"][0])
        if (link.roles["part"], link.roles["whole"]) in grown:
            continue  # "to 2.6m shares, or 40% of the total, from 2.3m": the whole is not told
        if key not in seen:
            seen.add(key)
            yield link


def _said(view: View) -> Iterator[Link]:
    """The three of them in one phrase."""
    text = view.text
    if not any(holes.KIND[k] in text for k in ("percent", "ratio")):
        return
    for pattern, (p, w, s) in ((_PART_SHARE_OF_WHOLE, (1, 3, 2)), (_SHARE_OF_WHOLE_PART, (3, 2, 1)),
                               (_PART_OF_WHOLE_SHARE, (1, 2, 3)), (_SHARE_PART_OF_WHOLE, (2, 3, 1)),
                               (_PART_IS_SHARE, (1, 3, 2))):
        at = 0
        while (m := pattern.search(text, at)) is not None:
            at = m.start() + 1
            part, whole, share = (_number(view, m[i]) for i in (p, w, s))
            if _may(view, part, whole, share, tied=True):
                yield _link(part, whole, share, "stated", "one phrase")
    for m in _THAT_IS.finditer(text):
        share, whole = _number(view, m[1]), _number(view, m[2])
        earlier = [e for e in view.reading.mentions[max(share.id - 6, 0):share.id]
                   if same_measure(e, whole) and share.sentence - e.sentence <= 1]
        if earlier and _may(view, earlier[-1], whole, share, tied=True):
            yield _link(earlier[-1], whole, share, "stated" if len(earlier) == 1 else "inferred", "that is a share of")


def _joined(view: View, links: list[Link]) -> Iterator[Link]:
    """A part said again as a share, and the whole that other words tie it to, or that a survey names."""
    tied = [k for k in links if k.kind == "part-of"]
    wholes = {k.roles["part"][0]: (k.roles["whole"][0], k.confidence) for k in tied}
    holds = {k.roles["whole"][0] for k in tied if k.confidence == "stated"} - set(wholes)
    samples = [_number(view, m[1]) for m in _SAMPLE.finditer(view.text)]
    pairs = [*_pairs(view, links), *_bare(view)]
    shared = {part.id for _, part in pairs}
    for share, part in pairs:
        if part.id in holds or _OF_OTHER.match(view.words(share.end, share.end + 40)):
            continue
        if part.id in wholes:
            whole = view.mention(wholes[part.id][0])
            assert isinstance(whole, Mention)
            if _may(view, part, whole, share):
                sure = "stated" if wholes[part.id][1] == "stated" else "inferred"
                rival = _rival(view, part, whole) and not _fits(part, whole, share)
                yield _link(part, whole, share, "guessed" if rival else sure, "a part and its share")
            continue
        near = [w for w in samples if w.end <= min(part.start, share.start) and part.sentence - w.sentence <= _REACH
                and w.paragraph == part.paragraph and _may(view, part, w, share)]
        if near and len({w.value for w in near}) == 1:
            same = near[-1].sentence == part.sentence
            rival = _rival(view, part, near[-1]) and not _fits(part, near[-1], share)
            sure = "guessed" if rival else "stated" if same else "inferred"
            yield _link(part, near[-1], share, sure, "a part of those asked, and its share")
        elif not near:
            yield from _counted_before(view, part, share, shared)


def _rival(view: View, part: Mention, whole: Mention) -> bool:
    """Whether another amount near by could as well be what the share is of: "3.2 billion of 6 billion, with 1.4 (43%) in …"."""
    near = view.reading.mentions[max(min(part.id, whole.id) - 2, 0):max(part.id, whole.id)]
    return any(m.id not in (part.id, whole.id) and m.sentence in (part.sentence, whole.sentence) and same_measure(m, part)
               and (m.value or 0) * m.scale > (part.value or 0) * part.scale for m in near)


def _counted_before(view: View, part: Mention, share: Mention, shared: set[int]) -> Iterator[Link]:
    """The whole of a part that is said again as a share, where no words name it: a count of such things just before.

    One that fits is taken; else the only one there is.
    """
    if part.kind != "count" or share.kind != "percent" or part.change or share.change:
        return
    found = [m for m in view.reading.mentions[max(part.id - _EARLIER, 0):part.id]
             if m.kind == "count" and m.hedge is None and part.sentence - m.sentence <= _REACH and (m.value or 0) > 1 and m.head
             and (m.value or 0) > (part.value or 0)
             and m.id not in shared and m.paragraph == part.paragraph and _may(view, part, m, share, tied=m.head in _FORMS)]
    fitting = [m for m in found if _fits(part, m, share)]
    if fitting or len({m.value for m in found}) == 1:
        yield _link(part, (fitting or found)[-1], share, "inferred", "the count just before, and its share")


def _fits(part: Mention, whole: Mention, share: Mention) -> bool:
    one, two, third = part.base(), whole.base(), share.base()
    return one is not None and two is not None and third is not None and two.low > 0 and (
        one.low / two.high <= third.high and one.high / two.low >= third.low)


def _pairs(view: View, links: list[Link]) -> Iterator[tuple[Mention, Mention]]:
    """Each share and the amount that it says again."""
    for link in links:
        if link.kind != "restates" or link.confidence == "guessed":
            continue
        a, b = (view.mention(link.roles[r][0]) for r in ("a", "b"))
        assert isinstance(a, Mention)
        assert isinstance(b, Mention)
        share, part = (a, b) if a.kind in ("percent", "ratio") else (b, a)
        if share.kind in ("percent", "ratio") and part.kind not in ("percent", "ratio"):
            yield share, part


def _bare(view: View) -> Iterator[tuple[Mention, Mention]]:
    """"Twelve, or a third, …", "We have 65. So that is ten percent.": the share and the number before it."""
    for m in _OR_SHARE.finditer(view.text):
        yield _number(view, m[2] or m[4]), _number(view, m[1] or m[3])
    for m in _THAT_IS_ALL.finditer(view.text):
        share = _number(view, m[1])
        before = view.reading.mentions[share.id - 1] if share.id else None
        if before is not None and before.kind in ("count", "money") and share.sentence - before.sentence <= 1:
            yield share, before


def _may(view: View, part: Mention, whole: Mention, share: Mention, *, tied: bool = False) -> bool:
    """Whether the three could be such; ``tied``: the words leave no doubt, whatever the nouns."""
    if len({part.id, whole.id, share.id}) < 3 or part.kind in ("percent", "ratio", "multiplier", "ordinal", "score"):
        return False
    if any(m.value is None or m.value2 is not None for m in (part, whole)) or share.value is None:
        return False
    if whole.value == 1 and whole.kind == "count":
        return False  # "one receipt represents 0.75 percent of one share": a rate
    if not tied and (part.change in ("up", "down") or share.change in ("up", "down")):
        return False
    if not (same_measure(whole, part) if tied else could_hold(whole, part, view.lexicon)) or not whole.value:
        return False
    return part.value is not None and (part.kind != "count" or part.value > 0)


def _link(part: Mention, whole: Mention, share: Mention, confidence: str, via: str) -> Link:
    three = (part, whole, share)
    return Link("share-of", {"part": (part.id,), "whole": (whole.id,), "share": (share.id,)}, confidence, via,
                min(m.start for m in three), max(m.end for m in three))


def _number(view: View, char: str) -> Mention:
    m = view.mention(holes.id_of(char))
    assert isinstance(m, Mention)
    return m
