"""The story of the bridge, the slip in it, and the surroundings in which the gates run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).resolve().parents[2]
STORY = "articles/harbour-bridge.md"
RIGHT, WRONG = "0.75-mile", "7.5-mile"
REASON = "as the authority's own notice has it"
#: ``run("git", "status", cwd=folder, CI="true")``
Run = Callable[..., CompletedProcess[str]]
_NOT_OURS = ("GITHUB_", "CI", "GIT_", "NUMCHECK_", "PYTEST_", "COV_")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What the commands see: this environment's programs, no CI that is not said, no git settings of this machine."""
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "desk"), ("EMAIL", "desk@example.org"))}
    return {**{k: v for k, v in os.environ.items() if not k.startswith(_NOT_OURS)}, **who,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder),
            "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more}


def slip(newsroom: Path) -> None:
    """Plant it."""
    edit(newsroom, RIGHT, WRONG)


def waive(newsroom: Path) -> None:
    """Sign for it in the story."""
    line = next(x for x in (newsroom / STORY).read_text(encoding="utf-8").split("\n") if WRONG in x)
    edit(newsroom, line, f"<!-- numcheck: ignore convert/bracket -- {REASON} -->\n{line}")


def edit(newsroom: Path, old: str, new: str, story: str = STORY) -> None:
    path = newsroom / story
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
