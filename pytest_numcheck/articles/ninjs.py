"""IPTC ninjs 1.x to 3.x: one item, an array of items or a stream of them."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft, Piece, any_piece, markup_piece
from .jsontext import Json
from .nitf import nitf_of
from .stamp import parse_stamp
from .vocabulary import HTML

_BODIES = ("bodies", "body_xhtml", "body_html", "body_text", "body_nitf")
_MARKS = ("headline", "headlines", *_BODIES, "descriptions", "description_text", "description_caption", "versioncreated",
          "versionCreated", "pubstatus", "pubStatus")
_DATES = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")
#: Descriptions that stand for a body where there is none.
_PROSE = ("text", "caption", "summary", "abstract", "lead", "main", "description", "")
#: Which spelling of a body is read where there are several.
_RANKS = ("html", "nitf", "text")


def is_ninjs(item: Json) -> bool:
    """Whether an object is a ninjs item: it says so, or has an address and what only news items have."""
    if item.members is None:
        return False
    standard = item.at("standard.name")
    if standard is not None and standard.text().lower() == "ninjs":
        return True
    has = [mark for mark in _MARKS if mark in item.members]
    return bool(has) and ("uri" in item.members or "guid" in item.members or len(has) >= 2)


def ninjs_draft(item: Json) -> Draft:
    """Headline and body; of an item without a body its description. The rest is for machines."""
    kind = item.said("type")
    draft = Draft(published=parse_stamp(item.said(*_DATES)), language=item.said("language", "lang"),
                  ids=(item.said("uri", "guid", "id"), item.said("slugline", "slug")))
    headline = _headline(item)
    if headline is not None:
        draft.pieces.append(any_piece(headline.layer(), "headline"))
    body = _body(item)
    if not any(p.blocks for p in body):
        body = [p for d in _descriptions(item)[:1] if (p := any_piece(d.layer())).blocks]
        if body and kind in ("picture", "graphic", "video", "audio"):
            for piece in body:
                piece.blocks = [type(b)(b.start, b.end, "caption") for b in piece.blocks]
    if not body:
        kind = kind or ("event" if item.get("eventDetails", "events", "event") is not None else "")
        draft.reason = f"{_a(kind)} without text" if kind and kind != "text" else "an item without text"
    draft.pieces += body
    return draft


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _headline(item: Json) -> Json | None:
    listed = item.get("headlines")
    if listed is not None:
        main = next((h for h in listed if (r := h.get("role")) is not None and r.text() == "main"), None)
        found = main if main is not None else next(iter(listed), None)
        value = found.get("value") if found is not None and found.members is not None else found
        if value is not None and value.text().strip():
            return value
    named = (item.get(name) for name in ("headline", "headline_main", "title", "name"))
    return next((h for h in named if h is not None and h.text().strip()), None)


def _body(item: Json) -> list[Piece]:
    """The pieces of the body in its best spelling."""
    found: list[tuple[int, int, Json]] = []
    for kind, value in _bodies(item):
        length = len(value.text().strip())
        if length:
            found.append((_RANKS.index(kind), length, value))
    longest = max((length for _, length, _ in found), default=0)
    for rank, length, value in sorted(found, key=lambda f: (f[0], -f[1])):
        if length * 3 < longest:  # a teaser in the better spelling
            continue
        layer = value.layer()
        if _RANKS[rank] == "nitf":
            pieces = nitf_of(layer)
        else:
            pieces = [markup_piece(layer, HTML) if _RANKS[rank] == "html" else any_piece(layer)]
        if any(p.blocks for p in pieces):
            return pieces
    return []


def _bodies(item: Json) -> Iterator[tuple[str, Json]]:
    for name, value in (item.members or {}).items():
        if name == "bodies":
            for body in value:
                inner = body.get("value")
                if inner is not None:
                    marks = f"{body.said('role')} {body.said('contenttype', 'contentType')}".lower()
                    yield _kind(marks, inner.text()), inner
        elif name == "body" or name.startswith("body_"):
            inner = value.get("value", "rendered") if value.members is not None else value
            if inner is not None:
                yield _kind(name, inner.text()), inner


def _kind(marks: str, text: str) -> str:
    if "nitf" in marks or "<nitf" in text[:600]:
        return "nitf"
    return "html" if "html" in marks else "text"


def _descriptions(item: Json) -> list[Json]:
    found = []
    for name, value in (item.members or {}).items():
        if name == "descriptions":
            for description in value:
                role, inner = description.get("role"), description.get("value")
                if inner is not None and (role.text().lower() if role is not None else "") in _PROSE and inner.text().strip():
                    found.append(inner)
        elif name.startswith("description") and value.kind == "string" and value.text().strip():
            found.append(value)
    return found
