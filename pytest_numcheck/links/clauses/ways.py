"""Which way the words before a number say that it went."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ...numbers.clause.movers import is_adverb, movers
from ..prose.view import View
from ..prose.wording import words as listed

_WORD = re.compile(r"[^\W\d_]+")
#: a noun of change governs what follows only over these: "a rise in rents to"; "growth forecasts for" names a thing
_OVER = frozenset(["in", "of", "to", "from", "by", "at"])
_OBJECTS = frozenset(["its", "their", "his", "her", "our", "the", "a", "an", "again", "further", "this", "next", "more"])
#: what makes a verb of a word that may be a noun: "to increase the"
_AUXILIARY = frozenset(["to", "will", "would", "could", "may", "might", "must", "should", "can", "cannot", "helped", "helps"])
_BETTER = re.compile(r"(?<!\w)(?:(improv(?:e[sd]?|ing|ement))|worsen(?:s|ed|ing)?|deteriorat(?:e[sd]?|ing|ion))(?!\w)")
#: nouns that as often name a level as a change of one: "growth of 3% from 2%", "a loss of $2m from $3m"
_LEVEL_NOUNS = frozenset(["growth", "gain", "gains", "loss", "losses", "improvement", "discount", "discounts", "appreciation",
                          "depreciation", "acceleration", "expansion", "contraction", "slowdown", "advance", "advances"])
#: money quoted against money: the yen rises when fewer of them buy a dollar
_CURRENCY = re.compile(
    r"(?<![\w-])(?:dollar|yen|mark|sterling|pound|franc|euro|peso|peseta|lira|rouble|ruble|rupee|rupiah|ringgit|baht|won|yuan"
    r"|renminbi|rand|zloty|forint|guilder|krona|krone|kroner|escudo|drachma|shekel|dinar|dirham|naira|cedi|kwacha"
    r"|shilling|austral|cruzado|cruzeiro|kiwi|aussie|greenback|currency|bitcoin)(?!\w)(?! (?:bond|note|bill|price|cost))")
_WORTH = re.compile(_CURRENCY.pattern + r"(?: [^\W\d_]+){0,3} (?:against|versus|rose|fell|firmed|eased|strengthened|weakened"
                    r"|gained|slipped|climbed|dropped|advanced|declined|appreciated|depreciated|is|was)(?!\w)")
_APPOSED = re.compile(r"^[^,.;]{0,24}, (?:a|an) (?:[^\W\d_]+ ){0,2}?([^\W\d_]+)"
                      r"(?= (?:that|which|he|she|they|police|officials|the)(?!\w)|[.,])")
_OPEN_UP = re.compile(
    r"(?:[,(]|(?<!\w)(?:far|of|for|by|as|with|worth|at|pay|take|hold|holds|cost|costs|last)) ?up to(?: [^\W\d_]+){0,3} ?$")


def way_before(view: View, start: int, end: int) -> int:
    """+1 or -1 by the last verb or noun of rise or fall in a span, 0 where there is none or it can mean either."""
    text = _OPEN_UP.sub("", view.bare(start, end))
    words = _WORD.findall(text)
    ways, nouns, either = _ways(view.lexicon)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        after = words[i + 1] if i + 1 < len(words) else "to"
        verbal = word in ways and (_verbal(word, after) or words[i + 2:i + 3] == ["s"] or (i > 0 and words[i - 1] in _AUXILIARY))
        if word in nouns and (word in _LEVEL_NOUNS or not (after in _OVER or verbal)):
            continue
        if word in either or word in ("not", "never"):
            return 0
        way = ways.get(word) or nouns.get(word)
        if way:
            denied = not {"not", "never", "hardly", "without"}.isdisjoint(words[max(i - 2, 0):i])
            return 0 if denied or _CURRENCY.search(text) or _opposed(words[:i], way, ways, nouns) else way
        if word in ("up", "down"):
            return 1 if word == "up" else -1
        if word in ("and", "but", "while", "as"):
            return 0
    return 0


def worth(lexicon: Lexicon, text: str) -> int:
    """1 where the last thing named is the worse the more there is of it (losses), -1 the better (sales), 0 not told."""
    bad, good = (max((m.start() for m in listed(lexicon, name).finditer(text)), default=-1)
                 for name in ("bad-when-high", "good-when-high"))
    return 0 if bad == good else 1 if bad > good else -1


def way_bettered(view: View, start: int, end: int) -> int:
    """+1 or -1 where the words before a number say that something got better or worse, and it is known which way that is."""
    text = view.bare(start, end)
    found = list(_BETTER.finditer(text))
    if len(found) != 1 or re.search(r"[;:]|(?<!\w)(?:and|but|while|not|never)(?!\w)", text[found[0].end():]):
        return 0
    return worth(view.lexicon, text[:found[0].start()]) * (-1 if found[0][1] else 1)


def way_after(view: View, end: int) -> int:
    """+1 or -1 by a noun of change in apposition: "from 212 in May to 187, a drop that …"."""
    found = _APPOSED.match(view.bare(end, end + 70))
    return _ways(view.lexicon)[1].get(found[1], 0) if found and found[1] not in _LEVEL_NOUNS else 0


def currency_against(view: View, start: int, end: int) -> bool:
    """Whether a span speaks of what money is worth in other money: "the yen rose to 153.50 from 154.67"."""
    return bool(_WORTH.search(view.bare(start, end)))


def _opposed(words: list[str], way: int, ways: dict[str, int], nouns: dict[str, int]) -> bool:
    """Whether a word of the other way stands before in the clause: "raise the permissible reduction", "the cut will increase"."""
    for word in reversed(words):
        if word in ("and", "but", "while"):
            return False
        if word not in _LEVEL_NOUNS and (ways.get(word) or nouns.get(word)) == -way:
            return True
    return False


def _verbal(word: str, after: str) -> bool:
    """Whether a word that is noun and verb is a verb before ``after``: "cut its", "rise sharply"; not "the rise announced"."""
    return word == "cut" or is_adverb(after) or after in _OBJECTS


@lru_cache(maxsize=8)
def _ways(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    known = movers(lexicon)
    verbs = {w: 1 if way == "up" else -1 for w, way in known.verbs.items()}
    nouns = {w: 1 if way == "up" else -1 for w, way in known.nouns.items()}
    return verbs, nouns, frozenset(lexicon.list("either-way"))
