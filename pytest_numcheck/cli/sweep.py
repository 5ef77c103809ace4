"""``numcheck sweep``: an archive checked once, and after that only what changed."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .common import Trouble, add_article_options, caps, rules

if TYPE_CHECKING:
    from ..language.ruleset import RuleSet
    from ..sweep.crew import Crew
    from ..sweep.run import Outcome


def add(parsers: Any) -> None:
    parser = parsers.add_parser("sweep", help="check an archive, and after that only what changed",
                                description="Checks every article of an archive once and writes the findings as tables. Run "
                                            "again it judges what is new or changed, and what changed rules may speak of; "
                                            "stopped at any moment, it goes on where it was.")
    parser.add_argument("sources", nargs="+", metavar="SOURCE",
                        help="folder, file (articles, JSON Lines, Parquet; also compressed), address that fsspec knows, "
                             "or - for JSON Lines on standard input")
    parser.add_argument("--out", type=Path, required=True, metavar="FINDINGS", help="folder of the findings")
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet", help="what the findings are written as")
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes that judge (default: 1)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="let the Dask cluster at this address judge")
    parser.add_argument("--timeout", type=_positive, default=120, metavar="SECONDS",
                        help="end a process that takes longer than this over one article, for each 100,000 bytes begun; "
                             "the article counts as broken (default: 120)")
    parser.add_argument("--batch", type=_positive, default=400_000, metavar="BYTES", help="text of a batch (default: 400000)")
    parser.add_argument("--publisher", metavar="FIELD",
                        help="which field of a row says who published it (default: the usual names)")
    parser.add_argument("--retry", action="store_true", help="try the broken articles again")
    add_article_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from ..articles.fields import parse_fields
    from ..sweep.trouble import SweepError
    try:
        fields = parse_fields(args.fields)
    except ValueError as e:
        raise Trouble(f"--fields: {e}") from None
    ruleset = rules(args)
    try:
        return _sweep(args, ruleset, fields)
    except SweepError as e:
        raise Trouble(str(e)) from None
    except sqlite3.Error as e:
        raise Trouble(f"{args.out}: {e}") from None


def _sweep(args: argparse.Namespace, ruleset: RuleSet, fields: dict[str, str] | None) -> int:
    from ..sweep.bundle import bundle
    from ..sweep.findings import Findings
    from ..sweep.item import Keys
    from ..sweep.pace import Pace
    from ..sweep.rulestate import RuleState
    from ..sweep.run import sweep
    from ..sweep.schema import pyarrow
    from ..sweep.setup import reading, setup
    from ..sweep.source import Source
    if args.format == "parquet":
        pyarrow()
    limits = caps(args)
    made = setup(bundle(args.rules, Path.cwd()), ruleset, args.format, args.published, fields, args.publisher, limits)
    source = Source(args.sources, Keys(reading(made)), fields, args.publisher, args.stdin_filename, limits)
    pace = Pace(source)
    if pace.on:
        source.measure()
    findings = Findings(args.out, args.format)
    facts = {"sources": args.sources, "rules": ruleset.key}
    try:
        findings.tell({**facts, "complete": False})
        if args.retry:
            findings.manifest.forget_broken()
        with _crew(args, made) as crew:
            outcome = sweep(source, findings, crew, RuleState.of(ruleset), pace, args.batch)
        findings.tell({**facts, "complete": True})
    except KeyboardInterrupt:
        pace.wipe()
        print(f"numcheck: stopped; {args.out} has what was done, and the same command goes on from there", file=sys.stderr)
        raise
    finally:
        pace.wipe()
        findings.close()
    print(_summary(outcome))
    if source.broken_off:
        print("numcheck: a file could not be read to its end; articles that were not met are kept", file=sys.stderr)
    return 0


def _crew(args: argparse.Namespace, made: dict[str, Any]) -> Crew:
    if args.scheduler:
        from ..sweep.cluster import dask
        return dask(made, args.scheduler, args.timeout)
    from ..sweep.crew import local
    return local(made, args.workers, args.timeout)


def _summary(outcome: Outcome) -> str:
    from ..report.summary import count
    n = outcome.counts
    told = [f"{count(n['articles'], 'article')} judged"]
    told += [f"{outcome.kept:,} as before"] * bool(outcome.kept) + [f"{outcome.gone:,} gone"] * bool(outcome.gone)
    told += [f"{outcome.repeated:,} repeated"] * bool(outcome.repeated)
    seen = [f"{count(n['mentions'], 'number')} seen", f"{count(n['checks'], 'check')}"]
    found = [count(n[f"{s}s"], s) for s in ("error", "warning", "note") if n[f"{s}s"]]
    rest = [f"{n[s]:,} {'cut short' if s == 'cut' else s}" for s in ("skipped", "cut", "broken") if n[s]]
    return f"{', '.join(told)}: {', '.join([*seen, *(found or ['nothing to complain of']), *rest])}"


def _positive(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"a whole number above 0 is wanted, not '{text}'")
    return int(text)
