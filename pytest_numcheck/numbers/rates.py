"""Rates: "$75 a barrel", "12,000 soldiers every day", "18.9 deaths per 100,000 people per year"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..base.lexicon import Lexicon
from . import quantulum
from .compound import figure_at
from .dimension import SPEED
from .lexemes import lexemes
from .line import Line
from .nouns import nouns
from .scan import Draft, Scan
from .units import UnknownUnit, loose_unit_info, unit_info
from .unitwords import UnitWords, unit_words

_SOON = re.compile(r"[^.;:(!?\"]{0,70}?(?:[\s-](?:per|a|an|each|every|annually|daily|monthly|weekly|hourly|yearly|nightly)\b|/)", re.I)
_LINK = re.compile(r"(?:(?P<or>\s+or\s+(?:more|less|so|fewer))?(?:\s+|-)(?P<w>per|an?|each|every|for\s+(?:each|every))(?:\s+|-)|\s?(?P<s>/)\s?)", re.I)
_WORDS = re.compile(r"([A-Za-z][A-Za-z²³23]*\.?)(?:[\s-]([A-Za-z][A-Za-z²³23]*))?(?:[\s-]([A-Za-z]+))?")
_ADVERB = re.compile(r"\s+(per\s+annum|[a-z]+ly|a\s?piece|apiece)\b", re.I)
#: "80 million monthly users": no adverb
_ADJECTIVE = re.compile(r"\s(?!(?:in|by|for|to|on|from|and|or|at|since|as|but|while|with|across|after|before|until|if|because|when|over|under|through|via|than|during)\b)[a-z]")
_RATED = frozenset(["count", "money", "percent", "duration", "length", "area", "volume", "mass", "energy", "power", "data", "angle", "measure", "percent-point"])


@dataclass(frozen=True, slots=True)
class _Table:
    time: dict[str, str]
    adverbs: dict[str, str]
    things: frozenset[str]
    skip: frozenset[str]
    people: tuple[str, ...]
    later: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Denominator:
    name: str
    amount: float
    end: int
    people: bool = False


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    t = lexicon.table("rates")
    return _Table(dict(t["time"]), dict(t["adverbs"]), frozenset(t["things"]), frozenset(t["skip"]),
                  tuple(sorted(t["people"], key=len, reverse=True)), frozenset(t["later"]))


def extend(scan: Scan) -> None:
    """Turn amounts with a denominator into rates, in place; a length over a time stays a speed."""
    text, gone = scan.text, set[int]()
    drafts = scan.drafts
    for i, draft in enumerate(drafts):
        if i in gone or draft.kind not in _RATED or draft.value is None or _SOON.match(text, draft.end) is None:
            continue
        found, noun = _denominators(scan, draft.end), None
        if not found and draft.kind == "count":
            noun = _counted(scan, draft)
            if noun is not None:
                found = _denominators(scan, noun[0])
        if not found:
            continue
        if noun is not None:
            draft.noun, draft.head = noun[1], noun[2]
        _make(draft, found)
        draft.end = found[-1].end
        gone.update(j for j in range(i + 1, min(i + 6, len(drafts))) if drafts[j].start < draft.end)
        scan.block(draft.start, draft.end)
    if gone:
        scan.drafts[:] = [d for j, d in enumerate(drafts) if j not in gone]


def _counted(scan: Scan, draft: Draft) -> tuple[int, str, str] | None:
    """Where the counted noun phrase ends, its words and its head."""
    sentence = scan.article.sentence_at(draft.start)
    line = Line.of(scan.text, draft.end, min(sentence.end, draft.end + 90), ())
    phrase = nouns(scan.lexicon).after(line, 0, draft.value == 1)
    return None if phrase is None else (line.ends[phrase.head], phrase.noun, phrase.lemma)


def _denominators(scan: Scan, end: int) -> list[_Denominator]:
    found: list[_Denominator] = []
    while len(found) < 3:
        one = _denominator(scan, end, bool(found))
        if one is None:
            break
        found.append(one)
        end = one.end
    return found


def _denominator(scan: Scan, end: int, further: bool) -> _Denominator | None:
    text, table = scan.text, _table(scan.lexicon)
    m = _LINK.match(text, end)
    if m is None:
        adverb = _ADVERB.match(text, end)
        name = table.adverbs.get(" ".join(adverb[1].lower().split())) if adverb is not None else None
        if adverb is not None and _ADJECTIVE.match(text, adverb.end()) is not None and adverb[1].lower() not in ("annually", "per annum", "apiece"):
            return None
        return None if adverb is None or name is None else _Denominator(name, 1.0, adverb.end())
    if m["s"]:
        return _after_slash(scan, m.end())
    link = m["w"].lower()
    if link == "per" or link.startswith("for"):
        number = figure_at(text, m.end())
        if number is not None and number.value != 1:
            return _after_number(scan, number.value, number.end)
    words = _WORDS.match(text, m.end())
    if words is None:
        return None
    return _word(scan, words, 1.0, "each" if link.startswith("for") else link, m.group().startswith("-"))


def _after_slash(scan: Scan, start: int) -> _Denominator | None:
    table = unit_words(scan.lexicon)
    m = _WORDS.match(scan.text, start)
    if m is None:
        return None
    unit = table.short.get(m[1]) or table.words.get(m[1].lower()) or table.glued.get(m[1]) or _table(scan.lexicon).time.get(m[1].lower())
    if unit is None and m[1] in ("hr", "h", "s", "d"):
        unit = {"hr": "hour", "h": "hour", "s": "second", "d": "day"}[m[1]]
    return None if unit is None else _Denominator(unit, 1.0, m.end(1))


def _after_number(scan: Scan, amount: float, end: int) -> _Denominator | None:
    """"per 100,000 people": the people may be unsaid; "per 100 km" has a unit."""
    text = scan.text
    if text[end : end + 1] == "-":
        return None  # "per eight-hour shift"
    for phrase in _table(scan.lexicon).people:
        if text[end + 1 : end + 1 + len(phrase)].lower() == phrase and not text[end + 1 + len(phrase) : end + 2 + len(phrase)].isalpha():
            return _Denominator("person", amount, end + 1 + len(phrase), True)
    m = _WORDS.match(text, end + 1) if text[end : end + 1] == " " else None
    if m is not None:
        table = unit_words(scan.lexicon)
        unit = table.words.get(m[1].lower()) or table.short.get(m[1])
        if unit is not None:
            return _Denominator(unit, amount, m.end(1))
        if m[1].lower().endswith("s") and len(m[1]) > 3 and m[1].lower() not in ("is", "was", "has", "as", "this", "versus"):
            return _Denominator("person" if amount >= 1000 else lexemes(scan.lexicon).singular(m[1]), amount, m.end(1), amount >= 1000)
    return _Denominator("person", amount, end, True)


def _word(scan: Scan, m: re.Match[str], amount: float, link: str, hyphen: bool) -> _Denominator | None:
    table, units = _table(scan.lexicon), unit_words(scan.lexicon)
    words = [(w.rstrip("."), m.end(i) - (len(w) - len(w.rstrip(".")))) for i, w in enumerate(m.groups(), 1) if w]
    if len(words) > 1 and words[0][0].lower() in table.skip:
        words = words[1:]
    for n in range(min(len(words), 3), 0, -1):
        raw = " ".join(w for w, _ in words[:n])
        phrase, end = raw.lower(), words[n - 1][1]
        name = table.time.get(phrase)
        if name is not None or phrase in table.things or link == "per":
            unit = name or units.words.get(phrase) or units.short.get(raw) or _power(units, words[:n])
            if unit is None and phrase in table.things:
                unit = phrase.replace(" ", "_").replace("-", "_")
            if unit is None and n > 1:
                continue
            if unit is None and (not raw.isalpha() or len(raw) < 3 or phrase in ("cent", "cents", "the", "se", "diem", "capita") or raw[0].isupper()):
                return _Denominator("person", amount, end, True) if phrase == "capita" else None
            if link != "per" and n < len(words) and (words[n][0].lower() in table.later or words[n][0].lower() == "and" and _and_half(scan.text, end)):
                return None
            if link != "per" and not hyphen and name is None and units.words.get(phrase) is None and phrase not in table.things:
                return None
            if unit == "each":
                return None
            return _Denominator(unit or lexemes(scan.lexicon).singular(raw), amount, end)
    return None


def _and_half(text: str, end: int) -> bool:
    return re.match(r"\s+and\s+a\s+half|\s+and\s+a\s+quarter", text[end : end + 16]) is not None


def _power(units: UnitWords, words: list[tuple[str, int]]) -> str | None:
    low = [w.lower() for w, _ in words]
    power = units.powers.get(low[0])
    if power is None or len(low) != 2:
        return None
    base = units.words.get(low[1]) or units.short.get(words[1][0])
    return f"{base}**{power}" if base else None


def _make(draft: Draft, found: list[_Denominator]) -> None:
    top = draft.unit or draft.head or "1"
    first = found[0]
    name = top
    for d in found:
        name += f"/{d.amount:.0f}" if d.amount != 1 else ""
        name += "" if d.people and d.amount != 1 else f"/{d.name}"
    named = _asked(draft.unit, first) if len(found) == 1 and draft.unit is not None and first.amount == 1 else None
    name = named or name
    info = loose_unit_info(name.replace(" ", "_"))
    draft.unit, draft.dimension, draft.scale, draft.shift = name, info.dimension, info.scale, info.shift
    draft.kind = "speed" if info.dimension == SPEED and first.name in ("second", "minute", "hour", "millisecond") else "rate"
    draft.currency = info.currency
    draft.per, draft.per_amount = first.name, first.amount


def _asked(unit: str, denominator: _Denominator) -> str | None:
    """quantulum3's name for the quotient, if it is of the dimension and size of the parts."""
    ours = f"{unit}/{denominator.name}"
    try:
        expected = unit_info(ours)
    except UnknownUnit:
        return None
    if "**" in ours or expected.currency is not None:
        return None
    answer = quantulum.unit_of(f"{unit.replace('_', ' ')}s per {denominator.name.replace('_', ' ')}")
    try:
        theirs = unit_info(answer) if answer is not None else None
    except UnknownUnit:
        return None
    if theirs is None or theirs.dimension != expected.dimension or abs(theirs.scale / expected.scale - 1) > 1e-6:
        return None
    return answer
