"""What the tags of HTML and of NITF mean to a reader: where paragraphs end, what is never shown, what role text has."""

from __future__ import annotations

from dataclasses import dataclass

_HTML_PARTING = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "amp-sidebar", "head",
))
_NITF_PARTING = frozenset((
    "abstract", "block", "body.content", "body.head", "body.end", "bq", "credit", "dateline", "fn", "hedline", "hl1", "hl2",
    "media", "media-caption", "nitf", "nitf-table", "series", "datasource",
))
_HTML_SILENT = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "select", "button",
    "textarea", "title", "code", "kbd", "samp", "del", "s", "strike", "audio", "video", "map", "datalist", "xmp", "noembed",
    "noframes", "amp-sidebar",
    "rt", "rp", "applet", "frameset", "marquee",
))
_NITF_SILENT = frozenset((
    "head", "media-producer", "media-reference", "media-metadata", "media-object", "nitf-table-metadata", "note", "byline",
    "distributor", "tagline", "bibliography", "virtloc", "rights", "copyrite",
))
#: Elements without an end tag.
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
#: Elements whose nesting counts; what else parts paragraphs ends with the next of its kind.
CONTAINERS = frozenset((
    "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl", "fieldset", "figure", "footer", "form",
    "header", "html", "main", "menu", "nav", "ol", "search", "section", "table", "td", "ul", "head", "hgroup", "amp-sidebar",
    "block", "body.content", "body.head", "body.end", "media", "fn", "abstract", "nitf", "dir",
))
_HTML_ROLES = {**{f"h{i}": "heading" for i in range(1, 7)}, "li": "item", "dd": "item", "dt": "item", "figcaption": "caption",
               "caption": "caption"}
_NITF_ROLES = {"hl1": "heading", "hl2": "heading", "media-caption": "caption", "credit": "caption", "dateline": "dateline",
               "li": "item", "caption": "caption"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``xml``: end tags are never left out and entities never without ";"."""

    parting: frozenset[str]
    silent: frozenset[str]
    roles: dict[str, str]
    xml: bool = False


HTML = Vocabulary(_HTML_PARTING, _HTML_SILENT, _HTML_ROLES)
XHTML = Vocabulary(_HTML_PARTING, _HTML_SILENT, _HTML_ROLES, True)
NITF = Vocabulary(_HTML_PARTING | _NITF_PARTING, _HTML_SILENT - {"title"} | _NITF_SILENT, _NITF_ROLES, True)
