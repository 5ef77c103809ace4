"""The baseline: findings that are signed for stand, all others fail."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from newsroom import BAD

from pytest_numcheck.baseline import UNSEEN

Write = Callable[..., Path]
FILE = "known.yaml"


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def rows(desk: Path) -> list[dict[str, object]]:
    found = yaml.safe_load((desk / FILE).read_text(encoding="utf-8"))["findings"]
    assert isinstance(found, list)
    return found


@pytest.fixture
def signed(desk: Path, write: Write, pytester: pytest.Pytester) -> Path:
    """An article with two findings, signed for."""
    write("news/b.txt", BAD + "\nIt sold 9 of the 7 men.\n")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-write-baseline")
    result.stdout.fnmatch_lines([f"note: {FILE}: 2 findings signed for; give each a reason"])
    return desk


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_what_is_signed_for_stands_and_what_is_new_fails(signed: Path, write: Write, pytester: pytest.Pytester,
                                                         workers: tuple[str, ...]) -> None:
    assert [(r["rule"], r["path"], r["words"], r["reason"]) for r in rows(signed)] == [
        ("desk/lost", "news/b.txt", ["15", "12"], UNSEEN), ("desk/sold", "news/b.txt", ["9", "7"], UNSEEN)]
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "-rx", *workers)
    result.assert_outcomes(passed=1, xfailed=2)
    assert result.ret == 0
    result.stdout.fnmatch_lines([f"*waived: {UNSEEN}"])
    write("news/b.txt", "A new first paragraph.\n\nIt lost 8 of the 7 men.\n\n" + BAD)
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, *workers)
    result.assert_outcomes(passed=1, xfailed=1, failed=1)
    result.stdout.fnmatch_lines(["known.yaml:*: no such finding any more: desk/sold in news/b.txt"])
    assert result.ret == 1


def test_an_entry_lapses_when_its_passage_changes(signed: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/b.txt", BAD.replace("The fleet", "The whole fleet"))
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE)
    result.assert_outcomes(passed=1, failed=1)


def test_strict_fails_on_what_nothing_needs_and_leaves_unread_articles_alone(signed: Path, write: Write,
                                                                              pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    run = ("--numcheck", "--numcheck-baseline", FILE, "--numcheck-strict")
    assert pytester.runpytest(*run, "news/a.txt").ret == 0
    assert pytester.runpytest(*run, "news").ret == 0
    write("news/b.txt", BAD)
    assert pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE).ret == 0
    assert pytester.runpytest(*run, "news").ret == 1
    (signed / "news" / "b.txt").unlink()
    assert pytester.runpytest(*run, "news").ret == 1


def test_strict_fails_on_a_waiver_in_the_article_that_is_not_needed(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt", "<!-- numcheck: ignore desk/lost -- a joke -->\nThey lost 5 of the 12 ships.\n")
    assert pytester.runpytest("--numcheck", "news").ret == 0
    result = pytester.runpytest("--numcheck", "news", "--numcheck-strict")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["news/a.txt:2: the waiver of desk/lost is not needed"])


def test_the_last_day_is_told_and_strict_fails_after_it(signed: Path, pytester: pytest.Pytester) -> None:
    text = (signed / FILE).read_text(encoding="utf-8").replace(f"reason: {UNSEEN}", "reason: known\n  until: 2001-02-03", 1)
    text = text.replace(f"  reason: {UNSEEN}", "  reason: known\n  by: me\n  until: '2999-01-01'")
    (signed / FILE).write_text(text, encoding="utf-8")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["known.yaml:*: held until 2001-02-03: desk/lost in news/b.txt"])
    assert pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-strict").ret == 1


def test_writing_again_keeps_reasons_and_drops_what_is_mended(signed: Path, write: Write, pytester: pytest.Pytester) -> None:
    text = (signed / FILE).read_text(encoding="utf-8").replace(f"reason: {UNSEEN}", "reason: said in court\n  by: Ann", 1)
    (signed / FILE).write_text(text, encoding="utf-8")
    write("news/b.txt", BAD)
    write("news/c.txt", "They lost 9 of the 8 pigs.\n")
    pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-write-baseline")
    assert [(r["path"], r["reason"], r.get("by")) for r in rows(signed)] == [
        ("news/b.txt", "said in court", "Ann"), ("news/c.txt", UNSEEN, None)]
    first = (signed / FILE).read_bytes()
    pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-write-baseline")
    assert (signed / FILE).read_bytes() == first


def test_a_gate_does_not_sign_its_own_waivers(desk: Path, write: Write, pytester: pytest.Pytester,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    write("news/b.txt", BAD)
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-write-baseline")
    assert result.ret == 4
    result.stderr.fnmatch_lines(["*refused under CI*"])
    assert not (desk / FILE).exists()


HEAD = "version: 1\nfindings:\n- rule: desk/lost\n  path: a\n  sentence: b\n  words: [c]\n"


@pytest.mark.parametrize(("text", "said"), [
    ("version: 2\n", "known.yaml:1:10: this version of numcheck reads baselines of version: 1"),
    (HEAD, "known.yaml:3:3: an entry needs 'reason'"),
    (HEAD + "  reason: ''\n", "known.yaml:7:12: a reason is required"),
    (HEAD.replace("desk/lost", "desk/*") + "  reason: x\n", "known.yaml:3:9: an entry names one rule"),
    (HEAD + "  reason: x\n  until: soon\n", "known.yaml:8:10: a date such as"),
    (HEAD + "  reason: x\n  unitl: 2020-01-01\n", "known.yaml:8:3: unknown key 'unitl'; did you mean 'until'?"),
    ("findings: *a\n", "known.yaml:1:*"),
])
def test_a_broken_baseline_is_refused_with_its_place(desk: Path, write: Write, pytester: pytest.Pytester,
                                                     text: str, said: str) -> None:
    write("news/a.txt")
    (desk / FILE).write_text(text, encoding="utf-8")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE)
    assert result.ret == 4
    result.stderr.fnmatch_lines([f"*{said.replace('[', '[[]')}*"])


def test_a_missing_baseline_is_refused(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    result = pytester.runpytest("--numcheck", "news", "--numcheck-baseline", "none.yaml")
    assert result.ret == 4
    result.stderr.fnmatch_lines(["*there is no file none.yaml; --numcheck-write-baseline makes one*"])


def test_entries_of_a_package_lapse_and_those_of_a_broken_one_do_not(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    line = '{{"id": "{}", "title": "A day", "text": "They lost {} of the 12 ships."}}\n'
    write("news/w.jsonl", line.format("one", 15) + line.format("two", 14))
    pytester.runpytest("--numcheck", "news", "--numcheck-baseline", FILE, "--numcheck-write-baseline")
    assert [r["path"] for r in rows(desk)] == ["news/w.jsonl", "news/w.jsonl"]
    run = ("--numcheck", "news", "--numcheck-baseline", FILE)
    pytester.runpytest(*run).assert_outcomes(xfailed=2)
    write("news/w.jsonl", line.format("one", 15) + line.format("two", 4))
    pytester.runpytest(*run).stdout.fnmatch_lines(["known.yaml:*: no such finding any more: desk/lost in news/w.jsonl"])
    write("news/w.jsonl", line.format("one", 15) + "{\n")
    pytester.runpytest(*run).stdout.no_fnmatch_line("*no such finding any more*")
