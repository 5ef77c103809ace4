"""What beat a record against the record that it beat: "£56 million, beating the record of £45 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numbers.mention import Mention
from ..model import Link
from ..prose import holes
from ..prose.view import View
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
