"""What the user asked for: every setting read once, checked, and refused in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from .plugin import setting

SEVERITIES = ("error", "warning", "note", "off")


@dataclass(frozen=True)
class Options:
    root: Path
    json: Path | None
    published: date | None
    rules: tuple[str, ...]
    severities: Mapping[str, str]
    files: tuple[str, ...]
    ignore: tuple[str, ...]
    rule_files: tuple[str, ...]

    @classmethod
    def of(cls, config: pytest.Config) -> Options:
        """Raises pytest.UsageError."""
        return cls(
            root=config.rootpath,
            json=_target(config, setting(config, "json")),
            published=_date(setting(config, "published")),
            rules=_sources(config),
            severities=dict(_severity(s) for s in setting(config, "severity")),
            files=tuple(setting(config, "files")),
            ignore=tuple(setting(config, "ignore")),
            rule_files=tuple(setting(config, "rule_files")) or ("rules/*", "*rules/*"),
        )


def _sources(config: pytest.Config) -> tuple[str, ...]:
    """Rule sets; paths on the command line count from the working folder, those in the ini file from its folder."""
    given = config.getoption("numcheck_rules")
    base = config.invocation_params.dir if given else (config.inipath.parent if config.inipath else config.rootpath)
    named = given or config.getini("numcheck_rules")
    for source in named:
        if not source.startswith("numcheck:") and not (base / source).exists():
            raise pytest.UsageError(f"{'--numcheck-rules' if given else 'numcheck_rules'}: there is no folder or file {source}")
    return tuple(rules_source(s, base) for s in named)


def rules_source(source: str, base: Path) -> str:
    """A path made absolute; the name of a built-in set ("numcheck:recommended@1") as it is."""
    return source if source.startswith("numcheck:") else str((base / source).resolve())


def _target(config: pytest.Config, text: str) -> Path | None:
    """Where the report goes; its folder is made, so that a mistake is told before the run and not after."""
    if not text:
        return None
    path = config.invocation_params.dir / text
    if path.is_dir():
        raise pytest.UsageError(f"--numcheck-json wants a file, and {text} is a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise pytest.UsageError(f"--numcheck-json cannot write {text}: {(e.strerror or str(e)).lower()}") from None
    return path


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise pytest.UsageError(f"--numcheck-published wants a date such as 2024-11-05, not '{text}'") from None


def _severity(text: str) -> tuple[str, str]:
    rule, equals, word = text.partition("=")
    if not (rule and equals and word in SEVERITIES):
        raise pytest.UsageError(f"--numcheck-severity wants RULE=WORD, WORD being one of {', '.join(SEVERITIES)}, not '{text}'")
    return rule, word
