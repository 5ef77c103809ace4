"""The newsroom of examples/ in a git repository with an origin."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from bridge import ROOT, Run, environment


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("git", "status", cwd=folder, CI="true")``."""
    def go(*command: str, cwd: Path, stdin: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=cwd, env=environment(tmp_path, **more), input=stdin, text=True, encoding="utf-8",
                              capture_output=True, timeout=300, check=False)
    return go


@pytest.fixture
def newsroom(tmp_path: Path, run: Run) -> Path:
    """A clone of the newsroom's origin, on a branch of its own; a story on main has a slip that the branch does not touch."""
    first, origin, clone = tmp_path / "first", tmp_path / "origin.git", tmp_path / "newsroom"
    shutil.copytree(ROOT / "examples" / "newsroom", first, ignore=shutil.ignore_patterns(".pytest_cache", "__pycache__"))
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "The newsroom")):
        assert run("git", *command, cwd=first).returncode == 0
    (first / "articles" / "old.md").write_text("The council raised the 5-mile (18 km) limit.\n", encoding="utf-8")
    for command in (("add", "-A"), ("commit", "-q", "-m", "An old story"), ("clone", "-q", "--bare", ".", str(origin)),
                    ("clone", "-q", origin.as_uri(), str(clone))):
        assert run("git", *command, cwd=first).returncode == 0
    assert run("git", "switch", "-q", "-c", "story", cwd=clone).returncode == 0
    return clone
