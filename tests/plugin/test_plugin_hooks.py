"""What other plugins can add: the example package of docs/plugins.md, and hooks in a conftest.py."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD, GOOD

SCOOP = Path(__file__).parents[1] / "data" / "pytest-scoop"
STORY = "2026-11-21|A late win\nThe coach hugged the 12 players of the home side.\n"
Write = Callable[..., Path]


@pytest.fixture(scope="module")
def scoop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed in a folder of its own."""
    target = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index",
                    "--disable-pip-version-check", "--target", target, SCOOP], check=True, timeout=120)
    return target


@pytest.fixture
def installed(pytester: pytest.Pytester, scoop: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(scoop))
    pytester.makeini("[pytest]\nnumcheck_files = *.scoop *.txt\n")
    return pytester


def test_the_example_package(installed: pytest.Pytester, write: Write) -> None:
    write("news/win.scoop", STORY)
    write("news/bad.scoop", "no headline\n")
    write("news/plain.txt", "The new road is 5 miles (18 km) long.\n")
    result = installed.runpytest_subprocess("--numcheck", "--numcheck-json", "out.jsonl", "news", "-rfE")
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["numcheck: * rules (*scoop*rules, numcheck:recommended@1)"])
    result.stdout.fnmatch_lines(["*bad.scoop:1:1: the first line must read date|headline*"])
    result.stdout.fnmatch_lines(["FAILED news/win.scoop::scoop/players[[]12[]] - *a side has 11 players, not 12*"])
    rows = {r["article"]: r for r in map(json.loads, (installed.path / "out.jsonl").read_text().splitlines())}
    assert rows["news/win.scoop"]["published"] == "2026-11-21"
    assert (installed.path / "scoop.log").read_text().splitlines() == [
        "inconsistent news/plain.txt::convert/bracket[5 miles-18 km]: 5 miles is 8.05 km, not 18 km",
        "inconsistent news/win.scoop::scoop/players[12]: a side has 11 players, not 12"]


def test_with_workers_each_finding_is_told_once(installed: pytest.Pytester, write: Write) -> None:
    for n in range(4):
        write(f"news/{n}.scoop", STORY)
    result = installed.runpytest_subprocess("--numcheck", "-n2", "news")
    assert result.parseoutcomes()["failed"] == 4
    assert len((installed.path / "scoop.log").read_text().splitlines()) == 4


def test_its_examples_run_and_its_words_are_known(installed: pytest.Pytester) -> None:
    rule = SCOOP / "pytest_scoop" / "rules" / "scoop" / "players.yaml"
    installed.runpytest_subprocess("--numcheck", str(rule)).assert_outcomes(passed=7)


def test_the_user_has_the_last_word(installed: pytest.Pytester, write: Write) -> None:
    write("numcheck.yaml", 'rules: {scoop/players: "off"}\n')
    write("news/win.scoop", STORY)
    result = installed.runpytest_subprocess("--numcheck", "news")
    assert "failed" not in result.parseoutcomes()
    assert not (installed.path / "scoop.log").exists()


def test_a_change_of_a_plugin_counts_at_once(desk: Path, pytester: pytest.Pytester, write: Write) -> None:
    hook = """
from pytest_numcheck import read_text
def pytest_numcheck_read_article(path, config):
    return read_text({text!r}) if path.name == "a.txt" else None
"""
    write("news/a.txt", GOOD)
    write("news/b.txt", GOOD)
    for text, failed in ((GOOD, 0), (BAD, 1)):
        pytester.makeconftest(hook.format(text=text))
        result = pytester.runpytest_subprocess("--numcheck", "news")
        assert result.parseoutcomes().get("failed", 0) == failed


def test_a_reader_that_breaks_is_one_failing_case(desk: Path, pytester: pytest.Pytester, write: Write) -> None:
    pytester.makeconftest("def pytest_numcheck_read_article(path, config):\n    1 / 0\n")
    write("news/a.txt", GOOD)
    result = pytester.runpytest_subprocess("--numcheck", "news")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*numcheck itself failed on this article*", "*ZeroDivisionError*"])


def test_rules_that_are_not_there_are_told(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("def pytest_numcheck_rule_paths(config):\n    return ['nowhere']\n")
    result = pytester.runpytest_subprocess("--numcheck")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: a plugin names rules that are not there: {pytester.path}/nowhere"])


def test_findings_that_were_signed_for_are_told_too(desk: Path, pytester: pytest.Pytester, write: Write) -> None:
    pytester.makeconftest("def pytest_numcheck_finding(finding, config):\n    print('told', finding.rule, finding.outcome)\n")
    write("news/a.txt", "<!-- numcheck: ignore desk/lost -- so it was -->\nThe fleet lost 15 of the 12 ships.\n\n"
                        "It sold 9 of the 7 boats.\n")
    result = pytester.runpytest_subprocess("--numcheck", "news", "-s")
    result.stdout.fnmatch_lines(["*told desk/lost waived", "told desk/sold inconsistent"])


def test_without_numcheck_no_hook_is_called(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("def pytest_numcheck_rule_paths(config):\n    1 / 0\n")
    pytester.makepyfile("def test(): pass")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_the_hooks_are_checked(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("def pytest_numcheck_finding(found): pass\n")
    result = pytester.runpytest_subprocess()
    assert result.ret != 0
    assert "pytest_numcheck_finding" in result.stderr.str() + result.stdout.str()
