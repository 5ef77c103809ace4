import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.base.strictyaml import MAX_CHARACTERS, DataError, did_you_mean, parse


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7:30", "7:30"),
        ("off", "off"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("2024-05-01", "2024-05-01"),
        ("1e400", "1e400"),
        (".inf", ".inf"),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("2.50", 2.5),
        ("-0.1", -0.1),
        ("1.5e-3", 0.0015),
        ("~", None),
        ("null", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("[a, 1, {b: 2}]", ["a", 1, {"b": 2}]),
        ("9" * 40, "9" * 40),
    ],
)
def test_only_plain_things_have_types(written, value):
    got = parse(f"a: {written}").plain()["a"]
    assert got == value
    assert type(got) is type(value)


def test_an_empty_file_is_nothing():
    assert parse("").plain() is None
    assert parse("# only a comment\n").plain() is None


def test_positions():
    root = parse("rule: x\nbind:\n  a: [b,  'c d']\n", "r.yaml")
    c = root.value["bind"].value["a"].list()[1]
    assert (c.line, c.column, c.inset, c.path) == (3, 11, 1, "r.yaml")
    assert str(c.error("no such kind", 2)) == "r.yaml:3:14: no such kind\n    a: [b,  'c d']\n               ^"


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("a: 1\na: 2\n", "'a' is given twice", (2, 1)),
        ("a: {b: 1, b: 2}", "'b' is given twice", (1, 11)),
        ("a: &x 1\nb: *x\n", "aliases", (1, 4)),
        ("a: !!python/object:os.system x", "tags", (1, 4)),
        ("a: !mine x", "tags", (1, 4)),
        ("a: !!python/name:os.system", "tags", (1, 4)),
        ("? [a, b]\n: 1\n", "a key must be one word", (1, 3)),
        ("a: [1, 2\nb: 3\n", "lacks a comma or its ]", (2, 2)),
        ("a:\tb\n\tc: d\n", "", (2, 1)),
        ("a: b: c", "a colon and a space must stand in quotes", (1, 5)),
        ("a: *b", "aliases", (1, 4)),
        ("\ta: b", "indent with spaces", (1, 1)),
        ("a: @b", "must stand in quotes", (1, 4)),
        ('a: "b', "never closed", (1, 6)),
        ("a: \x07", "control characters are not allowed", (1, 1)),
        ("--- a\n--- b\n", "expected a single document", (2, 1)),
    ],
)
def test_refusals_say_where(text, what, at):
    with pytest.raises(DataError) as e:
        parse(text, "r.yaml")
    assert what in e.value.what
    assert (e.value.line, e.value.column) == at
    assert str(e.value).startswith(f"r.yaml:{at[0]}:{at[1]}: ")


def test_too_deep_and_too_long():
    for text in ("[" * 50 + "]" * 50, "[" * 200_000, "- " * 200_000 + "a", "{a: " * 100_000):
        began = time.process_time()
        with pytest.raises(DataError, match="nested too deeply"):
            parse(text)
        assert time.process_time() - began < 5
    with pytest.raises(DataError, match="longer than"):
        parse("a" * (MAX_CHARACTERS + 1))


def test_many_entries_are_not_depth():
    assert len(parse("\n".join(f"- [{i}]" for i in range(3000))).plain()) == 3000


def test_bomb_is_refused_at_once():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{n}: &{n} [{', '.join(['*' + p] * 9)}]\n" for p, n in zip("abcdefg", "bcdefgh", strict=True)
    )
    with pytest.raises(DataError, match="aliases"):
        parse(bomb)


def test_reading_with_demands():
    root = parse("kind: clokc\nlist: [a]\nof: 3\n")
    with pytest.raises(DataError, match=r"'clokc' is not known here; did you mean 'clock'\?"):
        root.value["kind"].one_of("clock", "count")
    with pytest.raises(DataError, match=r"unknown key 'of' \(known: kind, list\)") as e:
        root.only("kind", "list")
    assert (e.value.line, e.value.column) == (3, 1)
    with pytest.raises(DataError, match="text is wanted here, not a number"):
        root.value["of"].text()
    with pytest.raises(DataError, match="a list is wanted here, not text"):
        root.value["kind"].list()
    with pytest.raises(DataError, match="a mapping is wanted here, not a list"):
        dict(root.value["list"].items())
    assert root.get("none") is None
    assert root.value["kind"].text() == "clokc"


def test_did_you_mean():
    assert did_you_mean("severty", ["severity", "match"]) == "; did you mean 'severity'?"
    assert did_you_mean("zzz", ["b", "a"]) == " (known: a, b)"
    assert did_you_mean("zzz", [str(i) for i in range(20)]) == ""


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(DataError):
        parse(text).plain()
