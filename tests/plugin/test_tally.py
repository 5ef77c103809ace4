"""Counts, and the report on its way to the disk."""

import json
import os
import threading
from pathlib import Path
from typing import Any

from pytest_numcheck.report.summary import summary
from pytest_numcheck.tally import Spool, Tally


def entry(*outcomes: tuple[str, str], **more: Any) -> dict[str, Any]:
    checks = [{"rule": f"a/{i}", "severity": severity, "outcome": outcome, "line": 3, "message": "so it is"}
              for i, (outcome, severity) in enumerate(outcomes)]
    return {"record": {"checks": checks, "coverage": {"mentions": 7, "checked": 4}}, "linked": 5, "complaints": [], **more}


def test_an_article_counts_once() -> None:
    tally = Tally()
    assert tally.add("a.txt", entry())
    assert not tally.add("a.txt", entry())
    assert (tally.articles, tally.seen, tally.linked, tally.judged) == (1, 7, 5, 4)


def test_the_summary_says_what_was_read_and_what_was_not() -> None:
    tally = Tally()
    tally.add("a.txt", entry(("consistent", "error"), ("inconsistent", "error"), ("inconsistent", "note"), ("undecided", "error"),
                             ("waived", "error"), complaints=["a.txt:9: the waiver of a/9 is not needed"]))
    tally.add("b.txt", entry(error="no"))
    assert summary(tally, ["a/0", "a/1", "b/1", "b/2"]) == [
        "2 articles: 14 numbers seen, 10 linked, 8 judged",
        "5 checks: 1 consistent, 1 error, 0 warnings, 1 note, 1 undecided, 1 waived",
        "1 article could not be read",
        "2 of 4 rules never matched (-v names them)",
        "note: a.txt:3: so it is (a/2)",
        "a.txt:9: the waiver of a/9 is not needed",
    ]
    assert "2 of 4 rules never matched: b/1, b/2" in summary(tally, ["a/0", "a/1", "b/1", "b/2"], verbose=True)
    assert summary(Tally(), ["a/0"]) == ["no article found"]


def test_many_notes_are_cut() -> None:
    tally = Tally()
    tally.add("a.txt", entry(*[("inconsistent", "note")] * 23))
    assert summary(tally, [])[-1] == "… and 3 more notes (--numcheck-json has all)"


def test_a_tally_survives_the_trip_to_another_process(tmp_path: Path) -> None:
    tally = Tally()
    tally.add("a.txt", entry(("inconsistent", "note"), ("consistent", "error")))
    tally.save(tmp_path / "tally.json")
    loaded = Tally.load(tmp_path / "tally.json")
    assert summary(loaded, ["a/0"]) == summary(tally, ["a/0"])
    assert [p.name for p in tmp_path.iterdir()] == ["tally.json"]
    assert Tally.load(tmp_path / "none").articles == 0


def test_the_report_appears_whole_when_all_is_done(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "report.jsonl"
    spool = Spool(target)
    spool.add({"a": 1})
    assert not target.exists()
    spool.add({"a": "é"})
    spool.finish()
    spool.finish()
    assert [json.loads(x) for x in target.read_text(encoding="utf-8").splitlines()] == [{"a": 1}, {"a": "é"}]
    assert [p.name for p in target.parent.iterdir()] == ["report.jsonl"]


def test_a_report_of_nothing_is_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "r").write_text("old")
    Spool(tmp_path / "r").finish()
    assert (tmp_path / "r").read_text() == ""
    Spool(None).finish()


def test_a_report_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    Spool(tmp_path / "r").finish()
    (tmp_path / "plain").write_text("")
    assert (tmp_path / "r").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_pipe_gets_the_report(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_text()))
    reader.start()
    spool = Spool(tmp_path / "pipe")
    spool.add({"a": 1})
    spool.finish()
    reader.join(5)
    assert got == ['{"a":1}\n']


def test_the_lines_of_another_process_are_taken(tmp_path: Path) -> None:
    (tmp_path / "other").write_text('{"a":1}\n')
    spool = Spool(tmp_path / "r")
    spool.take(tmp_path / "other")
    spool.take(tmp_path / "none")
    spool.finish()
    assert (tmp_path / "r").read_text() == '{"a":1}\n'
