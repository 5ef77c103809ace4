"""Numbers that look like a total and its parts where no list says so outright: the arithmetic decides, or a slip of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.alike import is_person, same_heads
from ..model import Link
from ..prose import holes
from ..prose.view import View
from . import bracketed, tranches
from .adding import adds, digits_of, lead, mended, size, total_of
from .sum_places import compared, outside, rows_of, stretches

_AND = re.compile(r"(?<!\w)(?:and|plus|while|with|as well as)(?!\w)|;|&")
#: "while 50 go to one, the other gets 35"
_WHILE = re.compile(r"^[\"']?(?:while|whereas|as)(?!\w)")
#: a part that is called the last of them
_LAST = re.compile(r"(?<!\w)(?:remaining|remainder|rest|balance|others?|final)(?!\w)[^,;]{0,20}$")
#: an item that no number counts: "a chairman, five deputies and 23 others"
_SINGLE = re.compile(
    r"(?:^|[,;]|(?<!\w)(?:and|of|plus)) ?(?:and |plus )?(?:a|an|another|his|her|its|their|no)(?!\w)(?! (?:further|total))")
#: a number's own article and adjectives
_OWN = re.compile(r"(?:a|an|the|another|its|their)(?: [\w-]+){0,2} ?$")
#: how much of the total a sum that misses it must be: parts that may be only some must be more than all of it
_LEAST = {"made of": 0.5, "the": 0.5, "including": 1.02, "told apart": 1.02, "the rest": 1.02, "together": 0.5}
#: words that with a slip leave no doubt
_TELLING = ("made of", "including", "the rest", "together")
#: a part of a part, or another total
_WITHIN = re.compile(r"(?<!\w)(?:includ\w+|of (?:which|whom|them)|total\w*)(?!\w)")
_FEWEST, _MOST = 2, 6
#: parts that a slip may explain where no word calls them parts: of more, some slip would mend any
_FEW = 3
#: how far before the first part an item without a number may stand
_CLOSE = 48


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links summed(parts, total). ``links``: all that was found before.

    Numbers that add up are linked where a run of them is joined by "and"; where words also say that they are parts, so are
    numbers that do not: "inferred" where the words leave little doubt, else "guessed".
    """
    old = list(links)
    yield from tranches.find(view)
    yield from bracketed.find(view)
    rows = rows_of(view, outside(old))
    taken = {i for k in old if k.kind == "list" for i in k.ids}
    missed: list[Link] = []
    fitted: set[int] = set()
    for total in (m for row in rows.values() for m in row):
        if total.id in taken or (total.value or 0) * total.scale < 3:
            continue
        found: Link | None = None
        maybe: list[Link] = []
        for cue, stretch in stretches(view, total, rows):
            run = _fitting(view, total, stretch, cue)
            if run:
                found = _link(run, total, "inferred", cue or "they add up")
                break
            whole = _closed(view, total, stretch, cue)
            if whole:
                slipped = mended(whole, total, partial=cue == "including")
                likely = _LEAST.get(cue, 9) <= total_of(whole) / size(total) <= 2
                if slipped or likely or cue == "made of":
                    sure = "stated" if slipped and cue in _TELLING else "inferred" if slipped or likely else "guessed"
                    maybe.append(_link(whole, total, sure, cue))
            elif not cue and 1 < len(stretch) <= _FEW and joined(view, stretch) and _alike(view, stretch, total) and (
                    mended(stretch, total, 0.01)):
                maybe.append(_link(stretch, total, "inferred", "they would add up but for a slip"))
        if found is not None:
            fitted.update(found.ids)
            yield found
        elif maybe and not compared(view, total):
            missed += maybe
    for link in missed:
        if not fitted & set(link.ids) and not taken & set(link.ids):
            yield link


def _fitting(view: View, total: Mention, stretch: list[Mention], cue: str) -> list[Mention] | None:
    """The first run of two or more neighbours that adds up."""
    for many in range(min(len(stretch), _MOST), _FEWEST - 1, -1):
        for i in range(len(stretch) - many + 1):
            run = stretch[i:i + many]
            if adds(run, total) and joined(view, run) and (cue or _telling(view, run, total)):
                return run
    return None


def _closed(view: View, total: Mention, stretch: list[Mention], cue: str) -> list[Mention] | None:
    """The run that the words call the parts, though it does not add up."""
    if not cue or not _FEWEST <= len(stretch) <= _MOST or not joined(view, stretch) or (
            stretch[0].sentence - total.sentence > 1 and cue != "made of"):
        return None
    gaps = [view.words(a.end, lead(b)) for a, b in pairwise(stretch)]
    opened = view.words(max(lead(stretch[0]) - _CLOSE, 0), lead(stretch[0]))
    before = [_OWN.sub("", gap) for gap in (*gaps, opened.rpartition(holes.SENTENCE_END)[2])]
    if any(_SINGLE.search(gap) for gap in before) or any(_WITHIN.search(gap) for gap in gaps):
        return None
    if cue == "including" and any(", and" in gap for gap in gaps) and len(stretch) < 3:
        return None
    if total.value in {m.value for m in stretch}:
        return None
    if any(m.change for m in stretch) or (any(m.hedge for m in (*stretch, total)) and not mended(stretch, total)):
        return None
    if cue == "made of" or total.kind != "count":
        return stretch
    return stretch if all(_of_sort(view, total, m) for m in stretch) else None


def _of_sort(view: View, total: Mention, m: Mention) -> bool:
    """Whether the noun allows it: people may be Swedes."""
    if same_heads(total, m, view.lexicon) is not False or counts_unsaid(view, total):
        return True
    return is_person(total.head, view.lexicon) and (is_person(m.head, view.lexicon) or (m.noun or "a")[0].isupper())


def _alike(view: View, run: list[Mention], total: Mention) -> bool:
    """Whether figures that no word calls a sum are told together as one would be."""
    everything = (*run, total)
    digits = sum(map(digits_of, everything))
    if total.hedge or any(m.hedge for m in run) or run[0].id < total.id or total.value in {m.value for m in run}:
        return False
    if digits < 9 and any(m.change for m in run):
        return False
    akin = [same_heads(total, m, view.lexicon) for m in run]
    if False in akin and not all(is_person(m.head, view.lexicon) for m in everything):
        return False
    if run[0].sentence - total.sentence > 1:
        return digits >= 9 or (digits >= 7 and False not in akin and True in akin)
    return digits >= 6 or (True in akin and total.kind == "count") or _in_places(view, run)


def _in_places(view: View, run: list[Mention]) -> bool:
    """"Twelve in Haiti and one in Jamaica"."""
    said = [re.match(r"^ (in|from|at|by|on)(?!\w)", view.words(m.end, m.end + 8)) for m in run]
    return None not in said and len({m[1] for m in said if m}) == 1 and len(view.words(run[-2].end, run[-1].start)) < 40


def joined(view: View, run: list[Mention]) -> bool:
    gap = view.words(run[-2].end, run[-1].start)
    if _AND.search(gap) or _LAST.search(gap):
        return True
    opened = view.words(view.article.sentences[run[-2].sentence].start, lead(run[-2]))
    return len(opened) < 40 and bool(_WHILE.match(opened)) and run[-1].sentence == run[-2].sentence and "," in gap


def _telling(view: View, run: list[Mention], total: Mention) -> bool:
    """Whether figures that add up without a word for it do so hardly by chance."""
    everything = (*run, total)
    exactly = abs(total_of(run) - size(total)) <= 1e-9 * size(total)
    if any(m.hedge for m in everything) and not exactly:
        return False
    akin = [same_heads(total, m, view.lexicon) for m in run]
    if False in akin and not all(is_person(m.head, view.lexicon) for m in everything):
        return False
    digits = sum(map(digits_of, everything))
    if any(m.change for m in run) or run[0].sentence - total.sentence > 1:
        return digits >= 8 and exactly
    return digits >= 6 or (True in akin and (total.value or 0) >= 5)


def _link(run: list[Mention], total: Mention, confidence: str, via: str) -> Link:
    ids = (*run, total)
    return Link("summed", {"parts": tuple(m.id for m in run), "total": (total.id,)}, confidence, via,
                min(m.start for m in ids), max(m.end for m in ids))
