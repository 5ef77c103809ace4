"""Two numbers of which the words say that one is the larger: "95 minutes, longer than the 90 …", "beating the record of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..likeness.alike import same_heads
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .levels import comparable

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_NP = (r"((?:(?!(?:and|or|but|if|when|who|which|that|would|will|could|twice|half"
       r"|expected)(?!\w))[^\W_]+(?:['’-][^\W_]+)*,? ?){0,8}?)")
#: "higher than for those in their forties, who scored an average of": the number stands in a clause of its own
_THOSE = (rf"(?:for|in|among|at|with|that (?:of|for)|those) (?:[^.;:,{holes.SENTENCE_END}]{{1,60}}),? (?:who|which"
    rf"|where|whose|with|at)"
          rf"(?: (?!(?:and|but)(?!\w))[^\W_]+){{0,5}} (?:of|at|is|was|were|scored|averaged|had|have|has|earned?|paid?|took) ")
#: "than Malham Green, its rival, which has"
_WHICH = (r"(?:(?!(?:and|or|but|if|when)(?!\w))[^\W\d_]+(?:['-][^\W\d_]+)* ?){1,4},(?: [^.;:,]{1,50},)? (?:which|who|where)"
          r" (?:has|had|have|is|was|were|gets?|got|took|takes|scored|earns?|earned|sold|sells|made|makes) ")
_NOT = re.compile(r"(?<!\w)(?:not|no|never|nor|hardly|rather|if|whether|unless|should|could|might|may|can|must|cannot"
    r"|neither|any|would|\w+n't)(?!\w)[^,;]*$")
_BARE = re.compile(r"^-?(?: ?(?:(?:of|per) )?[^\W\d_]+){0,3} ?$")
_VERB = re.compile(
    r"(?<!\w)(?:is|are|was|were|be|been|has|have|had|remains?|remained|stood|stands|came|comes|still|also|"
    r"[^\W\d_]{2,}(?:ed|ing))(?!\w)|[,(–—-]")
#: a sentence that takes up the number of the one before: "This is …"
OPENS = re.compile(
    r"^[\"']?(?:this|that|it|they|which|the (?:figure|total|sum|result|amount|number|time|haul|turnout|score|offer"
    r"|price|bid|toll|rate|level))"
    r"(?: (?:is|was|are|were|far|well|easily|comfortably|narrowly|has|had|also|just|significantly|considerably|much)){0,3} ?$")
_RECORD = re.compile(
    rf"(?<!\w)(?:beat|beats|beating|broke|breaks|breaking|bettered|bettering|eclipsed|eclipsing|smashed|smashing"
    rf"|surpassed|surpassing|topped|topping|shattered|shattering)"
    rf"(?: [^\W\d_]+(?:'s)?){{0,4}} (?:record|best|mark|high)(?: [^\W\d_]+(?:'s)?){{0,5}}? ?(?:,|of|at|which was"
    rf"|set at|,? which stood at)? ?{_HOLE}")
_PREVIOUS = re.compile(
    rf"(?<!\w)(?:previous|old|former|earlier|existing|prior|last)(?: [^\W\d_]+){{0,3}} (?:record|best|mark"
    rf"|high)(?: [^\W\d_]+){{0,4}}?"
    rf"(?:,? (?:which|that))? ?(?:was|is|of|stood at|,|had been|has been|were)(?: (?:a|an|the|set at|only|just))? ?{_HOLE}")
_BAD = re.compile(r"(?<!\w)(?:deficits?|loss|losses|shortfall|unemployment|jobless\w*|inflation|deaths?|toll|debts?|crimes?"
                  r"|murders?|waits?|delays?|casualties|infections|accidents|arrears|errors)(?!\w)")
_GOOD = re.compile(r"(?<!\w)(?:profits?|surplus|surpluses|earnings|income|sales|revenues?|growth|turnover|yields?|harvests?"
                   r"|crops?|attendance|turnout|scores?|output|production|exports|margins?)(?!\w)")
_RACE = re.compile(r"(?<!\w)(?:swam|swim|swimmer|ran|run|runner|race|raced|lap|sprint|clocked|fastest|quickest|faster"
    r"|finish\w*|relay|marathon|crossed|rowed|cycled|time of|won)(?!\w)")
_UNLIKE = re.compile(r"(?<!\w)(?:lows?|lowest|smallest|fewest|below|under|shy|off|down|equal\w*"
    r"|missed|fail\w*|short of|tied|not|youngest|oldest)(?!\w)")
_LONG = re.compile(r"(?<!\w)(?:longest|longer|lasted|lasting|endurance|stayed|held|spent|without)(?!\w)")


#: one of several set beside several: "8,000 in the first week and 13,000 in the second … 5,000 in a day and 20,000 in a week"
_LISTED = re.compile(rf"[^.;,]{{0,40}} and (?:the )?[{holes.MENTION_KINDS}]")
#: a clause of its own, with another subject: "was under 500 throughout May, it has surpassed 1,000"
_ITS_OWN = re.compile(r", (?:it|they|he|she|we)(?: now)? (?:has|have|had)(?!\w)")
_NEVER = frozenset(["ordinal", "multiplier", "ratio", "year", "date", "clock", "score", "percent-point"])


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    seen: set[frozenset[int]] = set()
    for link in (*_said(view), *_records(view)):
        pair = frozenset(link.ids)
        if pair not in seen and len(pair) == 2:
            seen.add(pair)
            yield link


def _said(view: View) -> Iterator[Link]:
    pattern, up, cues = _pattern(view.lexicon)
    for m in _matches(view, pattern, cues):
        other = view.mention(holes.id_of(m[m.lastindex or 0]))
        assert isinstance(other, Mention)
        word = m["than"] or m["verb"] or m["worth"]
        floor = view.to_view(view.article.sentences[other.sentence].start)
        before = view.text[floor:m.start()]
        if _NOT.search(before[-45:]):
            continue
        sign = 1 if word in up else -1
        if m["worth"]:
            sign = _worth(m["worth"], before)
            if not sign:
                continue
        if m["speed"]:
            sign = 1 if other.kind == "speed" else -1
            if other.kind not in ("speed", "duration"):
                continue
            sign = sign if m["speed"] == "faster" else -sign
        first = _first(view, other, m.start(), before)
        if first is not None:
            listed = _LISTED.match(view.bare(other.end, other.end + 60)) and _LISTED.search(
                view.bare(max(first[0].lead - 60, 0), first[0].end))
            yield _link(first[0], other, sign, "guessed" if listed else first[1], word or m["speed"])


def _worth(word: str, before: str) -> int:
    """Whether worse is more: 1 of deficits, losses and deaths, -1 of profits and sales, 0 where the words do not tell."""
    bad, good = (max((m.start() for m in pattern.finditer(before)), default=-1) for pattern in (_BAD, _GOOD))
    return 0 if bad == good else (1 if word == "worse" else -1) * (1 if bad > good else -1)


def _matches(view: View, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Matches in the sentences that hold one of the cue words."""
    rows: set[int] = set()
    for cue in cues:
        rows |= view.sentences_with(cue)
    for row in sorted(rows):
        yield from pattern.finditer(view.text, *view.spans[row])


def _first(view: View, other: Mention, at: int, before: str) -> tuple[Mention, str] | None:
    """The number that is compared, before the words of comparison: in the sentence, or alone in the one before."""
    start, sentence = view.to_prose(at), view.article.sentences[other.sentence]
    earlier_ones = view.mentions(sentence.start, start)
    if earlier_ones and earlier_ones[-1].value2 is None and earlier_ones[-1].kind not in ("date", "year", "ordinal", "clock"):
        gap = view.words(earlier_ones[-1].end, start)
        if _BARE.match(gap) and not _VERB.search(gap):
            return None  # "12 more than the 177": a difference, of whatever measure
    row = [m for m in earlier_ones if _alike(view, m, other)]
    if row:
        m = row[-1]
        gap = view.words(m.end, start)
        if len(gap) > 110 or _ITS_OWN.search(f"{gap}{view.words(start, other.lead)}"):
            return None
        if re.search(r"[;:]|(?<!\w)(?:and|but|while|whereas|when|because)(?!\w)", gap):
            return None
        return (m, "stated") if len(gap) < (60 if len(row) == 1 else 25) else (m, "inferred")
    if not OPENS.match(before) or not other.sentence:
        return None
    earlier = view.article.sentences[other.sentence - 1]
    if sentence.paragraph - earlier.paragraph > 1:
        return None
    fits = [m for m in view.mentions(earlier.start, earlier.end) if _alike(view, m, other)]
    return (fits[0], "inferred") if len(fits) == 1 else None


def _records(view: View) -> Iterator[Link]:
    """What beat a record against the record that it beat."""
    for pattern in (_RECORD, _PREVIOUS):
        for m in _matches(view, pattern, ("record", "best", "mark")):
            old = view.mention(holes.id_of(m[1]))
            if not isinstance(old, Mention) or old.value2 is not None or old.kind in ("year", "date", "ordinal", "age", "clock"):
                continue
            said = view.plain(view.article.sentences[max(old.sentence - 1, 0)].start, view.article.sentences[old.sentence].end)
            sign = 1
            if old.kind == "duration":
                sign = -1 if _RACE.search(said) and not _LONG.search(said) else 0
            own = view.plain(view.article.sentences[old.sentence].start, view.article.sentences[old.sentence].end)
            if not sign or _UNLIKE.search(own):
                continue
            new = _beats(view, old, view.to_prose(m.start()), 0 if pattern is _RECORD else 3)
            if new is not None:
                yield _link(new, old, sign, "stated" if new.sentence == old.sentence else "inferred", "record")


def _beats(view: View, old: Mention, at: int, back: int) -> Mention | None:
    """The one figure (it may be said again) before the record in its sentence or, ``back`` sentences up, with "record"."""
    first = max(old.sentence - back, 0)
    if back and "record" not in view.plain(view.article.sentences[first].start, at):
        return None
    fits = [m for m in view.mentions(view.article.sentences[first].start, at) if _alike(view, m, old) and m.change is None]
    near = [m for m in fits if m.sentence == old.sentence] or fits
    return near[-1] if near and len({round(m.value or 0, -int(len(str(int(m.value or 0))) - 2)) for m in near}) == 1 else None


def _alike(view: View, m: Mention, other: Mention) -> bool:
    return (comparable(m, other) and (m.kind == "age") == (other.kind == "age")
            and m.value2 is None and other.value2 is None and m.value is not None and m.kind not in _NEVER
            and same_heads(m, other, view.lexicon) is not False)


def _link(first: Mention, other: Mention, sign: int, confidence: str, via: str) -> Link:
    more, less = (first, other) if sign > 0 else (other, first)
    return Link("compared", {"more": (more.id,), "less": (less.id,)}, confidence, via, min(first.start, other.start),
                max(first.end, other.end), sign)


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str], tuple[str, ...]]:
    up, down = lexicon.list("comparative-up"), lexicon.list("comparative-down")
    over, under = lexicon.list("exceed"), lexicon.list("short-of")
    than = "|".join(re.escape(w) for w in (*up, *down))
    verb = "|".join(sorted((re.escape(w) for w in (*over, *under)), key=len, reverse=True))
    pattern = (rf"(?<![\w-])(?:(?:(?P<than>{than})|(?P<speed>faster|slower)|(?P<worth>worse|better)) than"
        rf"|(?P<verb>{verb}))(?!\w) ?(?:{_THOSE}|{_WHICH}|{_NP}){_HOLE}")
    last = [[w for w in entry.split() if w not in ("of", "on")][-1] for entry in (*over, *under)]
    cues = sorted({"than", *last})
    return re.compile(pattern), frozenset((*up, *over)), tuple(cues)
