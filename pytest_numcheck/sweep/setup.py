"""What a worker must know before its first batch, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from ..base.caps import CAPS, Caps
from ..cache import digest
from ..language.ruleset import RuleSet
from .bundle import Bundle
from .code import code_state


def setup(rules: Bundle, ruleset: RuleSet, form: str, published: date | None = None, fields: Mapping[str, str] | None = None,
          publisher: str | None = None, caps: Caps = CAPS) -> dict[str, Any]:
    """``key`` and ``code`` are what a worker must come to by itself; ``id`` tells setups apart."""
    found = {"rules": rules, "key": ruleset.key, "code": code_state(), "format": form, "fields": fields and dict(fields),
             "published": published and published.isoformat(), "publisher": publisher, "caps": asdict(caps)}
    return {**found, "id": digest(found)}


def reading(made: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a setup that decides, beside the rules, how an item is read: what its key is made with."""
    return {name: made[name] for name in ("fields", "published", "publisher", "caps")}
