"""Words for time zones and what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon, default_lexicon

LOCAL = "local"
#: "2024 Friday, UTC": the day may stand before the zone
_DAY = (r"(?:\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?|"
        r"yesterday|today|tomorrow)"
        r"(?=,?\s))?")
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?\Z")


@lru_cache(maxsize=8)
def zone_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Matches, after a clock time, the words of its zone (group 1) or of local time (group 2)."""
    names = sorted(lexicon.table("zones"), key=lambda w: (-len(w), w))
    return re.compile(rf"{_DAY}[\s,]*\(?((?:UTC|GMT)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?|"
                      rf"(?:{'|'.join(re.escape(n) for n in names)})(?![A-Za-z]))"
                      rf"|{_DAY}[\s,]*\(?((?:[A-Z]\w+\s)?local\b(?:\s+time)?)")


@lru_cache(maxsize=256)
def zone_offsets(zone: str, lexicon: Lexicon | None = None) -> tuple[int, ...]:
    """Minutes ahead of UTC that a printed zone may mean ("EST": (-300,)); empty for local time and unknown words."""
    if said := _OFFSET.match(zone):
        minutes = int(said[2]) * 60 + int(said[3] or 0)
        return (minutes if said[1] == "+" else -minutes,)
    hours = (lexicon or default_lexicon()).table("zones").get(zone, ())
    return tuple(round(float(h) * 60) for h in hours)
