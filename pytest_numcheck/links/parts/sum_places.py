"""Where the parts of a total may stand, and the words that say that they are its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.mention import Mention
from ..clauses.heads import counts_unsaid
from ..likeness.alike import is_person, same_heads, same_measure
from ..model import Link
from ..prose import holes
from ..prose.view import View
from .adding import lead, size

_KINDS = frozenset({"count", "money", "mass", "volume", "area", "energy", "power", "data", "length"})
#: before a number that something is compared with, or that stands outside the sum
_ELSE = re.compile(
    r"(?<!\w)(?:than|from|against|versus|vs\.?|v|since|after|before|over|compar\w+ (?:with|to)|by|rose|fell|"
    r"least|another|within|until|per)(?: the| its| a| an)? ?$")
_THAN = re.compile(r"(?<!\w)(?:against|versus|vs\.?|compar\w+ (?:with|to))(?: the| its| a| an)? ?$")
#: "against 204 in January and 249 in February"
_AS_WELL = re.compile(r"^ [^,;]{3,40} and ?$")
_THE = re.compile(r"(?<!\w)(?:the|all) $")
#: the subject of a sentence that takes up a number of the one before
_THEY = re.compile(
    r"^[\"' ]*(?:they|these|those|this|it|that|which|all|the total|the amount|the sum|the figure|the number)(?!\w)")
#: its subject, right before the verb: "the amount comprised", "The financing involves"
_SUBJECT = re.compile(
    r"(?:(?:^|(?<!\w))(?:the|this|that) (?:amount|total|sum|figure|number|money|debt|deal|issue|package|plan|programme|program|"
    r"budget|financing|facility|offer|offering|portfolio|group|party|squad|cast|crew|team|fleet|dead|victims|injured|wounded|survivors|"
    r"casualties|killed|reserves|loans|shares|stake|output|production|sales|exports|imports)|"
    r"(?<!\w)(?:they|these|those|which|it)) ?(?:is |are |was |were |will |would |has |have |now )*$")
#: persons taken up by what happened to them: "The dead were five children …"
_THE_DEAD = re.compile(
    r"^[\"']?(?:the|those) (?:dead|victims|injured|wounded|killed|casualties|survivors|deceased|hostages|passengers|prisoners|"
    r"detainees|arrested|missing|fatalities|deaths|dead and injured)(?: [\w-]+){0,2}? "
    r"(?:were|are|was|included?|includes|comprised?|consisted of|comprising) ")
_LAST = re.compile(r"(?<!\w)(?:the|its|their) (?:remaining|remainder|rest|balance|other)(?: of)? ?$")
_AND = re.compile(r"(?<!\w)and(?!\w)[^,;]{0,30}$")
_GIVEN = re.compile(
    r"(?<!\w)(?:gave|give[ns]?|grant\w*|award\w*|pledg\w+|approv\w+|sanction\w+|allocat\w+|allott?\w*|donat\w+|rais\w+|budget\w*|"
    r"earmark\w*|releas\w+|distribut\w+|spen[dt]\w*|paid|pay|set aside|left|bequea\w+|fund\w*|prize)(?!\w)")
_GOES = re.compile(
    r"^ (?:of (?:it|that|this) )?(?:(?:will|would|is|was|has|had|to|be|been|being) ){0,3}(?:go|goes|went|gone|going|set aside|"
    r"earmarked|allocated|"
    r"allotted|spent|given|paid|reserved|awarded|for|to|on)(?!\w)")
_GETS = re.compile(r"(?<!\w)(?:gets?|got|receiv\w+|given|awarded|allotted|allocated|paid|donated?|left)(?: an?)? ?$")
#: between a total and its parts in the same sentence
_BRACKETED = re.compile(rf"^[^,;:{holes.MENTION_KINDS}]{{0,60}}(?:,|:| -|–|—|\() ?$")
_PREP = re.compile(r"^ (for|in|at|from|on|with|by|to) (?!(?:january|february|march|april|may|june|july|august|september|october|"
                   r"november|december|the (?:same|year|previous|first quarter)|fiscal|19\d\d|20\d\d)(?!\w))")
_SOME = 4
_TOGETHER = re.compile(r"(?<!\w)(?:together|combined|in all|in total|altogether|jointly|between them|all told)(?!\w)")
_MARKS = re.compile(f"[\ue080-\ue0ef{holes.CUE_IDS}{holes.CUE_END}{holes.NOUN_END}]")
#: amounts that a sentence of prose has at most
_ROW = 20
#: how far a word that opens the parts, or that calls a number a total, may stand from it
_LEAD, _CLOSE = 70, 48


def outside(links: list[Link]) -> frozenset[int]:
    """Figures of another time, and figures said again."""
    out = {i for k in links if k.kind == "change" for i in k.roles.get("old", ())}
    out |= {k.roles["b"][0] for k in links if k.kind == "restates"}
    return frozenset(out)


def rows_of(view: View, outside: frozenset[int]) -> dict[int, list[Mention]]:
    """The amounts of each sentence that could be in a sum."""
    rows: dict[int, list[Mention]] = {}
    last: Mention | None = None  # the latest that something is compared with
    for m in view.reading.mentions:
        if m.kind not in _KINDS or m.value is None:
            continue
        again = last is not None and last.sentence == m.sentence and _AS_WELL.match(view.words(last.end, lead(m)))
        if again or m.id in outside or m.change == "from" or _THAN.search(view.words(max(lead(m) - 24, 0), lead(m))):
            last = m
        elif m.value > 0 and m.value2 is None and not m.per:
            rows.setdefault(m.sentence, []).append(m)
    return {i: row for i, row in rows.items() if len(row) <= _ROW}


def compared(view: View, total: Mention) -> bool:
    """Whether it is a figure of another time or place, or one of several that are told in turn."""
    sentence = view.article.sentences[total.sentence]
    return bool(_ELSE.search(view.words(max(lead(total) - 24, 0), lead(total)))
                or "respectively" in view.words(sentence.start, sentence.end))


def stretches(view: View, total: Mention, rows: dict[int, list[Mention]]) -> Iterator[tuple[str, list[Mention]]]:
    """Where the parts may stand, and what says that they are parts ("" for nothing)."""
    here = rows[total.sentence]
    at = here.index(total)
    words = _words(view.lexicon)
    named = bool(words["total"].search(_around(view, total)))
    for back in (0, 1, 2):
        row = here[at + 1:] if not back else rows.get(total.sentence + back, [])
        row = [m for m in row if _like(view, total, m)]
        akin = [same_heads(total, m, view.lexicon) for m in row]
        if True in akin:
            row = [m for m, one in zip(row, akin, strict=True) if one is not False]
        if not row or row[0].paragraph - total.paragraph > 2:
            continue
        begin = total.end if not back else view.article.sentences[row[0].sentence].start
        said = _MARKS.sub("", view.words(begin, lead(row[0])))
        cue = next((name for name in ("made of", "including", "of them") if words[name].search(said[-_LEAD:])), "")
        if back == 1 and is_person(total.head, view.lexicon) and _THE_DEAD.match(said):
            yield "made of", row
            continue
        if back == 1 and not cue and is_person(total.head, view.lexicon) and not said.strip(" \"'") and all(
                is_person(m.head, view.lexicon) or counts_unsaid(view, m) or (m.noun or "a")[0].isupper() for m in row):
            yield "told apart", row
            continue
        if back == 1 and not cue and 1 < len(row) <= _SOME and (_allotted(view, total, row) or _alike_told(view, row)):
            yield "told apart", row
            continue
        if cue == "including" and _AND.search(said):
            cue = ""  # "a loan including Bell, and two loans of 15 million and 40 million"
        if not back and not cue and 1 < len(row) <= _SOME and _BRACKETED.match(said) and _alike_told(view, row):
            cue = "told apart"
        if cue in ("made of", "including") and back and not _taken_up(view, total, said):
            cue = ""
        yield cue or ("total" if named and back == 1 else ""), row
    before = [m for m in here[:at] if _like(view, total, m)]
    if before:
        summed = named and len(here) == at + 1 and _TOGETHER.search(view.words(before[-1].end, lead(total)))
        yield "together" if summed else "total" if named else "", before
    if is_person(total.head, view.lexicon) and _THE.search(view.words(max(lead(total) - 6, 0), lead(total))):
        told = rows.get(total.sentence - 1, [])
        if told and all(is_person(m.head, view.lexicon) for m in told) and told[-1].paragraph >= total.paragraph - 1:
            yield "the", told
    rest = _up_to_the_rest(view, total, rows)
    if rest:
        yield "the rest", rest
    if named and total.sentence - 1 in rows:
        yield "total", [m for m in rows[total.sentence - 1] if _like(view, total, m)]


def _allotted(view: View, total: Mention, row: list[Mention]) -> bool:
    """Whether a sum was given, and each of the amounts goes to somebody."""
    sentence = view.article.sentences[total.sentence]
    if total.kind != "money" or not _GIVEN.search(view.words(sentence.start, sentence.end)):
        return False
    return all(_GOES.match(view.words(m.end, m.end + 40)) or _GETS.search(view.words(max(lead(m) - 30, 0), lead(m))) for m in row)


def _alike_told(view: View, row: list[Mention]) -> bool:
    """Whether bare numbers go on with one and the same word: "15 for speeding, five for theft and three for assault"."""
    said = [_PREP.match(view.plain(m.end, min(m.end + 30, len(view.article.text)))) for m in row]
    return None not in said and len({m[1] for m in said if m}) == 1 and row[0].kind == "count"


def _up_to_the_rest(view: View, total: Mention, rows: dict[int, list[Mention]]) -> list[Mention]:
    """The numbers of the next sentences up to one that is called what remains."""
    run: list[Mention] = []
    for back in (1, 2, 3):
        for m in rows.get(total.sentence + back, []):
            if not _like(view, total, m):
                continue
            run.append(m)
            if _LAST.search(view.words(max(lead(m) - 24, 0), lead(m))):
                return run if 1 < len(run) <= _SOME and run[0].sentence != m.sentence else []
    return []


def _taken_up(view: View, total: Mention, said: str) -> bool:
    """Whether a sentence that begins so is about the total of one before."""
    cue = next((m for w in ("made of", "including") if (m := _words(view.lexicon)[w].search(said[-_LEAD:]))), None)
    if cue and _SUBJECT.search(said[:max(len(said) - _LEAD, 0) + cue.start()]):
        return True
    head = re.escape(total.head or "\ue0ff")
    return bool(_THEY.match(said) or re.match(rf"^(?:the|its|their|his|her|those|these) (?:[\w-]+ ){{0,3}}{head}", said))


def _around(view: View, total: Mention) -> str:
    before = view.words(max(lead(total) - _CLOSE, 0), lead(total))
    after = view.words(total.end, total.end + _CLOSE)
    stop = max(before.rfind(c) for c in (holes.SENTENCE_END, ",", ";"))
    return f"{before[stop + 1:]} | {re.split(f'[{holes.MENTION_KINDS}{holes.SENTENCE_END},;]', after)[0]}"


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    def any_of(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in lexicon.list(name))})(?!\w)")
    return {"made of": any_of("makes-up"), "including": any_of("includes"), "of them": any_of("out-of-these"),
            "total": any_of("totals")}


def _like(view: View, total: Mention, m: Mention) -> bool:
    """Whether it could be a part by what it measures."""
    if m.id == total.id or not same_measure(total, m) or size(m) < 1e-4 * size(total):
        return False
    return not _ELSE.search(view.words(max(lead(m) - 24, 0), lead(m)))
