"""Sweeps through the command line, with a rule set of two rules so that a worker starts at once."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pytest_numcheck.cli.main import main
from pytest_numcheck.sweep.findings import rows

LOST = """\
rule: desk/lost
title: A part is no more than the whole
severity: error
bind: {part: count, whole: count}
match:
  - "lost {part} of the {whole}"
assert: part <= whole
message: "{part} is more than {whole}"
explain: Nobody can lose more than there was.
examples:
  fires:
    - text: "They lost [[15]] of the [[12]] ships."
      says: "15 is more than 12"
  quiet:
    - text: "They lost 5 of the 12 ships."
"""
SHARE = """\
rule: desk/share
title: A share of a town is no more than all of it
severity: warning
bind: {share: percent}
match:
  - "in {share} of the town"
assert: share <= 100%
message: "{share} is more than all of it"
explain: There is no more of a town than the town.
examples:
  fires:
    - text: "The lights were out in [[120%]] of the town."
      says: "120% is more than all of it"
  quiet:
    - text: "The lights were out in 20% of the town."
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the rules desk/lost and desk/share."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pack" / "desk").mkdir(parents=True)
    (tmp_path / "pack" / "desk" / "lost.yaml").write_text(LOST)
    (tmp_path / "pack" / "desk" / "share.yaml").write_text(SHARE)
    (tmp_path / "numcheck.yaml").write_text("extends: [pack/]\n")
    return tmp_path


@pytest.fixture
def run(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("sweep", "a.jsonl", "--out", "out")``: (exit code, stdout, stderr)."""
    def go(*args: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(args)
        except SystemExit as e:
            code = int(e.code or 0)
        out, err = capsys.readouterr()
        return code, out, err
    return go


def story(i: int) -> dict[str, Any]:
    """A story of ten has a lost/ships error, another one a share above 100%."""
    said = f"They lost {15 if i % 10 == 3 else 5} of the 12 ships on day {i}." if i % 2 else f"The street had {i} lamps."
    if i % 10 == 6:
        said = "The lights were out in 120% of the town."
    return {"id": f"story-{i}", "title": f"Day {i}", "date": f"{1990 + i % 30}-03-04", "source": f"Paper {i % 3}", "text": said}


def write(path: Path, stories: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(s) + "\n" for s in stories), encoding="utf-8")
    return path


def table(folder: str | Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table, sorted."""
    return sorted(rows(Path(folder), name), key=lambda r: json.dumps(r, default=str))


def everything(folder: str | Path) -> str:
    """All rows of all tables, sorted: the same text for the same findings."""
    return "\n".join(json.dumps(r, default=str) for name in ("articles", "mentions", "checks") for r in table(folder, name))


def found(folder: str | Path) -> list[tuple[str, str]]:
    return sorted((r["article"], r["rule"]) for r in table(folder, "checks") if r["outcome"] == "inconsistent")
