"""The GitHub Action's script, run with what GitHub would give it, in a real repository."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml
from bridge import ROOT, STORY, Run, edit, slip, waive
from runner import ACTION, action

SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def test_the_changed_story_is_annotated_and_no_other(run: Run, newsroom: Path) -> None:
    slip(newsroom)
    done = action(run, newsroom)
    assert (done.returncode, done.stderr) == (1, "")
    (line,) = done.stdout.splitlines()
    place = f"::error file={STORY},line=8,endLine=8,col=5,endColumn=18,title=numcheck convert/bracket::"
    assert line.startswith(f"{place}1.2-kilometre is")
    summary = (newsroom.parent / "summary").read_text(encoding="utf-8")
    assert "| error | articles/harbour-bridge.md:8 |" in summary
    assert "old.md" not in summary
    sarif = json.loads((newsroom / "numcheck.sarif").read_text(encoding="utf-8"))
    jsonschema.validate(sarif, SCHEMA)
    assert [r["ruleId"] for r in sarif["runs"][0]["results"]] == ["convert/bracket"]
    assert (newsroom.parent / "output").read_text() == "sarif=numcheck.sarif\n"


def test_a_commit_counts_as_a_change_and_main_may_go_on(run: Run, newsroom: Path) -> None:
    slip(newsroom)
    assert run("git", "commit", "-qam", "A slip", cwd=newsroom).returncode == 0
    first = newsroom.parent / "first"
    edit(first, "Three contractors", "Three firms")
    for command in (("commit", "-qam", "Meanwhile"), ("push", "-q", str(newsroom.parent / "origin.git"), "main")):
        assert run("git", *command, cwd=first).returncode == 0
    done = action(run, newsroom)
    assert done.returncode == 1
    assert done.stdout.count("::error") == 1


def test_a_shallow_checkout_gets_its_history(run: Run, newsroom: Path) -> None:
    slip(newsroom)
    for command in (("commit", "-qam", "A slip"), ("push", "-q", "origin", "story")):
        assert run("git", *command, cwd=newsroom).returncode == 0
    shallow = newsroom.parent / "shallow"
    origin = (newsroom.parent / "origin.git").as_uri()
    assert run("git", "clone", "-q", "--depth", "1", "-b", "story", origin, str(shallow), cwd=newsroom.parent).returncode == 0
    done = action(run, shallow)
    assert (done.returncode, done.stdout.count("::error")) == (1, 1), done.stderr


def test_nothing_changed_is_nothing_wrong(run: Run, newsroom: Path) -> None:
    done = action(run, newsroom)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    jsonschema.validate(json.loads((newsroom / "numcheck.sarif").read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.parametrize(("base", "changed_only"), [(None, "true"), ("main", "false")])
def test_elsewhere_all_stories_are_checked(run: Run, newsroom: Path, base: str | None, changed_only: str) -> None:
    done = action(run, newsroom, base=base, changed_only=changed_only)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=articles/old.md,line=1,")


def test_a_baseline_turned_strict_fails_when_it_is_out_of_date(run: Run, newsroom: Path) -> None:
    edit(newsroom, "8-mile (18 km)", "8-mile (13 km)", "articles/archive/ferry-tender-1987.md")
    done = action(run, newsroom)
    assert done.returncode == 1
    assert "numcheck-baseline.yaml:4: no such finding any more: convert/bracket" in done.stderr
    assert action(run, newsroom, strict="false").returncode == 0


def test_what_fails_can_be_said(run: Run, newsroom: Path) -> None:
    slip(newsroom)
    assert action(run, newsroom, fail_on="never").returncode == 0
    waive(newsroom)
    done = action(run, newsroom, fail_on="warning")
    assert (done.returncode, done.stdout) == (0, "")
    assert "as the authority's own notice has it" in (newsroom.parent / "summary").read_text(encoding="utf-8")


@pytest.mark.parametrize("paths", ["$(touch pwned)", "articles; touch pwned", "--rules=/etc/passwd", "`touch pwned`"])
def test_what_a_workflow_says_is_no_command(run: Run, newsroom: Path, paths: str) -> None:
    done = action(run, newsroom, paths=paths, base=None)  # type: ignore[arg-type]
    assert done.returncode == 2
    assert "no such file" in done.stderr
    assert not (newsroom / "pwned").exists()


def test_several_paths_are_lines(run: Run, newsroom: Path) -> None:
    (newsroom / "a story.md").write_text("The 5-mile (18 km) road.\n", encoding="utf-8")
    done = action(run, newsroom, paths="articles/sport\n\na story.md\n")
    assert done.stdout.count("::error file=a story.md") == 1


def test_the_action_is_whole() -> None:
    script = ROOT / ".github-action" / "run.sh"
    assert os.access(script, os.X_OK)
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")  # what a pull request says must never be part of a command
        assert "run" not in step or step["shell"] == "bash"
    said = {name for step in ACTION["runs"]["steps"] for name in step.get("env", {})}
    assert said == {f"NUMCHECK_{i.upper().replace('-', '_')}" for i in ACTION["inputs"] if i != "python-version"}
    assert all(name in script.read_text(encoding="utf-8") for name in said)


def test_the_workflow_also_tries_the_rules(run: Run, newsroom: Path) -> None:
    workflow = yaml.safe_load((newsroom / ".github/workflows/numcheck.yml").read_text(encoding="utf-8"))
    (command,) = [s["run"] for s in workflow["jobs"]["rules"]["steps"] if s.get("run", "").startswith("numcheck ")]
    assert run("bash", "-ec", command, cwd=newsroom).returncode == 0
    edit(newsroom, "[[24.2-mile]]", "[[26.2-mile]]", "rules/desk/marathon.yaml")
    assert run("bash", "-ec", command, cwd=newsroom).returncode == 1
