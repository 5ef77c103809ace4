"""pytest --numcheck on articles: what passes, fails, warns or is skipped, and how the run ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD, GOOD

from pytest_numcheck.articles.model import Article

Write = Callable[..., Path]


def test_an_article_that_agrees_passes(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    result = pytester.runpytest("--numcheck", "news", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["numcheck: 3 rules (pack)", "news/a.txt::desk/lost[[]5-12[]] PASSED*",
                                 "news/a.txt::desk/sold[[]3-9[]] PASSED*",
                                 "1 article: 4 numbers seen, 4 linked, 4 judged",
                                 "2 checks: 2 consistent, 0 errors, 0 warnings, 0 notes, 0 undecided, 0 waived",
                                 "1 of 3 rules never matched: desk/sent"])
    assert result.ret == 0


def test_an_error_fails_with_the_passage_and_no_traceback(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/b.txt", BAD)
    result = pytester.runpytest("--numcheck", "news")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines([
        "*___ A part is no more than the whole ___*",
        "A rough day * news/b.txt, line 3", "",
        "  The fleet lost 15 of the 12 ships.", "                 ^^        ^^", "",
        "15 is more than 12.", "*",
        "desk/lost (error): A part is no more than the whole. More: numcheck explain desk/lost",
        "Is the text right? *<!-- numcheck: ignore desk/lost -- your reason -->",
        "FAILED news/b.txt::desk/lost[[]15-12[]] - 15 is more than 12"], consecutive=False)
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*collect.py*")
    assert result.ret == 1


def test_a_warning_is_shown_at_its_line_and_does_not_fail(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "Boats\n\nIt was sunny.\n\nThey sold 9 of the 7 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt")
    result.assert_outcomes(passed=1, warnings=1)
    result.stdout.fnmatch_lines(["*a.txt:5: NumcheckWarning: 9 is more than 7 (desk/sold)"])
    assert result.ret == 0


def test_a_warning_can_be_made_to_fail(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "They sold 9 of the 7 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt", "-W", "error::pytest_numcheck.NumcheckWarning")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["  They sold 9 of the 7 boats.", "            ^        ^", "*desk/sold (warning)*"])


def test_a_note_is_only_told(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "They sent 9 of the 7 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["note: a.txt:1: 9 is more than 7 (desk/sent)"])


def test_what_cannot_be_decided_is_skipped_with_the_reason(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "The army said its earlier figure was wrong and it lost 9 of the 7 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*1 undecided*", "SKIPPED * desk/lost undecided: *"])
    assert result.ret == 0


def test_what_someone_signed_for_is_an_expected_failure(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "<!-- numcheck: ignore desk/lost -- the admiral insists -->\nThey lost 9 of the 7 boats.\n\n"
                   "<!-- numcheck: ignore desk/sold -- no need -->\nThey lost 9 of the 8 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt", "-rx")
    result.assert_outcomes(xfailed=1, failed=1)
    result.stdout.fnmatch_lines(["*1 waived", "*the waiver of desk/sold is not needed", "XFAIL *waived: the admiral insists"])


def test_a_malformed_waiver_is_told(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "<!-- numcheck: ignore desk/lost -->\nThey lost 9 of the 7 boats.\n")
    result = pytester.runpytest("--numcheck", "a.txt")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["a.txt:1:1: a waiver reads *"])


def test_an_article_that_cannot_be_read_is_one_failure_and_the_run_goes_on(
        desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt", "no\0text")
    write("news/b.txt")
    result = pytester.runpytest("--numcheck", "news")
    result.assert_outcomes(failed=1, passed=2)
    result.stdout.fnmatch_lines(["*This article could not be read*", "news/a.txt:*NUL*", "1 article could not be read",
                                 "FAILED news/a.txt::readable - *"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_fault_of_our_own_fails_its_article_and_the_run_goes_on(
        desk: Path, write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write("news/a.txt", "boom")
    write("news/b.txt")
    true = pytest_engine().check_article

    def check_article(article: Article, *more: object, **options: object) -> object:
        if article.path.endswith("a.txt"):
            raise RuntimeError("out of ink")
        return true(article, *more, **options)

    monkeypatch.setattr(pytest_engine(), "check_article", check_article)
    result = pytester.runpytest_inprocess("--numcheck", "news", "--numcheck-json", "out.jsonl")
    result.assert_outcomes(failed=1, passed=2)
    result.stdout.fnmatch_lines(["*please report it*", "RuntimeError: out of ink"])
    assert len((pytester.path / "out.jsonl").read_text().splitlines()) == 2


def pytest_engine():  # type: ignore[no-untyped-def]
    import pytest_numcheck.engine
    return pytest_numcheck.engine


@pytest.mark.parametrize("text", ["Nothing to count here.\n", "", "One ship, 12 men.\n"])
def test_nothing_to_check_is_fine(desk: Path, write: Write, pytester: pytest.Pytester, text: str) -> None:
    write("a.txt", text)
    result = pytester.runpytest("--numcheck", "a.txt")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["1 article: *"])


def test_no_article_is_not(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/README.md")
    write("news/requirements.txt")
    result = pytester.runpytest("--numcheck", "news")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.stdout.fnmatch_lines(["no article found"])


def test_choosing_checks_away_is_told_as_ever(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", GOOD)
    assert pytester.runpytest("--numcheck", "a.txt", "-k", "nothing").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_run_of_other_tests_only_has_no_summary(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("test_x.py", "def test_x(): pass\n")
    result = pytester.runpytest("--numcheck", "test_x.py")
    result.stdout.no_fnmatch_line("*no article found*")


def test_what_an_article_says_cannot_steer_the_terminal(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", "He\x1b]0;x\x07ad\n\nThey lost 9\u202e of the 7 \x1b[31m boats and sold 9 of the 7 \u202e\x1b[31mcars.\n")
    result = pytester.runpytest("--numcheck", "a.txt", "-v")
    assert result.ret in (0, 1)
    assert not {"\x1b", "\u202e", "\x07"} & set(result.stdout.str())


def test_quiet_runs_have_no_summary(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", GOOD)
    result = pytester.runpytest("--numcheck", "a.txt", "-q")
    result.stdout.no_fnmatch_line("*numbers seen*")


def test_the_one_line_style_has_one_line(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("b.txt", BAD)
    result = pytester.runpytest("--numcheck", "b.txt", "--tb=line")
    result.stdout.fnmatch_lines(["*b.txt:3: 15 is more than 12"])
    result.stdout.no_fnmatch_line("*^^*")


def test_colour_only_where_the_terminal_has_it(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("b.txt", BAD)
    plain = pytester.runpytest("--numcheck", "b.txt").stdout.str()
    assert "\x1b" not in plain
    coloured = pytester.runpytest("--numcheck", "b.txt", "--color=yes").stdout.str()
    assert "\x1b[31m\x1b[1m15\x1b[0m of the" in coloured


def test_a_doctest_in_an_article_does_not_run(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    for name in ("test_a.txt", "b.txt", "c.md"):
        write(f"news/{name}", GOOD + "\n>>> open('ran', 'w').write('x')\n")
    for named, passed in ((["news"], 6), (["news/b.txt", "news/c.md"], 4)):
        result = pytester.runpytest("--numcheck", *named, "--doctest-glob=*.txt", "--doctest-glob=*.md")
        result.assert_outcomes(passed=passed)
    assert not (pytester.path / "ran").exists()


def test_other_tests_run_beside_articles(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt")
    write("test_x.py", "def test_x(): pass\n")
    write("doc.rst", ">>> 1 + 1\n2\n")
    result = pytester.runpytest("--numcheck", "a.txt", "test_x.py", "doc.rst")
    assert result.ret == 0
