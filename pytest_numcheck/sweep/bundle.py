"""The rules as a sweep uses them from its first batch to its last: the texts of all their files, wherever they are read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.files import RECOMMENDED, RULESET_FILE

if TYPE_CHECKING:
    from ..language.ruleset import RuleSet

#: ``{"sources": [...], "files": {relative path: text}}``, plain data.
Bundle = dict[str, Any]


def bundle(sources: Sequence[str], root: Path) -> Bundle:
    """What ``load_rules(*sources, root=root)`` reads, less what comes with the package. Raises DataError, OSError."""
    from ..language.settings import read_settings
    names = list(sources) or [RULESET_FILE] * (root / RULESET_FILE).is_file() or [RECOMMENDED]
    settings = read_settings({"extends": names}, root)
    files = {Path(part.path) for part in settings.parts}
    folders = [s for s in settings.sources if isinstance(s, Path)]
    own = [s for s in names if not s.startswith("numcheck:")]
    known = [f.resolve() for f in files if f.is_file()] + [f.resolve() for d in folders for f in d.rglob("*.yaml")]
    places = [(root / s).resolve() for s in own]
    if not places:
        return {"sources": names, "files": {}}
    top = Path(os.path.commonpath([*known, *places, *(f.resolve() for f in folders)]))
    top = top.parent if top.is_file() or top in places else top
    return {"sources": [s if s not in own else places[own.index(s)].relative_to(top).as_posix() for s in names],
            "files": {f.relative_to(top).as_posix(): f.read_text(encoding="utf-8-sig") for f in sorted(set(known))}}


def unbundle(packed: Bundle) -> RuleSet:
    """The rule set; its ``key`` is that of the set that was packed."""
    from ..engine import load_rules
    with tempfile.TemporaryDirectory(prefix="numcheck-") as name:
        root = Path(name)
        for path, text in packed["files"].items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return load_rules(*packed["sources"], root=root)
