"""The examples that come with the project do what their pages say."""

from __future__ import annotations

import difflib
import json
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORIES = sorted(p.name for p in (EXAMPLES / "articles").iterdir() if p.suffix in (".txt", ".md"))
BROKEN = sorted(p.name for p in (EXAMPLES / "broken").iterdir() if p.suffix in (".txt", ".md") and p.name != "README.md")


def _report(pytester: pytest.Pytester, folder: str) -> tuple[int, dict[str, dict]]:
    shutil.copytree(EXAMPLES / folder, pytester.path / folder)
    result = pytester.runpytest_inprocess("--numcheck", folder, "--numcheck-json", "report.jsonl")
    rows = [json.loads(line) for line in (pytester.path / "report.jsonl").read_text(encoding="utf-8").splitlines()]
    return int(result.ret), {Path(r["article"]).name: r for r in rows}


def _changed(name: str) -> tuple[int, int]:
    """The span of the broken text that differs from the consistent one."""
    right, wrong = ((EXAMPLES / folder / name).read_text(encoding="utf-8") for folder in ("articles", "broken"))
    edits = [op for op in difflib.SequenceMatcher(None, right, wrong, autojunk=False).get_opcodes() if op[0] != "equal"]
    return min(op[3] for op in edits), max(op[4] for op in edits)


def test_there_are_stories_of_many_beats_and_broken_twins():
    assert len(STORIES) >= 8
    assert len(BROKEN) >= 8
    assert set(BROKEN) <= set(STORIES)


def test_the_stories_are_consistent_and_checked(pytester):
    code, reports = _report(pytester, "articles")
    assert code == 0
    assert sorted(reports) == STORIES
    for name, report in reports.items():
        bad = [c["message"] for c in report["checks"] if c["outcome"] == "inconsistent" and c["severity"] in ("error", "warning")]
        assert bad == [], name
        assert sum(c["outcome"] == "consistent" for c in report["checks"]) >= 3, name


def test_each_broken_story_fails_at_the_number_that_was_changed(pytester):
    code, reports = _report(pytester, "broken")
    assert code == 1
    for name in BROKEN:
        report, (start, end) = reports[name], _changed(name)
        at = {m["id"]: m for m in [*report["mentions"], *report["cues"]]}
        failing = [c for c in report["checks"] if c["outcome"] == "inconsistent" and c["severity"] == "error"]
        assert failing, name
        for check in failing:
            assert any(at[i]["start"] <= end and start <= at[i]["end"] for i in check["mentions"]), (name, check["message"])


def test_the_newsroom_passes_and_gates(pytester):
    shutil.copytree(EXAMPLES / "newsroom", pytester.path, dirs_exist_ok=True)
    result = pytester.runpytest_subprocess()
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*numcheck*rules*"])
    for name, right, wrong in (("harbour-bridge.md", "0.75-mile", "7.5-mile"), ("sport/city-marathon.md", "11,160", "12,160")):
        story = pytester.path / "articles" / name
        text = story.read_text(encoding="utf-8")
        assert right in text
        story.write_text(text.replace(right, wrong), encoding="utf-8")
        result = pytester.runpytest_subprocess()
        assert result.ret == 1
        result.stdout.fnmatch_lines([f"FAILED articles/{name}::*{wrong}*"])
        story.write_text(text, encoding="utf-8")
