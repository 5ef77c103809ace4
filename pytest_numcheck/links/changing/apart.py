"""Two tallies and how far they are apart: "a majority of 14 … mustered 309 votes and their opponents 295"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from ...base.lexicon import Lexicon
from ...numbers.clause.lexemes import singular
from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.alike import same_heads, same_measure
from ..likeness.turned import turns
from ..model import Link
from ..prose import holes
from ..prose.view import View

_AMOUNTS = frozenset({"count", "money", "percent-point"})
#: what two sides are counted in
_TALLIED = frozenset({"vote", "seat", "point", "run", "ballot", "goal", "member", "mp", "delegate", "stroke", "shot", "try",
                      "basket", "lawmaker", "deputy", "senator", "constituency", "ward", "district", "state", "council", "share"})
#: what the gap is said to be of
_POINTS = frozenset({"point", "percentage point"})
#: how tallies of two sides are joined
_JOINED = re.compile(
    r"^[^.;:]{0,60}(?<!\w)(?:to|and|against|while|with|versus|vs|leaving|but|for|compared with)(?!\w)[^.;:]{0,40}$|"
    r"^[^.]{0,60};[^.]{0,40}$")
#: words after which a noun is not what the number before measures
_LOOSE = "without|for|to|in|from|of|after|with|and|short|on|by|at|as|or|but|since|before|per"
#: whose difference is a surplus or a deficit
_SIDES = re.compile(
    r"(?<!\w)(?:exports?|imports?|revenues?|spending|outlays|receipts|income|expenditures?|assets|liabilities|sales|costs)(?!\w)")
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}]")
_WORD = re.compile(r" ([^\W\d_]+)")
_BEFORE, _AFTER, _NEAR = 2, 3, 10


def find(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """Links apart(one, other, by). ``links``: what was found before; wholes and older figures are no tallies.

    A pair that fits is taken; else the pairs that stand side by side, "inferred" where there is only one.
    """
    gaps = list(_gaps(view))
    if not gaps:
        return
    links = list(links)
    called = {by.id for by in gaps}
    old = {i for k in links if k.kind == "change" for i in k.roles.get("old", ())} | called
    wholes = {i for k in links for r in ("whole", "total") for i in k.roles.get(r, ()) if k.kind in ("part-of", "list")}
    for by in gaps:
        told = bool(_tallied(by))
        near = [m for m in _near(view, by) if m.id not in called and (
            m.id not in old or m.kind == "percent" or told or _tallied(m))]
        fit = next((p for p in combinations(near, 2) if _fits(p, by) and _may(view, p, by)), None)
        if fit:
            yield _link(fit, by, "inferred", "the gap between two")
            continue
        turned = [p for p in combinations([m for m in near if not m.hedge], 2) if _turned(p, by) and _may(view, p, by)]
        if len(turned) == 1 and not by.hedge and sum(m.sentence == by.sentence for m in turned[0]):
            sure = _same_sort(view, turned[0], by)
            yield _link(turned[0], by, "stated" if sure else "inferred", "the gap between two, but for a slip")
            continue
        tallies = [m for m in near if m.id not in wholes and not m.hedge]
        pairs = [p for p in combinations(tallies, 2) if _larger(p, by) and _two_sides(view, *p, by)]
        for pair in pairs[:3]:
            sure = len(pairs) == 1 and not by.hedge
            only = sure and len(near) == 2 and _same_sort(view, pair, by) and by.sentence - pair[1].sentence <= 1
            yield _link(pair, by, "stated" if only else "inferred" if sure else "guessed", "two side by side")


def _gaps(view: View) -> Iterator[Mention]:
    """Numbers that words call the gap between two."""
    patterns = _patterns(view.lexicon)
    seen: set[int] = set()
    text = _MARKS.sub("", view.text)
    for pattern in patterns:
        for m in pattern.finditer(text):
            by = view.mention(holes.id_of(m[1]))
            if isinstance(by, Mention) and by.id not in seen and by.value and by.value2 is None and not _ended(view, by):
                seen.add(by.id)
                if by.kind in _AMOUNTS and not by.per:
                    yield by


def _ended(view: View, by: Mention) -> bool:
    """Whether it counts the outcomes themselves: "20 wins, four draws and one defeat"."""
    after = _WORD.match(view.plain(by.end, min(by.end + 24, len(view.article.text))))
    return after is not None and by.kind == "count" and singular(after[1], view.lexicon) in view.lexicon.list("gap-result")


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    def words(name: str) -> str:
        return "|".join(sorted((re.escape(w) for w in lexicon.list(name)), key=lambda w: (-len(w), w)))
    hole, gap, way = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])", words("gap"), words("gap-way")
    plain = r"(?:[^\W\d_]++(?:['-][^\W\d_]++){0,3})"
    noun = f"(?:-?[^{holes.MENTION_KINDS}{holes.SENTENCE_END}{holes.NOUN_END},;]{{1,30}}?{holes.NOUN_END})?"
    return (
        re.compile(rf"(?<!\w)(?:{gap})(?: {plain}){{0,4}}? (?:of|was|is|fell to|rose to|cut to|reduced to|to|by|stood at|:) "
                   rf"(?:(?:just|only|a|some|the) )*{hole}"),
        re.compile(rf"{hole}{noun}[ -]?(?:(?!(?:{_LOOSE})(?!\w)){plain}[ -]){{0,3}}?(?:{gap}|{words('gap-result')})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{words('gap-verb')})(?: {plain}){{0,5}}? by (?:(?:just|only|a mere) )?{hole}"),
        re.compile(rf"{hole}{noun} ?(?:{plain} )?(?:{way})(?!\w)"),
    )


def _near(view: View, by: Mention) -> list[Mention]:
    """Numbers in the sentences around that could be the two."""
    first = view.article.sentences[max(by.sentence - _BEFORE, 0)].start
    last = view.article.sentences[min(by.sentence + _AFTER, len(view.article.sentences) - 1)].end
    found = [m for m in view.mentions(first, last) if m.id != by.id and _could(view, m, by)]
    return sorted(sorted(found, key=lambda m: (abs(m.sentence - by.sentence), m.id))[:_NEAR], key=lambda m: m.id)


def _could(view: View, m: Mention, by: Mention) -> bool:
    if m.value is None or m.value2 is not None or m.value <= 0 or m.per or m.kind in ("percent-point", "ratio", "ordinal"):
        return False
    if by.kind == "percent-point" or (by.kind == "count" and singular(by.head or "") in _POINTS and m.kind == "percent"):
        return m.kind == "percent"
    if not same_measure(m, by) or m.kind != by.kind:
        return False
    if by.kind != "count":
        return True
    if counts_unsaid(view, m):
        return True
    if _tallied(by):
        return same_heads(m, by, view.lexicon) is not False
    return _tallied(m)


def _may(view: View, pair: tuple[Mention, Mention], by: Mention) -> bool:
    """Whether a fit is more than chance: figures long enough, or of one noun, or side by side."""
    a, b = pair
    if a.value == b.value or min(map(_size, pair)) < 0.01 * max(map(_size, pair)):
        return False
    if (a.hedge or b.hedge or by.hedge) and abs(abs((a.value or 0) - (b.value or 0)) - (by.value or 0)) > 1e-6 * (by.value or 1):
        return False
    return (a.value or 0) + (b.value or 0) >= 20 or _side_by_side(view, a, b, by)


def _fits(pair: tuple[Mention, Mention], by: Mention) -> bool:
    a, b, c = (m.base() for m in (*pair, by))
    if a is None or b is None or c is None:
        return False
    if by.kind == "count" and pair[0].kind == "percent":
        c = c.scaled(0.01)
    return abs(a - b).meets(c)


def _larger(pair: tuple[Mention, Mention], by: Mention) -> bool:
    """Whether the larger of the two is more than the gap that is told."""
    most = max(map(_size, pair))
    return most * 100 > (by.value or 0) if pair[0].kind == "percent" else most > _size(by)


def _turned(pair: tuple[Mention, Mention], by: Mention) -> bool:
    """Whether a slip of the gap, of two figures or more, explains that they do not fit."""
    gap = abs(_size(pair[0]) - _size(pair[1]))
    exact = all(m.kind != "percent" and (m.value or 0) >= 10 for m in pair)
    return exact and (by.value or 0) >= 10 and any(abs(t * by.scale - gap) <= 1e-6 * gap for t in turns(by))


def _side_by_side(view: View, a: Mention, b: Mention, by: Mention) -> bool:
    if not 0 <= b.sentence - a.sentence <= 1 or a.value == b.value or a.hedge or b.hedge:
        return False
    lead = b.lead if 0 <= b.lead < b.start else b.start
    between = view.words(a.end, lead)
    if a.id < by.id < b.id:
        return False
    if holes.SENTENCE_END in between:  # "She held the seat with 21,204 votes. Her rival got 18,933"
        return b.id == a.id + 1 and min(a.value or 0, b.value or 0) >= 100 and len(between) < 90 and a.kind == "count"
    return bool(_JOINED.match(between))


def _two_sides(view: View, a: Mention, b: Mention, by: Mention) -> bool:
    """Whether the words set two tallies side by side that may be meant: of votes, seats, points; of sales and costs."""
    if not _side_by_side(view, a, b, by) or abs(a.sentence - by.sentence) > 1:
        return False
    if any(view.article.text.startswith("-", m.end) for m in (a, b)) or (
            a.kind == "count" and ((a.value or 0) % 1 or (b.value or 0) % 1)):
        return False  # "the 148-seat house"; the level of an index
    if min(_size(a), _size(b)) < 0.1 * max(_size(a), _size(b)):
        return False
    if a.kind == "percent":
        return True
    if by.kind == "money" or not any(map(_tallied, (a, b, by))):
        sentence = view.article.sentences[b.sentence]
        return len(set(_SIDES.findall(view.plain(sentence.start, sentence.end)))) > 1
    return same_heads(a, b, view.lexicon) is not False


def _same_sort(view: View, pair: tuple[Mention, Mention], by: Mention) -> bool:
    """Whether all three are told to be of one sort: votes and votes, or shares and points."""
    if by.kind == "money" or any(m.change for m in pair):
        return False
    if pair[0].kind == "percent":
        return True
    return all(same_heads(m, by, view.lexicon) is not False for m in pair) and _tallied(by)


def _tallied(m: Mention) -> bool:
    """Whether it counts what two sides are counted in."""
    return singular(m.head or "") in _TALLIED


def _size(m: Mention) -> float:
    return (m.value or 0.0) * m.scale


def _link(pair: tuple[Mention, Mention], by: Mention, confidence: str, via: str) -> Link:
    a, b = pair
    ids = (a, b, by)
    return Link("apart", {"one": (a.id,), "other": (b.id,), "by": (by.id,)}, confidence, via,
                min(m.start for m in ids), max(m.end for m in ids))
