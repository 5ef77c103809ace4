"""Articles in JSON of one's own making: which field is the headline, the text, the date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .draft import Draft, any_piece
from .jsontext import Json
from .stamp import parse_stamp

#: What a field can be for, and its usual names.
USUAL: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading"),
    "text": ("text", "body", "content", "article", "maintext", "article_body", "articleBody", "full_text", "story"),
    "date": ("date", "published", "published_at", "publishedAt", "publish_date", "publication_date", "date_publish",
             "date_published", "datePublished", "pub_date", "pubDate", "publishedDate", "firstPublishedAt"),
    "language": ("language", "lang"),
    "id": ("slug", "id", "guid", "uri", "url", "link"),
}


def parse_fields(texts: Sequence[str]) -> dict[str, str] | None:
    """``title=headline,text=body.html`` as a mapping; None where nothing is asked. Raises ValueError in plain words."""
    found: dict[str, str] = {}
    for text in texts:
        for one in text.replace(" ", ",").split(","):
            if not one:
                continue
            name, equals, path = one.partition("=")
            if not equals or not path:
                raise ValueError(f"'{one}' is not of the form text=FIELD")
            if name not in USUAL:
                raise ValueError(f"'{name}' is none of {', '.join(USUAL)}")
            found[name] = path
    if found and "text" not in found:
        raise ValueError("the field of the text is missing: text=FIELD")
    return found or None


def has_fields(item: Json, fields: Mapping[str, str] | None) -> bool:
    """Whether an object has the fields; the usual ones want a text and a headline or date beside it."""
    if item.members is None:
        return False
    if fields:
        return item.at(fields["text"]) is not None
    text = item.get(*USUAL["text"])
    return text is not None and text.kind == "string" and item.get(*USUAL["title"], *USUAL["date"]) is not None


def fields_draft(item: Json, fields: Mapping[str, str] | None) -> Draft:
    """The article that an object holds."""
    found = {name: item.at(fields[name]) if fields and name in fields else item.get(*usual) for name, usual in USUAL.items()}
    said = {name: value.text() if value is not None else "" for name, value in found.items()}
    ids = (said["id"], *(v.text() for name in USUAL["id"] if (v := item.get(name)) is not None))
    draft = Draft(published=parse_stamp(said["date"]), language=said["language"], ids=ids)
    title, text = found["title"], found["text"]
    if title is not None and said["title"].strip():
        draft.pieces.append(any_piece(title.layer(), "headline"))
    if text is not None and said["text"].strip():
        draft.pieces.append(any_piece(text.layer()))
    else:
        draft.reason = "an item without text"
    return draft
