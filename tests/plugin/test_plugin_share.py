"""Workers and runs that share verdicts, and the report under all of them."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from newsroom import BAD, GOOD

Write = Callable[..., Path]


@pytest.fixture
def news(desk: Path, write: Write) -> list[str]:
    for i in range(5):
        write(f"news/a{i}.txt", (BAD if i % 2 else GOOD).replace("12", str(12 + i)))
    write("news/deep/sold.md", "---\ntitle: Sold\ndate: 2024-11-05\n---\n\nThey sold 9 of the 7 boats. "
          "It was [sent](x) 3 of the 2 men.\n")
    write("news/z.txt", "a\0b")
    return ["--numcheck", "news"]


def report(pytester: pytest.Pytester) -> bytes:
    return (pytester.path / "out.jsonl").read_bytes()


def test_the_report_is_as_its_schema_says(news: list[str], pytester: pytest.Pytester) -> None:
    schema = json.loads(files("pytest_numcheck.report").joinpath("schema.json").read_text(encoding="utf-8"))
    pytester.runpytest(*news, "--numcheck-json", "out.jsonl")
    records = [json.loads(line) for line in report(pytester).decode().splitlines()]
    assert [r["article"] for r in records] == [*(f"news/a{i}.txt" for i in range(5)), "news/deep/sold.md", "news/z.txt"]
    for record in records:
        jsonschema.validate(record, schema)
        for m in record["mentions"]:
            source = (pytester.path / record["article"]).read_text(encoding="utf-8")
            assert source[m["start"]:m["end"]] == m["text"]
    assert "NUL" in records[-1]["error"]


def test_two_workers_give_the_same_result_and_the_same_bytes(news: list[str], pytester: pytest.Pytester) -> None:
    alone = pytester.runpytest(*news, "--numcheck-json", "out.jsonl", "-p", "no:cacheprovider")
    bytes_alone = report(pytester)
    for more in ((), ("-p", "no:cacheprovider"), ()):
        both = pytester.runpytest(*news, "--numcheck-json", "out.jsonl", "-n2", *more)
        assert both.parseoutcomes() == alone.parseoutcomes()
        assert report(pytester) == bytes_alone
        both.stdout.fnmatch_lines([line for line in alone.outlines if "numbers seen" in line or "checks:" in line])
        both.stdout.fnmatch_lines(["  The fleet lost 15 of the 13 ships."])
        assert both.ret == 1


def test_two_workers_with_nothing_to_check_are_fine(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "Nothing here.\n")
    assert pytester.runpytest("--numcheck", "a.txt", "-n2").ret == 0


def test_two_workers_with_nothing_to_read_are_not(desk: Path, pytester: pytest.Pytester) -> None:
    assert pytester.runpytest("--numcheck", "pack", "-n2").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are judged from now on."""
    import pytest_numcheck.articles.read as read
    true, names = read.read_articles_data, []

    def read_articles_data(data: bytes, **more: object) -> object:
        names.append(Path(str(more["name"])).name)
        return true(data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(read, "read_articles_data", read_articles_data)
    return names


def test_what_has_not_changed_is_not_judged_again(
        news: list[str], write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    names = judged(monkeypatch)
    first = pytester.runpytest_inprocess(*news, "--numcheck-json", "out.jsonl")
    assert len(names) == 7
    before = report(pytester)
    names.clear()
    second = pytester.runpytest_inprocess(*news, "--numcheck-json", "out.jsonl")
    assert names == ["z.txt"]
    assert report(pytester) == before
    assert second.parseoutcomes() == first.parseoutcomes()
    write("news/a0.txt", BAD)
    names.clear()
    pytester.runpytest_inprocess(*news)
    assert names == ["a0.txt", "z.txt"]


@pytest.mark.parametrize("more", [["--numcheck-published", "2024-01-01"], ["--numcheck-severity", "desk/lost=note"]])
def test_other_options_are_another_verdict(
        news: list[str], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, more: list[str]) -> None:
    pytester.runpytest_inprocess(*news)
    names = judged(monkeypatch)
    pytester.runpytest_inprocess(*news, *more)
    assert len(names) == 7


def test_a_changed_rule_is_another_verdict(news: list[str], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.runpytest_inprocess(*news)
    rule = pytester.path / "pack" / "desk" / "lost.yaml"
    rule.write_text(rule.read_text().replace("is more than", "exceeds"))
    result = pytester.runpytest_inprocess(*news)
    result.stdout.fnmatch_lines(["*15 exceeds 13*"])


def test_the_cache_can_be_switched_off_and_is_for_the_user_alone(
        news: list[str], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    names = judged(monkeypatch)
    for _ in range(2):
        pytester.runpytest_inprocess(*news, "-p", "no:cacheprovider")
    assert len(names) == 14
    assert not (pytester.path / ".pytest_cache").exists()
    pytester.runpytest_inprocess(*news)
    folder = pytester.path / ".pytest_cache" / "d" / "numcheck"
    assert folder.stat().st_mode & 0o077 == 0
    assert len(list(folder.glob("*.json"))) == 7


def test_nothing_is_left_behind(news: list[str], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(pytester.mkdir("tmp")))
    pytester.runpytest_subprocess(*news, "-n2", "--numcheck-json", "out.jsonl")
    assert [p.name for p in (pytester.path / "tmp").iterdir() if p.name.startswith("numcheck")] == []
    assert sorted(p.name for p in pytester.path.iterdir() if p.name.startswith(".out")) == []
