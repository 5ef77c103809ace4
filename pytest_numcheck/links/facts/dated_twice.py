"""One event with two dates: "the 1982 disappearance", "her disappearance in 1992"; "the July 25 call", "the call on July 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..model import Link
from ..prose.view import View
from .superseded import is_live, notes

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()\"–—\n]")
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your"])
_SMALL = frozenset([
    "of", "in", "on", "at", "to", "and", "or", "for", "with", "by", "from", "as", "that", "which", "who", "when", "where", "was",
    "is", "were", "are", "had", "has", "have", "will", "would", "after", "before", "but", "while", "about", "into", "than",
    "during",
    "between", "against", "over", "under", "since", "until", "because", "if", "said", "it", "he", "she", "they", "we", "not",
    "saw", "made", "left", "took", "be", "been",
]) | _DETERMINERS
_WHEN = frozenset(["on", "in", "of", "dated", "from"])
#: what says that another one is meant
_OTHER = frozenset(["another", "other", "second", "third", "next", "previous", "earlier", "later", "final", "latest", "new",
                    "follow-up", "subsequent", "last", "similar", "separate", "repeat", "annual", "both", "two"])
#: a year by which something is to be done; what is told of it
_BY, _AIM = re.compile(r"(?<!\w)by $"), frozenset(["aim"])
#: how many words of a noun phrase, and of the clause before "in 1982", are read; how many tellings are compared
_PHRASE, _CLAUSE, _NEAR, _EARLIER, _MOST = 6, 12, 2, 6, 80
#: sentences of the body that tell what the headline dates
_LEAD = 4


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated event: its nouns (singular, or the name of their group), the other words said of it, names among them."""

    mention: Mention
    nouns: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    #: the date stands before the noun: "the July 25 call"
    fixed: bool
    another: bool


def find(view: View) -> Iterator[Link]:
    """Links same-fact(a, b) between dates, or years, of one event; ``a`` stands first."""
    dated = [m for m in view.reading.mentions if m.kind in ("date", "year") and _single(m)][:_MOST]
    if len(dated) < 2 or is_live(view):
        return
    passed = notes(view)
    dated = [m for m in dated if m.paragraph not in passed]
    yield from _headline(view, dated)
    seen: dict[tuple[str, str], list[_Event]] = {}
    said: dict[tuple[str, tuple[int | None, ...]], int] = {}
    for m in dated:
        said[_key(m)] = said.get(_key(m), 0) + 1
    due = {_key(m): m for m in reversed(dated) if m.kind == "year" and _BY.search(view.words(max(m.start - 12, 0), m.start))}
    for m in dated:
        event = _event(view, m)
        if event is None:
            continue
        by = next(iter(due.values()), m)
        aimed = event.fixed and event.nouns == _AIM and len(due) == 1 and by.sentence != m.sentence and not event.another
        if aimed and (_agree(m, by) or (_slip(m, by) and said[_key(m)] == 1)):
            one, two = sorted((m, by), key=lambda x: x.start)
            yield _link(one, two, "the year aimed at")
            continue
        found = {e.mention.id: e for n in sorted(event.nouns) for e in seen.get((m.kind, n), [])[-_EARLIER:]}
        for e in (found[i] for i in sorted(found, reverse=True)):
            if e.mention.sentence == m.sentence or not _one(e, event):
                continue
            same = _agree(e.mention, m)
            if same or (_slip(e.mention, m) and min(said[_key(e.mention)], said[_key(m)]) < 2):
                yield _link(e.mention, m, "the same event")
                break
        for n in event.nouns:
            seen.setdefault((m.kind, n), []).append(event)


def _headline(view: View, dated: list[Mention]) -> Iterator[Link]:
    """The headline's day, and the one of the first sentences that must be it."""
    headline = view.article.headline
    if headline is None:
        return
    heads = [m for m in dated if m.start < headline.end and m.kind == "date" and m.moment and m.moment.day]
    body = [m for m in dated if m.start >= headline.end and m.kind == "date"]
    if len(heads) != 1:
        return
    m = heads[0]
    fitting = [c for c in body if _agree(m, c)]
    near = [c for c in body if c.sentence < len(headline.sentences) + _LEAD and _slip(m, c)
            and (c.moment is None or m.moment is None or not c.moment.year or bool(m.moment.year))]
    if not fitting and len({_key(c) for c in near}) == 1 and (
            _stems(view, m.sentence) & _stems(view, near[0].sentence)):
        yield _link(m, near[0], "the day of the headline")


def _event(view: View, m: Mention) -> _Event | None:
    """The event that the words around a date say it is the date of."""
    sentence, text = view.article.sentences[m.sentence], view.article.text
    before = [w[0] for w in _WORD.finditer(text, max(sentence.start, m.start - 120), m.start)]
    after = [w[0] for w in _WORD.finditer(text, m.end, min(sentence.end, m.end + 80))]
    lead = before[::-1]
    i = 0
    while i < min(len(lead), 4) and lead[i][0].isalpha() and lead[i].lower() not in _SMALL and not lead[i].endswith("'s"):
        i += 1
    fixed = i < len(lead) and (lead[i].lower() in _DETERMINERS or lead[i].endswith("'s"))
    phrase = []
    if text[m.end:m.end + 1] == " ":
        for w in after[:_PHRASE]:
            if not w[0].isalpha() or w.lower() in _SMALL:
                break
            phrase.append(w)
    if fixed and phrase:
        words = [*lead[:i], *phrase]
        nouns = _nouns(view, m, phrase if m.kind == "year" else phrase[:2])
        more = lead[i:i + 4] if lead[i].endswith("'s") else []
        return _made(m, nouns, [*words, *more], True, [*words, *(before[-5:] if m.kind == "date" else [])])
    if lead and lead[0].lower() in _WHEN:
        clause = [w for w in lead[1:(_CLAUSE if m.kind == "year" else _NEAR + 1) + 1] if w[0].isalpha()]
        close = [w for w in lead[1:_NEAR + 2] if w[0].isalpha() and w.lower() not in _SMALL][:1]
        return _made(m, _nouns(view, m, clause[::-1] if m.kind == "year" else close), clause, False, lead[1:_NEAR + 4])
    return None


def _made(m: Mention, nouns: frozenset[str], words: list[str], fixed: bool, around: list[str]) -> _Event | None:
    if not nouns:
        return None
    told = [w for w in words if w.lower() not in _SMALL and w[0].isalpha()]
    return _Event(m, nouns, frozenset(w.lower().removesuffix("'s")[:6] for w in told),
                  frozenset(w.lower().removesuffix("'s")[:6] for w in told if w[0].isupper()), fixed,
                  not _OTHER.isdisjoint(w.lower() for w in around))


def _nouns(view: View, m: Mention, words: list[str]) -> frozenset[str]:
    """A year's event is of those that happen once; a day's may be anything."""
    groups = _groups(view.lexicon)
    low = [singular(w.lower().removesuffix("'s"), view.lexicon) for w in words]
    if m.kind == "date":
        return frozenset(w for w in low if len(w) > 3)
    known = [groups[w] for w in low if w in groups]
    return frozenset(known[-1:])


def _one(a: _Event, b: _Event) -> bool:
    """Whether two tellings are of one event: a word more in common, and no names that differ."""
    if not (a.fixed or b.fixed) or a.another or b.another or (a.names and b.names and not a.names & b.names):
        return False
    if a.mention.kind == "date":
        return True
    return len(a.words & b.words) >= 2


def _single(m: Mention) -> bool:
    moment = m.moment
    if moment is None or not moment.possible or moment.end_year or moment.end_month or moment.end_day:
        return False
    return m.kind == "year" or (moment.day is not None and moment.month is not None)


def _key(m: Mention) -> tuple[str, tuple[int | None, ...]]:
    assert m.moment is not None
    return m.kind, ((m.moment.year,) if m.kind == "year" else (m.moment.month, m.moment.day))


def _agree(a: Mention, b: Mention) -> bool:
    one, two = a.moment, b.moment
    assert one is not None
    assert two is not None
    return all(x is None or y is None or x == y for x, y in
               ((one.year, two.year), (one.month, two.month), (one.day, two.day)))


def _slip(a: Mention, b: Mention) -> bool:
    """Whether a digit more or less, another digit or two turned make the one the other."""
    one, two = a.moment, b.moment
    if one is None or two is None:
        return False
    if a.kind == "year":
        return one.year is not None and two.year is not None and _misspelt(str(one.year), str(two.year))
    if one.year and two.year and one.year != two.year:
        return False
    if one.month != two.month:
        return False
    return _misspelt(str(one.day), str(two.day))


def _misspelt(x: str, y: str) -> bool:
    if x == y:
        return False
    if len(x) == len(y):
        off = [i for i in range(len(x)) if x[i] != y[i]]
        turned = len(off) == 2 and off[1] == off[0] + 1 and (x[off[0]], x[off[1]]) == (y[off[1]], y[off[0]])
        return turned or (len(off) == 1 and len(x) > 1)
    short, long = sorted((x, y), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1:] == short for i in range(len(long)))


def _stems(view: View, sentence: int) -> frozenset[str]:
    row = view.article.sentences[sentence]
    return frozenset(w[0].lower()[:5] for w in _WORD.finditer(view.article.text, row.start, row.end) if len(w[0]) > 3)


@lru_cache(maxsize=8)
def _groups(lexicon: Lexicon) -> dict[str, str]:
    table = lexicon.table("single-events")
    return {str(w): str(name) for name, words in table.items() if name != "source" for w in words}


def _link(a: Mention, b: Mention, via: str) -> Link:
    return Link("same-fact", {"a": (a.id,), "b": (b.id,)}, "inferred", via, a.start, b.end)
