"""From the syntax tree of an expression to closures, with every dimension checked on the way."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping

from ..base.strictyaml import did_you_mean
from ..numbers.dimension import CLOCK, DATE, NUMBER, TEMPERATURE, TEMPERATURE_DIFFERENCE, Dimension
from . import arithmetic
from .amounts import Tolerance, unit_named
from .functions import FUNCTIONS
from .grammar import MAX_DEPTH, Parsed, Report
from .kinds import WEEKDAY
from .registry import Tools, Unfit
from .typed import LIST, NUMERIC, POINTS, TRUTH, Named, Run, Typed
from .value import Environment, Undecided, Value, both, either, negate, plain, truth_of

_COMPARE: Mapping[type[ast.cmpop], str] = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_CONSTANTS = {"true": True, "false": False}
_SHORT = ("m", "km", "cm", "mm", "ft", "mi", "yd", "g", "kg", "mg", "t", "lb", "oz", "s", "h", "l", "ha", "kW", "MW", "GW")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "percent": 1e-2}


class Compiler:
    """Compiles one expression. ``used`` are the names met; ``tight`` the error to raise where the tolerance fits nothing."""

    def __init__(self, parsed: Parsed, names: Mapping[str, Named], error: Report, tolerance: Tolerance | None):
        self.parsed, self.names, self.error, self.tolerance = parsed, names, error, tolerance
        self.used: list[str] = []
        self.loose = False
        self.tight: Exception | None = None

    def fail(self, node: ast.AST, what: str) -> Exception:
        return self.error(what, self.parsed.at(node))

    def node(self, node: ast.expr, depth: int) -> Typed:
        if depth > MAX_DEPTH:
            raise self.fail(node, "the expression is nested too deeply")
        match node:
            case ast.Constant():
                return self.figure(node, node)
            case ast.Name():
                return self.name(node)
            case ast.UnaryOp(op=ast.Not()):
                inner = self.wanted(node.operand, TRUTH, depth + 1).run
                return Typed(lambda e, t: truth_of(negate(inner(e, t).truth)), None, TRUTH)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd() as op):
                return self.signed(node, isinstance(op, ast.USub), depth)
            case ast.BinOp():
                return self.binary(node, depth)
            case ast.BoolOp():
                return self.joined(node, depth)
            case ast.Compare():
                return self.comparison(node, depth)
            case ast.Call():
                return self.call(node, depth)
        raise self.fail(node, "this cannot be used in an expression")

    def figure(self, node: ast.Constant, at: ast.AST, sign: float = 1.0) -> Typed:
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            raise self.fail(at, "this cannot be used in an expression")
        try:
            number = sign * float(node.value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.fail(at, "the figure is too large")
        value = plain(number)
        return Typed(lambda e, t: value, NUMBER, zero=number == 0)

    def name(self, node: ast.Name) -> Typed:
        name = node.id
        if node.col_offset not in self.parsed.units and name in self.names:
            self.used.append(name)
            named = self.names[name]
            return Typed(_reader(name), named.dimension, named.what, name=name, bound=named.bound)
        if name in _CONSTANTS:
            value = truth_of(_CONSTANTS[name])
            return Typed(lambda e, t: value, None, TRUTH)
        return self.unit(node, 1.0, alone=True)

    def unit(self, node: ast.Name, amount: float, *, alone: bool = False) -> Typed:
        if node.id in _SCALES:
            value = plain(amount * _SCALES[node.id])
            return Typed(lambda e, t: value, NUMBER, zero=amount == 0)
        # a lone letter is likelier a slip than a unit that few have heard of
        unit = unit_named(node.id) if len(node.id) > 2 or node.id in _SHORT else None
        if unit is None:
            known = [*self.names, *FUNCTIONS]
            kind = "a unit" if node.col_offset in self.parsed.units else "bound here, a unit or a function"
            raise self.fail(node, f"'{node.id}' is not {kind}{did_you_mean(node.id, known)}")
        if alone and unit.shift:
            raise self.fail(node, f"write '{node.id}' right after a figure, as in 20 {node.id}")
        made = unit.quantity(amount)
        return Typed(lambda e, t: made, unit.dimension, zero=amount == 0 and not unit.shift)

    def wanted(self, node: ast.expr, what: str, depth: int) -> Typed:
        typed = self.node(node, depth)
        if typed.what == what:
            return typed
        if typed.what == LIST:
            raise self.fail(node, f"'{typed.name}' is a list; use sum, count, min or max")
        raise self.fail(node, "a comparison is wanted here, such as a == b" if what == TRUTH else "a number is wanted here")

    def signed(self, node: ast.UnaryOp, minus: bool, depth: int) -> Typed:
        sign = -1.0 if minus else 1.0
        operand = node.operand
        if isinstance(operand, ast.Constant):
            return self.figure(operand, node, sign)
        if quantity := self.quantity(operand, sign):
            return quantity
        inner = self.wanted(operand, NUMERIC, depth + 1)
        if not minus:
            return inner
        if inner.dimension in POINTS:
            raise self.fail(node, f"{_called(inner)} is {_measures(inner.dimension)}: it cannot be negative")
        run = inner.run
        return Typed(lambda e, t: arithmetic.negative(run(e, t)), inner.dimension, zero=inner.zero)

    def quantity(self, node: ast.expr, sign: float = 1.0) -> Typed | None:
        """``130 years``: a figure with the unit right after it."""
        if not (isinstance(node, ast.BinOp) and isinstance(node.right, ast.Name) and isinstance(node.left, ast.Constant)
                and node.right.col_offset in self.parsed.units):
            return None
        self.figure(node.left, node.left)
        return self.unit(node.right, sign * float(node.left.value))  # type: ignore[arg-type]

    def binary(self, node: ast.BinOp, depth: int) -> Typed:
        if quantity := self.quantity(node):
            return quantity
        a, b = self.wanted(node.left, NUMERIC, depth + 1), self.wanted(node.right, NUMERIC, depth + 1)
        left, right = a.run, b.run
        match node.op:
            case ast.Add() | ast.Sub():
                plus = isinstance(node.op, ast.Add)
                dimension = self.sum_of(node, a, b, plus)
                work = arithmetic.add if plus else arithmetic.subtract
            case ast.Mult() | ast.Div():
                for operand, typed in ((node.left, a), (node.right, b)):
                    if typed.dimension in POINTS:
                        raise self.fail(operand, f"{_called(typed)} is {_measures(typed.dimension)}: "
                                                 f"it cannot be multiplied or divided{_advice(typed.dimension)}")
                known = a.dimension is not None and b.dimension is not None
                times = isinstance(node.op, ast.Mult)
                dimension = None
                if known:
                    dimension = arithmetic.times(a.dimension, b.dimension) if times else arithmetic.over(a.dimension, b.dimension)
                work = arithmetic.multiply if times else arithmetic.divide
            case _:
                raise self.fail(node, "only + - * / can be used in an expression")
        return Typed(lambda e, t: work(left(e, t), right(e, t)), dimension)

    def sum_of(self, node: ast.BinOp, a: Typed, b: Typed, plus: bool) -> Dimension | None:
        for operand, typed in ((node.left, a), (node.right, b)):
            if typed.dimension in (CLOCK, DATE, WEEKDAY):
                raise self.fail(operand, f"{_called(typed)} is {_measures(typed.dimension)}: "
                                         f"it cannot be added or subtracted{_advice(typed.dimension)}")
        if a.dimension is None or b.dimension is None:
            return None
        found = arithmetic.sum_dimension(a.dimension, b.dimension, plus)
        if found is None and (a.zero or b.zero):
            found = b.dimension if a.zero else a.dimension
        if found is None:
            raise self.fail(node.right, f"{_called(a)} is {_measures(a.dimension)} and {_called(b)} is "
                                        f"{_measures(b.dimension)}: they cannot be {'added' if plus else 'subtracted'}")
        return found

    def joined(self, node: ast.BoolOp, depth: int) -> Typed:
        runs = [self.wanted(v, TRUTH, depth + 1).run for v in node.values]
        join = both if isinstance(node.op, ast.And) else either
        return Typed(lambda e, t: truth_of(join(run(e, t).truth for run in runs)), None, TRUTH)

    def comparison(self, node: ast.Compare, depth: int) -> Typed:
        operands = [node.left, *node.comparators]
        typed = [self.wanted(o, NUMERIC, depth + 1) for o in operands]
        runs: list[Run] = []
        for i, op in enumerate(node.ops):
            a, b = typed[i], typed[i + 1]
            if type(op) not in _COMPARE:
                raise self.fail(operands[i + 1], "only == != < <= > >= can compare")
            self.comparable(operands[i + 1], a, b)
            runs.append(arithmetic.comparer(_COMPARE[type(op)], a.run, b.run, self.tolerance, a.zero or b.zero))
        if len(runs) == 1:
            return Typed(runs[0], None, TRUTH)
        return Typed(lambda e, t: truth_of(both(run(e, t).truth for run in runs)), None, TRUTH)

    def comparable(self, at: ast.expr, a: Typed, b: Typed) -> None:
        if a.dimension is None or b.dimension is None or a.dimension == b.dimension:
            pass
        elif (a.zero or b.zero) and not POINTS.intersection((a.dimension, b.dimension)):
            return
        else:
            hint = ""
            if {a.dimension, b.dimension} == {TEMPERATURE, TEMPERATURE_DIFFERENCE}:
                hint = "; a temperature and a difference of temperatures are two things"
            raise self.fail(at, f"{_called(a)} is {_measures(a.dimension)} and {_called(b)} is "
                                f"{_measures(b.dimension)}: they cannot be compared{hint}")
        self.widened(at, a.dimension or b.dimension)

    def widened(self, at: ast.expr, dimension: Dimension | None) -> None:
        """Remember whether the tolerance fits any of the comparisons: one that fits none is a mistake."""
        if self.tolerance and self.tolerance.fits(dimension):
            self.loose = True
        elif self.tolerance and self.tight is None:
            kind = "a share" if self.tolerance.relative is not None else _measures(self.tolerance.dimension)
            what = f"the tolerance '{self.tolerance.text}' is {kind}, but {_measures(dimension)} is compared here"
            self.tight = self.fail(at, what)

    def call(self, node: ast.Call, depth: int) -> Typed:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self.fail(node, "only the functions of the rule language can be called, with plain arguments")
        function = FUNCTIONS.get(node.func.id)
        if function is None:
            raise self.fail(node.func, f"there is no function '{node.func.id}'{did_you_mean(node.func.id, FUNCTIONS)}")
        args = [self.node(a, depth + 1) for a in node.args]
        try:
            dimension = function.check(args)
        except Unfit as e:
            at = node.args[e.argument] if e.argument < len(node.args) else node
            raise self.fail(at, str(e)) from None
        runs, work = [a.run for a in args], function.run
        return Typed(lambda e, t: work([run(e, t) for run in runs], t), dimension, function.what)


def _reader(name: str) -> Callable[[Environment, Tools], Value]:
    def read(env: Environment, tools: Tools) -> Value:
        try:
            return env[name]
        except KeyError:
            raise Undecided(f"'{name}' is not stated") from None
    return read


def _called(typed: Typed) -> str:
    return f"'{typed.name}'" if typed.name else "this"


def _measures(dimension: Dimension | None) -> str:
    names = {CLOCK: "a clock time", DATE: "a date", WEEKDAY: "a weekday"}
    return "unknown" if dimension is None else names.get(dimension, str(dimension))


def _advice(dimension: Dimension | None) -> str:
    return {CLOCK: "; use clock_span(start, end)", DATE: "; use years_between(a, b) or days_between(a, b)"}.get(dimension, "") \
        if dimension else ""
