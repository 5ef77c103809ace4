"""``numcheck test-rules``: run the examples that rules carry."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .common import Trouble, add_rule_options, rules


def add(parsers: Any) -> None:
    parser = parsers.add_parser("test-rules", help="run the examples that rules carry",
                                description="Runs the examples of rule files and tells which rules fail theirs.")
    parser.add_argument("paths", nargs="+", metavar="FILE", help="rule file, or folder of rules")
    add_rule_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..base.strictyaml import DataError
    from ..check.examples import run_example
    from ..report.summary import count
    from ..rulefile import read_rule, rule_files
    lexicon = rules(args).lexicon
    seen = examples = wrong = todo = bad = 0
    for name in args.paths:
        if not Path(name).exists():
            raise Trouble(f"there is no folder or file {name}")
    for path in [f for p in args.paths for f in rule_files(Path(p))]:
        try:
            rule = read_rule(path, path.as_posix(), lexicon)
        except DataError as e:
            bad += 1
            print(f"numcheck: {e}", file=sys.stderr)
            continue
        seen += 1
        for example in rule.examples:
            examples += 1
            todo += example.expect == "todo"
            problem = run_example(rule, example, lexicon)
            if problem is not None:
                wrong += 1
                print(f"{path.as_posix()}:{example.line}: {problem}\n")
    if not seen and not bad:
        raise Trouble(f"no rule file in {', '.join(args.paths)}")
    verdict = f"{wrong} not as {'it says' if wrong == 1 else 'they say'}" if wrong else "all as they say"
    if seen:
        print(f"{count(seen, 'rule')}, {count(examples, 'example')}: {verdict}" + (f"; {todo} still to do" if todo else ""))
    if bad:
        print(f"numcheck: {count(bad, 'rule file')} could not be read", file=sys.stderr)
    return 2 if bad else 1 if wrong else 0
