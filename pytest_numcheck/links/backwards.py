"""Two numbers joined by "to" of which the first is the larger, where nothing moves: "15 to 2 wells", "18 to 13 foot"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..numbers.mention import MEASURE_KINDS, Mention
from .alike import same_heads, same_measure
from .model import Link
from .view import View

_KINDS = frozenset(["count", "money", "percent", "duration", "age", "rate", *MEASURE_KINDS])
_SCORED = frozenset(["point", "vote", "goal", "run", "seat", "game", "set", "try", "win", "hole", "stroke", "shot",
                     "member", "judge", "justice"])
_DASHED = frozenset(["age", "duration", "length", "mass", "temperature", "money"])
_TO = re.compile(r"(?: (?!compared|relative|due|prior|according|similar|opposed|back|down|up|next"
    r"|thanks)(?:[^\W\d_]+ )?to |-to-|[-–]to )(?:(?:about|around|some|nearly|up to|as (?:much|many) as|perhaps) )?\Z")
#: words after which "A to B" is a change, a score, a vote, odds, a ratio, a way from place to place or a deed done to somebody
_NOT = re.compile(
    r"(?<!\w)(?:(?:from|by)(?= (?:[^\W\d_]+ )?$)|up|down|vot\w*|won|win\w*|lost|los(?:e|es|ing)|beat\w*|defeat\w*|scor\w*"
    r"|lead\w*|led|trail\w*|odds|ratio"
    r"|favou?r\w*|split|majority|against|outnumber\w*|margin|tally|cut\w*|ris\w*|rose|fall\w*|fell|drop\w*|reduc\w*"
    r"|slash\w*|lower\w*|trim\w*"
    r"|declin\w*|shrink\w*|shrank|shrunk|eas(?:e|es|ed|ing)|gain\w*|add\w*|ad(?:vance|vanced|vances|d|ded)|jump\w*"
    r"|lift\w*|rais\w*|increas\w*|decreas\w*|slip\w*"
    r"|tumbl\w*|plung\w*|sank|sink\w*|narrow\w*|widen\w*|grew|grow\w*|mov\w*|chang\w*|went|go(?:es|ing)|g[ao]ve\w*|giving"
    r"|sold|sell\w*|paid|pay\w*|sent|send\w*|owe\w*"
    r"|transfer\w*|lent|loan\w*|donat\w*|award\w*|deliver\w*|offer\w*|grant\w*|exchang\w*|swap\w*|convert\w*|compar\w*"
    r"|equal\w*|add|it took|takes|back"
    r"|approv\w*|reject\w*|pass\w*|rul\w*|decision|verdict|aboard|shift\w*|turn\w*|extend\w*|reset|revis\w*|downgrad\w*"
    r"|upgrad\w*|opposed"
    r"|dollars?|shares? for|off|reach\w*|between|close\w*|climb\w*|surg\w*|soar\w*|dip\w*|slid\w*|halv\w*|doubl\w*)(?!\w)")


#: words of a contest: shares and points of two sides
_CONTEST = re.compile(
    r"(?<!\w)(?:poll\w*|candidate\w*|vote\w*|voting|election\w*|ballot\w*|contest|margin|matchup|match-up|match|game"
    r"|score\w*|win|wins|victory|defeat|loss"
    r"|half-?time|lead\w*|led|trail\w*|ahead|rival|opponent\w*|odds|ratio|range having)(?!\w)")


def find(view: View) -> Iterator[Link]:
    """Links backwards(first, second): the two ends of what reads like a range."""
    for a, b in pairwise(view.reading.mentions):
        if b.start - a.end > 24 or a.kind not in _KINDS or a.value is None or b.value is None or a.value2 is not None \
                or b.value2 is not None or not _joined(view, a, b):
            continue
        if not _measure(view, a, b) or a.change is not None:
            continue
        if not _NOT.search(_clause(view, a)) and not _CONTEST.search(_around(view, a, b)):
            yield Link("backwards", {"first": (a.id,), "second": (b.id,)}, "inferred", "a to b", a.start, b.end)


def _clause(view: View, a: Mention) -> str:
    sentence = view.article.sentences[a.sentence]
    return re.split(r"[,;:()] |--|–|—", view.plain(max(sentence.start, a.lead - 60), a.lead))[-1]


def _joined(view: View, a: Mention, b: Mention) -> bool:
    between = view.plain(a.end, b.lead) if b.lead >= a.end else ""
    return _TO.match(between) is not None or (between in ("-", "–") and b.kind in _DASHED)


def _around(view: View, a: Mention, b: Mention) -> str:
    """The sentence where shares or points may be told of two sides; else what follows."""
    sentence = view.article.sentences[a.sentence]
    if a.kind == "percent" or a.kind == "count":
        return view.plain(sentence.start, sentence.end)
    return view.plain(b.end, min(b.end + 20, sentence.end))


def _measure(view: View, a: Mention, b: Mention) -> bool:
    """Whether both measure one thing, the larger first by a good deal but not wildly."""
    if a.kind == b.kind == "count":
        if not b.head or b.head in _SCORED or a.head in _SCORED or same_heads(a, b, view.lexicon) is False:
            return False
    elif a.kind == "money" and b.kind == "rate":  # "$8.40 to $5.30 a share"
        if a.currency != b.currency:
            return False
    elif a.kind != b.kind or not same_measure(a, b):
        return False
    one, two = (a.value or 0.0) * a.scale, (b.value or 0.0) * b.scale
    return 0 < two < one * 0.98 and one < 200 * two
