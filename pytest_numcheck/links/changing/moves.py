"""Changes put together from what the reader marked one by one: "rose … 25%", "from … 40", "to … 50"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...numbers.mention import Mention
from ..clauses.ways import way_before
from ..likeness.alike import same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .ends import AGAINST, DATED, EXTREME, FROM, OVER, gloss_of, role
from .levels import LEVELS, STEPS, comparable, fits
from .told_way import told_way

#: how far apart two numbers of one change may stand, and how far before the first its verb
_GAP, _VERB = 120, 120
#: where another clause begins
_BREAK = re.compile(r"[;:]|(?<!\w)(?:while|whereas|but|whose|although|though|who|when|if|because|after|resulting|leading|led"
    r"|causing|including|pushing|bringing|sending|taking|making|putting|will|would|could|might)(?!\w)")
_AND = re.compile(r"(?<!\w)(?:and|or)(?!\w)")
#: what parts no clauses: the sum again in other money, "after closing at"
_PASSED = re.compile(r" ?\([^()]{1,80}\)|(?<!\w)after (?=(?:closing|ending|settling|finishing|opening|starting)(?!\w))")
_DATES = re.compile(rf"[{holes.KIND['date']}{holes.KIND['year']}][{holes.MENTION_IDS}] (?:and"
    rf"|or) (?=[{holes.KIND['date']}{holes.KIND['year']}])")
_MINUS = re.compile(r"(?<!\w)(?:loss|losses|lost|deficit|deficits|shortfall|negative|in the red)(?!\w)")
_PLUS = re.compile(r"(?<!\w)(?:profit|profits|surplus|surpluses|gain|gains|income|earnings|positive)(?!\w)")
_SINCE = re.compile(r"(?<!\w)(?:up|down) from(?!\w)")
_YEAR = re.compile(rf"[^,.;]{{0,40}}?(?<!\w)(?:in|on|at the end of|when|before"
    rf"|since)(?!\w) ?(?:[^\W\d_]+ ){{0,2}}[{holes.KIND['date']}{holes.KIND['year']}]")
_UP = re.compile(r", (?:up|down) from $")
_AT = re.compile(r"^[^\w(]{0,2}at (?:(?:a|an|the) (?:[^\W\d_]+ ){0,3}of )?$")
_NEXT_NAME = re.compile(r"^[,;] (?:and )?[A-Z]")
#: no comma between a number and "up from"
_RIGHT_BEFORE = re.compile(r"^ (?:[^\W\d_]+ )?(?:up|down|higher|lower|off) (?:from|on|than) ")
_OR = re.compile(rf", or [{holes.MENTION_KINDS}][{holes.MENTION_IDS}][^,{holes.MENTION_KINDS}]{{0,20}}(?=,)")
#: what brings the size after the ends: "from 40 to 50, an increase of 25%"; not "…, the bank forecast a 3% rise"
_SIZED = re.compile(r"^[^,;(]{0,30}$|[,(–—-] ?(?:or|a|an|up|down|off|that is|representing|i\.e\.|which|marking|making|for|by|this"
    r"|nearly|about|almost|more|some|just|only|roughly)?(?!\w)(?: (?!said|forecast|expected|predicted)[^\W\d_]+){0,5} ?$")
#: what sets the step of one period beside the value of another: "up 14 to 164, against 422 a year ago"
_BESIDE = re.compile(r"(?<!\w)(?:against|versus|verses|vs\.?|compared (?:with|to)|up from|down from)(?!\w)")


@dataclass(slots=True)
class _Move:
    """The numbers of one change so far."""

    roles: dict[str, Mention] = field(default_factory=dict)
    extra: Mention | None = None
    sign: int = 0
    sure: bool = True
    last: int = -1
    #: whether the old value came after size and new value, set beside them: "against 422 a year ago"
    beside: bool = False


def moves(view: View) -> Iterator[tuple[Link, Link | None]]:
    """Changes by sentence; the second of a pair is the same change in another size or measure ("by $2, or 8%")."""
    rows: dict[int, list[Mention]] = {}
    glosses: dict[int, Mention] = {}
    previous: Mention | None = None
    for m in view.reading.mentions:
        if m.change or m.kind in LEVELS or m.kind in STEPS:
            row = rows.setdefault(m.sentence, [])
            if row and m.kind == row[-1].kind == "money" and m.currency != row[-1].currency and _bracketed(view, m):
                continue  # "$200m (£104m; 151m euros) from $500m"
            if row and previous is row[-1] and gloss_of(view, m, previous):
                glosses[previous.id] = m
            else:
                row.append(m)
            previous = row[-1]
    for row in rows.values():
        if len(row) > 1:
            floor = view.article.sentences[row[0].sentence].start
            for move in _sentence(view, row, glosses):
                yield from _links(view, move, glosses, floor)
                if len(move.roles) > 1:
                    floor = max(m.end for m in move.roles.values())


def _sentence(view: View, row: list[Mention], glosses: dict[int, Mention]) -> Iterator[_Move]:
    move = _Move()
    for at, m in enumerate(row):
        what, sign, before = role(view, m, row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)
        if what is None and move.last == at - 1 >= 0 and "by" in move.roles and m.kind in LEVELS:
            gap = view.bare(row[at - 1].end, m.lead)
            what = "new" if _AT.match(gap) else "old" if FROM.search(gap) and len(gap) < 30 and not EXTREME.search(gap) else None
            before = what == "old"
        if what is None or view.article.text[m.lead - 1:m.lead] == "(":
            continue
        if move.last >= 0 and not _goes_on(view, move, row, at, what, glosses):
            yield move
            move = _Move()
        if what == "old" and "new" not in move.roles and before:
            _look_back(view, move, row, at, glosses)
            beside = move.last >= 0 and "new" in move.roles and _BESIDE.search(view.bare(row[move.last].end, m.lead))
            move.beside = bool(beside) and "by" in move.roles
        elif what == "old" and len(move.roles) == 2 and _BESIDE.search(view.bare(row[move.last].end, m.lead)):
            move.beside = True
        if what in move.roles:
            move.extra = m
        else:
            move.roles[what] = m
        move.sign = move.sign or (0 if move.beside else sign)
        move.last = at
    if move.last >= 0:
        yield move


def _goes_on(view: View, move: _Move, row: list[Mention], at: int, what: str,
             glosses: dict[int, Mention]) -> bool:
    """Whether the number belongs to the change begun before it."""
    m, last = row[at], row[move.last]
    gap = _PASSED.sub("", _DATES.sub("", view.bare(glosses.get(last.id, last).end, m.lead)))
    if DATED.search(gap):
        gap = ""
    if what in move.roles:
        other = move.roles[what]
        again = what == "by" and move.extra is None and other is last and other.kind != m.kind
        return again and len(gap) < 8 and "or" in gap.split()
    if len(gap) > _GAP or _BREAK.search(gap) or (_AND.search(gap) and not (what == "by" and gap.strip(" ,") in ("or", "or by"))):
        return False
    if what == "old" and len(move.roles) == 2 and _SINCE.search(gap) and _YEAR.match(view.bare(m.end, m.end + 60)):
        return False  # "rose 0.2 points to 9.8%, up from 4.9% in 2007"
    if what == "by" and len(move.roles) == 2 and at + 1 < len(row) and OVER.match(view.bare(m.end, row[at + 1].lead)):
        return False  # "at 9.6 mln, against last week's 9.9 mln, down 21% on the 12.4 mln …"
    if what == "by" and len(move.roles) == 2 and (len(gap) > 60 or gap.endswith(" on ") or not _SIZED.search(gap)):
        return False
    if what != "by" and move.sign and way_before(view, last.end, m.lead) == -move.sign:
        return False  # "fell by 6%, with a surge in imports from 40 to 50"
    level = move.roles.get("new") or move.roles.get("old")
    if level is not None and what != "by" and not comparable(level, m):
        return False
    for other in row[move.last + 1:at]:
        if other.kind == m.kind and not _bracketed(view, other):
            move.sure = False
    return True


def _bracketed(view: View, m: Mention) -> bool:
    """Whether a number stands in brackets: "$200m (£104m; 151m euros)"."""
    before = view.article.text[max(m.lead - 50, 0):m.lead]
    return before.rfind("(") > before.rfind(")")


def _look_back(view: View, move: _Move, row: list[Mention], at: int, glosses: dict[int, Mention]) -> None:
    """"$45m, up 12% from $40m": the new value stands before the step, with no word that marks it."""
    first = min(move.last, at) if move.last >= 0 else at
    between = [m for m in row[first + 1:at] if comparable(m, row[at])]
    if len(between) == 1 and _NEXT_NAME.search(view.article.text[row[first].end:between[0].lead]):
        return  # "Alto 1,198, down 50%, Brava 2,145, down from 3,342"
    if len(between) == 1 and between[0].change is None and first == move.last and " than " not in view.bare(
            row[first].end, between[0].lead):
        move.roles["new"], move.sure = between[0], False  # "slipped 15% in May with 56 sold, compared with 66"
        return
    if first < 1:
        return
    i = first - 1
    while i > 0 and not comparable(row[i], row[at]) and row[i].dimension != row[at].dimension:
        i -= 1
    if row[i].kind != row[at].kind and i and same_measure(row[i - 1], row[at]):
        i -= 1
    if i and AGAINST.search(view.bare(max(row[i].lead - 60, row[i - 1].end), row[i].lead)) and comparable(row[i - 1], row[at]):
        i -= 1
    if i and row[i].kind == "count" and _slight(row[i], row[at]) and not _slight(row[i - 1], row[at]) and comparable(
            row[i - 1], row[at]):
        i -= 1  # "320 people on one night in November, up from 256"
    new, step = row[i], row[first]
    if first == at and i and _RIGHT_BEFORE.match(view.bare(new.end, row[at].lead)) and _is_size(new, row[i - 1], row[at]):
        move.roles.setdefault("by", new)
        new = row[i - 1]
    gap = _OR.sub("", view.bare(glosses.get(new.id, new).end, step.lead))
    joined = _AND.search(_DATES.sub("", gap))
    if joined and joined[0] == "or" and _UP.search(view.bare(step.lead - 12, step.lead)):
        joined = None  # "71% post the city or town where they live, up from 61%"
    if new.change or not comparable(new, row[at]) or len(gap) > 90 or _BREAK.search(gap) or joined:
        return
    if not re.search(r"[,(–—-]|(?<!\w)at(?!\w)", gap) and not re.search(r"(?<!\w)(?:up|down|compared|against|versus"
        r"|vs)(?!\w)", gap):
        return
    move.roles["new"] = new
    move.sure = move.sure and len(gap) < 45


def _slight(m: Mention, other: Mention) -> bool:
    """Whether a number is too small beside another to be what that came to."""
    return abs(m.value or 0) * 50 < abs(other.value or 0)


def _is_size(m: Mention, new: Mention, old: Mention) -> bool:
    """Whether a number set right before "up from" is the size of the change: "at 800p, 32p up from 768p"."""
    if not (comparable(m, old) and comparable(new, old) and m.value and new.value and old.value) or m.change:
        return False
    value, low, high = m.value * m.scale, *sorted((new.value * new.scale, old.value * old.scale))
    return value * 2 < low and high < low * 2


def _links(view: View, move: _Move, glosses: dict[int, Mention],
           floor: int) -> Iterator[tuple[Link, Link | None]]:
    roles = move.roles
    if ("new" not in roles and "old" not in roles) or len(roles) < 2:
        return
    start, end = min(m.start for m in roles.values()), max(m.end for m in roles.values())
    around = view.plain(max(start - _VERB, floor), end)
    if _MINUS.search(around) and _PLUS.search(around):
        return
    way = told_way(view, roles, move.sign, max(start - _VERB, floor))
    sign = way.sign
    ids = {role: (m.id,) for role, m in roles.items()}
    certain = "stated" if move.sure else "inferred"
    if not way.near:
        certain = "inferred"  # the verb is far off
    if move.beside and len(roles) == 3:
        certain = _beside(roles, sign, certain)
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
    if "old" in roles and "new" in roles and roles["old"].id in glosses and roles["new"].id in glosses:
        old, new = glosses[roles["old"].id], glosses[roles["new"].id]
        if comparable(old, new):
            ends = {"old": (old.id,), "new": (new.id,)}
            last = max(end, old.end, new.end)
            yield Link("change", ends, certain, "the same change in another measure", start, last, sign), None


def _beside(roles: dict[str, Mention], sign: int, certain: str) -> str:
    """How sure it is that the size is of the change from the old value too: it may be of another period's."""
    old, new, by = roles["old"], roles["new"], roles["by"]
    if fits(old, new, by, sign) is not False:
        return certain
    if not (old.value and new.value and by.value) or by.kind != "percent":
        return "guessed"
    real, said = (new.value * new.scale) / (old.value * old.scale) - 1, by.value / 100 * (sign or 1)
    return "inferred" if 1 / 3 < abs(real / said) < 3 and (not sign or real * said > 0) else "guessed"
