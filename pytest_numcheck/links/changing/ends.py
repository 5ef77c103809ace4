"""What one number is in a change: its old value, its new one or its size."""

from __future__ import annotations

import re

from ...numbers.mention import Mention
from ..prose import holes
from ..prose.view import View
from .levels import LEVELS, STEPS

_HOLE = f"[{holes.MENTION_KINDS}][{holes.MENTION_IDS}]"
_DATE = f"[{holes.KIND['date']}{holes.KIND['year']}]"
ARTICLE = r"(?:(?:the|a|an|its|their|his|her|just|only|about|some|even|nearly)(?!\w) ?)?"
AGAINST = re.compile(
    rf"(?<!\w)(?P<how>compar(?:ed|es|ing) (?:with|to)|against|versus|verses|vs\.?"
    rf"|(?P<way>up|down|off|higher|lower)(?: [^\W\d_]+ly)? (?:from|on|than|against|over)"
    rf"|after (?:closing|ending|settling|finishing|opening|starting)(?: [^\W\d_]+){{0,3}}? (?:at|on))(?!\w) ?{ARTICLE}"
    rf"(?P<np>(?:[^\W\d_]+(?:['-][^\W\d_]+)*,? ){{0,5}}?)(?:of |at )?(?:an? )?$")
#: no value of before: "up 12 at 670 from a high of 675", "compared with April's 2.8 billion increase"
EXTREME = re.compile(r"(?<!\w)(?:high|low|peak|highs|lows) of $")
#: the number before it is what was corrected, not what came after it: "from a surplus of 33 million, revised from 43"
_REVISED = re.compile(
    r", (?:[^\W\d_]+ ){0,2}(?:revised|restated|corrected|amended) (?:up |down |upwards? |downwards? )?from (?:an? )?$")
_STEP_NOUN = re.compile(r"^ (?:rise|increase|fall|drop|decline|gain|decrease)(?!\w)")
_OR = re.compile(r"(?<!\w)or $")
_TO = re.compile(rf"(?<!\w)to {ARTICLE}(?:[^\W\d_]+ (?:of )?)?$")
_ENDS = re.compile(r",? ?(?:from|to)(?: (?:a|an|the|about|just|only|around|some))? ?")
#: what compares with what was expected and not with what was before
_GUESS = re.compile(r"(?<!\w)(?:expect|forecast|estimat|consensus|target|predict|project|plan|budget|goal|analyst|limit|hope)")
_WHICH = re.compile(rf"(?<!\w)(?:which|that)(?!\w)[^.;]{{0,60}}?(?<!\w)(?:was|were|stood at|had been|has been"
    rf"|used to be|put at|totalled)(?!\w) ?{ARTICLE}$")
#: "£2.3bn (2012: £1.2bn)"
DATED = re.compile(rf"\({_DATE}[{holes.MENTION_IDS}][^()]{{0,12}}: ?$")
FROM = re.compile(rf"(?<!\w)from {ARTICLE}(?:[^\W\d_]+(?:'s)? (?:of )?)?$")
#: "up 12% over the 80,256 of March", "38.5% below the 168.6m of May": the old value stands right after the size
OVER = re.compile(rf"^(?: [^\W\d_]+)? (?:over|above|below|under|more than|less than|higher than|lower than|than|on) {ARTICLE}"
    r"(?:[^\W\d_]+'?s? ){0,4}?(?:of |at )?$")
#: "X mln dlrs, or 26 cts a share": the same again, per share
_GLOSS = re.compile(r"^(?: [^\W\d_]+(?:[ -][^\W\d_]+){0,4})?,? ?(?:or|or about|or some|equal to|equivalent to|i\.e\.) ?$")


_OR_LESS = re.compile(r"^,? or (?:about )?$")


def role(view: View, m: Mention, previous: Mention | None, following: Mention | None) -> tuple[str | None, int, bool]:
    """What the number is in a change, the way it went, and whether the new value may stand before it."""
    if m.kind == "multiplier":
        return ("by", 0, False) if m.value2 is None else (None, 0, False)
    if m.change in ("up", "down"):
        return "by", 1 if m.change == "up" else -1, False
    ended = following is not None and {m.kind, following.change} <= {"percent", "from", "to"}
    if ended and previous is not None and not is_step(previous) and _OR.search(view.bare(previous.end, m.lead)):
        ended = False  # "to 1.49 million shares, or 16.2%, from 1.44 million"
    if following is not None and ended and m.change is None and _ENDS.fullmatch(view.bare(m.end, following.lead)):
        return "by", 0, False
    if m.kind not in LEVELS:
        return None, 0, False
    before = view.bare(max(m.lead - 80, view.article.sentences[m.sentence].start), m.lead)
    if _REVISED.search(before) or EXTREME.search(before) or _STEP_NOUN.match(view.bare(m.end, m.end + 16)):
        return None, 0, False
    against = AGAINST.search(before)
    if against is not None and not _GUESS.search(against["np"]):
        return "old", {"up": 1, "higher": 1, "down": -1, "off": -1, "lower": -1}.get(against["way"] or "", 0), True
    if DATED.search(before):
        return "old", 0, True
    if previous is not None and is_step(previous) and m.change is None:
        over = OVER.match(view.bare(previous.end, m.lead))
        if over is not None and not _GUESS.search(over[0]):
            return "old", 0, True
    if previous is not None and m.change is None and FROM.search(before) and (previous.change == "to" or is_step(previous)):
        return "old", 0, True
    if following is not None and _WHICH.search(before) and m.change is None:
        return "old", 0, False
    if m.change == "from" or (following is not None and following.change == "to" and FROM.search(before)):
        return "old", 0, True
    if m.change == "to" or (m.change is None and following is not None and following.change == "from" and _TO.search(before)):
        return "new", 0, False
    return None, 0, False


def is_step(m: Mention) -> bool:
    """Whether the reader took the number for the size of a change."""
    return m.change in ("up", "down") or m.kind == "multiplier"


def gloss_of(view: View, m: Mention, previous: Mention | None) -> bool:
    """Whether the number says the one before it again in another measure: "$15m, or 26 cents a share"."""
    if previous is not None and previous.value and m.value and m.kind == previous.kind == "money" and (
            m.change in (None, previous.change)) and (
            abs(previous.value) > 1000 * abs(m.value) and _OR_LESS.match(view.bare(previous.end, m.lead))):
        return True  # "76.9 mln dlrs or 3.26 dlrs": the second is per share
    share = m.kind == "percent" and m.change is None and previous is not None and previous.kind in ("count", "money", "rate")
    if previous is None or (m.kind in STEPS and not share) or previous.kind in STEPS or (m.kind, m.unit, m.per) == (
            previous.kind, previous.unit, previous.per):
        return False
    return m.kind in LEVELS and is_step(m) == is_step(previous) and bool(_GLOSS.match(view.bare(previous.end, m.lead)))
