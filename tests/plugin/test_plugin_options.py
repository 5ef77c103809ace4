"""Options and their ini twins; mistakes in them are told plainly."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import BAD

Write = Callable[..., Path]


def test_the_ini_file_switches_it_on(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    pytester.makeini("[pytest]\nnumcheck = true\nnumcheck_rules = pack\nnumcheck_json = out/report.jsonl\n")
    pytester.runpytest("news").assert_outcomes(passed=2)
    assert (pytester.path / "out" / "report.jsonl").is_file()


def test_native_toml_settings(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt")
    write("news/b.txt", BAD)
    (pytester.path / "tox.ini").unlink()
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nnumcheck = true\nnumcheck_rules = ["pack"]\n'
                               'numcheck_ignore = ["b.*"]\n'
                               'numcheck_severity = ["desk/sold=off"]\n')
    pytester.runpytest("news").assert_outcomes(passed=1)


def test_switched_off_it_does_nothing(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("news/a.txt", BAD)
    assert pytester.runpytest("news", "--numcheck-json", "out.jsonl").ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert not (pytester.path / "out.jsonl").exists()


def test_which_files_are_articles(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    for name in ("news/a.txt", "news/b.md", "news/c.text", "news/old/d.txt", "news/README.md", "news/e.rst"):
        write(name)

    def names(*args: str) -> list[str]:
        result = pytester.runpytest("--numcheck", *args, "--numcheck-json", "out.jsonl")
        assert result.ret == 0
        import json
        return [json.loads(line)["article"] for line in (pytester.path / "out.jsonl").read_text().splitlines()]

    assert names("news") == ["news/a.txt", "news/b.md", "news/c.text", "news/old/d.txt"]
    assert names("news", "--numcheck-files", "*.txt") == ["news/a.txt", "news/old/d.txt"]
    assert names("news", "--numcheck-ignore", "news/old", "--numcheck-ignore", "*.md") == ["news/a.txt", "news/c.text"]
    assert names("news/e.rst", "news/README.md") == ["news/e.rst", "news/README.md"]


def test_severities_on_the_command_line_have_the_last_word(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", BAD)
    pytester.runpytest("--numcheck", "a.txt", "--numcheck-severity", "desk/lost=warning").assert_outcomes(passed=2, warnings=1)
    pytester.runpytest("--numcheck", "a.txt", "--numcheck-severity", "desk/lost=off").assert_outcomes()


def test_a_rule_set_file_lying_in_the_root_is_taken_up(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt", BAD)
    write("numcheck.yaml", 'extends: [pack/]\nrules: {desk/lost: "off"}\n')
    pytester.makeini("[pytest]\n")
    result = pytester.runpytest("--numcheck", "a.txt")
    result.stdout.fnmatch_lines(["numcheck: 3 rules (numcheck.yaml)"])
    assert result.ret == 0


def test_a_rule_set_file_in_the_working_folder_is_found_too(
        desk: Path, write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write("room/a.txt", BAD)
    write("room/numcheck.yaml", "extends: [../pack/]\nrules: {desk/lost: note}\n")
    pytester.makeini("[pytest]\n")
    monkeypatch.chdir(pytester.path / "room")
    result = pytester.runpytest("--numcheck", "a.txt")
    result.stdout.fnmatch_lines(["numcheck: 3 rules (numcheck.yaml)"])
    assert result.ret == 0


def test_the_publication_date_reaches_the_report(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt")
    pytester.runpytest("--numcheck", "a.txt", "--numcheck-published", "2024-11-05", "--numcheck-json", "out.jsonl")
    assert '"published":"2024-11-05"' in (pytester.path / "out.jsonl").read_text()


@pytest.mark.parametrize(("args", "said"), [
    (["--numcheck-published", "5 November"], "*--numcheck-published wants a date such as 2024-11-05, not '5 November'"),
    (["--numcheck-severity", "desk/lost"], "*--numcheck-severity wants RULE=WORD*"),
    (["--numcheck-severity", "desk/lots=off"], "*there is no rule 'desk/lots'; did you mean 'desk/lost'?*"),
    (["--numcheck-rules", "numcheck:recomended@1"], "*did you mean 'numcheck:recommended@1'?*"),
    (["--numcheck-rules", "nowhere"], "*there is no folder or file*nowhere*"),
    (["--numcheck-rules", "set.yaml"], "*set.yaml:2:1: unknown key 'ruls'; did you mean 'rules'?*"),
    (["--numcheck-json", "a.txt/x.jsonl"], "*--numcheck-json*a.txt/x.jsonl*"),
    (["--numcheck-json", "pack"], "*--numcheck-json*pack*folder*"),
])
def test_a_mistake_is_told_in_one_go(desk: Path, write: Write, pytester: pytest.Pytester, args: list[str], said: str) -> None:
    write("a.txt")
    write("set.yaml", "extends: [pack/]\nruls: {}\n")
    result = pytester.runpytest("--numcheck", "a.txt", *args)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: " + said])
    result.stderr.no_fnmatch_line("*Traceback*")


def test_a_bad_rule_is_told_with_line_and_caret(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("a.txt")
    rule = pytester.path / "pack" / "desk" / "lost.yaml"
    rule.write_text(rule.read_text().replace("severity: error", "severity: eror"))
    result = pytester.runpytest("--numcheck", "a.txt")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *pack/desk/lost.yaml:3:11: 'eror' is not known here; did you mean 'error'?",
                                 "  severity: eror", "            ^"])


def test_help_lists_the_options_together(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest("--help")
    result.stdout.fnmatch_lines(["numcheck: check that the numbers in articles agree:",
                                 "*--numcheck *", "*--numcheck-json=FILE*"])
