"""From an article to the numbers in it: the one place that says in which order the finders run."""

from __future__ import annotations

from ..articles.model import Article
from ..base.lexicon import Lexicon, default_lexicon
from ..base.watch import Watch
from .amounts import counts, durations, measures, money, multipliers, percent, ranges, rates, ratios, vague
from .calendar_kinds import FINDERS
from .clause import context
from .clause.allowed import allowed
from .labels import names
from .mention import Cue, Mention, Reading
from .scan import Draft, Scan

#: Quantities, after everything that only looks like one.
_QUANTITIES = (vague.find, money.find, percent.find, multipliers.find, durations.find, measures.find, ratios.find, counts.find)


def read_numbers(article: Article, lexicon: Lexicon | None = None, watch: Watch | None = None) -> Reading:
    """Every number of ``article`` and every cue beside them, by position. The same article and lexicon give the same reading.

    Raises OutOfTime where ``watch`` says so.
    """
    scan = Scan(article, lexicon or default_lexicon())
    if not article.text or not article.sentences:
        return Reading(article)
    ratios.find_tries(scan)
    names.block(scan)
    measures.find_stones(scan)
    for find in (*FINDERS, *_QUANTITIES):
        if watch is not None:
            watch.check()
        find(scan)
    ranges.merge(scan)
    rates.extend(scan)
    context.describe(scan)
    return _reading(scan)


def _reading(scan: Scan) -> Reading:
    article = scan.article
    drafts = sorted(scan.drafts, key=lambda d: (d.start, d.end))
    mentions = tuple(_mention(scan, i, d) for i, d in enumerate(drafts))
    cues = []
    for i, c in enumerate(sorted(scan.cues, key=lambda c: (c.start, c.end, c.kind)), len(mentions)):
        sentence = article.sentence_at(c.start)
        cues.append(Cue(i, c.start, c.end, article.text[c.start : c.end], c.kind, c.value, sentence.index, sentence.paragraph))
    return Reading(article, mentions, tuple(cues))


def _mention(scan: Scan, i: int, d: Draft) -> Mention:
    sentence = scan.article.sentence_at(d.start)
    printed, loose = allowed(d, scan.lexicon)
    return Mention(
        id=i,
        start=d.start,
        end=d.end,
        text=scan.text[d.start : d.end],
        kind=d.kind,
        value=d.value,
        value2=d.value2,
        unit=d.unit,
        printed=printed,
        loose=loose,
        scale=d.scale,
        shift=d.shift,
        dimension=d.dimension,
        currency=d.currency,
        noun=d.noun,
        head=d.head,
        hedge=d.hedge,
        change=d.change,
        lead=d.lead if d.lead >= 0 else d.start,
        per=d.per,
        per_amount=d.per_amount,
        step=None if d.worded else d.step,
        worded=d.worded,
        moment=d.moment,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        quoted=d.quoted,
        alternatives=d.alternatives,
    )
