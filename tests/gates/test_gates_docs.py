"""docs/gates.md and docs/plugins.md show the files themselves, and what they say is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
import yaml
from bridge import ROOT
from runner import ACTION, SPEC

from pytest_numcheck import hookspecs
from pytest_numcheck.serve.asked import FIELDS, TYPES

GATES, PLUGINS = ((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("gates", "plugins"))
NEWSROOM, SCOOP = ROOT / "examples" / "newsroom", ROOT / "tests" / "data" / "pytest-scoop"


@pytest.mark.parametrize("name", [".github/workflows/numcheck.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"])
def test_the_newsrooms_files_are_shown(name: str) -> None:
    assert f"```yaml\n{(NEWSROOM / name).read_text(encoding='utf-8')}```\n" in GATES


@pytest.mark.parametrize("name", ["pyproject.toml", "pytest_scoop/__init__.py"])
def test_the_example_package_is_shown(name: str) -> None:
    assert f"\n{(SCOOP / name).read_text(encoding='utf-8')}```\n" in PLUGINS


def test_every_input_and_hook_is_told() -> None:
    for name, said in ACTION["inputs"].items():
        default = f"`{said['default']}` " if said["default"] else ""
        assert f"\n| `{name}` | {default}| " in GATES, name
    assert [name for name in SPEC["spec"]["inputs"] if f"`{name}`" not in GATES] == []
    hooks = [name for name in vars(hookspecs) if name.startswith("pytest_numcheck_")]
    assert len(hooks) == 3
    assert [name for name in hooks if f"| `{name}(" not in PLUGINS] == []
    assert [name for name in (*TYPES, *FIELDS) if name not in GATES] == []


def test_the_python_shown_works() -> None:
    code = re.findall(r"```python\n(.*?)```", GATES, re.S)[0]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "error 5 miles is 8.05 km, not 18 km.\n"


def test_the_command_shown_works() -> None:
    (command,) = re.findall(r"^numcheck (check - .*) < story.html$", GATES, re.M)
    story = "<p>The new road is 5 miles (18 km) long.</p>"
    done = subprocess.run([sys.executable, "-m", "pytest_numcheck.cli", *command.split()], input=story, capture_output=True,
                          text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout)["article"] == "story.html"


def test_the_readmes_hooks_are_hooks() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [text for text in re.findall(r"```yaml\n(.*?)```", readme, re.S) if "repos:" in text]
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for repo in yaml.safe_load(shown)["repos"] for hook in repo["hooks"]} == known
