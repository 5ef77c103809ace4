"""What lights a number: the strongest thing that happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..company import alone

#: Strongest first. "possible": only a bound on the number itself was checked; "unchecked": no rule knew it;
#: "alone": nothing in the article could be held against it.
LIGHTS = ("error", "warning", "note", "waived", "agrees", "undecided", "possible", "unchecked", "alone")


def light_of(check: Mapping[str, Any]) -> str:
    """What a check, as in the report, does to its numbers."""
    if check["outcome"] == "inconsistent":
        return str(check["severity"])
    if check["outcome"] in ("waived", "undecided"):
        return str(check["outcome"])
    return "agrees" if len(set(check["mentions"])) > 1 else "possible"


def lights(record: Mapping[str, Any]) -> dict[int, str]:
    """Id of a number or cue → its light, for an article's line of the report. Cues that no check cites have none."""
    found: dict[int, str] = {}
    for check in record["checks"]:
        light = light_of(check)
        for i in check["mentions"]:
            found[i] = stronger(found.get(i, light), light)
    lonely = alone(record["mentions"], found)
    return {**{m["id"]: "alone" if m["id"] in lonely else "unchecked" for m in record["mentions"]}, **found}


def stronger(a: str, b: str) -> str:
    return a if LIGHTS.index(a) <= LIGHTS.index(b) else b


def counts(lit: Iterable[str]) -> dict[str, int]:
    """Light → how many, in order of strength, without those that none has."""
    seen = list(lit)
    return {light: n for light in LIGHTS if (n := seen.count(light))}


def checks_of(record: Mapping[str, Any]) -> dict[int, list[int]]:
    """Id → indices of the checks that cite it."""
    found: dict[int, list[int]] = {}
    for i, check in enumerate(record["checks"]):
        for m in dict.fromkeys(check["mentions"]):
            found.setdefault(m, []).append(i)
    return found
