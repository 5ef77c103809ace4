"""What came against what was expected, told elsewhere: "The results missed forecasts. Analysts expected 33 cents a share"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of
from .ordered import alike, ordered

_WAYS = {"above-expected": 1, "below-expected": -1}
#: how far from its word of expecting a number may stand
_REACH = 110
#: how many sentences before and after the words the numbers may stand
_BACK, _ON = 2, 3
_AFTER = re.compile(r"^ (?:[^\W\d_]+ ){0,3}?(?:(?:that|which) (?:was|were|had been) )?(?:expected|forecast|predicted|anticipated"
                    r"|projected|estimated)(?!\w)")
#: what was expected of another time
_LATER = re.compile(r"(?<!\w)(?:next|full[- ]year|outlook|guidance|current quarter|coming|going forward|ahead, |sees|expects"
                    r"|for the year|for fiscal|fiscal year|by the end)(?!\w)")
_LOSS = re.compile(r"(?<!\w)(?:loss|losses|lost|deficit|contraction|contracted|shrank|fell|fall|drop|dropped|decline[sd]?)(?!\w)")
_NOT = re.compile(r"(?<!\w)(?:not|no|never|if|whether|unless|could|may|might|would|will|should|to|likely)(?: [^\W\d_]+)? $")
#: how a sentence begins that goes on to tell what was expected
_TELLS = re.compile(r"(?:the |an? )?(?:[^\W\d_]+ ){0,2}(?:estimates?|forecasts?|consensus|expectations?|analysts?|economists"
                    r"|wall street)(?!\w)")
_WHO = frozenset(["analyst", "economist", "forecaster", "expert", "bank", "firm", "brokerage", "trader"])
#: words that say better or worse, not more or less
_JUDGES = re.compile(r"(?:better|worse|stronger|weaker|beat\w*|miss\w*|fell short|falls short|disappoint\w*)(?!\w)")
#: another number set beside the one that came
_BESIDE = re.compile(r"(?<!\w)(?:compares|compared|against|versus|up from|down from)(?!\w)")
#: "2,500 more than expected": the size of the difference
_SIZE = re.compile(r"^(?: [^\W\d_]+)? $")


def find(view: View) -> Iterator[Link]:
    """Links compared(more, less)."""
    said, expects, cues = _patterns(view.lexicon)
    if not view.sentences_with_any(cues):
        return
    for row in sorted(view.sentences_with_any(cues)):
        sentence = view.article.sentences[row]
        text = view.plain(sentence.start, sentence.end)
        found = list(said.finditer(text))
        ways = {1 if m["above"] else -1 for m in found if not _NOT.search(text[:m.start()])}
        if len(ways) != 1 or len(found) != 1:
            continue
        judges = bool(_JUDGES.match(found[0][0]))
        link = _pair(view, row, found[0].start(), ways.pop(), judges, expects)
        if link is not None:
            yield link


def _pair(view: View, row: int, at: int, way: int, judges: bool, expects: re.Pattern[str]) -> Link | None:
    """The number that was expected, and the one that came: before the words, in their sentence or in the two before; or after."""
    sentences = view.article.sentences
    place = sentences[row].start + at
    near = view.mentions(sentences[row].start, place)
    if near and _SIZE.match(view.plain(near[-1].end, place)):
        return None
    hope = _hope(view, row, place, expects)
    if hope is None:
        return None
    for first in range(row, max(row - _BACK, 0) - 1, -1):
        if sentences[row].paragraph - sentences[first].paragraph > 1:
            break
        came = [m for m in view.mentions(sentences[first].start, place) if _came(view, m, hope, expects)]
        if came:
            return _ordered(view, came, hope, way, judges)
    came = [m for m in view.mentions(sentences[row].end, hope.lead) if _came(view, m, hope, expects)]
    return _ordered(view, came, hope, way, judges) if came else None


def _hope(view: View, row: int, place: int, expects: re.Pattern[str]) -> Mention | None:
    """The first number that is said to have been expected: in the sentence, or in one soon after that goes on to tell it."""
    sentences = view.article.sentences
    for on in range(row, min(row + _ON, len(sentences) - 1) + 1):
        own = sentences[on]
        if on > row and not _TELLS.match(view.plain(own.start, own.end)):
            continue
        hoped = [m for m in view.mentions(own.start, own.end) if not m.hedge and m.head not in _WHO and _expected(
            view, m, expects)]
        if hoped:
            beside = hoped[0].start > place and _BESIDE.search(view.plain(place, hoped[0].lead))
            return None if beside or own.paragraph - sentences[row].paragraph > _ON else hoped[0]
    return None


def _came(view: View, m: Mention, hope: Mention, expects: re.Pattern[str]) -> bool:
    """Whether a number can be what came of what was hoped for: of one measure, both levels or both steps."""
    steps = [x.change in ("up", "down") for x in (m, hope)]
    return (m is not hope and alike(view, m, hope) and (steps[0] == steps[1] or m.kind == "count") and not m.hedge
            and not _expected(view, m, expects) and (m.kind != "count" or m.head == hope.head))


def _ordered(view: View, came: list[Mention], hope: Mention, way: int, judges: bool) -> Link | None:
    """The link; of losses only words that judge tell which is the larger: a loss worse than forecast, not one above forecasts."""
    own = [m for m in came if m.sentence == came[-1].sentence]
    if len({m.value for m in own}) > 1:
        return None
    first = own[-1]
    start = {m: view.article.sentences[m.sentence].start for m in (first, hope)}
    losses = {bool(_LOSS.search(view.plain(max(m.lead - 50, start[m]), m.lead))) for m in start}
    if len(losses) > 1 or (True in losses and not judges) or _LATER.search(view.plain(start[hope], hope.end)):
        return None
    return ordered(first, hope, -way if True in losses else way, "inferred", "against what was expected")


def _expected(view: View, m: Mention, expects: re.Pattern[str]) -> bool:
    """Whether words beside the number say that it was expected."""
    sentence = view.article.sentences[m.sentence]
    before = view.plain(max(sentence.start, m.lead - _REACH), m.lead)
    row = view.mentions(max(sentence.start, m.lead - _REACH), m.lead)
    nearer = [x for x in row if alike(view, x, m)]
    if nearer:
        before = view.plain(nearer[-1].end, m.lead)
    return bool(expects.search(before) or _AFTER.match(view.plain(m.end, min(m.end + 50, sentence.end))))


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Words of more or less than expected, with no number between; words of expecting; words by which sentences are found."""
    above, below, what = (any_of(lexicon, name) for name in ("above-expected", "below-expected", "expectation"))
    said = re.compile(rf"(?<!\w)(?:(?P<above>{above})|(?P<below>{below}))"
                      rf"(?: [^\W\d_]+(?:['-]s?[^\W\d_]*)?){{0,4}}? (?:{what})(?!\w)")
    expects = re.compile(
        r"(?<!\w)(?:(?:average|mean|median|consensus) (?:[^\W\d_]+ )?(?:estimate|forecast|expectation)|consensus"
        r"|(?:analysts|economists|forecasters|traders|markets?|street|investors|polled|surveyed)(?!\w)[^.;]*(?:expected|expecting"
        r"|expect|forecasts?|predicted|projected|estimated|anticipated|looking for|looked for|called for)"
        r"|(?:expectations|forecasts?|estimates?|predictions|projections) (?:of|for|was|were|had been|at))(?!\w)[^;]*$")
    return said, expects, frozenset(lexicon.list("expected-cues"))
