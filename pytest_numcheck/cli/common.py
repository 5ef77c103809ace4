"""What the commands share: options, rules, articles, and the way trouble is told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.caps import TEXTS, Caps, caps_of
from ..base.pause import settle, unhindered

if TYPE_CHECKING:
    from ..articles.draft import Broken, Skipped
    from ..articles.model import Article
    from ..language.model import Rule
    from ..language.ruleset import RuleSet
    from ..progress import Progress

STDIN = "-"
#: Folders that hold software and no articles.
_SOFTWARE = ("node_modules", "venv", "build", "dist", "CVS", "__pycache__")


class Trouble(Exception):
    """Wrong usage, bad rules or an unreadable file: told on one line or with its own caret, exit 2."""


def add_article_options(parser: argparse.ArgumentParser) -> None:
    """Options of the commands that read articles."""
    parser.add_argument("--published", type=_date, metavar="DATE",
                        help="date of publication (YYYY-MM-DD) where the article does not say")
    parser.add_argument("--fields", action="append", metavar="NAME=FIELD,…", default=[],
                        help="which fields of a JSON object are an article, such as title=headline,text=body,date=day")
    parser.add_argument("--stdin-filename", metavar="NAME", default=None,
                        help="what to call the text that comes from standard input; its suffix says how to read it")
    add_rule_options(parser)
    for name, (metavar, help) in TEXTS.items():
        parser.add_argument(f"--max-{name}", metavar=metavar, help=help)


def caps(args: argparse.Namespace) -> Caps:
    """The limits on one article; Trouble for one that is no number."""
    try:
        return caps_of(lambda name: getattr(args, f"max_{name}"))
    except ValueError as e:
        raise Trouble(str(e)) from None


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", action="append", metavar="SET", default=[],
                        help="rule set file, folder of rules, or built-in set (may be repeated; default: numcheck.yaml here, "
                             "else the recommended set)")


def rules(args: argparse.Namespace) -> RuleSet:
    """The rules that were asked for; Trouble with file, line and caret where they are wrong."""
    from ..base.strictyaml import DataError
    cwd = Path.cwd()
    for source in args.rules:
        if not source.startswith("numcheck:") and not (cwd / source).exists():
            raise Trouble(f"--rules: there is no folder or file {source}")
    with unhindered():
        from ..engine import load_rules
        try:
            found = load_rules(*(s if s.startswith("numcheck:") else str(cwd / s) for s in args.rules), root=cwd)
        except DataError as e:
            raise Trouble(str(e)) from None
        settle()
    return found


def known(ruleset: RuleSet, rule_id: str) -> Rule:
    """The rule of that id or former id; Trouble, with the nearest one, where there is none."""
    try:
        return ruleset.rule(rule_id)
    except KeyError as e:
        raise Trouble(str(e.args[0])) from None


def articles(args: argparse.Namespace, files: list[str], changed: frozenset[Path] | None = None,
             progress: Callable[[int], Progress] | None = None) -> Iterator[Article | Skipped | Trouble]:
    """The articles named, those below the folders named, and standard input for ``-``; Trouble for what cannot be read.

    Where ``changed`` is given, other files are left out. ``progress`` is called with the number of files.
    """
    from ..articles.draft import Broken
    from ..articles.fields import parse_fields
    from ..articles.read import UnreadableArticle, read_articles
    try:
        fields = parse_fields(args.fields)
    except ValueError as e:
        raise Trouble(f"--fields: {e}") from None
    limits = caps(args)
    named = [path for name in files for path in ([None] if name == STDIN else below(name, fields))
             if not isinstance(path, Path) or changed is None or path.resolve() in changed]
    shown = progress(len(named)) if progress else None
    for path in named:
        if isinstance(path, Trouble):
            yield path
            continue
        try:
            for one in _stdin(args, fields, limits) if path is None else read_articles(
                    path, name=path.as_posix(), published=args.published, fields=fields, caps=limits):
                yield Trouble(one.error) if isinstance(one, Broken) else one
        except UnreadableArticle as e:
            yield Trouble(str(e))
        if shown:
            shown.step()


def below(name: str, fields: Mapping[str, str] | None = None) -> list[Path | Trouble]:
    """The articles in a folder, by name, and what could not be searched; a file is itself.

    Hidden folders and those that hold software (``node_modules``, environments) are passed over, as pytest does.
    """
    path = Path(name)
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where it may not look
        return [path]
    from ..articles.choose import Chooser
    chooser, found = Chooser((), (), path, fields), list[Path]()
    trouble: list[Path | Trouble] = []

    def cannot(error: OSError) -> None:
        trouble.append(Trouble(f"{Path(error.filename or name).as_posix()}: {(error.strerror or str(error)).lower()}"))

    for folder, folders, files in os.walk(path, onerror=cannot):
        at = Path(folder)
        folders[:] = [f for f in folders if not f.startswith(".") and f not in _SOFTWARE
                      and not os.path.exists(at / f / "pyvenv.cfg")]  # noqa: PTH110
        found += [at / f for f in files if chooser.is_article(at / f, named=False) and os.path.isfile(at / f)]  # noqa: PTH113
    if not found and not trouble:
        trouble.append(Trouble(f"{name}: no article in this folder"))
    return [*trouble, *sorted(found)]


def _stdin(args: argparse.Namespace, fields: Mapping[str, str] | None, limits: Caps) -> list[Article | Skipped | Broken]:
    from ..articles.read import read_articles_data
    name = args.stdin_filename or "<stdin>"
    return read_articles_data(sys.stdin.buffer.read(limits.package + 1), name=name, suffix=Path(name).suffix,
                              published=args.published, fields=fields, caps=limits)


def need(extra: str, *modules: str) -> None:
    """Trouble, with the way to get it, where a package of an extra is not installed."""
    if any(find_spec(m) is None for m in modules):
        raise Trouble(f"numcheck {extra} needs: pip install 'pytest-numcheck[{extra}]'")


def colour() -> bool:
    """Whether standard output is a terminal that shows colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def percentage(text: str) -> float:
    """A percentage from 0 to 100, for argparse."""
    try:
        found = float(text.removesuffix("%"))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 100:
        raise argparse.ArgumentTypeError(f"a percentage from 0 to 100 is wanted, not '{text}'")
    return found


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a date such as 2024-11-05 is wanted, not '{text}'") from None
