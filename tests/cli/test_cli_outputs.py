"""numcheck check: --format, --output, --fail-on, --baseline, --strict, --changed-since."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[[str, str], None]
BAD = "A rough day\n\nThe fleet lost 15 of the 12 ships.\n"


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def test_every_format_is_printed_alone(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    for name in ("sarif", "github", "github-summary", "gitlab", "rdjsonl", "terminal", "jsonl"):
        code, out, err = run("check", "--format", name, "a.txt")
        assert (code, err) == (1, ""), name
        assert "15 is more than 12" in out
        assert "1 article:" not in out
    assert json.loads(run("check", "--format", "sarif", "a.txt")[1])["version"] == "2.1.0"
    assert json.loads(run("check", "--format", "gitlab", "a.txt")[1])[0]["location"] == {"path": "a.txt", "lines": {"begin": 3}}
    assert run("check", "--format", "gitlab", "-", stdin="They lost 5 of the 12 ships.") == (0, "[]\n", "")


def test_outputs_go_to_files_beside_the_text(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", BAD)
    code, out, _ = run("check", "a.txt", "--output", "sarif=o/x.sarif", "--output", "rdjsonl=o/x.jsonl")
    assert code == 1
    assert "15 is more than 12." in out
    assert json.loads((tmp_path / "o" / "x.sarif").read_text(encoding="utf-8"))["runs"][0]["results"][0]["level"] == "error"
    assert json.loads((tmp_path / "o" / "x.jsonl").read_text(encoding="utf-8"))["code"] == {"value": "desk/lost"}
    for wrong, said in (("sarif", "names no file"), ("srf=x", "no format 'srf'"), ("sarif=pack", "is a folder")):
        code, _, err = run("check", "a.txt", "--output", wrong)
        assert code == 2
        assert said in err


def test_what_cannot_be_read_is_in_the_output(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    code, out, err = run("check", "--format", "rdjsonl", "a.txt", "none.txt")
    assert code == 2
    assert "none.txt: no such file" in err
    assert [json.loads(line)["location"]["path"] for line in out.splitlines()] == ["a.txt", "none.txt"]


@pytest.mark.parametrize(("word", "codes"), [("error", (1, 0)), ("warning", (1, 1)), ("never", (0, 0))])
def test_fail_on(run: Run, write: Write, word: str, codes: tuple[int, int]) -> None:
    write("a.txt", BAD)
    write("b.txt", "They sold 15 of the 12 ships.\n")
    assert tuple(run("check", name, "--fail-on", word)[0] for name in ("a.txt", "b.txt")) == codes


def test_a_baseline_is_written_and_holds(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", BAD)
    code, _, err = run("check", "a.txt", "--baseline", "known.yaml", "--write-baseline")
    assert code == 1
    assert "known.yaml: 1 finding signed for" in err
    code, out, _ = run("check", "a.txt", "--baseline", "known.yaml")
    assert code == 0
    assert out.endswith("nothing to complain of; 1 waived\n")
    assert run("check", "a.txt", "--baseline", "known.yaml", "--strict")[0] == 0
    write("a.txt", "They lost 5 of the 12 ships.\n")
    code, out, _ = run("check", "a.txt", "--baseline", "known.yaml")
    assert code == 0
    assert "known.yaml:4: no such finding any more: desk/lost in a.txt" in out
    assert run("check", "a.txt", "--baseline", "known.yaml", "--strict")[0] == 1
    monkeypatch.setenv("CI", "1")
    code, _, err = run("check", "a.txt", "--baseline", "known.yaml", "--write-baseline")
    assert code == 2
    assert "refused under CI" in err
    (tmp_path / "known.yaml").write_text("version: 1\nfindings: [{rule: a/b}]\n", encoding="utf-8")
    code, _, err = run("check", "a.txt", "--baseline", "known.yaml")
    assert code == 2
    assert "known.yaml:2:12: an entry needs 'path'" in err
    assert "no such file" in run("check", "a.txt", "--baseline", "none.yaml")[2]
    assert "needs --baseline" in run("check", "a.txt", "--write-baseline")[2]


def test_only_what_has_changed(run: Run, write: Write, tmp_path: Path) -> None:
    code, _, err = run("check", ".", "--changed-since", "HEAD")
    assert code == 2
    assert "--changed-since" in err
    write("news/a.txt", BAD)
    for args in (["init", "-q"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "one"]):
        subprocess.run(["git", *args], cwd=tmp_path, check=True, capture_output=True)
    assert run("check", "news", "--changed-since", "HEAD") == (0, "", "")
    write("news/b.txt", BAD)
    code, out, _ = run("check", "news", "--changed-since", "HEAD")
    assert code == 1
    assert out.endswith("1 article: 2 numbers seen, 2 linked, 2 judged; 1 error\n")


def test_the_page_and_the_coverage(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", BAD)
    code, out, _ = run("check", "a.txt", "none.txt", "--html", "page.html", "--cov")
    assert code == 2
    assert "a.txt           2        2      0   100%\n" in out
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "15 is more than 12." in text
    assert "none.txt: no such file" in text
    code, _, err = run("check", "a.txt", "--html", "pack")
    assert code == 2
    assert "the page cannot be written" in err


def test_coverage_that_is_too_little_fails(run: Run, write: Write) -> None:
    write("a.txt", "They lost 5 of the 12 ships.\n\nThere are 31 ships.\n")
    assert run("check", "a.txt", "--cov-fail-under", "60%")[0] == 0
    code, out, err = run("check", "a.txt", "--cov-fail-under", "70")
    assert code == 1
    assert "Unchecked" not in out
    assert err == "numcheck: numeric coverage is 66.7%, under the 70% that are wanted\n"
    assert run("check", "a.txt", "--cov-fail-under", "101")[0] == 2
