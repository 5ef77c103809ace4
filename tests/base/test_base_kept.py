"""The parsed form of the shipped YAML: as good as the files, whatever state it is in."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from pytest_numcheck.base import kept, lexicon
from pytest_numcheck.base.packed import pack, unpack
from pytest_numcheck.base.strictyaml import DataError, Node, parse
from pytest_numcheck.language.load import load_folder

RULE = """rule: clock/one
title: One is one
severity: error
bind: {a: count, b: count}
match: "{a} is {b}"
assert: a == b
message: "{a} is not {b}"
examples:
  fires: ["[[3]] is [[4]]"]
  quiet: ["3 is 3"]
"""


@pytest.fixture
def pack_of_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small shipped pack, and a place of its own for what is kept."""
    root = tmp_path / "rules"
    (root / "words").mkdir(parents=True)
    (root / "clock").mkdir()
    (root / "words" / "few.yaml").write_text("- one\n- two\n", encoding="utf-8")
    (root / "clock" / "one.yaml").write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(kept, "rules_root", lambda: root)
    monkeypatch.setattr(kept, "kept_file", lambda: tmp_path / "kept" / "rules.json")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept.forget()
    yield root
    kept.forget()


def words(root: Path) -> object:
    path = root / "words" / "few.yaml"
    return kept.plain_of(path, path.as_posix())


def rule(root: Path) -> Node:
    path = root / "clock" / "one.yaml"
    return kept.node_of(path, path.read_text(encoding="utf-8"), "one.yaml")


def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing may be parsed."""
    def refuse(text: str, path: str = "") -> Node:
        raise AssertionError(f"{path} is parsed again")
    monkeypatch.setattr(kept, "parse", refuse)


def test_the_second_run_parses_nothing(pack_of_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(pack_of_rules) == ["one", "two"]
    kept.forget()
    unparsed(monkeypatch)
    assert words(pack_of_rules) == ["one", "two"]
    assert rule(pack_of_rules).plain()["title"] == "One is one"


def test_a_changed_file_is_parsed_anew_and_only_it(pack_of_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words(pack_of_rules)
    kept.forget()
    (pack_of_rules / "words" / "few.yaml").write_text("- six\n", encoding="utf-8")
    seen: list[str] = []
    monkeypatch.setattr(kept, "parse", lambda text, path="": (seen.append(path), parse(text, path))[1])
    assert words(pack_of_rules) == ["six"]
    assert seen == ["words/few.yaml"]
    kept.forget()
    unparsed(monkeypatch)
    assert words(pack_of_rules) == ["six"]


@pytest.mark.parametrize("damage", [b"", b"\n", b"no sum\n{}", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_counts_as_absent(pack_of_rules: Path, damage: bytes) -> None:
    words(pack_of_rules)
    file = kept.kept_file()
    file.write_bytes(damage)
    kept.forget()
    assert words(pack_of_rules) == ["one", "two"]


def test_a_torn_file_counts_as_absent(pack_of_rules: Path) -> None:
    words(pack_of_rules)
    file = kept.kept_file()
    whole = file.read_bytes()
    for size in (10, 70, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:size])
        kept.forget()
        assert words(pack_of_rules) == ["one", "two"]
        assert file.read_bytes() == whole


def test_nothing_can_be_written(pack_of_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError("no space left")
    monkeypatch.setattr(kept, "replace_text", full)
    assert words(pack_of_rules) == ["one", "two"]
    assert not kept.kept_file().exists()


def test_no_bytecode_means_nothing_kept(pack_of_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert words(pack_of_rules) == ["one", "two"]
    assert not kept.kept_file().exists()


def test_a_bad_file_beside_hinders_nobody(pack_of_rules: Path) -> None:
    bad = pack_of_rules / "words" / "bad.yaml"
    bad.write_text("- 'never closed\n", encoding="utf-8")
    assert words(pack_of_rules) == ["one", "two"]
    with pytest.raises(DataError, match=r"bad\.yaml:"):
        kept.plain_of(bad, bad.as_posix())


def test_rules_of_others_are_not_kept(pack_of_rules: Path, tmp_path: Path) -> None:
    own = tmp_path / "desk" / "clock"
    own.mkdir(parents=True)
    (own / "one.yaml").write_text(RULE, encoding="utf-8")
    assert [r.id for r in load_folder(own.parent)] == ["clock/one"]
    assert not kept.kept_file().exists()


def test_a_kept_rule_is_the_rule(pack_of_rules: Path) -> None:
    fresh = load_folder(pack_of_rules, compiled=False)
    kept.forget()
    again = load_folder(pack_of_rules, compiled=False)
    assert [(r.id, r.title, r.examples, r.bind) for r in again] == [(r.id, r.title, r.examples, r.bind) for r in fresh]
    assert [e.text for e in again[0].examples] == ["3 is 4", "3 is 3"]
    assert again[0].examples[0].line == 9


@pytest.mark.parametrize("text", ["a: 1\nb: [x, 'y', 2.5, true]\n", "- {k: ~, 'l m': v}\n- >\n  two\n  lines\n",
                                  "examples:\n  fires:\n    - text: abc\n", "just text", "", "1: one\n2: two\n"])
def test_packing_keeps_values_and_places(text: str) -> None:
    node = parse(text, "a.yaml")
    again = unpack(json.loads(json.dumps(pack(node))), "a.yaml", text)
    assert again.plain() == node.plain()
    assert again.keys == node.keys
    assert places(again) == places(node)


def places(node: Node) -> list[object]:
    here: list[object] = [(node.line, node.column, node.inset, node.path, node.what)]
    inner = node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else ()
    return [*here, *(p for n in inner for p in places(n))]


def test_the_shipped_lists_are_what_their_files_say() -> None:
    for name in ("rise", "fall", "excuses"):
        path = lexicon._path("words", name)
        assert lexicon.shipped("words", name) == parse(path.read_text(encoding="utf-8")).plain()
