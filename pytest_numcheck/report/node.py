"""Names of test cases: the rule and the words it was bound to, whatever line they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .columns import clean

MAX_WORD = 40
MAX_WORDS = 6
_PLAIN = str.maketrans({"[": "(", "]": ")", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-",
                        "\u2013": "-", "\u2014": "-", "\u2026": "..."})


def node_name(rule: str, words: Sequence[str]) -> str:
    """``rule[words-words]``: one line, no square brackets inside, no longer than a terminal can bear."""
    shown = [_short(w) for w in words[:MAX_WORDS]]
    if len(words) > MAX_WORDS:
        shown.append(f"and {len(words) - MAX_WORDS} more")
    return f"{rule}[{'-'.join(shown)}]"


def node_names(checks: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """One name for each (rule, words) of an article; a second check with the same words gets ``#2``.

    It stands inside the brackets: what follows them is lost where pytest takes an id apart.
    """
    seen: dict[str, int] = {}
    names = []
    for rule, words in checks:
        name = node_name(rule, words)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name[:-1]}#{seen[name]}]")
    return names


def _short(word: str) -> str:
    word = " ".join(clean(word.translate(_PLAIN)).split()).replace("::", ":")
    if len(word) <= MAX_WORD:
        return word
    cut = word[: MAX_WORD - 3]
    return (cut[: cut.rfind(" ")] if " " in cut[MAX_WORD // 2:] else cut).rstrip() + "..."
