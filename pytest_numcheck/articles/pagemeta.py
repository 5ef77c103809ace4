"""What a saved page says about itself: headline, date and language in meta tags, JSON-LD and time elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from .stamp import parse_stamp
from .tags import Token, tokens

#: So much of a page is searched for what it says about itself.
_HEAD = 400_000
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_DATES = ("article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
          "publishdate", "date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "article.published",
          "cxenseparse:recs:publishtime", "publish-date", "published-date", "originalpublicationdate")
_LANGUAGES = ("content-language", "og:locale", "dc.language", "language")
_STORIES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting",
            "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "Report", "TechArticle", "ScholarlyArticle")
_SITE = re.compile(r"\s+(?:[|–—·»]|-{1,2}|::)\s+[^|–—·»]{2,40}\Z")


@dataclass(slots=True)
class PageMeta:
    title: str = ""
    #: where the title stands in the page
    at: int = 0
    published: date | None = None
    language: str = ""


def read_meta(text: str) -> PageMeta:
    """What the page says. Where it says it twice, JSON-LD has the last word on the date and meta tags on the title."""
    said: dict[str, tuple[str, int]] = {}
    lang, timed, titled, linked = "", "", (0, 0), list[str]()
    opened: Token | None = None
    for token in tokens(text, 0, min(len(text), _HEAD)):
        if token.kind == "raw" and opened:
            if opened.name == "title" and not titled[1]:
                titled = token.start, token.end
            elif opened.name == "script" and "ld+json" in opened.attributes().get("type", ""):
                linked.append(text[token.start : token.end])
        elif token.kind == "open":
            opened = token
            if token.name == "meta":
                _meta(token, said)
            elif token.name == "html":
                attributes = token.attributes()
                lang = attributes.get("lang") or attributes.get("xml:lang") or ""
            elif token.name == "time" and not timed:
                timed = token.attributes().get("datetime", "")
    story = next((s for block in linked for s in _stories(block)), {})
    meta = PageMeta(language=lang or next((said[k][0] for k in _LANGUAGES if k in said), "") or _text(story.get("inLanguage")))
    title = next((said[k] for k in _TITLES if k in said), None)
    if title:
        meta.title, meta.at = title
    elif titled[1]:
        shown = html.unescape(text[slice(*titled)])
        meta.title, meta.at = _SITE.sub("", " ".join(shown.split())), titled[0]
    dates = (_text(story.get("datePublished")), *(said[k][0] for k in _DATES if k in said), timed)
    meta.published = next((d for d in map(parse_stamp, filter(None, dates)) if d), None)
    return meta


def _meta(token: Token, said: dict[str, tuple[str, int]]) -> None:
    attributes = token.attributes()
    name = next((attributes[n] for n in ("property", "name", "itemprop", "http-equiv") if attributes.get(n)), "").lower()
    content, at = token.value("content")
    if name and content.strip():
        said.setdefault(name, (" ".join(html.unescape(content).split()), at))


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return value.strip() if isinstance(value, str) else ""


def _stories(block: str) -> Iterator[dict[str, Any]]:
    """The descriptions of articles in a JSON-LD block; none where it is broken."""
    try:
        waiting = [json.loads(block)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < 200:
        here, seen = waiting.pop(0), seen + 1
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            kinds = here.get("@type")
            if any(k in _STORIES for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield here
            waiting += [here[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(here.get(k), (dict, list))]
