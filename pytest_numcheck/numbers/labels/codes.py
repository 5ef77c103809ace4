"""Figures that are part of a code or label: "F-16", "MH370", "Boeing 737", "Section 702", "page 3", "S&P 500"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..scan import Scan

_FIGURE = re.compile(r"\d[\w.,/'-]*\w|\d")
_LETTERS = re.compile(r"(?:[A-Za-z&.]+[-.'/]?){1,4}\Z")
_WORD = re.compile(r"([A-Za-z][\w&.'/-]*)[ \n](?:No\.? ?|#)?\Z")
_TWO_WORDS = re.compile(r"((?:[A-Z&][\w&.']*|of|&|and) [A-Za-z&][\w&.'/-]*)[ \n]\Z")
_PLAIN = re.compile(r"\d{1,5}[A-Za-z]{0,2}(?:\.\d{1,2})?(?:-\d{1,4}[A-Z]*|[(]\w{1,3}[)])*(?:'s)?\Z")
_MORE = re.compile(r"(?:\s?[-–/]\s?|,\s|,?\s(?:and|or|to|through)\s)(\d{1,5}[A-Za-z]?)(?![\w%]|[.,:]\d|\s(?:people|men|women|"
                   r"percent|per cent|million|[a-z]+s\b))")
_NEXT = re.compile(r"[\s-]+([A-Za-z]+(?: cent)?)")
_CAPITAL_CODE = re.compile(r"\d+[A-Z]{1,3}\d*[a-z]?\Z|\d{1,5}-[a-z]?[A-Z]\w*\Z|7\d7-\d{3}(?:ER|LR|SR|SP)?s?\Z|\d+[A-Z]-?\d+\w*\Z")
#: words that go on after a name with a figure ("Soyuz 9 spacecraft"); the first few cannot follow a plural amount
_SINGULAR = frozenset(["itself", "is", "was", "has"])
_GOES_WITH_NAMES = frozenset(["are", "were", "have", "had", "will", "would", "can", "could", "may", "which", "who", "that", "but",
                              "as", "when", "after", "before", "while", "during", "since", "until", "into", "moon", "space",
                              "rocket", "mission", "spacecraft", "capsule", "crew", "flight", "landing", "programme", "program"])
_OPENERS = frozenset(["about", "some", "around", "over", "under", "nearly", "only", "just", "in", "on", "at", "by", "the",
    "of", "from", "with", "than", "all", "another", "these", "those", "and", "or", "but", "for", "to", "up", "while", "when",
    "after", "before", "since", "until", "between", "among", "other", "first", "last", "next", "top", "almost", "roughly",
    "approximately", "exactly", "both", "every", "each", "its", "their", "his", "her", "our", "my", "your", "we", "they",
    "he", "she", "it", "i", "that", "this", "who", "which", "what", "is", "was", "are", "were", "has", "had", "have",
    "killed", "police", "at", "least", "more", "no", "yes", "an", "a", "as", "if", "so", "then", "there", "here", "now",
    "today", "yesterday", "tomorrow", "tonight", "also", "even", "still", "another", "total", "where", "aged", "age", "ages",
    "like", "through", "against", "within", "without", "during", "near", "off", "out", "into", "per", "plus", "minus", "not",
    "including", "because", "however", "nor", "minister", "president", "mr", "mrs", "ms", "dr"])
_JET = re.compile(r"\b[Aa]n?\s7[0-8]7\s[a-z]+s\b(?!\s?%)")
_NO_VERSION = frozenset(["Magnitude", "Of", "At", "By", "To", "The", "A", "An", "In", "About", "From", "Some", "Only", "Over"])
_SCALES = frozenset(["mln", "bln", "bn", "million", "billion", "trillion", "thousand", "hundred", "crore", "lakh", "pct",
                     "percent", "dlr", "dlrs", "dollar", "dollars", "cts", "cents", "pence", "stg", "yen", "marks", "francs",
                     "tonnes", "barrels", "bpd"])
_AMOUNT_NEXT = frozenset(["percent", "per", "per cent", "pct", "million", "billion", "trillion", "magnitude", "on"])
_UNIT_NEXT = re.compile(r"\s?(?:[kcm]?m[²³23]?|kg|ml|ft|lbs?|mph|km/h|kph|[kMGT]Wh?)(?!\w)")
_AMOUNT = re.compile(r"\d[\d.,]*(?:m|mn|mln|bn|bln|tn|k|km|kg|cm|mm|ft|mph)|\d{1,3}(?:,\d{3})+")
_UNIT_SUFFIX = re.compile(r"\d[\d.,]*(?:C|F|K|M|B|G|MW|KW|GW|TB|GB|MB|KB|KM|KG|MM|CM|MPH|KPH|FT|HP|AM|PM|BN|TN|TWH|GWH|MWH|KWH|"
                          r"GHZ|MHZ|HZ|V|W|L|T|BC|AD|X|[KMGTk]Wh|[MGT]b(?:ps|it)?|[kMGT]Hz|[MGTP]J|[kMh]Pa|USD|EUR|GBP|JPY|CNY|"
                          r"BTC)\Z")


@dataclass(frozen=True)
class _Words:
    labels: frozenset[str]
    capital_labels: frozenset[str]
    products: frozenset[str]
    indices: frozenset[str]
    money: frozenset[str]
    open: frozenset[str]
    codes: frozenset[str]
    counted: frozenset[str]
    months: frozenset[str]
    zones: frozenset[str]
    maker: str
    airliners: frozenset[str]


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    table, calendar = lexicon.table("names"), lexicon.table("calendar")

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, table[name]))

    return _Words(words("labels"), words("capital_labels"), words("products"), words("indices"), words("money_prefixes"),
                  words("open_prefixes"),
                  words("figure_codes"), frozenset(lexicon.list("counted-nouns")),
                  frozenset([*calendar["months"], *calendar["weekdays"], *calendar["short_weekdays"]]),
                  frozenset(lexicon.table("zones")), str(table["airliners"]["maker"]),
                  frozenset(map(str, table["airliners"]["numbers"])))


def block_codes(scan: Scan) -> None:
    """Claim codes whole and the figures of labels and names."""
    text, words = scan.text, _words(scan.lexicon)
    flying = words.maker in text or _JET.search(text) is not None
    for hit in _FIGURE.finditer(text):
        start, end = hit.span()
        if scan.taken[start] or (start and text[start - 1].isdigit()):
            continue
        figure = hit.group().rstrip("'-/.,")
        end = start + len(figure)
        previous = text[start - 1:start]
        if previous and (previous.isalpha() or previous in "-./'&") and _glued(scan, start, end, words):
            continue
        if _is_code(text, start, end, figure, words):
            _claim(scan, start, end)
        elif previous in (" ", "\n", "#", ""):
            _after_word(scan, start, end, figure, words)
        if flying and figure.rstrip("s'") in words.airliners and not _counts(text, end, words):
            _claim(scan, start, end)


def _claim(scan: Scan, start: int, end: int) -> None:
    if scan.free(start, end):
        scan.block(start, end)


def _is_code(text: str, start: int, end: int, figure: str, words: _Words) -> bool:
    """Codes that begin with a figure: "3D", "10-K", "401(k)", "747-400", but not "100F" or "20INR"."""
    if figure.split("-")[0] in words.codes or (text[end:end + 1] == "(" and text[start:text.find(")", end) + 1] in words.codes):
        return True
    letters = figure.lstrip("0123456789")
    return bool(_CAPITAL_CODE.match(figure)) and not _UNIT_SUFFIX.match(figure) and letters not in words.money | words.zones


def _counts(text: str, end: int, words: _Words) -> bool:
    after = _NEXT.match(text, end)
    return bool(after and after[1].lower() in words.counted)


def _glued(scan: Scan, start: int, end: int, words: _Words) -> bool:
    """Letters right before the figure: "F-16", "COVID-19", but not "mid-2014", "RM100" or "Q4"."""
    text = scan.text
    lead = _LETTERS.search(text, max(0, start - 24), start)
    if not lead:
        return False
    bare = lead.group().strip("-.'/&").replace(".", "").replace("-", "")
    if not bare or bare in words.open or text[max(0, lead.start() - 1):lead.start()] in ("$", "£", "€", "¥"):
        return False
    if len(bare) > 2 and bare.lower() in words.open and bare.lower() != "under":
        return False
    if bare in words.money and (len(bare) > 1 or re.match(r"\d{3,}|\d+[.,]\d|\d+\s?(?:m|bn|b|k|million|billion|"
        r"trillion)\b|\d+ to the dollar", text[start:start + 19])):
        return False
    upper = any(c.isupper() for c in bare)
    if lead.group()[-1] == "." and not upper:
        return False
    if bare.lower() in ("u", "under"):
        if text[end - 1] == "s":
            return False
    elif not upper and not (lead.group()[-1].isalpha() and len(bare) >= 3):
        return False
    if lead.group()[-1] == "-" and bare[1:].islower() and len(bare) > 3 and bare not in words.products \
            and re.match(r"(?:19|20)\d\d\b", text[start:start + 5]):
        return False
    first = lead.start() + (len(lead.group()) - len(lead.group().lstrip("-.'/&")))
    _claim(scan, first, end)
    return True


def _after_word(scan: Scan, start: int, end: int, figure: str, words: _Words) -> None:
    text = scan.text
    before = text[max(0, start - 40):start]
    found = _WORD.search(before)
    if not found or not _PLAIN.match(figure):
        return
    word = found[1].rstrip(".")
    two = _TWO_WORDS.search(before)
    pair = two[1].rstrip(".") if two else ""
    year = len(figure) == 4 and figure.isdigit() and 1700 <= int(figure) <= 2100
    if _is_label(text, found.start() + max(0, start - 40), end, figure, word, pair, year, words):
        _claim(scan, start, end)
        at = end
        while (more := _MORE.match(text, at)) and not year:
            _claim(scan, *more.span(1))
            at = more.end()


def _is_label(text: str, at: int, end: int, figure: str, word: str, pair: str, year: bool, words: _Words) -> bool:
    if word in words.indices or pair in words.indices:
        return True
    after = _NEXT.match(text, end)
    following = after[1].lower() if after else ""
    if following.split(" ")[0] in _SCALES or word.endswith(("'s", "s'")):
        return False  # "issue 30 mln shares", "OPEC's 18 dlr target"
    if text[end:end + 1] == "%" or (following in words.counted and following not in ("strong", "different", "square", "more")):
        return False
    if _AMOUNT.fullmatch(figure) is not None:
        return False  # "issue 40m shares"
    if word in words.money or _UNIT_NEXT.match(text, end) is not None:
        return False  # "a volume 3 m³ larger"
    if "-" in figure and word.lower() in ("round", "part", "game", "season", "line", "set"):
        return False
    if figure[-2:] == ".0" and len(figure) == 3 and word[0].isupper() and word not in _NO_VERSION:
        return not text[end:end + 3].strip()[:1].isdigit() and following not in _AMOUNT_NEXT  # "Web 2.0"
    if word.lower() in words.labels:
        # "page 3" and "Section 702"; a year after a label is one only in the law or on the road
        return not year or word.lower() in ("section", "article", "resolution", "route", "highway", "flight", "room", "rule",
            "proposition")
    if year and not (word in words.products and word in ("Windows", "Office")):
        return False
    if word in words.capital_labels or pair in words.capital_labels or word in words.products or pair in words.products:
        return True
    if not word[0].isupper() and not (word[0] == "i" and word[1:2].isupper()):
        return False
    if word.lower() in _OPENERS or word in words.months or len(figure) > 4 or word.isdigit():
        return False
    if any(c.isupper() for c in word[1:]) and not word.isupper():
        return not _plural(text, end)
    if after is None or after.group()[0] != " " or not figure.isdigit() or len(figure) > 3:
        return False
    return following in _SINGULAR or (following in _GOES_WITH_NAMES and not _starts_sentence(text, at))


def _plural(text: str, end: int) -> bool:
    return bool(re.match(r"\s(?:[a-z]+\s)?[a-z]+(?<!s)s\b", text[end:end + 40]))


def _starts_sentence(text: str, at: int) -> bool:
    head = text[max(0, at - 4):at].rstrip(" \"'(")
    return not head or head[-1] in ".!?\n:"
