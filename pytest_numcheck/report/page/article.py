"""One article as the page shows it: its paragraphs with every number lit, and its findings with their passages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from ...articles.model import Article
from ..coverage import ArticleCoverage, coverage_of
from ..finding import Finding
from ..terminal import headline, sentence
from .light import checks_of, counts, light_of, lights
from .pieces import Piece, Spot, passage, pieces

_TAGS = {"headline": "h3", "heading": "h4"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; ``tag`` is the element that it becomes."""

    tag: str
    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class PageArticle:
    name: str
    title: str
    blocks: tuple[Block, ...] = ()
    #: id → [how it was read, [[what a check said, its light, rule, [other ids]], …]]
    numbers: Mapping[int, list[Any]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    #: the passage of each finding
    passages: tuple[tuple[Piece, ...], ...] = ()
    coverage: ArticleCoverage = field(default_factory=lambda: ArticleCoverage("", 0, 0, 0, ()))
    error: str | None = None

    def data(self) -> dict[str, Any]:
        """Plain data that survives a trip through JSON."""
        return asdict(self)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> PageArticle:
        """What ``data()`` gave."""
        return cls(**{
            **data, "blocks": tuple(Block(b["tag"], b["role"], _pieces(b["pieces"])) for b in data["blocks"]),
            "findings": tuple(Finding.of(f) for f in data["findings"]), "passages": tuple(map(_pieces, data["passages"])),
            "numbers": {int(i): v for i, v in data["numbers"].items()}, "coverage": ArticleCoverage.of(data["coverage"])})

    @property
    def found(self) -> list[tuple[str, int]]:
        """(severity or "waived", how many findings), the worst first."""
        had = [f.severity if f.outcome == "inconsistent" else "waived" for f in self.findings]
        return [(light, had.count(light)) for light in ("error", "warning", "note", "waived") if light in had]

    def target(self, place: int, finding: int) -> str:
        """Where on the page the first number of a finding is, in the article at ``place``."""
        number = next((p.number for p in self.passages[finding] if p.number is not None), None)
        return f"a{place}" if number is None else f"a{place}n{number}"


def page_article(article: Article, record: Mapping[str, Any], spots: Sequence[Spot], findings: Sequence[Finding]) -> PageArticle:
    """The article of a line of the report; ``spots`` are where its numbers and cues stand, and ``findings`` its own."""
    lit, checks = lights(record), checks_of(record)
    told = {i: said for i, _, _, said in spots}
    starts = [at[1] for at in spots]
    blocks = []
    for p in article.paragraphs:
        inside = spots[bisect_left(starts, p.start):bisect_left(starts, p.end)]
        blocks.append(Block(_TAGS.get(p.role, "p"), p.role, pieces(article.text, p.start, p.end, inside, lit)))
    cited = {c["node"]: dict.fromkeys(c["mentions"], light_of(c)) for c in record["checks"]}
    return PageArticle(
        name=record["article"], title=headline(article) or record["article"], blocks=tuple(blocks),
        numbers={i: [told[i], [_said(record["checks"][c], i) for c in checks.get(i, ())]] for i in sorted(lit)},
        counts=counts(lit[m["id"]] for m in record["mentions"]), findings=tuple(findings),
        passages=tuple(passage(article, spots, cited[f.node]) for f in findings), coverage=coverage_of(record))


def _said(check: Mapping[str, Any], me: int) -> list[Any]:
    light = light_of(check)
    message = sentence(check["message"]) if light in ("error", "warning", "note", "waived") else ""
    if light in ("undecided", "waived"):
        message += f" {light.capitalize()}: {sentence(check['reason'] or '', capital=False)}"
    return [message.strip(), light, check["rule"], [i for i in dict.fromkeys(check["mentions"]) if i != me]]


def _pieces(data: Sequence[Mapping[str, Any]]) -> tuple[Piece, ...]:
    return tuple(Piece(**p) for p in data)
