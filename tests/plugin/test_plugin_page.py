"""--numcheck-html and --numcheck-cov."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD

Write = Callable[..., Path]


def test_the_page_is_the_same_with_workers_and_from_the_cache(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    write("news/b.txt", BAD)
    (desk / "news" / "c.txt").write_bytes(b"\0\1\2\0" * 50)
    pages = []
    for more in ((), (), ("-n", "2"), ("-p", "no:cacheprovider")):
        assert pytester.runpytest("--numcheck", "news", "--numcheck-html", "o/page.html", *more).ret == 1
        pages.append((desk / "o" / "page.html").read_bytes())
    assert len(set(pages)) == 1
    text = pages[0].decode()
    assert "3 articles, 8 numbers" in text
    assert "15 is more than 12." in text
    assert "the file holds NUL bytes" in text


def test_a_waiver_of_the_baseline_lights_its_numbers(desk: Path, write: Write, pytester: pytest.Pytester,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    write("news/b.txt", BAD)
    pytester.runpytest("--numcheck", "news", "--numcheck-baseline", "k.yaml", "--numcheck-write-baseline")
    assert pytester.runpytest("--numcheck", "news", "--numcheck-baseline", "k.yaml", "--numcheck-html", "page.html").ret == 0
    text = (desk / "page.html").read_text(encoding="utf-8")
    assert '<a class="n waived" href="#a0n' in text
    assert '<a class="n error" href="#a0n' not in text


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_coverage_is_printed_and_can_fail(desk: Path, write: Write, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    write("news/a.txt", "They lost 5 of the 12 ships.\n\nThe pipe is 9 km long.\n\nThere are 31 ships.\n")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-cov", *workers)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*numeric coverage*", "Article *", "---*",
                                 "news/a.txt        4        2      1    67%  5", "---*", "TOTAL *"])
    assert pytester.runpytest("--numcheck", "news", "--numcheck-cov-fail-under", "60", *workers).ret == 0
    result = pytester.runpytest("--numcheck", "news", "--numcheck-cov-fail-under", "70", *workers)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["numcheck: numeric coverage is 66.7%, under the 70% that are wanted"])


def test_what_cannot_be_is_refused(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    for option, value, said in (("--numcheck-cov-fail-under", "most", "wants a percentage"),
                                ("--numcheck-cov-fail-under", "101", "wants a percentage"),
                                ("--numcheck-html", "news", "is a folder")):
        result = pytester.runpytest("--numcheck", "news", option, value)
        assert result.ret == 4
        result.stderr.fnmatch_lines([f"*{said}*"])
