"""What is fuzzed, one function a reader, loader or language. Each takes any bytes; what it raises is a bug."""

# ruff: noqa: PT017  no test: whether something is refused is not known beforehand

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import sound
from prose import prose

from pytest_numcheck.articles.fields import parse_fields
from pytest_numcheck.articles.read import SUFFIXES, read_articles_data, read_articles_text
from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.base.strictyaml import DataError, parse
from pytest_numcheck.baseline import Baseline, dump
from pytest_numcheck.cache import Store
from pytest_numcheck.check.plan import make_plan
from pytest_numcheck.check.run import check_plans
from pytest_numcheck.engine import Report, check_text
from pytest_numcheck.language.expression import Named, Tools, compile_expression
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.message import compile_message
from pytest_numcheck.language.ruleset import load_ruleset
from pytest_numcheck.language.value import Undecided, value_of
from pytest_numcheck.links.prose.phrase import PhraseError, compile_phrase
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.serve.asked import Refused, from_body

STORY = """The flight of the Kestrel

Launched at 7:11 a.m. on Friday, January 4, 2019, it flew 5 miles (8 km) and landed at 9:37 a.m., a flight of two hours and
26 minutes.
Of the 450 passengers, 162, or 36%, were children; the other 288 were not. Sales rose 48%, from $700.3 million to $1.03 billion.
Nine of the 13 schools have new roofs, and four are waiting. John Smith, 54, was born in 1964.
"""
_FOLDER = Path(tempfile.mkdtemp(prefix="numcheck-fuzz-"))


class _Refused(Exception):
    pass


def _refuse(what: str, offset: int) -> Exception:
    assert what
    return _Refused(what)


@cache
def _story() -> Report:
    return check_text(STORY, ruleset=sound.RULES, published=date(2019, 1, 5))


def _articles(data: bytes, suffix: str) -> None:
    name = "a" + suffix
    for one in sound.read(lambda: read_articles_data(data, name=name, suffix=suffix), name):
        sound.judged(one)


def _read_only(data: bytes, suffix: str) -> None:
    name = "a" + suffix
    for one in sound.read(lambda: read_articles_data(data, name=name, suffix=suffix), name):
        sound.article(one)


def news(data: bytes) -> None:
    """Wordings as the press has them, through reader, links, every rule and every output."""
    for one in sound.read(lambda: read_articles_text(prose(data), name="a.txt", suffix=".txt"), "a.txt"):
        sound.judged(one)


def plain(data: bytes) -> None:
    _articles(data, ".txt")


def any_format(data: bytes) -> None:
    """The first byte says by which suffix the rest is read."""
    _read_only(data[1:], (*SUFFIXES, "")[data[0] % (len(SUFFIXES) + 1)] if data else "")


def fields(data: bytes) -> None:
    """What ``--numcheck-fields`` takes, and a JSON file read by it."""
    head, _, body = data.partition(b"\n")
    try:
        wanted = parse_fields([head.decode("utf-8", "replace")])
    except ValueError as e:
        assert str(e)
        return
    for one in sound.read(lambda: read_articles_data(body, name="a.json", suffix=".json", fields=wanted), "a.json"):
        sound.article(one)


def word(data: bytes) -> None:
    """A Word file: the first byte tells whether the bytes are the package or the document in it."""
    if data[:1] < b"\x40":
        return _read_only(b"PK\x03\x04" + data[1:], ".docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", data[1:])
    return _read_only(packed.getvalue(), ".docx")


def yaml(data: bytes) -> None:
    try:
        parse(data.decode("utf-8", "surrogateescape"), "a.yaml").plain()
    except DataError as e:
        assert str(e).startswith("a.yaml:")


def rule(data: bytes) -> None:
    """A rule file; one that can be loaded is tried on a story."""
    try:
        made = load_rule(data.decode("utf-8", "replace"), "a.yaml", "clock/elapsed")
    except DataError as e:
        assert str(e).startswith("a.yaml:")
        return
    report, lexicon = _story(), default_lexicon()
    view = View(report.reading, lexicon)
    check_plans(
        report.reading, report.links, view, [make_plan(made, lexicon)], lexicon, lambda r, c, s: r.severity.of(c, s), trace=True
    )


def expression(data: bytes) -> None:
    report = _story()
    things = dict(zip("abcdefgh", report.reading.mentions[::3], strict=False))
    names = {name: Named(m.dimension) for name, m in things.items()}
    try:
        made = compile_expression(data.decode("utf-8", "replace"), names, error=_refuse)
    except _Refused:
        return
    env = {name: value_of(m, "printed") for name, m in things.items()}
    tools = Tools(
        article=report.article, reading=report.reading, links=report.links, lexicon=default_lexicon(), published=date(2019, 1, 5)
    )
    try:
        value = made.evaluate(env, tools)
    except Undecided as e:
        assert str(e)
        return
    assert value.interval is None or value.interval.low <= value.interval.high


def message(data: bytes) -> None:
    report = _story()
    things: dict[str, Mention] = dict(zip("abcdefgh", report.reading.mentions[::3], strict=False))
    try:
        made = compile_message(data.decode("utf-8", "replace"), {n: Named(m.dimension) for n, m in things.items()}, _refuse)
    except _Refused:
        return
    tools = Tools(article=report.article, reading=report.reading, links=report.links, lexicon=default_lexicon(), published=None)
    assert isinstance(made.render({n: value_of(m, "printed") for n, m in things.items()}, tools), str)


def template(data: bytes) -> None:
    report = _story()
    kinds = {"a": ("count",), "b": ("count", "percent", "money"), "c": ("clock",), "d": ("duration", "measure")}
    try:
        made = compile_phrase(data.decode("utf-8", "replace"), kinds, default_lexicon())
    except PhraseError as e:
        assert str(e)
        return
    for cross in (False, True):
        list(made.find(View(report.reading, default_lexicon()), cross=cross))


def settings(data: bytes) -> None:
    """A rule set file over a small pack of rules."""
    path = _FOLDER / "numcheck.yaml"
    path.write_bytes(data)
    (_FOLDER / "desk").mkdir(exist_ok=True)
    try:
        made = load_ruleset(path, _FOLDER)
    except DataError as e:
        assert str(e)
        return
    for one in made.rules[:2]:
        assert made.severity(one, "sport/a.txt", "stated", True) in ("error", "warning", "note", "off")


def baseline(data: bytes) -> None:
    path = _FOLDER / "baseline.yaml"
    path.write_bytes(data)
    try:
        made = Baseline.read(path, "b.yaml")
    except DataError as e:
        assert str(e).startswith("b.yaml")
        return
    again = dump([], made, set())
    path.write_text(again, encoding="utf-8", errors="surrogatepass")
    assert set(Baseline.read(path, "b.yaml").entries) == set(made.entries)


def kept(data: bytes) -> None:
    """What lies in the cache, damaged."""
    store = Store(_FOLDER / "cache")
    store.put("a", "key", {"entries": []})
    store._path("a").write_bytes(data)
    assert store.get("a", "key") in (None, {"entries": []})


def request(data: bytes) -> None:
    """A request to ``numcheck serve``."""
    head, _, body = data.partition(b"\n")
    try:
        asked = from_body(head.decode("latin-1"), body, {})
    except Refused as e:
        assert 400 <= e.status < 500
        return
    sound.read(lambda: read_articles_text(asked.text, name=asked.name, suffix=asked.suffix), asked.name)


def _format(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        _read_only(data, suffix)

    return target


TARGETS: dict[str, Callable[[bytes], Any]] = {
    "news": news,
    "plain": plain,
    "markdown": _format(".md"),
    "html": _format(".html"),
    "json": _format(".json"),
    "jsonl": _format(".jsonl"),
    "xml": _format(".xml"),
    "rss": _format(".rss"),
    "word": word,
    "any": any_format,
    "fields": fields,
    "yaml": yaml,
    "rule": rule,
    "expression": expression,
    "message": message,
    "template": template,
    "settings": settings,
    "baseline": baseline,
    "kept": kept,
    "request": request,
}
#: Of the time there is, so many shares go to these.
SHARES = {"news": 8, "plain": 3, "rule": 3, "html": 2, "xml": 2, "markdown": 2, "json": 2, "expression": 2, "any": 2}


def root() -> Path:
    """The folder of the shipped rules."""
    return rules_root()
