"""Scores and tallies: "3-1", "7–6, 6–2", "by a vote of 66 to 27", "61-36-3"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..digits.smallwords import CARDINAL, cardinal
from ..scan import Draft, Scan

_PAIR = re.compile(r"(?<![\w$£€¥.,:/%°+#-])(\d{1,3})(?:\s?[-–—]\s?|:)(\d{1,3})(?:[-–](\d{1,3}))?"
                   r"(?![\d%°$£€¥/:°]|[.,:]\d|\s?[-–]?[a-z]{1,3}\d|-[a-z]|[-–]\d|'s)(?![A-Za-z])")
_TO = re.compile(rf"(?<![\w$£€.,:/%-])(?P<a>\d{{1,3}}|{CARDINAL})(?P<votes>\s+votes?)?\s+(?:to|against|[-–])\s+(?P<b>\d{{1,3}}|"
                 rf"{CARDINAL})"
                 r"(?![\w%°$£€]|[.,:]\d|[-–](?!\d)|\s*(?:percent|per cent|million|billion|thousand|hundred)\b)", re.I)
_TO_GATE = re.compile(r"\b(?:vote|tally|count|majority|score|margin|decision|ruling|verdict|ballot|lead|won|lost|beat|"
                      r"defeated)", re.I)
_TO_BEFORE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|tally|count|score|decision|ruling|ballot|passed|rejected|approved|ruled|won|lost|beat|led|lead|"
    r"leads|"
    r"defeated|adopted|majority|margin|drew|draw|tied|victory|win|defeat)\b(?:\s+\w+){0,5}?\s*,?\s*\(?\Z", re.I)
_CHANGE = re.compile(r"\b(?:from|between|rose|rise|risen|increased?|grew|fell|fallen|cut|dropped|climbed|odds(?:\sof)?|aged?|"
                     r"ages|pages?|"
                     r"lines?|verses?|chapters?|about|around|some|every|next|last|within|another|takes?|lasts?|nearly|roughly|"
                     r"approximately)"
                     r"\s+(?:of\s+|the\s+)?\Z", re.I)
_UNITS = re.compile(r"[\s-]+(?:(?:-|per|sq|square|cubic|other|more|different|new|small|large|additional|working|business|"
                    r"consecutive)\s)?"
                    r"(?:percent|per cent|years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|secs?|people|men|women|"
                    r"children|"
                    r"metres?|meters?|kilomet\w+|miles?|feet|foot|inch(?:es)?|yards?|km|cm|mm|m|kg|g|lbs?|pounds?|tons?|"
                    r"tonnes?|degrees?|"
                    r"mph|kph|knots?|hundred|thousand|million|billion|trillion|year-olds?|age\s|times|cents?|pence|dollars?|"
                    r"euros?)\b", re.I)
_NOUN = re.compile(r"\s+(?!(?:was|is|has|as|its|this|does|versus|across|losses|wins|us|series|sets|against)\b)[a-z]+(?<!s)s\b")
_SCORE_NOUN = re.compile(r"[\s-]+(?:\w+\s)?(?:win|victory|defeat|loss|record|lead|draw|tie|vote|decision|majority|ruling|"
                         r"thrashing|rout|triumph|"
                         r"margin|scoreline|score|verdict|shutout|series|result|comeback|split|advantage|aggregate|hammering|"
                         r"drubbing|"
                         r"walloping|upset|sweep|whitewash|bulge|cushion|edge|deficit|romp|reverse|game|match|final)\b", re.I)
_AFTER = re.compile(r"\s*(?:[.;!?)\]\n\"']|,\s*\d|\Z)|\s\d{1,2}[-–]\d|,?\s+(?:on|in|against|over|at|after|with|by|to|when|as|"
                    r"thanks|before|"
                    r"victory|up|down|"
                    r"from|aggregate|overall|ahead|and|but|for|favor|favour|through|this|last|\(|[A-Z])")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.'-]+,?\s\(?\Z")
#: "112 for four", "seven for 381": runs and wickets
_WICKETS = re.compile(rf"(?<![\w.,$£€-])(?P<a>\d{{1,3}}|{CARDINAL}) for (?P<b>\d{{1,3}}|{CARDINAL})"
                      rf"(?![\w%-]|[.,]\d|\s(?:the|an?|each|every|more|people|\w+s)\b)")
_CRICKET = re.compile(r"\b(?:wickets?|innings|cricket\w*|bats(?:man|men|women)|stumps|Test|overs|bowle[dr]s?|not out|lbw)\b")
_SETS = re.compile(r",?\s(?:\(\d{1,2}-\d{1,2}\),?\s)?\d{1,2}-\d{1,2}\b(?!-|\s(?:years?|months?|per\scent|percent))")
_FORMATIONS = re.compile(r"\b(?:formation|call|dial|phone|tel|ext|no|nos|number|numbers|size|ages?|aged|years?|room|section|act|"
                         r"flight|bus|model|version|highway|route|unit|question|questions|items?|verses?|"
                         r"chapters?)\.?\s+\Z", re.I)


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon.list("score-words"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})\b", re.I)


def find(scan: Scan) -> None:
    """Claim bare pairs that the words around them make a score, a set or a tally of votes."""
    text, words, last = scan.text, _words(scan.lexicon), -100
    for hit in _PAIR.finditer(text):
        a, b = int(hit[1]), int(hit[2])
        if ":" in hit.group() and (len(hit[2]) != 1 or len(hit[1]) != 1):
            continue
        if not scan.free(*hit.span()):
            continue
        if _is_score(text, hit, a, b, words, chained=hit.start() - last <= 4) and scan.add(Draft(*hit.span(), "score", a, b)):
            last = hit.end()
    if " for " in text and _CRICKET.search(text):
        _find_wickets(scan)
    if _TO_GATE.search(text):
        for hit in _TO.finditer(text):
            left, right = cardinal(hit["a"]), cardinal(hit["b"])
            if left is not None and right is not None and not hit["votes"] and _is_tally(text, hit, left, right):
                scan.add(Draft(*hit.span(), "score", left, right, worded=not hit["a"].isdigit()))


def _find_wickets(scan: Scan) -> None:
    """Claim what a side has made for how many wickets: one of the two is at most ten, the other more."""
    for hit in _WICKETS.finditer(scan.text):
        a, b = cardinal(hit["a"]), cardinal(hit["b"])
        if a is not None and b is not None and min(a, b) <= 10 < max(a, b):
            scan.add(Draft(*hit.span(), "score", a, b, worded=not hit["a"].isdigit()))


def _is_score(text: str, hit: re.Match[str], a: int, b: int, words: re.Pattern[str], chained: bool) -> bool:
    start, end = hit.span()
    before = text[max(0, start - 80):start]
    if _CHANGE.search(before[-24:]) or _FORMATIONS.search(before[-16:]) or _UNITS.match(text, end):
        return False
    if _SCORE_NOUN.match(text, end):
        return True
    if _SETS.match(text, end) and max(a, b) <= 21 and (a > b or max(a, b) <= 7) and a != b:
        return True
    if a == b == 50 or (hit[1][0] == "0" and len(hit[1]) > 1) or (hit[2][0] == "0" and len(hit[2]) > 1):
        return False
    bracketed = before.endswith("(") and text[end:end + 1] == ")"
    if chained or (bracketed and re.search(r"\d[-–]\d \(\Z", before)):
        return True
    if _NOUN.match(text, end):
        return False
    clause = re.split(r"[.;!?](?=\s)|\n", before)[-1]
    after = re.split(r"[.;!?](?=\s|\Z)|\n", text[end:end + 60])[0]
    cue = words.search(clause) or words.search(after)
    if not _AFTER.match(text, end):
        return bool(a > b and cue and words.search(clause[-30:]))
    if cue or re.match(r"\s(?:up|down|ahead|behind)\b(?!\sto)", text[end:end + 10]):
        return True
    return bool(a > b and max(a, b) < 200 and _NAME_BEFORE.search(before[-30:]) and not re.search(r"\w-\Z", before))


def _is_tally(text: str, hit: re.Match[str], a: int, b: int) -> bool:
    start, end = hit.span()
    before = re.split(r"[.;!?](?=\s)|\n", text[max(0, start - 70):start])[-1]
    if not _TO_BEFORE.search(before) or _CHANGE.search(before[-24:]) or _UNITS.match(text, end):
        return False
    spelled = not hit["a"].isdigit()
    if re.search(r"\b(?:of|by|voted|score|ruled|won|lost|drew)\s+(?:about\s)?\(?\Z", before) or _SCORE_NOUN.match(text, end):
        return not (spelled and re.match(r"\s+[a-z]+s\b", text[end:end + 30])) and not _NOUN.match(text, end)
    return a > b and not spelled and bool(_AFTER.match(text, end))
