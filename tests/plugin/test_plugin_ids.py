"""Names of cases: they can be picked, remembered and run again, and do not move with the text around them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD

Write = Callable[..., Path]


def ids(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line and " " not in line.partition("::")[0]]


def test_ids_do_not_move_with_the_lines(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", BAD)
    before = ids(pytester.runpytest("--numcheck", "a.txt", "--collect-only", "-q"))
    write("a.txt", BAD.replace("\n\n", "\n\nA new paragraph stands here, in June.\n\n", 1))
    after = ids(pytester.runpytest("--numcheck", "a.txt", "--collect-only", "-q"))
    assert before == after == ["a.txt::desk/lost[15-12]", "a.txt::desk/lost[5-7]"]


def test_the_same_words_twice_are_told_apart(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "They lost 5 of the 7 boats.\n\nAgain they lost 5 of the 7 boats.\n")
    found = ids(pytester.runpytest("--numcheck", "a.txt", "--collect-only", "-q"))
    assert found == ["a.txt::desk/lost[5-7]", "a.txt::desk/lost[5-7#2]"]
    pytester.runpytest("--numcheck", "a.txt::desk/lost[5-7#2]").assert_outcomes(passed=1)


@pytest.mark.parametrize(("wanted", "outcome"), [
    ("a.txt::desk/lost[15-12]", {"failed": 1}),
    ("a.txt::desk/lost[5-7]", {"passed": 1}),
    ("a.txt::desk/lost", {"failed": 1, "passed": 1}),
])
def test_a_case_can_be_run_alone(desk: Path, write: Write, pytester: pytest.Pytester, wanted: str,
                                 outcome: dict[str, int]) -> None:
    write("a.txt", BAD)
    pytester.runpytest("--numcheck", wanted).assert_outcomes(**outcome)


def test_last_failed_runs_what_failed(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", BAD)
    write("b.txt")
    pytester.runpytest("--numcheck", "a.txt", "b.txt").assert_outcomes(failed=1, passed=3)
    pytester.runpytest("--numcheck", "a.txt", "b.txt", "--lf").assert_outcomes(failed=1)
    write("a.txt", BAD.replace("15", "11"))
    pytester.runpytest("--numcheck", "a.txt", "b.txt").assert_outcomes(passed=4)


def test_cases_are_chosen_by_keyword_and_deselected_by_id(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", BAD)
    write("b.txt")
    pytester.runpytest("--numcheck", "a.txt", "b.txt", "-k", "desk/sold").assert_outcomes(passed=1, deselected=3)
    pytester.runpytest("--numcheck", "a.txt", "--deselect", "a.txt::desk/lost[15-12]").assert_outcomes(passed=1, deselected=1)


def test_an_article_named_twice_is_read_once(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt", BAD)
    result = pytester.runpytest("--numcheck", "news", "news/a.txt", "news/a.txt::desk/lost", "--numcheck-json", "out.jsonl")
    result.stdout.fnmatch_lines(["1 article: *"])
    assert len((pytester.path / "out.jsonl").read_text().splitlines()) == 1


def test_an_article_outside_the_root_folder_has_a_name(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt", BAD)
    pytester.mkdir("elsewhere")
    result = pytester.runpytest("--numcheck", "--rootdir", "elsewhere", "-c", "tox.ini", "news/a.txt",
                                "--numcheck-json=out.jsonl")
    result.assert_outcomes(failed=1, passed=1)
    assert '"article":""' not in (pytester.path / "out.jsonl").read_text()


def test_properties_reach_the_junit_file(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    from xml.etree import ElementTree
    write("news/a.txt", BAD)
    pytester.runpytest("--numcheck", "news", "--junitxml", "out.xml", "--color=yes")
    cases = {c.get("name"): c for c in ElementTree.parse(pytester.path / "out.xml").iter("testcase")}
    case = cases["desk/lost[15-12]"]
    properties = {p.get("name"): p.get("value") for p in case.iter("property")}
    assert properties.items() >= {"rule": "desk/lost", "severity": "error", "outcome": "inconsistent", "line": "3"}.items()
    failure = next(case.iter("failure"))
    assert failure.get("message") == "15 is more than 12"
    assert "A rough day" in (failure.text or "")
    assert "x1B" not in (failure.text or "")
