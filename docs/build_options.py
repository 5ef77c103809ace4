#!/usr/bin/env python3
"""Write the tables of options from the options themselves: pytest's in docs/configuration.md, the commands' in docs/commands.md.

usage: python docs/build_options.py [--check]

With --check nothing is written; the exit code is 1 where a page is stale.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_numcheck import plugin
from pytest_numcheck.cli.main import COMMANDS, _parser

DOCS = Path(__file__).resolve().parent
BEGIN, END = "<!-- options: written by docs/build_options.py -->", "<!-- end of options -->"
#: where the pages say more of an option
MORE = {
    "json": "the report](report.md", "fields": "formats](formats.md#json-of-ones-own-making",
    "output": "for platforms](report.md#for-platforms",
    "html": "the page](report.md#the-page", "cov": "numeric coverage](report.md#numeric-coverage",
    "cov-fail-under": "numeric coverage](report.md#numeric-coverage", "baseline": "the baseline](#the-baseline",
    "write-baseline": "the baseline](#the-baseline", "rules": "numcheck.yaml](#numcheckyaml",
    "severity": "outcomes](judging.md#outcomes",
    "published": "dates](reading-numbers.md#dates", "files": "which files](#which-files-are-articles",
    "ignore": "which files](#which-files-are-articles", "rule-files": "examples](rule-language.md#examples",
}
AFTER = {
    "serve": "More: [before a CMS publishes](gates.md#before-a-cms-publishes).", "lsp": "More: [editors](gates.md#editors).",
    "new-rule": "More: [five minutes for a rule author](start-rule-author.md).", "schema": "More: [the report](report.md).",
    "check": "More: [configuration](configuration.md), [the report](report.md), [gates](gates.md).",
    "read": "More: [how numbers are read](reading-numbers.md).", "why": "More: [how they are judged](judging.md).",
}


@dataclass
class Recorder:
    """Stands in for pytest's parser and keeps what the plugin declares."""

    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    settings: dict[str, tuple[str, object]] = field(default_factory=dict)

    def getgroup(self, *_: str) -> Recorder:
        return self

    def addoption(self, name: str, **said: Any) -> None:
        self.options[name] = said

    def addini(self, name: str, help: str, type: str, default: object) -> None:
        self.settings[name] = (type, default)


def sentence(text: str) -> str:
    """A help text in Markdown: no bars, no angle brackets, settings and files in code."""
    return re.sub(r"\b(numcheck\.yaml|RULE=error)", r"`\1`", text.replace("|", "\\|").replace("<", "&lt;"))


def settings() -> str:
    """Every option of the plugin with its twin in the ini file."""
    said = Recorder()
    plugin.pytest_addoption(said)  # type: ignore[arg-type]
    lines = ["| option and ini setting | what it does |", "|---|---|"]
    for option, how in said.options.items():
        ini = option.removeprefix("--").replace("-", "_")
        kind, _ = said.settings[ini]
        metavar = f" {how['metavar']}" if how.get("metavar") else ""
        name = option.removeprefix("--numcheck").removeprefix("-")
        more = f"; see [{MORE[name]})" if name in MORE else ""
        twin = {"bool": f"`{ini}` (true or false)", "args": f"`{ini}` (a list)"}.get(kind, f"`{ini}`")
        lines.append(f"| `{option}{metavar}`<br>{twin} | {sentence(how['help'])}{more} |")
    return "\n".join(lines)


def subparsers() -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """Command → its help in the list of commands, and its parser."""
    (group,) = [a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction)]
    told = {a.dest: a.help or "" for a in group._choices_actions}
    return {name: (told[name], group.choices[name]) for name in COMMANDS}


def argument(action: argparse.Action) -> str:
    choices = [str(c) for c in action.choices or ()]
    if not action.option_strings:
        name = str(action.metavar or "|".join(choices) or action.dest).replace("|", "\\|")
        return f"`{name}`" + {"+": " …", "*": " … (may be left out)", "?": " (may be left out)"}.get(str(action.nargs), "")
    option = action.option_strings[-1]
    if choices and not action.metavar:
        return f"`{option}` " + ", ".join(f"`{c}`" for c in choices)
    wants = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return f"`{option}{wants}`"


def told(action: argparse.Action) -> str:
    text = sentence((action.help or "").replace("%(default)s", str(action.default)))
    return f"{text} (may be repeated)" if isinstance(action, argparse._AppendAction) and "repeated" not in text else text


def commands() -> str:
    """The page of the command line."""
    known = subparsers()
    lines = [
        "# Commands",
        "",
        "Written by `python docs/build_options.py` from the commands themselves. They leave with an exit code for scripts:",
        "0 where nothing is wrong, 1 where numbers cannot all be right (or a rule fails its examples), 2 for wrong usage or a",
        "file that cannot be read: [exit codes](exit-codes.md) has every case.",
        "",
        "| command | what it does |",
        "|---|---|",
    ]
    lines += [f"| [`numcheck {name}`](#numcheck-{name}) | {sentence(short)} |" for name, (short, _) in known.items()]
    for name, (_, parser) in known.items():
        lines += ["", f"## numcheck {name}", "", sentence(parser.description or ""), ""]
        rows = [f"| {argument(a)} | {told(a)} |" for a in parser._actions if not isinstance(a, argparse._HelpAction)]
        if rows:
            lines += ["| argument | what it says |", "|---|---|", *rows, ""]
        if name in AFTER:
            lines += [AFTER[name]]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def renewed(page: str) -> str:
    begin, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    return f"{page[:begin]}\n{settings()}\n{page[end:]}"


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    configuration, page = DOCS / "configuration.md", DOCS / "commands.md"
    old = configuration.read_text(encoding="utf-8")
    wanted = {configuration: renewed(old), page: commands()}
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
    for p in stale:
        if args.check:
            print(f"{p.name} is not what the options say; run python docs/build_options.py")
        else:
            p.write_text(wanted[p], encoding="utf-8")
    return 1 if stale and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
