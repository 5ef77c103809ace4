"""What a sweep reads from."""

import bz2
import gzip
import json
import lzma
from datetime import date
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from conftest import Run, found, story, table, write  # type: ignore[import-not-found]

from pytest_numcheck.base.caps import Caps
from pytest_numcheck.sweep.item import Item, Keys
from pytest_numcheck.sweep.source import Source
from pytest_numcheck.sweep.trouble import SweepError

STORIES = [story(i) for i in range(8)]
LINES = "".join(json.dumps(s) + "\n" for s in STORIES).encode()


def items(name: str | Path, **options: str) -> list[Item]:
    source = Source([str(name)], Keys({}), **options)  # type: ignore[arg-type]
    return list(source.items())


@pytest.mark.parametrize(("name", "packed"), [
    ("a.jsonl", LINES), ("a.ndjson", b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\r\n\r\n")), ("a.jsonl.gz", gzip.compress(LINES)),
    ("a.jsonl.bz2", bz2.compress(LINES)), ("a.jsonl.xz", lzma.compress(LINES)),
    ("a.jsonl.zst", zstandard.compress(LINES[:200]) + zstandard.compress(LINES[200:])),
])
def test_rows_however_they_are_packed(tmp_path: Path, name: str, packed: bytes) -> None:
    (tmp_path / name).write_bytes(packed)
    source = Source([str(tmp_path / name)], Keys({}))
    source.measure()
    got = list(source.items())
    assert [json.loads(i.data) for i in got] == STORIES
    assert source.done == source.size == len(packed)
    assert not source.broken_off
    assert {i.suffix for i in got} == {"." + name.split(".")[1]}


@pytest.mark.parametrize(("name", "packed"), [
    ("a.jsonl.gz", gzip.compress(LINES, mtime=0)[:-20]), ("a.jsonl.zst", b"\x28\xb5\x2f\xfd" + bytes(range(60))),
    ("a.jsonl.gz", b"no gzip at all"), ("a.jsonl.xz", lzma.compress(LINES)[:-40]), ("a.parquet", b"PAR1 and no more"),
])
def test_a_damaged_file_is_one_broken_item(tmp_path: Path, name: str, packed: bytes) -> None:
    (tmp_path / name).write_bytes(packed)
    write(tmp_path / "b.jsonl", STORIES[:1])
    source = Source([str(tmp_path)], Keys({}))
    got = list(source.items())
    assert [i.error is not None for i in got[-2:]] == [True, False]
    assert got[-2].error
    assert got[-2].error.startswith(f"{(tmp_path / name).as_posix()}: ")
    assert source.broken_off


def test_parquet_rows_are_the_same_stories(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", STORIES)
    columns = {k: [s[k] for s in STORIES] for k in STORIES[0]}
    columns["date"] = [date.fromisoformat(s["date"]) for s in STORIES]
    pq.write_table(pa.table({**columns, "unread": [b"\0" * 9] * len(STORIES)}), desk / "a.parquet", row_group_size=3)
    run("sweep", "a.jsonl", "--out", "one")
    code, out, _ = run("sweep", "a.parquet", "--out", "two")
    assert code == 0
    assert out.startswith("8 articles judged: ")
    one, two = ([{k: v for k, v in r.items() if k not in ("key", "article", "sha256", "page")}
                 for r in sorted(table(f, "articles"), key=lambda r: r["title"])] for f in ("one", "two"))
    assert one == two
    assert [r[1] for r in found("one")] == [r[1] for r in found("two")] == ["desk/lost", "desk/share"]


def test_fields_and_publisher_of_ones_own(run: Run, desk: Path) -> None:
    made = {"head": ["A"], "story": [{"body": "They lost 15 of the 12 ships."}], "paper": [{"name": "The Day"}]}
    pq.write_table(pa.table(made), desk / "a.parquet")
    code, _, _ = run("sweep", "a.parquet", "--out", "out", "--fields", "title=head,text=story.body", "--publisher", "paper")
    assert code == 0
    (row,) = table("out", "articles")
    assert (row["title"], row["publisher"], row["errors"]) == ("A", "The Day", 1)


def test_what_fsspec_reaches(run: Run) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/news/1990/a.jsonl.gz": gzip.compress(LINES), "/news/b.txt": b"They lost 15 of the 12 ships.\n",
                 "/news/c.bin": b"\0\0"})
    try:
        code, out, _ = run("sweep", "memory://news", "--out", "out")
        assert code == 0
        assert out.startswith("9 articles judged: ")
        assert ("memory:///news/b.txt", "desk/lost") in found("out")
        assert len(items("memory://news/1990/*.gz")) == 8
        assert run("sweep", "memory://nowhere", "--out", "no")[0] in (0, 2)
    finally:
        memory.store.clear()


def test_an_unknown_protocol_is_trouble() -> None:
    with pytest.raises(SweepError, match="nosuch"):
        items("nosuch://bucket/a.jsonl")


def test_standard_input(run: Run) -> None:
    code, out, _ = run("sweep", "-", "--out", "out", stdin=LINES)
    assert code == 0
    assert out.startswith("8 articles judged: ")
    assert found("out")[0] == ("<stdin>.jsonl::story-3", "desk/lost")


def test_a_line_without_end_is_not_swallowed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES + b'{"text": "' + b"x" * 5000 + b'"}\n' + LINES)
    got = list(Source([str(tmp_path / "a.jsonl")], Keys({}), caps=Caps(size=200)).items())
    assert [i.error is not None for i in got] == [False] * 8 + [True] + [False] * 8


def test_keys_follow_content_name_and_terms_not_place(tmp_path: Path) -> None:
    one, two = items(write(tmp_path / "a.jsonl", STORIES[:2])), items(write(tmp_path / "a.jsonl", STORIES[1:2]))
    assert one[1].key == two[0].key
    assert items(write(tmp_path / "b.jsonl", STORIES[1:2]))[0].key != two[0].key
    assert Keys({"published": "1999-01-01"}).item("a", ".txt", b"x").key != Keys({}).item("a", ".txt", b"x").key
    assert Keys({}).item("a", ".txt", b"", "gone").key != Keys({}).item("a", ".txt", b"").key
