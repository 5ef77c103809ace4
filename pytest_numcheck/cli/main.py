"""The command line: ``numcheck check``, ``read``, ``why``, ``rules`` and what else ``COMMANDS`` names."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from ..base.pause import settle, unsettle
from ..base.printable import clean_lines
from .common import Trouble

#: Sub-commands, each in a module of its own with ``add(parsers)``; loaded only to build the parser that is asked for.
COMMANDS = {"check": "check", "read": "read", "why": "why", "rules": "rules", "explain": "rules",
            "test-rules": "test", "new-rule": "new", "schema": "rules", "serve": "serve", "lsp": "lsp", "sweep": "sweep",
            "report": "report", "diff": "diff"}
CLEAN, INCONSISTENT, TROUBLE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: nothing wrong; 1: numbers that cannot all be right; 2: wrong usage or an unreadable file."""
    unsettle()
    gc.set_threshold(50_000, 20, 50)  # what is loaded stays: the process ends before it is garbage
    argv = sys.argv[1:] if argv is None else argv
    if sys.stdout is None:  # closed by whoever started us: the exit code alone tells
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if not argv:
            _parser().print_help(sys.stderr)
            return TROUBLE
        args = _parser(argv[0]).parse_args(argv)
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except Trouble as e:
        print(f"numcheck: {clean_lines(str(e))}", file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        # whoever read us has seen enough; keep Python from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except OSError as e:
        print(f"numcheck: the output cannot be written: {(e.strerror or str(e)).lower()}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return TROUBLE
    except KeyboardInterrupt:
        return 130
    finally:
        settle()


def _parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of the command, where there is such a one, else of all."""
    parser = argparse.ArgumentParser(prog="numcheck",
                                     description="Checks that the numbers in a news article agree with each other.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    parsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in [COMMANDS[command]] if command in COMMANDS else dict.fromkeys(COMMANDS.values()):
        import_module(f".{module}", __package__).add(parsers)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *args: object, **kwargs: object) -> None:
        from .. import __version__
        print(f"numcheck {__version__}")
        parser.exit()
