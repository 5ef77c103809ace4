"""The state of everything that decides what is found, save the rules: by content, so that it is the same on every machine."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from ..base.files import rules_root
from ..cache import digest
from ..language.load import DATA_FOLDERS

#: The rooms and modules that read, judge and tell; a change of the command line makes nobody check a million articles again.
_ROOMS = ("articles", "base", "check", "language", "links", "numbers", "report")
_MODULES = ("engine.py", "waive.py", "sweep/judge.py", "sweep/publisher.py", "sweep/mask.py", "sweep/schema.py")
_LIBRARIES = ("pint", "quantulum3", "regex", "pyyaml", "trafilatura", "lxml")


@cache
def code_state() -> str:
    """Changes with the code, the words and data that come with it, and the libraries that it reads by."""
    package = Path(__file__).resolve().parent.parent
    files = [f for room in _ROOMS for f in (package / room).rglob("*") if f.suffix in (".py", ".json")
             and "__pycache__" not in f.parts]
    found = [(f.relative_to(package).as_posix(), _sum(f)) for f in (*files, *(package / m for m in _MODULES))]
    data = [f for folder in DATA_FOLDERS for f in (rules_root() / folder).rglob("*.yaml")]
    found += [(f.relative_to(rules_root()).as_posix(), _sum(f)) for f in data]
    return digest(sorted(found), [_version(name) for name in _LIBRARIES])


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version
    try:
        return version(name)
    except PackageNotFoundError:
        return None
