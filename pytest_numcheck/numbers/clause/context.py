"""What the words around a number say of it: what it counts, how it is hedged, which way it moved, who says it."""

from __future__ import annotations

from ..amounts.counted import counted
from ..digits.elided import elided
from ..labels.line import Line, lines
from ..scan import Scan
from .changes import changes
from .hedges import Hedges, hedges, shared_across_or
from .quotes import Quotes


def describe(scan: Scan) -> None:
    """Fill ``noun``, ``head``, ``noun_end``, ``hedge``, ``lead``, ``change`` and ``quoted`` of every draft.

    Runs once, after all numbers have been found; puts ``scan.drafts`` in order of position.
    """
    scan.drafts.sort(key=lambda d: (d.start, d.end))
    quotes = Quotes(scan.article)
    for draft in scan.drafts:
        draft.noun_end, draft.lead = draft.end, draft.start
        draft.quoted = quotes.holds(draft.start)
    nouns, hedging, changing = counted(scan.lexicon), hedges(scan.lexicon), changes(scan.lexicon)
    left_out = elided(scan.lexicon)
    for line in lines(scan.article, scan.drafts):
        left_out.fill(line)
        nouns.describe(line)
        changing.describe(line, _hedge(line, hedging))


def _hedge(line: Line, hedging: Hedges) -> dict[int, int]:
    """Fill ``hedge`` and ``lead`` of the line's drafts; tells at which word each hedge begins."""
    leads: dict[int, int] = {}
    previous: int | None = None
    for i in line.places:
        draft = line.drafts[i]
        if draft is None:
            continue
        found = hedging.before_number(line, i)
        if found is not None:
            draft.hedge, leads[i] = found
            draft.lead = line.starts[leads[i]]
        else:
            draft.hedge = hedging.after_number(line, i, _noun_word(line, i, draft.noun_end))
            if draft.hedge is None and previous is not None:
                draft.hedge = shared_across_or(line, previous, i)
        previous = i
    return leads


def _noun_word(line: Line, i: int, noun_end: int) -> int:
    """The last word of the number's noun phrase, ``i`` where it has none."""
    k = i
    while k + 1 < len(line) and line.ends[k + 1] <= noun_end:
        k += 1
    return k
