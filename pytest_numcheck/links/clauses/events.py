"""What a sentence says happens to what it counts: states of people, and the words two sentences share."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..prose import holes
from ..prose.view import View

_WORD = re.compile(r"[a-z]{4,}")
_CLAUSE_END = re.compile(f"[,;:–—(){holes.MENTION_KINDS}{holes.SENTENCE_END}]")
#: "two bombs kill", "two bombs killed 67": what the counted did, not what became of them
_ACTIVE = re.compile(
    r"(?<![a-z])(?:kills?|killing|injures?|injuring|wounding|arrests?|arresting|detains?|rescues?|rescuing|jails?)(?![a-z])")
#: the marks of cues and nouns, which may stand inside "lost their lives"
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")
#: "three people – two in the valley and one in the town – were killed"
_ASIDE = re.compile(f"([^,;:.(){holes.MENTION_KINDS}{holes.SENTENCE_END}]{{0,30}})(?: ?[–—]|, (?=[{holes.MENTION_KINDS}]|"
                    r"including |among |mostly |all |both ))")
_TAIL = re.compile(f"^[^{holes.SENTENCE_END}]{{0,30}}?(?:[–—][^{holes.SENTENCE_END}–—]{{1,110}}[–—]|"
                   f",[^{holes.SENTENCE_END},]{{1,110}},)")
_DEED = re.compile(r"(?:killed|injured|wounded|arrested|detained|rescued|jailed|evacuated|murdered) (?:up to |at least )?$")
_COMMON = ("that this with from have been were they their them said says than more most over into also which when what will "
           "would could after before about other some there where while such only just being during against between under "
           "through because people year years month months week weeks told according including many very first last")
_EMPTY = frozenset(_COMMON.split(" "))


@lru_cache(maxsize=8)
def _states(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon.table("states")
    return tuple((str(state), re.compile(rf"(?<![a-z])(?:{'|'.join(re.escape(str(w)) for w in words)})"))
                 for state, words in table.items() if state != "source")


def state(view: View, m: Mention) -> str | None:
    """What the words around a count say became of those counted: "dead", "hurt", "held" … (``rules/data/states.yaml``)."""
    start, _ = view.spans[m.sentence]
    at = view.to_view(m.end)
    after = _MARKS.sub("", view.text[at:at + 80])[:70]
    if (aside := _ASIDE.match(after)) is not None:
        after = aside[1] + _TAIL.sub("", _MARKS.sub("", view.text[at:at + 190]), count=1)[:60]
    end = _CLAUSE_END.search(after)
    clause = after[:end.start()] if end else after
    said = _first(view, clause, False)
    if said is not None and not (_ACTIVE.search(clause) or (end and _DEED.search(clause) and end.group() > "\ue000")):
        return said
    lead = view.to_view(m.lead if 0 <= m.lead < m.start else m.start)
    before = _MARKS.sub("", view.text[max(start, lead - 30):lead])
    ends = [e.end() for e in _CLAUSE_END.finditer(before)]
    return _first(view, before[ends[-1]:] if ends else before, True)


def _first(view: View, words: str, nearest_end: bool) -> str | None:
    hits = []
    for name, pattern in _states(view.lexicon):
        found = [hit.start() for hit in pattern.finditer(words)]
        if found:
            hits.append((-found[-1] if nearest_end else found[0], name))
    return min(hits)[1] if hits else None


def stems(view: View, sentence: int) -> frozenset[str]:
    """The beginnings (five letters) of a sentence's words that carry meaning; numbers have none."""
    key = ("stems", sentence)
    if key not in view.found:
        start, end = view.spans[sentence]
        view.found[key] = frozenset(w[:5] for w in _WORD.findall(view.text, start, end) if w not in _EMPTY)
    result: frozenset[str] = view.found[key]
    return result
