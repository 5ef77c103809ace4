"""Where the rule packs and data that come with the package lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

#: the rule set file that is taken up where it lies in the root folder, and the set that holds where there is none
RULESET_FILE, RECOMMENDED = "numcheck.yaml", "numcheck:recommended@1"


@cache
def rules_root() -> Path:
    """The folder of the built-in rules: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
