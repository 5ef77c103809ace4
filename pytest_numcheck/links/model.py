"""What ties mentions of one article together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

#: How sure the words make a link, best first.
CONFIDENCES = ("stated", "inferred", "guessed")
LINK_KINDS = (
    "restates", "change", "list", "items", "part-of", "refers-back", "same-fact", "same-subject", "compared", "each-of",
    "rate-time", "rate-of", "same-rate", "extremes", "backwards", "levied", "trip", "aged", "lived", "aged-by", "life",
    "same-age", "span", "lasted", "so-far", "sequence", "time-sum", "share-of", "among", "shares", "summed", "apart",
    "proportion", "exclusive", "some-of", "ranked", "set", "between", "margin",
)


@dataclass(frozen=True, slots=True)
class Link:
    """Mentions (by id) in roles.

    restates(a, b) · change(old, new, by, share: the size again as a percentage; any may be missing) · list(parts, total?)
    · items(count, items: cues) · some-of(count, items: cues), "seven, including …" · ranked(nth, ahead: cues) ·
    set(score, last?) of a match ·
    part-of(part, whole) · refers-back(a, b) · same-fact(a, b) · same-subject(a, b) ·
    compared(more, less) · each-of(number, each, total) · rate-time(rate, time, total) · rate-of(rate, amount, total) ·
    same-rate(often, seldom): one rate told for two periods · extremes(low, high): the least and the most of one thing ·
    backwards(first, second): "15 to 2 wells" · levied(rate, on, levy) · trip(distance, time, speed) · share-of(part,
    whole, share) · among(parts, whole) · shares(parts) · summed(parts, total) · aged(birth, age) at the time of writing ·
    lived(birth, when, age) · aged-by(birth, when, age): at the time of writing, the latest year told being ``when`` ·
    life(life, age): the years of a life and the age at its end · same-age(a, b): one person's at the time of writing ·
    span(start, end, length): two dates and the time between them · lasted(start, end, length): what lay between lasted so
    long · so-far(start, length): counted to the day of writing ·
    sequence(first, then): two dates, the one before the other · time-sum(one, two, total): two lengths of time and what
    they come to · between(all, one, other): a figure for everybody and those of two groups · margin(profit, sales, margin).
    """

    kind: str
    roles: Mapping[str, tuple[int, ...]]
    confidence: str
    #: which phrase or finder made it, for ``numcheck why``
    via: str
    #: prose span of the words that made it
    start: int
    end: int
    #: for a change: +1 where the words say up, -1 down, 0 where they do not say
    sign: int = 0

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(i for role in self.roles.values() for i in role)


@dataclass(frozen=True)
class Links:
    """All links of one article, in order of position."""

    all: tuple[Link, ...] = ()

    @cached_property
    def by_kind(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {k: [] for k in LINK_KINDS}
        for link in self.all:
            found[link.kind].append(link)
        return {k: tuple(links) for k, links in found.items()}

    @cached_property
    def by_mention(self) -> dict[int, tuple[Link, ...]]:
        found: dict[int, list[Link]] = {}
        for link in self.all:
            for i in link.ids:
                found.setdefault(i, []).append(link)
        return {i: tuple(links) for i, links in found.items()}
