"""Changes put together from what the reader marked one by one: "rose … 25%", "from … 40", "to … 50"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..base.lexicon import Lexicon
from ..numbers.mention import MEASURE_KINDS, Mention
from ..numbers.movers import movers
from . import holes
from .alike import same_measure
from .model import Link
from .view import View

_LEVELS = frozenset(["count", "money", "percent", "rate", "duration", "age", *MEASURE_KINDS])
_UNITS = frozenset(["money", *MEASURE_KINDS])
_STEPS = frozenset(["percent", "percent-point", "multiplier"])
#: how far apart two numbers of one change may stand, and how far before the first its verb
_GAP, _VERB = 120, 70
_ARTICLE = r"(?:(?:the|a|an|its|their|his|her|just|only|about|some|even|nearly)(?!\w) ?)?"
_AGAINST = re.compile(
    rf"(?<!\w)(?P<how>compar(?:ed|es|ing) (?:with|to)|against|versus|vs\.?|(?P<way>up|down|higher|lower) (?:from|on"
    rf"|than))(?!\w) ?{_ARTICLE}"
    rf"(?P<np>(?:[^\W\d_]+(?:['-][^\W\d_]+)* ){{0,4}}?)(?:of |at )?$")
#: where another clause begins
_BREAK = re.compile(r"[;:]|(?<!\w)(?:while|whereas|but|whose|although|though|who|when|if|because|after)(?!\w)")
_AND = re.compile(r"(?<!\w)(?:and|or)(?!\w)")
_DATES = re.compile(rf"[{holes.KIND['date']}{holes.KIND['year']}][{holes.MENTION_IDS}] (?:and"
    rf"|or) (?=[{holes.KIND['date']}{holes.KIND['year']}])")
_ENDS = re.compile(r",? ?(?:from|to)(?: (?:a|an|the|about|just|only|around|some))? ?")
#: what compares with what was expected and not with what was before
_GUESS = re.compile(r"(?<!\w)(?:expect|forecast|estimat|consensus|target|predict|project|plan|budget|goal|analyst|limit|hope)")
_MINUS = re.compile(r"(?<!\w)(?:loss|losses|lost|deficit|deficits|shortfall|negative|in the red)(?!\w)")
_PLUS = re.compile(r"(?<!\w)(?:profit|profits|surplus|surpluses|gain|gains|income|earnings|positive)(?!\w)")
_WHICH = re.compile(rf"(?<!\w)(?:which|that)(?!\w)[^.;]{{0,60}}?(?<!\w)(?:was|were|stood at|had been|has been"
    rf"|used to be|put at|totalled)(?!\w) ?{_ARTICLE}$")
_SINCE = re.compile(r"(?<!\w)(?:up|down) from(?!\w)")
_YEAR = re.compile(rf"[^,.;]{{0,40}}?(?<!\w)(?:in|on|at the end of|when|before"
    rf"|since)(?!\w) ?(?:[^\W\d_]+ ){{0,2}}[{holes.KIND['date']}{holes.KIND['year']}]")
#: "£2.3bn (2012: £1.2bn)"
_DATED = re.compile(rf"\([{holes.KIND['date']}{holes.KIND['year']}][{holes.MENTION_IDS}][^()]{{0,12}}: ?$")
_AT = re.compile(r"^[^\w(]{0,2}at (?:(?:a|an|the) (?:[^\W\d_]+ ){0,3}of )?$")
_OR = re.compile(rf", or [{holes.MENTION_KINDS}][{holes.MENTION_IDS}][^,{holes.MENTION_KINDS}]{{0,20}}(?=,)")
_FROM = re.compile(rf"(?<!\w)from {_ARTICLE}(?:estimated |average of |peak of )?$")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class _Move:
    """The numbers of one change so far."""

    roles: dict[str, Mention] = field(default_factory=dict)
    extra: Mention | None = None
    sign: int = 0
    sure: bool = True
    last: int = -1


def moves(view: View) -> Iterator[tuple[Link, Link | None]]:
    """Changes by sentence; the second of a pair is the same change with another size ("by $2, or 8%")."""
    rows: dict[int, list[Mention]] = {}
    for m in view.reading.mentions:
        if m.change or m.kind in _LEVELS or m.kind in _STEPS:
            rows.setdefault(m.sentence, []).append(m)
    for row in rows.values():
        if len(row) > 1:
            for move in _sentence(view, row):
                yield from _links(view, move)


def _sentence(view: View, row: list[Mention]) -> Iterator[_Move]:
    move = _Move()
    for at, m in enumerate(row):
        role, sign, before = _role(view, m, row[at + 1] if at + 1 < len(row) else None)
        if role is None and move.last == at - 1 >= 0 and "by" in move.roles and m.kind in _LEVELS:
            gap = view.words(row[at - 1].end, m.lead)
            role = "new" if _AT.match(gap) else "old" if _FROM.search(gap) and len(gap) < 30 else None
            before = role == "old"
        if role is None or view.article.text[m.lead - 1:m.lead] == "(":
            continue
        if move.last >= 0 and not _goes_on(view, move, row, at, role):
            yield move
            move = _Move()
        if role == "old" and "new" not in move.roles and before:
            _look_back(view, move, row, at)
        if role in move.roles:
            move.extra = m
        else:
            move.roles[role] = m
        move.sign = move.sign or sign
        move.last = at
    if move.last >= 0:
        yield move


def _role(view: View, m: Mention, following: Mention | None) -> tuple[str | None, int, bool]:
    """What the number is in a change, the way it went, and whether the new value may stand before it."""
    if m.kind == "multiplier":
        return ("by", 0, False) if m.value2 is None else (None, 0, False)
    if m.change in ("up", "down"):
        return "by", 1 if m.change == "up" else -1, False
    ended = following is not None and {m.kind, following.change} <= {"percent", "from", "to"}
    if following is not None and ended and m.change is None and _ENDS.fullmatch(view.words(m.end, following.lead)):
        return "by", 0, False
    if m.kind not in _LEVELS:
        return None, 0, False
    before = view.words(max(m.lead - 80, view.article.sentences[m.sentence].start), m.lead)
    against = _AGAINST.search(before)
    if against is not None and not _GUESS.search(against["np"]):
        return "old", {"up": 1, "higher": 1, "down": -1, "lower": -1}.get(against["way"] or "", 0), True
    if _DATED.search(before):
        return "old", 0, True
    if following is not None and _WHICH.search(before) and m.change is None:
        return "old", 0, False
    if m.change == "from" or (following is not None and following.change == "to" and _FROM.search(before)):
        return "old", 0, True
    return ("new", 0, False) if m.change == "to" else (None, 0, False)


def _goes_on(view: View, move: _Move, row: list[Mention], at: int, role: str) -> bool:
    """Whether the number belongs to the change begun before it."""
    m, last = row[at], row[move.last]
    gap = _DATES.sub("", view.words(last.end, m.lead))
    if _DATED.search(gap):
        gap = ""
    if role in move.roles:
        other = move.roles[role]
        again = role == "by" and move.extra is None and other is last and other.kind != m.kind
        return again and len(gap) < 8 and "or" in gap.split()
    if len(gap) > _GAP or _BREAK.search(gap) or (_AND.search(gap) and not (role == "by" and gap.strip(" ,") in ("or", "or by"))):
        return False
    if role == "old" and len(move.roles) == 2 and _SINCE.search(gap) and _YEAR.match(view.words(m.end, m.end + 60)):
        return False  # "rose 0.2 points to 9.8%, up from 4.9% in 2007"
    if role == "by" and len(move.roles) == 2 and len(gap) > 60:
        return False
    level = move.roles.get("new") or move.roles.get("old")
    if level is not None and role != "by" and not comparable(level, m):
        return False
    for other in row[move.last + 1:at]:
        if other.kind == m.kind and view.article.text[other.lead - 1:other.lead] != "(":
            move.sure = False
    return True


def _look_back(view: View, move: _Move, row: list[Mention], at: int) -> None:
    """"$45m, up 12% from $40m": the new value stands before the step, with no word that marks it."""
    first = min(move.last, at) if move.last >= 0 else at
    if first < 1:
        return
    i = first - 1
    while i > 0 and not comparable(row[i], row[at]) and row[i].dimension != row[at].dimension:
        i -= 1
    new, step = row[i], row[first]
    gap = _OR.sub("", view.words(new.end, step.lead))
    if new.change or not comparable(new, row[at]) or len(gap) > 90 or _BREAK.search(gap) or _AND.search(_DATES.sub("", gap)):
        return
    if not re.search(r"[,(–—-]|(?<!\w)at(?!\w)", gap) and not re.search(r"(?<!\w)(?:up|down|compared|against|versus"
        r"|vs)(?!\w)", gap):
        return
    move.roles["new"] = new
    move.sure = move.sure and len(gap) < 45


def comparable(a: Mention, b: Mention) -> bool:
    """Whether two numbers can be values of one thing: "80g a week" and "150g" can."""
    if same_measure(a, b):
        return True
    if named_alike(a, b):
        return True  # "eight cups a week, down from 10 cups", of which one was read as a measure
    bare = [m for m in (a, b) if m.kind == "count" and m.head is None]
    low, high = sorted((a.value or 0, b.value or 0))
    if len(bare) == 1 and low * 20 > high > 20000 and {a.kind, b.kind} & _UNITS:
        return True  # "24.5 mln tonnes, up from 19.2 mln"
    rates = [m for m in (a, b) if m.kind == "rate"]
    if len(rates) != 1 or a.currency != b.currency:
        return False
    rate, plain = (a, b) if a.kind == "rate" else (b, a)
    per, _, _ = (rate.unit or "").partition("/")
    if rate.currency:
        return plain.kind == "money"
    return per == plain.unit if plain.kind != "count" else rate.head is not None and plain.head in (None, rate.head)


def named_alike(a: Mention, b: Mention) -> bool:
    """Whether a count and a measure go by the same word: cups."""
    return "count" in (a.kind, b.kind) and bool(_named(a) & _named(b))


def _named(m: Mention) -> set[str]:
    """The word for what it counts or measures, in the singular."""
    if m.kind == "count":
        return {m.head} if m.head else set()
    words = _WORD.findall(m.text.lower())
    return {w.removesuffix("s") for w in words[:2] if len(w) > 3}


def _links(view: View, move: _Move) -> Iterator[tuple[Link, Link | None]]:
    roles = move.roles
    if ("new" not in roles and "old" not in roles) or len(roles) < 2:
        return
    start, end = min(m.start for m in roles.values()), max(m.end for m in roles.values())
    floor = view.article.sentences[row_of(roles)].start
    around = view.plain(max(start - _VERB, floor), end)
    if _MINUS.search(around) and _PLUS.search(around):
        return
    sign = move.sign or way_before(view, max(start - _VERB, floor), start)
    if not sign and "old" in roles and "new" in roles and roles["old"].end < roles["new"].start:
        sign = way_before(view, roles["old"].end, roles["new"].start)
    ids = {role: (m.id,) for role, m in roles.items()}
    certain = "stated" if move.sure else "inferred"
    other = None
    if move.extra is not None:
        more, share = dict(ids), (move.extra.id,)
        if move.extra.kind == "percent":
            ids["share"], more["by"] = share, share
        else:
            more["share"], more["by"] = ids["by"], share
        other = Link("change", more, certain, "marked one by one", start, max(end, move.extra.end), sign)
    link = Link("change", ids, certain, "marked one by one", start, end, sign)
    yield link, other


def row_of(roles: dict[str, Mention]) -> int:
    return min(m.sentence for m in roles.values())


def way_before(view: View, start: int, end: int) -> int:
    """+1 or -1 by the last verb or noun of rise or fall in a span, 0 where there is none or it can mean either."""
    words = _WORD.findall(view.plain(start, end))
    ways, either = _ways(view.lexicon)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word in either or word in ("not", "never"):
            return 0
        if word in ways:
            return ways[word]
        if word in ("up", "down"):
            return 1 if word == "up" else -1
        if word in ("and", "but", "while", "as"):
            return 0
    return 0


@lru_cache(maxsize=8)
def _ways(lexicon: Lexicon) -> tuple[dict[str, int], frozenset[str]]:
    known = movers(lexicon)
    ways = {w: 1 if way == "up" else -1 for w, way in [*known.verbs.items(), *known.nouns.items()]}
    return ways, frozenset(lexicon.list("either-way"))
