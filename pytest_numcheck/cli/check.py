"""``numcheck check``: read articles and tell which numbers cannot all be right."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.printable import clean, clean_lines
from ..check.outcome import FAILS
from ..progress import Progress
from .common import Trouble, add_article_options, articles, caps, colour, percentage, rules

if TYPE_CHECKING:
    from ..articles.draft import Skipped
    from ..articles.model import Article
    from ..baseline import Baseline
    from ..check.outcome import Check
    from ..engine import Report
    from ..language.ruleset import RuleSet
    from ..report.outputs import Output

FORMATS = ("text", "jsonl", "sarif", "github", "github-summary", "gitlab", "rdjsonl", "terminal")


def add(parsers: Any) -> None:
    parser = parsers.add_parser("check", help="check articles",
                                description="Reads articles and tells which numbers cannot all be right.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="article, folder of articles, or - for standard input")
    parser.add_argument("--format", choices=FORMATS, default="text",
                        help="what to print: text to read, one JSON line an article, or what a platform reads")
    parser.add_argument("--output", action="append", default=[], metavar="FORMAT=FILE",
                        help="write another format to a file (may be repeated)")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page of the articles with every number lit")
    parser.add_argument("--cov", action="store_true", help="print which numbers were compared with another, article by article")
    parser.add_argument("--cov-fail-under", type=percentage, metavar="PERCENT", help="exit 1 where that coverage is less")
    parser.add_argument("--fail-on", choices=tuple(FAILS), default="error", help="what makes the exit code 1 (default: error)")
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="findings that are known and let stand, each with a reason")
    parser.add_argument("--write-baseline", action="store_true",
                        help="write the errors and warnings of this run to the baseline (refused under CI)")
    parser.add_argument("--strict", action="store_true",
                        help="exit 1 for articles cut short, and for waivers that are not needed, out of date or unreadable")
    parser.add_argument("--changed-since", metavar="REV", help="check only the articles that git says have changed since REV")
    add_article_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.html:
        from ..report.page.page import MissingEngine, template
        try:
            template("page.html.j2")
        except MissingEngine as e:
            raise Trouble(f"--html: {e}") from None
    from ..articles.model import Article
    ruleset = rules(args)
    outputs, baseline, changed = _outputs(args), _baseline(args, ruleset), _changed(args)
    desk = _Desk(args, ruleset, baseline)
    for article in articles(args, args.files, changed, desk.follow):
        if isinstance(article, Trouble):
            desk.unread(article)
        elif isinstance(article, Article):
            desk.check(article)
        else:
            desk.skip(article)
    desk.progress.wipe()
    return desk.finish(outputs)


class _Desk:
    """Judges, prints as it goes, and keeps what the outputs need."""

    def __init__(self, args: argparse.Namespace, ruleset: RuleSet, baseline: Baseline | None):
        self.args, self.ruleset, self.baseline = args, ruleset, baseline
        self.caps, self.talk = caps(args), sys.stdout if args.format == "text" else sys.stderr
        self.short = self.articles = self.skipped = self.seen = self.linked = self.judged = self.undecided = self.waived = 0
        self.bad = {"error": 0, "warning": 0, "note": 0}
        self.troubled = False
        self.complaints: list[str] = []
        self.log: list[dict[str, Any]] = []
        self.told: set[str] = set()
        self.progress = Progress(0)
        self.keeps_log = bool(args.output or args.baseline or args.html or args.cov or args.cov_fail_under is not None
                              or args.format not in ("text", "jsonl"))

    def follow(self, files: int) -> Progress:
        """Show how far the run has come, from now on, through so many files."""
        self.progress = Progress(files)
        return self.progress

    def unread(self, trouble: Trouble) -> None:
        self.progress.wipe()
        self.troubled = True
        name = str(trouble).partition(": ")[0]
        from ..report.coverage import ArticleCoverage
        from ..report.page.article import PageArticle
        page = PageArticle(name, name, error=str(trouble).partition("\n")[0]).data()
        self.log.append({"name": name, "numbers": 0, "error": str(trouble), "found": [], "page": page, "cut": None,
                         "coverage": ArticleCoverage(name, 0, 0, 0, ()).data()})
        print(f"numcheck: {clean_lines(str(trouble))}", file=sys.stderr)

    def skip(self, item: Skipped) -> None:
        """Say why an item of a file is no article to be checked."""
        self.progress.wipe()
        self.skipped += 1
        if self.args.format == "jsonl":
            from ..report.jsonl import line
            from ..report.record import skipped
            print(line(skipped(item.name, "", item.reason)))
        else:
            print(clean(f"{item.name}: skipped: {item.reason}"), file=self.talk)

    def check(self, article: Article) -> None:
        from ..engine import check_article
        try:
            report = check_article(article, self.ruleset, caps=self.caps)
        except Exception:
            self.unread(Trouble(f"{article.name}: numcheck itself failed on this article; please report it with what follows\n"
                                f"{traceback.format_exc()}"))
            return
        found = [{"check": i, **f.data()} for i, f in report.findings().items()]
        entry: dict[str, Any] = {"record": report.record(), "found": found}
        if self.baseline:
            entry = self.baseline.apply(entry)
        record = entry["record"]
        self.articles += 1
        if report.cut:
            self.cut(report)
        self.seen += record["coverage"]["mentions"]
        self.judged += record["coverage"]["checked"]
        self.linked += report.linked
        self.complaints += report.complaints
        for check in record["checks"]:
            if check["outcome"] == "inconsistent":
                self.bad[check["severity"]] += 1
            self.undecided += check["outcome"] == "undecided"
            self.waived += check["outcome"] == "waived"
        if self.keeps_log:
            from ..verdicts import logged
            self.log.append(logged(article.path, entry, self._page(report, entry) if self.args.html else None))
        if self.args.format == "jsonl":
            from ..report.jsonl import line
            self.progress.wipe()
            print(line(record))
        elif self.args.format == "text":
            bad = [c for c, r in zip(report.checks, record["checks"], strict=True) if r["outcome"] == "inconsistent"]
            if bad or self.waived:
                self.progress.wipe()
            _tell(report, bad, self.told)
            _tell_waived(record)

    def cut(self, report: Report) -> None:
        """Say what was not looked at."""
        self.progress.wipe()
        self.short += 1
        print(clean(f"{report.article.name}: cut short: {'; '.join(report.cut)}"), file=self.talk)

    def _page(self, report: Report, entry: dict[str, Any]) -> dict[str, Any]:
        from ..report.finding import Finding
        from ..report.page.article import page_article
        from ..report.page.pieces import spots_of
        found = [Finding.of({k: v for k, v in f.items() if k != "check"}) for f in entry["found"]]
        return page_article(report.article, entry["record"], spots_of(report.reading), found).data()

    def finish(self, outputs: list[Output]) -> int:
        """Write what is left to write, print the summary, and give the exit code."""
        from ..verdicts import files_read, overdue, publish, renew, run_of, write_page
        if self.log or outputs:
            run, read = run_of(self.log, self.ruleset), files_read(self.log)
            if self.args.write_baseline:
                try:
                    print(renew(self.args.baseline, self.baseline, run, read), file=sys.stderr)
                except OSError as e:
                    said = (e.strerror or str(e)).lower()
                    raise Trouble(f"--baseline: {self.args.baseline} cannot be written: {said}") from None
            elif self.baseline:
                self.complaints += overdue(self.baseline, run, read, Path.cwd())
            texts, failed = publish(run, outputs)
            sys.stdout.write("".join(texts))
            if self.args.html:
                failed += write_page(self.log, self.args.html)
            for line in failed:
                self.troubled = True
                print(f"numcheck: {line}", file=sys.stderr)
        for complaint in self.complaints:
            print(clean(complaint), file=self.talk)
        short = self._coverage()
        if self.args.format == "text" and self.articles:
            print(self._summary())
        if self.troubled:
            return 2
        if any(self.bad[severity] for severity in FAILS[self.args.fail_on]):
            return 1
        return 1 if short or (self.args.strict and (self.complaints or self.short)) else 0

    def _coverage(self) -> bool:
        """Print numeric coverage where that is asked for; whether it is less than it must be."""
        wanted = self.args.cov_fail_under
        if not self.args.cov and wanted is None:
            return False
        from ..verdicts import coverage_table
        table, covered = coverage_table(self.log)
        if self.args.cov and self.args.format == "text":
            print("\n".join(table) + "\n")
        if wanted is None or covered >= wanted:
            return False
        print(f"numcheck: numeric coverage is {covered:.1f}%, under the {wanted:g}% that are wanted", file=sys.stderr)
        return True

    def _summary(self) -> str:
        from ..report.summary import count
        return (f"{count(self.articles, 'article')}: {count(self.seen, 'number')} seen, {self.linked} linked, "
                f"{self.judged} judged; "
                + (", ".join(count(n, word) for word, n in self.bad.items() if n) or "nothing to complain of")
                + (f"; {self.waived} waived" if self.waived else "")
                + (f"; {self.undecided} undecided" if self.undecided else "")
                + (f"; {count(self.short, 'article')} cut short" if self.short else ""))


def _tell(report: Report, bad: list[Check], told: set[str]) -> None:
    """The findings of one article, the notes on one line each.

    How to waive a finding is said once a rule: ``told`` are the rules of which it was.
    """
    from ..report.paint import ansi
    from ..report.terminal import sentence
    for check in bad:
        if check.severity != "note":
            text = report.finding(check, brief=check.rule in told)
            told.add(check.rule)
            print((ansi(text) if colour() else text) + "\n")
    for check in bad:
        if check.severity == "note":
            print(f"{report.article.path}:{check.line}: note: {sentence(check.message)} ({check.rule})")


def _tell_waived(record: Mapping[str, Any]) -> None:
    """What somebody signed for, on one line each."""
    from ..report.terminal import sentence
    for check in record["checks"]:
        if check["outcome"] == "waived":
            place = f"{record['article']}:{check['line']}"
            print(clean(f"{place}: waived: {sentence(check['message'])} ({check['rule']}) {check['reason']}"))


def _outputs(args: argparse.Namespace) -> list[Output]:
    asked = list(args.output)
    if args.format not in ("text", "jsonl"):
        asked.insert(0, args.format)
    if not asked:
        return []
    from ..report.outputs import FORMATS as known
    from ..report.outputs import Output, parse
    found = []
    for i, text in enumerate(asked):
        if not i and args.format == text:
            found.append(Output(text))
            continue
        try:
            output = parse(text, Path.cwd(), tuple(known))
        except ValueError as e:
            raise Trouble(f"--output: {e}") from None
        if output.path is None:
            raise Trouble(f"--output wants FORMAT=FILE, and {text} names no file")
        found.append(output)
    return found


def _baseline(args: argparse.Namespace, ruleset: RuleSet) -> Baseline | None:
    if args.write_baseline:
        from ..base.environment import under_ci
        if args.baseline is None:
            raise Trouble("--write-baseline needs --baseline FILE")
        if under_ci():
            raise Trouble("--write-baseline is refused under CI: a gate must not sign its own waivers")
    if args.baseline is None:
        return None
    from ..base.strictyaml import DataError
    from ..baseline import Baseline
    if args.write_baseline and not args.baseline.exists():
        return None
    try:
        return Baseline.read(args.baseline, aliases=ruleset.aliases)
    except DataError as e:
        raise Trouble(str(e)) from None
    except OSError as e:
        raise Trouble(f"--baseline: {args.baseline}: {(e.strerror or str(e)).lower()}") from None


def _changed(args: argparse.Namespace) -> frozenset[Path] | None:
    if args.changed_since is None:
        return None
    from ..changed import changed_since
    try:
        return changed_since(args.changed_since, Path.cwd())
    except ValueError as e:
        raise Trouble(f"--changed-since: {e}") from None
