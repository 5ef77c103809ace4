"""--numcheck-output, --numcheck-fail-on, --numcheck-changed-since."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD

Write = Callable[..., Path]
SAID = "15 is more than 12. Likely slip: the two numbers swapped. With 15 and 12 the other way round it would agree."
OUTPUTS = ("sarif=o/x.sarif", "gitlab=o/gl.json", "rdjsonl=o/rd.jsonl", "github-summary=o/s.md", "jsonl=o/r.jsonl")


def asked(*outputs: str) -> list[str]:
    return [word for o in outputs for word in ("--numcheck-output", o)]


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_all_outputs_tell_of_the_same_finding(desk: Path, write: Write, pytester: pytest.Pytester,
                                              workers: tuple[str, ...]) -> None:
    write("news/a.txt")
    write("news/b.txt", BAD)
    (desk / "news" / "c.txt").write_bytes(b"\0\1\2\0" * 50)
    result = pytester.runpytest("--numcheck", "news", *asked(*OUTPUTS, "github"), *workers)
    assert result.ret == 1
    sarif = json.loads((desk / "o" / "x.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert [r["message"]["text"] for r in sarif["results"]] == [SAID]
    coverage = {"numbers": 8, "checked": 8, "alone": 0, "percent": 100.0}
    assert sarif["properties"] == {"articles": 3, "numbers": 8, "numericCoverage": coverage}
    assert len(sarif["invocations"][0]["toolExecutionNotifications"]) == 1
    gitlab = json.loads((desk / "o" / "gl.json").read_text(encoding="utf-8"))
    assert [row["location"]["path"] for row in gitlab] == ["news/b.txt", "news/c.txt"]
    assert len((desk / "o" / "rd.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert f"| error | news/b.txt:3 | {SAID} |" in (desk / "o" / "s.md").read_text(encoding="utf-8")
    assert len((desk / "o" / "r.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    result.stdout.fnmatch_lines(["::error file=news/b.txt,line=3,endLine=3,col=16,endColumn=18,title=numcheck desk/lost::*"])


def test_workers_write_the_same_bytes(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    for i in range(6):
        write(f"news/{i}.txt", BAD)
    seen = []
    for workers in ((), ("-n", "2")):
        pytester.runpytest("--numcheck", "news", *asked(*OUTPUTS), *workers)
        seen.append([(desk / o.partition("=")[2]).read_bytes() for o in OUTPUTS[:3]])
        (desk / "o" / "s.md").unlink()
    assert seen[0] == seen[1]


@pytest.mark.parametrize(("output", "said"), [("sarf=x", "there is no format 'sarf'"), ("sarif=news", "is a folder"),
                                              ("jsonl", "jsonl=FILE")])
def test_a_wrong_output_is_refused_before_the_run(desk: Path, write: Write, pytester: pytest.Pytester,
                                                  output: str, said: str) -> None:
    write("news/a.txt")
    result = pytester.runpytest("--numcheck", "news", *asked(output))
    assert result.ret == 4
    result.stderr.fnmatch_lines([f"*{said}*"])


def test_an_output_that_cannot_be_written_fails_the_run(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    (desk / "o").mkdir()
    (desk / "o" / "dangling").symlink_to(desk / "nowhere" / "x")
    result = pytester.runpytest("--numcheck", "news", *asked("gitlab=/proc/numcheck.json"))
    assert result.ret != 0
    assert "cannot" in result.stdout.str() + result.stderr.str()
    result.stdout.no_fnmatch_line("*INTERNALERROR*")


@pytest.mark.parametrize(("word", "failed", "warnings"), [("error", 1, 1), ("warning", 2, 0), ("never", 0, 2)])
def test_fail_on(desk: Path, write: Write, pytester: pytest.Pytester, word: str, failed: int, warnings: int) -> None:
    write("news/b.txt", "They lost 15 of the 12 ships. They sold 9 of the 7 men.\n")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-fail-on", word)
    result.assert_outcomes(failed=failed, passed=2 - failed, warnings=warnings)
    assert result.ret == (1 if failed else 0)


def test_fail_on_refuses_other_words(desk: Path, pytester: pytest.Pytester) -> None:
    result = pytester.runpytest("--numcheck", ".", "--numcheck-fail-on", "note")
    assert result.ret == 4
    result.stderr.fnmatch_lines(["*wants one of error, warning, never, not 'note'*"])


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.org", *args],
                   check=True, capture_output=True)


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_only_what_has_changed(desk: Path, write: Write, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    for name in ("old", "edited"):
        write(f"news/{name}.txt", BAD)
    git(desk, "init", "-q", "-b", "main")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "one")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-changed-since", "HEAD", *workers)
    assert result.ret == 0
    write("news/edited.txt", BAD + "\nMore.\n")
    write("news/new \u00e9.txt", BAD)
    git(desk, "checkout", "-qb", "side")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-changed-since", "main", *workers)
    result.assert_outcomes(failed=2, passed=2)
    result.stdout.no_fnmatch_line("*old.txt*")


@pytest.mark.parametrize("revision", ["nothing-of-the-kind", "--output=x", "HEAD"])
def test_a_revision_that_git_does_not_know_is_refused(desk: Path, write: Write, pytester: pytest.Pytester, revision: str) -> None:
    write("news/a.txt")
    if revision != "HEAD":
        git(desk, "init", "-q")
    result = pytester.runpytest("--numcheck", "news", f"--numcheck-changed-since={revision}")
    assert result.ret == 4
    result.stderr.fnmatch_lines(["*--numcheck-changed-since: *"])
    assert not (desk / "x").exists()
