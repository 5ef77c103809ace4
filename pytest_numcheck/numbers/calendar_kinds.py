"""The finders of everything that is a number but no quantity, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable

from . import ages, clock, cues, dates, doubled, items, listings, malformed, numeric_dates, ordinals, periods, scores, years
from .scan import Scan

#: Each claims what it is sure of; the quantity finders see what is left.
FINDERS: tuple[Callable[[Scan], None], ...] = (
    dates.find, numeric_dates.find, periods.find, clock.find, ages.find, years.find, scores.find, ordinals.find,
    malformed.find, doubled.find, items.find, listings.find, cues.find,
)
