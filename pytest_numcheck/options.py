"""What the user asked for: every setting read once, checked, and refused in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .base.caps import Caps, caps_of
from .base.environment import under_ci
from .check.outcome import FAILS
from .plugin import setting

if TYPE_CHECKING:
    from .report.outputs import Output

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
    #: which field of a JSON object holds what
    fields: Mapping[str, str] | None
    rule_files: tuple[str, ...]
    outputs: tuple[Output, ...]
    html: Path | None
    cov: bool
    cov_fail_under: float | None
    baseline: Path | None
    write_baseline: bool
    strict: bool
    #: error, warning or never
    fail_on: str
    changed_since: str | None
    caps: Caps

    @classmethod
    def of(cls, config: pytest.Config) -> Options:
        """Raises pytest.UsageError."""
        return cls(
            root=config.rootpath,
            json=_target(config),
            published=_date(setting(config, "published")),
            rules=_sources(config),
            severities=dict(_severity(s) for s in setting(config, "severity")),
            files=tuple(setting(config, "files")),
            ignore=tuple(setting(config, "ignore")),
            fields=_fields(setting(config, "fields")),
            rule_files=tuple(setting(config, "rule_files")) or ("rules/*", "*rules/*"),
            outputs=_outputs(config),
            html=_html(config),
            cov=bool(setting(config, "cov")) or bool(setting(config, "cov-fail-under")),
            cov_fail_under=_percent(setting(config, "cov-fail-under")),
            baseline=_baseline(config),
            write_baseline=_write_baseline(config),
            strict=bool(setting(config, "strict")),
            fail_on=_fail_on(setting(config, "fail-on")),
            changed_since=setting(config, "changed-since") or None,
            caps=_caps(config),
        )


def _caps(config: pytest.Config) -> Caps:
    try:
        return caps_of(lambda name: setting(config, f"max-{name}"), "--numcheck-max-")
    except ValueError as e:
        raise pytest.UsageError(str(e)) from None


def _fields(texts: Sequence[str]) -> Mapping[str, str] | None:
    if not texts:
        return None
    from .articles.fields import parse_fields
    try:
        return parse_fields(texts)
    except ValueError as e:
        raise pytest.UsageError(f"--numcheck-fields: {e}") from None


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


def _target(config: pytest.Config) -> Path | None:
    """Where the JSON Lines go, asked for as ``--numcheck-json FILE`` or ``--numcheck-output jsonl=FILE``."""
    given = setting(config, "json")
    named = [t.partition("=")[2] for t in setting(config, "output") if t.startswith("jsonl=")]
    if len({*named, *([given] if given else [])}) > 1:
        raise pytest.UsageError("the JSON report can go to one file only")
    text = given or "".join(named[:1])
    return _writable(config, "json", text) if text else None


def _writable(config: pytest.Config, option: str, text: str) -> Path:
    """A file to write; its folder is made, so that a mistake is told before the run and not after."""
    path = config.invocation_params.dir / text
    if path.is_dir():
        raise pytest.UsageError(f"--numcheck-{option} wants a file, and {text} is a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise pytest.UsageError(f"--numcheck-{option} cannot write {text}: {(e.strerror or str(e)).lower()}") from None
    return path


def _outputs(config: pytest.Config) -> tuple[Output, ...]:
    asked = setting(config, "output")
    if not asked:
        return ()
    from .report.outputs import parse
    found = []
    for text in asked:
        try:
            output = parse(text, config.invocation_params.dir)
        except ValueError as e:
            raise pytest.UsageError(f"--numcheck-output: {e}") from None
        if output.format != "jsonl":
            found.append(output)
            if output.path and "=" in text:
                _writable(config, "output", text.partition("=")[2])
    return tuple(found)


def _html(config: pytest.Config) -> Path | None:
    text = setting(config, "html")
    if not text:
        return None
    from .report.page.page import MissingEngine, template
    try:
        template("page.html.j2")
    except MissingEngine as e:
        raise pytest.UsageError(f"--numcheck-html: {e}") from None
    return _writable(config, "html", text)


def _percent(text: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise pytest.UsageError(f"--numcheck-cov-fail-under wants a percentage from 0 to 100, not '{text}'")
    return value


def _baseline(config: pytest.Config) -> Path | None:
    """The baseline's path, counted from the working folder on the command line, in the ini file from its folder."""
    given = config.getoption("numcheck_baseline")
    text = given or config.getini("numcheck_baseline")
    if not text:
        return None
    base = config.invocation_params.dir if given else (config.inipath.parent if config.inipath else config.rootpath)
    path: Path = base / text
    if path.is_dir():
        raise pytest.UsageError(f"--numcheck-baseline wants a file, and {text} is a folder")
    if not path.is_file() and not setting(config, "write-baseline"):
        raise pytest.UsageError(f"--numcheck-baseline: there is no file {text}; --numcheck-write-baseline makes one")
    return path


def _write_baseline(config: pytest.Config) -> bool:
    if not setting(config, "write-baseline"):
        return False
    if not setting(config, "baseline"):
        raise pytest.UsageError("--numcheck-write-baseline needs --numcheck-baseline FILE")
    if under_ci():
        raise pytest.UsageError("--numcheck-write-baseline is refused under CI: a gate must not sign its own waivers")
    return True


def _fail_on(word: str) -> str:
    if word and word not in FAILS:
        raise pytest.UsageError(f"--numcheck-fail-on wants one of {', '.join(FAILS)}, not '{word}'")
    return word or "error"


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
