"""Messages are filled in by an allow-list."""

import pytest

from pytest_numcheck.language.kinds import WEEKDAY
from pytest_numcheck.language.message import UNKNOWN, compile_message
from pytest_numcheck.language.typed import Named
from pytest_numcheck.language.value import Undecided, Value, list_value, plain, value_of
from pytest_numcheck.numbers.dimension import LENGTH, NUMBER, TIME
from pytest_numcheck.numbers.interval import Interval

NAMES = {"a": Named(NUMBER), "taken": Named(TIME), "way": Named(LENGTH), "day": Named(WEEKDAY), "parts": Named(NUMBER, "list"),
         "true_let": Named(None, "truth"), "thing": Named(None)}


class Refused(Exception):
    def __init__(self, what, offset):
        super().__init__(what)
        self.what, self.offset = what, offset


def render(text, **env):
    return compile_message(text, NAMES, Refused).render(env, None)


def test_bound_numbers_keep_the_articles_words(make):
    assert render("so {a} it is", a=value_of(make.number(12, text="a dozen"))) == "so a dozen it is"


def test_computed_numbers_are_said(make):
    taken = value_of(make.number(1, "duration", dimension=TIME, scale=3600.0, unit="hour"))
    env = {"taken": taken}
    assert render("{taken + 26 minutes}", **env) == "1 hour 26 minutes"
    assert render("{taken:in minute}", **env) == "60 minutes"
    assert render("{a}", a=plain(12000)) == "12,000"
    assert render("{day}", day=Value(Interval.point(1.0), WEEKDAY, nominal=1.0)) == "Tuesday"


def test_lists_are_joined(make):
    parts = [make.number(n, text=t) for n, t in ((1, "one"), (2, "two"), (3, "three"))]
    assert render("{parts}", parts=list_value(parts)) == "one, two and three"
    assert render("{parts}", parts=list_value(parts[:1])) == "one"


def test_plain_results_take_the_style_of_a_share(make):
    share = value_of(make.number(0.5, "percent", text="50%", scale=0.01, unit="percent"))
    count = value_of(make.number(1250))
    assert render("{a / 4}", a=plain(1), thing=share, day=count) == "25%"


def test_braces_are_doubled():
    assert render("{{a}} {a}", a=plain(3)) == "{a} 3"


def test_what_cannot_be_told_is_unknown():
    assert render("{a}") == UNKNOWN
    assert render("{a / 0}", a=plain(3)) == UNKNOWN
    assert render("{thing:in km}", thing=plain(3)) == UNKNOWN
    assert render("{a}", a=Value()) == UNKNOWN


def test_a_let_that_fails_does_not_break_a_message(make):
    class Env(dict):
        def __getitem__(self, name):
            if name == "way":
                raise Undecided("no")
            return super().__getitem__(name)

    env = Env(a=plain(3), way=None)
    assert compile_message("{a} {way}", NAMES, Refused).render(env, None) == f"3 {UNKNOWN}"


@pytest.mark.parametrize(("text", "at"), [
    ("{0}", 1), ("{}", 1), ("{a.__class__}", 2), ("{a[0]}", 2), ("{a!r}", 2), ("{a:>9}", 3), ("{a:{a}}", 0), ("{b}", 1),
    ("{a", 0),
    ("a}", 1), ("{true_let}", 1), ("{a == 1}", 1), ("{way:in hour}", 8), ("{way:in parsnip}", 8), ("{parts:in km}", 7),
    ("{a.__init__.__globals__}", 2), ("{__import__}", 1), ("x" * 2000, 1000), ("{a:in km", 0), ("{a:in {way}}", 0),
])
def test_format_string_attacks_are_refused(text, at):
    with pytest.raises(Refused) as caught:
        compile_message(text, NAMES, Refused)
    assert caught.value.offset == at
