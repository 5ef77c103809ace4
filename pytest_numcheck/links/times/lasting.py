"""Whether the words about a length of time tell how long something lasted."""

from __future__ import annotations

import re

from ...numbers.mention import Mention
from ..prose.view import View

#: units of lengths between dates, and between clock times
LONG = frozenset({"year", "decade", "century", "month", "week", "fortnight", "day"})
SHORT = frozenset({"hour", "minute"})
#: before a length: it is told how long something lasted …
_LASTED = re.compile(
    r"(?:\b(?:last(?:ed|s|ing)?|spann(?:ed|ing)|spread over|dragged on|raged|reigned|burned|burnt)"
    r"(?: it| them| him| her| for| up| over| at| just| only| nearly| almost| about| some| a full| fully)*"
    r"|\bfor (?:all |most of )?(?:those|these)(?: whole| entire| full)?|\b(?:in|of|over|during|through(?:out)?) (?:those|these)"
    r"|\b(?:end(?:ed|s|ing)?|clos(?:ed|es|ing)|capp(?:ed|ing)|crown(?:ed|ing)|interrupt(?:ed|ing)|broke)"
    r"|\b(?:period|span|stretch|wait|gap|reign|tenure|career|run|stint|spell|term|life|duration|delay|journey|flight|trip|"
    r"ordeal|siege|voyage|strike|outage|"
    r"rule|closure|interval|absence|window) of(?: just| only| some)?"
    r"|\b(?:official|total|elapsed|running|playing|flight|flying) (?:time|duration)[,:]?(?: of| was)?) ?\Z")
#: … by then …
_AFTER = re.compile(r"\b(?:after|following|for all)(?: just| only| nearly| almost| about| some| a total of| more than)? \Z")
#: … or how long somebody did something …
_DID = re.compile(
    r"\b(?:t(?:ook|akes?|aken|aking)|r[au]n(?:s|ning)? for|spent|spending|served|serving|ruled|ruling|governed|stood|"
    r"wait(?:ed|s|ing)?|"
    r"worked|"
    r"sat|deliberat(?:ed|ing)|held|trapped|missing|stranded|closed|shut|out|dark|power|water|open|lived|up|off|on strike|"
    r"stuck|there|"
    r"in (?:force|power|office|charge|prison|jail|exile|business|the (?:job|post|team|chair)|command|captivity|hiding|use|"
    r"print|service)|"
    r"on (?:the throne|the run|the job|remand|death row)|at (?:sea|war|the top|the helm)|been|been \w+|is for|was for|lasts? for|"
    r"edited|led|headed|ran|run|barred|banned|imposed|total(?:l?ed|s)?)"
    r"(?: him| her| it| them| us| for| a total of| just| only| nearly| almost| about| some| a full| fully| all)* \Z")
#: … or may be of another matter
_FOR = re.compile(r"(?:\b[a-z]+ of|"
                  r"\bfor(?: just| only| some| about| the| a(?: full)?)?|\bin(?: just| only)?|\b(?:his|her|its|their|the|"
                  r"that|this)"
                  r"(?: \w+)?|\ban?|[:,–—(-])(?: \w+ly)? ?\Z")
_NOT = re.compile(r"\b(?:(?:time|high|low|level|best|worst|record|win|defeat|title|victory|visit|year|month) in|sentenced? to|"
                  r"jailed for|fined|(?:the|his|her|its|their|over|in|for|our) last|past|previous|another|other|first|every|"
                  r"each|within|less than|"
                  r"could|would|may|might|up to|until|needs?|planned|ages?d?|extra|further|additional|more|within the|"
                  r"per|than|by|or|to|at least|two|three|four|five|six|remaining|final|later|opening|ago) \Z")
_NOT_AFTER = re.compile(r"(?:-| )?(?:old\b|olds\b|ago\b|earlier\b|later\b(?![.,;])|hence\b|notes?\b|bonds?\b|bills?\b|"
                        r"before (?:that|this|it)\b|treasur|mortgage|warranty|from now|away|of experience|younger|older|"
                        r"early\b|left\b|to (?:go|run|serve)\b|"
                        r"more\b|longer\b|shorter\b|behind (?:schedule|time)|or\b|into\b)")
_A_DAY = re.compile(r"(?:a|per|each|every) (?:day|week|month|year|night|game|match)\b|daily\b|weekly\b")
_SINCE = re.compile(r"(?:after|since|from|before)\b")
_IN_WHICH = re.compile(r"(?:(?:in|during|of|for) which|(?:had|have|has|would)? ?(?:gone|go|went|passed?|slipped) by|(?:had |"
                       r"have |would )?"
                       r"(?:pass|passed|elapsed|elapse)|apart|lie between|lay between|separate[sd]?|long|in all|altogether|"
                       r"in total)\b")
#: what is to last so long may not have
_PLANNED = re.compile(r"\b(?:expected|due|scheduled|likely|could|should|might|may|planned|meant|supposed)\b[^,;]{0,24} \Z")
_LATER = re.compile(r"(?:later|afterwards)(?:[.,;]|\Z)")
_VERB = re.compile(r"(?:were|was|are|is|had|have|in|on|at|as|there|of|when|until|before|that|he|she|they|it|under|with)\b")
_GIVING = re.compile(r"\b(?:giv(?:es|e|ing|en)|took|takes?|needed|needs) (?:[\w',-]+ ){1,7}\Z|\b(?:good|valid) for \Z|"
                     r"\bmaking it \Z")
#: "Those seven years in office", "all 15 hours"; ", a run of 18 years"
_THOSE = re.compile(r"(?:^|[.!?:;,\"“(] ?|, ?(?:and|but|when|for|with|while) )[\"“ ]*(?:in |over |during |for )?"
                    r"(?:the next|the following|those|these|all|all of those)"
                    r"(?: (?:whole|entire|full|long))* \Z")
_FOR_ALL = re.compile(r"\b(?:for|in|of|through(?:out)?|during) all(?: (?:of )?(?:those|these|the))? \Z")
_A_RUN_OF = re.compile(r"[,–—(-] ?(?:an?|in all an?) (?:[\w'-]+ ){1,2}of (?:just |only |some |nearly |almost )?\Z")
_TOOK = re.compile(r"\b(?:took|taken|takes|needed|waited|wait(?:ing)?)(?: (?:him|her|it|them|us|[A-Z]\w+))? another \Z")
_HYPHEN = re.compile(r"-(?:year|month|week|day|hour|minute|decade|century|fortnight)")
_EVENT = re.compile(r"[a-z]+")
_THE = re.compile(r"(?:\b(?:the|that|this|his|her|its|their|those|these) |'s )\Z")


def lasting(view: View, m: Mention) -> int:
    """2 where the words bind the length to its moments, 1 where they may, 0 where they do not."""
    sentence = view.article.sentences[m.sentence]
    lead = m.lead if 0 <= m.lead < m.start else m.start
    before = view.plain(max(sentence.start, lead - 60), lead)
    after = view.plain(m.end, min(m.end + 24, sentence.end)).lstrip(" ,")
    after = after.removeprefix("-long ") if hyphened(m) else after
    if after.startswith("ago"):
        return 1
    if _NOT_AFTER.match(after) or (_NOT.search(before) and not _TOOK.search(before)) or (m.unit in LONG and _A_DAY.match(after)):
        return 0
    if _PLANNED.search(before):
        return 1
    if (_LASTED.search(before) or _IN_WHICH.match(after) or _told_event(view, m, before, after) or _THOSE.search(before)
            or _FOR_ALL.search(before)):
        return 3
    if _LATER.match(after) and before.endswith((", ", "– ", "— ", "- ")):
        return 3
    told = _TOOK.search(before) or _A_RUN_OF.search(before) or _AFTER.search(before)
    told = told or _GIVING.search(before) or _DID.search(before) or (_THE.search(before) and _VERB.match(after))
    if told or view.mention(m.id).kind == "rate":
        return 2
    return 1 if _FOR.search(before) or hyphened(m) or not before.strip(" \"'") else 0


def later(view: View, m: Mention) -> bool:
    """"…, five minutes later": counted to the moment told right before."""
    return _LATER.match(view.plain(m.end, m.end + 24).lstrip(" ,")) is not None


def hyphened(m: Mention) -> bool:
    """"Ten-year", but not "thirty-two years"."""
    return _HYPHEN.search(m.text) is not None


def _told_event(view: View, m: Mention, before: str, after: str) -> bool:
    """Whether it is the length of a thing that lasts: "the five-hour outage"."""
    noun = _EVENT.match(after)
    return bool(hyphened(m) and noun and _THE.search(before) and noun.group() in view.lexicon.table("stretches")["events"])
