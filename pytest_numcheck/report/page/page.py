"""The whole page from its articles."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ..coverage import total
from ..finding import Finding
from ..run import ORDER
from .article import PageArticle
from .light import LIGHTS, counts

#: How many articles are written out in full; of more only those with findings are.
MAX_FULL = 3000
WORDS = {
    "error": "disagrees (error)", "warning": "disagrees (warning)", "note": "disagrees (note)", "waived": "waived",
    "agrees": "agrees", "undecided": "undecided", "possible": "possible in itself", "unchecked": "no rule knew it",
    "alone": "alone: nothing here to hold it against",
}
_ROOM = "report/page"


class MissingEngine(RuntimeError):
    """The template engine is not installed; the text says how to get it."""


def render(articles: Sequence[PageArticle], version: str, title: str = "The numbers of the story") -> str:
    """One self-contained HTML document. Raises MissingEngine."""
    return str(template("page.html.j2").render(title=title, version=version, policy=policy(), **contents(articles)))


def contents(articles: Sequence[PageArticle]) -> dict[str, Any]:
    """What the page's template shows of the articles."""
    ranked = sorted(((f, n, a.target(n, i), a.passages[i]) for n, a in enumerate(articles) for i, f in enumerate(a.findings)),
                    key=lambda at: (ORDER.get(at[0].severity, 3), at[1], at[0].spots[0].start if at[0].spots else 0))
    bad, rows = [at for at in ranked if at[0].outcome == "inconsistent"], [a.coverage for a in articles]
    full = {n for n, a in enumerate(articles) if a.findings or a.error or len(articles) <= MAX_FULL}
    return {
        "articles": articles, "full": full, "ranked": bad, "waived": [at for at in ranked if at[0].outcome == "waived"],
        "words": WORDS, "lights": LIGHTS, "anchor": anchor, "seen": sum(a.seen for a in rows),
        "checked": sum(a.checked for a in rows), "alone": sum(a.alone for a in rows), "covered": total(rows),
        "totals": counts(light for a in articles for light, n in a.counts.items() for _ in range(n)),
        "rules": sorted({at[0].rule for at in bad}), "severities": [s for s in ORDER if any(at[0].severity == s for at in bad)],
        "data": [_json(a.numbers) if n in full else "{}" for n, a in enumerate(articles)],
        "style": _part(_ROOM, "page.css"), "script": _part(_ROOM, "page.js"),
    }


def policy(form: str = "'none'") -> str:
    """What the page may do (a content security policy): show itself, and send a form to ``form``."""
    style, script = (_hash(_part(_ROOM, name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action {form}"


def anchor(finding: Finding) -> str:
    """The id of a finding on the page: the same as long as its passage is."""
    return f"f-{finding.fingerprint[:12]}-{hashlib.sha256(finding.article.encode(errors='replace')).hexdigest()[:6]}"


@cache
def template(name: str, *rooms: str) -> Any:
    """The compiled template, looked for in the page's room and then in ``rooms``. Raises MissingEngine."""
    try:
        import jinja2
    except ImportError:
        raise MissingEngine("the page needs Jinja2: pip install 'pytest-numcheck[page]'") from None
    loader = jinja2.FunctionLoader(lambda wanted: next(filter(None, (_known(room, wanted) for room in (_ROOM, *rooms))), None))
    made = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              undefined=jinja2.StrictUndefined)
    return made.get_template(name)


def _json(value: Mapping[int, Any]) -> str:
    """JSON that cannot end its script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _hash(text: str) -> str:
    """The source expression of a content security policy for an inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _known(room: str, name: str) -> str | None:
    try:
        return _part(room, name)
    except FileNotFoundError:
        return None


@cache
def _part(room: str, name: str) -> str:
    return files("pytest_numcheck").joinpath(room, name).read_text(encoding="utf-8")
