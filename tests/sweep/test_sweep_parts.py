"""The small pieces of a sweep."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import LOST, SHARE  # type: ignore[import-not-found]

from pytest_numcheck import load_rules
from pytest_numcheck.sweep.batch import batches
from pytest_numcheck.sweep.bundle import bundle, unbundle
from pytest_numcheck.sweep.frame import joined, packed, parted, receive, send, unpacked
from pytest_numcheck.sweep.item import Item, Keys
from pytest_numcheck.sweep.mask import ALL, kinds_mask, links_mask
from pytest_numcheck.sweep.pace import Pace
from pytest_numcheck.sweep.part import FORMATS, decode, encode, kept
from pytest_numcheck.sweep.rulestate import RuleState
from pytest_numcheck.sweep.source import Source


def item(n: int, size: int) -> Item:
    return Keys({}).item(f"{n}", ".txt", b"x" * size)


def test_batches_are_cut_by_text() -> None:
    taken = []
    many = (taken.append(n) or item(n, 40) for n in range(10))  # type: ignore[func-returns-value]
    first = next(found := batches(many, 100))
    assert ([i.path for i in first], taken) == (["0", "1", "2"], [0, 1, 2])
    assert [len(b) for b in found] == [3, 3, 1]
    assert [len(b) for b in batches([item(0, 900), item(1, 1)], 100)] == [1, 1]


def test_messages_come_whole_or_not_at_all() -> None:
    items = [Item("k", "a\ud800.txt", ".txt", b"\0\xff"), Item("l", "b", "", b"", "broken")]
    stream = io.BytesIO()
    send(stream, *packed(items))
    data = stream.getvalue()
    message = receive(io.BytesIO(data))
    assert message
    assert unpacked(*message) == items
    assert all(receive(io.BytesIO(data[:n])) is None for n in range(len(data)))
    assert parted(*joined([b"a", b"", b"bc"])) == [b"a", b"", b"bc"]


@pytest.mark.parametrize("form", FORMATS)
def test_rows_of_a_part_can_be_left_out(form: str) -> None:
    rows = [{"key": k, "article": f"{k}\x85\u2028", "mentions": [1, 2], "words": ["a"], "line": 3} for k in "abc"]
    blob = encode("checks", rows, form)
    assert blob == encode("checks", rows, form)
    assert [r["article"] for r in decode("checks", blob, form)] == [r["article"] for r in rows]
    assert next(list(r) for r in decode("checks", blob, form, ("line", "key"))) == ["line", "key"]
    left = kept("checks", [blob, encode("checks", [], form)], {"a", "c"}, form)
    assert list(decode("checks", left, form)) == list(decode("checks", encode("checks", [rows[0], rows[2]], form), form))


def test_bits_of_kinds() -> None:
    assert kinds_mask(["count", "clock"]) == kinds_mask(["count"]) | kinds_mask(["clock"])
    assert kinds_mask(["count"]) & kinds_mask(["clock", "weekday"]) == 0
    assert links_mask(["unheard of"]) == ALL
    assert links_mask([]) == 0


def test_rules_are_carried_from_wherever_they_lie(tmp_path: Path) -> None:
    root, common = tmp_path / "desk", tmp_path / "common" / "pack"
    for folder, name, text in ((common / "desk", "lost.yaml", LOST), (root / "own" / "desk", "share.yaml", SHARE),
                               (common / "words", "excuses.yaml", "[perhaps]\n")):
        folder.mkdir(parents=True)
        (folder / name).write_text(text)
    (root / "numcheck.yaml").write_text('extends: [../common/pack/, own/]\nrules: {desk/lost: note}\n')
    for sources in ((), ("numcheck.yaml",), ("own",), ("own/", "../common/pack"), ("numcheck:recommended@1", "own")):
        wanted = load_rules(*sources, root=root)
        got = unbundle(bundle(sources, root))
        assert (got.key, [r.id for r in got.rules]) == (wanted.key, [r.id for r in wanted.rules]), sources
    assert bundle((), tmp_path / "common")["files"] == {}


def test_a_rule_set_tells_what_changed(tmp_path: Path) -> None:
    (tmp_path / "pack" / "desk").mkdir(parents=True)
    (tmp_path / "pack" / "desk" / "lost.yaml").write_text(LOST)
    old = RuleState.of(load_rules("pack", root=tmp_path))
    assert RuleState.load(old.data()) == old
    assert old.since(old) == []
    (tmp_path / "pack" / "desk" / "share.yaml").write_text(SHARE)
    new = RuleState.of(load_rules("pack", root=tmp_path))
    needs = new.since(old)
    assert needs is not None
    assert [n.kinds for n in needs] == [(kinds_mask(["percent"]),)]
    assert new.changed(old) == 1
    assert old.since(new) == needs
    assert RuleState("other", new.rules).since(new) is None


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_tells_share_rate_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n" * 100)
    source = Source([str(tmp_path / "a.jsonl")], Keys({}))
    source.measure()
    pace = Pace(source, Terminal())
    met = source.items()
    for _ in range(10):
        next(met)
    source._before = 30
    source._at = int
    pace.judged(10)
    assert pace.line(5.0) == "10 of about 100 articles, 2 a second, 45 s left"
    source.size = 0
    assert pace.line(5.0) == "10 articles"


def test_the_worker_needs_no_client_to_end() -> None:
    done = subprocess.run([sys.executable, "-m", "pytest_numcheck.sweep.worker"], stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
