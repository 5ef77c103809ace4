"""A rate of interest, tax or commission, the sum it is on, what it comes to: "interest on the $80 million, at 6.5%, is $5.2m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.nearby import OPEN, closest, gaps, near, side_by_side, triple
from ..model import Link
from ..prose.view import View
from ..prose.wording import any_of, words


def find(view: View) -> Iterator[Link]:
    """Links levied(rate, on, levy)."""
    word = _word(view.lexicon)
    for m in view.reading.mentions:
        if m.kind != "percent" or not m.value or m.value2 is not None or not 0 < m.value <= 60 or m.change in ("up", "down"):
            continue
        sentence = view.article.sentences[m.sentence]
        if m.hedge in OPEN or not word.search(view.plain(sentence.start, sentence.end)):
            continue
        sums = [x for x in near(view, m) if x.currency and x.change not in ("up", "down") and x.hedge not in OPEN]
        yield from _levied(view, m, [x for x in sums if x.kind == "money" or _yearly(x)])


def _yearly(x: Mention) -> bool:
    return x.kind == "rate" and x.per == "year" and x.dimension.powers == (("money", 1), ("time", -1))


def _levied(view: View, rate: Mention, sums: list[Mention]) -> Iterator[Link]:
    word, aside = _word(view.lexicon), words(view.lexicon, "set-apart", "set-apart-sums", "one-more")
    on = closest(rate, [x for x in sums if x.kind == "money"])
    for whole in on:
        for levy in closest(rate, [x for x in sums if x.id != whole.id and x.currency == whole.currency]):
            if (levy.value or 0) * (1.0 if levy.kind == "rate" else levy.scale) >= (whole.value or 0) * whole.scale:
                continue
            if any(aside.search(g) for g in gaps(view, rate, whole, levy)):
                continue
            if not any(word.search(view.plain(max(x.lead - 40, 0), x.end + 25)) for x in (rate, levy)):
                continue
            sure = len(sums) == 2 and side_by_side(view, rate, whole, levy)
            yield triple("levied", {"rate": rate, "on": whole, "levy": levy}, "inferred" if sure else "guessed")


@lru_cache(maxsize=8)
def _word(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?!tax(?:es)? (?:{any_of(lexicon, 'not-levied')}))(?:{any_of(lexicon, 'levies')})(?!\w)")
