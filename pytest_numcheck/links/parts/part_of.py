"""A part and its whole: "8,000 of the 10,000", "of the 12, nine", "40 people, six of them children"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.alike import could_hold, same_heads
from ..model import Link
from ..prose import holes
from ..prose.tables import found
from ..prose.view import View
from . import part_of_them, singled_out

_HOLE = f"[{holes.MENTION_KINDS}]([{holes.MENTION_IDS}])"
_OF_THE = re.compile(
    rf"(?<![^\W_])(?:out of|of|among) (?:(?:the|its|their|his|her|our|those|these|all|some) )?"
    rf"(?:[^\W\d_']+(?:'s|s')? ){{0,3}}{_HOLE}")
#: before "of the 12 …, nine": the beginning of a clause
_CLAUSE = re.compile(rf"(?:^|[,;:({holes.SENTENCE_END}{holes.PARAGRAPH_END}\"'–—]|\b(?:and|but|that|while|said)) ?$")
#: sums of what adds and what takes away, which a part may exceed
_NET = re.compile(r"^(?:[ -](?:[\w-]+ )?)(?:points?|contribution|growth|rise|increase|gain|change|fall|decline|surplus|"
                  r"deficit)(?!\w)")
#: after the one of them that is spoken of, numbers are about that one: "of the three sisters the eldest lived to be 98"
_ONE = re.compile(
    r"(?<!\w)the (?:\w+est|first|second|third|fourth|last|latest|other|best|worst|most \w+|least \w+|only one)(?!\w)(?! of)|"
    r"(?<!\w)(?:age|aged|to be|at age|until)(?: of)? ?$")
_REST = re.compile(rf"(?<!\w)(?:the|its|their) (?:other|remaining) {_HOLE}")


def find(view: View) -> Iterator[Link]:
    """Links part-of(part, whole)."""
    seen: set[tuple[int, int]] = set()
    direct = [*_said(view), *_of_the(view)]
    parts = {link.roles["part"][0] for link in direct}
    them = [k for k in part_of_them.find(view) if k.roles["part"][0] not in parts]
    parts.update(k.roles["part"][0] for k in them if k.confidence != "guessed")
    for link in [*direct, *them, *(k for k in singled_out.find(view) if k.roles["part"][0] not in parts)]:
        pair = (link.roles["part"][0], link.roles["whole"][0])
        if pair not in seen and pair[::-1] not in seen and pair[0] != pair[1]:
            seen.add(pair)
            yield link
    yield from _rest(view, seen)


def _said(view: View) -> Iterator[Link]:
    """What the phrases say outright."""
    broken = _breaks(view.lexicon)
    for row, hit in found(view, "part-of"):
        bound = hit.binding["part"]
        whole = _number(view, hit.binding["whole"])
        for i in bound if isinstance(bound, tuple) else (bound,):
            part = _number(view, i)
            first, second = (part, whole) if part.start < whole.start else (whole, part)
            between = view.words(first.end, _lead(second))
            listing = "including" in between
            if part.value2 is not None or not could_hold(whole, part, view.lexicon):
                continue
            inner = re.sub(r"^.*?(?<!\w)(?:of|among|including)(?!\w)", "", between, count=1) if not listing else ""
            if broken.search(inner):
                continue
            sure = row.confidence == "stated" and not (listing and same_heads(whole, part, view.lexicon) is None)
            yield _link(part, whole, "stated" if sure else "inferred", row.phrase.text)


def _of_the(view: View) -> Iterator[Link]:
    """"Of the 12 jurors, nine …": the first number of the clause that follows, and others in its manner."""
    text = view.text
    for m in _OF_THE.finditer(text):
        if not _CLAUSE.search(text, max(m.start() - 12, 0), m.start()):
            continue
        whole = _number(view, holes.id_of(m[1]))
        if whole.kind != "count" or _NET.match(view.plain(whole.end, min(whole.end + 40, len(view.article.text)))):
            continue
        end = text.find(holes.SENTENCE_END, m.end())
        comma = text.find(",", m.end(), end)
        if comma < 0 or comma - m.end() > 90:
            continue
        before: Mention | None = None
        for part in view.mentions(view.to_prose(comma), view.to_prose(end))[:6]:
            if part.kind in ("percent", "ratio", "date", "year", "ordinal", "clock"):
                continue
            if not could_hold(whole, part, view.lexicon) or part.value2 is not None or part.change:
                break
            if (part.value or 0) > (whole.value or 0) and _ONE.search(view.words(max(_lead(part) - 90, whole.end), _lead(part))):
                break
            gap = view.words((before or whole).end, _lead(part))
            akin = not part.head or same_heads(whole, part, view.lexicon) is True
            if len(gap) > 110 or (not akin and (before is not None or len(gap) > 60)):
                break
            yield _link(part, whole, "inferred" if before else "stated", "of the whole, part")
            before = part


def _rest(view: View, pairs: set[tuple[int, int]]) -> Iterator[Link]:
    """"The other nine": of the whole that the latest part belongs to."""
    for m in _REST.finditer(view.text):
        rest = _number(view, holes.id_of(m[1]))
        parts = [(_number(view, p), w) for p, w in pairs]
        near = [(p.id, w) for p, w in parts if 0 <= rest.sentence - p.sentence <= 1 and p.end <= rest.start]
        if not near or rest.kind != "count" or rest.value2 is not None:
            continue
        whole = max(near)[1]
        of = _number(view, whole)
        bare = counts_unsaid(view, rest)
        if rest.noun and not of.head and not bare:
            continue  # "ten of the 25 survived; the other two ships"
        if (bare or could_hold(of, rest, view.lexicon)) and (rest.id, whole) not in pairs:
            yield _link(rest, _number(view, whole), "inferred", "the other part")


def _lead(m: Mention) -> int:
    return m.lead if 0 <= m.lead < m.start else m.start


def _number(view: View, i: int | tuple[int, ...]) -> Mention:
    m = view.mention(i if isinstance(i, int) else i[0])
    assert isinstance(m, Mention)
    return m


def _link(part: Mention, whole: Mention, confidence: str, via: str) -> Link:
    return Link("part-of", {"part": (part.id,), "whole": (whole.id,)}, confidence, via,
                min(part.start, whole.start), max(part.end, whole.end))


@lru_cache(maxsize=8)
def _breaks(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in lexicon.list("preposition"))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])|,")
