"""A rule as data: what to bind, where to look, and what must hold."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..base.lexicon import Lexicon
from ..base.strictyaml import Node
from ..numbers.dimension import TIME, Dimension
from ..numbers.mention import Mention
from .template import listed, places

if TYPE_CHECKING:
    from .expression import Expression, Tolerance
    from .message import Message

SEVERITIES = ("error", "warning", "note", "off")
CERTAINTIES = ("stated", "inferred", "guessed")
ROUNDINGS = ("printed", "loose", "coarse")
#: how well a mended slip must fit: as the rule rounds, or to within one per cent of each figure
SLIPS = ("rounded", "close")
SCOPES = ("sentence", "sentences", "paragraph", "article", "headline+body")
HEDGES = ("about", "nearly", "more-than", "less-than", "at-least", "at-most")

#: The roles of each kind of link, in the order in which ``link: kind(...)`` names them.
LINK_ROLES: Mapping[str, tuple[str, ...]] = {
    "restates": ("a", "b"), "change": ("old", "new", "by", "share"), "list": ("parts", "total"), "items": ("count", "items"),
    "part-of": ("part", "whole"), "refers-back": ("a", "b"), "same-fact": ("a", "b"), "same-subject": ("a", "b"),
    "aged": ("birth", "age"), "lived": ("birth", "when", "age"), "aged-by": ("birth", "when", "age"),
    "life": ("life", "age"), "same-age": ("a", "b"), "span": ("start", "end", "length"),
    "lasted": ("start", "end", "length"), "so-far": ("start", "length"), "sequence": ("first", "then"),
    "time-sum": ("one", "two", "total"),
    "compared": ("more", "less"), "each-of": ("number", "each", "total"), "rate-time": ("rate", "time", "total"),
    "rate-of": ("rate", "amount", "total"), "same-rate": ("often", "seldom"), "extremes": ("low", "high"),
    "backwards": ("first", "second"), "levied": ("rate", "on", "levy"), "trip": ("distance", "time", "speed"),
    "share-of": ("part", "whole", "share"), "among": ("parts", "whole"), "shares": ("parts",), "summed": ("parts", "total"),
    "apart": ("one", "other", "by"), "proportion": ("one", "one_share", "other", "other_share"), "exclusive": ("parts",),
    "some-of": ("count", "items"), "ranked": ("nth", "ahead"), "set": ("score", "last"),
    "between": ("all", "one", "other"), "margin": ("profit", "sales", "margin"),
}
#: Roles that hold several mentions.
LIST_ROLES = frozenset({
    ("list", "parts"), ("items", "items"), ("among", "parts"), ("shares", "parts"), ("summed", "parts"),
    ("exclusive", "parts"), ("some-of", "items"), ("ranked", "ahead"),
})


@dataclass(frozen=True, slots=True)
class Severity:
    """How bad a miss is: by the certainty of the binding and by whether a slip explains it. None: not said."""

    stated: str | None = None
    inferred: str | None = None
    guessed: str | None = None
    slip: str | None = None
    else_: str = "warning"

    def of(self, certainty: str, slip: bool) -> str:
        """The worst of what is said for ``certainty`` and, where a slip explains the miss, for slips; else ``else_``."""
        said = {"stated": self.stated, "inferred": self.inferred, "guessed": self.guessed}[certainty]
        fitting = [s for s in (said, self.slip if slip else None) if s is not None]
        return min(fitting, key=SEVERITIES.index) if fitting else self.else_

    @property
    def is_off(self) -> bool:
        return all(s in (None, "off") for s in (self.stated, self.inferred, self.guessed, self.slip, self.else_))

    def __str__(self) -> str:
        pairs = [(k.rstrip("_"), getattr(self, k)) for k in self.__slots__]
        said = [f"{k}: {v}" for k, v in pairs if v]
        return self.else_ if len(said) == 1 else ", ".join(said)


@dataclass(frozen=True, slots=True)
class Selector:
    """Which mentions or cues may fill a place.

    ``kinds`` is () for ``same as other``: the kind, dimension, currency and (unless ``another_unit``) the unit then
    follow the mention bound to ``same_as``; with ``another_unit`` dimension and kind follow and the unit differs.
    ``of``: the counted noun must have one of these words; ``near``: one of these stands in the same sentence; either
    may name word lists (``<person>``). ``hedge``: one of these ("none" is no hedge); () is any.
    """

    kinds: tuple[str, ...] = ()
    same_as: str | None = None
    another_unit: bool = False
    of: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    hedge: tuple[str, ...] = ()
    #: headline or body; None is either
    place: str | None = None
    #: the unit it must be in ("1/day" for a daily rate; for durations also whole numbers of it, as a decade is of
    #: years), with its dimension and size
    unit: str | None = None
    dimension: Dimension | None = None
    size: float = 1.0
    #: refuses an enumeration opened by "including" or "such as"
    closed: bool = False

    def measured(self, mention: Mention) -> bool:
        """Whether the mention is in the unit asked for (always, where none is)."""
        if self.unit is None:
            return True
        if mention.dimension != self.dimension:
            return False
        times = mention.scale / self.size
        whole = mention.dimension == TIME and times > 1 and abs(times - round(times)) < 1e-3
        return whole or math.isclose(times, 1.0, rel_tol=1e-6)

    @property
    def is_plain(self) -> bool:
        """Nothing but a kind: too little to pick a number by, unless a template or link does."""
        return not (self.same_as or self.of or self.near or self.hedge or self.place or self.unit)


@dataclass(frozen=True, slots=True)
class Scope:
    """How far apart the places may stand. ``count`` is the number of sentences for ``sentences``, else 1."""

    unit: str = "sentence"
    count: int = 1

    def __str__(self) -> str:
        return f"{self.count} sentences" if self.unit == "sentences" else self.unit


@dataclass(frozen=True, slots=True)
class Template:
    """One phrase of ``match`` and how sure a binding by it is."""

    text: str
    certainty: str = "stated"

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it names, in order of appearance."""
        return places(self.text)


@dataclass(frozen=True, slots=True)
class LinkUse:
    """``link: change(old, new, by)``: which place each role of the link fills. Every named role must be present."""

    kind: str
    #: role of the link to place of the rule
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the rule carries as a test: ``fires``, ``quiet`` or ``todo`` (not yet as it should be)."""

    expect: str
    index: int
    #: the text without marks
    text: str
    #: spans of ``text`` that stood in [[...]]: the numbers that the check must cite
    marks: tuple[tuple[int, int], ...] = ()
    #: the message, whole
    says: str | None = None
    because: str | None = None
    #: publication date, as YYYY-MM-DD
    published: str | None = None
    #: the headline
    title: str | None = None
    line: int = 1

    @property
    def name(self) -> str:
        return f"{self.expect}[{self.index}]"


@dataclass(frozen=True)
class Rule:
    """One rule file, read and checked. ``id`` is its path without suffix: group/name."""

    id: str
    title: str
    severity: Severity
    bind: Mapping[str, Selector]
    assert_: Expression
    message: Message
    within: Scope = Scope()
    #: alternatives; each is one template, or those of ``all:`` that must be found together
    match: tuple[tuple[Template, ...], ...] = ()
    link: LinkUse | None = None
    when: Expression | None = None
    unless: Expression | None = None
    #: in the order in which they are worked out
    let: Mapping[str, Expression] = field(default_factory=dict)
    tolerance: Tolerance | None = None
    rounding: str = "printed"
    #: what must hold, to within one per cent of each figure, once a slip is mended; None: what is asserted, as it is
    mended: Expression | None = None
    #: place that makes one check apiece
    each: str | None = None
    #: name to data table; the entry is the one whose word ``<table>`` matched in the template
    lookup: Mapping[str, str] = field(default_factory=dict)
    #: word lists whose words, standing in the passage, leave the check undecided
    excuses: tuple[str, ...] = ("excuses",)
    #: word lists whose words, standing anywhere in the article, tell that it is about something else
    absent: tuple[str, ...] = ()
    explain: str = ""
    examples: tuple[Example, ...] = ()
    aliases: tuple[str, ...] = ()
    #: the file's tree, for errors and for the rule set's key
    node: Node | None = None

    @cached_property
    def lists(self) -> frozenset[str]:
        """The places that hold several mentions."""
        return frozenset(list_places(self.match, self.link))

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """The kinds that each place admits, with ``same as`` followed: what templates are compiled with."""
        return resolve_kinds(self.bind)

    @property
    def free(self) -> tuple[str, ...]:
        """The places that neither the link nor every alternative of the match names: chosen by charity."""
        named = set(self.link.roles.values()) if self.link else set()
        by_match = set.intersection(*({p for t in m for p in t.places} for m in self.match)) if self.match else set()
        return tuple(p for p in self.bind if p not in named | by_match)

    @property
    def group(self) -> str:
        return self.id.rpartition("/")[0]


def resolve_kinds(bind: Mapping[str, Selector]) -> dict[str, tuple[str, ...]]:
    """Kinds by place; a place that is the same as another has the other's."""
    found: dict[str, tuple[str, ...]] = {}
    for name, selector in bind.items():
        seen = {name}
        while selector.same_as and not selector.kinds and selector.same_as in bind and selector.same_as not in seen:
            seen.add(selector.same_as)
            selector = bind[selector.same_as]
        found[name] = selector.kinds
    return found


def list_places(match: tuple[tuple[Template, ...], ...], link: LinkUse | None) -> tuple[str, ...]:
    """The places that ``list(...)`` or a list role of the link binds to several mentions."""
    found = [name for templates in match for t in templates for name in listed(t.text)]
    if link:
        found += [place for role, place in link.roles.items() if (link.kind, role) in LIST_ROLES]
    return tuple(dict.fromkeys(found))


def expand(words: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """``words`` with each ``<list>`` replaced by the words of that list."""
    found: list[str] = []
    for word in words:
        if word.startswith("<") and word.endswith(">"):
            found += lexicon.list(word[1:-1])
        else:
            found.append(word)
    return frozenset(w.lower() for w in found)
