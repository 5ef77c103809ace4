"""pytest's entry point: the options, and the switch. Nothing else is loaded until --numcheck asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .base.caps import TEXTS

if TYPE_CHECKING:
    from .session import Worker

_GROUP = "numcheck"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup(_GROUP, "numcheck: check that the numbers in articles agree")
    group.addoption("--numcheck", action="store_true", default=None, help="read articles and check their numbers")
    parser.addini("numcheck", "read articles and check their numbers, without --numcheck", "bool", False)

    def option(name: str, help: str, metavar: str, *, many: bool = False) -> None:
        group.addoption(f"--numcheck-{name}", metavar=metavar, default=None, help=help, action="append" if many else "store")
        twin = f"numcheck_{name.replace('-', '_')}"
        if many:
            parser.addini(twin, help, "args", [])
        else:
            parser.addini(twin, help, "string", "")

    def flag(name: str, help: str) -> None:
        group.addoption(f"--numcheck-{name}", action="store_true", default=None, help=help)
        parser.addini(f"numcheck_{name.replace('-', '_')}", help, "bool", False)

    option("json", "write every number, cue and check to FILE, one JSON line an article", "FILE")
    option("published", "date of publication (YYYY-MM-DD) of articles that do not say it", "DATE")
    option("rules", "rule set file, folder of rules, or built-in set (may be repeated)", "SET", many=True)
    option("severity", "RULE=error, warning, note or off: the last word on one rule (may be repeated)", "RULE=WORD", many=True)
    option("files", "which files are articles (globs; default: all that can be read but README and the like)", "GLOB", many=True)
    option("ignore", "which files are not articles (globs)", "GLOB", many=True)
    option("fields", "which fields of a JSON object are an article, such as title=headline,text=body,date=day", "NAME=FIELD,…",
           many=True)
    option("output", "FORMAT or FORMAT=FILE: sarif, github, github-summary, gitlab, rdjsonl, terminal or jsonl (may be repeated)",
           "FORMAT[=FILE]", many=True)
    option("html", "write a page of the articles, every number lit by what became of it, to FILE", "FILE")
    flag("cov", "print which numbers were compared with another, article by article")
    option("cov-fail-under", "fail where fewer than PERCENT of the numbers that could be compared were", "PERCENT")
    option("baseline", "findings that are known and let stand, each with a reason (YAML)", "FILE")
    option("fail-on", "what fails: error (default), warning (and errors), or never", "SEVERITY")
    option("changed-since", "check only the articles that git says have changed since REV", "REV")
    flag("write-baseline", "write the errors and warnings of this run to the baseline (refused under CI)")
    flag("strict", "fail on articles that were cut short, and on waivers that are not needed, out of date or unreadable")
    option("rule-files", "which YAML files are rules whose examples to run (globs; default: in folders named rules)",
           "GLOB", many=True)
    for name, (metavar, help) in TEXTS.items():
        option(f"max-{name}", help, metavar)


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    from . import hookspecs
    pluginmanager.add_hookspecs(hookspecs)


def setting(config: pytest.Config, name: str) -> Any:
    """An option of the command line, or its twin in the ini file."""
    full = f"numcheck_{name.replace('-', '_')}" if name else "numcheck"
    given = config.getoption(full)
    return config.getini(full) if given is None else given


def pytest_configure(config: pytest.Config) -> None:
    if setting(config, ""):
        from .base.pause import settle, unhindered, unsettle
        unsettle()
        with unhindered():
            from .session import switch_on
            switch_on(config)
            settle()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Worker) -> None:
    """pytest-xdist is about to start a worker: hand it what all workers share."""
    session = node.config.pluginmanager.get_plugin("numcheck-session")
    if session is not None:
        session.start_worker(node)
