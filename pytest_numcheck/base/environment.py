"""What the environment says about where we run."""

from __future__ import annotations

import os


def under_ci() -> bool:
    """Whether this is a CI job."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")
