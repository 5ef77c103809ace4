"""RSS, Atom and JSON Feed: each entry with its text, or with its summary where it has no more."""

from __future__ import annotations

from .draft import Draft, Piece, Sheet, any_piece, markup_piece, plain_piece
from .jsontext import Json
from .stamp import parse_stamp
from .vocabulary import HTML, XHTML
from .wordpress import read_wxr
from .xmltree import Element

_TEXTS = ("content:encoded", "atom:content", "content", "body", "description", "summary", "media:description")
_DATES = ("pubDate", "published", "dc:date", "issued", "updated", "modified", "date")


def read_feed(root: Element) -> Sheet:
    """The entries of a feed; an export of WordPress is one too."""
    channel = root.find("channel") if root.tag != "feed" else root
    channel = channel if channel is not None else root
    if any(child.name == "wp:wxr_version" for child in channel.children):
        return read_wxr(channel)
    entries = [e for e in (*root.children, *(channel.children if channel is not root else ())) if e.tag in ("item", "entry")]
    said = channel.find("language", "dc:language")
    language = said.text() if said is not None else root.attribute("xml:lang")
    return Sheet([_entry(e, language) for e in entries], several=True)


def _entry(entry: Element, language: str) -> Draft:
    own = entry.find("dc:language", "language")
    stamps = (parse_stamp(found.text()) for tag in _DATES if (found := entry.find(tag)) is not None)
    said = own.text() if own is not None else language
    draft = Draft(published=next(filter(None, stamps), None), language=entry.attribute("xml:lang") or said, ids=_ids(entry))
    title = next((c for c in entry.children if c.tag == "title" and c.name != "media:title"), None)
    if title is not None and title.text():
        draft.pieces.append(any_piece(title.said(), "headline"))
    for tag in _TEXTS:
        found = entry.find(tag)
        if found is not None and (tag.startswith("media") or not found.name.startswith("media:")):
            piece = _piece(found)
            if piece.blocks:
                draft.pieces.append(piece)
                return draft
    draft.reason = "an entry without text"
    return draft


def _piece(found: Element) -> Piece:
    kind = found.attribute("type").lower()
    if kind == "xhtml" or found.children:
        return markup_piece(found.markup(), XHTML)
    if kind == "text":
        return plain_piece(found.said())
    return markup_piece(found.said(), HTML) if "html" in kind else any_piece(found.said())


def _ids(entry: Element) -> tuple[str, ...]:
    link = next((e.attribute("href") or e.text() for e in entry.children
                 if e.tag == "link" and e.attribute("rel") in ("", "alternate")), "")
    named = entry.find("guid", "id")
    return link, named.text() if named is not None else ""


def is_feed_item(item: Json) -> bool:
    """Whether an object is an item of a JSON Feed."""
    return item.members is not None and ("content_html" in item.members or "content_text" in item.members)


def feed_draft(item: Json, language: str = "") -> Draft:
    """One item of a JSON Feed."""
    said = {name: item.said(name) for name in ("date_published", "language", "url", "id")}
    draft = Draft(published=parse_stamp(said["date_published"]), language=said["language"] or language,
                  ids=(said["url"], said["id"]))
    title = item.get("title")
    if title is not None and title.text().strip():
        draft.pieces.append(plain_piece(title.layer(), "headline"))
    html, text = item.get("content_html"), item.get("content_text", "summary")
    if html is not None and html.text().strip():
        draft.pieces.append(markup_piece(html.layer(), HTML))
    elif text is not None and text.text().strip():
        draft.pieces.append(plain_piece(text.layer()))
    else:
        draft.reason = "an item without text"
    return draft
