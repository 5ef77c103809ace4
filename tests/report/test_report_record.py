"""The machine-readable record."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.check.outcome import CONSISTENT, INCONSISTENT, UNDECIDED, Check
from pytest_numcheck.links.model import Link, Links
from pytest_numcheck.numbers.interval import Interval
from pytest_numcheck.numbers.mention import Cue, Mention, Reading
from pytest_numcheck.report.jsonl import line
from pytest_numcheck.report.record import covered, linked, number, record, unread

GOLDEN = Path(__file__).parent.parent / "golden"
SCHEMA = json.loads(files("pytest_numcheck.report").joinpath("schema.json").read_text(encoding="utf-8"))
TEXT = "The fleet\n\nOn Monday, more than 12\u00a0ships left. About 2.5 km of \u201crope\u201d and 15 of the ships sank.\n"


def reading() -> Reading:
    article = read_text(TEXT, name="news/fleet.txt")

    def span(words: str) -> tuple[int, int, str]:
        start = article.text.index(words)
        return start, start + len(words), words

    return Reading(article, (
        Mention(0, *span("12"), "count", 12.0, printed=Interval(12.0, float("inf"), True, True), noun="ships", hedge="more-than"),
        Mention(1, *span("2.5 km"), "length", 2.5, unit="kilometer", printed=Interval(2.4499999999999997, 2.55), scale=1000.0),
        Mention(2, *span("15"), "count", 15.0, printed=Interval.point(15.0), noun="ships"),
    ), (Cue(3, *span("Monday"), "weekday", 0.0),))


def check(rule: str, mentions: tuple[int, ...], outcome: str = CONSISTENT, **more: Any) -> Check:
    return Check(rule, "A title", "error", outcome, "stated", mentions, {"a": mentions[0], "rest": mentions[1:]}, "a message", 3,
                 tuple(f"w{i}" for i in mentions), **more)


def test_a_record_is_as_the_schema_says() -> None:
    bad = check("a/a", (1, 2), INCONSISTENT, slip="two digits swapped", mend="With 5.")
    made = record(reading(), [check("b/b", (2, 0)), bad])
    jsonschema.validate(made, SCHEMA)
    jsonschema.validate(json.loads(line(made)), SCHEMA)
    jsonschema.validate(unread("a.txt", "", "no"), SCHEMA)


def test_a_record_reads_like_this() -> None:
    bad = check("a/a", (1, 2), INCONSISTENT, slip="two digits swapped", mend="With 5.")
    late = check("b/b", (2, 0), UNDECIDED, reason="the date of publication is not known")
    assert line(record(reading(), [late, bad])) + "\n" == (GOLDEN / "record.jsonl").read_text(encoding="utf-8")


def test_places_are_those_of_the_file() -> None:
    made = record(reading(), [])
    for m in made["mentions"] + made["cues"]:
        assert TEXT[m["start"]:m["end"]] == m["text"]
        assert TEXT.split("\n")[m["line"] - 1][m["column"] - 1:].startswith(m["text"])


def test_low_and_high_are_in_the_unit_as_written_and_null_where_open() -> None:
    first, second, third = record(reading(), [])["mentions"]
    assert (first["value"], first["low"], first["high"]) == (12, 12, None)
    assert (second["value"], second["low"], second["high"], second["unit"]) == (2.5, 2.45, 2.55, "kilometer")
    assert (third["low"], third["high"]) == (15, 15)
    assert isinstance(first["value"], int)


def test_checks_come_by_position_then_rule() -> None:
    made = record(reading(), [check("z/z", (1, 2)), check("b/b", (0, 2)), check("a/a", (1, 2)), check("c/c", (3,))])
    assert [c["rule"] for c in made["checks"]] == ["c/c", "b/b", "a/a", "z/z"]
    assert made["checks"][1]["node"] == "news/fleet.txt::b/b[w0-w2]"
    assert made["checks"][1]["binding"] == {"a": 0, "rest": [2]}


def test_the_path_can_be_given() -> None:
    made = record(reading(), [check("b/b", (0, 2))], "elsewhere/x.txt")
    assert made["article"] == "elsewhere/x.txt"
    assert made["checks"][0]["node"].startswith("elsewhere/x.txt::b/b[")


def test_only_a_decided_check_that_joins_covers_its_numbers() -> None:
    read = reading()
    assert covered(read, [check("a/a", (0, 3))]) == {0}
    assert covered(read, [check("a/a", (0, 2), UNDECIDED)]) == set()
    assert covered(read, [check("a/a", (1,), joins=False)]) == set()
    assert covered(read, [check("a/a", (0, 1), INCONSISTENT), check("a/b", (1, 2))]) == {0, 1, 2}


def test_linked_are_the_numbers_that_a_link_or_check_ties() -> None:
    tie = Link("restates", {"a": (0,), "b": (2,)}, "stated", "x", 0, 9)
    alone = Link("list", {"parts": (1,)}, "stated", "x", 0, 9)
    assert linked(reading(), Links((tie, alone)), []) == {0, 2}
    assert linked(reading(), Links(()), [check("a/a", (1, 3), UNDECIDED)]) == {1}


@pytest.mark.parametrize(("value", "plain"), [
    (8000.0, 8000), (0.1 + 0.2, 0.3), (None, None), (float("inf"), None), (float("nan"), None), (1e18, 1e18), (-4.0, -4)])
def test_figures_carry_no_noise(value: float | None, plain: float | None) -> None:
    assert number(value) == plain


def test_a_line_is_one_line_for_every_reader() -> None:
    text = line({"text": "a\u2028b\x85c\nd £"})
    assert len(text.splitlines()) == 1
    assert json.loads(text) == {"text": "a\u2028b\x85c\nd £"}
    assert "£" in text
