"""A rule's own examples, run as tests of the rule."""

from __future__ import annotations

import re
from datetime import date

from ..articles.model import Article
from ..articles.read import read_text
from ..base.lexicon import Lexicon, default_lexicon
from ..language.model import Example, Rule
from ..links.find import find_links
from ..links.prose.view import View
from ..numbers.mention import Mention, Reading
from ..numbers.read import read_numbers
from .bind import Binder
from .outcome import INCONSISTENT, Check, Verdicts
from .plan import make_plan
from .run import check_plans

_MARK = re.compile(r"\[\[(.*?)\]\]")


def run_example(rule: Rule, example: Example, lexicon: Lexicon | None = None) -> str | None:
    """None where the rule does on the example what the example says; else what went wrong, in plain words.

    ``fires``: an inconsistent check of this rule must cite exactly the marked numbers (any, where none are marked) and,
    with ``says``, say so. ``quiet``: no check of this rule may be inconsistent. ``todo``: must not yet be as ``fires`` wants.
    """
    lexicon = lexicon or default_lexicon()
    article, marks = _article(rule, example)
    reading = read_numbers(article, lexicon)
    view = View(reading, lexicon)
    links = find_links(view)
    plan = make_plan(rule, lexicon)
    verdicts = check_plans(reading, links, view, [plan], lexicon, lambda r, c, s: r.severity.of(c, s), trace=True)
    failing = [c for c in verdicts.checks if c.outcome == INCONSISTENT]
    if example.expect == "quiet":
        what = f"it should be quiet, but says: {failing[0].message}" if failing else ""
        return _report(rule, example, reading, verdicts, what) if failing else None
    fitting = [c for c in failing if _cites(reading, c, marks)]
    if example.expect == "todo":
        return "this example is no longer to do: the rule does what it asks; move it to fires" if fitting else None
    if not failing:
        silent = not Binder(reading, links, view, lexicon).possible(plan)
        why = "it should fire, but the text holds no numbers of the kinds it needs" if silent else "it should fire, but does not"
        return _report(rule, example, reading, verdicts, why)
    if not fitting:
        return _report(rule, example, reading, verdicts, f"it fires, but on {_cited(reading, failing[0])}")
    if example.says is not None and all(c.message != example.says for c in fitting):
        return _report(rule, example, reading, verdicts, f"it says {fitting[0].message!r} and not {example.says!r}")
    return None


def _article(rule: Rule, example: Example) -> tuple[Article, list[tuple[int, int]]]:
    """The article that the example is, and its marks; a title has its own in [[...]]."""
    title, marks = "", []
    for i, piece in enumerate(_MARK.split(example.title or "")):
        if i % 2:
            marks.append((len(title), len(title) + len(piece)))
        title += piece
    above = f"{title}\n\n" if title else ""
    marks += [(a + len(above), b + len(above)) for a, b in example.marks]
    published = date.fromisoformat(example.published) if example.published else None
    return read_text(above + example.text, name=f"{rule.id}::{example.name}", published=published), marks


def _cites(reading: Reading, check: Check, marks: list[tuple[int, int]]) -> bool:
    """Every mark touches a cited number and, where there are marks, every cited number a mark."""
    spans = [reading.article.origin.span(reading.by_id[i].start, reading.by_id[i].end) for i in check.mentions]
    return not marks or (all(any(_touch(m, s) for s in spans) for m in marks)
                         and all(any(_touch(m, s) for m in marks) for s in spans))


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _cited(reading: Reading, check: Check) -> str:
    return ", ".join(f"'{reading.by_id[i].text}'" for i in check.mentions)


def _report(rule: Rule, example: Example, reading: Reading, verdicts: Verdicts, what: str) -> str:
    lines = [f"{rule.id}::{example.name}: {what}", f"  text: {example.text}"]
    seen = [f"'{t.text}' ({t.kind}{f', {t.noun}' if isinstance(t, Mention) and t.noun else ''})" for t in
            sorted(reading, key=lambda t: t.start)]
    lines.append(f"  numbers seen: {', '.join(seen) or 'none'}")
    tried = [t.text for templates in rule.match for t in templates]
    if tried:
        lines.append("  phrases tried: " + "\n                 ".join(tried))
    if rule.link:
        roles = ", ".join(f"{r} as {p}" for r, p in rule.link.roles.items())
        lines.append(f"  link wanted: {rule.link.kind} ({roles})")
    for t in verdicts.traces:
        lines.append(f"  stopped at {t.stage}: {t.why}")
    return "\n".join(lines)
