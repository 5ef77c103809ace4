"""Figures and units in the words of a message."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...base.lexicon import default_lexicon
from ..amounts.units import loose_unit_info
from ..dimension import Dimension
from ..mention import Mention

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Style:
    """How values of one unit are written: ``value`` in base units is ``(value - shift) / scale`` of it."""

    scale: float = 1.0
    shift: float = 0.0
    before: str = ""
    one: str = ""
    many: str = ""
    after: str = ""

    def write(self, x: float, digits: int, grouped: bool = False) -> str:
        """``x`` (in the unit) with ``digits`` significant digits, more where a whole part has more."""
        figure = number(abs(x), digits, grouped)
        sign = "-" if x < 0 and figure.strip("0.") else ""
        if self.before and "." in figure and figure[-2:-1] == "." and abs(x) < 1000:
            figure += "0"
        word = self.one if figure == "1" else self.many
        return f"{sign}{self.before}{figure}{f' {word}' if word else ''}{self.after}"


def number(x: float, digits: int = 3, grouped: bool = False) -> str:
    """A plain figure: "12,000", "4.38 million", "0.25". ``grouped``: never with a magnitude word."""
    if not math.isfinite(x):
        return "any number"
    if not grouped:
        for size, word in _LARGE:
            if abs(x) >= size * (1 - 0.5 * 10 ** -max(digits, 3)):
                return f"{_decimal(x / size, digits)} {word}"
    return _decimal(x, digits)


def shown(x: float, digits: int, grouped: bool = False) -> float:
    """The value that ``number`` would print."""
    if not grouped:
        for size, _ in _LARGE:
            if abs(x) >= size * (1 - 0.5 * 10 ** -max(digits, 3)):
                return round(x / size, _places(x / size, digits)) * size
    return round(x, _places(x, digits))


def _places(x: float, digits: int) -> int:
    return max(0, digits - 1 - math.floor(math.log10(abs(x)))) if x else 0


def _decimal(x: float, digits: int) -> str:
    text = f"{x:,.{min(_places(x, digits), 12)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def style_for(dimension: Dimension, size: float, like: Mention | None, unit: str | None, currency: str | None) -> Style:
    """The style of ``unit``, else of ``like``, else of the unit usual for a value of ``size`` (base units)."""
    if unit is not None:
        info = loose_unit_info(unit)
        return _styled(unit, info.scale, info.shift, like)
    if like is not None and like.dimension == dimension and like.kind != "ratio":
        if like.unit is not None and like.unit != like.currency:
            return _styled(like.unit, like.scale, like.shift, like)
        if like.kind == "multiplier":
            return Style(after=" times")
        if not like.currency:
            return Style(like.scale, like.shift)
    if like is not None and like.kind == "ratio" and like.dimension == dimension:
        return Style(0.01, after="%")
    if dimension.powers == (("money", 1),):
        return _money(currency or (like.currency if like else None), like)
    for name, units in default_lexicon().table("say")["defaults"].items():
        if _DIMENSIONS.get(name) == dimension:
            chosen = next(u for u, least in units.items() if abs(size) >= least)
            info = loose_unit_info(chosen)
            return _styled(chosen, info.scale, info.shift, like)
    return Style()


def _styled(unit: str, scale: float, shift: float, like: Mention | None) -> Style:
    table = default_lexicon().table("say")
    if unit in table["signs"]:
        return Style(scale, shift, after=str(table["signs"][unit]))
    if unit in table["units"]:
        one, many = (_spelled(str(w), like) for w in table["units"][unit])
        return Style(scale, shift, one=one, many=many)
    if "/" in unit:
        first, *rest = unit.split("/")
        base = _money(first, like) if first in default_lexicon().table("currencies")["currencies"] else _counted(first, like)
        return Style(scale, shift, base.before, base.one, base.many, base.after + "".join(map(_per, rest)))
    if unit in default_lexicon().table("currencies")["currencies"]:
        money = _money(unit, like)
        return Style(scale, shift, money.before, money.one, money.many, money.after)
    words = unit.replace("_", " ")
    return Style(scale, shift, one=words, many=words if words.endswith("s") else f"{words}s")


def _counted(unit: str, like: Mention | None) -> Style:
    if unit.isdigit():
        return Style()
    if unit in default_lexicon().table("say")["units"] or unit in default_lexicon().table("say")["signs"]:
        return _styled(unit, 1.0, 0.0, like)
    return Style(one=unit, many=like.noun if like is not None and like.noun else f"{unit}s")


def _per(unit: str) -> str:
    if unit.isdigit():
        return f" per {int(unit):,}"
    words = default_lexicon().table("say")["units"].get(unit, [unit.replace("_", " ")])[0]
    return f" {'an' if words[0] in 'aeio' or words == 'hour' else 'a'} {words}"


def _money(currency: str | None, like: Mention | None) -> Style:
    if currency is None:
        return Style()
    signs = [str(s) for s in default_lexicon().table("currencies")["currencies"].get(currency, {}).get("signs", ())]
    if like is not None:
        printed = [s for s in signs if like.text.startswith(s)]
        if printed:
            return Style(before=max(printed, key=len))
    return Style(before=signs[0]) if signs else Style(before=f"{currency} ")


def _spelled(word: str, like: Mention | None) -> str:
    british = default_lexicon().table("say")["british"]
    if like is not None and ("metre" in like.text or "litre" in like.text):
        for us, uk in british.items():
            if word == us or word.endswith(f" {us}"):
                return word.removesuffix(us) + str(uk)
    return word


_DIMENSIONS = {
    "length": Dimension.of(length=1), "mass": Dimension.of(mass=1), "area": Dimension.of(length=2),
    "volume": Dimension.of(length=3), "speed": Dimension.of(length=1, time=-1), "temperature": Dimension.of(temperature=1),
    "temperature-difference": Dimension.of(temperature_difference=1), "power": Dimension.of(mass=1, length=2, time=-3),
    "energy": Dimension.of(mass=1, length=2, time=-2), "pressure": Dimension.of(mass=1, length=-1, time=-2),
    "data": Dimension.of(data=1), "angle": Dimension.of(angle=1),
}  # fmt: skip
