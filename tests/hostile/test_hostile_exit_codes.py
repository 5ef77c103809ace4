"""The tables of docs/exit-codes.md, row by row."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from inputs import Run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exit-codes.md"
GOOD, BAD = "Of the 12 boats, 10 were lost.\n", "Of the 12 boats, 15 were lost.\n"
WARNS = "numcheck.yaml"
FILES = {
    "good.txt": GOOD,
    "bad.txt": BAD,
    "none.txt": "Nothing here.\n",
    "nul.txt": "5 \0",
    "long.txt": GOOD * 9,
    "empty/x.bin": "",
    "warn.yaml": "rules: {parts/*: warning}\n",
    "broken.yaml": "rules: [\n",
    "rules/x.yaml": "rule: rules/x\n",
    "unneeded.md": f"<!-- numcheck: ignore parts/part-whole -- so -->\n\n{GOOD}",
    "sign.yaml": "version: 1\nfindings: 5\n",
    "one/a.txt": GOOD,
}

#: what is run, the code, and words of the row that says so
PYTEST = [
    (["good.txt"], 0, "every check passed"),
    (["none.txt"], 0, "nothing in them can be checked"),
    (["one", "--numcheck-changed-since", "HEAD"], 0, "nothing has changed"),
    (["bad.txt", "--numcheck-rules", "warn.yaml"], 0, "warned"),
    (["long.txt", "--numcheck-max-numbers", "4"], 0, "undecided"),
    (["bad.txt"], 1, "a check failed"),
    (["bad.txt", "--numcheck-rules", "warn.yaml", "--numcheck-fail-on", "warning"], 1, "a warning too"),
    (["nul.txt"], 1, "could not be read"),
    (["good.txt", "--numcheck-max-size", "5"], 1, "too large"),
    (["long.txt", "--numcheck-max-numbers", "4", "--numcheck-strict"], 1, "cut short"),
    (["unneeded.md", "--numcheck-strict"], 1, "is not needed"),
    (["good.txt", "--numcheck-json", "/dev/full"], 1, "could not be written"),
    (["none.txt", "good.txt", "long.txt", "--numcheck-cov-fail-under", "100", "long.txt", "lone.txt"], 1, "numeric coverage"),
    (["rules/x.yaml"], 2, "a rule file named as a test is broken"),
    (["--numcheck-published", "soon", "good.txt"], 4, "an option"),
    (["nowhere.txt"], 4, "a path"),
    (["--numcheck-rules", "broken.yaml", "good.txt"], 4, "the rule set"),
    (["--numcheck-baseline", "sign.yaml", "good.txt"], 4, "the baseline"),
    (["empty"], 5, "no article was found"),
    (["good.txt", "-k", "nothing"], 5, "none of the cases was picked"),
]
CHECK = [
    (["good.txt"], 0, "nothing that fails"),
    (["bad.txt", "--rules", "warn.yaml"], 0, "nothing that fails"),
    (["bad.txt"], 1, "cannot all be right"),
    (["bad.txt", "--rules", "warn.yaml", "--fail-on", "warning"], 1, "a warning too"),
    (["long.txt", "--max-numbers", "4", "--strict"], 1, "cut short"),
    (["unneeded.md", "--strict"], 1, "is not needed"),
    (["lone.txt", "good.txt", "--cov-fail-under", "100"], 1, "numeric coverage"),
    (["nul.txt", "bad.txt"], 2, "could not be read"),
    (["good.txt", "--output", "sarif=/dev/full"], 2, "could not be written"),
    (["good.txt", "--max-size", "x"], 2, "an option"),
    (["nowhere.txt"], 2, "a path"),
    (["--rules", "broken.yaml", "good.txt"], 2, "the rule set"),
    (["--baseline", "sign.yaml", "good.txt"], 2, "the baseline"),
    (["empty"], 2, "no article in a folder"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in {**FILES, "lone.txt": "Of the 12 boats, 10 were lost. There were 40 men and 50 men.\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def says(heading: str, code: int, words: str) -> bool:
    """Whether a row of the table under ``heading`` gives the code for these words."""
    part = PAGE.read_text(encoding="utf-8").partition(f"## {heading}")[2].partition("\n## ")[0]
    return any(int(row[1]) == code and words in row[2] for row in re.finditer(r"^\| (\d+) \| (.*) \|$", part, re.M))


@pytest.mark.parametrize(("arguments", "code", "words"), PYTEST, ids=lambda v: v if isinstance(v, str) else None)
def test_pytest(desk: Path, run: Run, arguments: list[str], code: int, words: str) -> None:
    if "--numcheck-changed-since" in arguments:
        for git in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
            subprocess.run(["git", *git], cwd=desk, check=True, timeout=60)
    done = run("pytest", "--numcheck", "-p", "no:cacheprovider", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert says("pytest --numcheck", code, words)


@pytest.mark.parametrize(("arguments", "code", "words"), CHECK, ids=lambda v: v if isinstance(v, str) else None)
def test_check(desk: Path, run: Run, arguments: list[str], code: int, words: str) -> None:
    done = run("numcheck", "check", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert says("numcheck check", code, words)
