"""HTML: a saved page, of which the article is read, or a fragment from a CMS, which is read whole."""

from __future__ import annotations

import re

from .blocks import Block
from .characters import DROPPED, unify
from .draft import Draft, Piece, Sheet
from .fragment import read_fragment
from .frontmatter import read_front_matter
from .layer import Layer
from .page import article_parts
from .pagemeta import read_meta
from .vocabulary import HTML
from .waivers import comments

_PAGE = re.compile(r"<(?:html|body|head)[\s>]|<!doctype\s+html", re.IGNORECASE)


def read_html(source: str, name: str) -> Sheet:
    """The one article of an HTML file; a page without prose gives a draft without text."""
    head = read_front_matter(source, name) if source.startswith(("---", "+++")) else None
    unified = unify(source)
    layer = Layer(source)
    if head and head.end:
        unified = "".join("\n" if c == "\n" else " " for c in unified[: head.end]) + unified[head.end :]
        piece = _fragment(layer, unified)
        if head.title:
            piece.blocks.insert(0, Block(head.at[0], head.at[0], "headline", head.title))
        return Sheet([Draft([piece], head.published, ignores=head.ignores, problems=head.problems)])
    if not _PAGE.search(source, 0, 20_000):
        return Sheet([Draft([_fragment(layer, unified)])])
    read = read_fragment(unified, HTML)
    meta = read_meta(source)
    parts = article_parts(read, unified, source)
    blocks = [Block(p.start, p.end, "headline" if p.tag == "h1" and i == 0 else p.role) for i, p in enumerate(parts)]
    if blocks and blocks[0].role != "headline" and meta.title:
        title = unify(meta.title).replace(DROPPED, "")
        blocks.insert(0, Block(meta.at, meta.at, "headline", title))
    piece = Piece(layer, read.text, blocks, read.wide, comments(unified))
    reason = "" if blocks else "no paragraphs of prose on this page"
    return Sheet([Draft([piece], meta.published, meta.language, reason=reason)])


def _fragment(layer: Layer, unified: str) -> Piece:
    read = read_fragment(unified, HTML, codes=False)
    return Piece(layer, read.text, read.blocks(), read.wide, comments(unified))
