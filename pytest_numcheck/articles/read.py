"""A file becomes an Article."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from datetime import date
from pathlib import Path

from . import markdown, plain
from .blocks import NEAR_THE_TOP, compose
from .characters import unify
from .dateline import find_date
from .decode import MAX_BYTES, TOO_LARGE, UndecodableError, decode, without_surrogates
from .model import Article, Ignore
from .waivers import find_waivers

_MARKDOWN = (".md", ".markdown")
#: The suffixes of the files that can be read; a file with another one is read as plain text when it is asked for.
SUFFIXES: tuple[str, ...] = (".txt", ".text", *_MARKDOWN)


class UnreadableArticle(ValueError):
    """A file that cannot be read as an article: ``str()`` is ``name[:line:column]: reason`` in plain words."""


def read_file(path: Path, *, name: str | None = None, published: date | None = None) -> Article:
    """The article in ``path``, called ``name`` (default: the path) in all messages.

    ``published`` is used where the article itself does not say when it was published.
    Raises UnreadableArticle: no such file, a folder, a binary, too large.
    """
    name = path.as_posix() if name is None else name
    try:
        data = read_bytes(path)
        source = decode(data)
    except OSError as e:
        raise UnreadableArticle(f"{name}: {(e.strerror or str(e)).lower()}") from None
    except UndecodableError as e:
        raise UnreadableArticle(f"{name}:{e.line}:1: {e}" if e.line else f"{name}: {e}") from None
    return _read(source, hashlib.sha256(data).hexdigest(), name, path.suffix, published)


def read_bytes(path: Path) -> bytes:
    """The file's bytes; of one that is too large for an article only so many as to tell.

    Never waits for a pipe and never reads a device. Raises OSError, and UndecodableError for what is no file.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise UndecodableError("this is a pipe or a device, not a file; pipe its text into: numcheck check -")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MAX_BYTES + 1)
    finally:
        os.close(handle)


def read_text(text: str, *, name: str = "<text>", suffix: str = ".txt", published: date | None = None) -> Article:
    """The article in ``text``, read in the format that files ending in ``suffix`` have.

    Raises UnreadableArticle where a file with that content would.
    """
    source = without_surrogates(text.removeprefix("\ufeff"))
    nul = source.find("\0")
    if nul >= 0:
        raise UnreadableArticle(f"{name}:{source.count(chr(10), 0, nul) + 1}:1: the text holds NUL characters")
    data = source.encode()
    if len(data) > MAX_BYTES:
        raise UnreadableArticle(f"{name}: {TOO_LARGE}")
    return _read(source, hashlib.sha256(data).hexdigest(), name, suffix, published)


def _read(source: str, sha256: str, name: str, suffix: str, published: date | None) -> Article:
    unified = unify(source)
    waivers = find_waivers(unified, name)
    unified, ignores, problems = waivers.text, list[Ignore](waivers.ignores), list(waivers.problems)
    title: str | None = None
    own_date: date | None = None
    if suffix.lower() in _MARKDOWN:
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
