"""Drafts become articles: pieces joined, headline first, positions led back to the file."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from .blocks import NEAR_THE_TOP, Block, compose
from .dateline import find_date
from .draft import Draft, Piece
from .layer import chain
from .model import Article, Ignore, OffsetMap, Paragraph, line_starts
from .waivers import said

_BETWEEN = "\n\n"


def assemble(draft: Draft, source: str, sha256: str, name: str, part: str | None, published: date | None) -> Article:
    """The article that ``draft`` describes; one without paragraphs where its pieces show nothing."""
    base, texts, blocks, starts = 0, [], list[Block](), list[int]()
    for piece in draft.pieces:
        starts.append(base)
        blocks += [replace(b, start=b.start + base, end=b.end + base) for b in piece.blocks]
        texts.append(piece.text)
        base += len(piece.text) + len(_BETWEEN)
    unified = _BETWEEN.join(texts)
    blocks = _one_headline(unified, blocks)
    text, paragraphs, local = compose(unified, blocks)
    origin = chain(replace(local, wide=_wide(draft.pieces, starts)), _to_file(draft.pieces, starts), len(text))
    ignores, problems = list(draft.ignores), list(draft.problems)
    for i, piece in enumerate(draft.pieces):
        for at, words in piece.waivers:
            _waive(source, name, words, starts[i] + at, piece.layer.origin(at), paragraphs, local, origin, ignores, problems)
    headline = paragraphs[0] if paragraphs and paragraphs[0].role == "headline" else None
    near_the_top = (text[p.start : p.end] for p in paragraphs[:NEAR_THE_TOP] if p.role in ("dateline", "body"))
    return Article(name, source, text, paragraphs, origin, text[headline.start : headline.end] if headline else None,
                   draft.published or find_date(near_the_top) or published, sha256, tuple(ignores), tuple(problems), part)


def _one_headline(unified: str, blocks: list[Block]) -> list[Block]:
    """One headline at most, at the top; a heading that opens the text is one; a repeated one goes."""
    shown = [(b, _letters(b.spelled or unified[b.start : b.end])) for b in blocks[:6]]
    opening = [(b, letters) for b, letters in shown if letters]
    if not opening:
        return blocks
    first, letters = opening[0]
    if first.role == "heading":
        first = replace(first, role="headline")
    rest = [b for b, said in opening[1:] if first.role != "headline" or said != letters] + blocks[6:]
    return [first, *(replace(b, role="body") if b.role == "headline" else b for b in rest)]


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _to_file(pieces: list[Piece], starts: list[int]) -> OffsetMap:
    """From the joined pieces to the file."""
    prose: list[int] = []
    source: list[int] = []
    wide: dict[int, int] = {}
    if len(pieces) == 1:
        return pieces[0].layer.origin
    for piece, start in zip(pieces, starts, strict=True):
        origin = piece.layer.origin
        prose += [start + p for p in origin.prose or (0,)]
        source += origin.source or (0,)
        wide.update(origin.wide)
    return OffsetMap(tuple(prose), tuple(source), tuple(sorted(wide.items())))


def _wide(pieces: list[Piece], starts: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple((start + at, length) for piece, start in zip(pieces, starts, strict=True) for at, length in sorted(piece.wide))


def _waive(source: str, name: str, words: str, at: int, in_file: int, paragraphs: tuple[Paragraph, ...], local: OffsetMap,
           origin: OffsetMap, ignores: list[Ignore], problems: list[str]) -> None:
    """A waiver comment speaks of the paragraph that it stands in, else of the next one."""
    rules, reason, faults = said(words)
    line, column = place(source, in_file)
    problems += [f"{name}:{line}:{column}: {fault}" for fault in faults]
    ends = [local(p.end - 1) for p in paragraphs]
    index = bisect_left(ends, at)
    if index < len(paragraphs):
        line = place(source, origin(paragraphs[index].start))[0]
    ignores += [Ignore(rule, reason, line, index) for rule in rules]


def place(source: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of a file offset."""
    starts = line_starts(source)
    line = max(bisect_left(starts, at + 1), 1)
    return line, at - starts[line - 1] + 1
