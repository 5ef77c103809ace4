"""The whole page from its articles."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ..finding import Finding
from ..run import ORDER
from .article import PageArticle
from .light import LIGHTS, counts

#: How many articles are written out in full; of more only those with findings are.
MAX_FULL = 3000
WORDS = {
    "error": "disagrees (error)", "warning": "disagrees (warning)", "note": "disagrees (note)", "waived": "waived",
    "agrees": "agrees", "undecided": "undecided", "alone": "possible in itself", "unchecked": "not checked by anything",
}


class MissingEngine(RuntimeError):
    """The template engine is not installed; the text says how to get it."""


def render(articles: Sequence[PageArticle], version: str, title: str = "The numbers of the story") -> str:
    """One self-contained HTML document. Raises MissingEngine."""
    ranked = sorted(((f, n) for n, a in enumerate(articles) for f in a.findings if f.outcome == "inconsistent"),
                    key=lambda at: (ORDER.get(at[0].severity, 3), at[1], at[0].spots[0].start if at[0].spots else 0))
    waived = [(f, n) for n, a in enumerate(articles) for f in a.findings if f.outcome == "waived"]
    full = {n for n, a in enumerate(articles) if a.findings or a.error or len(articles) <= MAX_FULL}
    style, script = _part("page.css"), _part("page.js")
    seen, covered = sum(a.seen for a in articles), sum(a.covered for a in articles)
    return str(engine().render(
        title=title, version=version, articles=articles, full=full, ranked=ranked, waived=waived, words=WORDS, lights=LIGHTS,
        anchor=anchor, percent=percent, seen=seen, covered=covered,
        totals=counts(light for a in articles for light, n in a.counts.items() for _ in range(n)),
        rules=sorted({f.rule for f, _ in ranked}), severities=[s for s in ORDER if any(f.severity == s for f, _ in ranked)],
        data=[_json(dict(a.numbers)) if n in full else "{}" for n, a in enumerate(articles)],
        style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)))


def anchor(finding: Finding) -> str:
    """The id of a finding on the page: the same as long as its passage is."""
    return f"f-{finding.fingerprint[:12]}-{hashlib.sha256(finding.article.encode(errors='replace')).hexdigest()[:6]}"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "–"


def _json(value: Any) -> str:
    """JSON that cannot end its script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _hash(text: str) -> str:
    """The source expression of a content security policy for an inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def engine() -> Any:
    """The compiled template. Raises MissingEngine."""
    try:
        import jinja2
    except ImportError:
        raise MissingEngine("the page needs Jinja2: pip install 'pytest-numcheck[page]'") from None
    made = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    return made.from_string(_part("page.html.j2"))
