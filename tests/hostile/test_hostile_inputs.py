"""Every nasty input ends in a verdict or in an error in words, within its cap, by either way in; and the exit code says so."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from inputs import HERE, INPUTS, Run

from pytest_numcheck.articles.draft import Broken
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle, read_articles
from pytest_numcheck.base.caps import Caps
from pytest_numcheck.engine import check_article, load_rules

NAMES = [*INPUTS, *(f"found-{p.name}" for p in sorted((HERE / "found").glob("*.*")))]
CAPS = Caps(numbers=1000, seconds=10)
#: what is refused, and in which words
REFUSED = {
    "blank.jsonl": "no line holds the text",
    "nul.txt": "NUL bytes",
    "utf16-cut.txt": "damaged",
    "utf16-no-mark.txt": "UTF-16 without its byte order mark",
    "too-large.txt": "larger than 8 MB",
    "laughs.xml": "declares entities",
    "external.xml": "declares entities",
    "parameter.xml": "declares entities",
    "deep.xml": "nested more than",
    "deep.json": "nested more than",
    "bomb.docx": "",
    "laughs.docx": "declares entities",
    "deep.docx": "nested more than",
    "cut.docx": "",
    "no-document.docx": "",
    "found-a-control-character.json": "a value is wanted",
}
#: what is cut short, and at what
SHORT = {
    "numbers.txt": "more than 1,000 numbers",
    "one-sentence.txt": "more than 1,000 numbers",
    "quotes.txt": "more than 1,000 numbers",
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", NAMES)
def test_verdict_or_words_within_the_cap(nasty: list[Path], name: str) -> None:
    path = next(p for p in nasty if p.name == name)
    ruleset = load_rules("numcheck:recommended@1")
    began, cut, refused = time.process_time(), list[str](), ""
    try:
        for one in read_articles(path, name=name, caps=CAPS):
            if isinstance(one, Article):
                report = check_article(one, ruleset, caps=CAPS)
                json.dumps(report.record(), allow_nan=False)
                cut += report.cut
            elif isinstance(one, Broken):
                refused = refused or one.error
    except UnreadableArticle as e:
        refused = str(e)
    assert time.process_time() - began < 2 * CAPS.seconds
    assert not refused or refused.startswith(name)
    assert not _CONTROLS.search(refused)
    assert bool(refused) == (name in REFUSED) or name.startswith("found-") or name == "broken.jsonl"
    assert REFUSED.get(name, "") in refused
    assert SHORT.get(name, "") in "; ".join(cut)


def test_by_the_command_line(nasty: list[Path], run: Run) -> None:
    done = run(
        "numcheck", "check", "--format", "jsonl", "--max-numbers", "300", "--max-seconds", "5", *map(str, nasty), seconds=500
    )
    assert done.returncode == 2, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    assert not _CONTROLS.search(done.stderr)
    told = {json.loads(line)["article"].partition("::")[0] for line in done.stdout.splitlines()}
    for path in nasty:
        assert path.as_posix() in told or f"numcheck: {path.as_posix()}" in done.stderr, path.name
    assert f"{next(p for p in nasty if p.name == 'numbers.txt').as_posix()}: cut short: more than 300 numbers" in done.stderr


def test_by_pytest(nasty: list[Path], run: Run, tmp_path: Path) -> None:
    for path in nasty:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    done = run(
        "pytest",
        "--numcheck",
        "-q",
        "-rsf",
        "-p",
        "no:cacheprovider",
        "--numcheck-max-numbers",
        "300",
        "--numcheck-max-seconds",
        "5",
        "--numcheck-json",
        "out.jsonl",
        *NAMES,
        seconds=500,
    )
    assert done.returncode == 1, done.stdout[-3000:] + done.stderr[-2000:]
    assert "Traceback" not in done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout
    assert not _CONTROLS.search(done.stdout.replace("\x1b[", ""))
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {r["article"].partition("::")[0]: r for r in records}
    assert set(told) == set(NAMES)
    for name, words in REFUSED.items():
        assert words in told[name].get("error", ""), name
        assert f"{name}::readable" in done.stdout
    assert "cut short: more than 300 numbers" in done.stdout


def test_nothing_is_fetched_and_nothing_left(nasty: list[Path]) -> None:
    assert not [p for p in nasty[0].parent.iterdir() if p not in nasty]
