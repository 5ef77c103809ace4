"""numcheck report: the findings of a sweep, counted or as a page."""

import json
from pathlib import Path

from conftest import Run, story, write  # type: ignore[import-not-found]


def test_counted_by_rule(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(i) for i in range(20)])
    run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    code, out, err = run("report", "out")
    assert (code, err) == (0, "")
    assert out == ("rule           errors   warnings      notes\n"
                   "desk/lost           2\n"
                   "desk/share                     2\n\n"
                   "20 articles, 198 words, 40 numbers, 20 judged\n")


def test_the_page_needs_no_source(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(i) for i in range(20)])
    run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    (desk / "a.jsonl").unlink()
    assert run("report", "out", "--html", "page.html") == (0, "page.html: 4 of 4 articles with findings\n", "")
    page = (desk / "page.html").read_text(encoding="utf-8")
    assert "a.jsonl::story-3" in page
    assert "Findings of out" in page
    assert "15 is more than 12" in page
    assert "story-4" not in page
    assert run("report", "out", "--html", "few.html", "--most", "1")[1] == "few.html: 1 of 4 articles with findings\n"
    few = (desk / "few.html").read_text(encoding="utf-8")
    assert "15 is more than 12" in few
    assert "120% is more" not in few  # errors come first
    assert run("report", "out", "--html", "one.html", "--rule", "desk/share")[1] == "one.html: 2 of 2 articles with findings\n"


def test_a_sweep_that_has_not_ended_says_so(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(3)])
    run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    told = json.loads((desk / "out" / "sweep.json").read_text())
    (desk / "out" / "sweep.json").write_text(json.dumps({**told, "complete": False}))
    assert run("report", "out")[2] == "numcheck: out: this sweep has not ended; what it has so far is shown\n"


def test_no_sweep_is_trouble(run: Run) -> None:
    assert run("report", "pack") == (2, "", "numcheck: pack: no findings of a sweep are here\n")
