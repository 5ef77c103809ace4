"""JSON, JSON Lines and XML: what they hold decides which reader gets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .draft import Draft, Malformed, Sheet
from .jsontext import Json, JsonError, parse_stream, parse_value
from .layer import Layer

#: Names under which a package holds its items.
_WRAPPERS = ("items", "item", "articles", "posts", "results", "data", "news", "stories", "entries", "documents", "docs", "hits",
             "response")
Reader = Callable[[Json], Draft]


def reader_of(item: Json, fields: Mapping[str, str] | None, *, usual: bool = False) -> Reader | None:
    """What reads an object; None where it is in no known format. ``usual``: usual names of fields are enough."""
    from .feed import feed_draft, is_feed_item
    from .fields import fields_draft, has_fields
    from .ninjs import is_ninjs, ninjs_draft
    from .wordpress import is_post, post_draft
    if item.members is None:
        return None
    if fields:
        return (lambda i: fields_draft(i, fields)) if has_fields(item, fields) else None
    if is_post(item):
        return post_draft
    if is_feed_item(item):
        return feed_draft
    if is_ninjs(item):
        return ninjs_draft
    return (lambda i: fields_draft(i, None)) if usual and has_fields(item, None) else None


def read_json(source: str, fields: Mapping[str, str] | None = None) -> Sheet:
    """An article, an array of them, an object that holds an array, or several values one after the other. Raises Malformed."""
    try:
        values = list(parse_stream(source))
    except JsonError as e:
        raise Malformed(str(e), e.at) from None
    several = len(values) > 1
    drafts: list[Draft] = []
    known = 0
    for value in values:
        items, held = items_of(value, fields)
        several = several or held
        for item in items:
            reader = reader_of(item, fields, usual=True)
            known += reader is not None
            drafts.append(reader(item) if reader else Draft(reason="an object in no known format of articles"))
    if not known:
        raise Malformed("this JSON is in no known format of articles (ninjs, WordPress, JSON Feed); "
                        "--numcheck-fields says which field holds the text", 0)
    return Sheet(drafts, several)


def items_of(value: Json, fields: Mapping[str, str] | None = None) -> tuple[list[Json], bool]:
    """The objects that a value holds, and whether it is a package of them."""
    for _ in range(4):
        if value.elements is not None:
            return [_unwrapped(i) for i in value], True
        if value.members is None or reader_of(value, fields) is not None:
            break
        held = next((v for name in _WRAPPERS if (v := value.get(name)) is not None and v.kind in ("array", "object")), None)
        if held is None:
            break
        value = held
    return [value], False


def _unwrapped(item: Json) -> Json:
    """An item that only wraps another one ({"item": {…}}, {"_source": {…}})."""
    inner = item.get("item", "_source")
    return inner if inner is not None and inner.members is not None and len(item.members or {}) <= 6 else item


def read_lines(source: str, fields: Mapping[str, str] | None = None) -> Sheet:
    """JSON Lines: an article a line. A broken line is one broken article. Raises Malformed where no line holds one."""
    drafts: list[Draft] = []
    known = at = 0
    while at < len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        if source[at:end].strip():
            try:
                item = parse_value(source, at, end)
                rest = source[item.end : end]
                if rest.strip():
                    raise JsonError("something follows the value on its line", end - len(rest.lstrip()))
            except JsonError as e:
                drafts.append(Draft(fault=Malformed(str(e), min(e.at, max(end - 1, at)))))
            else:
                reader = reader_of(item, fields, usual=True)
                known += reader is not None
                drafts.append(reader(item) if reader else Draft(reason="a line in no known format of articles"))
        at = end + 1
    faults = [d.fault for d in drafts if d.fault]
    if not known:
        if faults:
            raise faults[0]
        raise Malformed("no line holds the text of an article; --numcheck-fields says which field does", 0)
    return Sheet(drafts, several=True)


def read_xml(source: str) -> Sheet:
    """NITF, NewsML, RSS or Atom, by the root element. Raises Malformed."""
    from .feed import read_feed
    from .newsml import ITEMS, read_newsml
    from .newsml1 import read_newsml1
    from .nitf import read_nitf
    from .xmltree import XmlError, parse_xml
    try:
        root = parse_xml(Layer(source))
    except XmlError as e:
        raise Malformed(str(e), e.at) from None
    if root.tag == "nitf":
        return read_nitf(root)
    if root.tag in ITEMS or root.tag == "newsMessage":
        return read_newsml(root)
    if root.tag == "NewsML":
        return read_newsml1(root)
    if root.tag in ("rss", "feed", "RDF"):
        return read_feed(root)
    inner = next((e for e in root.walk() if e.tag in ("nitf", *ITEMS)), None)
    if inner is not None:
        return read_nitf(inner) if inner.tag == "nitf" else read_newsml(root)
    raise Malformed(f"<{root.name}> is in no known format of articles (NITF, NewsML, RSS, Atom)", root.start)
