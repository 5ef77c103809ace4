"""The head of a Markdown file: title, date and waivers, in YAML between ``---`` lines (or TOML between ``+++``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..base.strictyaml import DataError, Node, parse
from .dateline import parse_date
from .model import Ignore
from .waivers import BLANKET, is_blanket

_YAML = re.compile(r"---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<body>.*?)^\+\+\+[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\w-]+[ \t]*:(?:\s|\Z)|\s*\Z")
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")
TITLE_KEYS = ("title", "headline")
DATE_KEYS = ("date", "published", "publishdate", "pubdate", "publish_date", "published_at", "datepublished")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``end`` is where the story begins; ``at`` is the title's span in the file where it stands there as it is."""

    end: int = 0
    title: str | None = None
    at: tuple[int, int] = (0, 0)
    published: date | None = None
    ignores: tuple[Ignore, ...] = ()
    problems: tuple[str, ...] = ()


def read_front_matter(source: str, name: str) -> FrontMatter:
    """What the head of ``source`` says; empty where it has none. What is wrong in it is a problem, never an exception."""
    found = _YAML.match(source)
    if found and _KEY.match(source, found.start("body"), found.end("body")):
        return _yaml(source, found, name)
    found = _TOML.match(source)
    return _toml(source, found, name) if found else FrontMatter()


def _yaml(source: str, found: re.Match[str], name: str) -> FrontMatter:
    # a line before the body, so that lines are counted as in the file
    try:
        root = parse("\n" + found["body"], name)
        values = dict(root.items())
    except DataError as e:
        return _by_line(source, found, f"{name}:{e.line}:{e.column}: front matter: {e.what}")
    problems: list[str] = []
    title = next((values[k] for k in TITLE_KEYS if k in values and _shown(values[k])), None)
    published = None
    dated = next((values[k] for k in DATE_KEYS if k in values and _shown(values[k])), None)
    if dated is not None:
        published = parse_date(_shown(dated))
        if published is None:
            what = f"'{_shown(dated)[:60]}' is not a date with day, month and year"
            problems.append(f"{name}:{dated.line}:{dated.column}: front matter: {what}")
    ignores = _ignores(values["numcheck"], name, problems) if "numcheck" in values else ()
    text = _shown(title) if title else None
    at = _place(source, found, text, title.line) if text and title else (0, 0)
    return FrontMatter(found.end(), text, at, published, ignores, tuple(problems))


def _shown(node: Node) -> str:
    return "" if node.value is None or isinstance(node.value, (dict, list, bool)) else str(node.value).strip()


def _place(source: str, found: re.Match[str], text: str, line: int) -> tuple[int, int]:
    """Where ``text`` stands in the head from line ``line`` on, or where that line begins, with no length."""
    start = 0
    for _ in range(line - 1):
        start = source.find("\n", start, found.end()) + 1 or found.end()
    at = source.find(text, start, found.end())
    return (at, at + len(text)) if at >= 0 else (start, start)


def _ignores(node: Node, name: str, problems: list[str]) -> tuple[Ignore, ...]:
    """The waivers under ``numcheck: {ignore: [{rule, reason}]}``; each malformed one is a problem and waives nothing."""
    waived: list[Ignore] = []
    try:
        node.only("ignore")
        entries = node.get("ignore")
        listed = entries.list() if entries else []
    except DataError as e:
        problems.append(f"{name}:{e.line}:{e.column}: front matter: {e.what}")
        return ()
    for entry in listed:
        try:
            entry.only("rule", "reason")
            rule, reason = entry.get("rule"), entry.get("reason")
            if rule is None or not rule.text().strip():
                raise entry.error("a waiver names a rule")
            if reason is None or not reason.text().strip():
                raise entry.error("a waiver gives a reason")
            if is_blanket(rule.text().strip()):
                raise rule.error(BLANKET)
            waived.append(Ignore(rule.text().strip(), reason.text().strip(), None))
        except DataError as e:
            problems.append(f"{name}:{e.line}:{e.column}: front matter: {e.what}")
    return tuple(waived)


def _by_line(source: str, found: re.Match[str], problem: str) -> FrontMatter:
    """Title and date from a head that is not good YAML, from the lines that look right."""
    said: dict[str, tuple[str, int]] = {}
    for line in re.finditer(r"^(\w+)[ \t]*:[ \t]*([^\r\n]*)", found["body"], re.MULTILINE):
        value = line[2].strip().strip("\"'")
        if value:
            said.setdefault(line[1].lower(), (value, found.start("body") + line.start(2)))
    title, at = next((said[k] for k in TITLE_KEYS if k in said), (None, 0))
    dated = next((said[k][0] for k in DATE_KEYS if k in said), "")
    place = (0, 0)
    if title:
        begin = source.find(title, at)
        place = (begin, begin + len(title))
    return FrontMatter(found.end(), title, place, parse_date(dated), (), (problem,))


def _toml(source: str, found: re.Match[str], name: str) -> FrontMatter:
    try:
        values = tomllib.loads(found["body"].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        told = _TOML_PLACE.search(str(e))
        line, column = (int(told[1]) + 1, int(told[2])) if told else (1, 1)
        return FrontMatter(found.end(), problems=(f"{name}:{line}:{column}: front matter: {_TOML_PLACE.sub('', str(e))}",))
    title = next((values[k].strip() for k in TITLE_KEYS if isinstance(values.get(k), str)), None)
    dated = next((values[k] for k in DATE_KEYS if k in values), None)
    published = parse_date(str(dated or ""))
    problems: list[str] = []
    ignores = _toml_ignores(values["numcheck"], source, name, problems) if "numcheck" in values else ()
    at = _place(source, found, title, 2) if title else (0, 0)
    return FrontMatter(found.end(), title or None, at, published, ignores, tuple(problems))


def _toml_ignores(value: Any, source: str, name: str, problems: list[str]) -> tuple[Ignore, ...]:
    """The waivers under ``[numcheck]``, as in YAML; TOML tells no places, so a problem is told where ``numcheck`` stands."""
    line = source.count("\n", 0, max(source.find("numcheck"), 0)) + 1
    listed = value.get("ignore", []) if isinstance(value, dict) and set(value) <= {"ignore"} else None
    waived = []
    for entry in listed if isinstance(listed, list) else [None]:
        said = {k: v.strip() for k, v in entry.items() if isinstance(v, str)} if isinstance(entry, dict) else {}
        if len(said) != len(entry or ()) or set(said) != {"rule", "reason"} or not all(said.values()):
            problems.append(f"{name}:{line}:1: front matter: a waiver reads ignore = [{{rule = \"…\", reason = \"…\"}}]")
        elif is_blanket(said["rule"]):
            problems.append(f"{name}:{line}:1: front matter: {BLANKET}")
        else:
            waived.append(Ignore(said["rule"], said["reason"], None))
    return tuple(waived)
