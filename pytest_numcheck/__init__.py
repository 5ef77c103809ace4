"""Checks that the numbers in a news article agree with each other.

``check_text`` and ``check_file`` give a Report; ``load_rules`` a rule set for them. Everything is loaded when it is
first asked for, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .articles.model import Article
    from .articles.read import UnreadableArticle, read_text
    from .base.strictyaml import DataError
    from .check.outcome import Check
    from .collect import NumcheckWarning
    from .engine import Report, check_file, check_text, load_rules
    from .language.model import Rule
    from .numbers.mention import Mention

__all__ = ["Article", "Check", "DataError", "Mention", "NumcheckWarning", "Report", "Rule", "UnreadableArticle",
           "check_file", "check_text", "load_rules", "read_text"]

_HOME = {"Article": "articles.model", "UnreadableArticle": "articles.read", "read_text": "articles.read",
         "DataError": "base.strictyaml",
         "Check": "check.outcome", "NumcheckWarning": "collect", "Report": "engine", "check_file": "engine",
         "check_text": "engine", "load_rules": "engine", "Rule": "language.model", "Mention": "numbers.mention"}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version
        return version("pytest-numcheck")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
