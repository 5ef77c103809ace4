"""NITF, the wire's own markup: headline, body, date; by itself or inside another format."""

from __future__ import annotations

from .draft import Draft, Piece, Sheet, markup_piece
from .layer import Layer
from .stamp import parse_stamp
from .vocabulary import NITF
from .xmltree import Element, XmlError, parse_xml

_DATES = ("date.release", "date.issue", "story.date", "date.expire")


def read_nitf(root: Element) -> Sheet:
    """The one article of a NITF document."""
    return Sheet([nitf_draft(root)])


def nitf_draft(nitf: Element) -> Draft:
    """What a ``nitf`` element says."""
    draft = Draft(nitf_pieces(nitf), language=nitf.attribute("xml:lang", "lang"))
    for tag in _DATES:
        dated = nitf.first(tag)
        if dated is not None and draft.published is None:
            draft.published = parse_stamp(dated.attribute("norm") or dated.text())
    named = nitf.first("du-key", "doc-id")
    if named is not None:
        draft.ids = (named.attribute("key", "id-string"),)
    body = nitf.first("body")
    draft.language = draft.language or (body.attribute("xml:lang", "lang") if body is not None else "")
    return draft


def nitf_pieces(nitf: Element) -> list[Piece]:
    """Headline, dateline and body. Bylines, editors' notes and a summary that the body repeats are left out."""
    pieces = []
    headline = nitf.first("hl1", "hedline")
    if headline is not None and headline.text():
        pieces.append(markup_piece(headline.markup(), NITF, "headline"))
    head = nitf.first("body.head")
    for tag in ("hl2", "dateline"):
        found = head.first(tag) if head is not None else None
        if found is not None and found.text():
            pieces.append(markup_piece(found.markup(), NITF, "dateline" if tag == "dateline" else "heading"))
    content = nitf.first("body.content")
    if content is None:
        content = nitf.first("body")
    if content is not None:
        pieces.append(markup_piece(content.markup(), NITF))
    return pieces


def nitf_of(layer: Layer) -> list[Piece]:
    """The pieces of NITF that stands as text inside another format; none where it is malformed."""
    try:
        root = parse_xml(layer)
    except XmlError:
        return []
    nitf = root if root.tag == "nitf" else root.first("nitf")
    return nitf_pieces(nitf) if nitf is not None else []
