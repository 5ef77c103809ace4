"""One article as the page shows it: paragraphs cut into plain text and lit numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from ...articles.model import Article
from ...numbers.mention import Reading
from ..columns import clean
from ..finding import Finding
from ..terminal import headline, sentence
from .light import checks_of, counts, light_of, lights

Prose = Sequence[tuple[int, int, int]]

_TAGS = {"headline": "h3", "heading": "h4"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``number`` is the id of the number that it is, None for plain prose."""

    text: str
    number: int | None = None
    light: str = ""
    #: how it was read and what became of it, in words: for those who see or run no script
    told: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    tag: str
    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class PageArticle:
    name: str
    title: str
    published: str | None
    blocks: tuple[Block, ...] = ()
    #: id → [light, how it was read, [[what a check said, its light, rule, [other ids]], …]]
    numbers: Mapping[int, list[Any]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    covered: int = 0
    seen: int = 0
    error: str | None = None
    #: case → the first number that its check cites
    first: Mapping[str, int] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Plain data that survives a trip through JSON."""
        return {**asdict(self), "findings": [f.data() for f in self.findings]}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> PageArticle:
        """What ``data()`` gave."""
        blocks = tuple(Block(b["tag"], b["role"], tuple(Piece(**p) for p in b["pieces"])) for b in data["blocks"])
        return cls(**{**data, "blocks": blocks, "findings": tuple(Finding.of(f) for f in data["findings"]),
                      "numbers": {int(i): v for i, v in data["numbers"].items()}})

    @property
    def found(self) -> list[tuple[str, int]]:
        """(severity or "waived", how many findings), the worst first."""
        had = [f.severity if f.outcome == "inconsistent" else "waived" for f in self.findings]
        return [(light, had.count(light)) for light in ("error", "warning", "note", "waived") if light in had]

    def target(self, place: int, finding: Finding) -> str:
        """Where on the page a finding's first number is, in the article at ``place``."""
        number = self.first.get(finding.node)
        return f"a{place}" if number is None else f"a{place}n{number}"


def prose_of(reading: Reading) -> list[tuple[int, int, int]]:
    """(id, start, end) in the prose of every number and cue, by position."""
    return sorted(((m.id, m.start, m.end) for m in reading), key=lambda at: at[1:])


def page_article(article: Article, record: Mapping[str, Any], prose: Prose, findings: Sequence[Finding]) -> PageArticle:
    """The article of a line of the report. ``prose`` says where its numbers and cues stand in ``article.text``."""
    lit = lights(record)
    told = {m["id"]: reading_of(m) for m in [*record["mentions"], *record["cues"]]}
    checks = checks_of(record)
    numbers = {i: [lit[i], told[i], [_said(record["checks"][c], i) for c in checks.get(i, ())]]
               for i in sorted(lit)}
    spots = [at for at in prose if at[0] in lit]
    blocks = []
    for paragraph in article.paragraphs:
        inside = [at for at in spots if paragraph.start <= at[1] and at[2] <= paragraph.end]
        pieces = _pieces(article.text, paragraph.start, paragraph.end, inside, numbers)
        blocks.append(Block(_TAGS.get(paragraph.role, "p"), paragraph.role, pieces))
    return PageArticle(
        name=record["article"], title=headline(article) or record["article"], published=record["published"],
        blocks=tuple(blocks), numbers=numbers, counts=counts(lit[m["id"]] for m in record["mentions"]),
        findings=tuple(findings), covered=record["coverage"]["checked"], seen=record["coverage"]["mentions"],
        first={c["node"]: c["mentions"][0] for c in record["checks"] if c["mentions"]})


def _pieces(text: str, start: int, end: int, spots: Prose, numbers: Mapping[int, list[Any]]) -> tuple[Piece, ...]:
    pieces, at = [], start
    for i, low, high in spots:
        if low < at:
            continue  # inside a longer one
        if low > at:
            pieces.append(Piece(clean(text[at:low])))
        light, told, said = numbers[i]
        words = [told, *(s[0] for s in said)]
        pieces.append(Piece(clean(text[low:high]), i, light, ". ".join(w.rstrip(".") for w in words if w)))
        at = high
    if at < end:
        pieces.append(Piece(clean(text[at:end])))
    return tuple(pieces)


def _said(check: Mapping[str, Any], me: int) -> list[Any]:
    light = light_of(check)
    message = sentence(check["message"]) if light in ("error", "warning", "note", "waived") else ""
    if light == "undecided":
        message = f"Undecided: {check['reason']}"
    return [message, light, check["rule"], [i for i in dict.fromkeys(check["mentions"]) if i != me]]


def reading_of(mention: Mapping[str, Any]) -> str:
    """How a number was read, in a few words: "count of soldiers: 8,000"."""
    kind = str(mention["kind"]).replace("-", " ")
    if "value" not in mention:
        return kind
    words = [kind]
    if mention["noun"]:
        words.append(f"of {clean(mention['noun'])}")
    value = _figure(mention["value"])
    if value:
        unit = f" {mention['unit']}" if mention["unit"] else ""
        upper = _figure(mention["value2"])
        words.append(f"= {value}{f' to {upper}' if upper else ''}{unit}")
    low, high = mention["low"], mention["high"]
    if mention["hedge"]:
        words.append(f"({mention['hedge'].replace('-', ' ')})")
    exact = low == high == mention["value"] or mention["value2"] is not None or low is high is None
    if not exact:
        words.append(f"allows {_figure(low) or 'anything'} to {_figure(high) or 'any more'}")
    return " ".join(words)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,}"
