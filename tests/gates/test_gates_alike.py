"""One slip, five gates: the same finding in each, and after a waiver with a reason none, and the waiver is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from bridge import REASON, STORY, Run, edit, slip, waive
from runner import action

#: outcome, rule, line, message
Told = tuple[str, str, int, str]
FOUND: Told = ("inconsistent", "convert/bracket", 8, "1.2-kilometre is 0.746 miles, not 7.5-mile")
SIGNED: Told = ("waived", "convert/bracket", 9, FOUND[3])
NODE = f"{STORY}::convert/bracket[1.2-kilometre-7.5-mile]"


def told(records: Iterable[dict[str, Any]]) -> set[Told]:
    """The findings of the story in lines of the report."""
    checks = [c for r in records if r["article"] == STORY for c in r["checks"]]
    assert all(c["node"] == NODE for c in checks if c["rule"] == "convert/bracket" and c["mentions"] and "7.5" in c["message"])
    return {(c["outcome"], c["rule"], c["line"], c["message"]) for c in checks if c["outcome"] in ("inconsistent", "waived")}


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def by_pytest(run: Run, newsroom: Path) -> tuple[int, set[Told], str]:
    done = run("pytest", "-p", "no:cacheprovider", "--numcheck-json", "all.jsonl", "articles", cwd=newsroom)
    return done.returncode, told(rows((newsroom / "all.jsonl").read_text(encoding="utf-8"))), done.stdout


def by_stdin(run: Run, newsroom: Path) -> tuple[int, set[Told], str]:
    done = run("numcheck", "check", "-", "--stdin-filename", STORY, "--format", "jsonl", cwd=newsroom,
               stdin=(newsroom / STORY).read_text(encoding="utf-8"))
    return done.returncode, told(rows(done.stdout)), done.stdout


def by_action(run: Run, newsroom: Path) -> tuple[int, set[Told], str]:
    done = action(run, newsroom)
    sarif = json.loads((newsroom / "numcheck.sarif").read_text(encoding="utf-8"))
    found = {("waived" if r.get("suppressions") else "inconsistent", r["ruleId"],
              r["locations"][0]["physicalLocation"]["region"]["startLine"], r["message"]["text"].partition(". Likely")[0])
             for r in sarif["runs"][0]["results"]}
    return done.returncode, found, (newsroom.parent / "summary").read_text(encoding="utf-8")


def by_strict_baseline(run: Run, newsroom: Path) -> tuple[int, set[Told], str]:
    done = run("numcheck", "check", "articles", "--baseline", "numcheck-baseline.yaml", "--strict", "--format", "jsonl",
               cwd=newsroom)
    return done.returncode, told(rows(done.stdout)), done.stdout


def by_file(run: Run, newsroom: Path) -> tuple[int, set[Told], str]:
    """What pre-commit calls, with the newsroom's arguments; test_gates_precommit.py runs pre-commit itself."""
    args = ("check", "--baseline", "numcheck-baseline.yaml", "--strict", STORY)
    found = told(rows(run("numcheck", *args, "--format", "jsonl", cwd=newsroom).stdout))
    done = run("numcheck", *args, cwd=newsroom)
    return done.returncode, found, done.stdout


WAYS = (by_pytest, by_file, by_action, by_stdin, by_strict_baseline)


@pytest.fixture
def mended(newsroom: Path) -> Path:
    """The newsroom without the slip on main."""
    (newsroom / "articles" / "old.md").unlink()
    return newsroom


@pytest.mark.parametrize("way", WAYS)
def test_the_same_finding_and_the_same_waiver(way: Callable[..., tuple[int, set[Told], str]], run: Run, mended: Path) -> None:
    assert way(run, mended)[:2] == (0, set())
    slip(mended)
    assert way(run, mended)[:2] == (1, {FOUND})
    waive(mended)
    code, found, shown = way(run, mended)
    assert (code, found) == (0, {SIGNED})
    assert REASON in shown


def test_a_baseline_lets_it_stand_until_it_is_out_of_date(run: Run, mended: Path) -> None:
    slip(mended)
    check = ("numcheck", "check", "articles", "--baseline", "numcheck-baseline.yaml")
    assert run(*check, "--write-baseline", cwd=mended, CI="true").returncode == 2
    assert run(*check, "--write-baseline", cwd=mended).returncode == 1
    baseline = mended / "numcheck-baseline.yaml"
    text = baseline.read_text(encoding="utf-8")
    assert text.count("reason: printed so in 1987") == 1
    baseline.write_text(text.replace("known when the baseline was written; not looked at yet", REASON), encoding="utf-8")
    done = run(*check, "--strict", cwd=mended)
    assert done.returncode == 0
    assert f"{STORY}:8: waived: {FOUND[3]}. (convert/bracket) {REASON}" in done.stdout
    assert run("pytest", "-q", "--numcheck-strict", cwd=mended).returncode == 0
    edit(mended, f"reason: {REASON}", f"reason: {REASON}\n  until: 2020-01-31", "numcheck-baseline.yaml")
    done = run(*check, "--strict", cwd=mended)
    assert done.returncode == 1
    assert "held until 2020-01-31" in done.stdout
    assert run("pytest", "-q", "--numcheck-strict", cwd=mended).returncode == 1
    assert run("pytest", "-q", cwd=mended).returncode == 0
