"""The page to paste a story into: the page of the report, for one article, with a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import __version__
from ..report.page.article import PageArticle
from ..report.page.page import contents, policy, template

TITLE = "Do the numbers agree?"
FORMATS = ((".txt", "plain text"), (".md", "Markdown"), (".html", "HTML"))
#: What the page may do: show itself, and send its form back to where it came from.
POLICY = policy("'self'") + "; frame-ancestors 'none'"


def empty() -> str:
    """The page with nothing in it yet."""
    return _page({})


def refused(fields: Mapping[str, str], why: str) -> str:
    """The page, with the reason why the story was not checked, and the story still in it."""
    return _page(fields, trouble=why)


def shown(fields: Mapping[str, str], judged: Mapping[str, Any]) -> str:
    """The page with the verdict, each finding, and the story with its numbers lit up."""
    return _page(fields, [PageArticle.of(judged["page"])], judged["answer"]["complaints"])


def _page(fields: Mapping[str, str], articles: Sequence[PageArticle] = (), complaints: Sequence[str] = (),
          trouble: str | None = None) -> str:
    said = {"text": "", "format": ".txt", "published": "", **fields}
    return str(template("paste.html.j2", "serve").render(
        title=TITLE, version=str(__version__), policy=None, fields=said, formats=FORMATS, trouble=trouble, complaints=complaints,
        **contents(articles)))
