"""JSON Lines: one article a line, the same bytes for the same verdicts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

#: Characters that JSON lets stand but that some readers take for the end of a line.
_BREAKS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def line(record: Mapping[str, Any]) -> str:
    """The record on one line, without the line's end."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_BREAKS)
