"""The state of one reading: what has been claimed so far, and the drafts of mentions and cues."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..articles.model import Article
from ..base.lexicon import Lexicon
from .dimension import NUMBER, Dimension
from .interval import Interval
from .mention import Moment


@dataclass(slots=True)
class Draft:
    """A mention in the making; the fields are those of Mention."""

    start: int
    end: int
    kind: str
    value: float | None = None
    value2: float | None = None
    unit: str | None = None
    scale: float = 1.0
    shift: float = 0.0
    dimension: Dimension = NUMBER
    currency: str | None = None
    #: decimals step of the figure as printed, in ``unit``; ``step2`` that of the upper end
    step: float | None = None
    step2: float | None = None
    worded: bool = False
    per: str | None = None
    per_amount: float = 1.0
    moment: Moment | None = None
    alternatives: tuple[str, ...] = ()
    #: an interval that the words themselves give (dozens: 24..99; a decade as a span); else computed from value and step
    fixed: Interval | None = None
    noun: str | None = None
    head: str | None = None
    hedge: str | None = None
    change: str | None = None
    lead: int = -1
    quoted: bool = False
    #: end of the noun phrase it counts (prose offset), or ``end``
    noun_end: int = -1


@dataclass(slots=True)
class CueDraft:
    start: int
    end: int
    kind: str
    value: float | None = None


@dataclass(slots=True)
class Scan:
    """One article being read. Finders run in a fixed order; each looks only at what is still free."""

    article: Article
    lexicon: Lexicon
    drafts: list[Draft] = field(default_factory=list)
    cues: list[CueDraft] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.article.text))

    @property
    def text(self) -> str:
        return self.article.text

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has claimed any character of the span."""
        return not any(self.taken[start:end])

    def add(self, draft: Draft) -> bool:
        """Claim the draft's span for it; False (and nothing done) where any of it is taken."""
        if draft.end <= draft.start or not self.free(draft.start, draft.end):
            return False
        self.block(draft.start, draft.end)
        self.drafts.append(draft)
        return True

    def block(self, start: int, end: int) -> None:
        """Claim a span that is no number: a name, a code, a phone number, a web address."""
        self.taken[start:end] = b"\x01" * (end - start)
