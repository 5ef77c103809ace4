"""The command line, run in this process."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_numcheck.cli.main import main

RULE = """\
rule: desk/lost
title: A part is no more than the whole
severity: error
aliases: [desk/gone]
bind:
  part: count
  whole: count
match:
  - "lost {part} of the {whole}"
assert: part <= whole
message: "{part} is more than {whole}"
explain: |
  Nobody can lose more than there was.
examples:
  fires:
    - text: "They lost [[15]] of the [[12]] ships."
      says: "15 is more than 12"
  quiet:
    - text: "They lost 5 of the 12 ships."
"""
NOTE = RULE.replace("lost", "sent").replace("gone", "went").replace("severity: error", "severity: note")
WARNING = RULE.replace("lost", "sold").replace("gone", "went-away").replace("severity: error", "severity: warning")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("check", "a.txt", stdin="…")`` in a folder with three rules: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pack" / "desk"
    folder.mkdir(parents=True)
    for name, text in (("lost", RULE), ("sent", NOTE), ("sold", WARNING)):
        (folder / f"{name}.yaml").write_text(text)
    (tmp_path / "numcheck.yaml").write_text("extends: [pack/]\n")

    def go(*args: str, stdin: str | bytes = "") -> tuple[int, str, str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = main(args)
        except SystemExit as e:
            code = int(e.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return go


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], None]:
    def make(name: str, text: str) -> None:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return make
