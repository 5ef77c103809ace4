"""A file becomes an Article."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.caps import CAPS, Caps
from ..base.printable import clean
from ..base.watch import OutOfTime, bell
from . import markdown, plain
from .blocks import NEAR_THE_TOP, compose
from .characters import unify
from .dateline import find_date
from .decode import UndecodableError, decode, too_large, without_surrogates
from .model import Article, Ignore
from .sniff import HTML, JSON, LINES, MARKDOWN, XML, form, is_known
from .waivers import find_waivers

if TYPE_CHECKING:
    from .draft import Broken, Sheet, Skipped

#: Files that hold articles only where their content says so: JSON and XML are used for so much else.
SNIFFED: tuple[str, ...] = (*JSON, *LINES, *XML)
#: The suffixes of the files that can be read; a file with another one is read by its content when it is asked for.
SUFFIXES: tuple[str, ...] = (".txt", ".text", *MARKDOWN, *HTML, ".docx", *SNIFFED)
#: The largest file of many articles, and the largest Word document with its pictures.
MAX_PACKAGE = CAPS.package
#: So much of a file is looked at to tell whether it holds articles.
_LOOKED_AT = 2_000_000
_OF_FILE = "of one file"


class UnreadableArticle(ValueError):
    """A file that cannot be read as an article: ``str()`` is ``name[:line:column]: reason``, one line in plain words."""

    def __init__(self, what: str):
        super().__init__(clean(what))


def read_file(path: Path, *, name: str | None = None, published: date | None = None, caps: Caps = CAPS) -> Article:
    """The one article in ``path``, called ``name`` (default: the path) in all messages.

    ``published`` is used where the article itself does not say when it was published.
    Raises UnreadableArticle: no such file, a folder, a binary, too large, malformed, no English prose, several articles.
    """
    name = path.as_posix() if name is None else name
    return _only(read_articles(path, name=name, published=published, caps=caps), name)


def read_articles(path: Path, *, name: str | None = None, published: date | None = None,
                  fields: Mapping[str, str] | None = None, caps: Caps = CAPS) -> list[Article | Skipped | Broken]:
    """All articles in ``path``, in the order of the file: what is no English prose is Skipped, a broken one Broken.

    ``fields`` say which field of a JSON object holds the "title", "text", "date", "language" and "id" (dotted paths).
    Raises UnreadableArticle where the file as a whole cannot be read.
    """
    name = path.as_posix() if name is None else name
    try:
        data = read_bytes(path, caps)
    except OSError as e:
        raise UnreadableArticle(f"{name}: {(e.strerror or str(e)).lower()}") from None
    except UndecodableError as e:
        raise UnreadableArticle(f"{name}: {e}") from None
    return read_articles_data(data, name=name, suffix=path.suffix, published=published, fields=fields, caps=caps)


def read_articles_data(data: bytes, *, name: str, suffix: str = "", published: date | None = None,
                       fields: Mapping[str, str] | None = None, caps: Caps = CAPS) -> list[Article | Skipped | Broken]:
    """All articles in a file's bytes, as ``read_articles`` gives them. Raises UnreadableArticle."""
    try:
        with bell(caps.reading(len(data))):
            return _parsed(data, name, suffix, published, fields, caps)
    except OutOfTime:
        raise UnreadableArticle(f"{name}: reading it took longer than {caps.reading(len(data)):g} s of processor time") from None


def _parsed(data: bytes, name: str, suffix: str, published: date | None, fields: Mapping[str, str] | None, caps: Caps,
            ) -> list[Article | Skipped | Broken]:
    try:
        if data.startswith(b"PK\x03\x04"):
            from .docx import is_docx
            if is_docx(data) or suffix.lower() == ".docx":
                return _word(data, name, published, caps)
        source = decode(data, *_most(suffix, caps))
    except UndecodableError as e:
        raise UnreadableArticle(f"{name}:{e.line}:1: {e}" if e.line else f"{name}: {e}") from None
    return _articles(source, hashlib.sha256(data).hexdigest(), name, suffix, published, fields)


def read_bytes(path: Path, caps: Caps = CAPS) -> bytes:
    """The file's bytes; of one that is too large for an article only so many as to tell.

    Never waits for a pipe and never reads a device. Raises OSError, and UndecodableError for what is no file.
    """
    return _bytes(path, _most(path.suffix, caps)[0] + 1)


def _bytes(path: Path, most: int) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise UndecodableError("this is a pipe or a device, not a file; pipe its text into: numcheck check -")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)


def _most(suffix: str, caps: Caps) -> tuple[int, str]:
    """The bytes that a file of that suffix may have, and what is said of more."""
    return (caps.package, _OF_FILE) if suffix.lower() in (*SNIFFED, ".docx") else (caps.size, "as one article")


def holds_articles(path: Path, fields: Mapping[str, str] | None = None) -> bool:
    """Whether a file with a suffix of SNIFFED is in a known format of articles. Never raises."""
    try:
        data = _bytes(path, _LOOKED_AT + 1)
        head = decode(data[:_LOOKED_AT])
    except (OSError, UndecodableError):
        return False
    return is_known(head, path.suffix, fields, whole=len(data) <= _LOOKED_AT)


def read_text(text: str, *, name: str = "<text>", suffix: str = ".txt", published: date | None = None,
              caps: Caps = CAPS) -> Article:
    """The one article in ``text``, read in the format that files ending in ``suffix`` have.

    Raises UnreadableArticle where a file with that content would.
    """
    return _only(read_articles_text(text, name=name, suffix=suffix, published=published, caps=caps), name)


def read_articles_text(text: str, *, name: str = "<text>", suffix: str = ".txt", published: date | None = None,
                       fields: Mapping[str, str] | None = None, caps: Caps = CAPS) -> list[Article | Skipped | Broken]:
    """All articles in ``text``, as ``read_articles`` gives those of a file."""
    source = without_surrogates(text.removeprefix("\ufeff"))
    nul = source.find("\0")
    if nul >= 0:
        raise UnreadableArticle(f"{name}:{source.count(chr(10), 0, nul) + 1}:1: the text holds NUL characters")
    data = source.encode()
    if len(data) > _most(suffix, caps)[0]:
        raise UnreadableArticle(f"{name}: {too_large(*_most(suffix, caps))}")
    return _articles(source, hashlib.sha256(data).hexdigest(), name, suffix, published, fields)


def _only(found: list[Article | Skipped | Broken], name: str) -> Article:
    """The one article there is."""
    if len(found) == 1:
        one = found[0]
        if isinstance(one, Article):
            return one
        raise UnreadableArticle(getattr(one, "error", "") or f"{name}: {getattr(one, 'reason', '')}")
    raise UnreadableArticle(f"{name}: the file holds {len(found)} articles; read_articles reads them all")


def _articles(source: str, sha256: str, name: str, suffix: str, published: date | None,
              fields: Mapping[str, str] | None) -> list[Article | Skipped | Broken]:
    kind = form(source, suffix)
    if kind in ("plain", "markdown"):
        return [_read(source, sha256, name, kind == "markdown", published)]
    from .assemble import place
    from .draft import Malformed
    from .formats import read_json, read_lines, read_xml
    try:
        if kind == "html":
            from .html import read_html
            sheet = read_html(source, name)
        else:
            sheet = (read_xml(source) if kind == "xml" else
                     read_lines(source, fields) if kind == "lines" else read_json(source, fields))
    except Malformed as e:
        line, column = place(source, e.at)
        raise UnreadableArticle(f"{name}:{line}:{column}: {e}") from None
    return _assembled(sheet, source, sha256, name, published)


def _word(data: bytes, name: str, published: date | None, caps: Caps) -> list[Article | Skipped | Broken]:
    from .docx import read_docx
    from .draft import Malformed
    if len(data) > caps.package:
        raise UnreadableArticle(f"{name}: {too_large(caps.package, _OF_FILE)}")
    try:
        source, sheet = read_docx(data)
    except Malformed as e:
        raise UnreadableArticle(f"{name}: {e}") from None
    return _assembled(sheet, source, hashlib.sha256(data).hexdigest(), name, published)


def _assembled(sheet: Sheet, source: str, sha256: str, name: str, published: date | None) -> list[Article | Skipped | Broken]:
    """The articles of a sheet, named where they are several."""
    from .assemble import assemble, place
    from .draft import Broken, Skipped, is_english
    from .parts import Namer
    found: list[Article | Skipped | Broken] = []
    namer = Namer()
    for number, draft in enumerate(sheet.drafts, start=1):
        part = namer.name(draft.ids, number) if sheet.several else None
        if draft.fault:
            line, column = place(source, draft.fault.at)
            found.append(Broken(name, part, clean(f"{name}:{line}:{column}: {draft.fault}")))
            continue
        reason = draft.reason
        if not reason and not is_english(draft.language):
            reason = f"its language is {draft.language}; only English is read"
        article = None if reason else assemble(draft, source, sha256, name, part, published)
        if article is not None and article.paragraphs:
            found.append(article)
        else:
            found.append(Skipped(name, part, reason or "there is nothing to read in it"))
    if not found:
        found.append(Skipped(name, None, "the file holds no articles"))
    return found


def _read(source: str, sha256: str, name: str, is_markdown: bool, published: date | None) -> Article:
    unified = unify(source)
    waivers = find_waivers(unified, name)
    unified, ignores, problems = waivers.text, list[Ignore](waivers.ignores), list(waivers.problems)
    title: str | None = None
    own_date: date | None = None
    if is_markdown:
        page = markdown.read_page(unified, source, name)
        unified, blocks, title, own_date = page.text, page.blocks, page.title, page.published
        ignores += page.ignores
        problems += page.problems
    else:
        blocks = plain.read_blocks(unified)
    text, paragraphs, origin = compose(unified, blocks)
    if paragraphs and paragraphs[0].role == "headline":
        title = text[paragraphs[0].start : paragraphs[0].end]
    near_the_top = (text[p.start : p.end] for p in paragraphs[: NEAR_THE_TOP] if p.role in ("dateline", "body"))
    return Article(
        path=name,
        source=source,
        text=text,
        paragraphs=paragraphs,
        origin=origin,
        title=title,
        published=own_date or find_date(near_the_top) or published,
        sha256=sha256,
        ignores=tuple(ignores),
        problems=tuple(problems),
    )
