"""Ages: "Smith, 44,", "65-year-old", "aged 18 to 34", "at the age of 95", "died at 84", "in his 60s"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.allowed import place
from ..digits.smallwords import CARDINAL, cardinal
from ..dimension import TIME
from ..interval import Interval
from ..scan import Draft, Scan

#: Seconds in the units that ages come in; the year is the Julian one, as in pint.
SECONDS = {"year": 31_557_600.0, "month": 2_629_800.0, "week": 604_800.0, "day": 86_400.0, "hour": 3600.0}
_MAGNITUDE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, None: 1.0}

_N = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d{{1,3}})?|{CARDINAL}"
_FREE = r"(?<![\w$£€.,:/%-])"
_OLD_TAIL = re.compile(r"(?:year|month|week|day|hour|Year)s?[-\s]{1,3}(?:[Oo]lds?\b|of\s+age\b)")
_OLD = re.compile(
    rf"{_FREE}(?:(?P<a>{_N})(?:[- ]years?)?(?:-?\s?(?:to|or|and)\s?-?|-?\s?[-–]\s?))?(?P<n>{_N})(?:\s?(?P<mag>hundred|thousand|"
    rf"million|billion|m|bn)\b)?"
    r"(?:[-\s]{1,3}(?P<unit>year|month|week|day|hour)s?[-\s]{1,3}olds?|\s+(?P<unit2>year|month)s?\s+of\s+age)(?!\w)", re.I)
_ALONE = (r"(?![\w%°$£€:]|[.,]\d|-[a-z]|\s?(?:%|percent|per cent|million|billion|thousand|hundred|[ap]\.?m\b)|\s+(?:times|"
          r"minutes?|hours?|weeks?|days?|people)\b)")
_AGED = re.compile(
    rf"\b(?:aged?|ages)\s+(?:of\s+)?(?P<span>between\s+|from\s+)?(?:(?:over|under|about|around|only|just|at least|"
    rf"approximately|roughly|nearly|almost)\s+)?"
    rf"(?P<n>{_N})(?:(?P<to>\s?[-–]\s?|\s+to\s+|\s+and\s+|\s+or\s+)(?P<b>{_N}))?(?:\s+(?P<unit>month|week|day|"
    rf"year)s?\b(?!\s+ago))?{_ALONE}", re.I)
_AND_OLD = re.compile(r"(?<![\w$£€.,:/%-])(?P<n>\d{1,3}(?:\.\d)?)(?:,|,?\s+and|\s+or)\s+\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s+\Z")
_YO = re.compile(r"(?<![\w$£€.,:/%-])(?P<n>\d{1,3})[\s-]?(?:yo|y/o|y\.o\.)(?![\w])")
_AND_MORE = re.compile(rf"(?:,|,?\s+and)\s+(?P<n>\d{{1,3}}|{CARDINAL})(?=[.,;)]|\s+and\s+(?:\d|{CARDINAL}[.,;)]))", re.I)
_AGE_NOUN = re.compile(r"\bages?\b(?:\s+[\w-]+){0,5}?\s+(?:is|was|at|to|from|of|be|being|were|as)\s+(?:(?:about|around|just|only|"
                       r"now)\s+)?(?P<n>\d{1,2}(?:\.\d)?)"
                       r"(?:\s+(?:to|and)\s+(?:(?:at least|about|around|over)\s+)?(?P<b>\d{1,2}(?:\.\d)?))?(?=[.,;)]|"
                       r"\s+(?:to|from|and|in|for|by|years?|on|while|but|"
                       r"when|with|compared)\b|\Z)", re.I)
_LIFE = re.compile(
    rf"\b(?:(?P<verb>died|dies|die|dead|dying|retired?|retires|retiring|married|marry|drowned|orphaned|widowed|emigrated|"
    rf"left school|left home)"
    rf"(?:\s+\w+){{0,3}}?\s+at|turn(?:s|ed|ing)?)\s+(?:(?:just|only|about|around)\s+)?(?P<n>\d{{1,3}}|{CARDINAL})(?=[.,;)]|"
    rf"\s+(?:on|in|this|next|last|and|when|before|"
    rf"after|from|of|with|while|but|years?|as)\b|\s*\n|\s*\Z){_ALONE}", re.I)
_EXPECTANCY = re.compile(
    r"\blife expectancy\b(?:\s+(?!from\b)[\w-]+){0,8}?\s+(?:of|is|was|at|to|be|reached|averages?|averaged)\s+"
    r"(?:(?:just|only|about|around|over|under|nearly|almost)\s+)?(?P<n>\d{2}(?:\.\d{1,2})?)"
    r"(?=[.,;)]|\s+(?:to|from|and|in|for|by|on|while|but|when|with|compared|is|was|years)\b(?!\s+old)|\Z)"
    r"(?:\s+years\b)?(?:\s+from\s+(?P<b>\d{2}(?:\.\d{1,2})?)(?=[.,;)]|\s+(?:in|a|at)\b|\Z))?", re.I)
_PRONOUN = re.compile(
    r"\b(?:he|she|I|who|they|we)(?:\s+(?:is|was|are|were|am)|'s|'m|'re)\s+(?:(?:just|only|now|already|about|around|still|then|"
    r"nearly|almost)\s+)?"
    rf"(?P<n>\d{{1,2}}|{CARDINAL})(?=[.,;)]|\s+(?:and|when|but|at\sthe\stime|now|with)\b|\s*\n|\s*\Z){_ALONE}", re.I)
#: "was 17 when he", "she will be 90 in July"
_WHEN = re.compile(rf"\b(?:was|were)\s+(?:(?:just|only|about|already|still)\s+)?(?P<n>\d{{1,2}}|"
                   rf"{CARDINAL})(?=\s+(?:years\s+of\s+age\s+)?"
                   r"when\s+(?:he|she|they|I|his|her|we)\b)", re.I)
_AT_IN = re.compile(r"\bat\s+(?:just\s+|only\s+)?(?P<n>[1-9]\d),?\s+in\s+(?=1[5-9]\d\d\b|20\d\d\b)")
#: "At 27 he is the oldest"
_AT_HE = re.compile(r"\bAt\s+(?:just\s+|only\s+|barely\s+)?(?P<n>1[3-9]|[2-9]\d),?\s+s?he(?=\s(?!said|says|added|told)|['’])")
_NAMED_IS = re.compile(r"\b[A-Z][a-z]+ [A-Z][\w'-]+,? is (?:now |just |only )?(?P<n>[1-9]\d)(?=[.;](?!\d)| and (?:has|is|"
                       r"lives|was|still)\b)")
_WILL_BE = re.compile(r"\b(?:he|she|who|[A-Z][a-z]+)\s+(?:will\s+be|would\s+be|would\s+have\s+been|will\s+turn)\s+(?P<n>\d{1,3})"
                      r"(?=\s+(?:this|next|on|in)\s+(?:[A-Z][a-z]+|month|week|year|spring|summer|autumn|fall|winter)\b|\.)")
_OBITUARY = re.compile(r"(?:^|[.!?]\s|\n)[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}, (?:the|a|an|who|former|one)\s[^.;\d]{3,120}"
                       r", was (?P<n>[2-9]\d)(?=\.(?!\d))")
_BORN = re.compile(r"\bborn\b[^.;]{3,60}?[,)]\s+(?:is|was|turns|turned)\s+(?:now\s+)?(?P<n>\d{1,3})"
                   r"(?=[.,;)]|\s+(?:and|when|but)\b)")
_COMMA = re.compile(r",\s(?:both\s|now\s|then\s|who is\s|aged\s)?(?P<n>\d{1,3})"
                    r"(?=,(?!\d| or )|[;)]|\.(?!\d)|\s(?:and|who|told|said|says)\b)")
_WORD_BEFORE = re.compile(r"(?<!\d)[A-Za-z][\w'.-]*[a-z.IV]'?\Z")
_BRACKET = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w'-]+ \((?P<n>[1-9]\d)\)(?=,?\s(?:said|told|from|who|a|an|of)\b)|"
                      r"\b[A-Z][a-z]+ \((?P<m>[1-9]\d)\)(?=,?\s(?:said|told|says)\b)")
_IN_HIS = re.compile(r"\b(?:his|her|their|my|our|your)\s+(?:(?:early|mid|late|"
                     r"middle)[-\s]+(?:to\s+late[-\s]+)?)?(?:(?P<d>[2-9]0)'?s|"
                     r"(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?P<t>teens))(?:\s+(?:and|"
                     r"or|to)\s+(?:early\s+)?(?P<e>[2-9]0)'?s)?\b", re.I)
_GROUP = re.compile(rf"\b(?P<way>over|under)[- ](?P<n>\d\d|{CARDINAL})'?s\b", re.I)
_OVER = re.compile(
    r"\b(?:people|persons|children|adults|men|women|those|anyone|everyone|boys|girls|workers|citizens|kids|voters|pensioners|"
    r"residents|"
    r"patients|pupils|players|drivers|girl|boy|child|person|anybody)\s+(?:who are\s+|aged\s+)?(?:over|under|above|below|"
    r"older than|"
    rf"younger than)\s+(?P<n>\d{{1,2}}|{CARDINAL})(?=[.,;)]|\s+(?:and|or|who|in|were|was|are|is|have|has|had|can|will|would|"
    rf"must|may|travel|get|go|pay|live|need|should|do|does|"
    rf"from|with|to|at)\b|\s*\n|\s*\Z){_ALONE}", re.I)
_TENS = {w: 20 + 10 * i for i, w in enumerate(["twenties", "thirties", "forties", "fifties", "sixties", "seventies",
    "eighties", "nineties"])}


#: patterns and words of which one must occur, for speed
_GATED = (
    (_LIFE, ("died", "dies", " die ", "dead", "dying", "retir", "turn", "marri", "marry", "drown", "left ", "orphan", "widow",
             "emigr")),
    (_PRONOUN, ("he ", "she ", "i ", "who ", "they ", "we ", "'s ", "'m ", "'re ")),
    (_BORN, ("born",)),
    (_WHEN, (" when ",)),
    (_AT_IN, ("at ",)),
    (_AT_HE, ("at ",)),
    (_NAMED_IS, (" is ",)),
    (_WILL_BE, ("will be ", "would be ", "have been ", "will turn ")),
    (_OBITUARY, (", was ",)),
    (_OVER, ("over ", "under ", "above ", "below ", "older ", "younger ")),
)


@lru_cache(maxsize=8)
def _not_people(lexicon: Lexicon) -> frozenset[str]:
    table = lexicon.table("calendar")
    words = [*table["months"], *table["weekdays"], *table["short_weekdays"]]
    return frozenset([w.lower() for w in words] + ["than", "least", "most", "about", "around", "only", "just", "also",
        "however", "but", "and", "or", "of", "in", "at", "on", "to", "by", "with", "for", "from", "well", "yes", "no", "then",
        "now", "so", "such", "total", "number", "numbers", "respectively", "chapter", "verse", "section", "page", "article",
        "percent", "goals", "points", "votes", "seats", "games", "matches", "rows", "years", "minutes", "times",
        "approximately", "includes", "including", "including,", "namely"])


def find(scan: Scan) -> None:
    """Claim ages; unit year unless another is printed. An age of 54 allows all of [54, 55) years unless hedged."""
    text = scan.text
    lower = text.lower()
    for tail in _OLD_TAIL.finditer(text):
        for hit in _OLD.finditer(text, max(0, tail.start() - 60), tail.end()):
            _old(scan, hit)
            # "at 28.3 and 27.2 years old"
            first = _AND_OLD.search(text, max(0, hit.start() - 12), hit.start())
            if first and not hit["a"] and "-" not in hit.group():
                _one(scan, first, "n")
    if " yo " in lower or "yo " in lower or "y/o" in lower or "y.o" in lower:
        for hit in _YO.finditer(text):
            scan.add(_draft(hit.start(), hit.end(), float(hit["n"])))
    if "age" in lower:
        for hit in _AGED.finditer(text):
            _aged(scan, hit)
    if "life expectancy" in lower:
        for hit in _EXPECTANCY.finditer(text):
            for group in ("n", "b"):
                if hit[group]:
                    end = hit.end(group) + (6 if text.startswith(" years", hit.end(group)) else 0)
                    scan.add(_draft(hit.start(group), end, float(hit[group])))
    if "age" in lower:
        for hit in _AGE_NOUN.finditer(text):
            for group in ("n", "b"):
                _one(scan, hit, group)
    for pattern, words in _GATED:
        if any(w in lower for w in words):
            for hit in pattern.finditer(text):
                _one(scan, hit, "n")
    _beside_names(scan)
    for hit in _IN_HIS.finditer(text):
        _decade_of_life(scan, hit)
    if "over" in lower or "under" in lower:
        for hit in _GROUP.finditer(text):
            if "-" not in hit.group() and not hit.group().endswith("s"):
                continue
            n = cardinal(hit["n"]) or 0
            over = hit["way"].lower() == "over"
            scan.add(_draft(hit.start("n"), hit.end(), n, hedge="more-than" if over else "less-than",
                            fixed=Interval(n, float("inf"), False, True) if over else Interval(0, n, False, True)))


def _number(words: str) -> float | None:
    plain = words.replace(",", "")
    return float(plain) if plain[0].isdigit() else cardinal(plain)


def _draft(start: int, end: int, n: float, last: float | None = None, unit: str = "year", worded: bool = False,
           hedge: str | None = None, fixed: Interval | None = None) -> Draft:
    top = max(n, last or n)
    if fixed is None and top >= 130:
        # a round age of a thing is rounded, not completed years
        fixed = Interval(n - place(n, None) / 2, top + place(top, None) / 2)
    return Draft(start, end, "age", n, last, unit, scale=SECONDS[unit], dimension=TIME, worded=worded, hedge=hedge, fixed=fixed,
                 step=None if worded else 1.0 if n == int(n) else 0.1)


def _old(scan: Scan, hit: re.Match[str]) -> None:
    a, n = _number(hit["a"]) if hit["a"] else None, _number(hit["n"])
    size = _MAGNITUDE[hit["mag"].lower() if hit["mag"] else None]
    if n is None:
        return
    unit = (hit["unit"] or hit["unit2"]).lower()
    low = a if a is not None else n
    start = hit.start("a") if a is not None else hit.start("n")
    joined = scan.text[hit.end("a"):hit.start("n")].strip() == "and" if a is not None else False
    if a is not None and (a >= n or (joined and not _BETWEEN.search(scan.text, max(0, hit.start("a") - 12), hit.start("a")))):
        # "10 and 5-year-old", "at 28.3 and 27.2 years old": two things, not a range
        low, start, a = n, hit.start("n"), None
        if re.fullmatch(r"(?:,|\s?(?:and|or))\s?", scan.text[hit.end("a"):hit.start("n")]):
            _one(scan, hit, "a")
    if size != 1:
        low = low * size if a is None or low * size <= n * size else low
        draft = _draft(start, hit.end(), low, n * size if a is not None else None, unit)
        draft.step = size / 10 ** len(hit["n"].partition(".")[2])
        draft.worded = not hit["n"][0].isdigit()
    else:
        draft = _draft(start, hit.end(), low, n if a is not None else None, unit, not hit["n"][0].isdigit())
    scan.add(draft)


def _aged(scan: Scan, hit: re.Match[str]) -> None:
    n, b = _number(hit["n"]), _number(hit["b"]) if hit["b"] else None
    if n is None or n > 130:
        return
    unit = (hit["unit"] or "year").lower()
    end = hit.end("unit") if hit["unit"] else hit.end()
    stop = end + 1 if hit["unit"] and scan.text[end:end + 1] == "s" else end
    worded = not hit["n"][0].isdigit()
    between = hit["span"] or re.search(r"\bbetween the\s\Z", scan.text[max(0, hit.start() - 12):hit.start()], re.I)
    if b is not None and (between or hit["to"].strip() not in ("and", "or")) \
            and not ((hit["span"] or "").strip().lower() == "from" and hit.group()[:4].lower() == "age "):
        scan.add(_draft(hit.start("n"), stop, n, b, unit, worded))
    else:
        scan.add(_draft(hit.start("n"), hit.end("n") if b is not None else stop, n, None, unit, worded))
        if b is not None:
            scan.add(_draft(hit.start("b"), stop, b, None, unit, worded))
    at = stop
    while more := _AND_MORE.match(scan.text, at):
        value = cardinal(more["n"])
        if value is None or value > 120:
            break
        if not scan.add(_draft(more.start("n"), more.end("n"), value, worded=not more["n"].isdigit())):
            break
        at = more.end()


def _one(scan: Scan, hit: re.Match[str], group: str) -> None:
    if hit[group] is None:
        return
    n = _number(hit[group])
    if n is not None and 0 < n <= 130:
        scan.add(_draft(hit.start(group), hit.end(group), n, worded=not hit[group][0].isdigit()))


def _beside_names(scan: Scan) -> None:
    text, skip = scan.text, _not_people(scan.lexicon)
    for hit in _COMMA.finditer(text):
        named, n = _WORD_BEFORE.search(text, max(0, hit.start() - 30), hit.start()), int(hit["n"])
        if not named:
            continue
        word, after = named.group(), text[hit.end():hit.end() + 6]
        if not 0 < n <= 120 or word.lower().rstrip(".'") in skip or re.match(r",\s\d", after):
            continue
        comma = after.startswith(",")
        if word[0].islower() and (not comma or word.endswith("ly")):
            continue
        if not comma and re.search(r"(?:^|[.!?]\s)(?:In|At|On|By|From|For|Of|After|Before|During|"
                                   r"Since)\s[^.!?]*\Z", text[max(0, named.start() - 80):named.start()]):
            continue
        scan.add(_draft(hit.start("n"), hit.end("n"), n))
    if "(" in text:
        for hit in _BRACKET.finditer(text):
            _one(scan, hit, "m" if hit["m"] else "n")


def _decade_of_life(scan: Scan, hit: re.Match[str]) -> None:
    if hit["t"]:
        if hit["e"]:
            scan.add(_draft(hit.start("e"), hit.end(), int(hit["e"]), int(hit["e"]) + 9))
        return
    low = int(hit["d"]) if hit["d"] else _TENS[hit["w"].lower()]
    start = hit.start("d") if hit["d"] else hit.start("w")
    high = (int(hit["e"]) if hit["e"] else low) + 9
    scan.add(_draft(start, hit.end(), low, high, worded=not hit["d"]))
