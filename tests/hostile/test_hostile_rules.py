"""Rule files, rule sets, word lists and baselines from strangers: a rule, or an error at a place, soon."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from inputs import Run

from pytest_numcheck.base.strictyaml import DataError, parse
from pytest_numcheck.baseline import Baseline
from pytest_numcheck.engine import check_text, load_rules
from pytest_numcheck.language import load
from pytest_numcheck.language.load import load_folder, load_rule

RULE = """rule: desk/lost
title: A part is no more than the whole
severity: error
bind: {{part: count, whole: count}}
match: {match}
assert: "{assertion}"
message: "{message}"
"""
PLAIN = {"match": '["{part} of the {whole}"]', "assertion": "part <= whole", "message": "{part} is more than {whole}"}


def rule(**more: str) -> str:
    return RULE.format(**{**PLAIN, **more})


def refused(text: str, most: float = 3.0) -> str:
    began = time.process_time()
    with pytest.raises(DataError) as told:
        load_rule(text, "a.yaml", "desk/lost")
    assert time.process_time() - began < most
    assert str(told.value).startswith("a.yaml:")
    return str(told.value)


def test_the_rule_itself_is_fine() -> None:
    assert load_rule(rule(), "a.yaml", "desk/lost").id == "desk/lost"


@pytest.mark.parametrize(
    "assertion",
    [
        "2 ** 9 ** 9 == part",
        "__import__('os').system('x') == 1",
        "part.__class__ == whole",
        "[part][0] == whole",
        "(lambda: 1)() == part",
        "(" * 5000 + "part" + ")" * 5000 + " == whole",
        "not " * 2000 + "part == whole",
        "part" + " + part" * 3000 + " == whole",
        "-" * 4000 + "part == whole",
        "f'{part}' == whole",
        "part := whole",
        "9" * 400 + " == part",
        "1e999 == part",
        "sum(" * 300 + "part" + ")" * 300 + " == whole",
        "part if part else whole",
        "part @ whole == 1",
        "part << 99999 == whole",
        "exec(part) == whole",
        "\\0 == part",
        "\ud800 == part",
        "ｐart == whole and __debug__",
    ],
)
def test_expressions(assertion: str) -> None:
    refused(rule(assertion=assertion))


@pytest.mark.parametrize(
    "match",
    [
        '["' + "(" * 500 + '{part}"]',
        '["' + "[a|" * 300 + '"]',
        '["' + "(a ... b|c ... d) " * 20 + '{part} of the {whole}"]',
        '["{part} {part} {whole}"]',
        '["..."]',
        '["{part} ' + "x" * 5000 + ' {whole}"]',
        "[" + ", ".join(['"{part} of the {whole}"'] * 5000) + "]",
        '["<nothing> {part} {whole}"]',
    ],
)
def test_templates(match: str) -> None:
    refused(rule(match=match))


@pytest.mark.parametrize(
    "message", ["{part.__class__}", "{part!r}", "{part:>99999999}", "{0}", "{" * 501, "{part:in " + "mile*" * 200 + "}"]
)
def test_messages(message: str) -> None:
    refused(rule(message=message))


def test_templates_that_match_in_many_ways_cost_little() -> None:
    hard = load_rule(
        rule(match='["[(a|b)] [(a|b)] [(a|b)] [a~] [b~] {part} ... [a] [a] [a] [a] of the {whole}"]'), "a.yaml", "desk/lost"
    )
    assert hard
    began = time.process_time()
    check_text("The " + "a b " * 3000 + "5 " + "a " * 3000 + "of the 6.")
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\nb: *a\n",
        "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*{'a' if not i else f'b{i - 1}'}, *a]\n" for i in range(60)),
        "a: 1\na: 2\n",
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000,
        "? " * 50_000,
        "!!python/object/apply:os.system [x]",
        "!x y",
        "a: \x00",
        "a: \ud800",
        "%YAML 9.9\n---\na",
        "\t- a",
        "a" * 1_000_001,
        "<<: {a: 1}\n<<: {a: 2}\n",
    ],
)
def test_yaml(text: str) -> None:
    began = time.process_time()
    with pytest.raises(DataError) as told:
        parse(text, "a.yaml").only("nothing")
    assert time.process_time() - began < 4
    assert str(told.value).startswith("a.yaml:")
    assert len(str(told.value)) < 2000


def test_words_are_words_and_no_patterns(tmp_path: Path) -> None:
    (tmp_path / "numcheck.yaml").write_text(
        'words:\n  rise: ["(a+)+$", "[", "\\\\", "(?R)", "x{999999}", "*"]\n', encoding="utf-8"
    )
    ruleset = load_rules(tmp_path / "numcheck.yaml", root=tmp_path)
    began = time.process_time()
    check_text("Sales rose 5% from 100 to 105 " + "a" * 5000 + "!", ruleset=ruleset)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("glob", ["*" * 100, "**/" * 50 + "x", "[" * 50, "a" * 500])
def test_globs(tmp_path: Path, glob: str) -> None:
    (tmp_path / "numcheck.yaml").write_text(f'overrides:\n- files: "{glob}"\n  rules: {{parts/*: note}}\n', encoding="utf-8")
    began = time.process_time()
    with suppress(DataError):
        ruleset = load_rules(tmp_path / "numcheck.yaml", root=tmp_path)
        check_text("Of the 12 boats, 15 were lost.", ruleset=ruleset, name="/".join("a" * 50 for _ in range(18)))
    assert time.process_time() - began < 10


def test_more_files_than_a_pack_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_FILES", 20)
    (tmp_path / "desk").mkdir()
    for i in range(21):
        (tmp_path / "desk" / f"r{i}.yaml").write_text(rule().replace("desk/lost", f"desk/r{i}"))
    with pytest.raises(DataError, match="there are more than 20 rule files below this folder"):
        load_folder(tmp_path)
    (tmp_path / "desk" / "r20.yaml").unlink()
    assert len(load_folder(tmp_path)) == 20


def test_rule_sets_that_extend_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: [b.yaml]\n")
    (tmp_path / "b.yaml").write_text("extends: [a.yaml]\n")
    with pytest.raises(DataError, match="extends itself"):
        load_rules("a.yaml", root=tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_among_the_rules(tmp_path: Path, run: Run) -> None:
    for folder in ("pack/desk", "pack/words", "pack/loop"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "pack" / "desk" / "lost.yaml").write_text(rule())
    (tmp_path / "pack" / "loop" / "again").symlink_to(tmp_path / "pack")
    (tmp_path / "a.txt").write_text("They lost 15 of the 12 boats.\n")
    os.mkfifo(tmp_path / "pack" / "desk" / "pipe.yaml")
    assert run("numcheck", "check", "--rules", "pack", "a.txt", seconds=60).returncode == 1
    assert run("numcheck", "test-rules", "pack", seconds=60).returncode in (0, 2)
    os.mkfifo(tmp_path / "pack" / "words" / "rise.yaml")
    told = run("numcheck", "check", "--rules", "pack", "a.txt", seconds=60)
    assert (told.returncode, "this is a pipe or a device, not a file" in told.stderr) == (2, True)
    os.mkfifo(tmp_path / "b.yaml")
    for path in ("b.yaml", "/dev/zero"):
        told = run("numcheck", "check", "--baseline", path, "a.txt", seconds=60)
        assert (told.returncode, "this is a pipe or a device, not a file" in told.stderr) == (2, True)
    assert run("pytest", "--numcheck", "--numcheck-baseline", "b.yaml", "a.txt", seconds=60).returncode == 4


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nfindings: [&a {}, *a]\n",
        "version: 2\n",
        "[" * 50_000,
        "version: 1\nfindings: [{rule: '*'}]\n",
        "\x00",
        "x" * 1_000_001,
    ],
)
def test_baselines(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.yaml").write_text(text)
    with pytest.raises(DataError, match=r"b\.yaml:\d+:\d+: "):
        Baseline.read(tmp_path / "b.yaml", "b.yaml")


def test_errors_hold_no_escape_sequences(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("5\n")
    (tmp_path / "numcheck.yaml").write_text('rules: {"\\e[2Jx": note}\n"k\x85": 1\n', encoding="utf-8")
    told = run("numcheck", "check", "a.txt")
    assert told.returncode == 2
    assert "\x1b" not in told.stderr
    assert "\x85" not in told.stderr
