#!/usr/bin/env python3
"""Write docs/functions.md and docs/links.md: every function and link of the rule language, tried on a sentence.

usage: python docs/build_language.py [--check]

With --check nothing is written; the exit code is 1 where a page is stale, or a function or link has no trial.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pytest_numcheck import load_rules
from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.check.bind import Binder
from pytest_numcheck.check.judge import Judge
from pytest_numcheck.check.plan import make_plan
from pytest_numcheck.language.functions import FUNCTIONS
from pytest_numcheck.language.kinds import WEEKDAY
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.message import tell
from pytest_numcheck.language.model import LINK_ROLES
from pytest_numcheck.language.registry import Tools
from pytest_numcheck.language.value import Undecided, Value
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.mention import Reading
from pytest_numcheck.numbers.read import read_numbers

sys.path.insert(0, str(Path(__file__).resolve().parent))

from verdicts import escaped

DOCS = Path(__file__).resolve().parent

TRUTHS = {True: "true", False: "false", None: "maybe"}


class Untried(Exception):
    """A function or link without a trial, or a trial that finds nothing."""


def read(trial: dict[str, Any]) -> tuple[Reading, View]:
    lexicon = default_lexicon()
    title = f"{trial['title']}\n\n" if trial.get("title") else ""
    published = trial.get("published")
    article = read_text(title + trial["text"], published=published if isinstance(published, date) else None)
    reading = read_numbers(article, lexicon)
    return reading, View(reading, lexicon)


def passage(trial: dict[str, Any], reading: Reading, ids: list[int]) -> str:
    """The sentence with the numbers in bold."""
    text, at, out = reading.article.text, 0, ""
    for thing in sorted((reading.by_id[i] for i in set(ids)), key=lambda t: t.start):
        out += escaped(text[at:thing.start]) + f"**{escaped(text[thing.start:thing.end])}**"
        at = thing.end
    day = f" (published {trial['published']})" if trial.get("published") else ""
    shown = "<br>".join(" ".join(p.split()) for p in (out + escaped(text[at:])).split("\n\n"))
    return shown + day


def tried(name: str, trial: dict[str, Any]) -> str:
    """One row: the sentence, the numbers bound, the expression and its value."""
    truth = FUNCTIONS[name].what == "truth" and re.fullmatch(rf"{name}\([^()]*\)", trial["try"])
    used = set(re.findall(r"[a-z]\w*", trial["try"]))
    rule = {"rule": "doc/trial", "title": "A trial", "severity": "note",
            "bind": trial["bind"], "within": trial.get("within", "sentence"), "match": [trial["match"]],
            "message": "{" + next(k for k in trial["bind"] if k in used) + "}",
            **({"assert": trial["try"]} if truth else {"let": {"value": trial["try"]}, "assert": "value == value"})}
    loaded = load_rule(yaml.safe_dump(rule, sort_keys=False, width=1000), "docs/functions.yaml", "doc/trial")
    reading, view = read(trial)
    links = find_links(view)
    groups = Binder(reading, links, view, default_lexicon()).groups(make_plan(loaded, default_lexicon()))
    if not groups:
        seen = ", ".join(f"{t.text} ({t.kind})" for t in reading)
        raise Untried(f"{name}: the trial binds nothing in {trial['text']!r}; numbers seen: {seen}")
    candidate = groups[0].candidates[0]
    tools = Tools(reading.article, links, default_lexicon(), reading, reading.article.published)
    values = Judge(reading, tools, default_lexicon()).values(loaded, candidate, "printed")
    try:
        value: Value = loaded.assert_.evaluate(values, tools) if truth else values["value"]
        gives = TRUTHS[value.truth] if truth else given(value, values)  # type: ignore[index]
    except Undecided as e:
        raise Untried(f"{name}: undecided: {e}") from None
    ids = [i for b in candidate.binding.values() for i in (b if isinstance(b, tuple) else (b,))]
    return f"| {passage(trial, reading, ids)} | `{trial['try']}` | {escaped(gives)} |"


def given(value: Value, values: Mapping[str, Value]) -> str:
    """The figure, and what the words of the numbers allow it to be, where that is more."""
    bare = replace(value, source=None)
    figure = tell(bare, values)
    if value.interval is None or value.interval.is_point or value.dimension == WEEKDAY:
        return figure
    allowed = tell(replace(bare, nominal=None), values)
    return f"{figure}; allows {allowed}" if allowed != figure else figure


def users(pattern: str) -> str:
    """The shipped rules whose file has the pattern, as links."""
    rules = [r.id for r in load_rules("numcheck:recommended@1", root=DOCS).rules
             if re.search(pattern, (DOCS.parent / "rules" / f"{r.id}.yaml").read_text(encoding="utf-8"))]
    shown = ", ".join(f"[{r}](rules/{r}.md)" for r in rules[:4])
    more = f" and {len(rules) - 4} more" if len(rules) > 4 else ""
    return f"Used by {shown}{more}." if rules else "No rule of the recommended set uses it: it is there for yours."


def functions() -> str:
    trials = yaml.safe_load((DOCS / "functions.yaml").read_text(encoding="utf-8"))
    lines = [
        "# Functions",
        "",
        "Every function of the [rule language](rule-language.md#assert-when-unless-let-expressions), tried: the sentence with",
        "the numbers that were bound, an expression as it would stand in `let`, `when` or `assert`, and what it gave. Written by",
        "`python docs/build_language.py` from `docs/functions.yaml`.",
        "",
    ]
    for name, function in FUNCTIONS.items():
        if name not in trials:
            raise Untried(f"{name} has no trial in docs/functions.yaml")
        mine = trials[name] if isinstance(trials[name], list) else [trials[name]]
        lines += [f"## {name}", "", f"`{function.signature}`", "", function.doc, "", "| in | try | gives |", "|---|---|---|",
                  *(tried(name, t) for t in mine), "", users(rf"\b{name}\("), ""]
    return "\n".join(lines)


def linked(kind: str, trial: dict[str, Any]) -> list[str]:
    reading, view = read(trial)
    found = [k for k in find_links(view).by_kind[kind] if all(k.roles.get(r) for r in trial.get("roles", LINK_ROLES[kind]))]
    if not found:
        seen = ", ".join(f"{t.text} ({t.kind})" for t in reading)
        raise Untried(f"{kind}: no such link in {trial['text']!r}; numbers seen: {seen}")
    link = found[0]
    rows = [f"| `{role}` | {', '.join(escaped(reading.by_id[i].text) for i in link.roles[role])} |"
            for role in LINK_ROLES[kind] if link.roles.get(role)]
    return [f"> {passage(trial, reading, list(link.ids))}", "", "| role | bound |", "|---|---|", *rows]


def links() -> str:
    trials = yaml.safe_load((DOCS / "links.yaml").read_text(encoding="utf-8"))
    lines = [
        "# Links",
        "",
        "Every link of the [rule language](rule-language.md#link-tied-by-role), tried: a sentence, and the numbers that its",
        "words tie together, by role. Written by `python docs/build_language.py` from `docs/links.yaml`;",
        "`numcheck read --links FILE` shows those of an article.",
        "",
    ]
    for kind, roles in LINK_ROLES.items():
        if kind not in trials:
            raise Untried(f"{kind} has no trial in docs/links.yaml")
        lines += [f"## {kind}", "", f"`link: {kind}({', '.join(roles)})`", "", *linked(kind, trials[kind]), "",
                  users(rf"(?m)^link: {kind}\("), ""]
    return "\n".join(lines)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    stale = False
    for name, make in (("functions", functions), ("links", links)):
        page = DOCS / f"{name}.md"
        try:
            text = make()
        except Untried as e:
            print(e)
            return 1
        if page.is_file() and page.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if args.check:
            print(f"{page.name} is not what the language does; run python docs/build_language.py")
        else:
            page.write_text(text, encoding="utf-8")
    return 1 if stale and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
