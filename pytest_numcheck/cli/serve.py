"""``numcheck serve``: the checker as a small web server, for a CMS and for pasting."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from .common import Trouble, add_rule_options, need, rules


def add(parsers: Any) -> None:
    parser = parsers.add_parser("serve", help="check articles over HTTP (extra: serve)",
                                description="Serves POST /check for programs and a page to paste a story into. Nothing is kept.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)")
    parser.add_argument("--port", type=int, default=8750, help="port to listen on (default: 8750; 0: any that is free)")
    parser.add_argument("--max-bytes", type=int, default=1_000_000, metavar="N", help="the largest article (default: 1000000)")
    parser.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS",
                        help="the longest that an article may take (default: 10)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="how many articles are checked at once (default: 2)")
    add_rule_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    need("serve", "starlette", "uvicorn", "jinja2")
    if not (0 <= args.port < 65536 and args.max_bytes > 0 and args.timeout > 0 and args.workers > 0):
        raise Trouble("--port wants 0 to 65535; --max-bytes, --timeout and --workers more than 0")
    rules(args)  # what is wrong with them is told now
    from ..serve.app import Limits
    from ..serve.command import serve
    sources = tuple(s if s.startswith("numcheck:") else str(Path.cwd() / s) for s in args.rules)
    try:
        serve(args.host, args.port, sources, Limits(args.max_bytes, args.timeout, args.workers))
    except OSError as e:
        raise Trouble(f"cannot listen on {args.host} port {args.port}: {(e.strerror or str(e)).lower()}") from None
    return 0
