"""Dimensions, three-valued truth and the safety of expressions."""

import time

import pytest

from pytest_numcheck.language.expression import Named, compile_expression
from pytest_numcheck.language.value import Undecided, Value, plain
from pytest_numcheck.numbers.dimension import (
    CLOCK,
    DATE,
    LENGTH,
    MASS,
    MONEY,
    NUMBER,
    SPEED,
    TEMPERATURE,
    TEMPERATURE_DIFFERENCE,
    TIME,
)
from pytest_numcheck.numbers.interval import Interval

NAMES = {"elapsed": TIME, "taken": TIME, "load": MASS, "a": NUMBER, "b": NUMBER, "c": NUMBER, "way": LENGTH, "speed": SPEED,
         "cost": MONEY, "price": MONEY, "start": CLOCK, "end": CLOCK, "day": DATE, "hot": TEMPERATURE, "cold": TEMPERATURE,
         "thing": None, "parts": Named(NUMBER, "list")}


class Refused(Exception):
    def __init__(self, what, offset):
        super().__init__(what)
        self.what, self.offset = what, offset


def compiled(source, **options):
    return compile_expression(source, NAMES, error=Refused, **options)


def refusal(source, **options):
    with pytest.raises(Refused) as caught:
        compiled(source, **options)
    return caught.value


def between(low, high, dimension=NUMBER, **more):
    return Value(Interval(low, high), dimension, nominal=(low + high) / 2, **more)


def value(source, **env):
    return compiled(source).evaluate(env, None)


def test_unlike_dimensions_are_refused_at_the_place():
    source = "elapsed == load"
    error = refusal(source)
    assert source[error.offset:] == "load"
    assert "'elapsed' is time and 'load' is mass" in error.what


@pytest.mark.parametrize(("source", "at"), [
    ("a + load > 1", "load"), ("start + 5 minutes == end", "start"), ("day - day > 3", "day"), ("hot * 2 > cold", "hot"),
    ("hot == hot - cold", "hot - cold"), ("a < 5 km", "5 km"), ("clock_span(start, load) == elapsed", "load"),
    ("parts == 3", "parts"), ("sum(parts, elapsed) == a", "elapsed"), ("start > 0", "0"), ("elapsed and taken", "elapsed"),
    ("not elapsed", "elapsed"), ("abs(parts) > 1", "parts"), ("first(elapsed - taken) > 1", "elapsed"),
    ("elapsd > 1 day", "elapsd"),
    ("a == 3 foos", "foos"), ("clok_span(start, end) == elapsed", "clok_span"), ("degree_Celsius < hot", "degree_Celsius"),
    ("-start == end", "-start"), ("hot + cold > 3 kelvin", "cold"),
])
def test_the_caret_stands_where_the_fault_is(source, at):
    assert source[refusal(source).offset:].startswith(at)


@pytest.mark.parametrize("source", [
    "elapsed == taken", "way / elapsed == speed", "speed <= 1150 km / hour", "elapsed <= 130 years", "a < 50%", "elapsed > 0",
    "cost / price == 2", "hot - cold < 5 delta_degree_Celsius", "hot < -95 degree_Celsius", "a < b < c", "thing == load",
    "sum(parts) == a", "count(parts) == 3", "a == 10 million", "true", "a == 1\nand b == 2", "max(a, b) == c", "hot > 3 kelvin",
])
def test_what_fits_is_taken(source):
    assert compiled(source, want="truth").what == "truth"


def test_near_names_are_proposed():
    assert "did you mean 'elapsed'?" in refusal("elapsd > 1 day").what
    assert "did you mean 'clock_span'?" in refusal("clok_span(start, end) == elapsed").what


def test_want_truth_refuses_a_number():
    assert refusal("a + b", want="truth").offset == 0


def test_units_convert():
    assert value("way / elapsed", way=between(3000, 3000, LENGTH), elapsed=between(60, 60, TIME)).interval == Interval(50, 50)
    assert value("speed == 180 km / hour", speed=between(50, 50, SPEED)).truth is True
    assert value("hot < -95 degree_Celsius", hot=between(178.0, 178.1, TEMPERATURE)).truth is True
    difference = value("hot - cold", hot=between(300, 300, TEMPERATURE), cold=between(290, 290, TEMPERATURE))
    assert (difference.dimension, difference.nominal) == (TEMPERATURE_DIFFERENCE, 10)


@pytest.mark.parametrize(("sign", "a", "b", "truth"), [
    ("==", (1, 2), (3, 4), False), ("==", (1, 3), (2, 4), None), ("==", (2, 2), (2, 2), True), ("!=", (1, 2), (3, 4), True),
    ("<", (1, 2), (3, 4), True), ("<", (3, 4), (1, 2), False), ("<", (1, 3), (2, 4), None), ("<", (2, 2), (2, 2), False),
    ("<=", (2, 2), (2, 2), True), ("<=", (1, 2), (2, 3), True), (">", (1, 2), (3, 4), False), (">=", (3, 4), (1, 3), True),
    (">=", (1, 3), (3, 4), None),
])
def test_comparisons_have_three_values(sign, a, b, truth):
    assert value(f"a {sign} b", a=between(*a), b=between(*b)).truth is truth


def test_open_ends_do_not_touch():
    under, at = Value(Interval(1, 2, False, True)), between(2, 3)
    assert value("a == b", a=under, b=at).truth is False
    assert value("a < b", a=under, b=at).truth is True


def test_floating_noise_is_no_miss():
    assert value("a + b == c", a=plain(0.1), b=plain(0.2), c=plain(0.3)).truth is not False
    assert value("a <= b", a=plain(0.1 + 0.2), b=plain(0.3)).truth is True


@pytest.mark.parametrize(("source", "truth"), [
    ("a == b and a > c", False), ("a == b or a > c", None), ("not (a == b)", None), ("a < c and a == b", None),
    ("a < c or a == b", True), ("not (a > c) and a < c", True), ("a < b < c", None), ("c > a > c", False),
])
def test_connectives_keep_maybe(source, truth):
    assert value(source, a=between(1, 3), b=between(2, 4), c=between(9, 9)).truth is truth


def test_a_second_reading_saves_a_comparison():
    twice = Value(Interval.point(2.0), nominal=2.0, others=(Interval.point(14.0),))
    assert value("a == b", a=twice, b=plain(14)).truth is None
    assert value("a == b", a=twice, b=plain(5)).truth is False
    assert value("a + b == c", a=twice, b=plain(1), c=plain(15)).truth is None


def test_currencies_do_not_mix():
    dollars, euros = between(5, 5, MONEY, currency="USD"), between(5, 5, MONEY, currency="EUR")
    with pytest.raises(Undecided, match="two currencies"):
        value("cost == price", cost=dollars, price=euros)
    with pytest.raises(Undecided):
        value("cost + price > 0", cost=dollars, price=euros)
    assert value("cost / price == 1", cost=dollars, price=dollars).truth is True
    assert value("cost / price", cost=dollars, price=euros).currency == "USD/EUR"


def test_tolerance_widens_either_way():
    from pytest_numcheck.language.amounts import parse_tolerance

    near = compiled("a == b", tolerance=parse_tolerance("5%"))
    assert near.evaluate({"a": plain(100), "b": plain(104)}, None).truth is not False
    assert near.evaluate({"a": plain(100), "b": plain(106)}, None).truth is False
    clock = compiled("start == end", tolerance=parse_tolerance("2 minutes"))
    assert clock.evaluate({"start": between(600, 600, CLOCK), "end": between(602, 602, CLOCK)}, None).truth is not False
    assert clock.evaluate({"start": between(600, 600, CLOCK), "end": between(603, 603, CLOCK)}, None).truth is False
    assert "tolerance" in refusal("a == b", tolerance=parse_tolerance("2 minutes")).what
    assert "is a share" in refusal("start == end", tolerance=parse_tolerance("5%")).what
    mixed = compiled("start == end and a == b", tolerance=parse_tolerance("5%"))
    env = {"start": between(600, 600, CLOCK), "end": between(601, 601, CLOCK), "a": plain(100), "b": plain(104)}
    assert mixed.evaluate(env, None).truth is False
    assert mixed.evaluate({**env, "end": env["start"]}, None).truth is not False


def test_what_is_unknown_until_bound_is_checked_then():
    with pytest.raises(Undecided, match="do not measure the same"):
        value("thing == load", thing=between(1, 1, LENGTH), load=between(1, 1, MASS))
    with pytest.raises(Undecided, match="'a' is not stated"):
        value("a == b", b=plain(1))
    with pytest.raises(Undecided):
        value("a == b", a=Value(), b=plain(1))


def test_dividing_by_what_may_be_zero_decides_nothing():
    assert value("a / b == 3", a=between(1, 1), b=between(-1, 1)).truth is None
    assert value("a / b == 3", a=between(1, 1), b=plain(0)).truth is None


def test_names_are_listed_in_order():
    assert compiled("b == a + b").names == ("b", "a")


@pytest.mark.parametrize("source", [
    "__import__('os').system('true')", "a.__class__", "().__class__.__bases__", "open(a)", "eval(a)", "exec(a)", "print(a)",
    "(lambda: a)()", "a()", "count(parts)(a)", "sum(*parts)", "max(a=1)", "max(**a)", "[a]", "{a: b}", "a if a else b", "f'{a}'",
    "9**9**9", "a << 99", "a and (b := 1)", "getattr(a, b)", "globals()", "__builtins__", "breakpoint()", "(a, b) == c",
    "a == b,", "... == a", "1e999 == a", "9" * 400 + " == a", "min" * 50, "not " * 120 + "true", "-" * 400 + "a == 1",
    "a" + " + a" * 120, "a == " + "(" * 60 + "b" + ")" * 60, "first(1) == 1", "a <> b", "()", "a == 1;", "\x00",
    "a == b if true else c",
])
def test_hostile_expressions_are_refused_quickly(source):
    begun = time.perf_counter()
    refusal(source, want="truth")
    assert time.perf_counter() - begun < 1.0


def test_evaluation_is_fast():
    expression = compiled("abs(a - b) / b <= 0.5 and a < b or a * b == 3")
    env = {"a": between(1, 2), "b": between(3, 4)}
    begun = time.perf_counter()
    for _ in range(500):
        expression.evaluate(env, None)
    assert (time.perf_counter() - begun) / 500 < 0.0005
