"""The GitLab template's script, run with what GitLab would give it, in a real repository."""

from __future__ import annotations

import json
from pathlib import Path

from bridge import STORY, Run, slip, waive
from runner import JOBS, SPEC, gitlab


def report(newsroom: Path) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads((newsroom / JOBS["numcheck"]["artifacts"]["reports"]["codequality"]).read_text())
    return rows


def base(run: Run, newsroom: Path) -> str:
    return run("git", "rev-parse", "origin/main", cwd=newsroom).stdout.strip()


def test_a_merge_request_is_checked_for_what_it_changes(run: Run, newsroom: Path) -> None:
    slip(newsroom)
    done = gitlab(run, newsroom, base=base(run, newsroom))
    assert done.returncode == 1
    assert "1.2-kilometre is 0.746 miles, not 7.5-mile." in done.stdout
    (row,) = report(newsroom)
    assert row["location"] == {"path": STORY, "lines": {"begin": 8}}
    assert str(row["description"]).endswith("(convert/bracket)")
    waive(newsroom)
    done = gitlab(run, newsroom, base=base(run, newsroom))
    assert (done.returncode, report(newsroom)) == (0, [])
    assert f"{STORY}:9: waived: 1.2-kilometre is 0.746 miles, not 7.5-mile." in done.stdout


def test_the_default_branch_is_checked_whole(run: Run, newsroom: Path) -> None:
    assert gitlab(run, newsroom).returncode == 1
    assert [row["location"] for row in report(newsroom)] == [{"path": "articles/old.md", "lines": {"begin": 1}}]
    assert gitlab(run, newsroom, fail_on="never", baseline="", strict=False).returncode == 0
    assert len(report(newsroom)) == 2


def test_nothing_changed_is_an_empty_report(run: Run, newsroom: Path) -> None:
    assert gitlab(run, newsroom, base=base(run, newsroom)).returncode == 0
    assert report(newsroom) == []


def test_every_input_is_used() -> None:
    text = json.dumps(JOBS)
    assert [name for name in SPEC["spec"]["inputs"] if f"$[[ inputs.{name} ]]" not in text] == []
    assert all(f"${name}" in json.dumps([JOBS["numcheck"]["script"], JOBS["numcheck"]["before_script"]])
               for name in JOBS["numcheck"]["variables"] if name.startswith("NUMCHECK_"))
