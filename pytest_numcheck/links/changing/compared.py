"""Two numbers of which the words say that one is the larger: "95 minutes, longer than the 90 …", "beating the record of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import KINDS, Mention
from ..clauses.ways import worth
from ..model import Link
from ..prose import holes
from ..prose.view import View
from ..prose.wording import any_of
from . import belittled, expected, ranked, up_but_down
from .ordered import NEVER, alike, ordered, sought
from .records import heights, raced, records

_HOLE = f"[{''.join(holes.KIND[k] for k in KINDS if k not in NEVER)}]([{holes.MENTION_IDS}])"
_MARK = f"[\ue080-\ue0ef{holes.CUE_END}{holes.CUE_IDS}]*+"
#: "well above 2003's", "less than last year's"
_WHEN = f"[{holes.KIND['date']}{holes.KIND['year']}][{holes.MENTION_IDS}]{_MARK}(?:'s)?,? "
_NP = (rf"((?:{_WHEN}|{_MARK}(?!(?:and|or|but|if|when|who|which|that|would|will|could|twice|half|by"
       rf"|expected)(?!\w))[^\W_]++(?:['’-][^\W_]++)*+{_MARK},? ?){{0,8}}?\(?)")
#: "higher than for those in their forties, who scored an average of": the number stands in a clause of its own
_THOSE = (rf"(?:for|in|among|at|with|that (?:of|for)|those) (?:[^.;:,{holes.SENTENCE_END}]{{1,60}}),? (?:who|which"
    rf"|where|whose|with|at)"
          rf"(?: (?!(?:and|but)(?!\w))[^\W_]+){{0,5}} (?:of|at|is|was|were|scored|averaged|had|have|has|earned?|paid?|took) ")
#: "than Malham Green, its rival, which has"
_WHICH = (r"(?:(?!(?:and|or|but|if|when)(?!\w))[^\W\d_]++(?:['-][^\W\d_]++)*+ ?){1,4},(?: [^.;:,]{1,50},)? (?:which|who|where)"
          r" (?:has|had|have|is|was|were|gets?|got|took|takes|scored|earns?|earned|sold|sells|made|makes) ")
_NOT = re.compile(r"(?<!\w)(?:not|no|never|nor|hardly|rather|if|whether|unless|should|could|might|may|can|must|cannot"
    r"|neither|any|would|\w+n't)(?!\w)[^,;]*$")
_BARE = re.compile(r"^-?(?: ?(?:(?:of|per) )?[^\W\d_]++){0,3} ?$")
_VERB = re.compile(
    r"(?<!\w)(?:is|are|was|were|be|been|has|have|had|remains?|remained|stood|stands|came|comes|still|also|"
    r"[^\W\d_]{2,}(?:ed|ing))(?!\w)|[,(–—-]")
#: a sentence that takes up the number of the one before: "This is …"
OPENS = re.compile(
    r"^[\"']?(?:this|that|it|they|which|the (?:figure|total|sum|result|amount|number|time|haul|turnout|score|offer"
    r"|price|bid|toll|rate|level))(?:'s)?"
    r"(?: (?:is|was|are|were|far|well|easily|comfortably|narrowly|has|had|also|just|significantly|considerably|much|still"
    r"|slightly|only|even|came in|comes|remains|and|to))*? ?$")
#: words of a phrase by which no sentence is found; words that set a number against what it is above or below of
_SMALL = frozenset(["of", "on", "by", "the", "its", "a", "their"])
_LEVELS = ("above", "over", "below", "under", "beneath")
_OTHERS = (heights, belittled.find, ranked.find, expected.find, up_but_down.find)
#: one of several set beside several: "8,000 in the first week and 13,000 in the second … 5,000 in a day and 20,000 in a week"
_LISTED = re.compile(rf"[^.;,]{{0,40}} and (?:the )?[{holes.MENTION_KINDS}]")
#: a clause of its own, with another subject: "was under 500 throughout May, it has surpassed 1,000"
_ITS_OWN = re.compile(r", (?:it|they|he|she|we)(?: now)? (?:has|have|had)(?!\w)")


#: verbs: "17% surpassing 12%"; not "short of", "ahead of", which may follow the size of a difference
_ACTS = re.compile(r"[^\W\d_]+(?:ing|ed|s)(?!\w)|beat|exceed|surpass|outs(?:old|pent)|overshot|overtook|und")
#: "faster than predicted and well above"
_ALSO = re.compile(r",? [^\W\d_]+ than [^\W\d_]+ and $|(?<=,) and $")
#: "165 homes, 12 fewer than": what stands between a number and the difference from another
_APPOSED = re.compile(r"^(?: [^\W\d_]+){0,3}(?:,| ?[–—(-]) ?(?:or |some |about |nearly |just |only |almost )?$")
#: what is ranked by its place: the smaller, the better
_PLACE = re.compile(r"(?<!\w)(?:place|number|no\.?|rank|ranked|position|spot|seed|seeded)(?: in| at)? $")


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    seen: set[frozenset[int]] = set()
    for link in (*_said(view), *records(view), *(k for others in _OTHERS for k in others(view))):
        pair = frozenset(link.ids)
        if pair not in seen and len(pair) == 2:
            seen.add(pair)
            yield link


def _said(view: View) -> Iterator[Link]:
    pattern, up, cues = _pattern(view.lexicon)
    for m in sought(view, pattern, cues):
        other = view.mention(holes.id_of(m[m.lastindex or 0]))
        assert isinstance(other, Mention)
        word = m["than"] or m["verb"] or m["worth"] or m["level"]
        floor = view.to_view(view.article.sentences[other.sentence].start)
        before = view.text[floor:m.start()]
        if _NOT.search(before[-45:]):
            continue
        sign = 1 if word in up else -1
        if m["level"] and "," in m[0]:
            continue
        if m["verb"] and raced(view, other):
            continue  # who beats another's time has the shorter one
        if m["worth"]:
            sign = worth(view.lexicon, before) * (1 if m["worth"] == "worse" else -1)
            if not sign:
                continue
        if m["speed"]:
            sign = -1 if other.kind == "duration" else 1
            if other.kind not in ("speed", "duration", "percent"):
                continue
            sign = sign if m["speed"] == "faster" else -sign
        acts = bool(m["verb"] and _ACTS.match(m["verb"]))
        first = _first(view, other, m.start(), before, acts)
        if first is not None and (m["level"] or m["speed"]) and other.kind == "percent" and not _both(first[0], other):
            continue  # "climbed 3% to stand above the 5% mark"
        if first is not None:
            listed = _LISTED.match(view.bare(other.end, other.end + 60)) and _LISTED.search(
                view.bare(max(first[0].lead - 60, 0), first[0].end))
            yield ordered(first[0], other, sign, "guessed" if listed else first[1], word or m["speed"])


def _both(a: Mention, b: Mention) -> bool:
    """Whether two percentages are both sizes of a change, or both levels; with a size, a level may be one unsaid."""
    return a.change not in ("up", "down") or b.change in ("up", "down", None)


def _first(view: View, other: Mention, at: int, before: str, acts: bool) -> tuple[Mention, str] | None:
    """The number that is compared, before the words of comparison: in the sentence, or alone in the one before.

    ``acts``: the words are a verb, which tells no difference.
    """
    start, sentence = view.to_prose(at), view.article.sentences[other.sentence]
    if _PLACE.search(view.plain(max(other.lead - 16, 0), other.lead)):
        return None  # "ahead of its rival at place 59"
    earlier_ones = view.mentions(sentence.start, start)
    nearest = earlier_ones[-1] if earlier_ones else None
    if nearest is not None and nearest.value2 is None and nearest.kind not in ("date", "year", "ordinal", "clock"):
        gap = view.words(nearest.end, start)
        if acts and nearest.kind == "count" and not gap.strip():
            return None  # "Orion 2 beat a field of 23"
        if not acts and _BARE.match(gap) and not _VERB.search(gap):
            return _differs(view, earlier_ones, other)  # "12 more than the 177": a difference, of whatever measure
    row = [m for m in earlier_ones if alike(view, m, other)]
    if row:
        m = row[-1]
        gap = _ALSO.sub("", view.words(m.end, start))
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
    fits = [m for m in view.mentions(earlier.start, earlier.end) if alike(view, m, other)]
    return (fits[0], "inferred") if len(fits) == 1 else None


def _differs(view: View, earlier_ones: tuple[Mention, ...], other: Mention) -> tuple[Mention, str] | None:
    """What the last number is the difference of, where it stands right before it: "sold 165 homes, 12 fewer than the 177"."""
    if len(earlier_ones) < 2:
        return None
    m, by = earlier_ones[-2:]
    beside = "," not in view.bare(by.end, other.lead)
    apposed = beside and alike(view, m, other) and m.change not in ("up", "down") and _APPOSED.match(view.bare(m.end, by.lead))
    small = m.dimension != by.dimension or (by.value or 0) * by.scale < 0.5 * (m.value or 0) * m.scale
    return (m, "inferred") if apposed and small else None


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str], tuple[str, ...]]:
    up, down = lexicon.list("comparative-up"), lexicon.list("comparative-down")
    over, under = lexicon.list("exceed"), lexicon.list("short-of")
    than = "|".join(re.escape(w) for w in (*up, *down))
    verb = "|".join(sorted((re.escape(w) for w in (*over, *under)), key=len, reverse=True))
    marked = (rf"(?= (?:{_WHEN}|[^\W_]+(?:['-][^\W_]+)*'? ){{0,6}}(?:[{holes.MENTION_KINDS}][{holes.MENTION_IDS}]{_MARK}[ -]"
              rf"(?:[^\W\d_]+[ -])?)?(?:{any_of(lexicon, 'benchmark')})(?!\w))")
    pattern = (rf"(?<![\w-])(?:(?:(?P<than>{than})|(?P<speed>faster|slower)|(?P<worth>worse|better)) than"
               rf"|(?P<verb>{verb})|(?P<level>above|over|below|under|beneath){marked})(?!\w) ?"
               rf"(?:{_THOSE}|{_WHICH}|{_NP}){_HOLE}")
    last = [max((w for w in entry.split() if w not in _SMALL), key=len) for entry in (*over, *under)]
    return re.compile(pattern), frozenset((*up, *over, "above", "over")), tuple(sorted({"than", *last, *_LEVELS}))
