"""NewsML 1.x: news items made of components, each in a role and a language."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft, Piece, Sheet, any_piece, is_english, markup_piece
from .nitf import nitf_pieces
from .stamp import parse_stamp
from .vocabulary import XHTML
from .xmltree import Element

#: Roles that hold the story's text; "" where none is given.
_STORY = ("", "main", "body", "text", "maintext", "main text", "story", "content", "caption", "brandedbody", "summary")
_NEVER = ("stylesheet", "logo", "photo", "video", "contact", "headline", "subheadline", "thumbnail", "graphic", "audio")


def read_newsml1(root: Element) -> Sheet:
    """The items of a NewsML 1.x document; several where it holds more than one."""
    items = [e for e in root.walk() if e.tag == "NewsItem"]
    return Sheet([_draft(item) for item in items], several=len(items) > 1)


def _draft(item: Element) -> Draft:
    named = item.first("NewsItemId", "PublicIdentifier")
    draft = Draft(ids=(named.text() if named is not None else "",))
    for tag in ("ThisRevisionCreated", "FirstCreated", "DateId"):
        dated = item.first(tag)
        if dated is not None and draft.published is None:
            draft.published = parse_stamp(dated.text())
    stories = list(_stories(item))
    if not stories:
        draft.reason = "an item without text"
        return draft
    language, headline, contents = next((s for s in stories if is_english(s[0])), stories[0])
    draft.language = language
    if headline is not None and headline.text():
        draft.pieces.append(any_piece(headline.said(), "headline"))
    for content in contents:
        draft.pieces += _pieces(content)
    if not any(p.blocks for p in draft.pieces[1:]):
        draft.reason = "an item without text"
    return draft


def _stories(item: Element) -> Iterator[tuple[str, Element | None, list[Element]]]:
    """The story in each language: (language, headline, contents)."""
    found: dict[str, tuple[Element | None, list[Element]]] = {}
    waiting: list[tuple[Element, str, Element | None]] = [(e, "", None) for e in item.children if e.tag == "NewsComponent"]
    while waiting:
        here, language, headline = waiting.pop(0)
        meta, lines, role = here.find("DescriptiveMetadata"), here.find("NewsLines"), here.find("Role")
        said = meta.find("Language") if meta is not None else None
        language = said.attribute("FormalName") if said is not None else language
        own = lines.find("HeadLine") if lines is not None else None
        name = role.attribute("FormalName").lower() if role is not None else ""
        if name in _NEVER or name not in _STORY:
            continue
        headline = own if own is not None else headline
        items = [e for e in here.children if e.tag == "ContentItem" and _is_text(e)]
        contents = [c for e in items if (c := e.find("DataContent")) is not None]
        if contents:
            held = found.setdefault(language, (headline, []))[1]
            held += contents if name != "summary" or not held else []
        waiting[:0] = [(e, language, headline) for e in here.children if e.tag == "NewsComponent"]
    for language, (headline, contents) in found.items():
        yield language, headline, contents


def _is_text(content: Element) -> bool:
    kind = content.find("MimeType")
    form = kind.attribute("FormalName").lower() if kind is not None else ""
    return not form or ("text" in form and "css" not in form) or "xml" in form or "html" in form


def _pieces(content: Element) -> list[Piece]:
    nitf = content.first("nitf")
    if nitf is not None:
        return nitf_pieces(nitf)
    if not content.children:
        return [any_piece(content.said())]
    body = content.first("body")
    return [markup_piece((body if body is not None else content).markup(), XHTML)]
