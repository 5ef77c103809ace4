#!/usr/bin/env python3
"""Do what the three starts say, word for word, as somebody new would: save the files, type the commands, compare what is printed.

usage: python docs/try_starts.py [PAGE …]

It makes a new folder for each page and types `pip install` and all. Set PIP_FIND_LINKS to a folder with the built wheel.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from blocks import SAYS, blocks, told

DOCS = Path(__file__).resolve().parent
STARTS = ("start-copy-editor.md", "start-developer.md", "start-rule-author.md")
INSTALLING = re.compile(r"(python3 -m venv|\. \S+/bin/activate|pip install)")


def follow(page: Path, folder: Path, *, path: str | None = None) -> list[str]:
    """What went otherwise than the page says. With ``path`` for PATH nothing is installed: it leads to the programs."""
    wrong, printed, entered = [], "", ""
    ours = ("PYTEST_", "VIRTUAL_ENV", "PYTHONPATH", "CI", "GITHUB_", "COLUMNS")
    env = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    for block in blocks(page):
        if block.title == SAYS:
            if not told(block.text, printed):
                wrong.append(f"{block.where}: it does not say so, but:\n{printed}")
        elif block.title:
            target = folder / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
        elif block.lang == "sh":
            typed = [t for t in block.text.splitlines() if not (path and INSTALLING.match(t))]
            activate = next((t for t in typed if t.startswith(". ")), "")
            script = "\n".join(["set -e", *([entered] if entered else []), *typed])
            done = subprocess.run(["bash", "-c", script], cwd=folder, env=env | ({"PATH": path} if path else {}), text=True,
                                  encoding="utf-8", capture_output=True, timeout=600, check=False)
            printed, entered = done.stdout, entered or activate
            if done.returncode != block.leaves or "Traceback" in done.stdout + done.stderr:
                wrong.append(f"{block.where}: left with {done.returncode}:\n{done.stdout}{done.stderr}")
    return wrong


def main() -> int:
    failed = False
    for name in sys.argv[1:] or STARTS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            wrong = follow(DOCS / name, Path(folder))
        print(f"{name}: {time.monotonic() - begun:.1f} s, {'as it says' if not wrong else 'NOT as it says'}")
        for w in wrong:
            print(w)
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
