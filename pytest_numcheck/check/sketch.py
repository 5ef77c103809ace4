"""A first rule from two sentences, one wrong and one right: which numbers differ, what holds in one and not the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import yaml

from ..articles.read import read_text
from ..base.lexicon import Lexicon
from ..base.strictyaml import DataError
from ..language.load import load_rule
from ..numbers.mention import Mention
from ..numbers.read import read_numbers
from .examples import run_example

MAX_PLACES = 4
#: What could hold between the numbers, the simplest first; a, b, c stand for the places in any order.
_TWO = ("a <= b", "a == b", "a < b")
_THREE = ("a + b == c", "a * b == c", "a == b / c", "(a - b) / b == c", "(b - a) / b == c", "clock_span(a, b) == c",
          "years_between(a, b) == c", "days_between(a, b) == c")
_WORD = re.compile(r"\w[\w'’&/-]*\w|\w|[,;:]")
#: what a second and a third place of one name are called
_MORE = ("", "other_", "third_", "fourth_")
_TAKEN = ("and", "or", "not", "in", "if", "is", "sum", "count", "min", "max", "first", "last", "abs", "per")


@dataclass(frozen=True)
class Sketch:
    """``text`` is the rule file; ``holds`` whether its assertion passes both examples, or is only a place to begin."""

    text: str
    holds: bool
    #: (place, the number's words in the wrong sentence, its kind, what it counts)
    places: tuple[tuple[str, str, str, str | None], ...]


class CannotSketch(ValueError):
    """The two sentences give no rule; the text says why."""


def sketch(rule_id: str, wrong: str, right: str, lexicon: Lexicon) -> Sketch:
    """A rule that fires on ``wrong`` and is quiet on ``right``. Raises CannotSketch."""
    wrong, right = " ".join(wrong.split()), " ".join(right.split())
    bad, good = _numbers(wrong, lexicon), _numbers(right, lexicon)
    if len(bad) < 2:
        raise CannotSketch(f"a rule compares numbers, and the wrong sentence has {len(bad) or 'none'}")
    chosen = _chosen(bad, good)
    names = _names(chosen)
    template = _template(wrong, chosen, names)
    places = tuple((names[m.id], m.text, m.kind, m.noun) for m in chosen)
    marked = _marked(wrong, chosen)
    first: str | None = None
    for condition in _conditions([names[m.id] for m in chosen]):
        text = _rule(rule_id, chosen, names, template, condition, marked, right)
        first = first or text
        try:
            rule = load_rule(text, f"{rule_id}.yaml", rule_id, lexicon)
        except DataError:
            continue
        if all(run_example(rule, e, lexicon) is None for e in rule.examples):
            return Sketch(text, True, places)
    assert first is not None
    return Sketch(first, False, places)


def _numbers(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    return read_numbers(read_text(text), lexicon).mentions


def _chosen(bad: Sequence[Mention], good: Sequence[Mention]) -> list[Mention]:
    """The numbers to bind: all where they are few, else those that differ and what stands nearest to them."""
    if len(bad) <= MAX_PLACES:
        return list(bad)
    same = len(bad) == len(good)
    differ = [i for i, m in enumerate(bad) if same and m.text != good[i].text] or [0]
    ranked = sorted(range(len(bad)), key=lambda i: (min(abs(i - d) for d in differ), i))
    return [bad[i] for i in sorted(ranked[:MAX_PLACES])]


def _names(chosen: Sequence[Mention]) -> dict[int, str]:
    """Mention id → a short name: what it counts, else its kind; numbered where two would be the same."""
    names: dict[int, str] = {}
    for m in chosen:
        stem = re.sub(r"[^a-z]", "", (m.head or m.kind).lower()) or "number"
        stem = f"a_{stem}" if stem in _TAKEN or len(stem) < 2 else stem
        names[m.id] = next(f"{more}{stem}" for more in _MORE if f"{more}{stem}" not in names.values())
    return names


def _template(text: str, chosen: Sequence[Mention], names: dict[int, str]) -> str:
    """The words from before the first number to after the last, long stretches between numbers left open."""
    parts: list[str] = []
    at = 0
    for i, m in enumerate(chosen):
        words = _words(text[at:m.start])
        if i == 0:
            words = words[-3:]
        elif len(words) > 4:
            words = [*words[:2], "...", *words[-2:]]
        parts += [*words, f"{{{names[m.id]}}}"]
        at = m.end
    tail = [w for w in _words(text[at:]) if w not in ",;:"][:2]
    return re.sub(r" (?=[,;:])", "", " ".join([*parts, *tail]))


def _words(text: str) -> list[str]:
    """The words and commas that can stand in a template as they are."""
    return [w for w in _WORD.findall(text) if not any(c.isdigit() for c in w)]


def _marked(text: str, chosen: Sequence[Mention]) -> str:
    out, at = "", 0
    for m in chosen:
        out += text[at:m.start] + f"[[{text[m.start:m.end]}]]"
        at = m.end
    return out + text[at:]


def _conditions(names: Sequence[str]) -> Iterator[str]:
    for size, forms in ((2, _TWO), (3, _THREE)):
        for form in forms:
            for chosen in permutations(names, size):
                yield re.sub(r"\b[abc]\b", lambda m, chosen=chosen: chosen["abc".index(m[0])], form)  # type: ignore[misc]


def _rule(rule_id: str, chosen: Sequence[Mention], names: dict[int, str], template: str, condition: str, marked: str,
          right: str) -> str:
    used = set(re.findall(r"[a-z_]+", condition))
    bind = {names[m.id]: m.kind for m in chosen}
    cited = [f"{{{n}}}" for n in bind if n in used]
    data = {
        "rule": rule_id, "title": "Say here what must hold", "severity": "warning", "bind": bind, "match": [template],
        "assert": condition, "message": f"{', '.join(cited[:-1])} and {cited[-1]} cannot all be right" if len(cited) > 2 else
        f"{' and '.join(cited)} cannot both be right",
        "explain": "Say here why, and when it may be otherwise.",
        "examples": {"fires": [{"text": _only(marked, chosen, names, used)}], "quiet": [{"text": right}]},
    }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def _only(marked: str, chosen: Sequence[Mention], names: dict[int, str], used: set[str]) -> str:
    """The marks of the numbers that the assertion does not speak of taken away."""
    for m in chosen:
        if names[m.id] not in used:
            marked = marked.replace(f"[[{m.text}]]", m.text, 1)
    return marked
