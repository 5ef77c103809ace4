"""Shares that exclude one another: for, against and undecided; owned by one and by another; or that just make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..likeness.turned import turns
from ..model import Link
from ..prose import holes
from ..prose.view import View

#: before a share that belongs to another time or to something else
_ELSE = re.compile(r"(?<!\w)(?:than|from|against|versus|vs|compared (?:with|to)|by|up|down|over|above|below|rose|fell|another|"
                   r"top|richest|poorest|bottom)(?: the| its| a| about)? ?$")
_JOINT = re.compile(r"(?<!\w)(?:and|while|with|but|plus|or)(?!\w)|[;,]")
#: what says that the shares to come are of one thing
_OF_ONE = re.compile(
    r"(?<!\w)(?:owned|split|divided|shared|based|comprising|comprises|comprised|consisting|consists|composed|made up|made of|"
    r"weightings?|mixture|mix|blend|ratio|breakdown|containing|held)(?!\w)")
_BY = re.compile(r"^ ?(?:by|on|to|of|in|cash|for)(?!\w)")
#: before the second of two shares that are told of two places or groups
_ELSEWHERE = re.compile(r"(?<!\w)(?:in|among)(?: [\w-]+){1,3}, $|; (?:in|among) ")
_OF = re.compile(r"^ of (?:the |its |their |all |those |polled |[\ue000-\ue07f][\U000f0000-\U000ffffd] )*([^\W\d_]+)")
#: "of the voting shares" and "of the non-voting shares" are two wholes
_OF_WHOLE = re.compile(r"^ of (?:the |its |their )([^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)")
_REST = re.compile(r"(?<!\w)(?:the|its|their) (?:other|remaining|final|last)(?: some| about)? ?$|"
                   r"(?<!\w)(?:rest|balance|remainder)[,:]? ?$")
#: another firm's share, told of it in passing
_WHICH = re.compile(r"(?<!\w)(?:which|who|whose|that) (?:is|are|was|were|has|have|it)(?!\w)")
_VOTE = re.compile(r"^ of (?:the |all )?(?:votes?|ballots?|first preferences|poll)(?: cast)?,")
#: what tells of another vote or another time
_APART = re.compile(
    r"(?<!\w)(?:in|among|last|previous|earlier|compared|turnout|against|from|than|both|whom?|which|when|after|before|round|overseas|urban|rural|"
    r"of (?:those|these|them))(?!\w)")
_REMAINS = re.compile(r"(?<!\w)the remaining ?$")
_AFTER, _BEFORE, _MOST = 80, 60, 7


def find(view: View) -> Iterator[Link]:
    """Links exclusive(parts): "stated" shares of opposites or of one thing, which may be too many together; "inferred" shares
    side by side that make a hundred."""
    rows: dict[int, list[Mention]] = {}
    for m in view.reading.mentions:
        if m.kind == "percent" and _plain(view, m):
            rows.setdefault(m.sentence, []).append(m)
    for at in sorted(rows):
        row = rows[at]
        told = _opposites(view, row) or _of_one(view, row) or _of_the_vote(view, row)
        told = [] if _apart(view, told) else told
        if told:
            yield _link(told, "inferred", "they exclude one another")
            if _turned(told):
                yield _link(told, "inferred", "they would make a hundred but for a slip", "shares")
            row = [m for m in row if m not in told]
        both = [*row, *rows.get(at + 1, [])] if rows.get(at + 1, [])[:1] else row
        if len(both) == 2 and not told and not _apart(view, both) and (
                (_turned(both) and _parallel(view, *both)) or _remaining(view, *both)):
            yield _link(both, "inferred", "these are all", "shares")
        run = _hundred(view, row) or (_hundred(view, both) if len(both) > len(row) else None)
        if run and run[0].sentence == at:
            yield _link(run, "inferred", "they make a hundred")


def _plain(view: View, m: Mention) -> bool:
    if m.value is None or m.value2 is not None or not 0 < m.value < 100:
        return False
    if m.change:
        return m.change == "up" and bool(_REST.search(view.words(max(_lead(m) - 30, 0), _lead(m))))
    return not _ELSE.search(view.words(max(_lead(m) - 24, 0), _lead(m)))


def _opposites(view: View, row: list[Mention]) -> list[Mention]:
    """The first two or three neighbours that go with opposite answers, each with another one."""
    if len(row) < 2:
        return []
    for group in _groups(view.lexicon):
        said = [_answer(view, row, i, group) for i in range(len(row))]
        for i in range(len(row) - 1):
            run = [i]
            while run[-1] + 1 < len(row) and said[run[-1] + 1] and said[run[-1] + 1] not in {said[j] for j in run}:
                run.append(run[-1] + 1)
            if said[i] and len(run) > 1 and not _apart(view, [row[j] for j in run]):
                return [row[j] for j in run]
    return []


def _apart(view: View, run: list[Mention]) -> bool:
    """Whether the words tell that they are shares of different things."""
    of = {m[1] for part in run if (m := _OF.match(_shown(view, part.end, part.end + 60)))}
    wholes = {m[1] for part in run if (m := _OF_WHOLE.match(_shown(view, part.end, part.end + 60)))}
    gaps = [view.words(a.end, _lead(b)) for a, b in pairwise(run)]
    return len(of) > 1 or any(_ELSEWHERE.search(gap) for gap in gaps) or len(wholes) > 1


def _answer(view: View, row: list[Mention], i: int, group: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    """Which answer of a group stands by a share: behind it, before the next share, else before it."""
    m = row[i]
    sentence = view.article.sentences[m.sentence]
    end = min(_lead(row[i + 1]) if i + 1 < len(row) else sentence.end, m.end + _AFTER)
    hits = [(hit.start(), name) for name, pattern in group if (hit := pattern.search(_shown(view, m.end, end)))]
    return min(hits)[1] if hits else None


def _shown(view: View, start: int, end: int) -> str:
    return _MARKS.sub("", view.words(start, end))


_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")


@lru_cache(maxsize=8)
def _groups(lexicon: Lexicon) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    groups = lexicon.table("opposites").values()
    return tuple(tuple((str(name), _any_of(words)) for name, words in group.items()) for group in groups)


def _any_of(words: Iterable[object]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(str(w)) for w in words)})(?!\w)")


def _of_one(view: View, row: list[Mention]) -> list[Mention]:
    """Two or more shares of one thing: "owned 52% by … and 48% by …"."""
    for i, m in enumerate(row[:-1]):
        opened = view.words(max(_lead(m) - _BEFORE, 0), _lead(m))
        opened = opened[opened.rfind(holes.SENTENCE_END) + 1:]
        after = view.words(m.end, m.end + 12)
        if not _OF_ONE.search(opened) or not re.match(r"^ ?[^\W\d]", after):
            continue
        way = after.split()[0] if _BY.match(after) else ""
        run = [m]
        for nxt in row[i + 1:i + _MOST]:
            if _WHICH.search(view.words(run[-1].end, _lead(nxt))) or (
                    not _same_way(way, view.words(nxt.end, nxt.end + 12))) or not _joined(view, run[-1], nxt) or (
                    any(x.kind == "percent" for x in view.reading.mentions[run[-1].id + 1:nxt.id])):
                break
            run.append(nxt)
        if len(run) > 1:
            return run
    return []


def _of_the_vote(view: View, row: list[Mention]) -> list[Mention]:
    """"Labour took 44% of the vote, the Conservatives 31% and the Liberals 16%": one vote, each share another one's."""
    for i, m in enumerate(row[:-1]):
        if _VOTE.match(view.words(m.end, m.end + 30)):
            run = [m]
            for nxt in row[i + 1:i + _MOST]:
                between = view.words(run[-1].end, _lead(nxt))
                if not _joined(view, run[-1], nxt) or _APART.search(between) or nxt.id != run[-1].id + 1:
                    break
                run.append(nxt)
            if len(run) > 1:
                return run
    return []


def _same_way(way: str, after: str) -> bool:
    """Whether one share goes on as another did: "by", "on" or "to" somebody, or straight to its noun."""
    return bool(_BY.match(after)) if way else bool(re.match(r"^ ?[^\W\d]", after))


def _hundred(view: View, row: list[Mention]) -> list[Mention] | None:
    """Neighbours that make a hundred, the longest run first."""
    for size in range(min(len(row), _MOST), 1, -1):
        for i in range(len(row) - size + 1):
            run = row[i:i + size]
            slack = 0.1 if size > 2 else 1e-6
            if abs(sum(m.value or 0 for m in run) - 100) <= slack and not _apart(view, run) and (
                    len({m.value for m in run}) > 1 or run[0].sentence == run[-1].sentence) and (
                    all(_joined(view, a, b) for a, b in pairwise(run))):
                return run
    return None


def _turned(run: list[Mention]) -> bool:
    """Whether they would make a hundred with two digits of one figure the other way round, or one of them ten times as much."""
    made = sum(m.value or 0 for m in run)
    return abs(made - 100) > 1 and any(abs(made - (m.value or 0) + t - 100) < 1e-6 for m in run for t in turns(m)
                                       if 1 < t < 100 and 0.15 < t / (m.value or 1) < 7)


def _parallel(view: View, a: Mention, b: Mention) -> bool:
    """Whether two shares are told alike, or the second is called the rest: "26% by firms and 74% by banks"."""
    if _REST.search(view.words(max(_lead(b) - 30, 0), _lead(b))):
        return True
    way, other = (m[0] if (m := _BY.match(view.words(x.end, x.end + 12))) else None for x in (a, b))
    return a.sentence == b.sentence and way is not None and way == other and _joined(view, a, b)


def _remaining(view: View, a: Mention, b: Mention) -> bool:
    """Whether the second of the only two shares around is called what remains of the first."""
    around = [m for m in view.reading.mentions[max(a.id - 6, 0):b.id + 4]
              if m.kind in ("percent", "ratio") and m.id not in (a.id, b.id) and a.sentence - 2 <= m.sentence <= b.sentence + 1]
    return not around and abs((a.value or 0) + (b.value or 0) - 100) > 1 and not (a.hedge or b.hedge) and bool(
        _REMAINS.search(view.words(max(_lead(b) - 16, 0), _lead(b))))


def _joined(view: View, a: Mention, b: Mention) -> bool:
    between = view.words(a.end, b.start)
    return len(between) <= 140 and bool(_JOINT.search(between) or holes.SENTENCE_END in between)


def _lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start


def _link(run: list[Mention], confidence: str, via: str, kind: str = "exclusive") -> Link:
    return Link(kind, {"parts": tuple(m.id for m in run)}, confidence, via, run[0].start, run[-1].end)
