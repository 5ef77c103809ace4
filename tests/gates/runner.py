"""As much of GitHub's and GitLab's runners as the newsroom's CI files need."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import yaml
from bridge import ROOT, Run

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, JOBS = yaml.safe_load_all((ROOT / "templates" / "numcheck.gitlab-ci.yml").read_text(encoding="utf-8"))
TEMPLATE = "templates/numcheck.gitlab-ci.yml"


def action(run: Run, newsroom: Path, *, base: str | None = "main", **given: str) -> CompletedProcess[str]:
    """The composite action's own step, as the newsroom's workflow calls it; its files are put beside the newsroom."""
    workflow = yaml.safe_load((newsroom / ".github/workflows/numcheck.yml").read_text(encoding="utf-8"))
    (step,) = [s for s in workflow["jobs"]["articles"]["steps"] if "pytest-numcheck@" in s.get("uses", "")]
    asked = {**step["with"], **{k.replace("_", "-"): v for k, v in given.items()}}
    assert set(asked) <= set(ACTION["inputs"])
    (work,) = [s for s in ACTION["runs"]["steps"] if s.get("id") == "numcheck"]
    inputs = {name: asked.get(name, said["default"]) for name, said in ACTION["inputs"].items()}
    env = {name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], value) for name, value in work["env"].items()}
    assert "${{" not in work["run"] + "".join(env.values())
    beside = newsroom.parent
    for name in ("summary", "output"):
        (beside / name).write_text("")
    env |= {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(beside / "output"),
            "GITHUB_STEP_SUMMARY": str(beside / "summary"), **({"GITHUB_BASE_REF": base} if base else {})}
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", work["run"], cwd=newsroom, **env)


def gitlab(run: Run, newsroom: Path, *, base: str | None = None, **given: Any) -> CompletedProcess[str]:
    """The template's job, as the newsroom's pipeline includes it."""
    pipeline = yaml.safe_load((newsroom / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (include,) = pipeline["include"]
    assert include["remote"].endswith(TEMPLATE)
    asked = {**include["inputs"], **{k.replace("_", "-"): v for k, v in given.items()}}
    assert set(asked) <= set(SPEC["spec"]["inputs"])
    inputs = {name: asked.get(name, said["default"]) for name, said in SPEC["spec"]["inputs"].items()}
    job = JOBS["numcheck"]
    shown = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in inputs.items()}
    env = {name: re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda m: shown[m[1]], value)
           for name, value in job["variables"].items()}
    env |= {"CI": "true", "GITLAB_CI": "true", **({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {})}
    return run("sh", "-e", "-c", "\n".join(job["script"]), cwd=newsroom, **env)
