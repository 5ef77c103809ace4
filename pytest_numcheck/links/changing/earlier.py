"""Which of two numbers is the earlier one: "against 40 a year ago", "in 2017 the total was 40", "last year's 40"."""

from __future__ import annotations

import re

from ...numbers.mention import Mention
from ..prose import holes
from ..prose.view import View
from .ends import AGAINST, ARTICLE, DATED, FROM
from .levels import LEVELS

_HOLE = f"[{holes.MENTION_KINDS}][{holes.MENTION_IDS}]"
_DURATION = f"{holes.KIND['duration']}[{holes.MENTION_IDS}]"
_NP = r"(?:[^\W\d_]+(?:['-][^\W\d_]+)*,? ){0,5}?"
_SPAN = r"(?:years?|months?|weeks?|quarters?|decades?|seasons?|days?|winters?|summers?|springs?|generations?|terms?|rounds?)"
_THAN = re.compile(rf"(?<!\w)(?:(?<!rather )(?<!other )than|over|after|above|below|exceeding|beating"
    rf"|replacing|premium (?:to|on)|discount (?:to|on|from)) {ARTICLE}{_NP}(?:of |at )?$")
#: "fell 20 to 428 after rising by 3% in May to"
_AFTER = re.compile(r"(?<!\w)(?:after|following) (?:a |an )?[^.;]{3,60} (?:to|at) $")
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:(?<!was )(?<!were )(?<!is )last|previous|prior|preceding|earlier|former|old|original"
    rf"|year-earlier|year-ago|month-earlier|opening|initial)(?: [^\W\d_]+'?s?){{0,4}}?(?: of| was| were| at| is|'s)?"
    rf"(?: {ARTICLE})?"
    rf"|in (?:the|its|their|his|her) (?:current|present|existing)(?: [^\W\d_]+){{0,4}}? (?:of|at)"
    rf"|(?:used to be|had been|had stood at|stood at|had had|had sold|had won|had cost) {ARTICLE}{_NP})$")
_TIME = re.compile(
    rf"(?<!\w)(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|the|{_HOLE})(?: [^\W\d_]+)?"
    rf" {_SPAN} (?:ago|earlier|before|previously|back)|{_DURATION} (?:ago|earlier|before|previously)"
    rf"|(?:last|previous|prior|preceding|past) (?:[^\W\d_]+ )?(?:{_SPAN}|january|february|march|april|may|june|july"
    rf"|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|election"
    rf"|time|census)"
    rf"|(?:the )?(?:same|corresponding|comparable|year-earlier|year-ago|equivalent|like) (?:period|quarter|month|week|weeks"
    rf"|weekend|months|year|time|season|half|day|date|stage|point)|year-earlier|year-ago|year earlier|years earlier|month earlier"
    rf"|previously|formerly|originally|initially|beforehand|at the (?:start|beginning|outset)|used to|had been|had stood|had sold"
    rf"|had cost|had won|had had|yesterday|before that|until then|at the time|to begin with|since then"
    rf"|when (?:he|she|it|they|the)(?!\w))(?!\w)")
_NOW = re.compile(r"(?<!\w)(?:now|today|currently|this (?:year|month|week|season|time|quarter)|at present|nowadays|since)(?!\w)")
_LATER = re.compile(
    rf"(?<!\w)(?:{_SPAN} (?:later|afterwards|hence)|(?:years|months|weeks|decades) on|{_DURATION} (?:later|afterwards|on|hence)"
    rf"|next (?:year|month|week|quarter|season)|by the time)(?!\w)")
_EXPECTED = re.compile(r"(?<!\w)(?:expect\w*|forecast\w*|estimated|estimates|consensus|target\w*|predict\w*|project\w*|budget\w*"
                       r"|goal|analysts?|must|would|could|might|may|should)(?!\w)")

_CUT = re.compile(r"[,;:]|(?<!\w)(?:is|are|will|and|but|while|up|down|compared|against|from|to|than)(?!\w)")


_IN = re.compile(r"^(?: of)?(?: [^\W\d_]+){0,2} in $")


class Earlier:
    """Asks of the numbers of one article how clearly their words put them in the past."""

    def __init__(self, view: View):
        self.view = view
        self.known: dict[int, int] = {}
        self._years: dict[int, int | None] = {}

    def mark(self, m: Mention) -> int:
        """3 where it is set beside another ("from", "against"), 2 where an earlier time is named, 0 where nothing is said,
        -1 for what was reached, -2 for what is so now and -3 for what comes later."""
        if m.id not in self.known:
            self.known[m.id] = self._mark(m)
        return self.known[m.id]

    def _mark(self, m: Mention) -> int:
        view, sentence = self.view, self.view.article.sentences[m.sentence]
        before = view.bare(max(m.lead - 90, sentence.start), m.lead)
        if m.change == "from" or (m.change != "to" and any(p.search(before) for p in (AGAINST, FROM, DATED, _THAN))):
            return 3
        if _AFTER.search(before):
            return 3
        if m.change == "to":
            return -1
        row = [o for o in view.mentions(sentence.start, sentence.end) if o.kind in LEVELS and o.kind != "duration"]
        at = row.index(m) if m in row else 0
        left = row[at - 1].end if at else sentence.start
        right = row[at + 1].lead if at + 1 < len(row) else sentence.end
        head = view.bare(max(left, m.lead - 160), m.lead)
        if at:
            head = re.split(r"[,;:]", head)[-1]
        tail = _CUT.split(view.bare(m.end, min(right, m.end + 70)))[0]
        near = f"{head} | {tail}"
        if _LATER.search(near):
            return -3
        if _BEFORE.search(before):
            return 2
        if _TIME.search(near):
            return 2
        return -2 if _NOW.search(near) else 0

    def year(self, m: Mention) -> int | None:
        """The year named nearest the number in its sentence, at most 60 characters away."""
        if m.id not in self._years:
            self._years[m.id] = self._year(m)
        return self._years[m.id]

    def _year(self, m: Mention) -> int | None:
        sentence = self.view.article.sentences[m.sentence]
        best: tuple[int, int] | None = None
        for o in self.view.mentions(sentence.start, sentence.end):
            if o.kind in ("year", "date") and o.moment is not None and o.moment.year is not None and o.moment.end_year is None:
                away = _apart(o, m)
                nearer = any(_apart(o, x) < away for x in self.view.mentions(sentence.start, sentence.end)
                             if x.kind in LEVELS and x is not m)
                own = o.start > m.end and bool(_IN.match(self.view.bare(m.end, o.lead)))  # "12 million tonnes of crops in 2004"
                if 0 <= away <= 60 and (own or not nearer) and (best is None or away < best[0]):
                    best = away, o.moment.year
        return best[1] if best else None

    def first(self, a: Mention, b: Mention) -> int:
        """How surely ``a`` is the earlier of the two: 3, 2 or 1; 0 where that is not said."""
        one, two = self.mark(a), self.mark(b)
        x, y = self.year(a), self.year(b)
        if two != -2 and x is not None and y is not None and (x > y or (x == y and one < 3)):
            return 0
        if one == 2 and x is None and y is not None:
            return 0  # "sales of 67 in 1971 and of 398 last year"
        if one > 0 and one > two:
            return one
        if x is not None and y is not None and x < y:
            return 2
        if two == -3 or (one, two) == (-2, -1):
            return 2 if one > -3 and (two == -3 or self.expected(b)) else 0  # "is 60p now; the plan would raise it to 64p"
        return -two if two < 0 and one == 0 else 0

    def expected(self, m: Mention) -> bool:
        """Whether the number is set against what was expected and not against what was."""
        return bool(_EXPECTED.search(self.view.bare(max(m.lead - 60, self.view.article.sentences[m.sentence].start), m.lead)))


def _apart(a: Mention, b: Mention) -> int:
    return b.lead - a.end if b.start >= a.end else a.lead - b.end
