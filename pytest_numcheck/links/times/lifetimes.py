"""Births, ages and dated events near each other where no name ties them: the only birth that a passage tells, and its ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.now import latest
from ..clauses.people import People
from ..clauses.rows import Rows
from ..model import Link
from ..prose.view import View

_BORN = re.compile(r"(?<![\w-])(?:[Bb]orn|[Dd]ate of birth|[Bb]irth ?date|[Bb]irthday)(?!\w)")
_GAP = re.compile(r"(?:(?! (?:who|which|but|while|when|after|before|until|since|than) )[^;()\d]){0,80}\Z")
_BRACKET = re.compile(r"[A-Z][\w'-]*\w \((?:b\. ?|born )?\Z")
#: the age of the passage's person at another time, with the date of it near by
_THEN = re.compile(r"(?:\b(?:aged?|at(?: the)? age(?: of)?|turn(?:ed|s|ing)|(?:she|he) was|(?:was|were)|at|aged just|at only)"
                   r"(?: just| only)? )\Z", re.I)
_OLD = re.compile(r"-old\Z")
_NOW = re.compile(r"(?:,|\(|\b(?:now|is|I am|I'm|he's|she's|turn(?:ed|s)|the|an?|she was|he was|(?:died|dies|dead|"
                  r"dying)(?:,? [^;()]{0,60}?)?,? (?:at(?: the)?(?: age(?: of)?)?|aged?))) ?\Z", re.I)
#: "At 75, she still teaches"
_STILL = re.compile(r",? (?:[\w'.-]+ ){1,4}(?:still|now|is|has|remains|continues|plans|hopes|wants|runs|works|lives|plays|swims|"
                    r"drives|looks|shows)\b")
_SHE_WAS = re.compile(r"(?:He|She) was (?:just |only )?\Z")
_WHEN = re.compile(r"[ ,]*(?:years old |years of age )?(?:when|as|in|on|then|at the time)\b", re.I)
_WAS_NOT = re.compile(r"\b(?:when|while|until|till|since|before|after|because|than|would|not|if|from|between|under|"
                      r"over)\b[^,;.]{0,40}\Z", re.I)
_DEAD = re.compile(r"(?<![\w-])(?:died|dies|dead|passed away|death|killed|drowned|murdered)(?!\w)", re.I)
#: how many sentences an age may stand from the birth
_FAR, _NEAR = 4, 70
#: years by which ages and years are mistyped, besides turned digits
_STEPS = (10, -10, 100, -100)


@lru_cache(maxsize=8)
def _kin(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in lexicon.list("kin"))
    return re.compile(rf"\b(?:his|her|their|whose|my|our|\w+'s)\s+(?:[\w-]+ ){{0,2}}(?:{words})\b", re.I)


@dataclass(frozen=True, slots=True)
class _Birth:
    mention: Mention
    person: str | None


def find(view: View, linked: frozenset[int]) -> Iterator[Link]:
    """Links lived(birth, when, age), aged(birth, age) and life(life, age), for ages that no name has tied to a birth."""
    ages = [m for m in view.reading.mentions if m.kind == "age" and m.id not in linked and m.value is not None
            and m.value2 is None and m.unit == "year" and m.hedge is None and 0 < m.value < 120]
    if ages:
        yield from _lives(view, ages)
    if not ages or not _BORN.search(view.article.text):
        return
    people = People(view.article, view.lexicon)
    births = {b.mention.id: b for b in _births(view, people)}
    rows = Rows(b.mention for b in births.values())
    dated = Rows(m for m in view.reading.mentions if m.kind in ("date", "year") and _dated(m))
    for age in ages:
        near = [births[m.id] for m in rows.within(age.sentence - _FAR, age.sentence + _FAR)]
        if len(near) == 1 and not _other_person(view, people, age, near[0]):
            yield from _told(view, near[0], age, len(births) == 1, dated)


def _lives(view: View, ages: list[Mention]) -> Iterator[Link]:
    """"Anna Weiss (1931-2013)" and the age at which somebody died, where the story brackets one life only."""
    text = view.article.text
    rows = [m for m in view.reading.mentions if m.kind == "year" and m.moment and m.moment.year and m.moment.end_year
            and m.moment.grain == "year" and _BRACKET.search(text, max(m.start - 24, 0), m.start)
            and text[m.end:m.end + 1] == ")"]
    if len(rows) != 1 or rows[0].moment is None:
        return
    life, span = rows[0], (rows[0].moment.end_year or 0) - (rows[0].moment.year or 0)
    for age in ages:
        sentence = view.article.sentences[age.sentence]
        lead, tail = text[sentence.start:age.start], text[age.end:age.end + 24]
        if not 20 < span < 116 or abs(age.sentence - life.sentence) > 6 or _kin(view.lexicon).search(lead):
            continue
        died = _DEAD.search(lead[-110:]) or re.match(r" when (?:he|she) (?:died|passed)", tail)
        told = int(age.value or 0)
        close = abs(age.sentence - life.sentence) < 2
        if died and (span - 1 <= told <= span or close or any(span - 1 <= a <= span for a in (
                *(told + s for s in _STEPS), int(str(told)[::-1])))):
            yield _link("life", {"life": life, "age": age})


def _births(view: View, people: People) -> Iterator[_Birth]:
    text = view.article.text
    for m in view.reading.mentions:
        if m.kind not in ("date", "year") or not _dated(m):
            continue
        sentence = view.article.sentences[m.sentence]
        verbs = list(_BORN.finditer(text, max(sentence.start, m.start - 110), m.start))
        if not verbs or not _GAP.fullmatch(text[verbs[-1].end():m.start]):
            continue
        quoted = text.rfind('"', sentence.start, verbs[-1].start())
        if _kin(view.lexicon).search(text, max(sentence.start, quoted), verbs[-1].start()):
            yield _Birth(m, "?")
            continue
        yield _Birth(m, people.subject(verbs[-1].start())[0])


def _dated(m: Mention) -> bool:
    at = m.moment
    return bool(at and at.year and at.possible and at.end_year is None and not m.hedge and at.grain in ("day", "month", "year"))


def _other_person(view: View, people: People, age: Mention, birth: _Birth) -> bool:
    """Whether the words say that the age is somebody else's."""
    if birth.person == "?":
        return True
    text, sentence = view.article.text, view.article.sentences[age.sentence]
    lead = text[sentence.start:age.start]
    if _kin(view.lexicon).search(lead[-60:]):
        return True
    who = people.before(age.start - 2) if lead.rstrip().endswith((",", "(")) else people.subject(age.start)[0]
    if who is None and _OLD.search(age.text):
        who = people.after(age.end)
    return who is not None and birth.person is not None and who != birth.person


def _told(view: View, birth: _Birth, age: Mention, only: bool, dated: Rows) -> Iterator[Link]:
    text, sentence = view.article.text, view.article.sentences[age.sentence]
    lead, tail = text[sentence.start:age.start], text[age.end:sentence.end]
    at_it = re.search(r"\b(?:when|while) (?:he|she) was (?:just |only )?\Z", lead)
    if _WAS_NOT.search(lead) and not _OLD.search(age.text) and not at_it:
        return
    dates = [m for m in dated.within(age.sentence, age.sentence)
             if m.id != birth.mention.id and not _today(view, m) and min(abs(m.start - age.end), abs(age.start - m.end)) < _NEAR]
    then = _THEN.search(lead) or _OLD.search(age.text)
    if len(dates) == 1 and then and not re.search(r"[;:]", _between(text, dates[0], age)):
        told_on = 0 <= age.sentence - birth.mention.sentence < 2 and _SHE_WAS.match(lead)
        yield from _lived(birth, dates[0], age, sure=bool(told_on))
    elif not dates and only and (
            _NOW.search(lead) or (lead.strip('" ') == "At" and _STILL.match(tail))) and not _WHEN.match(tail):
        deaths = [m for m in dated.within(0, len(view.article.sentences)) if m.id != birth.mention.id
                  and _DEAD.search(text, max(view.article.sentences[m.sentence].start, m.start - 50), m.start)
                  and not _kin(view.lexicon).search(text, view.article.sentences[m.sentence].start, m.start)]
        if len(deaths) == 1 and (_DEAD.search(lead) or re.search(r"\b(?:he|she) was \Z", lead, re.I)):
            yield from _lived(birth, deaths[0], age)
        elif view.article.published is not None:
            year = float(view.article.published.year)
            if _fits(birth.mention, year, age) or _slip(birth.mention, year, age):
                yield _link("aged", {"birth": birth.mention, "age": age})
        elif (when := latest(view)) is not None and when.id != birth.mention.id:
            yield from by_then(birth.mention, when, age)


def _today(view: View, m: Mention) -> bool:
    """Whether a date is that of the dateline."""
    today, at = view.article.published, m.moment
    return bool(today and at and (at.year, at.month, at.day) == (today.year, today.month, today.day))


def _between(text: str, a: Mention, b: Mention) -> str:
    return text[min(a.end, b.end):max(a.start, b.start)]


def by_then(birth: Mention, when: Mention, age: Mention) -> Iterator[Link]:
    """Link aged-by(birth, when, age), where the age at the time of writing fits the latest year told, cannot, or was mistyped."""
    year = _year(when)
    gap = year - _year(birth)
    told = int(age.value or 0)
    turned = int(str(told)[::-1])
    # too old for the years told: two digits of the age or of the birth were turned
    slip = (told != turned and gap - 1 <= turned <= gap + 1) or (
        gap + 1 < told < gap + 11 and any(year - y - 1 <= told <= year - y for y in _turned(_year(birth))))
    if gap - 1 <= told <= gap + 1 or gap - 60 <= told < gap - 1 or slip:
        yield _link("aged-by", {"birth": birth, "when": when, "age": age})


def _lived(birth: _Birth, when: Mention, age: Mention, *, sure: bool = False) -> Iterator[Link]:
    year = _year(when)
    if sure or _fits(birth.mention, year, age) or _slip(birth.mention, year, age):
        yield _link("lived", {"birth": birth.mention, "when": when, "age": age})


def _year(m: Mention) -> float:
    return float((m.moment.year if m.moment else None) or 0)


def _fits(birth: Mention, year: float, age: Mention) -> bool:
    return year - _year(birth) - 1 <= (age.value or 0) <= year - _year(birth)


def _slip(birth: Mention, year: float, age: Mention) -> bool:
    """Whether a mistyped age or year would explain it: ten or a hundred off, or two digits turned."""
    told = int(age.value or 0)
    gaps = [year - b for b in (_year(birth), *_turned(_year(birth)))] + [y - _year(birth) for y in _turned(year)]
    ages = [told, *(told + s for s in _STEPS), int(str(told)[::-1])]
    return not _fits(birth, year, age) and any(a > 0 and g - 1 <= a <= g for a in ages for g in gaps if a == told or g == gaps[0])


def _turned(year: float) -> list[float]:
    y = str(int(year))
    return [float(y[:i] + y[i + 1] + y[i] + y[i + 2:]) for i in range(1, len(y) - 1)] if len(y) == 4 else []


def _link(kind: str, roles: dict[str, Mention]) -> Link:
    return Link(kind, {k: (m.id,) for k, m in roles.items()}, "inferred", "the only birth near",
                min(m.start for m in roles.values()), max(m.end for m in roles.values()))
