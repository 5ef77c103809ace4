"""What a rate is per: "a day", "per 100,000 people", "/km", "annually"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.lexemes import lexemes
from ..scan import Scan
from .compound import figure_at
from .units import UnknownUnit, unit_info
from .unitwords import UnitWords, unit_words

_LINK = re.compile(
    r"(?:(?P<or>\s+or\s+(?:more|less|so|fewer))?"
    r"(?:\s+|-)(?P<w>per|an?|each|every|for\s+(?:each|every)|to\s+(?:the|an|every))(?:\s+|-)|\s?(?P<s>/)\s?)",
    re.I,
)
#: kinds of measure of which something may go "to the": "eight miles to the gallon", "150 to the square mile"
_TO_THE = frozenset(["area", "volume", "mass", "length"])
_FURTHER = frozenset(["per", "a", "an", "each", "every", "in", "from", "for", "and", "or", "to", "at", "on",
                      "is", "was", "were", "are", "last", "since"])
_WORDS = re.compile(r"([A-Za-z][A-Za-z²³23]*\.?)(?:[\s-]([A-Za-z][A-Za-z²³23]*))?(?:[\s-]([A-Za-z]+))?")
_ADVERB = re.compile(r"\s+(per\s+annum|[a-z]+ly|a\s?piece|apiece)\b", re.I)
#: "80 million monthly users": no adverb
_ADJECTIVE = re.compile(
    r"\s(?!(?:in|by|for|to|on|from|and|or|at|since|as|but|while|with|across|after|before|"
    r"until|if|because|when|over|under|through|via|than|during)\b)[a-z]"
)


@dataclass(frozen=True, slots=True)
class Denominator:
    """What one amount is spread over: ``amount`` times the unit or noun ``name``; the text up to ``end`` says it."""

    name: str
    amount: float
    end: int
    people: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    time: dict[str, str]
    adverbs: dict[str, str]
    things: frozenset[str]
    skip: frozenset[str]
    people: tuple[str, ...]
    later: frozenset[str]


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    t = lexicon.table("rates")
    return _Table(
        dict(t["time"]),
        dict(t["adverbs"]),
        frozenset(t["things"]),
        frozenset(t["skip"]),
        tuple(sorted(t["people"], key=len, reverse=True)),
        frozenset(t["later"]),
    )


def denominators(scan: Scan, end: int) -> list[Denominator]:
    """The denominators that stand right after ``end``, at most three ("per person per week"); [] if none does."""
    found: list[Denominator] = []
    while len(found) < 3:
        one = _denominator(scan, end, bool(found))
        if one is None:
            break
        found.append(one)
        end = one.end
    return found


def _denominator(scan: Scan, end: int, further: bool) -> Denominator | None:
    text, table = scan.text, _table(scan.lexicon)
    m = _LINK.match(text, end)
    if m is None:
        adverb = _ADVERB.match(text, end)
        name = table.adverbs.get(" ".join(adverb[1].lower().split())) if adverb is not None else None
        if (
            adverb is not None
            and _ADJECTIVE.match(text, adverb.end()) is not None
            and adverb[1].lower() not in ("annually", "per annum", "apiece")
        ):
            return None
        return None if adverb is None or name is None else Denominator(name, 1.0, adverb.end())
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


def _after_slash(scan: Scan, start: int) -> Denominator | None:
    table = unit_words(scan.lexicon)
    m = _WORDS.match(scan.text, start)
    if m is None:
        return None
    word = m[1].rstrip(".")
    unit = (
        table.short.get(word)
        or table.words.get(word.lower())
        or table.glued.get(word)
        or _table(scan.lexicon).time.get(word.lower())
    )
    return None if unit is None else Denominator(unit, 1.0, m.start(1) + len(word))


def _after_number(scan: Scan, amount: float, end: int) -> Denominator | None:
    """As in "per 100,000 people": the people may be unsaid; "per 100 km" has a unit."""
    text = scan.text
    if text[end : end + 1] == "-":
        return None  # "per eight-hour shift"
    for phrase in _table(scan.lexicon).people:
        if (
            text[end + 1 : end + 1 + len(phrase)].lower() == phrase
            and not text[end + 1 + len(phrase) : end + 2 + len(phrase)].isalpha()
        ):
            return Denominator("person", amount, end + 1 + len(phrase), True)
    m = _WORDS.match(text, end + 1) if text[end : end + 1] == " " else None
    if m is not None:
        table = unit_words(scan.lexicon)
        unit = table.words.get(m[1].lower()) or table.short.get(m[1])
        if unit is not None:
            return Denominator(unit, amount, m.end(1))
        if m[1].lower().endswith("s") and len(m[1]) > 3 and m[1].lower() not in ("is", "was", "has", "as", "this", "versus"):
            return Denominator(
                "person" if amount >= 1000 else lexemes(scan.lexicon).singular(m[1]), amount, m.end(1), amount >= 1000
            )
    return Denominator("person", amount, end, True)


def _word(scan: Scan, m: re.Match[str], amount: float, link: str, hyphen: bool) -> Denominator | None:
    table, units = _table(scan.lexicon), unit_words(scan.lexicon)
    words = _of_sentence(m)
    if len(words) > 1 and words[0][0].lower() in table.skip and words[1][0].lower() not in _FURTHER:
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
            if unit is None and (
                not raw.isalpha()
                or len(raw) < 3
                or phrase in ("cent", "cents", "the", "se", "diem", "capita")
                or raw[0].isupper()
            ):
                return Denominator("person", amount, end, True) if phrase == "capita" else None
            if (
                link != "per"
                and n < len(words)
                and (words[n][0].lower() in table.later or (words[n][0].lower() == "and" and _and_half(scan.text, end)))
            ):
                return None
            if link != "per" and not hyphen and name is None and units.words.get(phrase) is None and phrase not in table.things:
                return None
            if unit == "each" or (link.startswith("to") and (unit is None or _kind(unit) not in _TO_THE)):
                return None
            return Denominator(unit or lexemes(scan.lexicon).singular(raw), amount, end)
    return None


def _of_sentence(m: re.Match[str]) -> list[tuple[str, int]]:
    """The words, each with its end, as far as the sentence goes: "$3 million a day. After that"."""
    words: list[tuple[str, int]] = []
    for i, w in enumerate(m.groups(), 1):
        if w:
            words.append((w.rstrip("."), m.end(i) - (len(w) - len(w.rstrip(".")))))
            if w.endswith(".") and w.lower() not in ("sq.", "cu."):
                break
    return words


def _kind(unit: str) -> str:
    try:
        return unit_info(unit).kind
    except UnknownUnit:
        return ""


def _and_half(text: str, end: int) -> bool:
    return re.match(r"\s+and\s+a\s+half|\s+and\s+a\s+quarter", text[end : end + 16]) is not None


def _power(units: UnitWords, words: list[tuple[str, int]]) -> str | None:
    low = [w.lower() for w, _ in words]
    power = units.powers.get(low[0])
    if power is None or len(low) != 2:
        return None
    base = units.words.get(low[1]) or units.short.get(words[1][0])
    return f"{base}**{power}" if base else None
