"""Functions on two bound numbers: whether the words say that they are about one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..links.likeness.agree import can_agree
from ..links.model import Link
from ..numbers.clause.lexemes import akin
from ..numbers.dimension import NUMBER
from ..numbers.mention import Cue, Mention
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of


@function("same_noun(a: place, b: place)", NUMBER, TRUTH)
def _same_noun(args: Sequence[Value], tools: Tools) -> Value:
    """Whether both count the same things (soldiers and troops are the same; miles and soldiers are not)."""
    a, b = the_mention(args[0]), the_mention(args[1])
    if a.head is None or b.head is None:
        return truth_of(None)
    return truth_of(akin(a.head, b.head, tools.lexicon))


@function("same_measure(a: place, b: place)", NUMBER, TRUTH)
def _same_measure(args: Sequence[Value], tools: Tools) -> Value:
    """Whether both are of one kind and currency and, if they count, count the same things by name."""
    a, b = the_mention(args[0]), the_mention(args[1])
    if a.kind != b.kind or a.dimension != b.dimension or a.currency != b.currency or a.per != b.per:
        return truth_of(False)
    return truth_of(a.kind != "count" or (a.head is not None and b.head is not None and akin(a.head, b.head, tools.lexicon)))


@function("same_fact(a: place, b: place)", NUMBER, TRUTH)
def _same_fact(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words tell that both numbers state one fact (headline and body, or two paragraphs)."""
    return truth_of(_linked(args, tools, "same-fact"))


@function("can_agree(a: place, b: place)", NUMBER, TRUTH)
def _can_agree(args: Sequence[Value], tools: Tools) -> Value:
    """Whether both can be told of one thing: as `==`, but "at least 17" and "at least 70" cannot."""
    return truth_of(can_agree(the_mention(args[0]), the_mention(args[1])))


@function("spelled(number: place)", NUMBER, TRUTH)
def _spelled(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the number is spelled out: "five", not "5"."""
    return truth_of(the_mention(args[0]).worded)


@function("same_subject(a: place, b: place)", NUMBER, TRUTH)
def _same_subject(args: Sequence[Value], tools: Tools) -> Value:
    """Whether the words tell that both numbers are about one subject."""
    return truth_of(_linked(args, tools, "same-subject") or _linked(args, tools, "same-fact"))


@function("restated(a: place, b: place)", NUMBER, TRUTH)
def _restated(args: Sequence[Value], tools: Tools) -> Value:
    """Whether one is the other again in other units or words: "5 miles (8 km)"."""
    return truth_of(_linked(args, tools, "restates"))


def _linked(args: Sequence[Value], tools: Tools, kind: str) -> bool:
    a, b = (_source(v).id for v in args)
    links: Mapping[int, tuple[Link, ...]] = tools.links.by_mention
    return any(link.kind == kind and b in link.ids for link in links.get(a, ()))


def _source(value: Value) -> Mention | Cue:
    if value.source is None:
        raise Undecided("a number of the text is wanted")
    return value.source
