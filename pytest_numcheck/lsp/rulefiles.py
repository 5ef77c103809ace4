"""A rule file or a rule set in the editor: what is wrong with it, and where."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types

from ..base.lexicon import Lexicon
from ..base.strictyaml import DataError
from ..check.examples import run_example
from ..language.load import load_rule
from ..rulefile import rule_id
from .articles import SOURCE
from .positions import Lines

_WORD = re.compile(r"[^\s,:{}\[\]\"']+")


def diagnostics(text: str, path: Path, lexicon: Lexicon, lines: Lines) -> list[types.Diagnostic]:
    """The first thing that is wrong with a rule, else the examples that it does not do as they say."""
    try:
        rule = load_rule(text.removeprefix("\ufeff"), path.name, rule_id(path, text), lexicon)
    except DataError as e:
        return [fault(e, lines)]
    found = []
    for example in rule.examples:
        wrong = run_example(rule, example, lexicon)
        if wrong is not None:
            start = lines.spot(example.line, 1)
            line = lines.line(example.line - 1)
            inset = len(line) - len(line.lstrip())
            found.append(types.Diagnostic(lines.range(start + inset, start + len(line)), f"{example.name}: {wrong}",
                                          types.DiagnosticSeverity.Warning, "example", source=SOURCE))
    return found


def fault(e: DataError, lines: Lines) -> types.Diagnostic:
    """The error, on the word that it points at."""
    start = lines.spot(e.line, e.column)
    word = _WORD.match(lines.line(e.line - 1), max(e.column - 1, 0))
    end = start + (len(word[0]) if word else 1)
    return types.Diagnostic(lines.range(start, end), e.what, types.DiagnosticSeverity.Error, "rule", source=SOURCE)
