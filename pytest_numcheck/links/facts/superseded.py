"""Articles and paragraphs whose later figures stand for earlier ones: live blogs, corrections, updates."""

from __future__ import annotations

from ..prose.view import View

#: paragraphs that open with a clock time from which an article is a live blog
_ENTRIES = 3
#: how much of a paragraph shows whether it is a note
_OPENING = 40


def is_live(view: View) -> bool:
    """Whether the article is written entry by entry, each under its time: what it says later stands for what it said."""
    starts = {p.start for p in view.article.paragraphs if p.role != "headline"}
    return sum(m.kind == "clock" and m.start in starts for m in view.reading.mentions) >= _ENTRIES


def notes(view: View) -> frozenset[int]:
    """Paragraphs that put right or bring up to date what others say ("This article was amended …", "Update: …")."""
    opened = tuple(view.lexicon.list("editor-notes"))
    article = view.article
    return frozenset(i for i, p in enumerate(article.paragraphs)
                     if article.text[p.start:p.start + _OPENING].lstrip("*_[ ").lower().startswith(opened))
