"""What the pages in docs/ show is what the checker gives."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.cli import main
from pytest_numcheck.report.record import record

DOCS = Path(__file__).resolve().parents[2] / "docs"
READING, JUDGING, CONFIGURATION, REPORT = ((DOCS / f"{n}.md").read_text(encoding="utf-8")
                                           for n in ("reading-numbers", "judging", "configuration", "report"))


def shown(page: str, name: str) -> str:
    found = re.search(rf"<!-- shown: {name} -->\n```\w+\n(.*?)```\n", page, re.S)
    assert found
    return found[1]


def test_the_reading_shown_is_the_reading_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(shown(READING, "text"), encoding="utf-8")
    assert main(["read", "story.txt"]) == 0
    assert capsys.readouterr().out.rstrip() == shown(READING, "reading").rstrip()
    assert [c for c in check_text(shown(READING, "text")).checks if c.outcome == "inconsistent"] == []


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [p.name for p in sorted(DOCS.glob("*.md")) if p.name != "index.md" and f"({p.name})" not in index] == []


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    known = set(re.findall(r"\| `(numcheck\w*)", CONFIGURATION)) | {"testpaths"}
    ini = configparser.ConfigParser()
    ini.read_string(re.findall(r"```ini\n(.*?)```", CONFIGURATION, re.S)[0])
    toml = tomllib.loads(re.findall(r"```toml\n(.*?)```", CONFIGURATION, re.S)[0])
    assert set(ini["pytest"]) | set(toml["tool"]["pytest"]["ini_options"]) <= known
    (tmp_path / "numcheck.yaml").write_text(re.findall(r"```yaml\n(.*?)```", CONFIGURATION, re.S)[0], encoding="utf-8")
    assert load_rules(root=tmp_path).rules


def test_every_option_and_command_is_told() -> None:
    from pytest_numcheck.cli import COMMANDS
    source = (DOCS.parent / "pytest_numcheck" / "plugin.py").read_text(encoding="utf-8")
    for name in re.findall(r'^    (?:option|flag)\("([a-z-]+)"', source, re.M):
        assert re.search(rf"^\| `--numcheck-{name}[ `].*\| `numcheck_{name.replace('-', '_')}` \|", CONFIGURATION, re.M), name
    assert [c for c in COMMANDS if f"| `numcheck {c} " not in CONFIGURATION and f"| `numcheck {c}` " not in CONFIGURATION] == []


def test_every_key_of_the_report_is_told() -> None:
    report = check_text("Of the 5 ships, 3 sank.")
    for key in record(report.reading, report.checks):
        assert f"| `{key}` |" in REPORT
    plain = report.record()
    for key in [*plain["mentions"][0], *plain["checks"][0]]:
        assert f"`{key}`" in REPORT, key


def test_the_waiver_shown_waives() -> None:
    story = "Polls were open from 7 a.m. to 10 p.m., a 12-hour day."
    front = re.findall(r"  ```yaml\n(.*?)  ```", JUDGING, re.S)[0]
    comment = re.findall(r"`(<!-- .*? -->)`", JUDGING)[0].replace("RULE", "clock/elapsed")
    head, waived = dedent(front), f"{comment}\n{story}\n"
    for text, suffix in ((f"---\n{head}---\n\n{story}\n", ".md"), (waived, ".txt"), (waived, ".md")):
        outcomes = {c.rule: c.outcome for c in check_text(text, suffix=suffix).checks}
        assert outcomes["clock/elapsed"] == "waived"


def test_the_slip_shown_is_named() -> None:
    said = re.search(r'"Likely slip: (.*?)\. (With .*? it\s+would agree\.)"', JUDGING, re.S)
    assert said
    story = ("Launched at 6:48 a.m. local time, the missile came down at 8:38 a.m. in open water. The flight lasted 50 minutes.")
    check = next(c for c in check_text(story).checks if c.outcome == "inconsistent" and c.slip)
    assert (check.slip, check.mend) == (" ".join(said[1].split()), " ".join(said[2].split()))
