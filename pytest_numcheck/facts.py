"""What a run needs to know of its rule set when no article is judged anew: kept, so that the rules need not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .base.files import RECOMMENDED
from .cache import Store, digest

if TYPE_CHECKING:
    from .language.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Facts:
    """``key`` of the rule set, the ids of its rules, and former ids."""

    key: str
    ids: tuple[str, ...]
    aliases: Mapping[str, str]


def facts(rules: Callable[[], RuleSet], sources: Sequence[str], severities: Mapping[str, str], shipped: str,
          store: Store | None) -> Facts:
    """The facts of the rule set that ``rules`` would load from ``sources``.

    Those of the recommended set alone are kept in ``store`` for as long as ``shipped``, the state of the package, lasts:
    a set that could be loaded once can be loaded again. ``rules`` may raise what it likes.
    """
    key = digest("facts", RECOMMENDED, sorted(severities.items()), shipped)
    kept = store.get("rule set", key) if store is not None and set(sources) == {RECOMMENDED} else None
    if kept is not None:
        return Facts(kept["key"], tuple(kept["ids"]), kept["aliases"])
    ruleset = rules()
    found = Facts(ruleset.key, tuple(r.id for r in ruleset.rules), dict(ruleset.aliases))
    if store is not None and set(sources) == {RECOMMENDED}:
        store.put("rule set", key, {"key": found.key, "ids": found.ids, "aliases": found.aliases})
    return found
