"""Ranks: "12th", "first", "twenty-first", "number 28". The adverb ("first confirmed in May") is none."""

from __future__ import annotations

import re

from ..digits.smallwords import cardinal, ending, ordinal, ordinal_words
from ..interval import Interval
from ..scan import CueDraft, Draft, Scan

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,6})(st|nd|rd|th)(?![a-z\d])", re.I)
_NUMBER = re.compile(r"(?:\b(?:[Nn]umber|No\.?)[\s-]|(?<![\w#])#|\b[Rr]ank(?:ed|ing|s)?\s(?:(?:number|no\.?|at|of|as|him|her|it|"
                     r"them)\s)?)(?:number\s)?"
                     r"(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w%/]|[.,:]\d|\sof\s(?:the\s)?(?:\d|law)|"
                     r"\s(?:million|billion|percent|per cent|people|points))")
_LABEL = re.compile(r"\b(?:act|law|resolution|decree|case|order|file|permit|licence|license|flight|bus|platform|gate|room|"
                    r"exhibit|clause)\s\Z", re.I)
_CAPITAL_LABEL = re.compile(r"\b(?!(?:The|At|Now|And|World|Ranking|Top|Is|Then|UK|US)\b|U\.[KS])[A-Z]\w+\s\Z")
_OWNED = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|each|every|any|another|no|whose|very|"
                    r"for|with|as|from|of|per|in|its|and|or|to|only|one|"
                    r"finish(?:ed|es|ing)?|came|comes?|coming|place[ds]?|plac\w+|rank(?:ed|s|ing)?|stood|stands?|standing|"
                    r"sits?|sitting|lies?|lying|qualified|"
                    r"ended|finishing|running|ran|poll\w*|tied|joint|distant|close|came in|comes in)|'s?)\s(?:a\s)?\Z", re.I)
_RANKED = re.compile(r"\b(?:finish(?:ed|es|ing)?|came|comes?|coming|place[ds]|rank(?:ed|s|ing)?|stood|stands?|sits?|lying|"
                     r"qualified|ended up|tied|joint|"
                     r"in|running|ran)\s(?:in\s|for\s|up\s)?\Z", re.I)
_NEXT = re.compile(r"[\s-]([A-Za-z']+)")
_VERBS = frozenset(["came", "made", "saw", "met", "began", "took", "became", "went", "got", "gave", "had", "held", "heard",
    "knew", "learned", "learnt", "said", "says", "seen", "set", "sold", "spoken", "started", "struck", "told", "thought",
    "used", "want", "wanted", "wrote", "written", "won", "built", "brought", "broke", "bought", "caught", "coming", "done",
    "drew", "fell", "felt", "flew", "found", "given", "gone", "grew", "known", "laid", "led", "left", "lost", "put", "ran",
    "read", "rose", "run", "sent", "shot", "shown", "spent", "spoke", "stood", "taken", "taught", "try", "worn", "under",
    "the", "a", "an", "to", "of", "at", "on", "in", "by", "for", "from", "when", "after", "before", "as", "and", "but", "or",
    "if", "that", "this", "through", "because", "with", "it", "he", "she", "they", "we", "i", "you", "his", "her", "its",
    "their", "is", "was", "are", "were", "be", "being", "been", "let", "consider", "let's", "need", "needs", "must", "have",
    "has", "do", "does", "then", "though"])
_FRACTION_NEXT = frozenset(["of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "in", "to",
    "from", "on", "by", "since", "and", "or", "as", "was", "were", "are", "is", "have", "has", "had", "said", "say", "says",
    "off", "over", "than", "at", "but", "for", "that", "who", "which", "this", "after", "before", "while", "because", "came",
    "come", "live", "lived", "will", "would", "could", "can", "per"])
_FRACTION_BEFORE = re.compile(r"\b(a|an|one|two|three|four|five|six|seven|eight|nine|\d+)[\s-]\Z", re.I)
_TIME_BEFORE = re.compile(r"(?:\b(?:tenths? of a|\d of a|hundredths? of a|thousandths? of a|per|every|split|milli|"
                          r"each|half a|quarter of a|one|two|three|four|five|six|seven|eight|nine|ten|last|final|next|\d+|"
                          r"point)|\d)[\s-]\Z|"
                          r"\w+s an?\s\Z|\b(?:for|in|within|just|wait|hold on|under|only|of|fraction of|by) a\s\Z", re.I)
_AFTER_A = frozenset(["outside", "inside", "clear", "into", "onto", "with", "without", "from", "if", "but", "as", "until",
    "than", "is", "was", "each",
    "every", "it", "he", "she", "they", "we", "you", "that", "and", "or", "later", "after", "ago", "to", "before", "faster",
    "behind", "ahead", "off", "on", "in", "for", "at", "per", "when", "slower", "quicker", "the"])


def find(scan: Scan) -> None:
    """Claim ordinals in figures and words and "number N". A wrong ending ("21th") is also a malformed cue, its value the rank."""
    text = scan.text
    for hit in _FIGURE.finditer(text):
        start, end = hit.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "./,$£€:"):
            continue
        rank = int(hit[1].replace(",", ""))
        if _add(scan, start, end, rank) and hit[2].lower() != ending(rank):
            scan.cues.append(CueDraft(start, end, "malformed", float(rank)))
    for start, end in ordinal_words(text):
        if text[end:end + 1] != "'" and _is_ordinal(text, start, end):
            _add(scan, start, end, ordinal(text[start:end]) or 0, worded=True)
    for hit in _NUMBER.finditer(text):
        before = text[max(0, hit.start() - 20):hit.start()]
        if _LABEL.search(before) or (hit.group()[0] == "N" and _CAPITAL_LABEL.search(before)):
            scan.block(*hit.span(1))
        else:
            _add(scan, *hit.span(1), cardinal(hit[1]) or 0, worded=not hit[1].isdigit())


def _add(scan: Scan, start: int, end: int, rank: int, worded: bool = False) -> bool:
    return scan.add(Draft(start, end, "ordinal", rank, worded=worded, fixed=Interval.point(rank)))


def _is_ordinal(text: str, start: int, end: int) -> bool:
    word = text[start:end].lower()
    before = text[max(0, start - 28):start]
    following = _NEXT.match(text, end)
    after = following[1] if following else ""
    if before[-1:] in "/-" and not re.search(r"\b\w+-\Z", before):
        return False
    if word == "first":
        return _is_first(text, end, before, after)
    opening = text[start:end][0].isupper() and text[end:end + 1] == ","
    if opening:
        return False
    if word == "second":
        if before.endswith(("th of a ", "ths of a ")):
            return False
        if _TIME_BEFORE.search(before) and not (after and re.search(r"\b(?:for|in|within|of|by|last|final|"
            r"next) an?\s\Z", before) and after not in _AFTER_A):
            return False
        if re.search(r"\ba\s\Z", before, re.I) and (not after or after.lower() in _AFTER_A):
            return False
        return not (after.lower() in ("thoughts", "nature", "guess", "guessing") or re.match(r"\sto"
            r" none", text[end:end + 8]))
    if said := _FRACTION_BEFORE.search(before):
        if said[1].lower() not in ("a", "an"):
            return False
        return bool(after) and after.lower() not in _FRACTION_NEXT and not after.endswith("ed")
    return True


def _is_first(text: str, end: int, before: str, after: str) -> bool:
    if re.search(r"\b(?:at|head|feet|ladies|safety|family|America|children|people|patients)\s\Z", before) and not after:
        return False
    if text[end:end + 1] == "-":
        return True
    if re.match(r"\s(?:of all|and foremost)\b", text[end:end + 14]) or re.search(r"\bat\s\Z", before, re.I):
        return False
    owned = re.search(r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|whose|very|another|each|every|these|those|"
                      r"as|was the|for)|'s?|\b[A-Z]\w+s')\s\Z", before, re.I)
    if owned:
        return True
    lower = after.lower()
    if not after or lower in _VERBS or lower.endswith(("ed", "ing", "ly")):
        return bool(_RANKED.search(before)) and not lower.endswith(("ed", "ing"))
    return not re.search(r"\b(?:he|she|it|they|I|we|who|you|when|since|was|were|had|has|have|been|is|"
                         r"are)\s\Z", before) or lower in ("time", "place", "class")
