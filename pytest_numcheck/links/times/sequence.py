"""Two dates of which the words say that the one comes first: "joined in 1975 and stayed until 1982", "died in 1990 before …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View

#: how far apart the two may stand, and how much before the first is read
_FAR, _LEAD = 150, 110
_SEASON = r"(?:summer|spring|autumn|fall|winter|start|end|beginning|middle)"
_AT = (rf"(?:in|on|by|of|from|during|around|at)(?: (?:early|late|mid|about|(?:the )?{_SEASON} of|(?:mon|tues|wednes|thurs|fri|"
       r"satur|sun)day,?))*[ -]?\Z")
_PLACED = re.compile(rf"(?<![\w-])(?:{_AT}|since \Z)|\A[\"' ]*\Z")
_ON = re.compile(rf"(?<![\w-]){_AT}")
_UNTIL = re.compile(rf"(?<!not )(?<!\w)(?:until|till)(?: (?:early|late|mid|\w+day,?))*[ -]?\Z"
                    rf"|(?<!not )(?<!\w)(?:until|till) (?:his|her|its|their|the|an?|it|he|she|they) [^,.;:()\"]{{2,60}} {_AT}")
_STAYED = re.compile(r",? (?:and|but|then|where)\b|remain|stay|serv|continu|\A (?:until|till)\b")
_BEFORE = re.compile(rf"(?<!\w)before (?:(?:he|she|it|they|his|her|its|their|being|the) )?[^,.;:()\"]{{2,70}} {_AT}")
_NOT_BEFORE = re.compile(r"\b(?:not|never|than|long|ever|as|years?|months?|weeks?|days?|decades?|night|day) before\b|"
                         r"before (?:that|this|which|the court|an? |judges?|parliament|congress)\b")
_AFTER = re.compile(rf"(?<!\w)(?:after|following) [^,.;:()\"]{{2,70}} {_AT}")
_NOT_AFTER = re.compile(r"\b(?:and|but|then|named|called|soon|shortly|look\w*|years?|days?|weeks?|months?|sought|until|till|ever|"
                        r"only|immediately|go|went|came) (?:after|following)\b|following suit|"
                        r"\bafter (?:that|this|which|all|school|dark)\b")
_HAD = re.compile(rf"(?<!\w)had (?:already |earlier |previously |first |also |been |never |once )*(?!been )\w+(?:ed|en|ne|wn|ld|"
                  rf"ght|pt|nt|rn|ft|un|ut|et|me|ost) [^,.;:()\"]{{0,60}}?{_AT}")
_NOT_HAD = re.compile(r"\bhad (?:been )?(?:due|scheduled|planned|expected|meant|intended|supposed|slated|told|given|hoped|wanted|"
                      r"set|ordered|decided|agreed|vowed|an?|to|the|no|not|one|predicted|forecast|projected|it|he|she|they|sought|"
                      r"asked|actually)\b")
_WILL = re.compile(rf"(?<!\w)(?:would(?! have)|will|to be|is due|was due|due|planned|plans|scheduled|set) "
                   rf"[^.;:()\"]{{2,90}} {_AT}")
_OPENS = re.compile(r"\A[\"' ]*(after|following|before)(?! (?:that|this|which|all)\b) [^,;:()\"]{2,70}\Z")
_NOT_SAID = re.compile(r"[;()\"\d]| (?:while|whereas|compared|than|whose|unlike|although|though|like|or|as|if|versus|against) ")
#: between "and" and a verb of its own
_AND = re.compile(r"(?:\A|,| )(?:and|but|then|and then),?(?: (?:he|she|it|they|who|which|that|the (?:pair|couple|company|firm)))?"
                  r"(?: (?:was|were|has been|had been|being|later|then|subsequently|eventually|finally|initially|only|also|soon|"
                  r"again|\w+ly))* \Z|\A,(?: (?:was|were|later|eventually|finally|\w+ly))* \Z")
_JOINED = re.compile(r"\b(?:and|but|then) (?:(?:he|she|it|they|who|which) )?(?=(?:was|were|had|has|is|later|then|"
                     r"\w+(?:ed|ew|ent|ook|ame|ot|an|old|eft|ave|ade|ost|ought|ose|oke|ell))\b)")
_BACK = re.compile(r"\b(?:(?:dat|go|stretch|reach)(?:ing|es|s|ed)(?: all the way)? back to|since)(?: at least)?"
                   r"(?: (?:early|late|mid))*[ -]?\Z")
#: "On A he left Delhi and on B he left Dubai"
_PARALLEL = re.compile(r"\A,? (he|she|they|it|the \w+) [^,.;:()\"]{2,70},? (?:and|but)(?: then)? on \Z")
_EXPECTED = re.compile(r"\b(?:expected|scheduled|due|planned|originally|initially|will|would|until|till|deadline|supposed|"
                       r"(?:was|were|is|are|had) to|meant) ")
_OTHER_TIME = re.compile(r"\b(?:that|who|which|where|when|born|had|since|will|would|due|expected|scheduled|planned|set|"
                         r"originally|instead|rather|earlier|previously|before|after|following|from)\b")
_FIRST = re.compile(r"(?<!\w)(?:the|its|his|her|their) first (?!\w+ (?:to|who|since))[^,;.]*\Z")
_SECOND = re.compile(r"(?:,| and|, and) (?:the|a|its|his|her|their) (?:second|third|next|latest|most recent)\b")
_FRONTED = re.compile(r"[\"' ]*(?:then,? |later,? |but |and )?(?:in|on|by)(?: (?:late|early)|(?: \w+day,?))? \Z")
_LATER_NOT = re.compile(r"\b(?:would|had|that|who|which|says?|said|recalled|the (?:then|next))\b|until|since")


class _Words(NamedTuple):
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    announces: re.Pattern[str]
    then: re.Pattern[str]
    listed: re.Pattern[str]
    going_on: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    table = lexicon.table("sequences")
    return _Words(*(re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(str(w)) for w in sorted(table[k], key=lambda w: -len(w)))
                               + r")(?![\w-])") for k in _Words._fields))


def find(view: View) -> Iterator[Link]:
    """Links sequence(first, then)."""
    dates = [m for m in view.reading.mentions if m.kind in ("date", "year") and _single(m)]
    for a, b in pairwise(dates):
        if b.sentence - a.sentence > 1 or b.paragraph != a.paragraph or not 1 < b.start - a.end < 3 * _FAR or not _alike(a, b):
            continue
        found = _within(view, a, b) if a.sentence == b.sentence else _goes_on(view, a, b)
        if found is not None:
            first, then, via, confidence = found
            yield Link("sequence", {"first": (first.id,), "then": (then.id,)}, confidence, via, a.start, b.end)


_Found = tuple[Mention, Mention, str, str]


def _single(m: Mention) -> bool:
    at = m.moment
    return (at is not None and at.possible and m.hedge is None and (at.end_year, at.end_month, at.end_day) == (None, None, None)
            and at.grain in ("day", "month", "year"))


def _alike(a: Mention, b: Mention) -> bool:
    """Whether one can be told to be before the other: both with a year, or both days without one."""
    one, two = a.moment, b.moment
    if one is None or two is None:
        return False
    if one.year is not None and two.year is not None:
        return True
    return one.year is two.year is None and None not in (one.day, one.month, two.day, two.month)


def _within(view: View, a: Mention, b: Mention) -> _Found | None:
    """What one sentence tells of its two dates."""
    if b.start - a.end > _FAR:
        return None
    sentence = view.article.sentences[a.sentence]
    lead = view.plain(max(sentence.start, a.start - _LEAD), a.start)
    gap = view.plain(a.end, b.start)
    if _NOT_SAID.search(gap) or not _PLACED.search(lead):
        return None
    if opened := _OPENS.match(view.plain(sentence.start, a.start)):
        if gap.startswith(", ") and _ON.search(gap) and not _OTHER_TIME.search(gap):
            return (b, a, "before a, b", "inferred") if opened[1] == "before" else (a, b, "after a, b", "inferred")
        return None
    if _UNTIL.search(gap):
        return (a, b, "until", "inferred") if _STAYED.search(gap) else None
    if not _ON.search(gap) and not _BACK.search(gap):
        return None
    if _BEFORE.search(gap) and not _NOT_BEFORE.search(gap):
        return a, b, "before", "inferred"
    joined = _JOINED.search(gap)
    if _BACK.search(gap) and not joined and " and " not in gap and " but " not in gap:
        return b, a, "since", "inferred"
    if _AFTER.search(gap) and not _NOT_AFTER.search(gap) and not joined:
        return b, a, "after", "inferred"
    if _AFTER.search(gap) and not _NOT_AFTER.search(gap) and joined and gap[:joined.start()].strip() in ("", ","):
        return a, b, "and after", "inferred"
    if _HAD.search(gap) and not _NOT_HAD.search(gap) and not (joined and gap[joined.end():].startswith("had ")):
        return b, a, "had", "inferred"
    words = _words(view.lexicon)
    told = words.announces.search(lead[-60:]) or (
        _FRONTED.fullmatch(lead) and words.announces.search(gap.split(" that ")[0][:60]))
    if told and _WILL.search(gap):
        return a, b, "announced", "inferred"
    return _coordinated(words, a, b, lead, gap)


def _coordinated(words: _Words, a: Mention, b: Mention, lead: str, gap: str) -> _Found | None:
    """"Founded in 1907 and taken over in 1967", "passed the exam in 1976, joining the bar in 1980"."""
    if _OTHER_TIME.search(gap.removeprefix(", who").removeprefix(", which")):
        return None
    begun = words.begins.search(lead[-60:]) or words.begins.search(re.split(r",| and | but ", gap)[0])
    for verb in words.ends.finditer(gap):
        if _AND.search(gap[:verb.start()]) and (begun or not words.listed.search(gap)):
            return a, b, "and", "inferred"
    if begun and any(_AND.search(gap[:verb.start()]) for verb in words.begins.finditer(gap)):
        return a, b, "and", "guessed"
    if _FIRST.search(lead) and _SECOND.search(gap):
        return a, b, "first and second", "inferred"
    going = words.going_on.search(gap)
    if going and gap[:going.start()].endswith((", ", " and ")):
        return a, b, "going on", "inferred"
    if words.then.search(gap):
        return a, b, "then", "inferred" if begun else "guessed"
    days = a.moment and b.moment and a.moment.day and b.moment.day
    if days and _PARALLEL.match(gap) and _FRONTED.fullmatch(lead):
        return a, b, "two days", "inferred"
    if days and re.search(r",| and | but ", gap) and not _EXPECTED.search(lead):
        return a, b, "two days", "guessed"
    return None


def _goes_on(view: View, a: Mention, b: Mention) -> _Found | None:
    """"It appeared on August 11. It was next listed on August 26."; two sentences that open with dates."""
    one, two = view.article.sentences[a.sentence], view.article.sentences[b.sentence]
    before, lead = view.plain(one.start, a.start), view.plain(two.start, b.start)
    if len(lead) > _LEAD or not _PLACED.search(before[-_LEAD:]) or not _ON.search(lead) or _NOT_SAID.search(lead):
        return None
    days = bool(a.moment and b.moment and a.moment.day and b.moment.day)
    if _FRONTED.fullmatch(lead) and (_FRONTED.fullmatch(before) or (days and not _OTHER_TIME.search(before))):
        return a, b, "opening with dates", "guessed"
    said = _words(view.lexicon).then.search(lead)
    if said and not _LATER_NOT.search(lead):
        return a, b, "then", "guessed"
    return None
