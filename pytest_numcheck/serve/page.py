"""The page to paste a story into: plain HTML without scripts, complete in itself; every word of the story is escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from .asked import Asked
from .marks import Mark, marks

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
#: What the page may do: show itself, in its own style, and send its form back to where it came from.
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
#: Rows of the table of numbers: the story shows the rest.
MAX_ROWS = 1000
FORMATS = ((".txt", "plain text"), (".md", "Markdown"), (".html", "HTML"))


def empty() -> str:
    """The page with nothing in it yet."""
    return _page("Do the numbers agree?", _form({"text": ""}))


def refused(fields: Mapping[str, str], why: str) -> str:
    """The page, with the reason why the story was not checked, and the story still in it."""
    return _page("Not checked", f'<p class="error" role="alert">Not checked: {escape(why)}.</p>' + _form(fields))


def shown(fields: Mapping[str, str], asked: Asked, judged: Mapping[str, Any]) -> str:
    """The page with the verdict, each finding, and the story with its numbers lit up."""
    answer = judged["answer"]
    found = [f for f in answer["findings"] if f["outcome"] == "inconsistent"]
    waived = [f for f in answer["findings"] if f["outcome"] == "waived"]
    seen = answer["report"]["coverage"]
    verdict = _count(len(found), "finding") if found else "Nothing to complain of"
    told = (f"{verdict}. {_count(seen['mentions'], 'number')} seen, {seen['checked']} checked against another"
            + (f", {_count(len(waived), 'waiver')}" if waived else "") + ".")
    parts = [f'<section aria-labelledby="verdict"><h2 id="verdict">Verdict</h2><p role="status">{escape(told)}</p>']
    if found or waived:
        parts.append("<ol>" + "".join(_finding(n, f) for n, f in enumerate([*found, *waived], 1)) + "</ol>")
    parts += [f"<p>{escape(complaint)}</p>" for complaint in answer["complaints"]]
    story = asked.text.removeprefix("\ufeff")
    lit = marks(story, answer["report"]["mentions"], [*found, *waived], judged["told"])
    parts.append('</section><section aria-labelledby="story"><h2 id="story">The story</h2>'
                 '<p class="key"><mark>read</mark> <mark class="waived">waived</mark> <mark class="bad">does not agree</mark></p>'
                 f'<div class="story" tabindex="0" role="region" aria-labelledby="story">{_lit(story, lit)}</div>'
                 f"{_table(answer['report']['mentions'], judged['told'])}</section>")
    return _page(verdict, "".join(parts) + _form(fields))


def _finding(n: int, f: Mapping[str, Any]) -> str:
    slip = f" Likely slip: {f['slip']}. {f['mend'] or ''}" if f["slip"] else ""
    waived = f" Waived: {f['reason']}." if f["outcome"] == "waived" else ""
    return (f'<li id="finding-{n}"><strong>{escape(f["severity"])}:</strong> {escape(f["message"] + "." + slip + waived)} '
            f'<code>{escape(f["rule"])}</code> <a href="#in-{n}" aria-label="show finding {n} in the story">show</a></li>')


def _lit(story: str, lit: list[Mark]) -> str:
    html, at, first = [], 0, set[int]()
    for mark in lit:
        html.append(escape(story[at:mark.start]))
        known = [n for n in mark.findings if n not in first]
        first.update(known)
        kind = f' class="{mark.kind}"' if mark.kind else ""
        targets = "".join(f'<span id="in-{n}"></span>' for n in known)
        links = "".join(f'<sup><a href="#finding-{n}" aria-label="finding {n}">{n}</a></sup>' for n in mark.findings)
        html.append(f'{targets}<mark{kind} title="{escape(mark.told)}">{escape(story[mark.start:mark.end])}</mark>{links}')
        at = mark.end
    return "".join(html) + escape(story[at:])


def _table(mentions: Sequence[Mapping[str, Any]], told: Mapping[str, str]) -> str:
    rows = "".join(f'<tr><td>{m["line"]}:{m["column"]}</td><th scope="row">{escape(" ".join(m["text"].split()))}</th>'
                   f"<td>{escape(told[str(m['id'])])}</td></tr>" for m in mentions[:MAX_ROWS])
    return ('<details><summary>How each number was read</summary><table><thead><tr><th scope="col">place</th>'
            f'<th scope="col">number</th><th scope="col">read as</th></tr></thead><tbody>{rows}</tbody></table></details>')


def _form(fields: Mapping[str, str]) -> str:
    chosen = fields.get("format", ".txt")
    options = "".join(f'<option value="{v}"{" selected" if v == chosen else ""}>{name}</option>' for v, name in FORMATS)
    return ('<form method="post" action="/" accept-charset="utf-8"><label for="text">Story</label>'
            f'<textarea id="text" name="text" required spellcheck="false">\n{escape(fields["text"])}</textarea>'
            f'<label for="format">Written in</label><select id="format" name="format">{options}</select>'
            '<label for="published">Published (needed for "ago" and ages)</label>'
            f'<input id="published" name="published" type="date" value="{escape(fields.get("published", ""))}">'
            '<div><button type="submit">Check the numbers</button></div></form>')


def _page(title: str, content: str) -> str:
    return ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{escape(title)} – numcheck</title><style>{_STYLE}</style></head>"
            f"<body><main><h1>Do the numbers agree?</h1>{content}</main>"
            "<footer><p>The story stays on this server for as long as it takes to check it.</p></footer></body></html>")


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
