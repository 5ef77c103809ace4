"""A number as the text says it, and the cues that stand beside numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..articles.model import Article
from .dimension import NUMBER, Dimension
from .interval import Interval

#: Kinds that are not physical measures, in the order in which the documentation lists them.
PLAIN_KINDS = ("count", "percent", "percent-point", "money", "duration", "clock", "date", "year", "age", "ordinal",
               "ratio", "multiplier", "score", "rate", "vague")
#: Kinds named after what they measure.
MEASURE_KINDS = ("length", "area", "volume", "mass", "speed", "temperature", "temperature-difference", "energy",
                 "power", "pressure", "data", "angle", "force", "frequency", "current", "voltage", "density", "measure")
KINDS = PLAIN_KINDS + MEASURE_KINDS
#: Evidence that is not a number. Holes in templates may be of these kinds too.
CUE_KINDS = ("weekday", "name", "item", "noon", "rise", "fall", "doubled-unit", "malformed", "relative-day")


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time or a point of the calendar.

    Clock: ``minutes`` after midnight (0..1440, fractions for seconds), ``half`` "am", "pm" or None (24-hour or not
    said), ``zone`` as printed ("GMT", "Eastern", None), ``next_day`` when the words say so.
    Calendar: what is said of ``year``, ``month``, ``day``; a range or a decade has the same of its end.
    ``possible`` is False for April 31 or 25:70.
    """

    minutes: float | None = None
    half: str | None = None
    zone: str | None = None
    next_day: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    possible: bool = True
    #: printed granularity: second, minute, hour; day, month, quarter, year, decade, century
    grain: str = "day"


@dataclass(frozen=True, slots=True)
class Mention:
    """One number. Offsets are code points of ``Article.text``.

    ``value`` is the number in ``unit`` as written ("one hour and 26 minutes" is 86, minute), ``value2`` the upper end
    of a range or the second figure of a score. ``printed`` and ``loose`` are the two readings of what the number
    allows, in ``unit``, hedge applied; None where the text gives no figure. A base value is ``v * scale + shift``
    (SI base units and seconds; money in units of its own currency; percentages as fractions).
    """

    id: int
    start: int
    end: int
    text: str
    kind: str
    value: float | None = None
    value2: float | None = None
    unit: str | None = None
    printed: Interval | None = None
    loose: Interval | None = None
    scale: float = 1.0
    shift: float = 0.0
    dimension: Dimension = NUMBER
    #: ISO 4217 code of money (also of money rates)
    currency: str | None = None
    #: the counted noun phrase as printed ("North Korean soldiers") and its head in the singular ("soldier")
    noun: str | None = None
    head: str | None = None
    #: about, nearly, more-than, less-than, at-least, at-most
    hedge: str | None = None
    #: up, down, from, to
    change: str | None = None
    #: where the hedge begins, or ``start``: templates see from here to ``end`` as one hole
    lead: int = -1
    #: for a rate: unit and amount of its denominator ("day", 1), ("person", 100000)
    per: str | None = None
    per_amount: float = 1.0
    #: decimals step of the figure as printed, in ``unit`` ("2.4 million" is 100000); None where it was spelled out
    step: float | None = None
    #: the figure is a word or words ("twelve", "a century")
    worded: bool = False
    moment: Moment | None = None
    sentence: int = 0
    paragraph: int = 0
    #: inside quotation marks
    quoted: bool = False
    #: another printed name of the unit when it is ambiguous: pint names that also fit ("US gallon", "imperial gallon")
    alternatives: tuple[str, ...] = ()

    def base(self, reading: str = "printed") -> Interval | None:
        """The interval in base units under ``reading`` (printed or loose)."""
        interval = self.printed if reading == "printed" else self.loose
        return None if interval is None else interval.scaled(self.scale, self.shift)


@dataclass(frozen=True, slots=True)
class Cue:
    """Evidence that is not a number; ``value`` is a weekday's number (Monday 0), an item's group, else None."""

    id: int
    start: int
    end: int
    text: str
    kind: str
    value: float | None = None
    sentence: int = 0
    paragraph: int = 0


@dataclass(frozen=True)
class Reading:
    """An article and all that was read in it, by position. Mentions have ids 0..n-1, cues n and up."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    cues: tuple[Cue, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[int, Mention | Cue]:
        return {m.id: m for m in self}

    def __iter__(self) -> Iterator[Mention | Cue]:
        yield from self.mentions
        yield from self.cues
