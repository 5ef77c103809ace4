"""What the compiler of expressions knows of each part before any number is bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..numbers.dimension import CLOCK, DATE, TEMPERATURE, Dimension
from .kinds import WEEKDAY
from .value import Environment, Value

if TYPE_CHECKING:
    from .registry import Tools

NUMERIC, LIST, TRUTH = "number", "list", "truth"
#: Dimensions whose values are places on a scale: only their differences can be added or multiplied.
POINTS = frozenset({CLOCK, DATE, WEEKDAY, TEMPERATURE})

Run = Callable[[Environment, "Tools"], Value]


@dataclass(frozen=True, slots=True)
class Named:
    """A name that expressions may use: its dimension, whether it is a number, list or truth, and whether it is bound."""

    dimension: Dimension | None = None
    what: str = NUMERIC
    #: a place of ``bind`` (a let or lookup is not)
    bound: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """A compiled part of an expression."""

    run: Run
    dimension: Dimension | None
    what: str = NUMERIC
    #: a literal zero, which compares with anything
    zero: bool = False
    #: the name, if the part is nothing but a name
    name: str | None = None
    #: that name is a place of ``bind``
    bound: bool = False
