"""Expressions of rules: compiled once to closures, evaluated on intervals with three-valued truth.

Only figures, names, unit names, ``+ - * /``, comparisons, ``and or not`` and the functions of functions.py exist.
Dimensions are checked when an expression is compiled; a number of unknown dimension is checked when it is bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..numbers.dimension import Dimension
from .amounts import Tolerance
from .compiler import Compiler
from .grammar import Report, parse
from .registry import Tools
from .typed import TRUTH, Named, Run
from .value import Environment, Undecided, Value

__all__ = ["Expression", "Named", "Tolerance", "Tools", "Undecided", "Value", "compile_expression"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. ``what`` is number, list or truth; ``dimension`` None where only a binding tells."""

    source: str
    what: str
    dimension: Dimension | None
    #: the names that it uses, in order of appearance
    names: tuple[str, ...]
    _run: Run = field(repr=False, compare=False)

    def evaluate(self, env: Environment, tools: Tools) -> Value:
        """Its value in ``env``; raises Undecided where a date, base or figure is missing."""
        return self._run(env, tools)


def compile_expression(source: str, names: Mapping[str, Dimension | Named | None], *, error: Report,
                       tolerance: Tolerance | None = None, want: str | None = None) -> Expression:
    """Compile ``source``; raises ``error(what, offset)`` where it is not allowed or its dimensions do not fit.

    ``names`` are the bound places, lets and lookups (a Dimension, None where unknown, or a Named); ``tolerance`` widens
    its comparisons; ``want`` "truth" refuses an expression that is a number.
    """
    named = {k: v if isinstance(v, Named) else Named(v) for k, v in names.items()}
    compiler = Compiler(parse(source, error), named, error, tolerance)
    typed = compiler.node(compiler.parsed.tree, 0)
    if compiler.tight and not compiler.loose:
        raise compiler.tight
    if want and typed.what != want:
        raise error("a comparison is wanted here, such as a == b" if want == TRUTH else f"a {want} is wanted here", 0)
    return Expression(source, typed.what, typed.dimension, tuple(dict.fromkeys(compiler.used)), typed.run)
