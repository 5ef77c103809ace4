"""Writes the table of functions into the documentation.

``python -m pytest_numcheck.language.reference docs/rule-language.md``
"""

from __future__ import annotations

import sys
from pathlib import Path

from .functions import FUNCTIONS

BEGIN, END = "<!-- functions: written by pytest_numcheck.language.reference -->", "<!-- end of functions -->"


def functions_table() -> str:
    """Every function with what it gives, as a Markdown table."""
    rows = [f"| `{f.signature}` | {f.doc} |" for f in FUNCTIONS.values()]
    return "\n".join(["| function | gives |", "|---|---|", *rows])


def renewed(page: str) -> str:
    """``page`` with the table between its two marks as it is now. Raises ValueError where a mark is missing."""
    begin, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    return f"{page[:begin]}\n{functions_table()}\n{page[end:]}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
