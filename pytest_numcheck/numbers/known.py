"""What pint and quantulum3 answer about the units of our tables, kept so that most runs need load neither.

``known.json`` holds answers of one version of each; with another version (or with quantulum3's classifier installed,
which answers otherwise) it is left aside and the libraries are asked. Remake it with
``python -m pytest_numcheck.numbers.known`` after a change of the tables or of a version.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..base.lexicon import default_lexicon
from .dimension import Dimension

_FILE = Path(__file__).with_name("known.json")
#: what may stand behind "per" beside a unit of a table, in the words in which quantulum3 is asked
_PER = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "kilometer", "mile", "acre",
        "hectare", "liter", "gallon", "kilogram", "ton", "kilometer**2", "mile**2")


@cache
def _answers() -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _installed(name: str) -> bool:
    """Whether the version that the answers are of is the one in use."""
    try:
        return bool(version(name) == _answers().get(name))
    except PackageNotFoundError:
        return False


@cache
def _units() -> dict[str, tuple[Dimension, float]] | None:
    if not _installed("pint"):
        return None
    rows = _answers()["units"].items()
    return {name: (Dimension(tuple((str(k), int(p)) for k, p in powers)), scale) for name, (powers, scale) in rows}


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(_answers()["names"]), tuple(_answers()["prefixes"])


def pint_unit(name: str) -> tuple[Dimension, float] | bool | None:
    """Dimension and scale of pint's ``name``; None if pint has no such unit; False if pint must be asked."""
    units = _units()
    if units is None:
        return False
    return units[name] if name in units else None if not _could_be(name) else False


def _could_be(name: str) -> bool:
    """Whether pint could read ``name``: as a name of its own, with a prefix, in the plural."""
    names, prefixes = _names()
    for prefix in prefixes:
        if name.startswith(prefix):
            rest = name[len(prefix):]
            if rest in names or (rest.endswith("s") and rest[:-1] in names):
                return True
    return False


def windows() -> dict[str, str]:
    """quantulum3's answers by window, as ``quantulum.preload`` takes them."""
    classifier = find_spec("sklearn") is not None and find_spec("stemming") is not None
    if classifier or not _installed("quantulum3") or _answers()["quantulum-names"] != _renamed():
        return {}
    found: dict[str, str] = _answers()["windows"]
    return found


def _renamed() -> dict[str, str]:
    """The table by which quantulum3's names become pint's, which the answers went through."""
    return {str(k): str(v) for k, v in default_lexicon().table("quantulum-names")["names"].items()}


# ---- making the file


def made() -> dict[str, Any]:
    """What the file should hold for the versions in use: every answer asked for anew."""
    from .amounts import quantulum, units

    ureg = units.registry()
    unit_names, phrases = _asked()
    answers = {n: f for n in unit_names if (f := units.ask_pint(n)) is not None}
    return {
        "pint": version("pint"), "quantulum3": version("quantulum3"), "quantulum-names": _renamed(),
        "units": {n: [list(map(list, d.powers)), s] for n, (d, s) in sorted(answers.items())},
        "names": sorted({k for k in ureg._units if k.isidentifier()}),
        "prefixes": sorted({"", *ureg._prefixes}),
        "windows": {w: quantulum.ask(w) or "" for w in sorted(phrases)},
    }


def _asked() -> tuple[set[str], set[str]]:
    """The names that pint and the windows that quantulum3 is asked about for the units of the tables."""
    from .amounts.currencies import currencies
    from .amounts.unitwords import unit_words

    table = unit_words(default_lexicon())
    surfaces = {**table.words, **table.short, **table.spaced}
    names = {part for unit in (*surfaces.values(), *table.glued.values(), *_PER) for part in _parts(unit)}
    phrases = {*surfaces, *table.glued, *currencies(default_lexicon()).words}
    phrases |= {f"{power} {s}" for power in table.powers for s in (*table.words, *table.short)}
    phrases |= {f"{unit.replace('_', ' ')}s per {per.replace('_', ' ')}" for unit in {*surfaces.values()} for per in _PER}
    fit = {f"7 {p}" for p in phrases if len(p) < 46 and not any(c.isdigit() for c in p)}
    names |= {str(n) for n in default_lexicon().table("quantulum-names")["names"].values() if n}
    names |= {s.replace(" ", "_") for s in surfaces if s.replace(" ", "_").isidentifier()} | {f"{n}s" for n in names}
    return {p for n in names for p in _parts(n)}, fit


def _parts(unit: str) -> Iterator[str]:
    for part in unit.split("/"):
        for factor in part.split("*"):
            if factor and not factor.isdigit():
                yield factor


if __name__ == "__main__":
    from . import known  # the module that the readers use, not this copy of it

    known._answers.cache_clear()
    _FILE.write_text(json.dumps(known.made(), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
