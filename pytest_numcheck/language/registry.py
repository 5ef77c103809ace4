"""How the functions of the rule language are declared, and what they may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ..articles.model import Article
from ..base.lexicon import Lexicon
from ..links.model import Links
from ..numbers.dimension import CLOCK, DATE, LENGTH, NUMBER, TIME, Dimension
from ..numbers.mention import Reading
from .typed import LIST, NUMERIC, TRUTH, Typed
from .value import Value


@dataclass(frozen=True, slots=True)
class Tools:
    """What a function may look at beside its arguments. Never the clock, the network or a file."""

    article: Article
    links: Links
    lexicon: Lexicon
    reading: Reading
    #: when the article was published, if that is known
    published: date | None = None


class Unfit(Exception):
    """The arguments of a call do not fit; ``argument`` is the number of the one at fault."""

    def __init__(self, what: str, argument: int):
        super().__init__(what)
        self.argument = argument


Work = Callable[[Sequence[Value], Tools], Value]

_DIMENSIONS = {"clock": CLOCK, "date": DATE, "length": LENGTH, "time": TIME, "plain": NUMBER}
_PARAMETER = re.compile(r"(\*?)(\w+): ([a-z]+)")


@dataclass(frozen=True, slots=True)
class Function:
    """A function: its signature as documented, its parameters, what it gives and how it works."""

    name: str
    signature: str
    #: (name, type) of each; types: clock, date, length, time, plain, number, place (a bound name), list, any
    params: tuple[tuple[str, str], ...]
    #: the last parameter takes any number of arguments, or one list
    variadic: bool
    #: the dimension of the result; None: the same as the arguments; "unknown" until bound
    result: Dimension | str | None
    what: str
    run: Work
    doc: str

    def check(self, args: Sequence[Typed]) -> Dimension | None:
        """The dimension of the result for arguments of these types; raises Unfit."""
        least, most = len(self.params), 40 if self.variadic else len(self.params)
        if not least <= len(args) <= most:
            raise Unfit(f"{self.name} is called as {self.signature}", len(args))
        found: Dimension | None = None
        for i, arg in enumerate(args):
            name, kind = self.params[min(i, len(self.params) - 1)]
            self._one(i, name, kind, arg)
            if arg.dimension is not None and found is not None and self.result is None and arg.dimension != found:
                raise Unfit(f"the arguments of {self.name} must measure the same thing: {found} and {arg.dimension}", i)
            found = found or arg.dimension
        if isinstance(self.result, Dimension):
            return self.result
        return found if self.result is None else None

    def _one(self, i: int, name: str, kind: str, arg: Typed) -> None:
        if arg.what == LIST and not (kind in ("list", "any") or (self.variadic and i == 0)):
            raise Unfit(f"'{arg.name}' is a list; {self.signature} takes one number as its {name}", i)
        if arg.what == TRUTH:
            raise Unfit(f"{self.name} takes a number as its {name}, not a comparison", i)
        if kind == "list" and arg.what != LIST:
            raise Unfit(f"{self.name} takes a list as its {name}", i)
        if kind == "place" and not arg.bound:
            raise Unfit(f"{self.name} takes a name from 'bind' as its {name}", i)
        wanted = _DIMENSIONS.get(kind)
        if wanted is not None and arg.dimension is not None and arg.dimension != wanted:
            called = f"'{arg.name}'" if arg.name else "this"
            article = "a plain number" if kind == "plain" else f"a {kind}"
            raise Unfit(f"{self.name} takes {article} as its {name}, but {called} is {arg.dimension}", i)


REGISTERED: dict[str, Function] = {}


def function(signature: str, result: Dimension | str | None = None, what: str = NUMERIC) -> Callable[[Work], Work]:
    """Register the decorated function under the name in ``signature``, which also is its documentation."""
    name, _, rest = signature.partition("(")

    def register(work: Work) -> Work:
        params = tuple((m[2], m[3]) for m in _PARAMETER.finditer(rest))
        shown = f"{name}({', '.join(p for p, _ in params)}{', …' if '*' in rest else ''})"
        doc = " ".join((work.__doc__ or "").split())
        REGISTERED[name] = Function(name, shown, params, "*" in rest, result, what, work, doc)
        return work

    return register
