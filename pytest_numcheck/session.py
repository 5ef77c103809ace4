"""What pytest calls while --numcheck is on."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from . import handover
from .base.files import RECOMMENDED, RULESET_FILE
from .base.pause import settle
from .cache import Store, digest, store_in, versions
from .claims import Claims
from .collect import ArticleFile
from .desk import Desk, Entry, Reader
from .facts import Facts, facts
from .options import Options
from .report.failure import Painted
from .rulefile import SUFFIXES, is_rule_file
from .tally import Spool, Tally

if TYPE_CHECKING:
    from .baseline import Baseline
    from .language.ruleset import RuleSet


class Worker(Protocol):
    """A worker as pytest-xdist shows it to the controller."""

    config: pytest.Config
    workerinput: dict[str, Any]


def switch_on(config: pytest.Config) -> None:
    """Register the hooks. Raises pytest.UsageError for settings or rules that cannot be used."""
    session = NumcheckSession(config, Options.of(config))
    if not session.is_worker:
        # what is wrong with these must be told before anything runs
        session.facts, session.baseline, session.changed  # noqa: B018
    config.pluginmanager.register(session, "numcheck-session")


class NumcheckSession:
    """The hooks, and what they share: the desk that judges, the tally, the report being written."""

    def __init__(self, config: pytest.Config, options: Options):
        self.config, self.options = config, options
        self.input: dict[str, Any] = getattr(config, "workerinput", {})
        self.is_worker = bool(self.input)
        #: a folder that the processes of this run share
        self.shared = Path(self.input["numcheck_shared"]) if "numcheck_shared" in self.input else None
        self.tally = Tally()
        #: articles left out because git says that they have not changed
        self.unchanged = 0
        target = self.options.json
        if self.is_worker:
            target = self.shared / handover.RECORDS if target and self.shared else None
        self.spool = Spool(target)
        #: what the outputs and the baseline need to know of each article, where any was asked for
        self.log: list[dict[str, Any]] = []
        self.texts: list[str] = []
        self.trouble: list[str] = []
        self.coverage: list[str] = []
        self.keeps_log = bool(self.options.outputs or self.options.baseline or self.options.html or self.options.cov
                              or config.hook.pytest_numcheck_finding.get_hookimpls())
        self.log_spool = Spool(self.shared / handover.LOG if self.is_worker and self.shared and self.keeps_log else None)

    @cached_property
    def baseline(self) -> Baseline | None:
        path = self.options.baseline
        if path is None or not path.is_file():
            return None
        from .base.strictyaml import DataError
        from .baseline import Baseline
        try:
            return Baseline.read(path, self._source(str(path)), self.facts.aliases)
        except DataError as e:
            raise pytest.UsageError(str(e)) from None
        except OSError as e:
            raise pytest.UsageError(f"{path}: {(e.strerror or str(e)).lower()}") from None

    @cached_property
    def changed(self) -> frozenset[Path] | None:
        """The files that have changed, where only these are to be checked; the same for every worker."""
        if "numcheck_changed" in self.input:
            return frozenset(map(Path, self.input["numcheck_changed"]))
        if not self.options.changed_since:
            return None
        from .changed import changed_since
        try:
            return changed_since(self.options.changed_since, self.options.root)
        except ValueError as e:
            raise pytest.UsageError(f"--numcheck-changed-since: {e}") from None

    @cached_property
    def ruleset(self) -> RuleSet:
        from .base.strictyaml import DataError
        from .engine import load_rules
        try:
            return load_rules(*self.sources, root=self._home, severities=self.options.severities)
        except DataError as e:
            raise pytest.UsageError(str(e)) from None

    @cached_property
    def facts(self) -> Facts:
        """What is known of the rules without reading them, where they were read before."""
        return facts(lambda: self.ruleset, self.sources or (self._default,), self.options.severities, self._versions, self._store)

    @cached_property
    def _versions(self) -> str:
        return versions()

    @cached_property
    def _store(self) -> Store | None:
        return store_in(getattr(self.config, "cache", None))

    @cached_property
    def desk(self) -> Desk:
        key = self.input.get("numcheck_key") or digest(self.facts.key, self._versions)
        store = self._store or (Store(self.shared / "kept") if self.shared else None)
        claims = Claims(self.shared) if self.shared else None
        place = int(self.input.get("workerid", "gw0")[2:]), self.input.get("workercount", 1)
        return Desk(lambda: self.ruleset, key, self.options.published, store, claims, place, self.baseline,
                    self.options.fields, self._reader, self.options.caps)

    @property
    def _reader(self) -> Reader | None:
        """What plugins read, where some plugin reads articles."""
        hook = self.config.hook.pytest_numcheck_read_article
        return (lambda path: hook(path=path, config=self.config)) if hook.get_hookimpls() else None

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The rule sets: those that plugins bring, then the user's."""
        from .options import rules_source
        brought = [rules_source(str(path), self.options.root)
                   for paths in self.config.hook.pytest_numcheck_rule_paths(config=self.config) for path in paths]
        for source in brought:
            if not source.startswith("numcheck:") and not Path(source).exists():
                raise pytest.UsageError(f"a plugin names rules that are not there: {source}")
        return (*dict.fromkeys(brought), *(self.options.rules or (self._default,))) if brought else self.options.rules

    @cached_property
    def chooser(self) -> Any:
        from .articles.choose import Chooser
        return Chooser(self.options.files, self.options.ignore, self.options.root, self.options.fields)

    def heard(self, name: str, entry: Entry, path: Path, file: str) -> None:
        """An article of ``file`` has been judged."""
        if self.tally.add(name, entry):
            self.spool.add(entry["record"])
            if self.keeps_log and "skipped" not in entry:
                from .verdicts import logged
                page = self.desk.page(name, path, entry) if self.options.html else None
                self.log.append(logged(file, entry, page))
                self.log_spool.add(self.log[-1])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector,
                            ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """A file that is ours is ours alone: no other plugin may run what stands in an article."""
        others = yield
        named = parent.session.isinitpath(file_path)
        if file_path.suffix in SUFFIXES:
            return [self._rule_file(parent, file_path)] if self._is_rule_file(file_path, named) else others
        if self.chooser.is_article(file_path, named=named):
            if self.changed is not None and file_path.resolve() not in self.changed:
                self.unchanged += 1
                return []
            return [ArticleFile.of(parent, file_path, self)]
        return others

    def _is_rule_file(self, path: Path, named: bool) -> bool:
        chosen = named or any(fnmatchcase(path.as_posix(), f"*/{glob}") for glob in self.options.rule_files)
        return chosen and is_rule_file(path)

    def _rule_file(self, parent: pytest.Collector, path: Path) -> pytest.Collector:
        from .collect_rules import RuleFile
        return RuleFile.of(parent, path, self)

    def pytest_report_header(self) -> str:
        rules = self.facts.ids
        names = ", ".join(self._source(s) for s in self.sources) or self._default
        return f"numcheck: {len(rules)} rule{'' if len(rules) == 1 else 's'} ({names})"

    @property
    def _default(self) -> str:
        return RULESET_FILE if (self._home / RULESET_FILE).is_file() else RECOMMENDED

    @property
    def _home(self) -> Path:
        """Where a rule set file is looked for: pytest's root folder, else the working folder."""
        here = self.config.invocation_params.dir
        return here if not (self.options.root / RULESET_FILE).is_file() and (here / RULESET_FILE).is_file() else self.options.root

    def _source(self, source: str) -> str:
        path = Path(source)
        return path.relative_to(self.options.root).as_posix() if path.is_relative_to(self.options.root) else source

    def pytest_collection_finish(self) -> None:
        settle()
        if self.is_worker and self.shared and (wrong := handover.leave(self.shared, self.tally, self.spool, self.log_spool)):
            self.config.workeroutput["numcheck_trouble"] = wrong  # type: ignore[attr-defined]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Worker) -> None:
        self.trouble += filter(None, [getattr(node, "workeroutput", {}).get("numcheck_trouble")])

    def pytest_keyboard_interrupt(self) -> None:
        self.spool.drop()  # half a report is none: the old one stays

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not self.is_worker and report.failed and hasattr(report.longrepr, "reprtraceback") and self._is_ours(report):
            report.longrepr = Painted(report.longrepr)  # type: ignore[assignment]

    @staticmethod
    def _is_ours(report: pytest.TestReport) -> bool:
        return {"rule", "certainty"} <= {name for name, _ in report.user_properties}

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.is_worker:
            return
        if self.shared:
            left = handover.take(self.shared, self.spool)
            if left is None:
                self.trouble.append("no worker came to the end of the articles: nothing is reported")
                self.spool.drop()
            else:
                self.tally, self.log = left
        try:
            self.spool.finish()
        except OSError as e:
            self.trouble.append(f"the JSON report cannot be written: {(e.strerror or str(e)).lower()}")
        nothing = session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED
        if nothing and ((self.tally.articles and not self.tally.checks) or self.unchanged or self.changed is not None):
            session.exitstatus = pytest.ExitCode.OK
        if self.keeps_log and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            self._publish()
        strict = self.options.strict and self.tally.complaints
        if session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) and (self.trouble or strict):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _publish(self) -> None:
        """The outputs and the baseline."""
        from .verdicts import coverage_table, files_read, overdue, publish, renew, run_of, write_page
        run, read = run_of(self.log, self.ruleset), files_read(self.log)
        if self.options.write_baseline and self.options.baseline:
            try:
                self.tally.notes.append(renew(self.options.baseline, self.baseline, run, read))
            except OSError as e:
                self.trouble.append(f"the baseline cannot be written: {(e.strerror or str(e)).lower()}")
        elif self.baseline:
            self.tally.complaints += overdue(self.baseline, run, read, self.options.root)
        for finding in run.findings:
            self.config.hook.pytest_numcheck_finding(finding=finding, config=self.config)
        self.texts, failed = publish(run, self.options.outputs)
        self.trouble += failed
        if self.options.html:
            self.trouble += write_page(self.log, self.options.html)
        if self.options.cov:
            self.coverage, covered = coverage_table(self.log)
            wanted = self.options.cov_fail_under
            if wanted is not None and covered < wanted:
                self.trouble.append(f"numeric coverage is {covered:.1f}%, under the {wanted:g}% that are wanted")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        from .report.summary import summary
        for text in self.texts:  # workflow commands count only at the start of a line
            terminalreporter.ensure_newline()
            terminalreporter.write(text)
        if self.coverage:
            terminalreporter.section("numcheck: numeric coverage")
            for line in self.coverage:
                terminalreporter.line(line)
        for line in self.trouble:
            terminalreporter.write_line(f"numcheck: {line}", red=True)
        if terminalreporter.verbosity < 0 or not (self.tally.articles or exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED):
            return
        lines = summary(self.tally, list(self.facts.ids), verbose=terminalreporter.verbosity > 0)
        terminalreporter.section("numcheck")
        for line in lines:
            terminalreporter.line(line)

    def start_worker(self, worker: Worker) -> None:
        """Tell a worker where to share and what the verdicts depend on."""
        if self.shared is None:
            self.shared = Path(tempfile.mkdtemp(prefix="numcheck-"))
            self.config.add_cleanup(lambda: rmtree(self.shared or "", ignore_errors=True))
        worker.workerinput["numcheck_shared"] = str(self.shared)
        if self.changed is not None:
            worker.workerinput["numcheck_changed"] = sorted(map(str, self.changed))
        worker.workerinput["numcheck_key"] = self.desk.key
