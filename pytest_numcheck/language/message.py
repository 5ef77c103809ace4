"""Messages: text with ``{name}`` and ``{name:in unit}``, filled in by an allow-list. Never ``str.format``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..base.strictyaml import did_you_mean
from ..numbers.dimension import NUMBER, Dimension
from ..numbers.mention import Mention
from .amounts import Unit, unit_named
from .expression import Expression, compile_expression
from .grammar import Report
from .kinds import WEEKDAY
from .registry import Tools
from .typed import LIST, TRUTH, Named
from .value import Undecided, Value

MAX_LENGTH = 1000
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHARES = ("percent", "percent-point", "ratio", "multiplier")
UNKNOWN = "an unknown figure"


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a message: an expression, nearly always a mere name, and the unit to say it in."""

    expression: Expression
    unit: Unit | None = None
    #: the place whose unit and manner to say it in
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message, cut into text and holes."""

    source: str
    parts: tuple[str | Hole, ...]

    def render(self, env: Mapping[str, Value], tools: Tools) -> str:
        """The message for what the names stand for: bound numbers in the article's words, others in plain figures."""
        return "".join(p if isinstance(p, str) else _filled(p, env, tools) for p in self.parts)


def compile_message(text: str, names: Mapping[str, Named], error: Report) -> Message:
    """Cut ``text`` into parts; raises ``error(what, offset)`` for an unknown name, a unit that does not fit, a lone brace."""
    if len(text) > MAX_LENGTH:
        raise error(f"the message is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    parts: list[str | Hole] = []
    at, plain = 0, ""
    while at < len(text):
        if text[at] not in "{}":
            plain += text[at]
            at += 1
        elif text[at:at + 2] in ("{{", "}}"):
            plain += text[at]
            at += 2
        elif text[at] == "}":
            raise error("a lone '}'; write '}}' for a brace", at)
        else:
            end = text.find("}", at)
            if end < 0 or "{" in text[at + 1:end]:
                raise error("this '{' is never closed; write '{{' for a brace", at)
            parts += [plain, _hole(text[at + 1:end], at + 1, names, error)]
            at, plain = end + 1, ""
    return Message(text, tuple(p for p in (*parts, plain) if p != ""))


def _hole(inside: str, start: int, names: Mapping[str, Named], error: Report) -> Hole:
    source, colon, suffix = inside.partition(":")
    expression = compile_expression(source, names, error=lambda what, offset: error(what, start + offset))
    if not expression.names and "(" not in source:
        raise error(f"'{source.strip()}' is not bound{did_you_mean(source.strip(), names)}", start)
    if expression.what == TRUTH:
        raise error("a number is wanted here, not a comparison", start)
    if not colon:
        return Hole(expression)
    at = start + len(source) + 1
    if not suffix.startswith("in ") or expression.what == LIST:
        raise error("only '{name}', '{name:in unit}' and '{name:in other}' can stand in a message", at)
    other = suffix[3:].strip()
    if other in names and names[other].what != TRUTH:
        return Hole(expression, other=other)
    unit = unit_named(suffix[3:])
    if unit is None:
        raise error(f"'{suffix[3:].strip()}' is not a unit", at + 3)
    if expression.dimension is not None and expression.dimension != unit.dimension:
        raise error(f"'{source.strip()}' is {expression.dimension}: it cannot be said in {unit.name}", at + 3)
    return Hole(expression, unit)


def _filled(hole: Hole, env: Mapping[str, Value], tools: Tools) -> str:
    try:
        value = hole.expression.evaluate(env, tools)
    except (Undecided, ArithmeticError):
        return UNKNOWN
    if hole.other is not None:
        return _in_other(value, env, hole.other)
    if hole.unit is not None:
        return tell(value, env, hole.unit.name) if value.dimension == hole.unit.dimension else UNKNOWN
    if value.items is not None:
        words = [tell(v, env) for v in value.items]
        return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    return tell(value, env)


def _in_other(value: Value, env: Mapping[str, Value], other: str) -> str:
    """The value in the unit and manner of the number bound to ``other``; both ends of a range."""
    from ..numbers.say import joined, say

    like, source = env[other].source, value.source
    if not isinstance(like, Mention) or like.dimension != value.dimension:
        return tell(value, env)
    if isinstance(source, Mention) and source.value is not None and source.value2 is not None:
        ends = [say(v * source.scale + source.shift, value.dimension, like) for v in (source.value, source.value2)]
        return joined(ends[0], ends[1])
    return UNKNOWN if value.figure is None else say(value.figure, value.dimension, like)


def tell(value: Value, env: Mapping[str, Value], unit: str | None = None) -> str:
    """The value in words: the article's own for a bound number, unless a ``unit`` is asked for."""
    from ..numbers.say import say

    if value.source is not None and unit is None:
        return value.source.text
    figure = value.figure
    if value.interval is None or figure is None or not math.isfinite(figure):
        return UNKNOWN
    if value.dimension == WEEKDAY:
        return _DAYS[round(figure) % 7]
    like = value.like or _like(value.dimension, env)
    return say(value.interval if value.nominal is None else figure, value.dimension, like, unit=unit, currency=value.currency)


def _like(dimension: Dimension, env: Mapping[str, Value]) -> Mention | None:
    """The bound number whose style a computed one takes: for plain figures a percentage or ratio, if there is one."""
    bound: list[Mention] = []
    for name in env:
        try:
            source = env[name].source
        except Undecided:
            continue
        if isinstance(source, Mention) and source.dimension == dimension:
            bound.append(source)
    if dimension == NUMBER:
        bound.sort(key=lambda m: m.kind not in _SHARES)
    return bound[0] if bound else None
