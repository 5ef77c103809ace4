"""What holds figures and is no number: addresses, codes, names, phone numbers, idioms. Claimed before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..digits.smallwords import ordinal_words
from ..ones import block_ones
from ..scan import Scan
from .codes import block_codes

_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]{1,300}|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|"
                  r"(?<!\w)[@#](?=\d{0,60}[A-Za-z_])\w{1,60}")
_DOMAIN = re.compile(r"(?<![\w.@])[\w-]{0,30}\d[\w-]{0,30}\.(?:com|org|net|co\.uk|gov|edu|info|io|tv)\b", re.I)
_PHONE = re.compile(
    r"(?<![\w.,$£€-])(?:\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}|\(\d{3}\)\s?\d{3}[\s.-]\d{4}|1-\d{3}-\d{3}-\d{4}|"
    r"\d{3}[-.]\d{3}[-.]\d{4}|"
    r"0\d{2,5}[\s-]\d{3,4}(?:[\s-]\d{3,4})?|0\d{2}\s\d{4}\s\d{4}|1-8\d\d-[A-Z\d-]{7,9})(?![\w%]|[.,]\d)")
_DIALLED = re.compile(r"(?<!\w)(?:[Cc]all(?:ing|ed)?|[Dd]ial(?:ling|ing|led|ed)?|[Pp]hon(?:e|ed|ing)(?:\s(?:number|on))?|"
                      r"[Tt]el(?:ephone)?\.?:?|[Ff]ax:?|[Tt]ext(?:ing|ed)?|"
                      r"[Hh]elpline(?:\son)?)\s(?:to\s)?(\d{3}(?:[\s-]?\d{3,4}){0,2})(?![\w%]|[.,]\d|\s(?:times|people|"
                      r"[a-z]+s\b|million|on\b))")
_PLACE = re.compile(
    r"\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′’]\s?)?(?:\d{1,2}(?:\.\d+)?\s?[\"″”]\s?)?(?:[NSEW]\b|north|south|east|"
    r"west)"
    r"|-?\d{1,3}\.\d{3,7}\s?,\s?-?\d{1,3}\.\d{3,7}(?!\d)")
_ZONE = re.compile(r"\b(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d\d)?(?!\d)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|(?<=[a-z][.,])\d{1,2}(?=\s[A-Z])|[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!\w)(?<!m[²³])(?<!ft[²³])(?<!mi[²³])")
_IP_OR_VERSION = re.compile(r"(?<![\w.$£€])(?!\d{1,3}(?:\.\d{3})+(?![\d.]\d))v?\d{1,3}(?:\.\d{1,3}){2,3}(?![\w.]*\d|"
                            r"\s?(?:million|billion|trillion|percent|per cent|%|bn\b|m\b))")
_LEGAL = re.compile(r"§{1,2}\s?\d[\w.()-]*|\b\d{1,3}\sU\.?S\.?\sCode\b|\b\d{1,4}\s(?:U\.S\.C?\.?|USC|CFR|F\.\s?(?:2d|3d|Supp)|"
                    r"S\.\s?Ct\.?)\s?(?:§\s?)?\d[\w.()]*")
#: objects named after the year in which they were found ("2012 DA14"), spelled labels ("phase two", "grade five or six")
_FOUND_IN = re.compile(r"(?:1[89]|20)\d\d\s[A-Z]{2}\d{1,3}\b")
_FOUND_IN_NO_NUMBER = re.compile(r"(?<=steroid\s)(?:19|20)\d\d\s[A-Z]{2}\b|(?<=omet\s)(?:19|20)\d\d\s[A-Z]{2}\b")
_SPACED_CODE = re.compile(r"\b(?:STS|ISS|SARS|COVID|CoV|MIR|GSLV|PSLV|UNSC|GBU|AK|CH|UH|MQ|RQ) [-–] \d{1,4}\b")
_SPELLED = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LABELS = tuple(w for word in (
    "phase", "grade", "stage", "part", "chapter", "category", "level", "tier", "type", "volume", "episode", "act", "page",
    "article", "section", "platform", "room", "gate", "verse", "division", "step", "unit",
    "year", "version", "court") for w in (word, word.capitalize()))
_LABELLED = re.compile(
    rf"\s(?P<a>{_SPELLED})(?:\s(?:or|and|to)\s(?:[a-z]+\s)?(?P<b>{_SPELLED}))?\b"
    r"(?![\s-](?:hundred|thousand|million|percent|per\scent|years?|months?|weeks?|days?|hours?|minutes?|people|men|women|"
    r"times|(?!is\b|was\b|has\b|as\b|this\b|focus|process)[a-z]{2,}s\b))", re.I)
_STEPS = re.compile(rf"\bbest-of-(?:{_SPELLED}|\d{{1,2}})\b|\bone-two\b(?!-)|"
                    rf"(?<![\w.,-])(?:{_SPELLED}|\d{{1,2}})-for-(?:{_SPELLED}|every-\d|\d{{1,2}})\b", re.I)
_LINE_UP = re.compile(r"(?<![\w-])([2-5])-([1-5])-([1-5])(?:-([1-3]))?(?![\w-])")
#: "in the 1200 block of Elm Street", "14-of-22 passing", lottery numbers
_BLOCK = re.compile(r"(?<![\w.,$£€-])\d{2,5}(?=[\s-]blocks?\sof\b)|(?<![\w-])\d{1,2}-of-\d{1,2}(?![\w-])|"
                    r"(?<![\w.,-])\d{1,2}(?:-\d{1,2}){4,8}(?![\w-])")
#: what dealers bid and ask: "145.10/20 yen"
_SERIES = re.compile(r"(?:(?<=the )|(?<='s ))\d{3,5}(?=[\s-](?:series|model(?!\syear)|family|class)\b)")
_QUOTE = re.compile(r"(?<![\w.,/])\d{1,4}\.\d{2,4}/\d{2,4}(?:\.\d{2,4})?(?![\w/]|[.,]\d)")
_MONTH_END = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\Z")
_CHEMICAL = re.compile(r"\b\d(?:,\d){1,4}-(?:[A-Z]\b|[a-z]{3,})|\b(?:[A-Z][a-z]?\d{1,2}){2,}\b|\b[A-Z][a-z]?\d[A-Z]\w*")
_COUNTING_NAME = re.compile(r"\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|"
                            r"Hundred|Zero)\b")


def _any(words: Iterable[object]) -> str:
    return "|".join(re.escape(w) for w in sorted(map(str, words), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(lexicon.table('names')['phrases'])})(?![\w%]|[-/,.]\d)")


@lru_cache(maxsize=8)
def _ordinal_names(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.table("names")
    return re.compile(rf"[\s-]?(?:(?i:{_any(table['after_ordinal'])})|{_any(table['after_ordinal_capital'])})\b")


@lru_cache(maxsize=8)
def _street(lexicon: Lexicon) -> re.Pattern[str]:
    ends = "|".join(map(str, lexicon.table("names")["streets"]))
    return re.compile(rf"\d(?<![\w.,$£€-]\d)\d{{0,4}}[A-Za-z]?(?:-\d{{1,5}})?(?=(?:\s(?:[NSEW]\.|North|South|East|"
                      rf"West))?(?:\s[A-Z][\w'.]*){{1,3}}?(?:\s(?:{ends})|-(?i:street|road|lane|terrace|avenue|place|square|"
                      rf"crescent|row))\b(?!\s[a-z]+s\b\s(?:were|are)))")


_FIGURE_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)(?=[\s-])", re.I)
_GLUED_ORDINAL = re.compile(r"\b(?:first|second|third)(?=hand|rate)", re.I)


def block(scan: Scan) -> None:
    """Claim every span that names, addresses or labels something with figures or number words."""
    text = scan.text
    if "://" in text or "www." in text or "@" in text or "#" in text:
        _all(scan, _WEB)
    if ".com" in text or ".org" in text or ".net" in text or ".co." in text:
        _all(scan, _DOMAIN)
    for hit in _phrases(scan.lexicon).finditer(text):
        if not (hit.start() and text[hit.start() - 1].isalnum()):
            _claim(scan, *hit.span())
    _all(scan, _FOOTNOTE)
    if "UTC" in text or "GMT" in text:
        _all(scan, _ZONE)
    if "°" in text or "." in text:
        _all(scan, _PLACE)
    _all(scan, _IP_OR_VERSION)
    _all(scan, _PHONE)
    for hit in _DIALLED.finditer(text):
        _claim(scan, *hit.span(1))
    if "§" in text or "U.S." in text or "USC" in text or "CFR" in text:
        _all(scan, _LEGAL)
    _all(scan, _street(scan.lexicon))
    for hit in _LINE_UP.finditer(text):
        if sum(int(g) for g in hit.groups() if g) == 10:
            _claim(scan, *hit.span())
    _all(scan, _CHEMICAL)
    if "/" in text:
        _all(scan, _QUOTE)
    if "series" in text or "model" in text or "family" in text or "class" in text:
        _all(scan, _SERIES)
    _all(scan, _FOUND_IN)
    if " - " in text or " – " in text:
        _all(scan, _SPACED_CODE)
    if "steroid" in text or "omet" in text:
        _all(scan, _FOUND_IN_NO_NUMBER)
    lower = text.lower()
    if " block" in lower or "-block" in lower or "-of-" in lower or "lotter" in lower or "jackpot" in lower or "numbers" in lower:
        _all(scan, _BLOCK)
    if "-for-" in lower or "best-of-" in lower or "one-two" in lower:
        _all(scan, _STEPS)
    for label in _LABELS:
        _spelled_label(scan, label)
    _ordinals(scan)
    _counting_names(scan)
    block_codes(scan)
    block_ones(scan)


def _spelled_label(scan: Scan, label: str) -> None:
    """Claim the number words of "phase two", "grade five or six"."""
    text, at = scan.text, scan.text.find(label)
    while at >= 0:
        end = at + len(label)
        if (hit := _LABELLED.match(text, end)) and not (at and text[at - 1].isalnum()):
            for group in ("a", "b"):
                if hit[group]:
                    _claim(scan, *hit.span(group))
        at = text.find(label, end)


def _all(scan: Scan, pattern: re.Pattern[str]) -> None:
    for hit in pattern.finditer(scan.text):
        _claim(scan, *hit.span())


def _claim(scan: Scan, start: int, end: int) -> None:
    if scan.free(start, end):
        scan.block(start, end)


def _ordinals(scan: Scan) -> None:
    text, named = scan.text, _ordinal_names(scan.lexicon)
    figures = [hit.span() for pattern in (_FIGURE_ORDINAL, _GLUED_ORDINAL) for hit in pattern.finditer(text)]
    for start, end in (*ordinal_words(text), *figures):
        if named.match(text, end) and not (start and text[start - 1].isdigit()):
            _claim(scan, start, end)


def _counting_names(scan: Scan) -> None:
    """Capitalised number words amid a sentence ("Formula One", "Chicago Seven") unless the line is set in capitals."""
    text = scan.text
    headline = scan.article.headline
    skip = headline.end if headline else 0
    for hit in _COUNTING_NAME.finditer(text):
        start, end = hit.span()
        if start < skip:
            continue
        before = text[max(0, start - 30):start]
        if not before.strip(" \"'(“‘") or before.rstrip(" \"'(")[-1:] in ".!?:;\n—–-*•" or "\n" in before[-3:]:
            continue
        if _MONTH_END.search(before):
            continue
        last = before.rstrip(" ").rsplit(None, 1)[-1]
        after = text[end + 1:end + 2]
        if (last[:1].isupper() and last.rstrip(",") == last) or last == "of" or (after.isupper() and text[end] == " "):
            _claim(scan, start, end)
