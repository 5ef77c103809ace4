"""The nasty inputs as files, made once; and how the two ways in are run on them, as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fuzz"))
from inputs import Run, made


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(made(tmp_path_factory.mktemp("nasty")))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in ``tmp_path``: "numcheck" or "pytest" and its arguments; ``seconds`` is its time cap."""

    def go(what: str, *arguments: str, seconds: float = 120, **more: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", {"numcheck": "pytest_numcheck.cli", "pytest": "pytest"}[what], *arguments]
        env = {k: v for k, v in os.environ.items() if k not in ("CI", "GITHUB_ACTIONS", "PYTEST_ADDOPTS")}
        options = {"cwd": tmp_path, "env": env, "timeout": seconds, **more}
        return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, **options)  # type: ignore[call-overload,no-any-return]

    return go
