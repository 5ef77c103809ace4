"""The limits on one article: each an option everywhere, each told when it is hit, none that passes in silence."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import jsonschema
import pytest
from inputs import Run

import pytest_numcheck.report as report_room
from pytest_numcheck.articles.read import UnreadableArticle, read_text
from pytest_numcheck.base.caps import Caps, caps_of
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.base.watch import OutOfTime, Watch, bell
from pytest_numcheck.engine import check_text, load_rules
from pytest_numcheck.links.prose.segment import Form, Segment
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers

GOOD = "Of the 12 boats, 10 were lost.\n\n"
LONG = GOOD + "There were 5 men and 6 women.\n\n" * 20
WITH = ("-p", "no:cacheprovider", "-rsf")


def test_options_become_limits() -> None:
    said = {"size": "1_000", "numbers": "5", "search": "0.5"}
    assert caps_of(said.get) == Caps(size=1000, numbers=5, search=0.5)
    for wrong in ("0", "-1", "many", "1e999", "nan"):
        with pytest.raises(ValueError, match=f"--max-seconds wants a number above 0, not '{wrong}'"):
            caps_of({"seconds": wrong}.get)


def test_numbers_and_what_follows_them() -> None:
    found = check_text(LONG, caps=Caps(numbers=6))
    assert found.cut == ("more than 6 numbers; what follows line 5 was not read",)
    assert len(found.reading.mentions) == 6
    assert {c.outcome for c in found.checks} == {"consistent"}
    assert not found.late
    whole = check_text(LONG)
    assert (whole.cut, len(whole.reading.mentions)) == ((), 42)


def test_numbers_in_words_and_in_one_paragraph() -> None:
    found = check_text("There were five men. There were six women. There were nine dogs.", caps=Caps(numbers=2))
    assert [m.text for m in found.reading.mentions] == ["five", "six"]
    assert found.cut == ("more than 2 numbers; what follows line 1 was not read",)


def test_an_article_of_a_file_of_many_is_cut_at_its_size() -> None:
    assert check_text(LONG, caps=Caps(size=len(LONG.encode()))).cut == ()
    with pytest.raises(
        UnreadableArticle, match=r"a.txt: the file is larger than 100 bytes, the most that is read as one article"
    ):
        read_text(LONG, name="a.txt", caps=Caps(size=100))
    with pytest.raises(UnreadableArticle, match=r"larger than 800 bytes, the most that is read of one file"):
        read_text("[" + " " * 900, suffix=".json", caps=Caps(size=100))


def test_checks_of_one_rule() -> None:
    text = "".join(f"Of the {n} boats, {n - 1} were lost.\n\n" for n in range(20, 40))
    found = check_text(text, caps=Caps(checks=5))
    assert any(
        c == "parts/part-whole could make more than 5 checks; the rest was not made" or "could make more than 5 checks" in c
        for c in found.cut
    )
    assert max(sum(c.rule == r for c in found.checks) for r in {c.rule for c in found.checks}) <= 5


def test_time_leaves_nothing_judged_so_that_no_verdict_hangs_on_the_machine() -> None:
    found = check_text(GOOD * 50, caps=Caps(seconds=1e-9))
    assert found.cut == ("it took longer than 1e-09 s of processor time; nothing in it was judged",)
    assert (found.late, found.checks, found.reading.mentions) == (True, [], ())


def test_time_holds_in_other_threads() -> None:
    found: list[bool] = []
    ruleset = load_rules("numcheck:recommended@1")
    thread = threading.Thread(target=lambda: found.append(check_text(GOOD * 50, ruleset=ruleset, caps=Caps(seconds=1e-9)).late))
    thread.start()
    thread.join()
    assert found == [True]
    with pytest.raises(OutOfTime):
        Watch(-1).check()


def test_the_bell_rings_in_the_midst_of_a_search_and_is_put_away() -> None:
    import re
    import signal

    with pytest.raises(OutOfTime), bell(0.1):
        re.search(r"(?:a|aa)+\Z", "a" * 200 + "!")
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0
    assert signal.getsignal(signal.SIGPROF) == signal.SIG_DFL


def test_a_search_out_of_time_is_told() -> None:
    class Slow:
        def finditer(self, *_: object, timeout: float, **__: object) -> None:
            assert timeout == 0.25
            raise TimeoutError

    segment = Segment((), (), lambda: Form("lost", (), (), {}), "slow")
    segment._compiled = Slow()
    view = View(read_numbers(read_text(GOOD)), default_lexicon(), Caps(search=0.25))
    assert segment.hits(view) == []
    assert view.notes == ["the search for a phrase took longer than 0.25 s and was given up"]
    assert view.late


def test_the_record_says_so_and_fits_its_schema() -> None:
    record = check_text(LONG, caps=Caps(numbers=6)).record("a.txt")
    schema = json.loads((Path(report_room.__path__[0]) / "schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert record["cut"] == ["more than 6 numbers; what follows line 5 was not read"]
    assert "cut" not in check_text(GOOD).record("a.txt")


def test_pytest_leaves_it_undecided_and_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG)
    (tmp_path / "b.txt").write_text(GOOD)
    (tmp_path / "pytest.ini").write_text("[pytest]\nnumcheck_max_numbers = 6\n")
    done = run(
        "pytest",
        "--numcheck",
        *WITH,
        "--numcheck-output",
        "sarif=out.sarif",
        "--numcheck-output",
        "github",
        "--junitxml",
        "out.xml",
        ".",
    )
    assert done.returncode == 0, done.stdout
    assert "cut short: more than 6 numbers; what follows line 5 was not read" in done.stdout
    assert "1 article cut short" in done.stdout
    assert "::warning file=a.txt,title=numcheck::a.txt: cut short" in done.stdout
    notices = json.loads((tmp_path / "out.sarif").read_text())["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [(n["level"], n["message"]["text"].partition(";")[0]) for n in notices] == [
        ("warning", "a.txt: cut short: more than 6 numbers")
    ]
    assert 'name="complete"' in (tmp_path / "out.xml").read_text()
    strict = run("pytest", "--numcheck", *WITH, "--numcheck-strict", ".")
    assert strict.returncode == 1
    assert "FAILED a.txt::complete - cut short: more than 6 numbers" in strict.stdout
    wider = run("pytest", "--numcheck", *WITH, "--numcheck-strict", "--numcheck-max-numbers", "1000", ".")
    assert wider.returncode == 0, wider.stdout
    wrong = run("pytest", "--numcheck", "--numcheck-max-seconds", "soon", ".")
    assert wrong.returncode == 4
    assert "--numcheck-max-seconds wants a number above 0, not 'soon'" in wrong.stderr


def test_the_command_line_says_it_and_strict_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG)
    done = run("numcheck", "check", "--max-numbers", "6", "a.txt")
    assert (done.returncode, "a.txt: cut short: more than 6 numbers; what follows line 5 was not read" in done.stdout) == (
        0,
        True,
    )
    assert done.stdout.rstrip().endswith("; 1 article cut short")
    assert run("numcheck", "check", "--max-numbers", "6", "--strict", "a.txt").returncode == 1
    assert run("numcheck", "check", "--max-size", "10", "a.txt").returncode == 2
    wrong = run("numcheck", "check", "--max-checks", "0", "a.txt")
    assert (wrong.returncode, wrong.stderr) == (2, "numcheck: --max-checks wants a number above 0, not '0'\n")


def test_what_was_out_of_time_is_tried_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    slow = ("--numcheck-max-seconds", "0.000000001")
    first = run("pytest", "--numcheck", "-rs", *slow, ".")
    assert "cut short: it took longer than 1e-09 s" in first.stdout
    (kept,) = (p for p in (tmp_path / ".pytest_cache" / "d" / "numcheck").glob("*.json") if b'"late": true' in p.read_bytes())
    assert kept.exists()
    assert "1 passed" in run("pytest", "--numcheck", ".").stdout


def test_a_cut_article_keeps_its_entries_in_the_baseline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD * 10 + "Of the 12 boats, 15 were lost.\n")
    written = run("numcheck", "check", "--baseline", "b.yaml", "--write-baseline", "a.txt")
    assert written.returncode == 1
    before = (tmp_path / "b.yaml").read_text()
    assert "15" in before
    again = run("numcheck", "check", "--baseline", "b.yaml", "--write-baseline", "--max-numbers", "6", "a.txt")
    assert again.returncode == 0
    assert (tmp_path / "b.yaml").read_text() == before
    assert "no such finding" not in run("numcheck", "check", "--baseline", "b.yaml", "--max-numbers", "6", "a.txt").stdout
