"""The word "one" where it counts nothing: "one of", "no one", "this one", "one poll"."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lexicon import Lexicon
from .scan import Scan

_ONE = re.compile(r"\b[Oo]ne\b")
_BEFORE_PRONOUN = re.compile(r"\b(?:no|any|some|every|each|this|that|which|the|another|new|old|good|big|bad|right|wrong|first|"
                             r"last|only|next|other|same|"
                             r"loved|the\s[\w-]+|a[n]?\s[\w-]+|young|little|small|large|different|such|like|as|if|[a-z]+(?:er|est|ing|ful|ous|ive|"
                             r"able))[\s-]\Z", re.I)
_AMOUNT_BEFORE = re.compile(r"(?:\b(?:at least|at most|just|only|about|nearly|almost|over|under|more than|less than|fewer than|"
                            r"up to|exactly|around|plus|"
                            r"roughly|all but|by|and|or|another|hundred|thousand|million|than|every|for|in|within|after|scored|"
                            r"won|lost|killed|for each)|[$£€])\s?\Z", re.I)
_FRACTION = re.compile(r"[\s-](?:in|out of)\s(?:every\s)?(?:\d|a\s|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
                       r"fifty|hundred|thousand)|"
                       r"[\s-](?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth|hundred|"
                       r"thousand|million|billion|trillion|"
                       r"percent|per\s?cent|percentage|pct|mln|bln|bn|dlrs?|stg|dozen|and a|or two|or more|to)\b|%|-to-", re.I)
_UNIT = re.compile(r"[\s-](?:\w+[\s-])?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decade|century|night|euro|"
                   r"dollar|pound|metre|meter|mile|foot|inch|"
                   r"kilomet\w+|kilo|kg|litre|liter|gallon|barrel|ton|tonne|acre|hectare|degree|cent|penny|yard|ounce|gram|"
                   r"goal|point|seat|vote|game|win|child|"
                   r"bitcoin|share|copy|unit|kilogram|rouble|ruble|yen|rupee|yuan)\b", re.I)
_IDIOM = re.compile(r"[\s-](?:of\b(?!\s(?:the\s)?\d)|another\b|by one\b|day\b(?!\s(?:of|before|after|later|earlier|ago|per|in|"
                    r"and|or|out))|hand\b|thing\b|way\b|"
                    r"reason\b|source\b|example\b|study\b|poll\b|report\b|point\b(?=\s(?:in|he|she|I|they|is))|side\b|time\b|"
                    r"off\b|on one\b|such\b|can\b|could\b|would\b|"
                    r"should\b|might\b|must\b|has\b|had\b|is\b|was\b|that\b|who\b|which\b|where\b|with\b|else\b|might\b|may\b|needs\b|"
                    r"common\b|(?:asked|said|told|wrote|added|called|described|claimed|replied|noted|argued|recalled|complained|reads?|says)\b|"
                    r"for\s(?:about\b|around\b|the\b|his\b|her\b|their\b|[$£€])|[a-z]+\s(?:reason|factor|way|idea|theory|explanation|example|study|poll|report|survey|thing|to\sanother|after\sanother)\b|"
                    r"on\s(?:the|how|what|an?)\b|in\s(?:the|his|her|their|its|this)\b(?!\s(?:past|last|first|next)\b)|"
                    r"day\b(?=\s(?:in\s(?:(?-i:[A-Z])|early\b|late\b|mid\b)|(?:when|soon|last|this|next|he|she|they|we|I)\b))|"
                    r"likely\b|possible\b|major\b|key\b|big\b|main\b|obvious\b|problem\b|option\b|expert\b|critic\b|analyst\b|"
                    r"official\b|observer\b|commentator\b|"
                    r"user\b|reader\b|fan\b|resident\b|source\b|theory\b|explanation\b|suggestion\b|idea\b|question\b|answer\b|"
                    r"issue\b|concern\b|aspect\b|area\b)|"
                    r"[.,;:!?)]|\Z|'s\b|self\b", re.I)
_SOME_TIME = re.compile(r"\s(?:point|time|stage|moment|extreme|end|stroke|go|period)\b")
_TALLY = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|killed|dead|died|injured|wounded|"
                    r"hurt|missing|survived|arrested|charged|critical)\b", re.I)


@lru_cache(maxsize=8)
def _introducers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.list("one-introduces"))


def block_ones(scan: Scan) -> None:
    """Claim each "one" that is a pronoun or introduces; it stays free in a tally, a measure, a fraction or an amount."""
    text = scan.text
    introducers = _introducers(scan.lexicon)
    for hit in _ONE.finditer(text):
        start, end = hit.span()
        if scan.free(start, end) and not _counts(text, start, end, introducers):
            scan.block(start, end)


def _counts(text: str, start: int, end: int, introducers: frozenset[str]) -> bool:
    before, after = text[max(0, start - 24):start], text[end:end + 40]
    if after[:1] == "'" and after[1:2] != "s":
        return False
    if _SOME_TIME.match(after) and before[-3:].lower() == "at ":
        return False
    if re.search(r"\d[\d,.]*\s?\Z|\ball but\s\Z|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
                 r"hundred and)[\s-]\Z", before, re.I) or _FRACTION.match(after):
        return True
    if re.match(r"\s+of\s+(?:\w+\s+)?(?:over\s|about\s|more than\s)?(?:two|three|four|five|six|\d)", after):
        return False
    if re.search(r"\bnumber[\s-]\Z", before, re.I):
        return True
    if before[-1:] == "-" or (_BEFORE_PRONOUN.search(before)
            and not re.search(r"\b(?:only|like|as|if|the other|that|which)\s\Z", before, re.I)):
        return bool(_UNIT.match(after)) and before[-1:] != "-"
    amount = _AMOUNT_BEFORE.search(before)
    strong = amount and not re.search(r"\b(?:and|or|by|for|in|after|than|every|within)\s\Z", before, re.I)
    if _IDIOM.match(after) and not (strong and not re.match(r"\s(?:of|another|can|could|would|that|who|hand|thing)\b", after)) \
            and not re.match(r"-(?:year|month|week|day|hour|minute|mile|metre|meter|foot|time|goal|point)\b", after):
        return bool(strong and re.match(r"[.,;:!?)]", after))
    if _UNIT.match(after) or strong:
        return True
    noun = re.match(r"[\s-]+([A-Za-z]+)", after)
    if noun and noun[1].lower() in introducers:
        return _in_tally(text, start, end)
    return True


def _in_tally(text: str, start: int, end: int) -> bool:
    """Whether the clause counts other things beside."""
    left = re.split(r"[.!?;\n]", text[max(0, start - 90):start])[-1]
    right = re.split(r"[.!?;\n]", text[end:end + 90])[0]
    return bool(_TALLY.search(left) or _TALLY.search(right))
