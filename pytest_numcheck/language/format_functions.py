"""Functions on how a number was written: what a reader may take for something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..numbers.clause.lexemes import lexemes
from ..numbers.dimension import NUMBER
from ..numbers.interval import Interval
from .calendar_functions import moment_of
from .place_functions import the_mention
from .registry import Tools, function
from .typed import TRUTH
from .value import Undecided, Value, truth_of

#: a sign at both ends and a scale at the last: "$26 and $31 million"
_DROPPED = re.compile(r"(?:[A-Z]{0,3}[$£€¥])\s?[\d.,]+\s?(?:-|–|—|to|and|or)\s?[A-Z]{0,3}[$£€¥]\s?[\d.,]+\s?-?"
                      r"(?:m|bn|b|tn|mn|mln|k|thousand|million|billion|trillion)\b")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})\Z")


@function("scale_dropped(range: place)", NUMBER, TRUTH)
def _scale_dropped(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a range of money has a sign at both ends but "million" at the last only: "$26 to $31 million"."""
    mention = the_mention(args[0])
    return truth_of(mention.value2 is not None and _DROPPED.search(mention.text) is not None)


@function("ambiguous_date(date: place)", NUMBER, TRUTH)
def _ambiguous_date(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a date in figures can be two days: 04/11/2026 is in April or in November."""
    found = _FIGURES.match(the_mention(args[0]).text)
    return truth_of(found is not None and 0 < int(found[1]) <= 12 and 0 < int(found[3]) <= 12 and int(found[1]) != int(found[3]))


@function("hour_of(time: clock)", NUMBER)
def _hour_of(args: Sequence[Value], tools: Tools) -> Value:
    """The hour of a clock time as a number, also counted on from the day before: 1 a.m. is 1 or 25. Not without a.m. or p.m."""
    moment = moment_of(args[0])
    if moment is None or moment.minutes is None or not moment.possible:
        raise Undecided("no time of day")
    if moment.half is None and moment.minutes < 780:
        raise Undecided("neither a.m. nor p.m. is said")
    hour = moment.minutes / 60
    return Value(Interval.point(hour), NUMBER, mentions=args[0].mentions, nominal=hour, others=(Interval.point(hour + 24),))


_NAME = re.compile(r"(?<![\w'])(?:[A-Z][\w'’-]+|[A-Z]\.) (?:(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|al|bin) ){0,2}[A-Z][a-z][\w'’-]*, \Z")
_AFTER_AGE = re.compile(r", (?!of [a-z0-9]|or )(?:[a-z]|[A-Z]\w+ (?:said|of|from))")
_SOMEONE = re.compile(r"(?:\b(?:the|his|her|their|its|my|our|a|an|one|whose)|'s) (?:[\w-]+ ){0,2}([a-z][\w-]+), \Z", re.I)


@function("after_name(number: place)", NUMBER, TRUTH)
def _after_name(args: Sequence[Value], tools: Tools) -> Value:
    """Whether a bare number stands where a person's age does: "Ana Ruiz, 54, said", "her husband, 54, has"."""
    mention, text = the_mention(args[0]), tools.article.text
    bare = mention.text.isdigit() and mention.hedge is None
    if not bare or _AFTER_AGE.match(text, mention.end) is None:
        return truth_of(False)
    if _NAME.search(text, max(0, mention.start - 60), mention.start) is not None:
        return truth_of(True)
    someone = _SOMEONE.search(text, max(0, mention.start - 60), mention.start)
    if someone is None or lexemes(tools.lexicon).is_plural(someone[1]):
        return truth_of(False)
    words = (w for name in ("person", "occupation", "kin") for w in tools.lexicon.list(name))
    return truth_of(someone[1].lower() in frozenset(words))
