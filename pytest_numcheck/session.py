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

from .cache import Claims, Store, digest, versions
from .collect import ArticleFile
from .desk import Desk, Entry
from .options import Options
from .report.failure import Painted
from .rulefile import SUFFIXES, is_rule_file
from .tally import Spool, Tally

if TYPE_CHECKING:
    from .language.ruleset import RuleSet


class Worker(Protocol):
    """A worker as pytest-xdist shows it to the controller."""

    config: pytest.Config
    workerinput: dict[str, Any]


def switch_on(config: pytest.Config) -> None:
    """Register the hooks. Raises pytest.UsageError for settings or rules that cannot be used."""
    session = NumcheckSession(config, Options.of(config))
    if not session.is_worker:
        session.ruleset  # noqa: B018  a bad rule set must be told before anything runs
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
        target = self.options.json
        if self.is_worker:
            target = self.shared / "records.jsonl" if target and self.shared else None
        self.spool = Spool(target)

    @cached_property
    def ruleset(self) -> RuleSet:
        from .base.strictyaml import DataError
        from .engine import load_rules
        try:
            return load_rules(*self.options.rules, root=self._home, severities=self.options.severities)
        except DataError as e:
            raise pytest.UsageError(str(e)) from None

    @cached_property
    def desk(self) -> Desk:
        key = self.input.get("numcheck_key") or digest(self.ruleset.key, versions())
        cache = getattr(self.config, "cache", None)
        store = Store(cache.mkdir("numcheck")) if cache else None
        claims = Claims(self.shared) if self.shared and store else None
        place = int(self.input.get("workerid", "gw0")[2:]), self.input.get("workercount", 1)
        return Desk(lambda: self.ruleset, key, self.options.published, store, claims, place)

    @cached_property
    def chooser(self) -> Any:
        from .articles.choose import Chooser
        return Chooser(self.options.files, self.options.ignore, self.options.root)

    def heard(self, name: str, entry: Entry) -> None:
        """An article has been judged."""
        if self.tally.add(name, entry):
            self.spool.add(entry["record"])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector,
                            ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """A file that is ours is ours alone: no other plugin may run what stands in an article."""
        others = yield
        named = parent.session.isinitpath(file_path)
        if file_path.suffix in SUFFIXES:
            return [self._rule_file(parent, file_path)] if self._is_rule_file(file_path, named) else others
        if self.chooser.is_article(file_path, named=named):
            return [ArticleFile.of(parent, file_path, self)]
        return others

    def _is_rule_file(self, path: Path, named: bool) -> bool:
        chosen = named or any(fnmatchcase(path.as_posix(), f"*/{glob}") for glob in self.options.rule_files)
        return chosen and is_rule_file(path)

    def _rule_file(self, parent: pytest.Collector, path: Path) -> pytest.Collector:
        from .collect_rules import RuleFile
        return RuleFile.of(parent, path, self)

    def pytest_report_header(self) -> str:
        rules = self.ruleset.rules
        names = ", ".join(self._source(s) for s in self.options.rules) or self._default
        return f"numcheck: {len(rules)} rule{'' if len(rules) == 1 else 's'} ({names})"

    @property
    def _default(self) -> str:
        from .engine import RECOMMENDED, RULESET_FILE
        return RULESET_FILE if (self._home / RULESET_FILE).is_file() else RECOMMENDED

    @property
    def _home(self) -> Path:
        """Where a rule set file is looked for: pytest's root folder, else the working folder."""
        from .engine import RULESET_FILE
        here = self.config.invocation_params.dir
        return here if not (self.options.root / RULESET_FILE).is_file() and (here / RULESET_FILE).is_file() else self.options.root

    def _source(self, source: str) -> str:
        path = Path(source)
        return path.relative_to(self.options.root).as_posix() if path.is_relative_to(self.options.root) else source

    def pytest_collection_finish(self) -> None:
        if self.is_worker and self.shared:
            self.spool.finish()
            self.tally.save(self.shared / "tally.json")

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
            self.tally = Tally.load(self.shared / "tally.json")
            self.spool.take(self.shared / "records.jsonl")
        self.spool.finish()
        if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and self.tally.articles and not self.tally.checks:
            session.exitstatus = pytest.ExitCode.OK

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        from .report.summary import summary
        if terminalreporter.verbosity < 0 or not (self.tally.articles or exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED):
            return
        lines = summary(self.tally, [r.id for r in self.ruleset.rules], verbose=terminalreporter.verbosity > 0)
        terminalreporter.section("numcheck")
        for line in lines:
            terminalreporter.line(line)

    def start_worker(self, worker: Worker) -> None:
        """Tell a worker where to share and what the verdicts depend on."""
        if self.shared is None:
            self.shared = Path(tempfile.mkdtemp(prefix="numcheck-"))
            self.config.add_cleanup(lambda: rmtree(self.shared or "", ignore_errors=True))
        worker.workerinput["numcheck_shared"] = str(self.shared)
        worker.workerinput["numcheck_key"] = self.desk.key
