"""Units: the one pint registry, and what each unit name measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ...base.lexicon import default_lexicon
from ...base.strictyaml import did_you_mean
from ..dimension import (
    ANGLE,
    AREA,
    DATA,
    ENERGY,
    LENGTH,
    MASS,
    MONEY,
    NUMBER,
    POWER,
    PRESSURE,
    SPEED,
    TEMPERATURE,
    TEMPERATURE_DIFFERENCE,
    TIME,
    VOLUME,
    Dimension,
)
from ..known import pint_unit


class UnknownUnit(ValueError):
    """No such unit; ``str()`` says so in plain words and proposes a near one."""


@dataclass(frozen=True, slots=True)
class UnitInfo:
    """What a unit measures. A value in base units is ``value * scale + shift``; ``kind`` is a mention's kind."""

    kind: str
    dimension: Dimension
    scale: float
    shift: float = 0.0
    #: the currency, for money and money rates
    currency: str | None = None


_KINDS = {
    LENGTH: "length",
    AREA: "area",
    VOLUME: "volume",
    MASS: "mass",
    TIME: "duration",
    SPEED: "speed",
    ENERGY: "energy",
    POWER: "power",
    PRESSURE: "pressure",
    DATA: "data",
    ANGLE: "angle",
    MONEY: "money",
    TEMPERATURE: "temperature",
    TEMPERATURE_DIFFERENCE: "temperature-difference",
    Dimension.of(length=1, mass=1, time=-2): "force",
    Dimension.of(time=-1): "frequency",
    Dimension.of(current=1): "current",
    Dimension.of(length=2, mass=1, time=-3, current=-1): "voltage",
    Dimension.of(mass=1, length=-3): "density",
}
_BASES = {
    "[length]": "length",
    "[mass]": "mass",
    "[time]": "time",
    "[temperature]": "temperature-difference",
    "[current]": "current",
    "[substance]": "substance",
    "[luminosity]": "luminosity",
}
#: Units that pint does not have, or has with another meaning than news prose.
_OWN = {
    "percent": UnitInfo("percent", NUMBER, 0.01),
    "percentage_point": UnitInfo("percent-point", NUMBER, 0.01),
    "basis_point": UnitInfo("percent-point", NUMBER, 0.0001),
    "degree_Celsius": UnitInfo("temperature", TEMPERATURE, 1.0, 273.15),
    "degree_Fahrenheit": UnitInfo("temperature", TEMPERATURE, 5 / 9, 459.67 * 5 / 9),
    "kelvin": UnitInfo("temperature", TEMPERATURE, 1.0),
    "delta_degree_Celsius": UnitInfo("temperature-difference", TEMPERATURE_DIFFERENCE, 1.0),
    "delta_degree_Fahrenheit": UnitInfo("temperature-difference", TEMPERATURE_DIFFERENCE, 5 / 9),
    "decade": UnitInfo("duration", TIME, 315_576_000.0),  # pint has a logarithmic one
    "decibel": UnitInfo("measure", NUMBER, 1.0),
    "magnitude": UnitInfo("measure", NUMBER, 1.0),
}


@cache
def registry() -> Any:
    """The registry: made once, on first need. (pint is imported here so that nobody pays for it before.)"""
    import pint

    return pint.UnitRegistry(autoconvert_offset_to_baseunit=False)


@lru_cache(maxsize=4096)
def unit_info(name: str) -> UnitInfo:
    """What ``name`` measures: a pint name, an ISO currency code, "percent", or a quotient or product of such
    ("kilometer/hour", "USD/oil_barrel", "person/kilometer**2", "death/100000"). Raises UnknownUnit."""
    return _info(name, strict=True)


@lru_cache(maxsize=4096)
def loose_unit_info(name: str) -> UnitInfo:
    """The same where a part that is no unit is a counted noun ("soldier/day" is 1/time)."""
    return _info(name, strict=False)


def _info(name: str, strict: bool) -> UnitInfo:
    if name in _OWN:
        return _OWN[name]
    dimension, scale, currency = NUMBER, 1.0, None
    parts = name.split("/")
    for i, part in enumerate(parts):
        for factor in part.replace("**", "^").split("*"):
            base, _, power = factor.strip().partition("^")
            d, s, c = _part(base, strict)
            for _ in range(int(power) if power.isdigit() and power else 1):
                dimension, scale = (dimension / d, scale / s) if i else (dimension * d, scale * s)
            currency = currency or c
    if len(parts) > 1 and dimension != SPEED:
        kind = _KINDS.get(dimension, "rate") if dimension in (Dimension.of(mass=1, length=-3), PRESSURE) else "rate"
    else:
        kind = _KINDS.get(dimension, "measure")
    return UnitInfo(kind, dimension, scale, 0.0, currency)


def _part(base: str, strict: bool) -> tuple[Dimension, float, str | None]:
    if re.fullmatch(r"[0-9]{1,15}", base):
        return NUMBER, float(base), None
    if (own := _OWN.get(base)) is not None:
        return (TEMPERATURE_DIFFERENCE if own.dimension == TEMPERATURE else own.dimension), own.scale, None
    if (money := _money(base)) is not None:
        return MONEY, money[1], money[0]
    found = _from_pint(base)
    if found is not None:
        return *found, None
    if strict:
        raise UnknownUnit(
            f"'{base}' is no unit that is known here{did_you_mean(base, list(default_lexicon().table('units')['units']))}"
        )
    return NUMBER, 1.0, None


@cache
def _moneys() -> dict[str, tuple[str, float]]:
    table = default_lexicon().table("currencies")
    found = {code: (code, 1.0) for code in table["currencies"]}
    return found | {name: (part["of"], part["scale"]) for name, part in table["parts"].items()}


def _money(name: str) -> tuple[str, float] | None:
    found = _moneys().get(name)
    if found is None and "_" in name and name.rpartition("_")[2] in default_lexicon().table("currencies")["shared"]:
        return name, 1.0
    return found


@lru_cache(maxsize=2048)
def _from_pint(name: str) -> tuple[Dimension, float] | None:
    if not re.fullmatch(r"[A-Za-zµμ_][A-Za-z0-9µμ_]{0,60}", name):
        return None
    known = pint_unit(name)
    return ask_pint(name) if isinstance(known, bool) else known


def ask_pint(name: str) -> tuple[Dimension, float] | None:
    """What pint itself makes of ``name``: dimension and scale, or None where it knows no such unit."""
    ureg = registry()
    try:
        # Root units keep bit and radian, which base units would drop as plain numbers.
        factor, roots = ureg.get_root_units(ureg.Unit(name))
        powers: dict[str, int] = {}
        for root, power in roots._units.items():
            base = {"bit": "data", "radian": "angle"}.get(root)
            for dim, p in (
                {base: 1} if base else {_BASES.get(k, k): v for k, v in ureg.get_dimensionality(root).items()}
            ).items():
                powers[dim] = powers.get(dim, 0) + int(p * power)
    except Exception:  # pint raises many kinds of error for a name that it does not know
        return None
    # pint's base of mass is the gram
    scale = float(factor) * 0.001 ** powers.get("mass", 0) if "gram" in dict(roots._units.items()) else float(factor)
    return Dimension(tuple(sorted((k, v) for k, v in powers.items() if v))), scale
