"""The passage that a finding is about: the sentences, cut where they are long, with a caret under each number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ..articles.model import Article
from .columns import clean, columns

Span = tuple[int, int]
WIDTH = 96
#: How many characters to keep on either side of a number, the first that fits the width.
_CONTEXTS = (400, 90, 75, 65, 56, 48, 40, 34, 28, 22)
#: A rest of a sentence no longer than this is shown rather than cut.
_CRUMB = 8


def passage(article: Article, spans: Iterable[Span], width: int = WIDTH) -> list[str]:
    """Lines of text, each followed by its line of carets, for the prose ``spans``; one excerpt a sentence."""
    lines: list[str] = []
    for _, group in groupby(sorted(set(spans)), key=lambda span: article.sentence_at(span[0]).index):
        here = list(group)
        sentence = article.sentence_at(here[0][0])
        start, end = min(sentence.start, here[0][0]), max(sentence.end, *(e for _, e in here))
        text = clean(article.text[start:end])
        lines += _excerpt(text.rstrip(), [(a - start, b - start) for a, b in here], width)
    return lines


def _excerpt(text: str, spans: list[Span], width: int) -> list[str]:
    for context in _CONTEXTS:
        shown, moved = _joined(text, spans, _windows(text, spans, context))
        if columns(shown) <= width:
            break
    return [line for part, at in _wrapped(shown, moved, width) for line in (part, _carets(part, at))]


def _windows(text: str, spans: Sequence[Span], context: int) -> list[Span]:
    """What to show: each span with ``context`` characters around it, cut between words."""
    found: list[Span] = []
    for start, end in spans:
        low, high = max(start - context, 0), min(end + context, len(text))
        low = 0 if low <= _CRUMB else _word_start(text, low, start)
        high = len(text) if len(text) - high <= _CRUMB else _word_end(text, end, high)
        if found and low <= found[-1][1] + _CRUMB:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _word_start(text: str, low: int, limit: int) -> int:
    """The first start of a word from ``low`` on, at most ``limit``."""
    space = text.find(" ", low - 1, limit)
    return limit if space < 0 else space + 1


def _word_end(text: str, limit: int, high: int) -> int:
    """The last end of a word up to ``high``, at least ``limit``."""
    space = text.rfind(" ", limit, high + 1)
    return limit if space < 0 else space


def _joined(text: str, spans: Sequence[Span], windows: Sequence[Span]) -> tuple[str, list[Span]]:
    """The windows as one string with … where something was left out, and where the spans stand in it."""
    shown, moved = "", []
    for low, high in windows:
        shown += (" … " if shown else "… ") if low else ""
        shift = len(shown) - low
        moved += [(a + shift, b + shift) for a, b in spans if low <= a and b <= high]
        shown += text[low:high].rstrip()
    return shown + (" …" if windows[-1][1] < len(text) else ""), moved


def _wrapped(text: str, spans: Sequence[Span], width: int) -> list[tuple[str, list[Span]]]:
    """Lines no wider than ``width``, broken between words, never inside a span; for those without a span stands …"""
    inside = {i for a, b in spans for i in range(a, b)}
    room = width if columns(text) <= width else width - 4  # for the … at either end
    lines: list[Span] = []
    start, last = 0, -1
    for i, char in enumerate(text + " "):
        if char != " " or i in inside:
            continue
        if last > start and columns(text[start:i]) > room:
            lines.append((start, last))
            start = last + 1
        last = i
    lines.append((start, len(text)))
    found, missing = list[tuple[str, list[Span]]](), False
    for start, end in lines:
        here = [(a - start, b - start) for a, b in spans if start <= a < end]
        shown, cut = text[start:end], missing and not text.startswith("…", start)
        if here:
            found.append(("… " + shown, [(a + 2, b + 2) for a, b in here]) if cut and not found else (shown, here))
        elif found and not missing and not found[-1][0].endswith("…") and shown.strip(" …"):
            found[-1] = (found[-1][0] + " …", found[-1][1])
        missing = not here
    return found


def _carets(text: str, spans: Sequence[Span]) -> str:
    line, at = "", 0
    for start, end in spans:
        if start < at:
            continue
        line += " " * columns(text[at:start]) + "^" * max(columns(text[start:end]), 1)
        at = end
    return line
