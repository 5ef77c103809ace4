"""Vague counts: "dozens", "tens of thousands", "a few hundred", "hundreds of millions of pounds"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..digits.figures import Figure
from ..interval import Interval
from ..scan import Draft, Scan
from .currencies import currencies
from .units import loose_unit_info
from .unitwords import unit_after

_OF = re.compile(r"\s+of(?=\s)")
_CURRENCY = re.compile(r"\s([a-z]+)(?:\s([a-z]+))?", re.I)


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    words: dict[str, Interval]
    times: dict[str, tuple[float, float]]
    tens: dict[str, tuple[float, float]]
    big: dict[str, float]


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    table, big = lexicon.table("vague"), {k: float(v) for k, v in lexicon.table("magnitudes")["words"].items()}
    big |= {"dozen": 12.0, "hundreds": 100.0}
    times = "|".join(sorted(table["times"], key=len, reverse=True))
    tens = "|".join(table["tens"])
    many = "hundreds|thousands|millions|billions|trillions"
    one = "dozen|hundred|thousand|million|billion|trillion|lakh|crore"
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<t>{tens})(?:\s+(?:or|and|or\s+even|to)\s+(?P<t2>{tens}))?\s+of\s+(?P<b>{many})"
        rf"|(?P<n>{times})\s+(?:more\s+)?(?P<b2>{one})(?!s)\b"
        rf"|(?:(?P<w>{'|'.join(table['words'])})(?:\s+upon\s+(?:{many}))?))(?![\w'-])",
        re.I,
    )
    return _Table(
        pattern,
        {k: Interval(float(a), float(b)) for k, (a, b) in table["words"].items()},
        {k: (float(a), float(b)) for k, (a, b) in table["times"].items()},
        {k: (float(a), float(b)) for k, (a, b) in table["tens"].items()},
        big,
    )


def find(scan: Scan) -> None:
    """Claim vague counts; they have no value, only the interval that the words allow, in their unit if they name one."""
    table, text = _table(scan.lexicon), scan.text
    for m in table.pattern.finditer(text):
        if not scan.free(m.start(), m.end()) or re.search(r"\d\s?\Z", text[max(m.start() - 3, 0) : m.start()]):
            continue
        if m["w"]:
            word = m["w"].lower()
            if word == "scores" and not text.startswith((" of ", " more "), m.end()):
                continue
            allowed = table.words[word]
        elif m["t"]:
            low, high = table.tens[m["t"].lower()]
            high = max(high, table.tens[m["t2"].lower()][1]) if m["t2"] else high
            factor = table.big[m["b"].lower()]
            allowed = Interval(low * factor, high * factor)
        else:
            low, high = table.times[m["n"].lower()]
            factor = table.big[m["b2"].lower()]
            allowed = Interval(low * factor, high * factor)
        draft = Draft(m.start(), m.end(), "vague", fixed=allowed, worded=True)
        _unit(scan, draft)
        scan.add(draft)


def _unit(scan: Scan, draft: Draft) -> None:
    """The unit or currency right after, or after "of"."""
    text = scan.text
    of = _OF.match(text, draft.end)
    end = of.end() if of is not None else draft.end
    stand_in = Figure(draft.start, end, 2.0, None, True)
    unit = unit_after(text, stand_in, scan.lexicon)
    name, stop = (unit.unit, unit.end) if unit is not None else (None, end)
    if name is None or name == "pound":
        m = _CURRENCY.match(text, end)
        if m is not None:
            words = currencies(scan.lexicon).words
            both = f"{m[1]} {m[2]}".lower()
            code = words.get(both) or words.get(m[1].lower())
            if code is not None and m[1].lower() != "won":
                name, stop = code, m.end() if both in words else m.end(1)
            elif name == "pound" and draft.fixed is not None and draft.fixed.high >= 1e6:
                name = "GBP"
    if name is None:
        return
    info = loose_unit_info(name)
    draft.unit, draft.end = name, stop
    draft.scale, draft.shift, draft.dimension, draft.currency = info.scale, info.shift, info.dimension, info.currency
