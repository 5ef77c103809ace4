"""NewsML-G2: news items, alone or in packages and messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .draft import Draft, Piece, Sheet, any_piece, is_english, markup_piece, plain_piece
from .nitf import nitf_pieces
from .stamp import parse_stamp
from .vocabulary import XHTML
from .xmltree import Element

#: The items of NewsML-G2, and why all but the first are no article.
ITEMS = {
    "newsItem": "", "packageItem": "a package that only refers to its items", "conceptItem": "a concept, not a story",
    "knowledgeItem": "a list of concepts, not a story", "planningItem": "a planning item, not a story",
    "catalogItem": "a catalogue, not a story",
}
_EMPTY = {"picture": "a picture without text", "video": "a video without text", "audio": "audio without text",
          "graphic": "a graphic without text", "composite": "a composite item without prose (events or data)"}
#: Standards of data: nothing in them is prose.
_DATA = ("sportsml", "sports-content", "eventsml", "<events", "html5-data")


def read_newsml(root: Element) -> Sheet:
    """The items of a document whose root is an item or a message."""
    items = [e for e in root.walk() if e.tag in ITEMS]
    if root.tag in ITEMS:
        return Sheet([item_draft(root)])
    return Sheet([item_draft(e) for e in items], several=True)


def item_draft(item: Element) -> Draft:
    """One item: headline and the first English content that is prose."""
    meta, content = item.find("itemMeta"), item.find("contentMeta")
    slug = content.find("slugline") if content is not None else None
    draft = Draft(ids=(item.attribute("guid"), slug.text() if slug is not None else ""))
    if ITEMS[item.tag]:
        draft.reason = ITEMS[item.tag]
        return draft
    draft.published = _date(meta, content)
    declared = content.find("language") if content is not None else None
    draft.language = declared.attribute("tag") if declared is not None else item.attribute("xml:lang")
    headline = content.find("headline") if content is not None else None
    if headline is not None and headline.text():
        draft.pieces.append(any_piece(headline.said(), "headline"))
    for language, pieces in _contents(item):
        if any(p.blocks for p in pieces):
            draft.pieces += pieces
            if declared is None and language:
                draft.language = language
            return draft
    draft.reason = _why_empty(item, meta)
    return draft


def _date(meta: Element | None, content: Element | None) -> date | None:
    for where, tags in ((meta, ("versionCreated", "firstCreated")), (content, ("contentModified", "contentCreated"))):
        for tag in tags:
            found = where.find(tag) if where is not None else None
            if found is not None and (when := parse_stamp(found.text())):
                return when
    return None


def _contents(item: Element) -> Iterator[tuple[str, list[Piece]]]:
    """What the content set holds, English first: (language, pieces)."""
    holder = item.find("contentSet")
    inner = [e for e in holder.children if e.tag in ("inlineXML", "inlineData")] if holder is not None else []
    for element in sorted(inner, key=lambda e: not is_english(e.attribute("xml:lang"))):
        yield element.attribute("xml:lang"), _content(element)


def _content(element: Element) -> list[Piece]:
    kind = element.attribute("contenttype").lower()
    if element.tag == "inlineData":
        said = element.said()
        return [markup_piece(said)] if "html" in kind else [plain_piece(said)] if "plain" in kind else [any_piece(said)]
    nitf = element if element.tag == "nitf" else element.first("nitf")
    if nitf is not None:
        return nitf_pieces(nitf)
    inside = kind + " ".join(child.tag for child in element.children[:3]).lower()
    if any(data.strip("<") in inside for data in _DATA):
        return []
    body = element.first("body")
    return [markup_piece((body if body is not None else element).markup(), XHTML)]


def _why_empty(item: Element, meta: Element | None) -> str:
    classed = meta.find("itemClass") if meta is not None else None
    kind = classed.attribute("qcode", "uri").rpartition(":")[2].rpartition("/")[2] if classed is not None else ""
    if item.first("sports-content") is not None:
        return "sports data (SportsML), no prose"
    if item.first("events", "event") is not None:
        return "events without text"
    if item.first("remoteContent") is not None and kind in ("", "text"):
        return "its content lies in another file (remoteContent)"
    return _EMPTY.get(kind, "an item without text")
