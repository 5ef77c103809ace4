"""numcheck diff: what a change of rules changed."""

import json
from pathlib import Path

import pytest
from conftest import Run, story, write  # type: ignore[import-not-found]

LINES = ("--format", "jsonl")
LIT = """\
rule: desk/lit
title: Ten lamps or more
severity: error
bind: {part: count}
match:
  - "had {part} lamps"
assert: part > 9
message: "{part} is too few"
explain: The street has ten lamps.
examples:
  fires:
    - text: "The street had [[4]] lamps."
      says: "4 is too few"
  quiet:
    - text: "The street had 40 lamps."
"""


@pytest.fixture
def old(run: Run, desk: Path) -> Run:
    write(desk / "a.jsonl", [story(i) for i in range(8)])
    assert run("sweep", "a.jsonl", "--out", "old", *LINES)[0] == 0
    return run


def test_no_difference(old: Run) -> None:
    assert old("diff", "old", "old") == (0, "0 new, 0 gone, 0 moved\n", "")


def test_new_gone_and_moved(old: Run, desk: Path) -> None:
    pack = desk / "pack" / "desk"
    (pack / "lost.yaml").write_text((pack / "lost.yaml").read_text().replace("severity: error", "severity: warning"))
    (pack / "share.yaml").unlink()
    (pack / "lit.yaml").write_text(LIT)
    assert old("sweep", "a.jsonl", "--out", "new", *LINES)[0] == 0
    code, out, err = old("diff", "old", "new")
    assert (code, err) == (1, "")
    assert out.startswith("3 new\n  a.jsonl::story-0:1: error: 0 is too few (desk/lit)\n    The street had 0 lamps.\n\n")
    assert ("1 gone\n  a.jsonl::story-6:1: warning: 120% is more than all of it (desk/share)\n"
            "    The lights were out in 120% of the town.\n") in out
    assert ("1 moved\n  a.jsonl::story-3:1: warning: 15 is more than 12 (desk/lost)\n    They lost 15 of the 12 ships on day 3.\n"
            "    severity: error → warning\n") in out
    assert "desk/lit         0       3\n" in out
    assert out.endswith("3 new, 1 gone, 1 moved\n")
    rows = [json.loads(line) for line in old("diff", "old", "new", "--format", "jsonl")[1].splitlines()]
    assert [r["change"] for r in rows] == ["new"] * 3 + ["gone", "moved"]
    assert (rows[-1]["moved"], rows[-1]["severity"], rows[-1]["old"]["severity"]) == (["severity"], "warning", "error")
    assert "  … and 2 more\n" in old("diff", "old", "new", "--most", "1")[1]


def test_other_articles_are_told(old: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(i) for i in range(1, 9)])
    old("sweep", "a.jsonl", "--out", "new", *LINES)
    assert old("diff", "old", "new") == (
        0, "0 new, 0 gone, 0 moved\nnot the same articles: 1 only in the old sweep, 1 only in the new one\n", "")


def test_what_is_no_sweep_is_trouble(old: Run, desk: Path) -> None:
    assert old("diff", "old", "pack") == (2, "", f"numcheck: {Path('pack')}: no findings of a sweep are here\n")
    told = json.loads((desk / "old" / "sweep.json").read_text())
    (desk / "old" / "sweep.json").write_text(json.dumps({**told, "tables": {"checks": 99}}))
    assert old("diff", "old", "old") == (2, "", "numcheck: old: its tables are of another version: {'checks': 99}\n")
