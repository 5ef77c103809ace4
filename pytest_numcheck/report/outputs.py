"""The outputs by name, and where each goes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..base.write import replace_text
from . import github, gitlab, lines, rdjsonl, sarif
from .run import Run

#: Formats of a whole run; "jsonl" is written while it goes on.
FORMATS: dict[str, Callable[[Run], str]] = {
    "sarif": sarif.render,
    "github": github.commands,
    "github-summary": github.summary,
    "gitlab": gitlab.render,
    "rdjsonl": rdjsonl.render,
    "terminal": lines.render,
}


@dataclass(frozen=True, slots=True)
class Output:
    """One output that was asked for; without a path it goes to standard output."""

    format: str
    path: Path | None = None


def parse(text: str, base: Path, known: tuple[str, ...] = ("jsonl", *FORMATS)) -> Output:
    """``FORMAT`` or ``FORMAT=PATH``, the path counted from ``base``. Raises ValueError in plain words."""
    name, equals, path = text.partition("=")
    if name not in known:
        raise ValueError(f"there is no format {name!r}; there are {', '.join(sorted(known))}")
    if equals and not path:
        raise ValueError(f"{name}= wants a file")
    if name == "github-summary" and not equals and os.environ.get("GITHUB_STEP_SUMMARY"):
        return Output(name, Path(os.environ["GITHUB_STEP_SUMMARY"]))
    if name == "jsonl" and not equals:
        raise ValueError("jsonl wants a file: jsonl=FILE")
    target = base / path if equals else None
    if target is not None and target.is_dir():
        raise ValueError(f"{name} wants a file, and {path} is a folder")
    return Output(name, target)


def write(run: Run, output: Output) -> str:
    """Write the run to the output's file, whole or not at all, or give its text where it has none. Raises OSError.

    The summary of a GitHub step is added to what stands there already.
    """
    text = FORMATS[output.format](run)
    path = output.path
    if path is None:
        return text
    if output.format == "github-summary" and path.is_file():
        with path.open("a", encoding="utf-8") as out:
            out.write(text)
        return ""
    replace_text(path, text)
    return ""
