"""Births, ages and deaths of one person, wherever a story tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...numbers.mention import Mention
from ..clauses.now import latest
from ..clauses.people import People
from ..model import Link
from ..prose.view import View
from .lifetimes import by_then

#: between "born" and its date: names and places, no second verb
_BORN = re.compile(r"(?<![\w-])(?:[Bb]orn|[Dd]ate of birth|[Bb]irth ?date)(?!\w)")
_BIRTH_GAP = re.compile(
    r"(?:(?! (?:and(?! (?:raised|brought up|bred))|who|which|but|while|when|after|before|to|later|until|since|than) )[^;()\d])"
    r"{0,75}"
    r"(?:\b(?:on|in)\b)? ?(?:[A-Z][a-z]+day,? )?\Z")
_DIED = re.compile(r"(?<![\w-])(?:died|dies|dead|dying|passed away|has died|drowned)(?!\w)", re.I)
_UNREAL = re.compile(
    r"\b(?:if|would|could|should|may|might|before|until|than|not|never|thought|feared|since)\b|\b(?:nearly|almost) \Z", re.I)
#: between the verb and the age of "died in hospital on Tuesday at the age of 89"
_DEATH_GAP = re.compile(
    r"(?:[^;()]|\([^()]*\)){0,110}?(?:,? ?(?:\bat|\baged?|\bat the age of|\bat age|\bof|\bage of))? ?(?:just |only )?\Z", re.I)
_DEATH_DATE = re.compile(r"[^;.()\d]{0,40}?(?:\bon\b)? ?(?:[A-Z][a-z]+day,? )?")
_WAS = re.compile(r"\b(?:is|was|'s) (?:just |only |now )?\Z")
_ENDS = re.compile(r"(?: years old| years of age)?(?:[.;]|, (?:had|has|is|said|and|leaves|was|became|told)\b"
                   r"| and (?:had|has|is|leaves|lives|lived)\b|\s*\Z)")
_AGED = re.compile(r"\b(?:(?:when|while) (?:she|he) was|aged|at(?: the)? age(?: of)?|at)(?: just| only)? \Z", re.I)
_TURNED = re.compile(r"\b(?:turns|turned) \Z")
_LATELY = re.compile(r" (?:on|today|yesterday|last (?:week|month)|this (?:week|month|year)|earlier this (?:week|month|year)|in "
                     r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?=[,.;]| and))"
                     r"\b(?! \w+ \d)")
_THEN = re.compile(r"\b(?:when|while|if|until|till|since|before|after|because|than|as|that|where|which)\b[^,;]{0,40}\Z", re.I)
_WORDS_PER = 60


@dataclass(frozen=True, slots=True)
class _Age:
    """An age of a person; ``when`` is the date that the words give it at, None where it is the age at the time of writing."""

    person: str
    mention: Mention
    when: Mention | None
    named: bool


def find(view: View) -> Iterator[Link]:
    """Links aged(birth, age), lived(birth, when, age) and same-age(a, b)."""
    ages = [m for m in view.reading.mentions if m.kind == "age" and _plain(m)]
    if not ages:
        return
    people = People(view.article, view.lexicon)
    births = dict(_births(view, people))
    told = [a for m in ages if (a := _age(view, people, m)) is not None]
    deaths = dict(_deaths(view, people)) if any(a.when is None for a in told) else {}
    told = [replace(a, when=deaths[a.person]) if a.when is None and a.person in deaths else a for a in told]
    when = latest(view)
    for a in told:
        birth = births.get(a.person)
        if birth is None or birth[0].id == (a.when.id if a.when else -1):
            continue
        confidence = "stated" if a.named and birth[1] else "inferred"
        roles = {"birth": (birth[0].id,), "age": (a.mention.id,)}
        kind = "aged"
        if a.when is not None:
            kind, roles = "lived", {"birth": (birth[0].id,), "when": (a.when.id,), "age": (a.mention.id,)}
        elif when is not None and when.id != birth[0].id:
            yield from by_then(birth[0], when, a.mention)
        spread = [view.mention(i[0]) for i in roles.values()]
        yield Link(kind, roles, confidence, f"{a.person}'s age", min(m.start for m in spread), max(m.end for m in spread))
    now: dict[str, _Age] = {}
    for a in told:
        if a.when is None:
            first = now.setdefault(a.person, a)
            if first is not a and first.mention.sentence != a.mention.sentence:
                yield Link("same-age", {"a": (first.mention.id,), "b": (a.mention.id,)},
                           "stated" if first.named and a.named else "inferred", f"{a.person}'s age", first.mention.start,
                           a.mention.end)


def _plain(m: Mention) -> bool:
    return m.value is not None and m.value2 is None and m.unit == "year" and m.hedge is None and 0 < m.value < 130


def _births(view: View, people: People) -> Iterator[tuple[str, tuple[Mention, bool]]]:
    """(person, (date of birth, whether the person is named with it)); the first that is told of each."""
    text, seen = view.article.text, set[str]()
    dates = [m for m in view.reading.mentions if m.kind in ("date", "year") and m.moment and m.moment.year
             and m.moment.end_year is None and not m.hedge and m.moment.grain in ("day", "month", "year")]
    for m in dates:
        sentence = view.article.sentences[m.sentence]
        verbs = list(_BORN.finditer(text, max(sentence.start, m.start - 110), m.start))
        verb = verbs[-1] if verbs else None
        if verb is None:
            if text[max(m.start - 10, 0):m.start].endswith("(b. "):
                who, named = people.before(m.start - 4), True
            else:
                continue
        elif not _BIRTH_GAP.fullmatch(text[verb.end():m.start]) or any(
                d.start > verb.end() and d.start < m.start for d in dates if d.sentence == m.sentence):
            continue
        else:
            who, named = people.subject(verb.start())
            if who is None and text[sentence.start:verb.start()].strip() == "":
                comma = text.find(",", m.end, m.end + 50)
                who, named = people.after(comma + 1) if comma >= 0 else None, True
        if who is not None and who not in seen:
            seen.add(who)
            yield who, (m, named)


def _deaths(view: View, people: People) -> Iterator[tuple[str, Mention]]:
    """(person, date of death with its year), the last that is told of each."""
    for m in view.reading.mentions:
        if m.kind == "date" and m.moment and m.moment.year and m.moment.grain in ("day", "month") and m.moment.end_day is None:
            sentence = view.article.sentences[m.sentence]
            for verb in _DIED.finditer(view.article.text, max(sentence.start, m.start - 60), m.start):
                if _DEATH_DATE.fullmatch(view.article.text[verb.end():m.start]):
                    who, _ = people.subject(verb.start())
                    if who is None and re.search(r"\bborn\b[^.]*;\s\Z", view.article.text[sentence.start:verb.start()]):
                        who, _ = people.subject(sentence.start + view.article.text[sentence.start:verb.start()].index("born"))
                    if who is not None:
                        yield who, m


def _age(view: View, people: People, m: Mention) -> _Age | None:
    text, sentence = view.article.text, view.article.sentences[m.sentence]
    lead, tail = text[sentence.start:m.start], text[m.end:min(m.end + _WORDS_PER, sentence.end)]
    if re.search(r"-old\Z", m.text):
        who = people.after(m.end) or (people.before(m.start - 3) if re.search(r", an? \Z", lead) else None)
        return _Age(who, m, None, True) if who and not re.search(r"\b(?:when|was|then)\W+(?:an? |the )?\Z", lead) else None
    for verb in _DIED.finditer(text, sentence.start, m.start):
        if _DEATH_GAP.fullmatch(text[verb.end():m.start]):
            if _UNREAL.search(text, max(verb.start() - 30, sentence.start), verb.start()):
                return None
            who, named = people.subject(verb.start())
            if who is None:
                return None
            return _Age(who, m, _year_near(view, m, verb.end()), named)
    before = re.search(r"(?:,|\()(?: (?:now|aged|age))? ?\Z", lead)
    if before:
        who = people.before(sentence.start + before.start())
        if who and re.match(r"(?:,|\)|\.|;| who| and|\Z)", tail):
            return _Age(who, m, None, True)
    if was := _WAS.search(lead):
        who, named = people.subject(sentence.start + was.start())
        if who and not _THEN.search(lead) and _ENDS.match(tail):
            return _Age(who, m, None, named)
    if was and (when_said := re.match(r" (?:years old )?when\b", tail)) and not _THEN.search(lead):
        after = m.end + when_said.end()
        dates = [d for d in _dated(view, m, after) if after <= d.start < after + 60]
        who, named = people.subject(sentence.start + was.start())
        return _Age(who, m, dates[0], named) if who and len(dates) == 1 else None
    turned = _TURNED.search(lead)
    if turned and re.match(r" in\b", tail) and not _THEN.search(lead[:turned.start()]):
        dates = [d for d in _dated(view, m, m.end) if d.start <= m.end + 5]
        who, named = people.subject(sentence.start + turned.start())
        return _Age(who, m, dates[0], named) if who and dates else None
    if turned and _LATELY.match(tail) and not _THEN.search(lead[:turned.start()]):
        who, named = people.subject(sentence.start + turned.start())
        return _Age(who, m, None, named) if who else None
    if _AGED.search(lead):
        when = _year_near(view, m, sentence.start)
        if when is not None and abs(when.start - m.start) < 45:
            who, named = people.subject(m.start)
            if who is None:
                found = re.match(r"[ ,]*(?:\w+,? )??(he|she)\b", tail)
                who = people.antecedent(sentence) if found else people.after(m.end)
                named = False
            return _Age(who, m, when, named) if who else None
    return None


def _year_near(view: View, m: Mention, after: int) -> Mention | None:
    """The date with a year that stands in the sentence from ``after`` on, nearest to the age."""
    rows = [d for d in _dated(view, m, after) if abs(d.start - m.start) < 90]
    return min(rows, key=lambda d: abs(d.start - m.start), default=None)


def _dated(view: View, m: Mention, after: int) -> list[Mention]:
    """Single dates with a year in the sentence of ``m`` from ``after`` on."""
    return [d for d in view.reading.mentions if d.kind in ("date", "year") and d.sentence == m.sentence and d.start >= after
            and d.moment and d.moment.year and d.moment.end_year is None and not d.hedge]
