"""How prose writes currencies: signs, codes and words, compiled once per lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...base.lexicon import Lexicon


@dataclass(frozen=True)
class Currencies:
    """Look-ups from surfaces to ISO codes (or names of parts such as "USD_cent")."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    surfaces: Mapping[str, str]
    words: Mapping[str, str]
    #: the currencies that a word may mean, the likeliest first
    several: Mapping[str, tuple[str, ...]]
    #: nouns that need their nationality: "Belgian francs"
    shared: frozenset[str]
    parts: Mapping[str, tuple[str, float]]
    last: frozenset[str]
    mass: re.Pattern[str]
    heavy: re.Pattern[str]
    money: re.Pattern[str]


@lru_cache(maxsize=8)
def currencies(lexicon: Lexicon) -> Currencies:
    table = lexicon.table("currencies")
    signs: dict[str, str] = {}
    codes: dict[str, str] = {}
    words: dict[str, str] = {}
    after: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    for code, entry in table["currencies"].items():
        signs |= dict.fromkeys(entry.get("signs", ()), code)
        codes |= dict.fromkeys(entry.get("codes", ()), code)
        for word in entry.get("words", ()):
            several[word] = (*several.get(word, ()), code)
            words.setdefault(word, code)
        after |= dict.fromkeys(entry.get("after", ()), code)
        if entry.get("won"):
            words["won"] = code
    after |= {s: c for s, c in signs.items() if len(s) == 1 and not s.isalnum()}
    parts: dict[str, tuple[str, float]] = {}
    for name, entry in table["parts"].items():
        parts[name] = (entry["of"], float(entry["scale"]))
        words |= dict.fromkeys(entry["words"], name)
        after |= dict.fromkeys(entry.get("signs", ()), name)
        after |= dict.fromkeys(entry.get("glued", ()), name)
    lettered = "|".join(re.escape(s) for s in sorted([*signs, *codes], key=len, reverse=True) if s[0].isalpha())
    bare = "|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True) if not s[0].isalpha())
    behind = "|".join(re.escape(s) + (r"(?!\w)" if s[-1].isalnum() else "") for s in sorted(after, key=len, reverse=True))
    listed = "|".join(sorted(codes, key=len, reverse=True))
    return Currencies(
        before=re.compile(rf"(?:(?<![A-Za-z])(?P<big>M(?=[A-Z]{{3}}\s))?(?P<a>{lettered})|(?P<b>{bare}))[\s-]?\Z"),
        after=re.compile(rf"\s?(?:(?P<s>{behind})|(?P<big>M)?(?P<c>{listed})(?![\w$£€]))"),
        surfaces=signs | codes | after,
        words={w.replace("-", " "): c for w, c in words.items()},
        several={w.replace("-", " "): c for w, c in several.items()},
        shared=frozenset(table["shared"]),
        parts=parts,
        last=frozenset(s[-1] for s in (*signs, *codes)),
        mass=_any(table["pound_is_mass"]),
        heavy=re.compile(rf"[\s-](?:{'|'.join(table['pound_before'])})", re.I),
        money=_any(table["pound_is_money"]),
    )  # fmt: skip


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}\b" if w[0].isalpha() else re.escape(w) for w in words), re.I)
