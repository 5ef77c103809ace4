"""WordPress: posts as its REST interface gives them, and the export file (WXR)."""

from __future__ import annotations

from collections import Counter

from .draft import Draft, Sheet, any_piece, markup_piece
from .jsontext import Json
from .stamp import parse_stamp
from .vocabulary import HTML
from .xmltree import Element

#: What WordPress keeps as posts and is none.
_OTHERS = frozenset((
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block",
    "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
))


def is_post(item: Json) -> bool:
    """Whether an object is a post of the REST interface."""
    return item.members is not None and any(
        item.at(f"{name}.{form}") is not None for name in ("content", "title") for form in ("rendered", "raw")) and (
        "content" in item.members or "excerpt" in item.members)


def post_draft(item: Json) -> Draft:
    """Title and content; a post without content (one behind a password) by its excerpt."""
    draft = Draft(published=parse_stamp(item.said("date", "date_gmt")), language=item.said("lang", "language", "locale"),
                  ids=(item.said("slug"), item.said("id")))
    if item.said("type") in _OTHERS:
        draft.reason = f"no story: {item.said('type')}"
        return draft
    title = _first(item, "title")
    if title is not None:
        draft.pieces.append(markup_piece(title.layer(), HTML, "headline"))
    for name in ("content", "excerpt"):
        body = _first(item, name)
        piece = markup_piece(body.layer(), HTML, codes=True) if body is not None else None
        if piece is not None and piece.blocks:
            draft.pieces.append(piece)
            return draft
    draft.reason = "a post without text"
    return draft


def _first(item: Json, name: str) -> Json | None:
    """The rendered text, else the raw one."""
    found = item.get(name)
    if found is None or found.kind == "string":
        return found
    return next((v for form in ("rendered", "raw") if (v := found.get(form)) is not None and v.text().strip()), None)


def read_wxr(channel: Element) -> Sheet:
    """The posts and pages of an export; attachments, menus and the like are told in one line."""
    language = channel.find("language")
    drafts, others = [], Counter[str]()
    for item in channel.children:
        if item.tag != "item":
            continue
        kind = item.find("wp:post_type")
        if kind is not None and kind.text() in _OTHERS:
            others[kind.text()] += 1
        else:
            drafts.append(_wxr_draft(item, language.text() if language is not None else ""))
    if others:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        drafts.append(Draft(ids=("not-posts",), reason=f"no stories: {told}"))
    return Sheet(drafts, several=True)


def _wxr_draft(item: Element, language: str) -> Draft:
    said = {tag: (found.text() if (found := item.find(tag)) is not None else "")
            for tag in ("wp:post_name", "wp:post_id", "wp:post_date", "pubDate", "link")}
    dated = said["wp:post_date"] if not said["wp:post_date"].startswith("0000") else ""
    draft = Draft(published=parse_stamp(dated or said["pubDate"]), language=language,
                  ids=(said["wp:post_name"], said["link"], said["wp:post_id"]))
    title = item.find("title")
    if title is not None and title.text():
        draft.pieces.append(any_piece(title.said(), "headline"))
    for tag in ("content:encoded", "excerpt:encoded"):
        body = item.find(tag)
        piece = markup_piece(body.said(), HTML, codes=True) if body is not None else None
        if piece is not None and piece.blocks:
            draft.pieces.append(piece)
            return draft
    draft.reason = "a post without text"
    return draft
