"""What beat a record against the record that it beat: "£56 million, beating the record of £45 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .earlier import Earlier
from .ordered import alike, ordered, sought

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_RECORD = re.compile(
    rf"(?<!\w)(?:beat|beats|beating|broke|breaks|breaking|bettered|bettering|eclipsed|eclipsing|smashed|smashing"
    rf"|surpassed|surpassing|topped|topping|shattered|shattering)"
    rf"(?: [^\W\d_]+(?:'s)?){{0,4}} (?:record|best|mark|high)(?: [^\W\d_]+(?:'s)?){{0,5}}? ?(?:,|of|at|which was"
    rf"|set at|,? which stood at)? ?{_HOLE}")
_PREVIOUS = re.compile(
    rf"(?<!\w)(?:previous|old|former|earlier|existing|prior|last)(?: [^\W\d_]+){{0,3}} (?:record|best|mark"
    rf"|high)(?: [^\W\d_]+){{0,4}}?"
    rf"(?:,? (?:which|that))? ?(?:was|is|of|stood at|,|had been|has been|were)(?: (?:a|an|the|set at|only|just))? ?{_HOLE}")
_RACE = re.compile(r"(?<!\w)(?:swam|swim|swimmer|ran|run|runner|race|raced|lap|sprint|clocked|fastest|quickest|faster"
    r"|finish\w*|relay|marathon|crossed|rowed|cycled|time of|won)(?!\w)")
_UNLIKE = re.compile(r"(?<!\w)(?:lows?|lowest|smallest|fewest|below|under|shy|off|down|equal\w*"
    r"|missed|fail\w*|short of|tied|not|youngest|oldest)(?!\w)")
_HEIGHT = re.compile(
    r"(?<!\w)(?:a|an|its|their|the|his|her) (?:new )?(?:all-time )?(?:record|all-time high|record high)(?: of)? $")
_CLAUSE = re.compile(
    r"[;:]|(?<!\w)(?:while|whereas|but|when|who|which|where|because)(?!\w)|(?<!\w)(?:over|past|above|below|beyond|to) $")
_FAR = 110
_LONG = re.compile(r"(?<!\w)(?:longest|longer|lasted|lasting|endurance|stayed|held|spent|without)(?!\w)")


def records(view: View) -> Iterator[Link]:
    """Links compared(more, less) between what beat a record and the record that it beat."""
    for pattern in (_RECORD, _PREVIOUS):
        for m in sought(view, pattern, ("record", "best", "mark")):
            old = view.mention(holes.id_of(m[1]))
            if not isinstance(old, Mention) or old.value2 is not None or old.kind in ("year", "date", "ordinal", "age", "clock"):
                continue
            sign = 1 if old.kind != "duration" else -1 if raced(view, old) else 0
            own = view.plain(view.article.sentences[old.sentence].start, view.article.sentences[old.sentence].end)
            if not sign or _UNLIKE.search(own):
                continue
            new = _beats(view, old, view.to_prose(m.start()), 0 if pattern is _RECORD else 3)
            if new is not None:
                yield ordered(new, old, sign, "stated" if new.sentence == old.sentence else "inferred", "record")


def heights(view: View) -> Iterator[Link]:
    """Links compared(more, less) between a record and what is told of an earlier time: "a record $412bn and $377bn in 2003"."""
    rows = view.sentences_with("record") | (view.sentences_with("all") & view.sentences_with("time"))
    if not rows:
        return
    earlier = Earlier(view)
    for row in sorted(rows):
        sentence = view.article.sentences[row]
        figures = view.mentions(sentence.start, sentence.end)
        for i, new in enumerate(figures[:-1]):
            if new.change in ("up", "down") or not _HEIGHT.search(view.bare(max(new.lead - 40, sentence.start), new.lead)):
                continue
            told = [m for m in figures[i + 1:] if alike(view, m, new) and m.kind not in ("duration", "age") and not m.hedge]
            if told and _runs_on(view, told[0], new) and earlier.mark(told[0]) >= 2 and told[0].change not in ("up", "down"):
                yield ordered(new, told[0], 1, "stated", "a record and what was before")


def _runs_on(view: View, old: Mention, new: Mention) -> bool:
    """Whether no clause of another subject begins between a record and the older number."""
    gap = view.bare(new.end, old.lead)
    return len(gap) < _FAR and not _CLAUSE.search(gap)


def raced(view: View, time: Mention) -> bool:
    """Whether a time is one of a race, where the shorter one wins."""
    said = view.plain(view.article.sentences[max(time.sentence - 1, 0)].start, view.article.sentences[time.sentence].end)
    return time.kind == "duration" and bool(_RACE.search(said)) and not _LONG.search(said)


def _beats(view: View, old: Mention, at: int, back: int) -> Mention | None:
    """The one figure (it may be said again) before the record in its sentence or, ``back`` sentences up, with "record"."""
    first = max(old.sentence - back, 0)
    if back and "record" not in view.plain(view.article.sentences[first].start, at):
        return None
    fits = [m for m in view.mentions(view.article.sentences[first].start, at) if alike(view, m, old) and m.change is None]
    near = [m for m in fits if m.sentence == old.sentence] or fits
    return near[-1] if near and len({round(m.value or 0, -int(len(str(int(m.value or 0))) - 2)) for m in near}) == 1 else None
