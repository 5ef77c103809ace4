"""Which format a text is in, found by what it holds as well as by its suffix. Cheap: no reader is loaded for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm", ".xhtml")
JSON = (".json", ".ninjs")
LINES = (".jsonl", ".ndjson")
XML = (".xml", ".nitf", ".newsml", ".rss", ".atom")

_ROOT = re.compile(
    r"(?>\s*)(?>(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*+<(?:[\w.-]{1,40}:)?([\w.-]{1,60})", re.DOTALL)
_HTML_START = re.compile(r"\s*(?:<!doctype\s+html|<(?:html|head|body|article|p|div|h1)[\s>])", re.IGNORECASE)
_JSON_START = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")
#: What a JSON file of articles has somewhere at its head.
_JSON_SIGN = re.compile(
    r'"(?:headlines?|bod(?:y|ies)(?:_\w+)?|versioncreated|versionCreated|descriptions|rendered|content_html|content_text|'
    r'pub[sS]tatus)"\s*:')
_ROOTS = frozenset((
    "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "newsMessage", "NewsML", "nitf",
    "rss", "feed", "RDF", "html",
))


def xml_root(text: str) -> str:
    """The name of an XML text's first element, without prefix; nothing where there is none."""
    found = _ROOT.match(text[:20_000])
    return found[1] if found else ""


def form(source: str, suffix: str) -> str:
    """How to read a text: markdown, html, json, lines, xml or plain. The suffix is believed where the content allows it."""
    suffix = suffix.lower()
    if suffix in MARKDOWN:
        return "markdown"
    if suffix in HTML:
        return "html"
    if suffix in LINES:
        return "lines"
    first = source[:200].lstrip()[:1]
    if suffix in JSON:
        return "json"
    if suffix in XML:
        return "html" if xml_root(source).lower() == "html" else "xml"
    if first == "<":
        root = xml_root(source)
        return "html" if _HTML_START.match(source[:20_000]) else "xml" if root in _ROOTS else "plain"
    if first in ("{", "[") and _JSON_START.match(source[:2000]) and _JSON_SIGN.search(source):
        return "json"
    return "plain"


def is_known(head: str, suffix: str, fields: Mapping[str, str] | None = None, *, whole: bool = True) -> bool:
    """Whether a .json, .jsonl or .xml file holds articles, by its head (``whole``: that is all of it)."""
    from .formats import items_of, reader_of
    from .jsontext import JsonError, parse_stream, parse_value
    suffix = suffix.lower()
    if suffix in XML:
        return xml_root(head) in _ROOTS - {"html"} if suffix == ".xml" else True
    try:
        if suffix in LINES:
            line = head.lstrip().partition("\n")[0]
            return reader_of(parse_value(line, 0), fields, usual=True) is not None
        if not fields and not _JSON_SIGN.search(head):
            return False
        if not whole:
            return True
        return any(reader_of(item, fields) for value in parse_stream(head) for item in items_of(value, fields)[0])
    except JsonError:
        return suffix not in LINES and bool(_JSON_START.match(head))
