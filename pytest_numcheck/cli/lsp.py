"""``numcheck lsp``: the checker as a language server, for editors."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from .common import need


def add(parsers: Any) -> None:
    parser = parsers.add_parser("lsp", help="language server for editors, over standard input and output (extra: lsp)",
                                description="A language server: findings, hovers, and help in rule files.")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    need("lsp", "pygls", "lsprotocol")
    from ..lsp.server import make_server
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no message to the editor
    make_server().start_io(sys.stdin.buffer, out.buffer)
    return 0
