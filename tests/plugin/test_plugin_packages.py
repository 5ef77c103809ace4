"""Files of several articles under pytest: a collector for each, ids, skips, faults, waivers, the report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = "The fleet lost 5 of the 12 ships. It sold 3 of the 9 boats."
BAD = "The fleet lost 15 of the 12 ships."

Write = Callable[..., Path]


def items(*more: dict[str, object]) -> str:
    good = {"uri": "urn:x:good-one", "headline": "Good", "body_text": GOOD}
    bad = {"uri": "urn:x:bad-one", "headline": "Bad", "body_xhtml": f"<p>{BAD}</p>"}
    return json.dumps([good, bad, *more], indent=1)


DAMM = {"uri": "urn:x:the-damm", "language": "de", "headline": "Damm", "body_text": "99"}


def report(pytester: pytest.Pytester) -> list[dict[str, object]]:
    return [json.loads(line) for line in (pytester.path / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_each_article_is_a_collector(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/wire.json", items(DAMM))
    result = pytester.runpytest("--numcheck", "news", "-v", "-rs", "--numcheck-json", "out.jsonl")
    result.assert_outcomes(passed=2, failed=1, skipped=1)
    result.stdout.fnmatch_lines([
        "news/wire.json::good-one::desk/lost[[]5-12[]] PASSED*", "news/wire.json::bad-one::desk/lost[[]15-12[]] FAILED*",
        "news/wire.json::the-damm::skipped SKIPPED*", "*news/wire.json::bad-one, line 10*", "1 item skipped: not English*",
        "SKIPPED*its language is de; only English is read*"])
    assert [(line["article"], line.get("skipped")) for line in report(pytester)] == [
        ("news/wire.json::good-one", None), ("news/wire.json::bad-one", None),
        ("news/wire.json::the-damm", "its language is de; only English is read")]


def test_one_article_can_be_named(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/wire.json", items(DAMM))
    pytester.runpytest("--numcheck", "news/wire.json::good-one").assert_outcomes(passed=2)
    pytester.runpytest("--numcheck", "news/wire.json::bad-one::desk/lost[15-12]").assert_outcomes(failed=1)
    pytester.runpytest("--numcheck", "news", "--lf").assert_outcomes(failed=1)


def test_a_file_is_read_once_and_kept(
        desk: Path, write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    import pytest_numcheck.articles.read as read
    write("news/wire.json", items())
    true, seen = read.read_articles_data, []

    def read_articles_data(data: bytes, **more: object) -> object:
        seen.append(Path(str(more["name"])).name)
        return true(data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(read, "read_articles_data", read_articles_data)
    first = pytester.runpytest_inprocess("--numcheck", "news", "--numcheck-json", "out.jsonl")
    before = report(pytester)
    second = pytester.runpytest_inprocess("--numcheck", "news", "--numcheck-json", "out.jsonl")
    assert seen == ["wire.json"]
    assert (first.parseoutcomes(), before) == (second.parseoutcomes(), report(pytester))


def test_a_broken_line_and_a_broken_file_fail_and_the_rest_goes_on(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.jsonl", f'{{"title": "A", "text": "{GOOD}"}}\n{{"title": "B", "text": oops}}\n{{"title": "C", '
        f'"text": "{GOOD}"}}\n')
    write("news/b.nitf", "<nitf><body><p>5</body></nitf>")
    write("news/package.json", '{"name": "x"}')
    write("news/pom.xml", "<project/>")
    result = pytester.runpytest("--numcheck", "news")
    result.assert_outcomes(passed=4, failed=2)
    result.stdout.fnmatch_lines(["news/a.jsonl:2:24: a value is wanted, not 'o'", "news/b.nitf:1:17: this end tag closes*"])


def test_a_named_file_in_no_known_format_is_an_error(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/package.json", '{"name": "x"}')
    result = pytester.runpytest("--numcheck", "news/package.json")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["news/package.json:1:1: this JSON is in no known format of articles*"])


def test_nothing_but_skipped_items_is_fine(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/wire.json", json.dumps(DAMM))
    result = pytester.runpytest("--numcheck", "news", "-v")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["news/wire.json::skipped SKIPPED*"])


@pytest.mark.parametrize("ini", [False, True])
def test_own_fields(desk: Path, write: Write, pytester: pytest.Pytester, ini: bool) -> None:
    write("news/a.json", json.dumps([{"n": "one", "h": "T", "story": {"x": BAD}}]))
    pytester.runpytest("--numcheck", "news").assert_outcomes()
    asked = "title=h,text=story.x,id=n"
    if ini:
        with (pytester.path / "tox.ini").open("a", encoding="utf-8") as file:
            file.write(f"\nnumcheck_fields = {asked}\n")
    result = pytester.runpytest("--numcheck", "news", "-v", *([] if ini else ["--numcheck-fields", asked]))
    result.stdout.fnmatch_lines(["news/a.json::one::desk/lost[[]15-12[]] FAILED*"])


def test_fields_that_say_nothing(desk: Path, pytester: pytest.Pytester) -> None:
    result = pytester.runpytest("--numcheck", "--numcheck-fields", "headline=h")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--numcheck-fields: 'headline' is none of title, text, date, language, id*"])


def test_outputs_name_the_file_and_the_line(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/wire.json", items())
    result = pytester.runpytest("--numcheck", "news", "--numcheck-output", "github")
    result.stdout.fnmatch_lines(["::error file=news/wire.json,line=10,*"])


def test_a_waiver_in_html_inside_json(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    waiver = "<!-- numcheck: ignore desk/lost -- so said the captain -->"
    write("news/a.json", json.dumps({"uri": "x:1", "headline": "T", "body_xhtml": f"<p>{GOOD}</p>{waiver}<p>{BAD}</p>"}))
    write("news/b.html", f"<p>{BAD}</p>\n{waiver}\n<p>{GOOD}</p>")
    result = pytester.runpytest("--numcheck", "news", "-rx")
    result.stdout.fnmatch_lines(["*waived: so said the captain*"])
    assert result.parseoutcomes()["failed"] == 1
    assert result.parseoutcomes()["xfailed"] == 1


def test_workers_agree(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/wire.json", items(DAMM))
    write("news/a.html", f"<p>{BAD}</p>")
    alone = pytester.runpytest("--numcheck", "news", "-p", "no:cacheprovider").parseoutcomes()
    assert pytester.runpytest_subprocess("--numcheck", "news", "-n2").parseoutcomes() == alone
