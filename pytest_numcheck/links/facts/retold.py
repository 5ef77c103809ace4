"""A number told again further on: in the same words, with "the", or one slip away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import lexemes, singular
from ...numbers.mention import Mention
from ..clauses.telling import Telling, meaning, sort_of, telling
from ..likeness.agree import can_agree
from ..likeness.alike import same_heads, same_measure
from ..likeness.misprint import STRONG, figure_keys, misprint, slip_size
from ..model import Link
from ..prose.view import View
from .common import Rarity, common, points_table
from .superseded import is_live, notes

#: earlier tellings weighed: of an equal figure, of one a slip away, of one between the same words
_EQUAL, _SLIPPED, _WORDED = 3, 6, 4
#: what a slip must have over its points where the figure is said elsewhere too, and where the article goes on entry by entry
_TWICE, _LIVE = 2, 3


#: slips that tell something in an article with many figures too; those that a figure which has merely grown does not look like
_TELLING = STRONG - {"a digit more"}
_KEPT = ("a zero", "a scale word", "a unit")
#: points from which a headline's figure of two digits and more is told again
_AGAIN = -5
#: figures that are so many times each other are two facts, unless nearly all words are shared
_FAR = 3.0
#: an article that has more figures of one sort tells several things in the same words
_FEW = 5
_IN_A_ROW = 3
#: what part of the shorter sentence's words the longer one has too, where it only goes on; what part of all their words two
#: sentences share that are the same but for the figure
_HELD = 0.85
#: a sentence of so many words that are all said again is said again
_WHOLE = 12
_ALIKE, _LONG, _LONGEST, _ROW = 0.7, 5, 30, 5
_THE = ("the", "those", "these")


class _Index:
    """Tellings so far, by what a later one may look them up by."""

    def __init__(self) -> None:
        self.rows: dict[tuple[object, ...], list[Telling]] = {}

    def put(self, keys: Iterable[tuple[object, ...]], t: Telling) -> None:
        for key in keys:
            self.rows.setdefault(key, []).append(t)

    def near(self, keys: Iterable[tuple[object, ...]], most: int) -> list[Telling]:
        found = {t.mention.id: t for key in keys for t in self.rows.get(key, ())[-most:]}
        return [found[i] for i in sorted(found)]


def find(view: View, mentions: Iterable[Mention], parts: frozenset[int]) -> Iterator[Link]:
    """Links same-fact(a, b): ``a`` stands first. ``parts``: numbers known to be part of another.

    Each number is compared with a few earlier ones that are looked up: cost grows with the numbers of the article.
    """
    numbers = [m for m in mentions if m.value is not None]
    rarity = Rarity(meaning(view, i) for i in sorted({m.sentence for m in numbers}))
    headline = view.article.headline
    finder = _Finder(view, numbers, parts, rarity, headline.end if headline is not None else 0)
    for m in numbers:
        yield from finder.earlier(telling(view, m))


class _Finder:
    def __init__(self, view: View, numbers: Sequence[Mention], parts: frozenset[int], rarity: Rarity, top: int):
        self.view, self.parts, self.rarity, self.top = view, parts, rarity, top
        self.lexicon = view.lexicon
        self.needs, self.equal, self.headline = _thresholds(view.lexicon)
        self.far = points_table(view.lexicon)["far apart"]
        self.unit = points_table(view.lexicon)["another unit"]
        self.live = is_live(view)
        self.index = _Index()
        self.said: dict[tuple[object, ...], set[int]] = {}
        self.sorts: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
        self.notes = notes(view)
        for m in numbers:
            self.said.setdefault(_figure(m), set()).add(m.sentence)
            if m.start >= top:
                self.sorts.setdefault(self._counted(m), set()).add(_figure(m))
        body = [m for m in numbers if m.start >= top]
        self.borne_out = frozenset(m.id for m in numbers if m.start < top
                                   and any(c.kind == m.kind and c.per == m.per and same_heads(m, c, self.lexicon) is not False
                                           and _same_figure(m, c) for c in body))

    def earlier(self, t: Telling) -> Iterator[Link]:
        m, sort = t.mention, sort_of(t.mention)
        same, same_top = [(*sort, "=", *_figure(m))], [(*sort, "headline", *_figure(m))]
        slips = [(*sort, "/", k) for k in figure_keys(m)] if m.value2 is None else []
        words = [*((*sort, "<", w) for w in t.before[-1:]), *((*sort, ">", w) for w in t.after[:1]), *self._nouns(t)]
        if m.start >= self.top:
            link = (self._again(t, self.index.near(same, _EQUAL)) or self._slipped(t, self.index.near(slips, _SLIPPED))
                    or self._changed(t, self.index.near(words, _WORDED)))
            if link is not None:
                yield link
            yield from self._borne_out(t, self.index.near(same_top, _EQUAL))
        self.index.put(same if m.start >= self.top else same_top, t)
        self.index.put(slips, t)
        self.index.put(words if m.start >= self.top else (), t)

    def _nouns(self, t: Telling) -> list[tuple[object, ...]]:
        if t.mention.kind != "count" or not t.head:
            return []
        groups = sorted(lexemes(self.lexicon).groups.get(t.head, ()))
        return [("noun", t.head), *(("group", g) for g in groups), *([("state", t.state)] if t.state else [])]

    def _counted(self, m: Mention) -> tuple[object, ...]:
        """What else an article may give many figures of: the same noun, the same unit."""
        return (*sort_of(m), singular(m.head, self.lexicon) if m.head and m.kind == "count" else m.unit)

    def _weigh(self, o: Telling, t: Telling) -> tuple[int, tuple[str, ...]]:
        points, why = common(o, t, self.rarity, len(self.sorts.get(self._counted(t.mention), ())), self.lexicon)
        return points - 3 * ((o.mention.id in self.parts) != (t.mention.id in self.parts)), why

    def _few(self, t: Telling) -> bool:
        sentence = self.view.article.sentences[t.mention.sentence]
        return len(self.view.mentions(sentence.start, sentence.end)) < _ROW

    def _again(self, t: Telling, earlier: list[Telling]) -> Link | None:
        """The same figure, in words that let it be the same fact: the longer the figure, the fewer are needed."""
        found = []
        for o in earlier:
            if o.mention.sentence != t.mention.sentence and same_measure(o.mention, t.mention):
                points, why = self._weigh(o, t)
                if points >= self.equal[min(max(_digits(t.mention), 1), 3) - 1]:
                    found.append((points, o.mention.id, why, o))
        if not found:
            return None
        points, _, why, best = max(found, key=lambda f: f[:2])
        return _link(best, t, "inferred", "told twice", why)

    def _borne_out(self, t: Telling, heads: list[Telling]) -> Iterator[Link]:
        """The headline's figure again: a long one needs no words to be the same."""
        for o in heads:
            if same_measure(o.mention, t.mention):
                points, why = self._weigh(o, t)
                if points >= (_AGAIN if _digits(t.mention) > 1 else self.equal[0]):
                    yield _link(o, t, "inferred", "headline", why)

    def _slipped(self, t: Telling, earlier: list[Telling]) -> Link | None:
        """A figure one slip away from one told before."""
        found = []
        if t.mention.paragraph in self.notes:
            return None
        for o in earlier:
            e, m = o.mention, t.mention
            if e.sentence == m.sentence or not same_measure(e, m) or e.value2 is not None:
                continue
            slip = misprint(e, m)
            if slip is None or e.paragraph in self.notes or (self.live and slip not in _KEPT) or can_agree(e, m):
                continue
            if o.line or t.line or (o.shown and t.shown):
                continue  # each row of a table is of something else
            if min(o.beside, t.beside) >= _IN_A_ROW and len(self.sorts.get(self._counted(m), ())) > _FEW:
                continue
            if m.kind == "age" and e.start >= self.top and not _one_person(o, t):
                continue
            if slip not in _TELLING and len(self.sorts.get(self._counted(m), ())) > _FEW:
                continue
            points, why = self._weigh(o, t)
            if slip == "a unit":  # which is the slip itself, and nothing that sets them apart
                points -= self.unit
            believed, sure = self.needs[slip_size(e, m, slip)]
            if e.start < self.top and e.id not in self.borne_out:
                believed = self.headline[slip not in STRONG]
            twice = (len(self.said[_figure(e)]) > 1) + (len(self.said[_figure(m)]) > 1)
            believed += _TWICE * twice + _LIVE * self.live
            if points >= believed and twice < 2:
                found.append((points - believed, e.id, points >= sure + _TWICE * twice, slip, why, o))
        if not found:
            return None
        _, _, sure, slip, why, best = max(found, key=lambda f: f[:2])
        if best.mention.id in self.borne_out:  # the text has another number for the headline's; this one is the odd one out
            best, t = t, best
        return _link(best, t, "stated" if sure else "inferred", f"told twice, {slip} apart", why)

    def _changed(self, t: Telling, earlier: list[Telling]) -> Link | None:
        """Another figure in all but the same words."""
        m = t.mention
        if len(self.said[_figure(m)]) > 1 or len(self.sorts[self._counted(m)]) > _FEW:
            return None
        if self.live or t.line or m.paragraph in self.notes:
            return None
        believed, sure = self.needs["none"]
        found = []
        for o in earlier:
            e = o.mention
            if (e.sentence == m.sentence or not same_measure(e, m) or (e.value2 is None) != (m.value2 is None)
                    or (len(self.said[_figure(e)]) > 1 and not t.back) or can_agree(e, m)):
                continue
            if not (_taken_up(o, t) or (_word_for_word(o, t) and self._few(o) and self._few(t))):
                continue
            points, why = self._weigh(o, t)
            if _far(e, m):
                points, why = points + self.far, (*why, "far apart")
            if points >= believed:
                found.append((points, e.id, why, o))
        if not found:
            return None
        points, _, why, best = max(found, key=lambda f: f[:2])
        again = len(best.words & t.words) == min(len(best.words), len(t.words)) >= _WHOLE
        return _link(best, t, "inferred" if points >= sure or again else "guessed", "told twice, changed", why)


def _figure(m: Mention) -> tuple[object, ...]:
    return (m.kind, m.currency, m.per, *(float(f"{v * m.scale + m.shift:.9g}") for v in (m.value, m.value2) if v is not None))


def _taken_up(o: Telling, t: Telling) -> bool:
    """Whether "the 14 urns" say again what "12 urns" said: the same noun, and no more said of it."""
    return (t.back in _THE and t.mention.kind == "count" and t.head == o.head and bool(t.head)
            and not t.modifiers - o.modifiers and t.mention.value == int(t.mention.value or 0)
            and (not t.names or bool(o.names & t.names)))


def _word_for_word(o: Telling, t: Telling) -> bool:
    """Whether the two sentences have all but the same words, and one such number each."""
    shared = len(o.words & t.words)
    held = shared >= max(_HELD * min(len(o.words), len(t.words)), _LONG + 2) and (o.names <= t.names or t.names <= o.names)
    if held and o.before[-2:] == t.before[-2:] != () and o.after[:2] == t.after[:2] != () and not t.pronoun:
        return max(o.beside, t.beside) == 1
    return (shared >= max(_ALIKE * len(o.words | t.words), _LONG) and len(t.words) <= _LONGEST and o.names == t.names
            and max(o.beside, t.beside) == 1 and not t.pronoun)


def _one_person(o: Telling, t: Telling) -> bool:
    """Whether a name or a noun says that two ages are one's: "Ann Cole, 61" and "Cole", "the 15-year-old pupil"."""
    return bool(o.near & t.near) or bool(o.after and t.after and o.after[0] == t.after[0])


def _same_figure(a: Mention, b: Mention) -> bool:
    """Whether the figures can be one, whatever the currency: "3 BILLION DLRS" and "almost three billion Canadian dlrs"."""
    return _figure(a)[3:] == _figure(b)[3:] or (sort_of(a) == sort_of(b) and can_agree(a, b))


def _far(a: Mention, b: Mention) -> bool:
    one, two = (abs((m.value or 0.0) * m.scale + m.shift) for m in (a, b))
    return max(one, two) >= _FAR * min(one, two)


def _digits(m: Mention) -> int:
    return len(f"{abs(m.value or 0.0):.12g}".replace(".", "").strip("0"))


@lru_cache(maxsize=8)
def _thresholds(lexicon: Lexicon) -> tuple[dict[str, tuple[int, int]], tuple[int, ...], tuple[int, ...]]:
    table = lexicon.table("told")
    slips = {str(k): (int(v[0]), int(v[1])) for k, v in table["slips"].items()}
    return slips, tuple(int(v) for v in table["equal"]), tuple(int(v) for v in table["headline"])


def _link(a: Telling, b: Telling, confidence: str, via: str, why: tuple[str, ...]) -> Link:
    said = f"{via} ({', '.join(why)})" if why else via
    one, two = a.mention, b.mention
    return Link("same-fact", {"a": (one.id,), "b": (two.id,)}, confidence, said, min(one.start, two.start), max(one.end, two.end))
