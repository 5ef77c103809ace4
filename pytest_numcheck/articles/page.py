"""A saved page: which of its paragraphs are the article, and which are menus, comments, related links and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..base.lexicon import shipped
from .extractor import voted
from .fragment import Fragment
from .paragraphs import Box, Part

_FURNITURE = frozenset(("nav", "footer", "aside", "form", "menu", "dialog", "amp-sidebar", "search"))
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog", "menu", "menubar",
                    "form"))
_SPLIT = re.compile(r"[-_:.\d]+|(?<=[a-z])(?=[A-Z])")
_SENTENCE = re.compile(r"[.!?][\"')\]]{0,2}\s*\Z|[.!?][\"')\]]{0,2}\s+[\"'(]?[A-Z]")
_LINKED = 0.5


@cache
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]], frozenset[str]]:
    table = shipped("data", "page")
    return frozenset(table["furniture"]), {k: frozenset(v) for k, v in table["beside"].items()}, frozenset(table["unless"])


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(shipped('data', 'page')['labels'])})\W*\Z", re.IGNORECASE | re.DOTALL)


def article_parts(fragment: Fragment, unified: str, source: str) -> list[Part]:
    """The parts of the article in a whole page, in order; empty where the page holds no prose."""
    text = fragment.text
    good = [p for p in fragment.parts if _is_prose(text, p)]
    if not good:
        return []
    furniture = _furniture(fragment, good, names=True)
    inside = [p for p in good if not furniture[p.box.index]]
    if sum(p.shown for p in inside) * 10 < sum(p.shown for p in good):  # names that mean something else on this site
        furniture = _furniture(fragment, good, names=False)
        inside = [p for p in good if not furniture[p.box.index]]
    if not inside:
        return []
    root = _with_headline(fragment, _root(fragment, inside), inside, furniture)
    within = _below(fragment, root)
    votes = voted(source, [text[p.start : p.end] for p in fragment.parts])
    kept = []
    for i, part in enumerate(fragment.parts):
        decided = votes is not None and part.role == "body" and part.shown >= 40
        here = votes[i] if decided and votes else within[part.box.index]
        if here and not furniture[part.box.index] and _belongs(text, part):
            kept.append(part)
    return _framed(text, kept, fragment.parts, furniture)


def _is_prose(text: str, part: Part) -> bool:
    if part.role not in ("body", "item") or part.shown < 40 or part.linked > part.shown * _LINKED:
        return False
    return part.shown >= 120 or bool(_SENTENCE.search(text, part.start, part.end))


def _belongs(text: str, part: Part) -> bool:
    """Whether a part of the article's own box is text and not a button or a list of links."""
    if part.linked > part.shown * _LINKED and part.role in ("body", "item", "heading", "table") and part.tag != "h1":
        return part.role == "body" and part.shown > 160
    return not (part.shown < 120 and _labels().match(text[part.start : part.end].replace("\u200b", "").strip()))


def _furniture(fragment: Fragment, good: Sequence[Part], *, names: bool) -> list[bool]:
    """For each box whether it is, or lies in, furniture. What holds half of the page's prose is none.

    ``names``: classes and ids count too, not only elements and roles.
    """
    weights = _weights(fragment, good)
    whole = weights[0]
    titled = {p.box.index for p in fragment.parts if p.tag == "h1"}
    found: list[bool] = []
    story: list[bool] = []
    for box in fragment.boxes:
        above = box.parent is not None and found[box.parent.index]
        in_story = box.name in ("article", "main") or (box.parent is not None and story[box.parent.index])
        mine = weights[box.index] * 2 <= whole and _is_furniture(box, in_story, titled, names)
        found.append(above or mine)
        story.append(in_story)
    return found


def _is_furniture(box: Box, in_story: bool, titled: set[int], by_name: bool) -> bool:
    attributes = box.attributes
    if box.name in _FURNITURE or attributes.get("role", "").lower() in _ROLES:
        return True
    if box.name == "header" and not in_story and box.index not in titled:
        return True
    if box.name in ("html", "body", "main") or not attributes or not by_name:
        return False
    names = " ".join(attributes.get(n, "") for n in ("class", "id", "data-component", "data-testid")).split()
    return any(_names_furniture(name) for name in names[:40])


def _names_furniture(name: str) -> bool:
    furniture, beside, unless = _words()
    words = [w.lower() for w in _SPLIT.split(name[:80]) if w]
    if not unless.isdisjoint(words):
        return False
    if not furniture.isdisjoint(words) or "".join(words) in furniture:
        return True
    return any(word in beside and not beside[word].isdisjoint(words) for word in words)


def _weights(fragment: Fragment, parts: Sequence[Part]) -> list[int]:
    """The characters of ``parts`` in each box and all below it."""
    weights = [0] * len(fragment.boxes)
    for part in parts:
        weights[part.box.index] += part.shown - part.linked
    for box in reversed(fragment.boxes):
        if box.parent is not None:
            weights[box.parent.index] += weights[box.index]
    return weights


def _root(fragment: Fragment, prose: Sequence[Part]) -> Box:
    """The box of the article: its own element where there is one, else the deepest with most of the page's prose."""
    weights = _weights(fragment, prose)
    whole = weights[0]
    marked = [b for b in fragment.boxes if b.name == "article" or b.attributes.get("itemprop", "").lower() == "articlebody"]
    best = max(marked, key=lambda b: (weights[b.index], -b.index), default=None)
    if best is not None and weights[best.index] * 5 >= whole * 2:
        return best
    mains = [b for b in fragment.boxes if b.name == "main" or b.attributes.get("role") == "main"]
    here = max(mains, key=lambda b: weights[b.index], default=fragment.boxes[0])
    here = here if weights[here.index] * 2 >= whole else fragment.boxes[0]
    whole = weights[here.index]
    for box in fragment.boxes[here.index + 1 :]:
        if box.parent is here and weights[box.index] * 3 >= whole * 2:
            here = box
    return here


def _with_headline(fragment: Fragment, root: Box, prose: Sequence[Part], furniture: Sequence[bool]) -> Box:
    """The nearest box around ``root`` with the page's headline, if it holds little prose beside: summaries stand there."""
    heads = {p.box.index for p in fragment.parts if p.tag == "h1" and not furniture[p.box.index]}
    weights = _weights(fragment, prose)
    titled = [False] * len(fragment.boxes)
    for box in reversed(fragment.boxes):
        titled[box.index] = titled[box.index] or box.index in heads
        if titled[box.index] and box.parent is not None:
            titled[box.parent.index] = True
    here: Box | None = root
    while here is not None and not titled[here.index]:
        here = here.parent
    return here if here is not None and weights[here.index] * 10 <= weights[root.index] * 13 else root


def _below(fragment: Fragment, root: Box) -> list[bool]:
    found = [False] * len(fragment.boxes)
    for box in fragment.boxes[root.index :]:
        found[box.index] = box is root or (box.parent is not None and found[box.parent.index])
    return found


def _framed(text: str, kept: list[Part], parts: Sequence[Part], furniture: Sequence[bool]) -> list[Part]:
    """From the headline to the last paragraph: what stands before and the headings and lines after it go."""
    heads = [p for p in parts if p.tag == "h1" and not (furniture[p.box.index] and p not in kept)]
    last = max((i for i, p in enumerate(kept) if _is_prose(text, p) or p.role in ("item", "table", "caption")), default=-1)
    if last < 0:
        return []
    body = kept[: last + 1]
    first = next(i for i, p in enumerate(body) if _is_prose(text, p) or p.role in ("item", "table"))
    head = next((p for p in reversed(heads) if p.start <= body[first].start), None)
    if head is None:
        return body
    return [head, *(p for p in body if p.start > head.start)]
