"""Which files git says have changed: what a gate on a pull request needs to look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

_TIMEOUT = 60


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """Files below git's top folder that differ from where the current branch left ``revision``, and untracked ones.

    Raises ValueError in plain words: no git, no repository, no such revision.
    """
    if revision.startswith("-") or not revision.strip():
        raise ValueError(f"{revision!r} is no revision")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}",
                  fault=f"git knows no revision {revision!r} (a shallow clone needs its history fetched)").strip()
    try:
        base = _git(folder, "merge-base", commit, "HEAD").strip() or commit
    except ValueError:
        base = commit
    named = _git(top, "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", base, "--")
    named += _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(top / name for name in named.split("\0") if name)


def _git(folder: Path, *args: str, fault: str | None = None) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *args], capture_output=True, timeout=_TIMEOUT, check=False,
                              stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise ValueError("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise ValueError(f"git {args[0]} took longer than {_TIMEOUT} s") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise ValueError(fault or said or f"git {args[0]} failed")
    return done.stdout.decode(errors="surrogateescape")
