"""pre-commit itself: it clones this project from a local bare repository, builds its environment, and runs the hooks.

Nothing is fetched: what the package needs is found where these tests run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from bridge import REASON, RIGHT, ROOT, STORY, WRONG, Run, edit, environment, slip, waive

PARTS = ("pytest_numcheck", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


@pytest.fixture(scope="session")
def precommit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hooks' environment is built once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a bare repository with a release."""
    folder = tmp_path_factory.mktemp("project")
    work, bare = folder / "work", folder / "numcheck.git"
    work.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, work / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, work / part)
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Release"), ("tag", "v0.1.0"),
                    ("clone", "-q", "--bare", ".", str(bare))):
        subprocess.run(["git", *command], cwd=work, env=environment(folder), check=True, capture_output=True, timeout=60)
    return bare


@pytest.fixture
def hooked(newsroom: Path, project: Path) -> Path:
    """The newsroom, its pre-commit file pointing to the bare repository."""
    edit(newsroom, "https://github.com/OWNER/pytest-numcheck", str(project), ".pre-commit-config.yaml")
    return newsroom


def settings(home: Path) -> dict[str, str]:
    here = os.pathsep.join(dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib")))
    return {"PRE_COMMIT_HOME": str(home), "PYTHONPATH": here, "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "false",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1", "VIRTUALENV_NO_PERIODIC_UPDATE": "1"}


def test_a_slip_is_no_commit(run: Run, hooked: Path, precommit_home: Path) -> None:
    env = settings(precommit_home)
    (hooked / "articles" / "old.md").unlink()
    done = run("pre-commit", "run", "--all-files", cwd=hooked, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "numbers agree" in done.stdout
    assert "printed so in 1987; the archive is not rewritten" in done.stdout
    assert run("pre-commit", "install", cwd=hooked, **env).returncode == 0
    slip(hooked)
    done = run("git", "commit", "-qam", "The bridge", cwd=hooked, **env)
    assert done.returncode == 1
    assert f"{STORY}, line 8" in done.stderr + done.stdout
    assert "1.2-kilometre is 0.746 miles, not 7.5-mile." in done.stderr + done.stdout
    waive(hooked)
    done = run("git", "commit", "-qam", "The bridge", cwd=hooked, **env)
    assert done.returncode == 0, done.stderr
    assert REASON in done.stderr + done.stdout


def test_only_articles_and_rules_are_looked_at(run: Run, hooked: Path, precommit_home: Path) -> None:
    env = settings(precommit_home)
    edit(hooked, "        files: ^articles/\n", "", ".pre-commit-config.yaml")
    (hooked / "articles" / "old.md").unlink()
    (hooked / "notes.py").write_text(f"# the 5-mile (18 km) road, {WRONG}\n")
    (hooked / "CHANGELOG.md").write_text("The 5-mile (18 km) road.\n")
    (hooked / "rules" / "words").mkdir()
    (hooked / "rules" / "words" / "boats.yaml").write_text("- boat\n- ferry\n")
    assert run("git", "add", "-A", cwd=hooked).returncode == 0
    done = run("pre-commit", "run", "--all-files", cwd=hooked, **env)
    assert done.returncode == 0, done.stdout
    edit(hooked, "[[24.2-mile]]", "[[26.2-mile]]", "rules/desk/marathon.yaml")
    done = run("pre-commit", "run", "numcheck-rules", "--all-files", cwd=hooked, **env)
    assert done.returncode == 1
    assert "fires[0]" in done.stdout
    assert RIGHT in (hooked / STORY).read_text(encoding="utf-8")
