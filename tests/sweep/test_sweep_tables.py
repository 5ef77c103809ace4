"""What a sweep writes."""

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import Run, story, table, write  # type: ignore[import-not-found]

from pytest_numcheck import check_text
from pytest_numcheck.sweep.schema import TABLES


def test_a_row_an_article_a_number_and_a_check(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(3), story(4)])
    code, out, err = run("sweep", "a.jsonl", "--out", "out")
    assert (code, err) == (0, "")
    assert out == "2 articles judged: 4 numbers seen, 1 check, 1 error\n"
    articles = {r["article"]: r for r in table("out", "articles")}
    assert sorted(articles) == ["a.jsonl::story-3", "a.jsonl::story-4"]
    bad = articles["a.jsonl::story-3"]
    assert (bad["published"], bad["publisher"], bad["title"], bad["status"]) == (date(1993, 3, 4), "Paper 0", "Day 3", "checked")
    (check,) = table("out", "checks")
    assert (check["rule"], check["severity"], check["outcome"]) == ("desk/lost", "error", "inconsistent")
    assert check["message"] == "15 is more than 12"
    assert check["passage"] == "They lost 15 of the 12 ships on day 3."
    assert check["words"] == ["15", "12"]
    assert json.loads(check["binding"]) == dict(zip(("part", "whole"), check["mentions"], strict=True))
    assert check["key"] == bad["key"]
    assert (check["published"], check["publisher"]) == (bad["published"], bad["publisher"])
    cited = [m["text"] for m in table("out", "mentions") if m["key"] == bad["key"] and m["id"] in check["mentions"]]
    assert sorted(cited) == ["12", "15"]


def test_the_schema_has_names_and_versions(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(3)])
    run("sweep", "a.jsonl", "--out", "out")
    for name, columns in TABLES.items():
        (part,) = (desk / "out" / name).iterdir()
        schema = pq.read_schema(part)
        assert schema.names == list(columns)
        assert schema.metadata[b"numcheck.table"] == name.encode()
        assert schema.metadata[b"numcheck.version"] == b"1"
    told = json.loads((desk / "out" / "sweep.json").read_text())
    assert told["complete"] is True
    assert told["tables"] == {"articles": 1, "mentions": 1, "checks": 1}


def test_json_lines_hold_the_same(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(i) for i in range(12)])
    run("sweep", "a.jsonl", "--out", "one")
    assert run("sweep", "a.jsonl", "--out", "two", "--format", "jsonl")[0] == 0
    for name in TABLES:
        assert table("one", name) == table("two", name)
    line = (desk / "two" / "checks").joinpath("00000001.jsonl").read_text().splitlines()[0]
    assert list(json.loads(line)) == list(TABLES["checks"])


def test_a_folder_of_files(run: Run, desk: Path) -> None:
    folder = desk / "stories"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text("Loss\n\nThey lost 15 of the 12 ships.\n")
    (folder / "b" / "c.md").write_text("# Share\n\nThe lights were out in 120% of the town.\n")
    (folder / "README.md").write_text("They lost 15 of the 12 ships.\n")
    (folder / "b" / "d.text").write_text("They lost 5 of the 12 ships.\n")
    write(folder / "e.jsonl", [story(3)])
    code, out, _ = run("sweep", "stories", "--out", "out")
    assert code == 0
    assert out.startswith("4 articles judged: ")
    assert out.endswith("2 errors, 1 warning\n")
    assert [r["article"] for r in sorted(table("out", "articles"), key=lambda r: r["article"])] == [
        "stories/a.txt", "stories/b/c.md", "stories/b/d.text", "stories/e.jsonl::story-3"]


def test_findings_are_no_articles(run: Run, desk: Path) -> None:
    (desk / "stories").mkdir()
    write(desk / "stories" / "a.jsonl", [story(3)])
    assert run("sweep", "stories", "--out", "stories/found")[1].startswith("1 article judged: ")
    assert run("sweep", "stories", "--out", "stories/found")[1].startswith("0 articles judged, 1 as before: ")


def test_a_name_that_is_no_text(run: Run, desk: Path) -> None:
    folder = desk / "stories"
    folder.mkdir()
    try:
        (folder / "caf\udce9.txt").write_text("They lost 15 of the 12 ships.\n")
    except OSError:
        pytest.skip("this file system has no such names")
    assert run("sweep", "stories", "--out", "out")[0] == 0
    assert [r["article"] for r in table("out", "checks")] == ["stories/caf?.txt"]


def test_a_worker_is_replaced_in_time(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pytest_numcheck.sweep import minder
    started = []
    start = minder.Minder._start
    monkeypatch.setattr(minder, "SERVES", 4)
    monkeypatch.setattr(minder.Minder, "_start", lambda self: started.append(1) or start(self))
    write(desk / "a.jsonl", [story(i) for i in range(12)])
    assert run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl", "--batch", "450")[1].startswith("12 articles judged: ")
    assert 1 < len(started) <= 3


def test_what_cannot_be_read_has_a_row_too(run: Run, desk: Path) -> None:
    (desk / "a.jsonl").write_bytes(json.dumps(story(3)).encode() + b'\n{"title": "cut\n\n{"id": "x", "title": "Sin texto", '
                                   b'"text": "Hola, 3 de 2.", "language": "es"}\n')
    code, out, _ = run("sweep", "a.jsonl", "--out", "out")
    assert code == 0
    assert out.endswith("1 error, 1 skipped, 1 broken\n")
    by = {r["status"]: r for r in table("out", "articles")}
    assert by["broken"]["reason"].endswith("this string is not closed")
    assert by["skipped"]["reason"] == "its language is es; only English is read"
    assert by["skipped"]["article"] == "a.jsonl::x"


def test_a_row_without_an_id_is_called_by_its_content(run: Run, desk: Path) -> None:
    plain = [{"title": "T", "text": f"They lost 15 of the {n} ships."} for n in (12, 11)]
    write(desk / "a.jsonl", plain)
    run("sweep", "a.jsonl", "--out", "out")
    before = {r["article"] for r in table("out", "articles")}
    assert len(before) == 2
    write(desk / "a.jsonl", [{"title": "T", "text": "First."}, *plain])
    assert "2 as before" in run("sweep", "a.jsonl", "--out", "out")[1]
    assert before < {r["article"] for r in table("out", "articles")}


def test_the_numbers_are_those_of_a_check(run: Run, desk: Path) -> None:
    text = "The fleet\n\nThey lost 15 of the 12 ships, about 30 miles out.\n"
    (desk / "a.txt").write_text(text)
    run("sweep", "a.txt", "--out", "out")
    mentions = check_text(text).record()["mentions"]
    rows = sorted((r for r in table("out", "mentions") if not r["cue"]), key=lambda r: r["id"])
    assert [{k: r[k] for k in ("id", "start", "end", "line", "column", "text", "kind", "value", "unit", "noun", "hedge")}
            for r in rows] == [{k: m[k] for k in ("id", "start", "end", "line", "column", "text", "kind", "value", "unit", "noun",
                                                  "hedge")} for m in mentions]


@pytest.mark.parametrize(("args", "said"), [
    (("nothing.jsonl", "--out", "out"), "numcheck: there is no folder or file nothing.jsonl\n"),
    (("a.jsonl", "--out", "pack"), "numcheck: pack holds something that is no sweep's; name a new folder\n"),
    (("a.jsonl", "--out", "a.jsonl"), "numcheck: a.jsonl is a file; a folder is wanted for the findings\n"),
    (("a.jsonl", "--out", "out", "--fields", "nonsense"), "numcheck: --fields: 'nonsense' is not of the form text=FIELD\n"),
])
def test_wrong_usage_is_told_on_one_line(run: Run, desk: Path, args: tuple[str, ...], said: str) -> None:
    write(desk / "a.jsonl", [story(3)])
    assert run("sweep", *args) == (2, "", said)


def test_an_empty_folder_is_trouble(run: Run, desk: Path) -> None:
    (desk / "empty").mkdir()
    assert run("sweep", "empty", "--out", "out") == (2, "", "numcheck: empty: no article is there\n")


def test_one_sweep_at_a_time(run: Run, desk: Path) -> None:
    from pytest_numcheck.sweep.findings import Findings
    write(desk / "a.jsonl", [story(3)])
    holder = Findings(desk / "out", "parquet")
    try:
        assert run("sweep", "a.jsonl", "--out", "out") == (2, "", "numcheck: out: another sweep is writing there\n")
    finally:
        holder.close()
    assert run("sweep", "a.jsonl", "--out", "out")[0] == 0
    code, _, err = run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    assert (code, err) == (2, "numcheck: out holds findings as parquet: name another folder, or --format parquet\n")
