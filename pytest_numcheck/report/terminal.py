"""What an editor reads when numbers do not agree."""

from __future__ import annotations

from collections.abc import Sequence

from ..articles.model import Article
from ..check.outcome import Check
from ..numbers.mention import Reading
from .columns import clean, columns
from .passage import WIDTH, passage

#: Files in which a comment cannot stand on a line of its own.
_NO_LINES = (".docx", ".json", ".jsonl", ".ndjson", ".ninjs", ".xml", ".nitf", ".newsml", ".rss", ".atom")


def finding(reading: Reading, check: Check, path: str | None = None, width: int = WIDTH, *, brief: bool = False) -> str:
    """The finding in plain words: headline and place, the passage with carets, the sum, the likely slip, the way out.

    ``brief`` names the rule and leaves out what to do where the text is right after all.
    """
    article = reading.article
    at = [reading.by_id[i] for i in check.mentions]
    place = f"{clean(path or article.path)}, {lines_of(article, [m.start for m in at])}"
    text = [*_head(headline(article), place, width), ""]
    text += [f"  {line}" for line in passage(article, [(m.start, m.end) for m in at], width - 2)]
    text += ["", ("Warning: " if check.severity == "warning" else "") + sentence(check.message)]
    if check.slip:
        text.append(f"Likely slip: {sentence(check.slip, capital=False)}{' ' + sentence(check.mend) if check.mend else ''}")
    if check.certainty == "guessed":
        text.append("The words do not say for certain that these numbers belong together: look before you change one.")
    return "\n".join([*text, "", *way_out(check, article.path)[:1 if brief else None]])


def headline(article: Article) -> str | None:
    """The title, else the headline paragraph, on one line."""
    top = article.headline
    title = article.title or (article.text[top.start:top.end] if top else None)
    return " ".join(clean(title).split()) if title else None


def lines_of(article: Article, offsets: Sequence[int]) -> str:
    """"line 31", "lines 31 and 33", "lines 3, 5 and 9"."""
    lines = sorted({article.line_column(offset)[0] for offset in offsets})
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(str(n) for n in lines[:-1])} and {lines[-1]}"


def sentence(text: str, *, capital: bool = True) -> str:
    """The text on one line as a sentence, with its full stop."""
    text = " ".join(clean(text).split())
    if capital and text[:1].islower() and text.partition(" ")[0].isalpha():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ".”", '."')) else text + "."


def way_out(check: Check, path: str = "") -> list[str]:
    """Which rule spoke, and what to do where the text is right after all; a Word or JSON file has no line above."""
    where = "Put this on the line above it"
    if path.lower().endswith(_NO_LINES):
        where = "Sign for it in a baseline (--numcheck-baseline), or in HTML inside put this before its paragraph"
    return [f"{check.rule} ({check.severity}): {sentence(check.title, capital=False)} More: numcheck explain {check.rule}",
            f"Is the text right? {where}: <!-- numcheck: ignore {check.rule} -- your reason -->",
            f'Is the rule wrong for you? Switch it off in numcheck.yaml: rules: {{{check.rule}: "off"}}']


def _head(title: str | None, place: str, width: int) -> list[str]:
    if title is None:
        return [place]
    gap = width - columns(title) - columns(place)
    return [title + " " * gap + place] if gap >= 2 else [title, place]
