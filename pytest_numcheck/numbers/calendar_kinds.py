"""The finders of everything that is a number but no quantity, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable

from . import cues
from .amounts import doubled, scores
from .calendar import ages, clock, dates, numeric_dates, ordinals, periods, years
from .digits import malformed
from .labels import items, listings, members, ranked, rosters, rows
from .scan import Scan

#: Each claims what it is sure of; the quantity finders see what is left.
FINDERS: tuple[Callable[[Scan], None], ...] = (
    dates.find, numeric_dates.find, periods.find, clock.find, ages.find, years.find, scores.find, ordinals.find,
    malformed.find, doubled.find, items.find, rosters.find, ranked.find, listings.find, rows.find, members.find, cues.find,
)
