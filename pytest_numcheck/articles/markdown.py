"""Markdown."""
from __future__ import annotations
from dataclasses import dataclass
from datetime import date
from .blocks import Block
from .model import Ignore
from . import plain


@dataclass(frozen=True, slots=True)
class Page:
    blocks: list[Block]
    title: str | None = None
    published: date | None = None
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = ()


def read_page(unified: str, source: str, name: str) -> Page:
    return Page(plain.read_blocks(unified))
