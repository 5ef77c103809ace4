"""Numbers made by hand, and tools around them."""

from datetime import date

import pytest

from pytest_numcheck.articles.model import Article
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.language.expression import Named, Tools, compile_expression
from pytest_numcheck.language.value import value_of
from pytest_numcheck.links.model import Link, Links
from pytest_numcheck.numbers.calendar.days import span
from pytest_numcheck.numbers.dimension import CLOCK, DATE, NUMBER
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Mention, Moment, Reading


class Maker:
    """Makes mentions with ids in the order of asking."""

    def __init__(self):
        self.made = []

    def number(self, value, kind="count", *, text=None, interval=None, dimension=NUMBER, **more):
        interval = interval or Interval(value, more.get("value2") or value)
        made = Mention(len(self.made), 0, 1, text or f"{value:g}", kind, float(value), printed=interval, loose=interval,
                       dimension=dimension, **more)
        self.made.append(made)
        return made

    def clock(self, minutes, half=None, *, text="", halo=0.0, **more):
        moment = Moment(minutes=minutes, half=half, grain="minute", **more)
        return self.number(minutes, "clock", text=text or f"{minutes // 60}:{minutes % 60:02d}", dimension=CLOCK, moment=moment,
                           interval=Interval(minutes - halo, minutes + halo))

    def day(self, year=None, month=None, day=None, *, end=(None, None, None), kind="date", possible=True):
        moment = Moment(year=year, month=month, day=day, end_year=end[0], end_month=end[1], end_day=end[2], possible=possible)
        last = (end[0] or year, end[1] or month, end[2]) if any(end) else (year, month, day)
        days = span((year, month, day), last)
        made = Mention(len(self.made), 0, 1, f"{year}-{month}-{day}", kind, printed=days, dimension=DATE, moment=moment)
        self.made.append(made)
        return made


@pytest.fixture
def make():
    return Maker()


@pytest.fixture
def tools():
    def make_tools(published=None, links=()):
        article = Article("a.txt", "", "", ())
        made = tuple(Link(kind, {"a": (a,), "b": (b,)}, "stated", "test", 0, 1) for kind, a, b in links)
        day = date.fromisoformat(published) if published else None
        return Tools(article, Links(made), default_lexicon(), Reading(article), day)

    return make_tools


@pytest.fixture
def work(tools):
    """Evaluates an expression on mentions by name."""
    def evaluate(source, *, published=None, links=(), **bound):
        from pytest_numcheck.language.value import list_value

        values = {k: list_value(v) if isinstance(v, (list, tuple)) else value_of(v) for k, v in bound.items()}
        names = {k: Named(v.dimension, "number" if v.items is None else "list") for k, v in values.items()}

        def fail(what, offset):
            return AssertionError(f"{source}: {what}")

        return compile_expression(source, names, error=fail).evaluate(values, tools(published, links))

    return evaluate
