"""Who published an article: a field of its row."""

from __future__ import annotations

import json
from typing import Any

from ..articles.sniff import LINES
from .item import Item

USUAL = ("publisher", "source", "provider", "outlet", "newspaper", "site")


def publisher(item: Item, field: str | None = None) -> str | None:
    """The text at ``field`` (a dotted path), or at the first usual one; None for files and where there is none."""
    if item.suffix not in LINES:
        return None
    try:
        row = json.loads(item.data)
    except (ValueError, RecursionError):
        return None
    for path in (field,) if field else USUAL:
        found = _text(row, path)
        if found:
            return found
    return None


def _text(value: Any, path: str) -> str | None:
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return None
    return " ".join(value.split()).encode(errors="replace").decode() or None
